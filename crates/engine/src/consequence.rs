//! What follows from what changed and from what fell due: derived acts with their own citations.

use crate::apply::Changed;
use crate::code::Code;
use crate::condition::measure;
use crate::effect::{Derivation, Effect, Guard, Judgment, Said, Through};
use crate::state::State;
use servanda_model::{
    Cause, Day, Delay, Event, InstrumentId, Later, MemberStatus, PartyId, Rule, Status, TermStart,
};

/// Says what follows from one change, on the day it was made.
pub(crate) fn of_change(code: &Code<'_>, state: &State, changed: Changed, day: Day) -> Judgment {
    let mut judgment = Judgment { against: state.applied, ..Judgment::default() };
    match changed {
        Changed::Participation(instrument, party, event, why, from) => {
            of_participation(
                code,
                state,
                (instrument, party, event, why, from),
                day,
                &mut judgment,
            );
        }
        Changed::InForce(instrument, why, from) => {
            of_entry(code, state, instrument, why, from, &mut judgment);
        }
        Changed::Ended(instrument, why, from) => {
            of_end(code, state, instrument, why, from, &mut judgment);
        }
        Changed::Members(body, why, _) if code.law.own == Some(body) => {
            for instrument in &code.on_members {
                reach(code, state, *instrument, (why, Through::BaseShrank), day, &mut judgment);
            }
        }
        Changed::Members(..) => {}
    }
    judgment
}

type Participated = (InstrumentId, PartyId, Event, Derivation, Day);

fn of_participation(
    code: &Code<'_>,
    state: &State,
    (instrument, party, event, why, from): Participated,
    day: Day,
    judgment: &mut Judgment,
) {
    match event {
        Event::Sign | Event::Consent => {
            consent(code, state, (instrument, party, event, why, from), day, judgment);
        }
        Event::Enter => {
            extension(code, state, instrument, party, why, from, judgment);
            membership(
                code,
                state,
                (instrument, party),
                MemberStatus::Member,
                (why, None),
                from,
                judgment,
            );
        }
        Event::End => {
            let cause = state.standing(instrument, party, from).and_then(|standing| standing.cause);
            membership(
                code,
                state,
                (instrument, party),
                MemberStatus::Former,
                (why, cause),
                from,
                judgment,
            );
            reach(code, state, instrument, (why, Through::BaseShrank), day, judgment);
        }
        Event::ApplyProvisionally | Event::Suspend | Event::Resume => {}
    }
    for amending in code.on_parties.get(&instrument).into_iter().flatten() {
        reach(code, state, *amending, (why, Through::BaseShrank), day, judgment);
    }
}

/// Consent before entry into force may bring it about; afterwards it binds this party.
fn consent(
    code: &Code<'_>,
    state: &State,
    (instrument, party, event, why, from): Participated,
    day: Day,
    judgment: &mut Judgment,
) {
    let in_force = state.in_force(instrument, from);
    if !in_force {
        reach(code, state, instrument, (why, Through::EntryIntoForce), day, judgment);
    }
    if event != Event::Consent {
        return;
    }
    let each = code.provisions(instrument, state, from).find_map(|provision| {
        let Rule::EntryIntoForce { when, delay, later } = &provision.clause.rule else {
            return None;
        };
        let Later::OnConsent(later) = later;
        let for_itself = when.is_none().then_some(*delay);
        for_itself.or_else(|| in_force.then_some(*later)).map(|delay| (provision.article, delay))
    });
    let Some((article, delay)) = each else { return };
    let why = Derivation { article: Some(article), through: Through::EntryIntoForce, ..why };
    if !in_force && delay == Delay::None {
        judgment.effects.push(Effect::InForce { instrument, from, why });
    }
    enter_after(instrument, party, (from, delay.from(from)), why, judgment);
}

/// Lets a party enter at once or after the delay.
fn enter_after(
    instrument: InstrumentId,
    party: PartyId,
    (from, on): (Day, Day),
    why: Derivation,
    judgment: &mut Judgment,
) {
    let event = Event::Enter;
    judgment.effects.push(if on == from {
        Effect::Participation { instrument, party, event, cause: None, from, why }
    } else {
        Effect::ScheduleParty { instrument, party, on, why }
    });
}

