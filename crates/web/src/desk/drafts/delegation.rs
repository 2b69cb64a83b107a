//! What a delegation can communicate: the communications of its own state.

use super::super::draft::{Ask, Draft, Group};
use super::{Desk, Sides, forms, step_text};
use crate::named;
use crate::tongue::{Part, text};
use servanda_model::{Deed, PartyId, Procedure, StepKind};
use servanda_query::{MatterAnswer, StepAnswer};
use std::collections::BTreeSet;

/// The most of a state's own notices, objections and votes that are offered to be taken back.
const REVOCABLE_MAX: usize = 20;

pub(super) fn drafts(desk: &Desk<'_>, party: PartyId) -> Vec<Draft> {
    let mut all = Vec::new();
    for (label, matter) in desk.open() {
        for step in matter.steps.iter().filter(|step| step.state.is_open()) {
            all.extend(of_step(desk, party, (&label, &matter), step));
        }
    }
    openings(desk, party, &mut all);
    instruments(desk, party, &mut all);
    revocations(desk, party, &mut all);
    all.push(statement(desk, party));
    all.push(request(desk, party));
    all
}

/// An open step of a matter, as a state sees it.
struct Turn<'d> {
    desk: &'d Desk<'d>,
    state: &'d str,
    label: &'d str,
    matter: &'d MatterAnswer<'d>,
}

impl Turn<'_> {
    fn draft(&self, id: &str, what: &str, asks: Vec<Ask>, lines: Vec<String>) -> Draft {
        let label = self.label;
        Draft {
            id: format!("{id}:{}", label.trim_start_matches('#')),
            group: Group::Open,
            title: text!(
                self.desk.asked,
                "desk-draft-in-matter",
                what = what,
                matter = named::procedure(self.desk.asked, self.matter.procedure).text,
                label = label
            ),
            article: Some(self.matter.article),
            asks,
            lines,
        }
    }

    /// A statement that takes a step of a kind.
    fn spoken(&self, what: &str, kind: StepKind) -> Draft {
        let (date, state, label) = (self.desk.today, self.state, self.label);
        let lines = vec![
            format!("{date} statement by {state}"),
            "  what {what}".to_owned(),
            format!("  on {label} {}", kind.word()),
        ];
        let words = text!(self.desk.asked, "desk-ask-words");
        self.draft(kind.word(), what, vec![Ask::words("what", words)], lines)
    }

    /// An act of one line, whose kind tells which step it takes.
    fn told(&self, id: &str, what: &str, asked: String, line: String) -> Draft {
        let lines = vec![format!("{} {line}", self.desk.today), format!("  on {}", self.label)];
        self.draft(id, what, vec![Ask::words("what", asked)], lines)
    }

    /// What the state whose turn it is can do.
    fn ours(&self, step: &StepAnswer<'_>) -> Vec<Draft> {
        let (state, label, asked) = (self.state, self.label, self.desk.asked);
        let kind = step.step.kind;
        match kind {
            StepKind::Contribute => {
                let what = || text!(asked, "desk-ask-what");
                let offer = format!("offer {{what}} by {state}");
                let give = format!("contribute {{what}} by {state}");
                vec![
                    self.told("offer", &text!(asked, "desk-offer"), what(), offer),
                    self.told("contribute", &text!(asked, "desk-give"), what(), give),
                ]
            }
            StepKind::Report => {
                let line = format!("report {{what}} by {state}");
                let stands = text!(asked, "desk-ask-stands");
                vec![self.told("report", &text!(asked, "desk-report"), stands, line)]
            }
            StepKind::Consent => {
                let own = self.desk.label(state, "objection");
                let line = format!("object to {label} by {state} {{what}} {own}");
                let why = text!(asked, "desk-ask-why");
                vec![
                    self.told("object", &text!(asked, "desk-object"), why, line),
                    self.spoken(&step_text(asked, kind), kind),
                ]
            }
            StepKind::Propose
            | StepKind::Consult
            | StepKind::Recommend
            | StepKind::Determine
            | StepKind::Decide
            | StepKind::Notify
            | StepKind::Circulate
            | StepKind::CarryOut
            | StepKind::End => vec![self.spoken(&step_text(asked, kind), kind)],
            // What is deposited stands among the instruments, and time passes by itself.
            StepKind::Deposit | StepKind::Wait => Vec::new(),
        }
    }

    /// How a state votes; the organ's decision counts what was received.
    fn vote(&self, kind: StepKind) -> Draft {
        let asked = self.desk.asked;
        let votes = [
            ("for", text!(asked, "desk-votes-for")),
            ("against", text!(asked, "desk-votes-against")),
            ("abstain", text!(asked, "desk-votes-abstaining")),
            ("object", text!(asked, "desk-votes-objecting")),
        ];
        let votes = votes.map(|(word, shown)| (word.to_owned(), shown)).to_vec();
        let words = Ask::words("words", text!(asked, "desk-ask-explanation")).optional();
        let how = Ask::one("vote", text!(asked, "desk-ask-how"), votes);
        let own = self.desk.label(self.state, "vote");
        let lines = vec![
            format!("{} vote {{vote}} by {} {own}", self.desk.today, self.state),
            format!("  on {} {}", self.label, kind.word()),
            "  note {words}".to_owned(),
        ];
        self.draft("vote", &text!(asked, "desk-vote"), vec![how, words], lines)
    }
}

