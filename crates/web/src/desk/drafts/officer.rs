//! What an officer of the depositary records: what arrived on paper, and what organs did.

use super::super::draft::{Ask, Draft, Group};
use super::{Desk, capital, is_open, pairs, step_text};
use servanda_model::{Actor, ConsentForm, StepKind};
use servanda_query::{MatterAnswer, StepAnswer};

pub(super) fn drafts(desk: &Desk<'_>) -> Vec<Draft> {
    let mut all = Vec::new();
    for (label, matter) in desk.open() {
        for step in matter.steps.iter().filter(|step| is_open(step)) {
            all.extend(of_step(desk, (&label, &matter), step));
        }
    }
    instruments(desk, &mut all);
    all
}

/// Offers to record what an organ or an office did at an open step.
fn of_step(
    desk: &Desk<'_>,
    (label, matter): (&str, &MatterAnswer<'_>),
    step: &StepAnswer<'_>,
) -> Option<Draft> {
    let law = &desk.site.record().law;
    let (date, kind) = (desk.today, step.step.kind);
    let organ = match step.step.by {
        Actor::Organ(body) => Some(law.body_names.word(body)),
        Actor::Office(_) | Actor::Nobody => None,
        Actor::Member
        | Actor::State
        | Actor::Opener
        | Actor::Target
        | Actor::EachOtherMember
        | Actor::PartyTo(_) => return None,
    };
    let what = Ask::words("what", "In words");
    let on = format!("  on {label} {}", kind.word());
    let is_decided = matches!(kind, StepKind::Decide | StepKind::Recommend | StepKind::Determine);
    let (asks, lines) = match (organ, step.step.by) {
        (Some(organ), _) if is_decided => decision(desk, organ, step, on),
        (Some(organ), _) if kind == StepKind::Report => {
            (vec![what], vec![format!("{date} report {{what}} by {organ}"), on])
        }
        (Some(organ), _) => (
            vec![what],
            vec![format!("{date} statement of {organ}"), "  what {what}".to_owned(), on],
        ),
        (None, Actor::Office(office)) => {
            let office = law.office_names.word(office);
            (vec![what], vec![format!("{date} report {{what}} by {office}"), on])
        }
        (None, _) => (vec![what], vec![format!("{date} event {{what}}"), on]),
    };
    let id = format!("{}:{}", kind.word(), label.trim_start_matches('#'));
    let title = format!(
        "{}, by {}: {}, {label}",
        capital(&step_text(step.step)),
        step.step.by.words(law).replace('`', ""),
        matter.procedure.title
    );
    Some(Draft { id, group: Group::Open, title, article: Some(matter.article), asks, lines })
}

fn decision(
    desk: &Desk<'_>,
    organ: &str,
    step: &StepAnswer<'_>,
    on: String,
) -> (Vec<Ask>, Vec<String>) {
    let states = desk.member_states();
    let mut lines = vec![format!("{} decide {organ}", desk.today), on];
    if let Some(matter) = step.step.matter {
        let word = desk.site.record().law.matter_names.word(matter);
        lines.push(format!("  matter {word}"));
    }
    let mut asks = vec![Ask::words("what", "What was decided")];
    lines.push("  what {what}".to_owned());
    let votes =
        [("for", "For"), ("against", "Against"), ("abstain", "Abstaining"), ("absent", "Absent")];
    for (word, label) in votes {
        asks.push(Ask::several(word, label, states.clone()));
        lines.push(format!("  {word} {{{word}}}"));
    }
    let outcomes = pairs(&[
        ("adopted", "adopted"),
        ("not-adopted", "not adopted"),
        ("conditional", "conditional"),
    ]);
    asks.push(Ask::one("outcome", "Outcome", outcomes).optional());
    lines.push("  outcome {outcome}".to_owned());
    (asks, lines)
}

/// Offers to register what a state sent on paper.
fn instruments(desk: &Desk<'_>, all: &mut Vec<Draft>) {
    let date = desk.today;
    let forms: Vec<(String, String)> = ConsentForm::ALL
        .iter()
        .map(|form| (form.word().to_owned(), form.word().replace('-', " ")))
        .collect();
    let asks = |first: Option<Ask>| -> Vec<Ask> {
        let state = Ask::one("state", "From", desk.states());
        let note = Ask::words("note", "How it arrived, and what it says").optional();
        first.into_iter().chain([state, note]).collect()
    };
    for (_, word, title) in desk.treaties() {
        let draft = |verb: &str, what: &str, first: Option<Ask>, line: String| Draft {
            id: format!("{verb}:{word}"),
            group: Group::Instruments,
            title: format!("{what}: {title}"),
            article: None,
            asks: asks(first),
            lines: vec![line, "  note {note}".to_owned()],
        };
        let form = Ask::one("form", "Instrument", forms.clone());
        let line = format!("{date} deposit {{form}} of {word} by {{state}}");
        all.push(draft("deposit", "Register an instrument received", Some(form), line));
        let line = format!("{date} notice of withdrawal from {word} by {{state}}");
        all.push(draft("notice", "Register a notice of withdrawal received", None, line));
    }
}
