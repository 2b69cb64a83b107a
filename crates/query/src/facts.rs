//! Everything the record answers at one moment, fact by fact, with what leaves a fact open.

mod outcome;
mod seat;

use crate::asking::{Asking, Slice};
use crate::describe::act_name;
use crate::moment::Moment;
use crate::status::RowStatus;
use servanda_engine::State;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, Decider, Grade, InstrumentId, MatterId, OfficeId, PartyId,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// How a party stands to an instrument.
    Participation(InstrumentId, PartyId),
    /// How a party stands to a body.
    Membership(BodyId, PartyId),
    /// How it stands with the vote of a party in a body, where an act took it.
    Vote(BodyId, PartyId),
    /// Whether an instrument is in force.
    Force(InstrumentId),
    /// In which term or renewal of an instrument the day lies.
    Period(InstrumentId),
    /// Who has a chair or an office, and what there is to say of it.
    Seat(Decider, Aspect),
    /// What an organ decided, had the matter been of a kind.
    Outcome(u32, MatterId),
    /// What was noticed about an act.
    Finding(u32, Grade, Option<ArticleId>),
}

/// What is asked of a chair or an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// Who has it.
    Holder,
    /// How that departs from the articles.
    Departure,
    /// Who is expected next.
    Next,
}

/// What is told of a subject.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    /// The answer.
    pub(crate) text: String,
    /// What tells two equal answers apart: since when, and why.
    pub(crate) detail: String,
}

/// All facts of a moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// Along the readings the record follows.
    pub(crate) told: Sheet,
    /// The facts that are left open, and by what.
    pub(crate) open: BTreeMap<Subject, BTreeSet<String>>,
}

/// What is told of each subject.
pub(crate) type Sheet = BTreeMap<Subject, Told>;

/// Asks everything at one moment.
pub(crate) fn facts(asking: &Asking<'_>, moment: &Moment) -> Facts {
    let mut facts = of_topics(asking, moment, |_| true);
    facts.of_the_rest(asking, moment);
    facts
}

/// Asks everything of a record and of the same with a supposition as its last act. What does not
/// depend on that act is asked once.
pub(crate) fn facts_of_both(
    asking: &Asking<'_>,
    supposing: &Asking<'_>,
    moment: &Moment,
) -> (Facts, Facts) {
    let depends = |positions: &Vec<u32>| {
        supposing.supposed().is_none_or(|supposed| positions.contains(&supposed))
    };
    let touched: BTreeSet<Topic> = topics(supposing)
        .into_iter()
        .filter(|(positions, _)| depends(positions))
        .flat_map(|(_, topics)| topics)
        .collect();
    let mut before = of_topics(supposing, moment, |topic| !touched.contains(topic));
    let mut after = before.clone();
    before.add(of_topics(asking, moment, |topic| touched.contains(topic)));
    after.add(of_topics(supposing, moment, |topic| touched.contains(topic)));
    before.of_the_rest(asking, moment);
    after.of_the_rest(supposing, moment);
    (before, after)
}

/// Asks about some topics.
fn of_topics(asking: &Asking<'_>, moment: &Moment, is_asked: impl Fn(&Topic) -> bool) -> Facts {
    let mut facts = Facts::default();
    for (positions, mut topics) in topics(asking) {
        topics.retain(&is_asked);
        if !topics.is_empty() {
            facts.ask(asking, &Slice { positions }, moment, |state| {
                topics.iter().flat_map(|topic| read(asking, state, *topic, moment.on)).collect()
            });
        }
    }
    facts
}

/// Something whose facts are read off one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    Instrument(InstrumentId),
    Body(BodyId),
    Office(OfficeId),
}

/// Puts together what depends on the same acts, so that these are folded once for all of it.
fn topics(asking: &Asking<'_>) -> BTreeMap<Vec<u32>, Vec<Topic>> {
    let law = asking.law;
    let instruments = law.instrument_names.iter();
    let instruments =
        instruments.map(|(id, _)| (asking.about_instrument(id), Topic::Instrument(id)));
    let bodies =
        law.body_names.iter().map(|(id, _)| (asking.about_membership(id), Topic::Body(id)));
    let offices =
        law.office_names.iter().map(|(id, _)| (asking.about_office(id), Topic::Office(id)));
    let mut topics: BTreeMap<Vec<u32>, Vec<Topic>> = BTreeMap::new();
    for (slice, topic) in instruments.chain(bodies).chain(offices) {
        topics.entry(slice.positions).or_default().push(topic);
    }
    topics
}

fn read(asking: &Asking<'_>, state: &State, topic: Topic, on: Day) -> Sheet {
    match topic {
        Topic::Instrument(id) => instrument(state, id, on),
        Topic::Body(id) => membership(state, id, on),
        Topic::Office(id) => seat::holder(asking, state, id, on),
    }
}

