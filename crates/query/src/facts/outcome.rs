//! What comes of the votes on record, under each rule by which the organ decides.

use super::{Facts, Subject, Told};
use crate::asking::Asking;
use crate::decision::recount::{kind_of, motion};
use crate::decision::{DecisionAnswer, Motion, decisions};
use crate::moment::Moment;
use servanda_engine::Placed;
use servanda_model::{BodyId, Day, Deed, MatterId, Mention, Outcome, Rule, remark};
use std::collections::BTreeMap;

/// Asks for every decision up to the day whose votes are on record, as the kind of matter that the
/// act or the step that it is says; where neither does, no rule is applied to it.
pub(super) fn outcomes(asking: &Asking<'_>, moment: &Moment, facts: &mut Facts) {
    for (organ, (positions, motions)) in on_record(asking, moment) {
        let answers = decisions(asking, organ, &motions, moment);
        for ((position, kind), answers) in positions.into_iter().zip(answers) {
            let of_kind = answers.iter().filter(|answer| answer.kind == kind);
            of_kind.for_each(|answer| tell(asking, position, answer, facts));
        }
    }
}

fn tell(asking: &Asking<'_>, position: u32, answer: &DecisionAnswer<'_>, facts: &mut Facts) {
    if answer.readings.is_empty() {
        return;
    }
    let subject = Subject::Outcome(position, answer.kind);
    if answer.outcome == Outcome::Undetermined {
        facts.open(asking, subject, &answer.notes);
    }
    let text = remark!(OUTCOME, outcome = Mention::Word(answer.outcome.word()));
    facts.told.insert(subject, Told::from(text));
}

/// The decisions of an organ: their positions and kinds, and what was put to it on which day.
type Put = (Vec<(u32, MatterId)>, Vec<(Day, Motion)>);

/// Lists the decisions up to the day whose votes are on record, organ by organ.
fn on_record(asking: &Asking<'_>, moment: &Moment) -> BTreeMap<BodyId, Put> {
    let mut found: BTreeMap<BodyId, Put> = BTreeMap::new();
    let state = asking.fold(&asking.everything(), moment, &[]);
    for position in asking.everything().positions {
        let Some(placed) = asking.place(position, moment, &[]) else { continue };
        let Deed::Decide(decided) = placed.deed else { continue };
        // Where the record does not say who was for it, it does not say how the others voted.
        let received = state.cast.counted.get(&position);
        let names_some = received.is_some() || !decided.in_favour.is_empty();
        let is_told = placed.day <= moment.on && names_some;
        let on = law_of(asking, &placed, moment);
        let kind = kind_of(asking, (&state, on), position, decided).filter(|_| is_told);
        if let Some(kind) = kind {
            let (positions, motions) = found.entry(decided.organ).or_default();
            positions.push((position, kind));
            motions.push((on, motion(decided, received)));
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
        return placed.done();
    };
    let applies = |rule: &Rule| matches!(rule, Rule::Procedure(row) if row.name == name && row.applies_to_pending);
    if asking.law.clauses().any(|(_, clause)| applies(&clause.rule)) { placed.done() } else { day }
}
