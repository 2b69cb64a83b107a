//! Decisions of organs about states, on which memberships and accessions depend.

use super::Asking;
use servanda_engine::Subject;
use servanda_model::{Accession, BodyId, DecisionAsked, Deed, InstrumentId, Rival, Rule};
use std::collections::BTreeMap;

/// Which decisions are looked at before an act, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Rulings {
    /// The positions of the decisions about a state, with their organs, rising.
    positions: Vec<(u32, BodyId)>,
    /// The organs that are asked about memberships of a body.
    by_body: BTreeMap<BodyId, Vec<DecisionAsked>>,
    /// The organs that are asked about accessions to an instrument.
    by_instrument: BTreeMap<InstrumentId, Vec<DecisionAsked>>,
}

impl Asking<'_> {
    /// Works out which decisions are looked at before an act.
    pub(super) fn link_rulings(&mut self) {
        let mut rulings = Rulings::default();
        for (article, clause) in self.law.clauses() {
            let Some(own) = self.law.article(article).map(|row| row.instrument) else { continue };
            if let Rule::Accession(Accession::ByConsent(asked)) = &clause.rule {
                rulings.by_instrument.entry(own).or_default().push(*asked);
            } else if let Rule::Mandate(mandate) = &clause.rule {
                rulings.by_body.entry(mandate.body).or_default().push(mandate.asked);
                self.memberships.entry(mandate.body).or_default().insert(own);
            }
        }
        if !rulings.by_body.is_empty() || !rulings.by_instrument.is_empty() {
            rulings.positions = self.decisions_about_states();
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

    /// Tells whether a decision is one that is looked at before an act.
    pub(crate) fn is_ruling(&self, position: u32) -> bool {
        self.rulings.positions.binary_search_by_key(&position, |(at, _)| *at).is_ok()
    }

    /// Returns the decisions on which the accessions to these instruments and the memberships of
    /// these bodies depend.
    pub(super) fn rulings_for<'a>(
        &'a self,
        instruments: impl Iterator<Item = &'a InstrumentId>,
        bodies: impl Iterator<Item = &'a BodyId>,
    ) -> Vec<u32> {
        let rulings = &self.rulings;
        let of_instruments = instruments.filter_map(|of| rulings.by_instrument.get(of));
        let of_bodies = bodies.filter_map(|of| rulings.by_body.get(of));
        let asked: Vec<Option<BodyId>> =
            of_instruments.chain(of_bodies).flatten().map(|asked| asked.by).collect();
        let is_asked = |organ: BodyId| asked.iter().any(|by| by.is_none_or(|by| by == organ));
        let all = rulings.positions.iter().filter(|(_, organ)| is_asked(*organ));
        all.map(|(position, _)| *position).collect()
    }
}
