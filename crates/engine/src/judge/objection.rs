//! Judging that a state takes back the objection by which it stopped a matter.

use super::Case;
use crate::docket::{Docketed, Taken};
use crate::docketing::Docketing;
use crate::effect::{Effect, Said};
use servanda_model::{ArticleId, Deed, Grade, PartyId, StepExpiry, remark};

/// An objection in a matter.
struct Raised {
    /// The position of the act that opened the matter.
    matter: u32,
    taken: Taken,
    article: ArticleId,
    /// Whether it broke a silence.
    is_final: bool,
    /// Those for whom it stands.
    stands_for: Vec<PartyId>,
}

/// States take back their objection in a matter, which goes on once it stands for nobody. Tells
/// whether the act they name is one.
pub(super) fn take_back(case: &mut Case<'_, '_>, position: u32, by: &[PartyId]) -> bool {
    let found = case.state.matters.iter().find_map(|(opened, matter)| {
        raised(case, (*opened, matter), case.placed.history.first_told(position))
    });
    let Some(Raised { matter, taken, article, is_final, mut stands_for }) = found else {
        return false;
    };
    for party in by.iter().filter(|party| !stands_for.contains(party)) {
        let remark = remark!(NO_OBJECTION_TO_TAKE_BACK, party = *party);
        case.find(Grade::Void, Some(article), remark);
    }
    let by: Vec<PartyId> = by.iter().copied().filter(|party| stands_for.contains(party)).collect();
    if by.is_empty() {
        return true;
    }
    case.guard(Some(article), !is_final, Said::Provided);
    if is_final {
        case.find(Grade::Void, Some(article), remark!(SILENCE_STAYS_BROKEN, day = taken.on));
    } else {
        stands_for.retain(|party| !by.contains(party));
        let ends = stands_for.is_empty().then_some(case.placed.day);
        let back = Docketing::TakeBack { matter, objection: taken.position, by, ends };
        case.effects.push(Effect::Docket(back));
    }
    let (position, on) = (case.placed.position, case.placed.day);
    let beside = Taken { position, on, goes_on: false, takes: false, back: None, ..taken };
    case.effects.push(Effect::Docket(Docketing::Take {
        matter,
        taken: beside,
        agreed: Vec::new(),
    }));
    true
}

/// Finds the objection in a matter that was first told at a position.
fn raised(
    case: &Case<'_, '_>,
    (opened, matter): (u32, &Docketed),
    position: u32,
) -> Option<Raised> {
    let history = case.placed.history;
    let is_it = |taken: &&Taken| history.first_told(taken.position) == position && !taken.goes_on;
    let taken = *matter.taken.iter().rfind(is_it)?;
    let act = history.act(taken.position)?;
    let told = if let Deed::Correct { deed, .. } = &act.deed { deed } else { &act.deed };
    let Deed::Object { parties, .. } = told else { return None };
    let (article, procedure) = matter.law(case.code, case.state)?;
    let step = taken.step.and_then(|place| procedure.steps.get(place));
    let is_final =
        step.is_some_and(|step| step.within.is_some() && step.on_expiry == StepExpiry::Consents);
    let mut stands_for = history.parties(*parties).to_vec();
    stands_for.retain(|party| !matter.back.contains(&(taken.position, *party)));
    Some(Raised { matter: opened, taken, article, is_final, stands_for })
}