/// Offers what a delegation can do at an open step.
fn of_step(
    desk: &Desk<'_>,
    party: PartyId,
    (label, matter): (&str, &MatterAnswer<'_>),
    step: &StepAnswer<'_>,
) -> Vec<Draft> {
    let turn = Turn { desk, state: desk.word(party), label, matter };
    if desk.is_actor(step.step.by, party, Sides::of(matter)) {
        return turn.ours(step);
    }
    let is_decided =
        matches!(step.step.kind, StepKind::Decide | StepKind::Recommend | StepKind::Determine);
    if is_decided && desk.members.contains(&party) {
        vec![turn.vote(step.step.kind)]
    } else {
        Vec::new()
    }
}

/// Offers the matters that a state may open under the law of the day.
fn openings(desk: &Desk<'_>, party: PartyId, all: &mut Vec<Draft>) {
    let law = &desk.site.record().law;
    let asking = desk.site.asking();
    let state = asking.fold(&asking.everything(), &desk.moment(), &[]);
    for (id, word) in law.procedure_names.iter() {
        let Some((article, procedure)) = asking.code.procedure_on(id, &state, desk.today) else {
            continue;
        };
        let sides = Sides::default();
        if !desk.is_actor(procedure.opened_by, party, sides) {
            continue;
        }
        let (asks, lines) = opening(desk, party, procedure, word, law.article_names.word(article));
        all.push(Draft {
            id: format!("open:{word}"),
            group: Group::Opening,
            title: named::procedure(desk.asked, procedure).text.to_owned(),
            article: Some(article),
            asks,
            lines,
        });
    }
}

fn opening(
    desk: &Desk<'_>,
    party: PartyId,
    procedure: &Procedure,
    word: &str,
    article: &str,
) -> (Vec<Ask>, Vec<String>) {
    let state = desk.word(party);
    let states = desk.states().into_iter().map(|(word, shown)| (format!("about {word}"), shown));
    let mut asks = vec![
        Ask::words("what", text!(desk.asked, "desk-ask-asked")),
        Ask::one("about", text!(desk.asked, "desk-ask-about"), states.collect()).optional(),
        Ask::words("person", text!(desk.asked, "desk-ask-person")).optional(),
    ];
    let mut lines = vec![
        format!("{} request {{what}} by {state} {}", desk.today, desk.label(state, word)),
        format!("  opens {word}{{?about}}"),
        format!("  under {article}"),
    ];
    if procedure.signed_by.is_empty() {
        lines.push(format!("  signed {{person}} of {state}"));
    } else {
        let words = procedure.signed_by.iter();
        let of = words.map(|word| (format!("as {word}"), word.replace('-', " "))).collect();
        let capacity = text!(desk.asked, "desk-ask-capacity");
        asks.push(Ask::one("capacity", capacity, of).optional());
        lines.push(format!("  signed {{person}}{{?capacity}} of {state}"));
    }
    (asks, lines)
}

fn instruments(desk: &Desk<'_>, party: PartyId, all: &mut Vec<Draft>) {
    let (state, date) = (desk.word(party), desk.today);
    let asked = desk.asked;
    for (id, word, title) in desk.treaties() {
        let standing = desk.standing(id, party);
        let draft = |verb: &str, what: String, asks: Vec<Ask>, lines: Vec<String>| Draft {
            id: format!("{verb}:{word}"),
            group: Group::Instruments,
            title: text!(asked, "desk-draft-of-treaty", what = what, treaty = &title),
            article: None,
            asks,
            lines,
        };
        let note = Ask::words("note", text!(asked, "desk-ask-remark")).optional();
        let remark = "  note {note}".to_owned();
        if standing.is_none() {
            let lines = vec![format!("{date} sign {word} by {state}"), remark.clone()];
            all.push(draft("sign", text!(asked, "desk-sign-treaty"), vec![note.clone()], lines));
        }
        if !standing.is_some_and(|status| status.is_bound()) {
            let lines =
                vec![format!("{date} deposit {{form}} of {word} by {state}"), remark.clone()];
            let asks =
                vec![Ask::one("form", text!(asked, "desk-ask-form"), forms(asked)), note.clone()];
            all.push(draft("deposit", text!(asked, "desk-deposit"), asks, lines));
        } else {
            let own = desk.label(state, &format!("notice-{word}"));
            let lines =
                vec![format!("{date} notice of withdrawal from {word} by {state} {own}"), remark];
            all.push(draft("notice", text!(asked, "desk-notice"), vec![note], lines));
        }
    }
}

/// Offers to take back what the state itself gave notice of, reserved or objected to.
fn revocations(desk: &Desk<'_>, party: PartyId, all: &mut Vec<Draft>) {
    let history = &desk.site.record().history;
    let mut given: Vec<(String, &'static str)> = Vec::new();
    let open: BTreeSet<String> = desk.open().into_iter().map(|(label, _)| label).collect();
    for act in &history.acts {
        if let Deed::Revoke { label, .. } = &act.deed {
            given.retain(|(known, _)| known != history.labels.word(*label));
        }
        let matter = act.details.as_deref().and_then(|details| details.on);
        let is_open = matter.is_some_and(|(on, _)| open.contains(history.labels.word(on)));
        let kinds = [
            // Once it is decided, a vote stands.
            (matches!(act.deed, Deed::Vote { .. }) && is_open, "vote"),
            (matches!(act.deed, Deed::GiveNotice { .. }), "notice"),
            (matches!(act.deed, Deed::Reserve { .. }), "reservation"),
            (matches!(act.deed, Deed::Object { .. }), "objection"),
        ];
        let Some((_, kind)) = kinds.into_iter().find(|(is_of, _)| *is_of) else { continue };
        let is_own = history.parties_of(&act.deed).contains(&party);
        if let Some(label) = act.label.filter(|_| is_own) {
            given.push((history.labels.word(label).to_owned(), kind));
        }
    }
    for (label, kind) in given.into_iter().rev().take(REVOCABLE_MAX) {
        all.push(Draft {
            id: format!("revoke:{}", label.trim_start_matches('#')),
            group: Group::Free,
            title: text!(desk.asked, "desk-take-back", kind = Part::Word(kind), label = &label),
            article: None,
            asks: vec![Ask::words("note", text!(desk.asked, "desk-ask-remark")).optional()],
            lines: vec![
                format!("{} revoke {label} by {}", desk.today, desk.word(party)),
                "  note {note}".to_owned(),
            ],
        });
    }
}

fn statement(desk: &Desk<'_>, party: PartyId) -> Draft {
    Draft {
        id: "statement".to_owned(),
        group: Group::Free,
        title: text!(desk.asked, "desk-statement"),
        article: None,
        asks: vec![Ask::words("what", text!(desk.asked, "desk-ask-said"))],
        lines: vec![
            format!("{} statement by {}", desk.today, desk.word(party)),
            "  what {what}".to_owned(),
        ],
    }
}

fn request(desk: &Desk<'_>, party: PartyId) -> Draft {
    let law = &desk.site.record().law;
    let bodies = law.body_names.iter();
    let bodies = bodies.map(|(id, word)| {
        (word.to_owned(), law.body(id).map_or(word, |row| &row.titles.main).to_owned())
    });
    Draft {
        id: "request".to_owned(),
        group: Group::Free,
        title: text!(desk.asked, "desk-request"),
        article: None,
        asks: vec![
            Ask::words("what", text!(desk.asked, "desk-ask-asked")),
            Ask::one("to", text!(desk.asked, "desk-ask-of-whom"), bodies.collect()),
        ],
        lines: vec![format!("{} request {{what}} by {} to {{to}}", desk.today, desk.word(party))],
    }
}
