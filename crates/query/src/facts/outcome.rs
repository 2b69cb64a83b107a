//! What comes of the votes on record, under each rule by which the organ decides.

use super::{Facts, Subject, Told};
use crate::asking::Asking;
use crate::decision::{Cast, DecisionAnswer, Motion, decisions};
use crate::moment::Moment;
use servanda_engine::Placed;
use servanda_model::{BodyId, Day, Decision, Deed, Outcome, PartyId, Rule, Vote};
use std::collections::BTreeMap;

/// Asks for every decision up to the day whose votes are on record.
///
/// No act says of which kind its matter was, so each kind that the organ decides is asked.
pub(super) fn outcomes(asking: &Asking<'_>, moment: &Moment, facts: &mut Facts) {
    for (organ, (positions, motions)) in on_record(asking, moment) {
        let answers = decisions(asking, organ, &motions, moment);
        for (position, answers) in positions.into_iter().zip(answers) {
            answers.iter().for_each(|answer| tell(position, answer, facts));
        }
    }
}

fn tell(position: u32, answer: &DecisionAnswer<'_>, facts: &mut Facts) {
    if answer.readings.is_empty() {
        return;
    }
    let subject = Subject::Outcome(position, answer.kind);
    if answer.outcome == Outcome::Undetermined {
        facts.open(subject, &answer.notes.join("; "));
    }
    let text = answer.outcome.word().to_owned();
    facts.told.insert(subject, Told { text, detail: String::new() });
}

/// The decisions of an organ: their positions, and what was put to it on which day.
type Put = (Vec<u32>, Vec<(Day, Motion)>);

/// Lists the decisions up to the day whose votes are on record, organ by organ.
fn on_record(asking: &Asking<'_>, moment: &Moment) -> BTreeMap<BodyId, Put> {
    let mut found: BTreeMap<BodyId, Put> = BTreeMap::new();
    for position in asking.everything().positions {
        let Some(placed) = asking.place(position, moment, &[]) else { continue };
        let Deed::Decide(decided) = placed.deed else { continue };
        // Where the record does not say who was for it, it does not say how the others voted.
        if placed.day <= moment.on && !decided.in_favour.is_empty() {
            let (positions, motions) = found.entry(decided.organ).or_default();
            positions.push(position);
            motions.push((law_of(asking, &placed, moment), motion(decided)));
        }
    }
    found
}

/// Returns the day whose law and electorate count for a decision: the one on which its matter was
/// opened, unless the procedure applies to what is pending.
fn law_of(asking: &Asking<'_>, placed: &Placed<'_>, moment: &Moment) -> Day {
    let label = placed.act.details.as_deref().and_then(|details| details.on);
    let opened = label.and_then(|(label, _)| {
        let opened = asking.place(asking.history.position_of(label)?, moment, &[])?;
        Some((opened.act.details.as_deref()?.opens?.procedure, opened.day))
    });
    let Some((name, day)) = opened.filter(|(_, day)| *day <= placed.day) else {
        return placed.day;
    };
    let applies = |rule: &Rule| matches!(rule, Rule::Procedure(row) if row.name == name && row.applies_to_pending);
    if asking.law.clauses().any(|(_, clause)| applies(&clause.rule)) { placed.day } else { day }
}

/// Returns the votes that a decision on record names.
fn motion(decided: &Decision) -> Motion {
    let cast = |vote: Vote| move |party: &PartyId| Cast { party: *party, vote, at: None };
    let votes = decided
        .in_favour
        .iter()
        .map(cast(Vote::Yes))
        .chain(decided.against.iter().map(cast(Vote::No)))
        .chain(decided.abstaining.iter().map(cast(Vote::Abstain)))
        .chain(decided.absent.iter().map(cast(Vote::Absent)));
    Motion { votes: votes.collect(), ..Motion::default() }
}
