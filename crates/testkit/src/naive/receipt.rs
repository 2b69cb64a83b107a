//! What is received counts from then; from `docs/formats/journal.md`, "What is received".

use super::fault::Fault;
use servanda_model::{Act, Day, Deed, History, Instant, RecordedRule};

/// Returns the day on which an act was received: as it says itself, else as the line before it
/// says. A correction was received when what it corrects was.
pub(super) fn day(history: &History, position: u32, corrects: bool) -> Option<Day> {
    let act = history.acts.get(position as usize)?;
    if let Some(said) = act.details.as_ref().and_then(|details| details.received) {
        return Some(said);
    }
    if let Deed::Correct { label, .. } = &act.deed
        && corrects
    {
        let named = |other: &Act| other.label == Some(*label);
        let first = history.acts.iter().take(position as usize).position(named);
        if let Some(first) = first {
            return day(history, u32::try_from(first).unwrap_or(0), corrects);
        }
    }
    match history.recorded.iter().rfind(|(from, _)| *from <= position)?.1 {
        RecordedRule::Received(_, day) => Some(day),
        _ => None,
    }
}

/// Returns the second in which an act was received, where one is told.
pub(super) fn second(history: &History, position: u32) -> Option<Instant> {
    let act = history.acts.get(position as usize)?;
    if act.details.as_ref().is_some_and(|details| details.received.is_some()) {
        return None;
    }
    if let Deed::Correct { label, .. } = &act.deed {
        let named = |other: &Act| other.label == Some(*label);
        let first = history.acts.iter().take(position as usize).position(named);
        if let Some(first) = first {
            return second(history, u32::try_from(first).unwrap_or(0));
        }
    }
    match history.recorded.iter().rfind(|(from, _)| *from <= position)?.1 {
        RecordedRule::Received(at, _) => Some(at),
        _ => None,
    }
}

/// Returns the day on which an act has its place, and the one from which it counts.
pub(super) fn place(
    own: Day,
    received: Option<Day>,
    (deed, act): (&Deed, &Act),
    fault: Option<Fault>,
) -> (Day, Day) {
    let Some(received) = received else { return (own, own) };
    let is_sent = match deed {
        Deed::Deposit { .. }
        | Deed::Provisional { .. }
        | Deed::GiveNotice { .. }
        | Deed::Revoke { .. }
        | Deed::Reserve { .. }
        | Deed::Object { .. }
        | Deed::Vote { .. }
        | Deed::Request { .. } => true,
        Deed::Aid(aid) => !aid.parties.is_empty(),
        _ => fault == Some(Fault::EverythingWaitsForReceipt),
    };
    let details = act.details.as_ref();
    let of_matter = details.is_some_and(|it| it.opens.is_some() || it.on.is_some());
    match (is_sent, of_matter) {
        (true, _) => (received, received),
        (false, true) => (received, own.min(received)),
        (false, false) => (own, own),
    }
}
