//! On whom facts about a rotating chair or office depend, and about an organ whose article changes.

use super::Asking;
use crate::moment::Moment;
use servanda_model::{Body, BodyId, Decider, InstrumentId, Order};

impl<'r> Asking<'r> {
    /// Returns an organ as its article words it at a moment; an organisation as it is declared.
    pub fn body_at(&self, body: BodyId, moment: &Moment) -> Option<&'r Body> {
        if !self.code.is_reworded(body) {
            return self.law.body(body);
        }
        let state = self.fold(&self.about_body(body), moment, &[]);
        self.code.body_on(body, &state, moment.on)
    }

    /// Tells whether an organ is there at a moment: a version of an article that sets it up counts,
    /// or the treaty is in force whose parties it was made of before.
    pub fn is_there(&self, body: BodyId, moment: &Moment) -> bool {
        let articles = self.code.wordings(body).filter_map(|wording| wording.article);
        let of = |article| self.law.article(article).map(|row| row.instrument);
        let mut instruments: Vec<InstrumentId> = articles.filter_map(of).collect();
        let before = self.law.body(body).and_then(|row| row.composed?.before_that);
        instruments.extend(before);
        let state = self.fold(&self.gather(instruments, Vec::new()), moment, &[]);
        before.is_some_and(|before| state.in_force(before, moment.on))
            || self.code.is_set_up(body, &state, moment.on)
    }

    /// Returns the instruments whose articles word an organ, where it has more than one wording.
    pub(super) fn rewording(&self, organ: BodyId) -> Vec<InstrumentId> {
        if !self.code.is_reworded(organ) {
            return Vec::new();
        }
        let articles = self.code.wordings(organ).filter_map(|wording| wording.article);
        articles.filter_map(|article| Some(self.law.article(article)?.instrument)).collect()
    }

    /// Adds the bodies whose members take turns under any reading, and returns the instruments
    /// whose articles say so.
    pub(super) fn turns_of(&self, subject: Decider, bodies: &mut Vec<BodyId>) -> Vec<InstrumentId> {
        let mut instruments = Vec::new();
        for (article, rotation) in self.code.rotations(subject) {
            instruments.extend(self.law.article(article).map(|row| row.instrument));
            if let Order::Alphabet { of, .. } = &rotation.order {
                bodies.push(*of);
            }
        }
        instruments.sort_unstable();
        instruments.dedup();
        instruments
    }
}
