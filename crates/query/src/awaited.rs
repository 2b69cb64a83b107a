//! What the record awaits of a state on a day: a step whose turn is its own, a vote in an organ,
//! consent to what it signed, a duty of the year; each with its clock and its article.

use crate::asking::Asking;
use crate::docket::{MatterAnswer, StepAnswer, docket};
use crate::moment::Moment;
use crate::status::{RowStatus, status};
use crate::yearly::yearly;
use servanda_engine::{State, StepState, composition, is_actor};
use servanda_model::{
    Actor, ArticleId, BodyId, Day, Deed, Id as _, InstrumentId, MemberStatus, PartyId, Procedure,
    ProcedureStep, Status, StepExpiry, Yearly,
};

/// What is awaited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Call<'r> {
    /// A step of a matter whose turn has come.
    Step(&'r Procedure, &'r ProcedureStep),
    /// A decision of an organ in which the state has a vote.
    Vote(BodyId, &'r Procedure, &'r ProcedureStep),
    /// Consent to be bound by an instrument that the state signed.
    Consent(InstrumentId),
    /// A duty of each year.
    Yearly(&'r Yearly),
}

/// How strongly it is awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Its day has passed and no act of it is found.
    Overdue,
    /// It has a day, or silence counts as consent.
    Timed,
    /// It is to be done, without a day.
    Open,
    /// It may be done.
    Free,
}

impl Weight {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Timed => "timed",
            Self::Open => "open",
            Self::Free => "free",
        }
    }
}

impl Call<'_> {
    /// Returns the word of its kind: of the step, where it is one.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Step(_, step) => step.kind.word(),
            Self::Vote(..) => "vote",
            Self::Consent(_) => "consent-to-be-bound",
            Self::Yearly(_) => "each-year",
        }
    }
}

/// Something the record awaits of a state.
#[derive(Debug, Clone, PartialEq)]
pub struct Awaited<'r> {
    /// What.
    pub call: Call<'r>,
    /// How strongly.
    pub weight: Weight,
    /// The last day for it, where there is one.
    pub due: Option<Day>,
    /// What the end of that day does.
    pub on_expiry: Option<StepExpiry>,
    /// The article that asks for it.
    pub article: Option<ArticleId>,
    /// The position of the act it goes back to: the one that opened the matter, or the signature.
    pub act: Option<u32>,
    /// The state that opened the matter.
    pub opener: Option<PartyId>,
    /// The state the matter is about.
    pub about: Option<PartyId>,
}

/// Answers what is awaited of a state on a day: what is overdue first, then by the day it is due.
pub fn awaited<'r>(asking: &'r Asking<'r>, party: PartyId, moment: &Moment) -> Vec<Awaited<'r>> {
    let state = asking.fold(&asking.everything(), moment, &[]);
    let mut found = Vec::new();
    for matter in
        docket(asking, moment).iter().filter(|matter| !matter.is_closed() && !matter.may_be_opened)
    {
        found.extend(steps(asking, &state, matter, (party, moment)));
    }
    found.extend(consents(asking, &state, party, moment));
    found.extend(years(asking, party, moment));
    found.sort_by_key(|awaited| (awaited.weight, awaited.due, awaited.act));
    found
}

/// Returns the steps of a matter that await the state.
fn steps<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    matter: &MatterAnswer<'r>,
    (party, moment): (PartyId, &Moment),
) -> Vec<Awaited<'r>> {
    let mut found = Vec::new();
    for answer in matter.steps.iter().filter(|step| step.state.is_open()) {
        let step = answer.step;
        let Some(call) = call(asking, state, matter, step, (party, moment.on)) else { continue };
        if !said(asking, answer, party, moment).is_empty() {
            continue;
        }
        let due = answer.state.due();
        let is_late = matches!(answer.state, StepState::Overdue(_));
        let weight = match (is_late, due, step.optional) {
            (true, _, false) => Weight::Overdue,
            (false, Some(_), false) => Weight::Timed,
            (false, None, false) => Weight::Open,
            (_, _, true) => Weight::Free,
        };
        found.push(Awaited {
            call,
            weight,
            due,
            on_expiry: due.map(|_| step.on_expiry),
            article: Some(matter.article),
            act: Some(matter.position),
            opener: matter.opener,
            about: matter.about,
        });
    }
    found
}

/// Returns the acts by which a state did its part in a step and which stand: a vote that it took
/// back does not.
fn said(asking: &Asking<'_>, answer: &StepAnswer<'_>, party: PartyId, moment: &Moment) -> Vec<u32> {
    let acts = answer.acts.iter().map(|act| act.position);
    let stands = |position: &u32| {
        is_of(asking, *position, party) && !is_taken_back(asking, *position, party, moment)
    };
    acts.filter(stands).collect()
}

/// Tells whether a state had taken back a vote by the moment.
fn is_taken_back(asking: &Asking<'_>, vote: u32, party: PartyId, moment: &Moment) -> bool {
    let history = asking.history;
    if !history.act(vote).is_some_and(|act| matches!(act.deed, Deed::Vote { .. })) {
        return false;
    }
    (0u32..).zip(&history.acts).any(|(position, act)| {
        let Deed::Revoke { label, parties } = act.deed else { return false };
        let named = history.position_of(label).map(|named| history.first_told(named));
        named == Some(history.first_told(vote))
            && history.parties(parties).contains(&party)
            && asking.place(position, moment, &[]).is_some_and(|placed| placed.day <= moment.on)
    })
}

