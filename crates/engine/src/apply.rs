//! Turning effects into state: total, cannot fail.

use crate::admit::Admitted;
use crate::effect::{Derivation, Effect, Through};
use crate::state::{Extended, Filing, Force, Holding, Met, Standing, State, Term, Turned};
use crate::timer::{Timer, day_after};
use crate::{cast, docketing, reservation};
use servanda_model::{
    ArticleId, BodyId, Cause, Day, Event, InstrumentId, MemberStatus, OnExpiry, PartyId, Status,
    TermRule,
};

/// What happened to a participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Participated {
    pub(crate) instrument: InstrumentId,
    pub(crate) party: PartyId,
    pub(crate) event: Event,
    /// The status before.
    pub(crate) before: Option<Status>,
    pub(crate) why: Derivation,
    pub(crate) from: Day,
}

/// What changed, so that its consequences can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// How a party stands to an instrument.
    Participation(Participated),
    /// An instrument is in force.
    InForce(InstrumentId, Derivation, Day),
    /// An instrument is no longer in force.
    Ended(InstrumentId, Derivation, Day),
    /// An instrument that was no longer in force has not ended after all.
    Revived(InstrumentId, Derivation, Day),
    /// The members of a body.
    Members(BodyId, Derivation),
    /// Which version of an article counts.
    Law(ArticleId, Derivation),
    /// Nothing holds up the consent of a party to an instrument any more.
    LetGo(InstrumentId, PartyId, Derivation, Day),
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
            let it = Participated { instrument, party, event, before: None, why, from };
            participation(state, it, cause, changed);
        }
        Effect::Extended { instrument, party, by, from } => {
            state.treaties.or_default(instrument).extended.push(Extended { party, by, from });
        }
        Effect::Extend { instrument, party, bound_by, from, why } => {
            let today = state.day.max(Some(from)).unwrap_or(from);
            let binds = |by| state.standing(by, party, today).is_some_and(|s| s.status.is_bound());
            if bound_by.is_none_or(binds) {
                extend(state, instrument, party, from, why, changed);
            }
        }
        Effect::InForce { instrument, from, why } => {
            let treaty = state.treaties.or_default(instrument);
            if treaty.force.value(from) != Some(Force::InForce) {
                treaty.force.set(from, Force::InForce, why);
                changed.push(Changed::InForce(instrument, why, from));
            }
        }
        Effect::BindAll { instrument, from, why } => {
            bind_all(state, instrument, from, why, changed);
        }
        Effect::OutOfForce { instrument, from, why } => {
            let treaty = state.treaties.or_default(instrument);
            if treaty.force.value(from) != Some(Force::Ended) {
                treaty.force.set(from, Force::Ended, why);
                changed.push(Changed::Ended(instrument, why, from));
            }
        }
        Effect::StartTerm { rule, from, why } => start_term(state, rule, from, why),
        Effect::Version { article, version, from, why } => {
            state.versions.entry(article).or_default().set(from, Some(version), why);
            changed.push(Changed::Law(article, why));
        }
        Effect::Member { body, party, status, cause, from, why } => {
            if member(state, body, party, (status, cause), (from, why)) {
                changed.push(Changed::Members(body, why));
            }
        }
        Effect::VoteRight { body, party, right, from, why } => {
            state.votes.entry((body, party)).or_default().set(from, right, why);
        }
        Effect::Meet { .. }
        | Effect::File { .. }
        | Effect::TakeChair { .. }
        | Effect::TakeOffice { .. }
        | Effect::Vacate { .. } => seat(state, effect),
        Effect::Rule { ruling } => reservation::rule(state, ruling, changed),
        Effect::Reservation(it, from, why) => reservation::keep(state, it, (from, why), changed),
        Effect::Voting(step, from) => cast::keep(state, step, from),
        Effect::Docket(step) => docketing::keep(state, step),
        Effect::ScheduleEntry { .. }
        | Effect::ScheduleParty { .. }
        | Effect::ScheduleWithdrawal { .. }
        | Effect::CancelNotice { .. }
        | Effect::Later { .. } => schedule(state, effect),
    }
}