/// Looks whether an instrument that is not in force has reached its condition.
fn reach(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    (why, through): (Derivation, Through),
    day: Day,
    judgment: &mut Judgment,
) {
    let treaty = state.treaty(instrument);
    let waits =
        treaty.is_some_and(|treaty| treaty.force.spans().is_empty() && treaty.entry_due.is_none());
    if !waits {
        return;
    }
    let rule = code.provisions(instrument, state, day).find_map(|provision| {
        let Rule::EntryIntoForce { when: Some(when), delay, .. } = &provision.clause.rule else {
            return None;
        };
        Some((provision.article, when, *delay))
    });
    let Some((article, condition, delay)) = rule else {
        return;
    };
    let measured = measure(code, state, instrument, condition, day);
    let counted = measured.counted.iter().collect();
    let missing = measured.base.less(&measured.counted).iter().collect();
    let said = Said::Counted { condition: condition.clone(), counted, missing };
    judgment.guards.push(Guard { article: Some(article), holds: measured.holds, said });
    if !measured.holds {
        return;
    }
    let why = Derivation { article: Some(article), through, ..why };
    let on = delay.from(day);
    judgment.effects.push(if on == day {
        Effect::InForce { instrument, from: day, why }
    } else {
        Effect::ScheduleEntry { instrument, on, why }
    });
}

/// An instrument in force binds those who consented, begins terms, and makes versions count.
fn of_entry(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    let parties = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.parties);
    for (party, _) in parties.filter(|(_, p)| p.consented.is_some()) {
        let event = Event::Enter;
        judgment.effects.push(Effect::Participation {
            instrument,
            party: *party,
            event,
            cause: None,
            from,
            why,
        });
    }
    for (article, version, day, by) in code.versions.get(&instrument).into_iter().flatten() {
        let why = Derivation { article: Some(*by), through: Through::OtherInstrument, ..why };
        let from = day.unwrap_or(from);
        judgment.effects.push(Effect::Version { article: *article, version: *version, from, why });
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
    for (lasting, article) in code.lasting.get(&instrument).into_iter().flatten() {
        if state.in_force(*lasting, from) {
            let why =
                Derivation { article: Some(*article), through: Through::OtherInstrument, ..why };
            end_all(state, *lasting, Cause::ExpiredNotExtended, why, from, judgment);
            judgment.effects.push(Effect::OutOfForce { instrument: *lasting, from, why });
        }
    }
}

/// A party to an instrument that extends another stays bound by the other.
fn extension(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    party: PartyId,
    why: Derivation,
    from: Day,
    judgment: &mut Judgment,
) {
    for provision in code.provisions(instrument, state, from) {
        let Rule::Extends(other, day) = &provision.clause.rule else {
            continue;
        };
        let treaty = state.treaty(instrument);
        let signed = treaty.and_then(|t| t.parties.get(&party)).is_some_and(|p| p.signed.is_some());
        let why =
            Derivation { article: Some(provision.article), through: Through::Extension, ..why };
        let from = if signed { *day } else { from };
        judgment.effects.push(Effect::Extend { instrument: *other, party, from, why });
    }
}

/// A party to the instrument that makes members is a member; one no longer bound, a former one.
fn membership(
    code: &Code<'_>,
    state: &State,
    (instrument, party): (InstrumentId, PartyId),
    status: MemberStatus,
    (why, cause): (Derivation, Option<Cause>),
    from: Day,
    judgment: &mut Judgment,
) {
    for (body, article) in code.memberships.get(&instrument).into_iter().flatten() {
        let before = state.member(*body, party, from);
        if changes(before, status) {
            let why = Derivation { article: Some(*article), through: Through::Membership, ..why };
            judgment.effects.push(Effect::Member { body: *body, party, status, cause, from, why });
        }
    }
}

/// Tells whether a membership changes: a suspended member stays suspended when it deposits.
fn changes(before: Option<MemberStatus>, status: MemberStatus) -> bool {
    let stays = match status {
        MemberStatus::Member => {
            matches!(before, Some(MemberStatus::Member | MemberStatus::Suspended))
        }
        MemberStatus::Former => matches!(before, None | Some(MemberStatus::Former)),
        MemberStatus::Suspended | MemberStatus::Observer | MemberStatus::Partner => false,
    };
    !stays
}