impl Facts {
    /// Asks about seats, outcomes of votes and findings, which look at more than one topic.
    fn of_the_rest(&mut self, asking: &Asking<'_>, moment: &Moment) {
        seat::seats(asking, moment, self);
        outcome::outcomes(asking, moment, self);
        findings(asking, moment, self);
    }

    fn add(&mut self, others: Self) {
        self.told.extend(others.told);
        for (subject, because) in others.open {
            self.open.entry(subject).or_default().extend(because);
        }
    }

    /// Adds what the acts of a slice tell, and leaves open what another reading between which
    /// the record does not decide, or another day of an uncertain act, tells otherwise.
    fn ask(
        &mut self,
        asking: &Asking<'_>,
        slice: &Slice,
        moment: &Moment,
        read: impl Fn(&State) -> Sheet,
    ) {
        let answers = asking.vary(slice, moment, read);
        for (choice, _, other) in answers.rivals.iter().filter(|(_, decided, _)| !decided) {
            let why = format!("positions differ on {}", act_name(asking, choice.position));
            self.leave_open(&answers.base, other, &why);
        }
        let names = |positions: &[u32]| {
            let names: Vec<String> = positions.iter().map(|p| act_name(asking, *p)).collect();
            names.join(", ")
        };
        let why = format!("depends on the date of {}", names(&answers.deciding));
        answers.placements.iter().for_each(|other| self.leave_open(&answers.base, other, &why));
        if !answers.untried.is_empty() {
            let why = format!("too many dates are open: {}", names(&answers.untried));
            answers.base.keys().for_each(|subject| self.open(*subject, &why));
        }
        self.told.extend(answers.base);
    }

    fn leave_open(&mut self, base: &Sheet, other: &Sheet, why: &str) {
        for subject in base.keys().chain(other.keys()) {
            let text = |sheet: &Sheet| sheet.get(subject).map(|told| told.text.clone());
            if text(base) != text(other) {
                self.open(*subject, why);
            }
        }
    }

    pub(super) fn open(&mut self, subject: Subject, why: &str) {
        self.open.entry(subject).or_default().insert(why.to_owned());
    }
}

/// Tells how an instrument and its parties stand.
fn instrument(state: &State, id: InstrumentId, on: Day) -> Sheet {
    let mut sheet = Sheet::new();
    let span = state.treaty(id).and_then(|treaty| treaty.force.at(on));
    let in_force = state.in_force(id, on);
    let since = span.filter(|span| in_force && span.why.exact).map(|span| span.from);
    let text = if in_force { "in force" } else { "not in force" }.to_owned();
    sheet.insert(Subject::Force(id), Told { text, detail: detail(None, since) });
    if let Some((number, from, through)) = state.treaty(id).and_then(|t| t.period_on(on)) {
        let text = format!("{number}, from {from} through {through}");
        sheet.insert(Subject::Period(id), Told { text, detail: String::new() });
    }
    for (party, row) in crate::status::rows(state, id, on) {
        let RowStatus::Is(status) = row.status else { continue };
        let told = Told { text: status.word().to_owned(), detail: detail(row.cause, row.since) };
        sheet.insert(Subject::Participation(id, party), told);
    }
    sheet
}

/// Tells how every party stands to a body.
fn membership(state: &State, id: BodyId, on: Day) -> Sheet {
    let rows = crate::members::rows(state, id, on).into_iter();
    let told = rows.filter_map(|(party, row)| {
        let text = row.status?.word().to_owned();
        Some((Subject::Membership(id, party), Told { text, detail: detail(row.cause, row.since) }))
    });
    let lost =
        crate::votes::rights(state, id, on).into_iter().map(|(party, (right, from, why))| {
            let since = Some(from).filter(|_| why.exact);
            let told = Told { text: right.word().to_owned(), detail: detail(None, since) };
            (Subject::Vote(id, party), told)
        });
    told.chain(lost).collect()
}

fn detail(cause: Option<Cause>, since: Option<Day>) -> String {
    let cause = cause.map(|cause| cause.word().to_owned());
    let since = since.map(|day| format!("since {day}"));
    let both: Vec<String> = cause.into_iter().chain(since).collect();
    both.join(", ")
}

/// Tells what was noticed about the acts up to the day.
fn findings(asking: &Asking<'_>, moment: &Moment, facts: &mut Facts) {
    let state = asking.fold(&asking.everything(), moment, &[]);
    for finding in &state.findings {
        let placed = asking.place(finding.position, moment, &[]);
        if placed.is_none_or(|placed| placed.day > moment.on) {
            continue;
        }
        let subject = Subject::Finding(finding.position, finding.grade, finding.article);
        let told = facts.told.entry(subject).or_default();
        let break_before = if told.text.is_empty() { "" } else { "; " };
        told.text.push_str(break_before);
        told.text.push_str(&finding.message(asking.law));
    }
}
