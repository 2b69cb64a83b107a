//! Which conditions of entry into force a change may have brought about, and whether they hold.
//!
//! Conditions are looked at when all else that follows from a change is done, so that what holds
//! for a moment in between brings nothing about.

use crate::apply::Changed;
use crate::code::Code;
use crate::condition::measure;
use crate::effect::{Derivation, Effect, Judgment, Through};
use crate::state::State;
use servanda_model::{Day, Event, InstrumentId, Rule};
use std::collections::BTreeMap;

/// What gave the occasion to look at a condition.
type Occasion = (Derivation, Through);

/// Instruments whose conditions are to be looked at; most acts touch one, which needs no tree.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    one: Option<(InstrumentId, Occasion)>,
    others: BTreeMap<InstrumentId, Occasion>,
}

impl Conditions {
    fn look_at(&mut self, instrument: InstrumentId, occasion: Occasion) {
        match self.one {
            None => self.one = Some((instrument, occasion)),
            Some((known, _)) if known == instrument => {}
            Some(_) => {
                self.others.entry(instrument).or_insert(occasion);
            }
        }
    }

    /// Takes out the first instrument.
    pub(crate) fn pop_first(&mut self) -> Option<(InstrumentId, Occasion)> {
        let other = self.others.first_key_value().map(|(instrument, _)| *instrument);
        match self.one {
            Some((one, _)) if other.is_none_or(|other| one < other) => self.one.take(),
            Some(_) | None => self.others.pop_first(),
        }
    }
}

/// Tells whether an instrument is on record, and neither was in force nor is about to be.
fn waits(state: &State, instrument: InstrumentId) -> bool {
    state.treaty(instrument).is_some_and(|treaty| {
        let is_new = treaty.force.spans().is_empty() && treaty.reached.is_none();
        is_new && treaty.parties.values().any(|p| !p.line.spans().is_empty())
    })
}

/// Notes the instruments whose conditions look at what changed.
pub(crate) fn touched(
    code: &Code<'_>,
    state: &State,
    changed: Changed,
    conditions: &mut Conditions,
) {
    let mut look = |instrument: InstrumentId, why: Derivation, through: Through| {
        if waits(state, instrument) {
            conditions.look_at(instrument, (why, through));
        }
    };
    match changed {
        Changed::Participation(it) => {
            let through = match it.event {
                Event::Sign | Event::Consent | Event::ApplyProvisionally => Through::EntryIntoForce,
                Event::Enter | Event::Suspend | Event::Resume | Event::End => Through::BaseShrank,
            };
            look(it.instrument, it.why, through);
            for amending in code.on_parties.get(&it.instrument).into_iter().flatten() {
                look(*amending, it.why, Through::BaseShrank);
            }
        }
        Changed::Members(body, why) if code.law.own == Some(body) => {
            for instrument in &code.on_members {
                look(*instrument, why, Through::BaseShrank);
            }
        }
        Changed::Law(article, why) => {
            if let Some(row) = code.law.article(article) {
                look(row.instrument, why, Through::EntryIntoForce);
            }
        }
        Changed::Members(..)
        | Changed::InForce(..)
        | Changed::Ended(..)
        | Changed::Revived(..)
        | Changed::LetGo(..) => {}
    }
}

/// Returns the instruments whose conditions weigh by a table that changes on a day.
pub(crate) fn on_date(code: &Code<'_>, state: &State, day: Day) -> Conditions {
    let mut conditions = Conditions::default();
    for instrument in code.dates.get(&day).into_iter().flatten() {
        let parties = state.treaty(*instrument).into_iter().flat_map(|treaty| &treaty.parties);
        let spans = parties.filter_map(|(_, participation)| participation.line.spans().last());
        if let Some(latest) = spans.max_by_key(|span| span.from) {
            conditions.look_at(*instrument, (latest.why, Through::EntryIntoForce));
        }
    }
    conditions
}

/// Looks whether an instrument that waits for its entry into force has reached its condition.
pub(crate) fn reach(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    (why, through): Occasion,
    day: Day,
) -> Judgment {
    let mut judgment = Judgment { against: state.applied, ..Judgment::default() };
    if !waits(state, instrument) {
        return judgment;
    }
    let rule = code.provisions(instrument, state, day).find_map(|provision| {
        let Rule::EntryIntoForce { when: Some(when), delay, .. } = &provision.clause.rule else {
            return None;
        };
        Some((provision.article, when, *delay))
    });
    let Some((article, condition, delay)) = rule else {
        return judgment;
    };
    if measure(code, state, instrument, condition, day).holds {
        let why = Derivation { article: Some(article), through, ..why };
        let on = delay.from(day);
        if on == day {
            judgment.effects.push(Effect::InForce { instrument, from: day, why });
            judgment.effects.push(Effect::BindAll { instrument, from: day, why });
        } else {
            judgment.effects.push(Effect::ScheduleEntry { instrument, reached: day, on, why });
        }
    }
    judgment
}
