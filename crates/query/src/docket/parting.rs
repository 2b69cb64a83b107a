//! Two matters beside each other: which steps are the same, and where the matters part.

use super::{MatterAnswer, StepAnswer};
use servanda_engine::StepState;
use servanda_model::StepKind;

/// Lays the steps of two matters beside each other, those of one kind in the order of both: the place
/// of a step in each, none where it has no such step.
pub fn beside(
    left: &MatterAnswer<'_>,
    right: &MatterAnswer<'_>,
) -> Vec<(Option<usize>, Option<usize>)> {
    let kind = |step: &StepAnswer<'_>| step.step.kind;
    let (mut rows, mut next) = (Vec::new(), 0);
    for (place, step) in left.steps.iter().enumerate() {
        let mut rest = right.steps.iter().enumerate().skip(next);
        let same = rest.find(|(_, other)| kind(other) == kind(step)).map(|(other, _)| other);
        if let Some(same) = same {
            rows.extend((next..same).map(|other| (None, Some(other))));
            next = same.saturating_add(1);
        }
        rows.push((Some(place), same));
    }
    rows.extend((next..right.steps.len()).map(|other| (None, Some(other))));
    rows
}

/// Returns the first step at which two matters part: only one of them took it, or only one went on
/// from it, or ended there. A step that need not be taken, and was not, parts nothing.
pub fn parting(left: &MatterAnswer<'_>, right: &MatterAnswer<'_>) -> Option<StepKind> {
    beside(left, right).into_iter().find_map(|(one, other)| {
        let one = one.and_then(|place| left.steps.get(place));
        let other = other.and_then(|place| right.steps.get(place));
        let fate = |step: Option<&StepAnswer<'_>>| step.and_then(|step| went_on(step.state));
        let is_spared = [one, other].into_iter().flatten().any(is_spared);
        let parts = !is_spared && fate(one) != fate(other);
        one.or(other).map(|step| step.step.kind).filter(|_| parts)
    })
}

/// Tells whether a step need not be taken, and was not.
fn is_spared(step: &StepAnswer<'_>) -> bool {
    step.state == StepState::NotTaken || (step.step.optional && went_on(step.state).is_none())
}

/// Tells whether a matter went on from a step, or ended there; none while neither is so.
fn went_on(state: StepState) -> Option<bool> {
    match state {
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
