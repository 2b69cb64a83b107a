//! The engine's answers in the form in which both are compared.

use crate::naive::{Notice, Stands, Values, call_words};
use servanda_engine::{
    Code, Filed, Forum, Placed, Running, State, StepState, advance, composition, expected_next,
    fold,
};
use servanda_model::{ArticleId, Day, Decider, Deed, History, Id as _, Law, PartyId, Vote};

/// The engine with the acts it has not been told yet.
pub(super) struct Engine<'a> {
    code: Code<'a>,
    untold: Vec<Placed<'a>>,
    state: State,
}

impl<'a> Engine<'a> {
    pub(super) fn new(law: &'a Law, history: &'a History) -> Self {
        Self { code: Code::compile(law), untold: placed(history), state: State::default() }
    }

    /// Tells the engine all acts up to and with a day.
    pub(super) fn to(&mut self, day: Day) {
        let until = self.untold.partition_point(|placed| placed.day <= day);
        let acts: Vec<Placed<'a>> = self.untold.drain(..until).collect();
        self.state = fold(&self.code, acts, std::mem::take(&mut self.state), day);
        advance(&self.code, &mut self.state, day);
    }

    /// Tells how things stood on a day, as known so far.
    pub(super) fn values(&self, on: Day) -> Values {
        answers(&self.code, &self.state, on)
    }
}

/// Returns number, first and last day of a term.
fn days_of(term: Running) -> (u32, Day, Day) {
    (term.number, term.from, term.through.unwrap_or(Day::MAX))
}

/// Tells how things stand on a day in a state of the engine.
pub fn answers(code: &Code<'_>, state: &State, on: Day) -> Values {
    let mut values = Values { expected: expected(code, state, on), ..Values::default() };
    for (instrument, treaty) in &state.treaties {
        for (party, participation) in &treaty.parties {
            let standing = participation.line.value(on);
            let standing = standing.map(|standing| (standing.status, standing.cause));
            values.standing.extend(standing.map(|standing| ((*instrument, *party), standing)));
        }
        values.in_force.extend(state.in_force(*instrument, on).then_some(*instrument));
        values.terms.extend(treaty.period_on(on).map(|term| (*instrument, days_of(term))));
    }
    for (body, members) in &state.bodies {
        for (party, line) in &members.members {
            values.members.extend(line.value(on).map(|member| ((*body, *party), member)));
        }
    }
    for (of, line) in &state.votes {
        values.votes.extend(line.value(on).map(|right| (*of, right)));
    }
    for (organ, _) in code.law.body_names.iter() {
        let seats = composition(code, state, organ, on).unwrap_or_default();
        let leave = seats.without_vote.iter().map(|(party, _)| ((organ, *party), false));
        values.unheard.extend(leave);
        let stay = seats.unheard.iter().map(|(party, _)| ((organ, *party), true));
        values.unheard.extend(stay);
    }
    for (position, matter) in state.matters.iter().filter(|(_, matter)| matter.opened <= on) {
        let stages = matter.law(code, state).map(|(_, procedure)| matter.stages(procedure, on));
        let stands = stages.into_iter().flatten().map(|stage| stands(stage.state)).collect();
        values.courses.insert(*position, (matter.opener, matter.opened, stands));
    }
    for (organ, taken) in &state.chairs {
        let held = taken.iter().rfind(|turned| turned.from <= on);
        values.chairs.extend(held.map(|turned| (*organ, turned.party)));
    }
    for (office, taken) in &state.offices {
        let held = taken.iter().rfind(|holding| holding.from <= on);
        let holder = held.and_then(|holding| Some((holding.party?, holding.acting)));
        values.offices.extend(holder.map(|holder| (*office, holder)));
    }
    for (ordinal, _) in (0u32..).zip(&code.law.articles) {
        let article = ArticleId::of(ordinal);
        values.versions.extend(code.version(article, state, on).map(|number| (article, number)));
    }
    let pending = state.notices().map(|pending| Notice {
        instrument: pending.instrument,
        party: pending.party,
        on: pending.on,
    });
    let filed = state.papers.iter().filter(|filing| filing.from <= on);
    values.papers = filed.map(|filing| paper_words(filing.paper)).collect();
    values.papers.sort();
    let cast = state.cast.cast.iter();
    values.cast = cast.map(|cast| (forum_words(&cast.forum), cast.party, cast.vote)).collect();
    let counted = state.cast.counted.iter();
    let each = |votes: &Vec<(PartyId, Vote)>| votes.iter().copied().collect();
    values.counted = counted.map(|(position, votes)| (*position, each(votes))).collect();
    values.notices = pending.collect();
    values.notices.sort_unstable();
    values
}

fn stands(state: StepState) -> Stands {
    match state {
        StepState::Taken(taken) => Stands::Taken(taken.position, taken.on),
        StepState::TimePassed(day) => Stands::TimePassed(day),
        StepState::Runs(day) => Stands::Runs(day),
        StepState::Overdue(day) => Stands::Overdue(day),
        StepState::NotTaken => Stands::NotTaken,
        StepState::PassedOver => Stands::PassedOver,
        StepState::Waits => Stands::Waits,
        StepState::Lapsed => Stands::Lapsed,
        StepState::NotReached => Stands::NotReached,
    }
}

/// Returns what votes are cast on, in the words of the other engine.
fn forum_words(forum: &Forum) -> String {
    match forum {
        Forum::Matter(matter, place) => format!("matter {matter} {place}"),
        Forum::Session(session, title) => format!("session {session} {:?}", title.as_ref()),
    }
}

/// Returns a paper in the words of the other engine.
fn paper_words(paper: Filed) -> String {
    match paper {
        Filed::Call { organ, on, form } => call_words(organ, on, form),
        Filed::Minutes { of, revision } => format!("minutes {of} {revision}"),
        Filed::Presented { of } => format!("presented {of}"),
        Filed::Discharge { article, year } => format!("discharge {article:?} {year}"),
        Filed::Credentials { of, stage } => format!("credentials {of} {}", stage.word()),
    }
}

/// Returns the expectations of all readings in the order of their articles.
fn expected(
    code: &Code<'_>,
    state: &State,
    on: Day,
) -> Vec<(ArticleId, String, Option<PartyId>, bool)> {
    let chairs = code.law.body_names.iter().map(|(body, _)| Decider::ChairOf(body));
    let offices = code.law.office_names.iter().map(|(office, _)| Decider::Office(office));
    let mut all = Vec::new();
    for subject in chairs.chain(offices) {
        for reading in expected_next(code, state, subject, on) {
            let name = reading.reading.to_owned();
            all.push((reading.article, name, reading.party, reading.is_followed));
        }
    }
    all.sort();
    all
}

/// Places all acts, and in the place of each corrected one its last correction.
pub fn placed(history: &History) -> Vec<Placed<'_>> {
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for (position, act) in (0u32..).zip(&history.acts) {
        if is_corrected(history, position) {
            continue;
        }
        placed.push(Placed::new(history, position, act).corrected());
    }
    placed.sort_by_key(|placed| (placed.day, placed.position));
    placed
}

/// Tells whether a correction names an act, or a later one names what this one corrects.
fn is_corrected(history: &History, position: u32) -> bool {
    let Some(act) = history.act(position) else { return false };
    let target = match &act.deed {
        Deed::Correct { label, .. } => Some(*label),
        _ => None,
    };
    (0u32..).zip(&history.acts).any(|(other, correction)| match &correction.deed {
        Deed::Correct { label, .. } => {
            act.label == Some(*label) || (target == Some(*label) && other > position)
        }
        _ => false,
    })
}
