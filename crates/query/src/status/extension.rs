//! What would keep an instrument going and is not in force yet, as far as is known.

use crate::asking::Asking;
use crate::status::RowStatus;
use servanda_engine::{Force, State};
use servanda_model::{Day, InstrumentId, Mention, PartyId, Remark, Rule, Status, remark};

/// Says which instruments would extend another one, for whom, and are only signed so far.
///
/// One that came into force later, and counts from an earlier day, is known to extend and is no
/// longer awaited: between the two days it is a matter of what was known.
pub(super) fn awaited(
    asking: &Asking<'_>,
    state: &State,
    instrument: InstrumentId,
    on: Day,
) -> Vec<Remark> {
    let said = state.treaties.iter().filter_map(|(by, treaty)| {
        if treaty.force.spans().iter().any(|span| span.value == Force::InForce) {
            return None;
        }
        let from = asking.code.provisions(*by, state, on).find_map(|it| {
            let Rule::Extends(extended, from) = it.clause.rule else { return None };
            (extended == instrument).then_some(from)
        })?;
        let signed = crate::status::rows(state, *by, on).into_values();
        let signed = signed.filter(|row| row.status == RowStatus::Is(Status::Signatory));
        let parties: Vec<PartyId> = signed.map(|row| row.party).collect();
        (!parties.is_empty()).then(|| {
            remark!(
                EXTENSION_AWAITED,
                by = *by,
                instrument = instrument,
                from = from,
                parties = parties.into_iter().map(Mention::Party).collect::<Vec<Mention>>()
            )
        })
    });
    said.collect()
}
