//! Decisions of organs about states, on which memberships and accessions depend.

use super::Asking;
use servanda_engine::Subject;
use servanda_model::{
    Accession, BodyId, DecisionAsked, Deed, InstrumentId, Paper, Reservations, Rival, Rule,
};
use std::collections::{BTreeMap, BTreeSet};

/// Which decisions are looked at before an act, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Rulings {
    /// The positions of the decisions about a state, with their organs, rising.
    positions: Vec<(u32, BodyId)>,
    /// The positions of the acts by which full powers were presented, rising.
    powers: Vec<u32>,
    /// The instruments about which a person speaks for a state with full powers.
    with_powers: BTreeSet<InstrumentId>,
    /// The organs that are asked about memberships of a body.
    by_body: BTreeMap<BodyId, Vec<DecisionAsked>>,
    /// The organs that are asked about accessions to an instrument, or reservations to it.
    by_instrument: BTreeMap<InstrumentId, Vec<DecisionAsked>>,
}

impl Asking<'_> {
    /// Works out which decisions are looked at before an act.
    pub(super) fn link_rulings(&mut self) {
        let mut rulings = Rulings::default();
        for (article, clause) in self.law.clauses() {
            let Some(own) = self.law.article(article).map(|row| row.instrument) else { continue };
            if let Rule::Accession(Accession::ByConsent(asked))
            | Rule::Reservations(Reservations::ByConsent(asked)) = &clause.rule
            {
                rulings.by_instrument.entry(own).or_default().push(*asked);
            } else if let Rule::FullPowers(_) = &clause.rule {
                rulings.with_powers.insert(own);
            } else if let Rule::Mandate(mandate) = &clause.rule {
                rulings.by_body.entry(mandate.body).or_default().push(mandate.asked);
                self.memberships.entry(mandate.body).or_default().insert(own);
            }
        }
        if !rulings.by_body.is_empty() || !rulings.by_instrument.is_empty() {
            rulings.positions = self.decisions_about_states();
        }
        if !rulings.with_powers.is_empty() {
            rulings.powers = self.credentials();
        }
        self.rulings = rulings;
    }

    fn decisions_about_states(&self) -> Vec<(u32, BodyId)> {
        let mut found = Vec::new();
        for (position, act) in (0u32..).zip(&self.history.acts) {
            let readings = act.details.iter().flat_map(|details| &details.readings);
            let rivals = readings.filter_map(|reading| match &reading.rival {
                Rival::Deed(deed, _) => Some(&**deed),
                Rival::Date(_) => None,
            });
            let corrected =
                if let Deed::Correct { deed, .. } = &act.deed { &**deed } else { &act.deed };
            let organ = rivals.chain([corrected]).find_map(|deed| {
                let Deed::Decide(decision) = deed else { return None };
                let is_about = decision.fulfils.is_some()
                    || Subject::of(self.law, self.history, act, decision).is_some();
                is_about.then_some(decision.organ)
            });
            found.extend(organ.map(|organ| (position, organ)));
        }
        found
    }

    fn credentials(&self) -> Vec<u32> {
        let presents = |deed: &Deed| matches!(deed, Deed::Paper(paper) if matches!(**paper, Paper::Credentials(_)));
        let acts = (0u32..).zip(&self.history.acts).filter(|(_, act)| presents(&act.deed));
        acts.map(|(position, _)| position).collect()
    }

    /// Tells whether an act is one that is looked at before another: a decision on a state, or full
    /// powers.
    pub(crate) fn is_ruling(&self, position: u32) -> bool {
        self.rulings.positions.binary_search_by_key(&position, |(at, _)| *at).is_ok()
            || self.rulings.powers.binary_search(&position).is_ok()
    }

    /// Returns the decisions on which the accessions to these instruments and the memberships of
    /// these bodies depend.
    pub(super) fn rulings_for<'a>(
        &'a self,
        instruments: impl Iterator<Item = &'a InstrumentId>,
        bodies: impl Iterator<Item = &'a BodyId>,
    ) -> Vec<u32> {
        let rulings = &self.rulings;
        let instruments: Vec<&InstrumentId> = instruments.collect();
        let speak = instruments.iter().any(|of| rulings.with_powers.contains(of));
        let powers = rulings.powers.iter().filter(|_| speak).copied();
        let of_instruments = instruments.iter().filter_map(|of| rulings.by_instrument.get(*of));
        let of_bodies = bodies.filter_map(|of| rulings.by_body.get(of));
        let asked: Vec<Option<BodyId>> =
            of_instruments.chain(of_bodies).flatten().map(|asked| asked.by).collect();
        let is_asked = |organ: BodyId| asked.iter().any(|by| by.is_none_or(|by| by == organ));
        let all = rulings.positions.iter().filter(|(_, organ)| is_asked(*organ));
        all.map(|(position, _)| *position).chain(powers).collect()
    }
}
