//! When an act was received: what counts from its receipt and is dated earlier is told.

use super::Case;
use servanda_model::{Grade, Instant, Mention, When, remark};

/// Says where an act that counts from its receipt is dated before it, and where it says itself that
/// it was received before it was entered.
pub(super) fn look(case: &mut Case<'_, '_>) {
    let placed = case.placed;
    let Some(received) = placed.received.filter(|_| placed.waits_for_receipt()) else { return };
    let said = placed.act.said_received();
    let entered = placed.history.entered_on(placed.position);
    if let Some((said, entered)) = said.zip(entered).filter(|(said, entered)| said < entered) {
        let said = remark!(RECEIVED_BEFORE_ENTERED, said = said, entered = entered);
        case.find(Grade::Disputed, None, said);
    } else if said.is_none() && When::order(placed.when) < received && !is_of_that_day(case) {
        let when = Mention::When(placed.when);
        let said = remark!(COUNTS_FROM_RECEIPT, when = when, day = received);
        case.find(Grade::Disputed, None, said);
    }
}

/// Tells whether an act is dated on the day of universal time on which it was received: at the seat
/// the next may have begun.
fn is_of_that_day(case: &Case<'_, '_>) -> bool {
    let at = case.placed.history.received_at(case.placed.position).map(Instant::day);
    at.is_some_and(|day| day <= When::order(case.placed.when))
}
