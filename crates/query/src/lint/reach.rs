//! Conditions that no electorate can meet, and electorates with nobody in them.

use super::{InForce, open};
use servanda_engine::composition;
use servanda_model::{BodyId, Condition, Day, DecisionRule, Hole, HoleCode, Share, Voters};

/// Rules whose quorum or majority no electorate on record could ever meet.
pub(super) fn out_of_reach(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    let days = days(law);
    for (article, rule) in &law.rules {
        let most = most(law, rule, &days);
        let asked = [("quorum", rule.quorum.as_ref()), ("majority", Some(&rule.adopted))];
        for (what, condition) in asked {
            let Some(condition) = condition.filter(|one| cannot_hold(one, most)) else { continue };
            let counted = most.filter(|_| !cannot_hold(condition, None));
            let ever = counted.map(|most| format!("; it never has more than {most} members"));
            let ever = ever.unwrap_or_default();
            let message = format!(
                "no electorate can meet the {what} of `{}`{ever}",
                law.rule_word(rule.name)
            );
            let hint = "ask for no more than there are, or for a share such as `at least 2/3`";
            holes.push(open(HoleCode::OutOfReach, *article, message, hint));
        }
    }
}

/// Rules under which nobody could ever vote.
pub(super) fn empty_electorate(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    if law.asking.history.acts.is_empty() {
        return;
    }
    let days = days(law);
    for (article, rule) in &law.rules {
        let is_empty = match rule.electorate.of {
            Voters::PartiesTo(instrument) => {
                days.iter().all(|day| law.state.parties(instrument, *day).is_empty())
            }
            Voters::Members => {
                let organs = law.organs(rule.name);
                let of = |organ: &BodyId| voters(law, *organ, &days);
                let known: Vec<u32> = organs.iter().filter_map(of).collect();
                !known.is_empty() && known.len() == organs.len() && known.iter().all(|n| *n == 0)
            }
        };
        if is_empty {
            let message =
                format!("nobody on record could ever vote under `{}`", law.rule_word(rule.name));
            let hint = "name those who vote: `members`, or `parties to INSTRUMENT`";
            holes.push(open(HoleCode::EmptyElectorate, *article, message, hint));
        }
    }
}

/// Returns the days on which a membership or a participation changes, and the day asked about.
fn days(law: &InForce<'_, '_>) -> Vec<Day> {
    if law.rules.is_empty() {
        return Vec::new();
    }
    let members = law.state.bodies.values().flat_map(|body| body.members.values());
    let of_bodies = members.flat_map(|line| line.spans()).map(|span| span.from);
    let treaties = law.state.treaties.iter().flat_map(|(_, treaty)| treaty.parties.values());
    let of_treaties = treaties.flat_map(|party| party.line.spans()).map(|span| span.from);
    let mut days: Vec<Day> = of_bodies.chain(of_treaties).chain([law.on]).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Returns the largest number of members that the organs of a rule ever had; none where the
/// record does not carry it.
fn most(law: &InForce<'_, '_>, rule: &DecisionRule, days: &[Day]) -> Option<u32> {
    if let Voters::PartiesTo(instrument) = rule.electorate.of {
        let count = |day: &Day| u32::try_from(law.state.parties(instrument, *day).len()).ok();
        return days.iter().filter_map(count).max().filter(|most| *most > 0);
    }
    let code = &law.asking.code;
    let organs = law.organs(rule.name);
    let each: Option<Vec<u32>> = organs
        .iter()
        .map(|organ| {
            let seats = days.iter().filter_map(|day| composition(code, law.state, *organ, *day));
            seats.map(|seats| seats.members.len()).max()
        })
        .collect();
    each?.into_iter().max()
}

/// Returns the largest number of members with a vote that an organ ever had; none where the
/// record does not carry it.
fn voters(law: &InForce<'_, '_>, organ: BodyId, days: &[Day]) -> Option<u32> {
    let code = &law.asking.code;
    let seats = days.iter().filter_map(|day| composition(code, law.state, organ, *day));
    seats.map(|seats| seats.voting().len()).max()
}

/// Tells whether a condition cannot hold, whoever of so many does what.
fn cannot_hold(condition: &Condition, most: Option<u32>) -> bool {
    match condition {
        Condition::AtLeast(count, _, set) => {
            let of_set = set.as_ref().map(servanda_model::PartySet::len);
            of_set.into_iter().chain(most).any(|most| *count > most)
        }
        Condition::Share(share, ..) | Condition::Weight(_, _, share, _) => exceeds(*share),
        Condition::FewerThan(count, _) => *count == 0,
        Condition::AllOf(all) => all.iter().any(|one| cannot_hold(one, most)),
        Condition::AnyOf(any) => any.iter().all(|one| cannot_hold(one, most)),
        Condition::All(..) | Condition::None(..) | Condition::Includes(_) | Condition::Not(_) => {
            false
        }
    }
}

/// Tells whether a share is more than the whole.
fn exceeds(share: Share) -> bool {
    share.numerator > share.denominator
        || (share.numerator == share.denominator && !share.inclusive)
}
