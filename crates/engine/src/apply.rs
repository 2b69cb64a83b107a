//! Turning effects into state: total, cannot fail.

use crate::admit::Admitted;
use crate::effect::{Derivation, Effect};
use crate::state::{Force, Holding, Met, Standing, State, Term, Turned};
use crate::timer::{Timer, day_after};
use servanda_model::{
    BodyId, Cause, Day, Event, InstrumentId, MemberStatus, OnExpiry, PartyId, Status, TermRule,
};

/// What changed, so that its consequences can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// How a party stands to an instrument.
    Participation(InstrumentId, PartyId, Event, Derivation, Day),
    /// An instrument is in force.
    InForce(InstrumentId, Derivation, Day),
    /// An instrument is no longer in force.
    Ended(InstrumentId, Derivation, Day),
    /// The members of a body.
    Members(BodyId, Derivation, Day),
}

/// Applies what was admitted.
pub fn apply(mut state: State, admitted: Admitted) -> State {
    drop(apply_noting(&mut state, admitted, &mut Vec::new()));
    state
}

/// Applies what was admitted and notes what changed; gives the list of effects back, empty.
pub(crate) fn apply_noting(
    state: &mut State,
    admitted: Admitted,
    changed: &mut Vec<Changed>,
) -> Vec<Effect> {
    let (mut effects, mut findings, against) = admitted.into_parts();
    assert!(against == state.applied, "BUG: stale admission");
    state.applied = state.applied.saturating_add(1);
    state.findings.append(&mut findings);
    for effect in effects.drain(..) {
        one(state, effect, changed);
    }
    effects
}

fn one(state: &mut State, effect: Effect, changed: &mut Vec<Changed>) {
    match effect {
        Effect::Participation { instrument, party, event, cause, from, why } => {
            if participation(state, instrument, party, (event, cause), (from, why)) {
                changed.push(Changed::Participation(instrument, party, event, why, from));
            }
        }
        Effect::Extend { instrument, party, from, why } => {
            extend(state, instrument, party, from, why, changed);
        }
        Effect::InForce { instrument, from, why } => {
            let treaty = state.treaties.entry(instrument).or_default();
            treaty.entry_due = None;
            treaty.force.set(from, Force::InForce, why);
            changed.push(Changed::InForce(instrument, why, from));
        }
        Effect::OutOfForce { instrument, from, why } => {
            state.treaties.entry(instrument).or_default().force.set(from, Force::Ended, why);
            changed.push(Changed::Ended(instrument, why, from));
        }
        Effect::StartTerm { rule, from, why } => start_term(state, rule, from, why),
        Effect::Version { article, version, from, why } => {
            state.versions.entry(article).or_default().set(from, Some(version), why);
        }
        Effect::Member { body, party, status, cause, from, why } => {
            member(state, body, party, (status, cause), (from, why));
            changed.push(Changed::Members(body, why, from));
        }
        Effect::Meet { .. }
        | Effect::TakeChair { .. }
        | Effect::TakeOffice { .. }
        | Effect::Vacate { .. } => seat(state, effect),
        Effect::ScheduleEntry { .. }
        | Effect::ScheduleParty { .. }
        | Effect::ScheduleWithdrawal { .. }
        | Effect::CancelNotice { .. }
        | Effect::Later { .. } => schedule(state, effect),
    }
}

/// Puts an event on a participation; tells whether it changed anything.
fn participation(
    state: &mut State,
    instrument: InstrumentId,
    party: PartyId,
    (event, cause): (Event, Option<Cause>),
    (from, why): (Day, Derivation),
) -> bool {
    let treaty = state.treaties.entry(instrument).or_default();
    let participation = treaty.parties.or_default(party);
    let before = participation.line.value(from).map(|standing| standing.status);
    let Some(status) = event.next(before) else {
        return false;
    };
    match event {
        Event::Sign => participation.signed = Some(from),
        Event::Consent => participation.consented = Some(from),
        Event::End => participation.consented = None,
        Event::ApplyProvisionally | Event::Enter | Event::Suspend | Event::Resume => {}
    }
    participation.line.set(from, Standing { status, cause }, why);
    true
}

/// Keeps a party bound although the term ends or has ended.
fn extend(
    state: &mut State,
    instrument: InstrumentId,
    party: PartyId,
    from: Day,
    why: Derivation,
    changed: &mut Vec<Changed>,
) {
    let treaty = state.treaties.entry(instrument).or_default();
    let participation = treaty.parties.or_default(party);
    let standing = participation.line.value(from);
    let status = standing.map(|standing| standing.status);
    if status == Some(Status::Party) {
        treaty.extended.push(party);
        return;
    }
    participation.consented.get_or_insert(from);
    participation.line.set(from, Standing { status: Status::Party, cause: None }, why);
    if treaty.force.value(from) != Some(Force::InForce) {
        treaty.force.set(from, Force::InForce, why);
    }
    changed.push(Changed::Participation(instrument, party, Event::Enter, why, from));
}

