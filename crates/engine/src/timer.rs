//! What is due on a later day.

use crate::effect::{Derivation, Effect};
use servanda_model::{ArticleId, Day, InstrumentId, PartyId};

/// What comes first on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// Changes of law.
    Law,
    /// Everything else.
    Rest,
}

/// Something that is due on a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Timer {
    /// The instrument enters into force.
    Entry { instrument: InstrumentId, why: Derivation },
    /// The instrument enters into force for a later party.
    PartyEntry { instrument: InstrumentId, party: PartyId, why: Derivation },
    /// A notice period ends.
    Withdrawal { instrument: InstrumentId, party: PartyId, why: Derivation },
    /// The day after the last of the term that began on `first` and lapses.
    Expiry { instrument: InstrumentId, first: Day, article: Option<ArticleId>, why: Derivation },
    /// Effects that an act gave a later day.
    Effects { effects: Vec<Effect>, why: Derivation },
}

impl Timer {
    /// Tells what it is done with on its day.
    pub(crate) fn turn(&self) -> Turn {
        match self {
            Self::Effects { effects, .. } => match effects.first() {
                Some(Effect::Version { .. }) => Turn::Law,
                Some(_) | None => Turn::Rest,
            },
            Self::Entry { .. }
            | Self::PartyEntry { .. }
            | Self::Withdrawal { .. }
            | Self::Expiry { .. } => Turn::Rest,
        }
    }
}

/// Returns the day on which a period that is last on `through` is over.
pub(crate) fn day_after(through: Day) -> Day {
    through.next()
}
