//! Claims: what can be asked, asserted and attested about a day.

use crate::names::{BodyId, InstrumentId, LabelId, OfficeId, PartyId};
use crate::status::{MemberStatus, Status};

/// A claim, or its denial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed.
    pub fact: Fact,
    /// Whether it is claimed to be so; `false` for a claim that begins with `not`.
    pub holds: bool,
}

/// How a list stands to what follows from the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Exactly these.
    Equals,
    /// These among others.
    Includes,
    /// None of these.
    Excludes,
}

/// A fact about one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A state has this status under an instrument.
    Participation(PartyId, Status, InstrumentId),
    /// A state has this status in a body.
    Membership(PartyId, MemberStatus, BodyId),
    /// An instrument is in force.
    InForce(InstrumentId),
    /// A state has the chair of an organ.
    Chair(PartyId, BodyId),
    /// A person holds an office.
    Holds(String, OfficeId),
    /// The decision with this label is adopted.
    Adopted(LabelId),
    /// A member has no vote in a body.
    WithoutVote(PartyId, BodyId),
    /// The parties to an instrument.
    Parties(InstrumentId, Comparison, Vec<PartyId>),
    /// The members of a body.
    Members(BodyId, Comparison, Vec<PartyId>),
    /// The number of an instrument's current term.
    Term(InstrumentId, u32),
}