fn start_term(state: &mut State, rule: TermRule, from: Day, why: Derivation) {
    let treaty = state.treaties.entry(rule.of).or_default();
    let number = treaty.terms.last().map_or(1, |term| term.number.saturating_add(1));
    let TermRule { of, length, end, on_expiry, .. } = rule;
    let term = Term { number, from, length, end, on_expiry, why };
    treaty.terms.push(term);
    if on_expiry == OnExpiry::Lapse {
        let timer = Timer::Expiry { instrument: of, number, article: why.article, why };
        push_timer(state, day_after(term.through()), timer);
    }
}

fn member(
    state: &mut State,
    body: BodyId,
    party: PartyId,
    value: (MemberStatus, Option<Cause>),
    (from, why): (Day, Derivation),
) {
    let line = state.bodies.entry(body).or_default().members.entry(party).or_default();
    line.set(from, value, why);
}

/// Chairs, offices and sessions are kept in the order of their days.
fn seat(state: &mut State, effect: Effect) {
    match effect {
        Effect::Meet { organ, place, form, on, why } => {
            let met = Met { on, place, form, why };
            insert(state.sessions.entry(organ).or_default(), met, |met| met.on);
        }
        Effect::TakeChair { organ, party, instead_of, from, why } => {
            let turned = Turned { party, instead_of, from, why };
            insert(state.chairs.entry(organ).or_default(), turned, |turned| turned.from);
        }
        Effect::TakeOffice { office, party, acting, from, why } => {
            let holding = Holding { party: Some(party), acting, from, why };
            insert(state.offices.entry(office).or_default(), holding, |holding| holding.from);
        }
        Effect::Vacate { office, from, why } => {
            let holding = Holding { party: None, acting: false, from, why };
            insert(state.offices.entry(office).or_default(), holding, |holding| holding.from);
        }
        Effect::Participation { .. }
        | Effect::Extend { .. }
        | Effect::InForce { .. }
        | Effect::OutOfForce { .. }
        | Effect::StartTerm { .. }
        | Effect::ScheduleEntry { .. }
        | Effect::ScheduleParty { .. }
        | Effect::ScheduleWithdrawal { .. }
        | Effect::CancelNotice { .. }
        | Effect::Later { .. }
        | Effect::Member { .. }
        | Effect::Version { .. } => {}
    }
}

fn insert<T>(list: &mut Vec<T>, item: T, day: impl Fn(&T) -> Day) {
    let at = list.partition_point(|known| day(known) <= day(&item));
    list.insert(at, item);
}

fn schedule(state: &mut State, effect: Effect) {
    match effect {
        Effect::ScheduleEntry { instrument, on, why } => {
            state.treaties.entry(instrument).or_default().entry_due = Some(on);
            push_timer(state, on, Timer::Entry { instrument, why });
        }
        Effect::ScheduleParty { instrument, party, on, why } => {
            push_timer(state, on, Timer::PartyEntry { instrument, party, why });
        }
        Effect::ScheduleWithdrawal { instrument, party, on, why } => {
            push_timer(state, on, Timer::Withdrawal { instrument, party, why });
        }
        Effect::CancelNotice { position } => state.timers.retain(
            |_, timer| !matches!(timer, Timer::Withdrawal { why, .. } if why.position == position),
        ),
        Effect::Later { on, effects, why } => {
            push_timer(state, on, Timer::Effects { effects, why });
        }
        Effect::Participation { .. }
        | Effect::Extend { .. }
        | Effect::InForce { .. }
        | Effect::OutOfForce { .. }
        | Effect::StartTerm { .. }
        | Effect::Member { .. }
        | Effect::Meet { .. }
        | Effect::TakeChair { .. }
        | Effect::TakeOffice { .. }
        | Effect::Vacate { .. }
        | Effect::Version { .. } => {}
    }
}

fn push_timer(state: &mut State, on: Day, timer: Timer) {
    let key = (on, state.timers_made);
    state.timers_made = state.timers_made.saturating_add(1);
    state.timers.insert(key, timer);
}

impl State {
    /// Tells whether the notice at a position has not taken effect yet.
    pub(crate) fn notice_pending(&self, position: u32) -> bool {
        self.timers
            .values()
            .any(|timer| matches!(timer, Timer::Withdrawal { why, .. } if why.position == position))
    }
}
