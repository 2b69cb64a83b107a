//! Everything the record answers at one moment, fact by fact, with what leaves a fact open.

mod outcome;
mod seat;

use crate::asking::{Asking, Slice};
use crate::describe::named;
use crate::moment::Moment;
use crate::status::RowStatus;
use servanda_engine::State;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, Decider, Finding, Grade, InstrumentId, Law, MatterId, Mention,
    OfficeId, PartyId, Remark, remark,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// The answer.
    pub(crate) text: Remark,
    /// What tells two equal answers apart: since when, and why.
    pub(crate) detail: Option<Remark>,
}

impl Told {
    /// Tells whether two answers say the same.
    pub(crate) fn says_as(&self, other: &Self, law: &Law) -> bool {
        let said = |told: &Self| {
            (told.text.english(law), told.detail.as_ref().map(|detail| detail.english(law)))
        };
        self == other || said(self) == said(other)
    }
}

impl From<Remark> for Told {
    fn from(text: Remark) -> Self {
        Self { text, detail: None }
    }
}

/// All facts of a moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// Along the readings the record follows.
    pub(crate) told: Sheet,
    /// The facts that are left open, and by what, in the order of the English words.
    pub(crate) open: BTreeMap<Subject, BTreeMap<String, Vec<Remark>>>,
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
            let why = remark!(POSITIONS_DIFFER_ON, act = named(asking, choice.position));
            self.leave_open(asking, (&answers.base, other), &why);
        }
        let names = |positions: &[u32]| {
            positions.iter().map(|at| named(asking, *at)).collect::<Vec<Mention>>()
        };
        let why = remark!(DEPENDS_ON_DATE, acts = names(&answers.deciding));
        let placements = answers.placements.iter();
        placements.for_each(|other| self.leave_open(asking, (&answers.base, other), &why));
        if !answers.untried.is_empty() {
            let why = vec![remark!(TOO_MANY_OPEN, acts = names(&answers.untried))];
            answers.base.keys().for_each(|subject| self.open(asking, *subject, &why));
        }
        self.told.extend(answers.base);
    }

    fn leave_open(&mut self, asking: &Asking<'_>, (base, other): (&Sheet, &Sheet), why: &Remark) {
        for subject in base.keys().chain(other.keys()) {
            let text = |sheet: &Sheet| sheet.get(subject).map(|told| told.text.clone());
            if text(base) != text(other) {
                self.open(asking, *subject, std::slice::from_ref(why));
            }
        }
    }

    pub(super) fn open(&mut self, asking: &Asking<'_>, subject: Subject, why: &[Remark]) {
        let english: Vec<String> = why.iter().map(|one| one.english(asking.law)).collect();
        self.open.entry(subject).or_default().insert(english.join("; "), why.to_vec());
    }
}

/// Tells how an instrument and its parties stand.
fn instrument(state: &State, id: InstrumentId, on: Day) -> Sheet {
    let mut sheet = Sheet::new();
    let span = state.treaty(id).and_then(|treaty| treaty.force.at(on));
    let in_force = state.in_force(id, on);
    let since = span.filter(|span| in_force && span.why.exact).map(|span| span.from);
    let text = stands(match in_force {
        true => Mention::Form("in-force", "in force"),
        false => Mention::Form("not-in-force", "not in force"),
    });
    sheet.insert(Subject::Force(id), Told { text, detail: detail(None, since) });
    if let Some(term) = state.treaty(id).and_then(|t| t.period_on(on)) {
        let (number, from) = (Mention::Number(term.number), term.from);
        let text = match term.through {
            Some(through) => remark!(PERIOD, number = number, from = from, through = through),
            None => remark!(PERIOD_GOES_ON, number = number, from = from),
        };
        sheet.insert(Subject::Period(id), Told::from(text));
    }
    for (party, row) in crate::status::rows(state, id, on) {
        let RowStatus::Is(status) = row.status else { continue };
        let text = stands(Mention::Word(status.word()));
        let told = Told { text, detail: detail(row.cause, row.since) };
        sheet.insert(Subject::Participation(id, party), told);
    }
    sheet
}

/// Tells how every party stands to a body.
fn membership(state: &State, id: BodyId, on: Day) -> Sheet {
    let rows = crate::members::rows(state, id, on).into_iter();
    let told = rows.filter_map(|(party, row)| {
        let text = stands(Mention::Word(row.status?.word()));
        Some((Subject::Membership(id, party), Told { text, detail: detail(row.cause, row.since) }))
    });
    let lost =
        crate::votes::rights(state, id, on).into_iter().map(|(party, (right, from, why))| {
            let since = Some(from).filter(|_| why.exact);
            let text = stands(Mention::Word(right.word()));
            let told = Told { text, detail: detail(None, since) };
            (Subject::Vote(id, party), told)
        });
    told.chain(lost).collect()
}

/// Says how something stands, in a word.
fn stands(status: Mention) -> Remark {
    remark!(STANDS, status = status)
}

fn detail(cause: Option<Cause>, since: Option<Day>) -> Option<Remark> {
    match (cause.map(|cause| Mention::Word(cause.word())), since) {
        (Some(cause), Some(day)) => Some(remark!(CAUSE_SINCE, cause = cause, day = day)),
        (Some(cause), None) => Some(remark!(CAUSE, cause = cause)),
        (None, Some(day)) => Some(remark!(SINCE, day = day)),
        (None, None) => None,
    }
}

/// Tells what was noticed about the acts up to the day.
fn findings(asking: &Asking<'_>, moment: &Moment, facts: &mut Facts) {
    let state = asking.fold(&asking.everything(), moment, &[]);
    let mut noticed: BTreeMap<Subject, Vec<Finding>> = BTreeMap::new();
    for finding in &state.findings {
        let placed = asking.place(finding.position, moment, &[]);
        if placed.is_none_or(|placed| placed.day > moment.on) {
            continue;
        }
        let subject = Subject::Finding(finding.position, finding.grade, finding.article);
        noticed.entry(subject).or_default().push(finding.clone());
    }
    let told = noticed.into_iter().map(|(subject, all)| {
        (subject, Told::from(remark!(NOTICED, findings = Mention::Noticed(all))))
    });
    facts.told.extend(told);
}
