//! What an officer of the depositary records: what arrived on paper, and what organs did.

use super::super::draft::{Ask, Draft, Group};
use super::{Desk, forms, step_text};
use crate::named;
use crate::parts;
use crate::tongue::{Part, text};
use servanda_model::{Actor, Outcome, StepKind};
use servanda_query::{MatterAnswer, StepAnswer};

pub(super) fn drafts(desk: &Desk<'_>) -> Vec<Draft> {
    let mut all = Vec::new();
    for (label, matter) in desk.open() {
        for step in matter.steps.iter().filter(|step| step.state.is_open()) {
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
    let what = Ask::words("what", text!(desk.asked, "desk-ask-words"));
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
    let actor = Part::from(parts::actor(desk.site, desk.asked, step.step.by)).plain();
    let step = step_text(desk.asked, kind);
    let title = text!(
        desk.asked,
        "desk-draft-in-matter",
        what = text!(desk.asked, "desk-draft-by", step = step, actor = actor),
        matter = named::procedure(desk.asked, matter.procedure).text,
        label = label
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
    let asked = desk.asked;
    let mut asks = vec![Ask::words("what", text!(asked, "desk-ask-decided"))];
    lines.push("  what {what}".to_owned());
    let votes = [
        ("for", text!(asked, "desk-ask-for")),
        ("against", text!(asked, "desk-ask-against")),
        ("abstain", text!(asked, "desk-ask-abstaining")),
        ("absent", text!(asked, "desk-ask-absent")),
    ];
    for (word, label) in votes {
        asks.push(Ask::several(word, label, states.clone()));
        lines.push(format!("  {word} {{{word}}}"));
    }
    let outcomes = [Outcome::Adopted, Outcome::NotAdopted, Outcome::Conditional];
    let shown = |one: Outcome| text!(asked, "decide-outcome", outcome = Part::Word(one.word()));
    let outcomes = outcomes.map(|one| (one.word().to_owned(), shown(one))).to_vec();
    asks.push(Ask::one("outcome", text!(asked, "desk-ask-outcome"), outcomes).optional());
    lines.push("  outcome {outcome}".to_owned());
    (asks, lines)
}

/// Offers to register what a state sent on paper.
fn instruments(desk: &Desk<'_>, all: &mut Vec<Draft>) {
    let (date, asked) = (desk.today, desk.asked);
    let asks = |first: Option<Ask>| -> Vec<Ask> {
        let state = Ask::one("state", text!(asked, "desk-ask-from"), desk.states());
        let note = Ask::words("note", text!(asked, "desk-ask-arrived")).optional();
        first.into_iter().chain([state, note]).collect()
    };
    for (_, word, title) in desk.treaties() {
        let draft = |verb: &str, what: String, first: Option<Ask>, line: String| Draft {
            id: format!("{verb}:{word}"),
            group: Group::Instruments,
            title: text!(asked, "desk-draft-of-treaty", what = what, treaty = &title),
            article: None,
            asks: asks(first),
            lines: vec![line, "  note {note}".to_owned()],
        };
        let form = Ask::one("form", text!(asked, "desk-ask-form"), forms(asked));
        let line = format!("{date} deposit {{form}} of {word} by {{state}}");
        all.push(draft("deposit", text!(asked, "desk-register"), Some(form), line));
        let line = format!("{date} notice of withdrawal from {word} by {{state}}");
        all.push(draft("notice", text!(asked, "desk-register-notice"), None, line));
    }
}
