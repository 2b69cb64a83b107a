//! Terms: how one begins and ends, and who stays bound beyond its end.

use super::fault::Fault;
use super::page::Term;
use super::step::{News, Step};
use super::walk::{Extension, Walk};
use super::what::What;
use servanda_model::{Cause, Day, InstrumentId, OnExpiry, PartyId, Status, TermRule};

impl Walk<'_> {
    /// Plans a term and, where it lapses, its end.
    pub(super) fn plan(&mut self, rule: TermRule, first: Day) {
        self.counts(first, vec![Step::Begin { rule }]);
        let term = Term::begin(&rule, 1, first, self.fault);
        if term.on_expiry == OnExpiry::Lapse {
            let over = match self.fault {
                Some(Fault::ExpiryOneDayEarly) => term.last,
                Some(Fault::ExpiryOneDayLate) => term.last.next().next(),
                _ => term.last.next(),
            };
            self.wait(over, Step::Expire { instrument: rule.of, first, last: term.last });
        }
    }

    /// Begins a term in place of the one the instrument has.
    pub(super) fn begin(&mut self, rule: &TermRule, from: Day) {
        let eve = from.previous();
        let had = self.page(eve).terms.get(&rule.of).copied();
        let number = had.map_or(0, |had| had.on(eve, self.fault).map_or(had.number, |on| on.0));
        let number = if self.is(Fault::NewTermKeepsNumber) { 1 } else { number.saturating_add(1) };
        let term = Term::begin(rule, number, from, self.fault);
        self.write(from, |page| {
            page.terms.insert(rule.of, term);
        });
    }

    /// Ends the participation of all for whom the term that is over was not extended.
    pub(super) fn expire(&mut self, instrument: InstrumentId, (first, last): (Day, Day), on: Day) {
        let ran = self.page(on.previous()).terms.get(&instrument).copied();
        let replaced = ran.is_none_or(|ran| (ran.first, ran.last) != (first, last));
        if !self.in_force(instrument, on) || (replaced && !self.is(Fault::ReplacedTermStillExpires))
        {
            return;
        }
        let next = self.page(on).terms.get(&instrument).is_some_and(|term| term.first == on);
        let mut goes_on = next;
        for party in self.bound_or_provisional(instrument, on) {
            if self.is_extended(instrument, party, first, on) {
                goes_on = true;
            } else {
                self.stand(instrument, party, What::End, Some(Cause::ExpiredNotExtended), on);
            }
        }
        if !goes_on {
            self.out_of_force(instrument, on);
        }
    }

    /// Tells whether a party was made to stay bound, by an instrument that binds it on that day,
    /// from a day within the term that is over or from the day after it.
    fn is_extended(&self, of: InstrumentId, party: PartyId, first: Day, on: Day) -> bool {
        let counts = |it: &Extension| {
            let in_time = first < it.from && it.from <= on;
            it.of == of && it.party == party && in_time && self.is_bound(it.by, party, on)
        };
        self.extensions.iter().any(counts)
    }

    /// Keeps a party bound although the term ended: as it stood on the eve, or as a party.
    pub(super) fn extend(&mut self, of: InstrumentId, party: PartyId, from: Day) {
        if self.is_bound(of, party, from) || !self.page(from).force.contains_key(&of) {
            return;
        }
        let eve = from.previous();
        let ended = self.status(of, party, from) == Some(Status::Former);
        let stood = self.page(eve).standing.get(&(of, party)).copied();
        let stood = stood.filter(|_| ended && self.is_bound(of, party, eve));
        let standing = stood.unwrap_or((Status::Party, None));
        self.consented.entry((of, party)).or_insert(from);
        self.write(from, |page| {
            page.standing.insert((of, party), standing);
        });
        if !self.in_force(of, from) {
            self.write(from, |page| {
                page.force.insert(of, true);
            });
            self.news.push_back(News::Revived { instrument: of, from });
        }
        self.news.push_back(News::Reopened { of, party, from });
    }
}
