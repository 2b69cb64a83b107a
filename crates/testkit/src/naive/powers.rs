//! Who represents a state that signs, consents or gives notice; from `docs/formats/charter.md`.

use super::fault::Fault;
use super::walk::{Told, Walk};
use servanda_model::{Deed, Grade, InstrumentId, Paper, PartyId, Rule, Signed};

impl Walk<'_> {
    /// Tells whether nobody who signed at a door represents the state.
    pub(super) fn has_no_powers(&self, told: &Told<'_>, of: InstrumentId, party: PartyId) -> bool {
        let signed = told.act.details.as_deref().map_or(&[][..], |details| &details.signed);
        if self.signed_for_others(told) {
            return true;
        }
        let rule = self.rule(of, self.today, |rule| match rule {
            Rule::FullPowers(capacities) => Some(capacities),
            _ => None,
        });
        let Some((capacities, Grade::Void)) = rule else { return false };
        let (mut somebody, mut speaks) = (false, false);
        for one in signed {
            if one.of.is_some_and(|of| of != party) {
                continue;
            }
            somebody = true;
            speaks |= match &one.capacity {
                Some(capacity) => capacities.contains(capacity),
                None => true,
            };
            speaks |= self.papers.iter().any(|(from, words)| {
                let position = words.strip_prefix("presented ").and_then(|at| at.parse().ok());
                let act = position.and_then(|at: u32| self.history.act(at));
                let theirs = act.is_some_and(|act| match &act.deed {
                    Deed::Paper(paper) => matches!(&**paper, Paper::Credentials(found)
                        if found.person == one.person && found.party == party),
                    _ => false,
                });
                *from <= self.today && theirs && !self.is(Fault::FullPowersIgnored)
            });
        }
        somebody
            && !speaks
            && self.history.is_received(told.position)
            && !self.is(Fault::AnyoneRepresents)
    }

    /// Tells whether at a door all who signed did so for states that do not act.
    pub(super) fn signed_for_others(&self, told: &Told<'_>) -> bool {
        let signed = told.act.details.as_deref().map_or(&[][..], |details| &details.signed);
        let acting = self.history.parties_of(told.deed);
        let other = |one: &Signed| one.of.is_some_and(|of| !acting.contains(&of));
        !signed.is_empty()
            && signed.iter().all(other)
            && self.history.is_received(told.position)
            && !self.is(Fault::AnyoneRepresents)
    }

    /// Tells whether a text is corrected at a door outside the procedure that its article has for it.
    pub(super) fn is_no_correction(&self, told: &Told<'_>, of: InstrumentId) -> bool {
        let rule = self.rule(of, self.today, |rule| match rule {
            Rule::Corrections(procedure) => Some(*procedure),
            _ => None,
        });
        let Some((procedure, Grade::Void)) = rule else { return false };
        let on = told.act.details.as_deref().and_then(|details| details.on);
        let position = on.and_then(|(label, _)| self.history.position_of(label));
        let act = position.and_then(|position| self.history.act(position));
        let opens = act.and_then(|act| act.details.as_deref()?.opens);
        self.history.is_received(told.position)
            && opens.is_none_or(|opening| opening.procedure != procedure)
            && !self.is(Fault::CorrectionOutsideItsProcedure)
    }
}
