//! A text put to an organ, as plain sets.

use servanda_model::{Day, MatterId, PartyId, Vote};
use std::collections::{BTreeMap, BTreeSet};

/// A text put to an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// What it is about.
    pub matter: MatterId,
    /// The day whose law counts.
    pub on: Day,
    /// Those with a seat.
    pub members: BTreeSet<PartyId>,
    /// Those of them with a vote.
    pub with_vote: BTreeSet<PartyId>,
    /// What each did.
    pub votes: BTreeMap<PartyId, Vote>,
    /// The state the decision is about.
    pub target: Option<PartyId>,
    /// Those interested in the matter.
    pub interested: BTreeSet<PartyId>,
}
