//! On whom facts about a rotating chair or office depend.

use super::Asking;
use servanda_model::{BodyId, Decider, InstrumentId, Order};

impl Asking<'_> {
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
