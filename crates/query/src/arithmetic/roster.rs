//! Which states of a set that a rule names stand there on a day: those that are then members of the
//! organisation to which the organ belongs.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{State, Weighing, composition};
use servanda_model::{BodyId, BodyKind, Day, PartySet};

/// Who of a set stands there on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster(Option<PartySet>);

impl Roster {
    /// Leaves every set as the article has it, where it names states once and for all.
    pub fn of_all() -> Self {
        Self(None)
    }

    /// Finds who stands there when an organ decides at a moment.
    pub fn of(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Self {
        let Some(whole) = whole(asking, organ) else { return Self::of_all() };
        let state = asking.fold(&asking.about_membership(whole), moment, &[]);
        Self::by(asking, &state, organ, moment.on)
    }

    /// Finds the same by a state of the record.
    pub(crate) fn by(asking: &Asking<'_>, state: &State, organ: BodyId, on: Day) -> Self {
        let seats =
            whole(asking, organ).and_then(|whole| composition(&asking.code, state, whole, on));
        Self(seats.map(|seats| seats.members))
    }

    /// Returns a set as it stands: without those that are no members then and were not counted. Where
    /// the record carries no members of that day, or none of the set, it stays whole.
    pub(crate) fn among(&self, set: &PartySet, weighing: &Weighing<'_>) -> PartySet {
        let Some(members) = &self.0 else { return set.clone() };
        let stands = set.and(&members.or(&weighing.counted));
        if stands.is_empty() { set.clone() } else { stands }
    }
}

/// Returns the organisation to which an organ belongs.
fn whole(asking: &Asking<'_>, organ: BodyId) -> Option<BodyId> {
    match asking.law.body(organ)?.kind {
        BodyKind::Organ { of } => of,
        BodyKind::Own | BodyKind::Observed => None,
    }
}
