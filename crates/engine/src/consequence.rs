//! What follows from what changed and from what fell due: derived acts with their own citations.

use crate::apply::{Changed, Participated};
use crate::code::Code;
use crate::effect::{Derivation, Effect, Judgment, Through};
use crate::state::{Force, State};
use servanda_model::{
    Cause, Day, Delay, Event, InstrumentId, Later, MemberStatus, PartyId, Rule, Status, TermStart,
};

/// Says what follows from one change, on the day it was made.
pub(crate) fn of_change(code: &Code<'_>, state: &State, changed: Changed, day: Day) -> Judgment {
    let mut judgment = Judgment { against: state.applied, ..Judgment::default() };
    match changed {
        Changed::Participation(it) => of_participation(code, state, it, day, &mut judgment),
        Changed::InForce(instrument, why, from) => {
            of_entry(code, state, instrument, why, (from, day), &mut judgment);
        }
        // What ended may have been revived since, by the same act.
        Changed::Ended(instrument, _, from) if state.in_force(instrument, from) => {}
        Changed::Ended(instrument, why, from) => {
            of_end(code, state, instrument, why, from, &mut judgment);
        }
        Changed::Revived(instrument, why, from) => {
            of_revival(code, state, instrument, why, from, &mut judgment);
        }
        Changed::LetGo(instrument, party, why, from) => {
            let (event, cause) = (Event::Consent, None);
            let effect = Effect::Participation { instrument, party, event, cause, from, why };
            judgment.effects.push(effect);
        }
        Changed::Members(..) | Changed::Law(..) => {}
    }
    judgment
}

fn of_participation(
    code: &Code<'_>,
    state: &State,
    it: Participated,
    day: Day,
    judgment: &mut Judgment,
) {
    match it.event {
        Event::Consent => consent(code, state, it, day, judgment),
        Event::Enter => {
            extension(code, state, it, day, judgment);
            begin_membership(code, state, it, judgment);
        }
        Event::End if it.before.is_some_and(Status::is_bound) => {
            end_membership(code, state, it, judgment);
        }
        Event::End | Event::Sign | Event::ApplyProvisionally | Event::Suspend | Event::Resume => {}
    }
}

/// Consent to what is in force binds this party, on the day the article says (VCLT 24(3)); so does
/// consent given while the delay ran, though not before the entry into force (VCLT 84(2)).
fn consent(code: &Code<'_>, state: &State, it: Participated, day: Day, judgment: &mut Judgment) {
    let Participated { instrument, party, from, .. } = it;
    let rule = code.provisions(instrument, state, from).find_map(|provision| {
        let Rule::EntryIntoForce { when, delay, later } = &provision.clause.rule else {
            return None;
        };
        let Later::OnConsent(later) = later;
        let each = when.is_none();
        Some((Some(provision.article), each, if each { *delay } else { *later }))
    });
    let (article, each, delay) = rule.unwrap_or((None, false, Delay::None));
    let why = Derivation { article, through: Through::EntryIntoForce, ..it.why };
    let Some(treaty) = state.treaty(instrument) else {
        return;
    };
    let (on, entry) = match (treaty.force.value(from), treaty.force.at(day)) {
        (Some(Force::InForce), _) => (delay.from(from), None),
        (None, _) if each => (delay.from(from), None),
        // It counts from before the entry into force.
        (_, Some(span)) if !each && span.value == Force::InForce => {
            let is_first = from <= treaty.reached.unwrap_or(span.from);
            let later = delay.from(from).max(span.from);
            (if is_first { span.from } else { later }, Some(span.from))
        }
        _ => return,
    };
    if each && on == from {
        judgment.effects.push(Effect::InForce { instrument, from, why });
    }
    let event = Event::Enter;
    judgment.effects.push(if on == from || entry == Some(on) {
        Effect::Participation { instrument, party, event, cause: None, from: on, why }
    } else {
        Effect::ScheduleParty { instrument, party, on, why }
    });
}

/// An instrument in force begins terms, makes versions count, and ends what it supersedes.
fn of_entry(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    why: Derivation,
    (from, day): (Day, Day),
    judgment: &mut Judgment,
) {
    for (article, version, named, by) in code.versions.get(&instrument).into_iter().flatten() {
        let why = Derivation { article: Some(*by), through: Through::OtherInstrument, ..why };
        let from = named.unwrap_or(from);
        let effect = Effect::Version { article: *article, version: *version, from, why };
        judgment.effects.push(when_it_counts(effect, from, day, why));
    }
    for provision in code.provisions(instrument, state, from) {
        let why = Derivation { article: Some(provision.article), ..why };
        if let Rule::Term(rule) = &provision.clause.rule {
            let from = match rule.start {
                TermStart::InForce => from,
                TermStart::On(day) => day,
            };
            judgment.effects.push(Effect::StartTerm { rule: *rule, from, why });
        } else if let Rule::Ends(other) = &provision.clause.rule {
            supersede(state, *other, why, from, judgment);
        }
    }
}

/// Lets an effect wait for the day from which it counts, where that is still to come.
fn when_it_counts(effect: Effect, from: Day, day: Day, why: Derivation) -> Effect {
    if from > day { Effect::Later { on: from, effects: vec![effect], why } } else { effect }
}

