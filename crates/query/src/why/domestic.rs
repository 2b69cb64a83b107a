//! A parliament's ratification: on record beside the status, which it does not change.

use super::{Reason, plain};
use crate::asking::Asking;
use crate::describe::deed_of;
use crate::moment::Moment;
use servanda_model::{Deed, InstrumentId, PartyId, remark};

/// Tells of the domestic ratifications of an instrument by a party, where no deposit is on record
/// by the day: consent to be bound is established by the deposit alone (VCLT 14, 16).
pub(super) fn of_party(
    asking: &Asking<'_>,
    (instrument, party): (InstrumentId, PartyId),
    moment: &Moment,
) -> Vec<Reason> {
    let history = asking.history;
    let on_record = |position: &u32| {
        let placed = asking.place(*position, moment, &[]);
        placed.is_some_and(|placed| placed.day <= moment.on)
    };
    let acts = || (0u32..).zip(&history.acts);
    let names = |deed: &Deed| {
        history.parties_of(deed).contains(&party)
            && history.instruments_of(deed).contains(&instrument)
    };
    let consents = |deed: &Deed| matches!(deed, Deed::Deposit { .. }) && names(deed);
    if acts().any(|(position, act)| consents(&act.deed) && on_record(&position)) {
        return Vec::new();
    }
    let ratified = acts().filter(|(_, act)| matches!(act.deed, Deed::Ratify { .. }));
    let own = ratified.filter(|(position, act)| names(&act.deed) && on_record(position));
    own.map(|(position, _)| {
        let text = remark!(RATIFIED, act = deed_of(asking, position));
        Reason { text, ..plain(asking, position) }
    })
    .collect()
}
