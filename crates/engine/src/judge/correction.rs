//! Judging that an error in the text of an instrument is corrected by the procedure that its article
//! gives for it (VCLT 79).

use super::Case;
use super::instrument::provision;
use crate::effect::Said;
use servanda_model::{Day, Deed, Grade, InstrumentId, Mention, Rule, remark};

/// Tells whether an article denies a correction that belongs to no matter of its procedure, and says
/// where one does not. In history the matter may only be missing here.
pub(super) fn is_denied(case: &mut Case<'_, '_>, instrument: InstrumentId) -> bool {
    if is_before_all(case) && case.placed.act.is_of_a_matter() {
        return false;
    }
    let clause = provision(case, instrument, |rule| {
        if let Rule::Corrections(procedure) = rule { Some(*procedure) } else { None }
    });
    let Some((provision, wanted)) = clause else { return false };
    let history = case.placed.history;
    let on = case.placed.act.details.as_deref().and_then(|details| details.on);
    let opened = on.and_then(|(label, _)| history.act(history.position_of(label)?));
    let opening = opened.and_then(|act| act.details.as_deref()?.opens);
    let holds = opening.is_some_and(|opening| opening.procedure == wanted);
    case.guard(Some(provision.article), holds, Said::Provided);
    if holds {
        return false;
    }
    let said =
        remark!(NO_CORRECTION, procedure = Mention::Procedure(wanted), instrument = instrument);
    let received = history.is_received(case.placed.position);
    let grade = if received { provision.clause.breach } else { Grade::Unrecorded };
    case.find(grade, Some(provision.article), said);
    received && grade == Grade::Void
}

/// Tells whether an act is placed before all others: what it says of the law counts for all days, and
/// it is done on its own day as a step of its matter.
pub(super) fn is_before_all(case: &Case<'_, '_>) -> bool {
    let transcribes = matches!(case.placed.deed, Deed::Amend { transcription: true, .. });
    transcribes && case.placed.day == Day::MIN
}