fn supersede(
    state: &State,
    instrument: InstrumentId,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    let why = Derivation { through: Through::OtherInstrument, ..why };
    end_all(state, instrument, Cause::Superseded, why, from, judgment);
    if state.in_force(instrument, from) {
        judgment.effects.push(Effect::OutOfForce { instrument, from, why });
    }
}

fn end_all(
    state: &State,
    instrument: InstrumentId,
    cause: Cause,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    for party in bound(state, instrument, from) {
        let (event, cause) = (Event::End, Some(cause));
        judgment.effects.push(Effect::Participation { instrument, party, event, cause, from, why });
    }
}

/// Returns those an instrument binds on a day.
pub(crate) fn bound(state: &State, instrument: InstrumentId, on: Day) -> Vec<PartyId> {
    let parties = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.parties);
    let is_bound = |status: Status| match status {
        Status::Party | Status::Suspended | Status::Provisional => true,
        Status::Signatory | Status::Contracting | Status::Former => false,
    };
    parties
        .filter(|(_, p)| p.line.value(on).is_some_and(|standing| is_bound(standing.status)))
        .map(|(party, _)| *party)
        .collect()
}

fn of_end(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    for (lasting, article) in code.lasting(instrument, state, from) {
        if state.in_force(lasting, from) {
            let (article, through) = (Some(article), Through::OtherInstrument);
            let why = Derivation { article, through, ..why };
            end_all(state, lasting, Cause::ExpiredNotExtended, why, from, judgment);
            judgment.effects.push(Effect::OutOfForce { instrument: lasting, from, why });
        }
    }
}

/// What ended on a day only because another did, and the other has not, has not ended either.
fn of_revival(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    let eve = from.previous();
    for (lasting, article) in code.lasting(instrument, state, from) {
        if state.in_force(lasting, from) || !state.in_force(lasting, eve) {
            continue;
        }
        let why = Derivation { article: Some(article), through: Through::OtherInstrument, ..why };
        let status = |party, on| state.standing(lasting, party, on).map(|s| s.status);
        for party in bound(state, lasting, eve) {
            let stayed = status(party, eve).is_some_and(Status::is_bound);
            if stayed && status(party, from) == Some(Status::Former) {
                let (instrument, bound_by) = (lasting, None);
                judgment.effects.push(Effect::Extend { instrument, party, bound_by, from, why });
            }
        }
    }
}

/// A party to an instrument that extends another stays bound by the other.
fn extension(code: &Code<'_>, state: &State, it: Participated, day: Day, judgment: &mut Judgment) {
    let Participated { instrument: by, party, from: entry, .. } = it;
    for provision in code.provisions(by, state, entry) {
        let Rule::Extends(instrument, named) = provision.clause.rule else {
            continue;
        };
        let treaty = state.treaty(by);
        let signed = treaty.and_then(|t| t.parties.get(&party)).is_some_and(|p| p.signed.is_some());
        let (article, through) = (Some(provision.article), Through::Extension);
        let why = Derivation { article, through, ..it.why };
        let from = if signed { named } else { entry };
        judgment.effects.push(Effect::Extended { instrument, party, by, from });
        let bound_by = Some(by);
        let effect = Effect::Extend { instrument, party, bound_by, from, why };
        judgment.effects.push(when_it_counts(effect, from, day, why));
    }
}

/// A party to the instrument that makes members is a member. A suspended member stays suspended,
/// and so does one whose participation an extension gives back.
fn begin_membership(code: &Code<'_>, state: &State, it: Participated, judgment: &mut Judgment) {
    let Participated { instrument, party, from, .. } = it;
    for (body, article) in code.memberships(instrument, state, from) {
        let line = state.bodies.get(&body).and_then(|body| body.members.get(&party));
        let on = |day| line.and_then(|line| line.value(day));
        let was_in = |status| matches!(status, MemberStatus::Member | MemberStatus::Suspended);
        let eve = on(from.previous()).filter(|(status, _)| was_in(*status));
        let (status, cause) = match on(from) {
            Some((status, _)) if was_in(status) => continue,
            Some((MemberStatus::Former, _)) if gives_back(it.why.through) => {
                eve.unwrap_or((MemberStatus::Member, None))
            }
            Some(_) | None => (MemberStatus::Member, None),
        };
        let why = Derivation { article: Some(article), through: Through::Membership, ..it.why };
        judgment.effects.push(Effect::Member { body, party, status, cause, from, why });
    }
}

/// Tells whether a participation was given back that an end had taken away.
fn gives_back(through: Through) -> bool {
    match through {
        Through::Extension | Through::OtherInstrument => true,
        Through::Act
        | Through::EntryIntoForce
        | Through::BaseShrank
        | Through::Expiry
        | Through::NoticePeriod
        | Through::Membership => false,
    }
}

/// One no longer bound by any instrument that makes members is a former member.
fn end_membership(code: &Code<'_>, state: &State, it: Participated, judgment: &mut Judgment) {
    let Participated { instrument, party, from, .. } = it;
    let cause = state.standing(instrument, party, from).and_then(|standing| standing.cause);
    for (body, article) in code.memberships(instrument, state, from) {
        let is_in = matches!(
            state.member(body, party, from),
            Some(MemberStatus::Member | MemberStatus::Suspended)
        );
        if is_in && !code.keeps_member(body, party, state, from) {
            let status = MemberStatus::Former;
            let why = Derivation { article: Some(article), through: Through::Membership, ..it.why };
            judgment.effects.push(Effect::Member { body, party, status, cause, from, why });
        }
    }
}
