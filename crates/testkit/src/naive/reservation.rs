//! Reservations that an organ has to accept, and consents that wait for it; from
//! `docs/formats/charter.md`.

use super::fault::Fault;
use super::mandate::Decided;
use super::step::Step;
use super::walk::{Told, Walk};
use super::what::What;
use servanda_model::{Day, DecisionAsked, Grade, InstrumentId, List, PartyId, Reservations, Rule};

/// A reservation, and whether it was accepted where that was decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reserved {
    pub(super) position: u32,
    of: InstrumentId,
    party: PartyId,
    asked: DecisionAsked,
    accepted: bool,
}

impl Walk<'_> {
    /// Returns the reservations that an act makes and that hold up a consent.
    pub(super) fn reserve(&self, instruments: List, parties: List, told: &Told<'_>) -> Vec<Step> {
        let (history, position) = (self.history, self.root(told.position));
        let mut steps = Vec::new();
        for of in history.instruments(instruments) {
            let rule = self.rule(*of, self.today, |rule| match rule {
                Rule::Reservations(rule) => Some(*rule),
                _ => None,
            });
            let Some((Reservations::ByConsent(asked), Grade::Void)) = rule else { continue };
            for party in history.parties(parties) {
                if !self.consented.contains_key(&(*of, *party)) {
                    let (of, party, accepted) = (*of, *party, false);
                    steps.push(Step::Reserve(Reserved { position, of, party, asked, accepted }));
                }
            }
        }
        steps
    }

    fn is_reserved(&self, of: InstrumentId, party: PartyId) -> bool {
        let open = |one: &&Reserved| (one.of, one.party) == (of, party) && !one.accepted;
        self.reserved.iter().any(|one| open(&one))
    }

    /// Tells whether a consent that would change something waits for an organ.
    pub(super) fn waits_for_acceptance(&self, of: InstrumentId, party: PartyId, from: Day) -> bool {
        let changes = What::Consent.after(self.status(of, party, from)).is_some();
        changes && self.is_reserved(of, party) && !self.is(Fault::ReservationIgnored)
    }

    pub(super) fn hold(&mut self, of: InstrumentId, party: PartyId, from: Day) {
        if !self.held.iter().any(|(one, whose, _)| (*one, *whose) == (of, party)) {
            self.held.push((of, party, from));
        }
    }

    /// Returns the reservations that an act takes back.
    pub(super) fn reservations_back(&self, position: u32, by: &[PartyId]) -> Vec<Step> {
        let theirs = |one: &&Reserved| one.position == position && !one.accepted;
        let open =
            |party: &&PartyId| self.reserved.iter().any(|one| theirs(&one) && one.party == **party);
        let back = |party: &PartyId| Step::ReservationBack { position, party: *party };
        by.iter().filter(open).map(back).collect()
    }

    pub(super) fn without_reservation(&mut self, position: u32, party: PartyId, from: Day) {
        let is_it = |one: &Reserved| (one.position, one.party) == (position, party);
        let gone: Vec<Reserved> = self.reserved.iter().filter(|one| is_it(one)).copied().collect();
        if !self.is(Fault::ReservationStays) {
            self.reserved.retain(|one| !is_it(one));
        }
        gone.iter().for_each(|one| self.let_go(one, from));
    }

    /// Lets a decision about a state answer its reservations: that which opened the matter, or all.
    pub(super) fn answer_reservations(&mut self, it: &Decided, from: Day) {
        let ours: Vec<usize> = (0..self.reserved.len())
            .filter(|at| {
                let one = self.reserved.get(*at);
                one.is_some_and(|one| one.party == it.whom && it.is_asked(&one.asked))
            })
            .collect();
        let by_matter =
            |at: &usize| self.reserved.get(*at).is_some_and(|one| Some(one.position) == it.opened);
        let own: Vec<usize> = ours.iter().copied().filter(by_matter).collect();
        let answered = if own.is_empty() { ours } else { own };
        let accepted = it.adopted || self.is(Fault::RefusedReservationCounts);
        let mut found = Vec::new();
        for at in answered {
            if let Some(one) = self.reserved.get_mut(at) {
                one.accepted = accepted;
                found.push(*one);
            }
        }
        found.iter().filter(|_| accepted).for_each(|one| self.let_go(one, from));
    }

    /// Lets a consent count that waited, where nothing holds it up any more.
    fn let_go(&mut self, one: &Reserved, from: Day) {
        let of = (one.of, one.party);
        let at = self.held.iter().position(|(of, party, _)| (*of, *party) == (one.of, one.party));
        let Some(at) = at.filter(|_| !self.is_reserved(of.0, of.1)) else { return };
        let (.., since) = self.held.remove(at);
        let from = if self.is(Fault::ConsentCountsFromItsOwnDay) { since } else { from.max(since) };
        let (what, cause) = (What::Consent, None);
        self.step(Step::Stand { of: of.0, party: of.1, what, cause }, from);
    }
}