/// Puts an event on a participation, where it changes anything.
fn participation(
    state: &mut State,
    it: Participated,
    cause: Option<Cause>,
    changed: &mut Vec<Changed>,
) {
    let Participated { instrument, party, event, why, from, .. } = it;
    let treaty = state.treaties.or_default(instrument);
    let participation = treaty.parties.or_default(party);
    let before = participation.line.value(from).map(|standing| standing.status);
    let Some(status) = event.next(before) else {
        return;
    };
    match event {
        Event::Sign => participation.signed = Some(from),
        Event::Consent => {
            participation.consented.get_or_insert(from);
        }
        Event::End => participation.consented = None,
        Event::ApplyProvisionally | Event::Enter | Event::Suspend | Event::Resume => {}
    }
    participation.line.set(from, Standing { status, cause }, why);
    if event == Event::End || before == Some(Status::Former) {
        drop_timers(state, instrument, party, event);
    }
    changed.push(Changed::Participation(Participated { before, ..it }));
}

/// An end takes back the entry that was due; a notice does not outlive the participation for
/// which it was given.
fn drop_timers(state: &mut State, instrument: InstrumentId, party: PartyId, event: Event) {
    let ends = event == Event::End;
    let of = (instrument, party);
    state.timers.retain(|_, timer| match timer {
        Timer::PartyEntry { instrument, party, .. } => !ends || (*instrument, *party) != of,
        Timer::Withdrawal { instrument, party, .. } => ends || (*instrument, *party) != of,
        Timer::Entry { .. } | Timer::Expiry { .. } | Timer::Effects { .. } => true,
    });
}

/// Binds all who consented until the condition was reached, or without one until the entry into
/// force; those who consented since are later parties.
fn bind_all(
    state: &mut State,
    instrument: InstrumentId,
    from: Day,
    why: Derivation,
    changed: &mut Vec<Changed>,
) {
    if !state.in_force(instrument, from) {
        return;
    }
    let treaty = state.treaty(instrument);
    let reached = treaty.and_then(|treaty| treaty.reached).unwrap_or(from);
    let parties = treaty.into_iter().flat_map(|treaty| &treaty.parties);
    let consented = parties.filter_map(|(party, p)| Some((*party, p.consented?)));
    for (party, day) in consented.collect::<Vec<_>>() {
        let (event, before) = (Event::Enter, None);
        let it = Participated { instrument, party, event, before, why, from };
        if day <= reached {
            participation(state, it, None, changed);
        } else {
            let event = Event::Consent;
            changed.push(Changed::Participation(Participated { event, from: day, ..it }));
        }
    }
}

/// Keeps a party bound although the term ends or has ended: as it stood on the eve, where the end
/// took its participation away on that very day, else as a party.
fn extend(
    state: &mut State,
    instrument: InstrumentId,
    party: PartyId,
    from: Day,
    why: Derivation,
    changed: &mut Vec<Changed>,
) {
    let treaty = state.treaties.or_default(instrument);
    let Some(force) = treaty.force.value(from) else {
        return;
    };
    let participation = treaty.parties.or_default(party);
    let before = participation.line.value(from).map(|standing| standing.status);
    if before.is_some_and(Status::is_bound) {
        return;
    }
    let eve = participation.line.value(from.previous());
    let eve = eve.filter(|eve| eve.status.is_bound() && before == Some(Status::Former));
    let standing = eve.unwrap_or(Standing { status: Status::Party, cause: None });
    participation.consented.get_or_insert(from);
    participation.line.set(from, standing, why);
    if force != Force::InForce {
        treaty.force.set(from, Force::InForce, why);
        changed.push(Changed::Revived(instrument, why, from));
    }
    let event = Event::Enter;
    let it = Participated { instrument, party, event, before, why, from };
    changed.push(Changed::Participation(it));
}

/// Begins a term in place of what stood from its first day on; its number follows that of the
/// period before it.
fn start_term(state: &mut State, rule: TermRule, from: Day, why: Derivation) {
    let today = state.day;
    let TermRule { of, length, end, on_expiry, .. } = rule;
    let treaty = state.treaties.or_default(of);
    let planned = |term: &Term| Some(term.from) > today;
    treaty.terms.retain(|term| term.from < from || (planned(term) && term.from != from));
    let at = treaty.terms.partition_point(|term| term.from < from);
    let term = Term { number: 0, from, length, end, on_expiry, why };
    treaty.terms.insert(at, term);
    treaty.number_terms();
    if on_expiry == OnExpiry::Lapse {
        let timer = Timer::Expiry { instrument: of, first: from, article: why.article, why };
        push_timer(state, day_after(term.through()), timer);
    }
}

