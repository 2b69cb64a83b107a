//! Where two matters part.

use super::{MatterAnswer, StepAnswer};
use servanda_engine::StepState;
use servanda_model::StepKind;

/// Returns the first step at which two matters part: only one of them has it, or only one went on
/// from it, or ended there. A step that need not be taken, and was not, parts nothing.
pub fn parting(left: &MatterAnswer<'_>, right: &MatterAnswer<'_>) -> Option<StepKind> {
    let count = left.steps.len().max(right.steps.len());
    (0..count).find_map(|index| match (left.steps.get(index), right.steps.get(index)) {
        (Some(one), Some(other)) => {
            let spared = [one, other].iter().any(|step| step.state == StepState::NotTaken);
            let parts = !spared && went_on(one) != went_on(other);
            parts.then_some(one.step.kind)
        }
        (one, other) => one.or(other).map(|step| step.step.kind),
    })
}

/// Tells whether a matter went on from a step, or ended there; none while neither is so.
fn went_on(step: &StepAnswer<'_>) -> Option<bool> {
    match step.state {
        StepState::Taken(taken) => Some(taken.goes_on),
        StepState::TimePassed(_) => Some(true),
        StepState::Lapsed => Some(false),
        StepState::Runs(_)
        | StepState::Overdue(_)
        | StepState::NotTaken
        | StepState::PassedOver
        | StepState::Waits
        | StepState::NotReached => None,
    }
}
