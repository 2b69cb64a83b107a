//! What is due on a later day.

use crate::effect::{Derivation, Effect};
use servanda_model::{ArticleId, Day, InstrumentId, PartyId};

/// Something that is due on a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Timer {
    /// The instrument enters into force.
    Entry { instrument: InstrumentId, why: Derivation },
    /// The instrument enters into force for a later party.
    PartyEntry { instrument: InstrumentId, party: PartyId, why: Derivation },
    /// A notice period ends.
    Withdrawal { instrument: InstrumentId, party: PartyId, why: Derivation },
    /// The day after the last of a term that lapses.
    Expiry { instrument: InstrumentId, number: u32, article: Option<ArticleId>, why: Derivation },
    /// Effects that an act gave a later day.
    Effects { effects: Vec<Effect>, why: Derivation },
}

/// Returns the day on which a period that is last on `through` is over.
pub(crate) fn day_after(through: Day) -> Day {
    through.next()
}
