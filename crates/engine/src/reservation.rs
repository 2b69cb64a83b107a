//! Reservations that an organ has to accept, and the consents that wait for it (VCLT 20(3)).

use crate::apply::Changed;
use crate::effect::{Derivation, Through};
use crate::ruling::Ruling;
use crate::state::State;
use servanda_model::{ArticleId, Day, DecisionAsked, InstrumentId, PartyId};

/// How a reservation stands before the organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// No decision about it is on record.
    Awaited,
    /// It was accepted.
    Given,
    /// It was not accepted.
    Refused(Day),
}

/// A reservation that an organ has to accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserved {
    /// The position of the act, as it was first told.
    pub position: u32,
    /// The instrument.
    pub instrument: InstrumentId,
    /// Whose it is.
    pub party: PartyId,
    /// Which decision accepts it.
    pub asked: DecisionAsked,
    /// The article that asks for it.
    pub article: ArticleId,
    /// How it stands.
    pub acceptance: Acceptance,
}

/// What an act does about a reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reserving {
    /// It makes one.
    Made(Reserved),
    /// It is the consent to be bound that one holds up.
    HeldUp(InstrumentId, PartyId),
    /// It takes back the one of a party that was made at a position.
    TakenBack(u32, PartyId),
}

/// Reservations, and consents to be bound that they hold up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeReservations {
    made: Vec<Reserved>,
    held: Vec<(InstrumentId, PartyId, Day)>,
}

impl MadeReservations {
    /// Returns the first reservation of a party that holds up its consent to an instrument.
    pub fn in_the_way(&self, instrument: InstrumentId, party: PartyId) -> Option<&Reserved> {
        self.made.iter().find(|reserved| {
            let is_of = reserved.instrument == instrument && reserved.party == party;
            is_of && reserved.acceptance != Acceptance::Given
        })
    }

    /// Tells whether a reservation of a party that was made at a position holds up its consent.
    pub(crate) fn is_open(&self, position: u32, party: PartyId) -> bool {
        self.made.iter().any(|reserved| {
            let is_it = reserved.position == position && reserved.party == party;
            is_it && reserved.acceptance != Acceptance::Given
        })
    }
}

/// Keeps what an act does about a reservation.
pub(crate) fn keep(
    state: &mut State,
    step: Reserving,
    (from, why): (Day, Derivation),
    changed: &mut Vec<Changed>,
) {
    let kept = &mut state.reservations;
    match step {
        Reserving::Made(reserved) => kept.made.push(reserved),
        Reserving::HeldUp(instrument, party) => {
            let is_its =
                |held: &(InstrumentId, PartyId, Day)| (held.0, held.1) == (instrument, party);
            if !kept.held.iter().any(is_its) {
                kept.held.push((instrument, party, from));
            }
        }
        Reserving::TakenBack(position, party) => {
            let is_it = |one: &Reserved| one.position == position && one.party == party;
            let (gone, stay) = kept.made.drain(..).partition(is_it);
            kept.made = stay;
            let gone: Vec<Reserved> = gone;
            for reserved in gone {
                let why = Derivation { article: Some(reserved.article), ..why };
                let_go(state, &reserved, (from, why), changed);
            }
        }
    }
}

/// Keeps a decision about a state, and lets it accept its reservations or turn them down: the one that opened the
/// matter which it decides, else each for which the article asks for such a decision.
pub(crate) fn rule(state: &mut State, ruling: Ruling, changed: &mut Vec<Changed>) {
    state.rulings.push(ruling);
    let subject = ruling.subject;
    let of_party = |one: &&mut Reserved| one.party == subject.about;
    let made = state.reservations.made.iter_mut().filter(of_party);
    let mut found: Vec<&mut Reserved> = made.filter(|one| subject.meets(&one.asked)).collect();
    if found.iter().any(|one| Some(one.position) == subject.opened) {
        found.retain(|one| Some(one.position) == subject.opened);
    }
    let mut accepted: Vec<Reserved> = Vec::new();
    for reserved in found {
        reserved.acceptance =
            if ruling.adopted { Acceptance::Given } else { Acceptance::Refused(ruling.from) };
        accepted.extend(ruling.adopted.then_some(*reserved));
    }
    for reserved in accepted {
        let (article, exact) = (Some(reserved.article), ruling.exact);
        let why = Derivation { position: ruling.position, article, through: Through::Act, exact };
        let_go(state, &reserved, (ruling.from, why), changed);
    }
}

/// Lets a consent count that was held up, where nothing is in its way any more.
fn let_go(
    state: &mut State,
    reserved: &Reserved,
    (from, why): (Day, Derivation),
    changed: &mut Vec<Changed>,
) {
    let of = (reserved.instrument, reserved.party);
    let kept = &mut state.reservations;
    if kept.in_the_way(of.0, of.1).is_some() {
        return;
    }
    let held = kept.held.iter().position(|held| (held.0, held.1) == of);
    if let Some(held) = held {
        let (.., since) = kept.held.swap_remove(held);
        changed.push(Changed::LetGo(of.0, of.1, why, from.max(since)));
    }
}
