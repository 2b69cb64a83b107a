//! What signatures, deposits, declarations and told entries into force bring about.

use super::fault::Fault;
use super::step::Step;
use super::walk::Walk;
use super::what::What;
use servanda_model::{
    Accession, ConsentForm, Day, Grade, InstrumentId, List, PartyId, Rule, SignatureEffect,
    SignatureRule,
};

impl Walk<'_> {
    pub(super) fn sign(&self, of: InstrumentId, party: PartyId, from: Day) -> Vec<Step> {
        let rule = self.rule(of, self.today, |rule| match rule {
            Rule::Signature(rule) => Some(rule),
            _ => None,
        });
        if rule.is_some_and(|(rule, breach)| {
            breach == Grade::Void && self.is_closed_to(rule, party, from)
        }) {
            return Vec::new();
        }
        let effect = rule.map(|(rule, _)| rule.effect);
        let definitive = effect == Some(SignatureEffect::Definitive)
            && !self.is(Fault::DefinitiveSignatureDoesNotBind);
        let provisional = self.rule(of, self.today, |rule| {
            (*rule == Rule::ProvisionalFromSignature
                && !self.is(Fault::ProvisionalFromSignatureIgnored))
            .then_some(())
        });
        let needed = if definitive { What::Consent } else { What::Sign };
        if needed.after(self.status(of, party, from)).is_none() {
            return Vec::new();
        }
        let held_up = definitive && self.waits_for_acceptance(of, party, from);
        let mut happens = vec![What::Sign];
        happens.extend((definitive && !held_up).then_some(What::Consent));
        happens.extend(provisional.map(|_| What::ApplyProvisionally));
        let stand = |what| Step::Stand { of, party, what, cause: None };
        let mut steps: Vec<Step> = happens.into_iter().map(stand).collect();
        steps.extend(held_up.then_some(Step::HoldUp { of, party }));
        steps
    }

    /// Tells whether it is too late for a party to sign, or open to others only.
    fn is_closed_to(&self, rule: &SignatureRule, party: PartyId, from: Day) -> bool {
        let late = rule.through.is_some_and(|last| from > last);
        let others = rule.open_to.as_ref().is_some_and(|open| !open.contains(party));
        (late && !self.is(Fault::LateSignatureCounts))
            || (others && !self.is(Fault::SignatureOfOthersCounts))
    }

    /// A declaration applies an instrument provisionally, but not where the signature does that.
    pub(super) fn apply_provisionally(
        &self,
        of: InstrumentId,
        party: PartyId,
        from: Day,
    ) -> Vec<Step> {
        let by_signature = self.rule(of, self.today, |rule| match rule {
            Rule::ProvisionalFromSignature => Some(true),
            Rule::ProvisionalByDeclaration => Some(false),
            _ => None,
        });
        let denied = by_signature == Some((true, Grade::Void))
            && !self.signed.contains(&(of, party))
            && !self.is(Fault::ProvisionalWithoutSignatureCounts);
        if denied {
            return Vec::new();
        }
        self.happen(of, party, What::ApplyProvisionally, None, from)
    }

    pub(super) fn deposit(
        &self,
        (form, position): (ConsentForm, u32),
        of: InstrumentId,
        party: PartyId,
        from: Day,
    ) -> Vec<Step> {
        let rule = self.rule(of, self.today, |rule| match rule {
            Rule::Accession(accession) => Some(accession),
            _ => None,
        });
        let denied = match rule {
            Some((Accession::Closed, Grade::Void)) => !self.is(Fault::ClosedAccessionCounts),
            Some((Accession::ByConsent(asked), breach)) => {
                self.is_not_let_in((asked, breach), (of, party), position, from)
            }
            Some(_) => false,
            // At a door nobody accedes where no clause says that one may.
            None => {
                self.history.is_received(position) && !self.is(Fault::AccessionWithoutClauseCounts)
            }
        };
        let stranger = self.history.is_received(position) && !self.signed.contains(&(of, party));
        if (form == ConsentForm::Accession || stranger) && denied {
            return Vec::new();
        }
        if self.waits_for_acceptance(of, party, from) {
            return vec![Step::HoldUp { of, party }];
        }
        self.happen(of, party, What::Consent, None, from)
    }

    /// A source says that instruments entered into force, for these or for all who consented.
    pub(super) fn enter(&self, instruments: List, parties: List, from: Day) -> Vec<Step> {
        let mut steps = Vec::new();
        for instrument in self.history.instruments(instruments).iter().copied() {
            if self.comes_too_early(instrument, self.history.parties(parties), from) {
                continue;
            }
            steps.push(Step::EnterIntoForce { instrument });
            if parties.is_empty() || self.is(Fault::ListedEntryBindsAll) {
                steps.push(Step::BindAll { instrument });
            }
            for party in self.history.parties(parties).iter().copied() {
                steps.push(Step::Stand { of: instrument, party, what: What::Enter, cause: None });
            }
        }
        steps
    }

    /// Tells whether an entry into force is told for a day before the one that the article gives,
    /// which denies it.
    fn comes_too_early(&self, instrument: InstrumentId, parties: &[PartyId], from: Day) -> bool {
        let rule = self.rule(instrument, self.today, |rule| {
            matches!(rule, Rule::EntryIntoForce { .. }).then_some(())
        });
        let on_day = |wanted: Step| {
            let of = self.waiting.iter().filter(|(_, steps)| steps.first() == Some(&wanted));
            of.map(|(day, _)| *day).min()
        };
        let mut given = on_day(Step::DelayOver { instrument });
        for party in parties {
            given = given.or_else(|| on_day(Step::LaterParty { instrument, party: *party }));
        }
        rule == Some(((), Grade::Void))
            && given.is_some_and(|given| given > from)
            && !self.is(Fault::EarlyEntryCounts)
    }
}
