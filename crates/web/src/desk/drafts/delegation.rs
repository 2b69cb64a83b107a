//! What a delegation can communicate: the communications of its own state.

use super::super::draft::{Ask, Draft, Group};
use super::{Desk, Sides, capital, is_open, pairs, step_text};
use servanda_model::{ConsentForm, Deed, PartyId, Procedure, StepKind};
use servanda_query::{MatterAnswer, StepAnswer};

/// The most of a state's own notices and objections that are offered to be taken back.
const REVOCABLE_MAX: usize = 20;

pub(super) fn drafts(desk: &Desk<'_>, party: PartyId) -> Vec<Draft> {
    let mut all = Vec::new();
    for (label, matter) in desk.open() {
        let open: Vec<&StepAnswer<'_>> = matter.steps.iter().filter(|step| is_open(step)).collect();
        for step in open {
            of_step(desk, party, (&label, &matter), step, &mut all);
        }
    }
    openings(desk, party, &mut all);
    instruments(desk, party, &mut all);
    revocations(desk, party, &mut all);
    all.push(statement(desk, party));
    all.push(request(desk, party));
    all
}

/// Offers what a delegation can do at an open step.
fn of_step(
    desk: &Desk<'_>,
    party: PartyId,
    (label, matter): (&str, &MatterAnswer<'_>),
    step: &StepAnswer<'_>,
    all: &mut Vec<Draft>,
) {
    let (state, date) = (desk.word(party), desk.today);
    let title = &matter.procedure.title;
    let draft = |id: &str, what: &str, asks: Vec<Ask>, lines: Vec<String>| Draft {
        id: format!("{id}:{}", label.trim_start_matches('#')),
        group: Group::Open,
        title: format!("{what}: {title}, {label}"),
        article: Some(matter.article),
        asks,
        lines,
    };
    let what = |label: &str| vec![Ask::words("what", label)];
    let kind = step.step.kind;
    let is_ours = desk.is_actor(step.step.by, party, Sides::of(matter));
    let spoken = |kind: &str| {
        vec![
            format!("{date} statement by {state}"),
            "  what {what}".to_owned(),
            format!("  on {label} {kind}"),
        ]
    };
    match kind {
        StepKind::Contribute if is_ours => {
            for (verb, title) in [("offer", "Offer help"), ("contribute", "Tell what you give")] {
                let lines =
                    vec![format!("{date} {verb} {{what}} by {state}"), format!("  on {label}")];
                all.push(draft(verb, title, what("What"), lines));
            }
        }
        StepKind::Report if is_ours => {
            let lines = vec![format!("{date} report {{what}} by {state}"), format!("  on {label}")];
            all.push(draft("report", "Report", what("How things stand"), lines));
        }
        StepKind::Consent if is_ours => {
            let lines = vec![
                format!("{date} object to {label} by {state} {{what}}"),
                format!("  on {label}"),
            ];
            all.push(draft("object", "Object", what("Why"), lines));
            all.push(draft("consent", "Consent", what("In words"), spoken("consent")));
        }
        // The count is an act of the organ; a delegation says how it votes.
        StepKind::Decide | StepKind::Recommend | StepKind::Determine if !is_ours => {
            if is_open(step) && desk.members.contains(&party) {
                all.push(draft("vote", "Say how you vote", vote(), vote_lines(desk, state, label)));
            }
        }
        StepKind::Propose
        | StepKind::Consult
        | StepKind::Recommend
        | StepKind::Determine
        | StepKind::Decide
        | StepKind::Notify
        | StepKind::Circulate
        | StepKind::CarryOut
        | StepKind::End
            if is_ours =>
        {
            let title = capital(&step_text(step.step));
            all.push(draft(kind.word(), &title, what("In words"), spoken(kind.word())));
        }
        StepKind::Propose
        | StepKind::Consult
        | StepKind::Recommend
        | StepKind::Determine
        | StepKind::Decide
        | StepKind::Notify
        | StepKind::Consent
        | StepKind::Circulate
        | StepKind::Wait
        | StepKind::Deposit
        | StepKind::Contribute
        | StepKind::Report
        | StepKind::CarryOut
        | StepKind::End => {}
    }
}

fn vote() -> Vec<Ask> {
    let votes = pairs(&[
        ("\"votes for\"", "for"),
        ("\"votes against\"", "against"),
        ("\"abstains\"", "abstaining"),
    ]);
    vec![Ask::one("vote", "How", votes), Ask::words("words", "Explanation of vote").optional()]
}

fn vote_lines(desk: &Desk<'_>, state: &str, label: &str) -> Vec<String> {
    vec![
        format!("{} statement by {state}", desk.today),
        "  what {vote}".to_owned(),
        format!("  on {label}"),
        "  note {words}".to_owned(),
    ]
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
            title: procedure.title.clone(),
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
        Ask::words("what", "What is asked for"),
        Ask::one("about", "About", states.collect()).optional(),
        Ask::words("person", "Who acts for the state").optional(),
    ];
    let mut lines = vec![
        format!("{} request {{what}} by {state} {}", desk.today, label(desk, state, word)),
        format!("  opens {word}{{?about}}"),
        format!("  under {article}"),
    ];
    if procedure.signed_by.is_empty() {
        lines.push(format!("  signed {{person}} of {state}"));
    } else {
        let words = procedure.signed_by.iter();
        let of = words.map(|word| (word.clone(), word.replace('-', " "))).collect();
        asks.push(Ask::one("capacity", "In which capacity", of).optional());
        lines.push(format!("  signed {{person}} as {{capacity}} of {state}"));
    }
    (asks, lines)
}