/// Puts a party's standing in a body, where it can come to stand so; tells whether it did.
fn member(
    state: &mut State,
    body: BodyId,
    party: PartyId,
    value: (MemberStatus, Option<Cause>),
    (from, why): (Day, Derivation),
) -> bool {
    let line = state.bodies.entry(body).or_default().members.entry(party).or_default();
    let before = line.value(from).map(|(status, _)| status);
    // What an instrument gives or takes was looked at when it was derived.
    let follows = why.through == Through::Membership || can_become(before, value.0);
    if follows {
        line.set(from, value, why);
    }
    follows
}

/// Tells whether a party can come to stand so: only who is in can leave, only a member can be
/// suspended.
fn can_become(before: Option<MemberStatus>, status: MemberStatus) -> bool {
    match status {
        MemberStatus::Former => before.is_some_and(|before| before != MemberStatus::Former),
        MemberStatus::Suspended => before == Some(MemberStatus::Member),
        MemberStatus::Member | MemberStatus::Observer | MemberStatus::Partner => true,
    }
}

/// Chairs, offices and sessions are kept in the order of their days.
fn seat(state: &mut State, effect: Effect) {
    match effect {
        Effect::Meet { organ, place, form, on, why } => {
            let met = Met { on, place, form, why };
            insert(state.sessions.entry(organ).or_default(), met, |met| met.on);
        }
        Effect::File { paper, from, why } => state.papers.push(Filing { paper, from, why }),
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
        | Effect::Extended { .. }
        | Effect::Extend { .. }
        | Effect::InForce { .. }
        | Effect::BindAll { .. }
        | Effect::OutOfForce { .. }
        | Effect::StartTerm { .. }
        | Effect::ScheduleEntry { .. }
        | Effect::ScheduleParty { .. }
        | Effect::ScheduleWithdrawal { .. }
        | Effect::CancelNotice { .. }
        | Effect::Later { .. }
        | Effect::Member { .. }
        | Effect::VoteRight { .. }
        | Effect::Rule { .. }
        | Effect::Reservation(..)
        | Effect::Voting(..)
        | Effect::Docket(..)
        | Effect::Version { .. } => {}
    }
}

fn insert<T>(list: &mut Vec<T>, item: T, day: impl Fn(&T) -> Day) {
    let at = list.partition_point(|known| day(known) <= day(&item));
    list.insert(at, item);
}

fn schedule(state: &mut State, effect: Effect) {
    match effect {
        Effect::ScheduleEntry { instrument, reached, on, why } => {
            state.treaties.or_default(instrument).reached = Some(reached);
            push_timer(state, on, Timer::Entry { instrument, why });
        }
        Effect::ScheduleParty { instrument, party, on, why } => {
            push_timer(state, on, Timer::PartyEntry { instrument, party, why });
        }
        Effect::ScheduleWithdrawal { instrument, party, on, why } => {
            push_timer(state, on, Timer::Withdrawal { instrument, party, why });
        }
        Effect::CancelNotice { position, instrument, party } => {
            let taken = (position, instrument, party);
            state.timers.retain(|_, timer| match timer {
                Timer::Withdrawal { instrument, party, why } => {
                    (why.position, *instrument, *party) != taken
                }
                Timer::Entry { .. }
                | Timer::PartyEntry { .. }
                | Timer::Expiry { .. }
                | Timer::Effects { .. } => true,
            });
        }
        Effect::Later { on, effects, why } => {
            push_timer(state, on, Timer::Effects { effects, why });
        }
        Effect::Participation { .. }
        | Effect::Extended { .. }
        | Effect::Extend { .. }
        | Effect::InForce { .. }
        | Effect::BindAll { .. }
        | Effect::OutOfForce { .. }
        | Effect::StartTerm { .. }
        | Effect::Member { .. }
        | Effect::VoteRight { .. }
        | Effect::Meet { .. }
        | Effect::File { .. }
        | Effect::TakeChair { .. }
        | Effect::TakeOffice { .. }
        | Effect::Vacate { .. }
        | Effect::Rule { .. }
        | Effect::Reservation(..)
        | Effect::Voting(..)
        | Effect::Docket(..)
        | Effect::Version { .. } => {}
    }
}

fn push_timer(state: &mut State, on: Day, timer: Timer) {
    let key = (on, timer.turn(), state.timers_made);
    state.timers_made = state.timers_made.saturating_add(1);
    state.timers.insert(key, timer);
}
