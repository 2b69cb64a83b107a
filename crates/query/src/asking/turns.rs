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