/// Makes a label for a matter that is to be opened, one that the record does not have yet.
fn label(desk: &Desk<'_>, state: &str, procedure: &str) -> String {
    let labels = &desk.site.record().history.labels;
    let first = format!("#{}-{procedure}-{}", state.to_lowercase(), desk.today);
    if labels.find(&first).is_none() {
        return first;
    }
    let numbered = (2..1_000).map(|number| format!("{first}-{number}"));
    numbered.into_iter().find(|label| labels.find(label).is_none()).unwrap_or(first)
}

fn instruments(desk: &Desk<'_>, party: PartyId, all: &mut Vec<Draft>) {
    let (state, date) = (desk.word(party), desk.today);
    let forms: Vec<(String, String)> = ConsentForm::ALL
        .iter()
        .map(|form| (form.word().to_owned(), form.word().replace('-', " ")))
        .collect();
    for (id, word, title) in desk.treaties() {
        let standing = desk.standing(id, party);
        let draft = |verb: &str, what: &str, asks: Vec<Ask>, lines: Vec<String>| Draft {
            id: format!("{verb}:{word}"),
            group: Group::Instruments,
            title: format!("{what}: {title}"),
            article: None,
            asks,
            lines,
        };
        let note = Ask::words("note", "Remark").optional();
        let remark = "  note {note}".to_owned();
        if standing.is_none() {
            let lines = vec![format!("{date} sign {word} by {state}"), remark.clone()];
            all.push(draft("sign", "Sign", vec![note.clone()], lines));
        }
        if !standing.is_some_and(|status| status.is_bound()) {
            let lines =
                vec![format!("{date} deposit {{form}} of {word} by {state}"), remark.clone()];
            let asks = vec![Ask::one("form", "Instrument", forms.clone()), note.clone()];
            all.push(draft("deposit", "Deposit an instrument", asks, lines));
        } else {
            let lines = vec![format!("{date} notice of withdrawal from {word} by {state}"), remark];
            all.push(draft("notice", "Give notice of withdrawal", vec![note], lines));
        }
    }
}

/// Offers to take back what the state itself gave notice of, reserved or objected to.
fn revocations(desk: &Desk<'_>, party: PartyId, all: &mut Vec<Draft>) {
    let history = &desk.site.record().history;
    let mut given: Vec<(String, &str)> = Vec::new();
    for act in &history.acts {
        if let Deed::Revoke { label, .. } = &act.deed {
            given.retain(|(known, _)| known != history.labels.word(*label));
        }
        let kinds = [
            (matches!(act.deed, Deed::GiveNotice { .. }), "the notice"),
            (matches!(act.deed, Deed::Reserve { .. }), "the reservation"),
            (matches!(act.deed, Deed::Object { .. }), "the objection"),
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
            title: format!("Take back {kind} {label}"),
            article: None,
            asks: vec![Ask::words("note", "Remark").optional()],
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
        title: "A statement".to_owned(),
        article: None,
        asks: vec![Ask::words("what", "What is said")],
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
        title: "A request that opens no matter".to_owned(),
        article: None,
        asks: vec![
            Ask::words("what", "What is asked for"),
            Ask::one("to", "Of whom", bodies.collect()),
        ],
        lines: vec![format!("{} request {{what}} by {} to {{to}}", desk.today, desk.word(party))],
    }
}
