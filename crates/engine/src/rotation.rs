//! Who is next in a chair or an office, under each reading of the rule.

use crate::code::Code;
use crate::state::State;
use servanda_model::{
    ArticleId, BodyId, Day, Decider, Grade, MemberStatus, Order, PartyId, PartyKind, Rotation,
    SessionForm, collation_key,
};

/// What one reading expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected<'l> {
    /// The name of the reading.
    pub reading: &'l str,
    /// Its article.
    pub article: ArticleId,
    /// Whom it expects, where it says.
    pub party: Option<PartyId>,
    /// Whether practice follows this reading on that day.
    pub is_followed: bool,
    /// The first day on which practice followed it.
    pub followed_from: Option<Day>,
    /// Members of the ring that were passed over, being suspended.
    pub passed_over: Vec<PartyId>,
    /// Whether the turn comes back to a party for which another stood in.
    pub restored_after: Option<PartyId>,
    /// How an act stands that gives the turn to another.
    pub breach: Grade,
}

/// A turn that was had: by whom, and for whom if as a substitute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Had {
    party: PartyId,
    instead_of: Option<PartyId>,
    from: Day,
}

/// Returns whom each reading expects for a turn that begins on a day.
pub fn expected_next<'l>(
    code: &Code<'l>,
    state: &State,
    subject: Decider,
    on: Day,
) -> Vec<Expected<'l>> {
    let rotations: Vec<_> = code.rotations_on(subject, state, on).collect();
    let dated = |day: Option<Day>| day.is_some_and(|from| from <= on);
    let any_dated = rotations.iter().any(|(_, rotation)| dated(rotation.followed_from));
    let expect = |(article, rotation): (ArticleId, &'l Rotation)| {
        let is_followed = match rotation.followed_from {
            Some(from) => from <= on,
            None => !any_dated,
        };
        let (party, passed_over, restored_after) = next_of(code, state, rotation, on);
        let followed_from = rotation.followed_from;
        let reading = rotation.reading.as_str();
        Expected {
            reading,
            article,
            party,
            is_followed,
            followed_from,
            passed_over,
            restored_after,
            breach: rotation.breach,
        }
    };
    rotations.into_iter().map(expect).collect()
}

type Next = (Option<PartyId>, Vec<PartyId>, Option<PartyId>);

fn next_of(code: &Code<'_>, state: &State, rotation: &Rotation, on: Day) -> Next {
    match &rotation.order {
        Order::HostOfRegularSession => (host(code, state, rotation.subject, on), Vec::new(), None),
        Order::Alphabet { language, of } => {
            let Some(last) = turns(state, rotation.subject).rfind(|had| had.from < on) else {
                return (rotation.begins_with, Vec::new(), None);
            };
            if rotation.followed_from.is_some_and(|from| last.from < from)
                && rotation.begins_with.is_some()
            {
                return (rotation.begins_with, Vec::new(), None);
            }
            let ring = keyed_ring(code, state, *of, language, on);
            let able = |party| ring.iter().any(|&(_, able, turns)| able == party && turns);
            if let Some(absent) = last.instead_of.filter(|absent| able(*absent)) {
                return (Some(absent), Vec::new(), Some(last.party));
            }
            let had = last.instead_of.unwrap_or(last.party);
            let (next, passed) = successor(&ring, &key(code, had, language, on));
            (next, passed, None)
        }
    }
}

/// Returns the turns that count: a substitute's and an acting holder's own turn is not spent.
fn turns(state: &State, subject: Decider) -> Box<dyn DoubleEndedIterator<Item = Had> + '_> {
    match subject {
        Decider::ChairOf(organ) => {
            let taken = state.chairs.get(&organ).into_iter().flatten();
            Box::new(taken.map(|t| Had { party: t.party, instead_of: t.instead_of, from: t.from }))
        }
        Decider::Office(office) => {
            let taken = state.offices.get(&office).into_iter().flatten();
            let full = taken.filter(|holding| !holding.acting);
            Box::new(full.filter_map(|holding| {
                Some(Had { party: holding.party?, instead_of: None, from: holding.from })
            }))
        }
    }
}

/// Returns the host state of the organ's latest regular session up to a day.
fn host(code: &Code<'_>, state: &State, subject: Decider, on: Day) -> Option<PartyId> {
    let Decider::ChairOf(organ) = subject else {
        return None;
    };
    let sessions = state.sessions.get(&organ)?;
    let regular =
        |met: &&crate::state::Met| met.form.counted() == SessionForm::Regular && met.on <= on;
    let place = sessions.iter().rev().find(regular)?.place?;
    code.law.place(place)?.state
}

/// Returns the members of a body that are states, in the ring's order, with whether they can have
/// a turn.
pub fn ring(
    code: &Code<'_>,
    state: &State,
    of: BodyId,
    language: &str,
    on: Day,
) -> Vec<(PartyId, bool)> {
    let ring = keyed_ring(code, state, of, language, on);
    ring.into_iter().map(|(_, party, takes_turns)| (party, takes_turns)).collect()
}

/// The key of a member's name, the member, and whether it can have a turn.
type Place = (Vec<u32>, PartyId, bool);

fn keyed_ring(code: &Code<'_>, state: &State, of: BodyId, language: &str, on: Day) -> Vec<Place> {
    let lines = state.bodies.get(&of).into_iter().flat_map(|body| &body.members);
    let is_state =
        |party: &PartyId| code.law.party(*party).is_none_or(|party| party.kind == PartyKind::State);
    let mut all: Vec<Place> = lines
        .filter(|(party, _)| is_state(party))
        .filter_map(|(party, line)| {
            let takes_turns = match line.value(on)?.0 {
                MemberStatus::Member => true,
                MemberStatus::Suspended => false,
                MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former => {
                    return None;
                }
            };
            Some((key(code, *party, language, on), *party, takes_turns))
        })
        .collect();
    all.sort();
    all
}

fn key(code: &Code<'_>, party: PartyId, language: &str, on: Day) -> Vec<u32> {
    let row = code.law.party(party);
    let name = row.map(|row| row.titles.short(language, on).unwrap_or(&row.titles.main));
    collation_key(name.unwrap_or_default())
}

/// Returns who follows a name in the ring, and who is passed over.
fn successor(ring: &[Place], after: &[u32]) -> (Option<PartyId>, Vec<PartyId>) {
    let start = ring.iter().position(|(key, ..)| key.as_slice() > after).unwrap_or(0);
    let mut passed = Vec::new();
    for (_, party, takes_turns) in ring.iter().cycle().skip(start).take(ring.len()) {
        if *takes_turns {
            return (Some(*party), passed);
        }
        passed.push(*party);
    }
    (None, passed)
}