/// What a state did in a step that still runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<'r> {
    /// The procedure of the matter.
    pub procedure: &'r Procedure,
    /// The step.
    pub step: &'r ProcedureStep,
    /// The position of the act that opened the matter.
    pub matter: u32,
    /// The position of the act that stands.
    pub act: u32,
    /// The last day of the step, where there is one.
    pub due: Option<Day>,
}

/// Answers what a state did in steps that still run: a vote or an agreement that stands, an
/// objection.
pub fn given<'r>(asking: &'r Asking<'r>, party: PartyId, moment: &Moment) -> Vec<Given<'r>> {
    let mut found = Vec::new();
    for matter in docket(asking, moment).iter().filter(|matter| !matter.is_closed()) {
        for answer in matter.steps.iter().filter(|step| step.state.is_open()) {
            let due = answer.state.due();
            let acts = said(asking, answer, party, moment).into_iter();
            let (procedure, step, opened) = (matter.procedure, answer.step, matter.position);
            found.extend(acts.map(|act| Given { procedure, step, matter: opened, act, due }));
        }
    }
    found
}

/// Tells whether a step is for the state to take, or for an organ in which it has a vote. What
/// anybody may do awaits nobody.
fn call<'r>(
    asking: &Asking<'_>,
    state: &State,
    matter: &MatterAnswer<'r>,
    step: &'r ProcedureStep,
    (party, on): (PartyId, Day),
) -> Option<Call<'r>> {
    match step.by {
        Actor::Organ(organ) => {
            let votes = composition(&asking.code, state, organ, on)?.voting();
            votes.contains(party).then_some(Call::Vote(organ, matter.procedure, step))
        }
        Actor::Member
        | Actor::Opener
        | Actor::Target
        | Actor::EachOtherMember
        | Actor::PartyTo(_) => {
            let sides = (matter.opener, matter.about);
            let is_its = is_actor(&asking.code, state, step.by, sides, party, on) == Some(true);
            is_its.then_some(Call::Step(matter.procedure, step))
        }
        Actor::State | Actor::Office(_) | Actor::Nobody => None,
    }
}

/// Tells whether an act is one of the state's.
fn is_of(asking: &Asking<'_>, position: u32, party: PartyId) -> bool {
    let act = asking.history.act(position);
    act.is_some_and(|act| asking.history.parties_of(&act.deed).contains(&party))
}

/// Returns the instruments that the state signed and has not consented to be bound by.
fn consents<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    party: PartyId,
    moment: &Moment,
) -> Vec<Awaited<'r>> {
    let all = (0u32..).zip(&asking.law.instruments).map(|(n, _)| InstrumentId::of(n));
    // Who is no member of the organisation may still consent; nobody waits for it.
    let is_member = asking
        .law
        .own
        .is_none_or(|own| state.member(own, party, moment.on) == Some(MemberStatus::Member));
    let weight = if is_member { Weight::Open } else { Weight::Free };
    let signed = all.filter_map(|instrument| {
        let answer = status(asking, instrument, moment);
        let row = answer.participants.iter().find(|row| row.party == party)?;
        (row.status == RowStatus::Is(Status::Signatory)).then_some((instrument, row.why))
    });
    let signed = signed.map(|(instrument, why)| Awaited {
        call: Call::Consent(instrument),
        weight,
        due: None,
        on_expiry: None,
        article: why.article,
        act: Some(why.position),
        opener: None,
        about: None,
    });
    signed.collect()
}

/// Returns the duties of the year that the state owes.
fn years<'r>(asking: &'r Asking<'r>, party: PartyId, moment: &Moment) -> Vec<Awaited<'r>> {
    let owed = yearly(asking, moment).into_iter().filter(|duty| duty.binds(party));
    let open = owed.filter_map(|answer| {
        let due = answer.due?;
        Some(Awaited {
            call: Call::Yearly(answer.duty),
            weight: Weight::Timed,
            due: Some(due),
            on_expiry: Some(StepExpiry::StillOwed),
            article: Some(answer.article),
            act: None,
            opener: None,
            about: None,
        })
    });
    open.collect()
}

/// Returns what the end of its time does, in words.
pub fn expiry_text(expiry: StepExpiry) -> &'static str {
    match expiry {
        StepExpiry::Consents => "silence counts as consent",
        StepExpiry::Lapses => "the matter lapses",
        StepExpiry::StillOwed => "it stays owed",
    }
}

/// Returns what a call asks for, in words of the record.
pub fn call_text(asking: &Asking<'_>, call: Call<'_>) -> String {
    match call {
        Call::Step(procedure, step) => format!("{}: {}", procedure.titles.main, step.kind.word()),
        Call::Vote(organ, procedure, step) => {
            let organ = asking.law.body_names.word(organ);
            format!("{}: {} in {organ}", procedure.titles.main, step.kind.word())
        }
        Call::Consent(instrument) => {
            let word = asking.law.instrument_names.word(instrument);
            format!("signed, and no act of consent found in this record: {word}")
        }
        Call::Yearly(duty) => duty.titles.main.clone(),
    }
}
