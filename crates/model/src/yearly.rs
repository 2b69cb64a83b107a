//! Duties that an article opens each year.

use crate::names::BodyId;
use crate::procedure::Actor;
use crate::title::Titles;

/// A duty that is opened each year, and discharged by an act of that year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yearly {
    /// What is owed.
    pub titles: Titles,
    /// By whom: each member, or an organ.
    pub owed_by: Actor,
    /// The first year for which it is owed.
    pub from: u32,
    /// The last one, where there is one.
    pub until: Option<u32>,
    /// What discharges it.
    pub discharged_by: Discharge,
}

/// What discharges a yearly duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discharge {
    /// An exercise held in that year.
    Exercise,
    /// A decision of an organ that says so and was adopted.
    DecisionOf(BodyId),
}
