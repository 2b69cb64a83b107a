//! What differs between two moments.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::State;
use servanda_model::{BodyId, Day, InstrumentId, PartyId};
use std::collections::BTreeSet;

/// One fact that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What is compared.
    pub what: String,
    /// How it stands at the first moment.
    pub before: String,
    /// How it stands at the second.
    pub after: String,
}

/// Compares all participations and memberships at two moments.
pub fn diff(asking: &Asking<'_>, first: &Moment, second: &Moment) -> Vec<Difference> {
    let slice = asking.everything();
    let (a, b) = (asking.fold(&slice, first, &[]), asking.fold(&slice, second, &[]));
    let mut found = Vec::new();
    let keys: BTreeSet<(InstrumentId, PartyId)> = [&a, &b]
        .into_iter()
        .flat_map(|state| &state.treaties)
        .flat_map(|(i, treaty)| treaty.parties.keys().map(|party| (*i, *party)))
        .collect();
    for (instrument, party) in keys {
        let read = |state: &State, on: Day| {
            state.standing(instrument, party, on).map_or("-", |standing| standing.status.word())
        };
        let what = format!(
            "{} {}",
            asking.law.instrument_names.word(instrument),
            asking.law.party_names.word(party)
        );
        push(&mut found, what, read(&a, first.on), read(&b, second.on));
    }
    let keys: BTreeSet<(BodyId, PartyId)> = [&a, &b]
        .into_iter()
        .flat_map(|state| &state.bodies)
        .flat_map(|(body, members)| members.members.keys().map(|party| (*body, *party)))
        .collect();
    for (body, party) in keys {
        let read = |state: &State, on: Day| {
            state.member(body, party, on).map_or("-", servanda_model::MemberStatus::word)
        };
        let what =
            format!("{} {}", asking.law.body_names.word(body), asking.law.party_names.word(party));
        push(&mut found, what, read(&a, first.on), read(&b, second.on));
    }
    for (id, word) in asking.law.instrument_names.iter() {
        let read = |in_force: bool| if in_force { "in force" } else { "not in force" };
        push(
            &mut found,
            word.to_owned(),
            read(a.in_force(id, first.on)),
            read(b.in_force(id, second.on)),
        );
        let period = |state: &State, on: Day| period(state, id, on).unwrap_or("-".to_owned());
        push(&mut found, format!("{word} period"), &period(&a, first.on), &period(&b, second.on));
    }
    found
}

/// Says in which term or renewal of an instrument a day lies.
fn period(state: &State, instrument: InstrumentId, on: Day) -> Option<String> {
    let (number, from, through) = state.treaty(instrument)?.period_on(on)?;
    Some(format!("{number}, from {from} through {through}"))
}

fn push(found: &mut Vec<Difference>, what: String, before: &str, after: &str) {
    if before != after {
        found.push(Difference { what, before: before.to_owned(), after: after.to_owned() });
    }
}
