//! The order of acts, where the record says it and the dates do not.

use super::Asking;
use servanda_engine::Placed;
use servanda_model::LabelId;

impl Asking<'_> {
    /// Puts acts behind or before others, where the record says so and the dates do not.
    pub(super) fn respect_order(&self, placed: &mut [Placed<'_>]) {
        for index in 0..placed.len() {
            let details = placed.get(index).and_then(|placed| placed.act.details.as_ref());
            let Some(details) = details else { continue };
            for label in &details.after {
                let at = self.index_of(*label, placed).filter(|at| *at > index);
                if let Some(range) = at.and_then(|at| placed.get_mut(index..=at)) {
                    range.rotate_left(1);
                }
            }
            for label in &details.before {
                let at = self.index_of(*label, placed).filter(|at| *at < index);
                if let Some(range) = at.and_then(|at| placed.get_mut(at..=index)) {
                    range.rotate_right(1);
                }
            }
        }
    }

    fn index_of(&self, label: LabelId, placed: &[Placed<'_>]) -> Option<usize> {
        let target = self.history.position_of(label)?;
        placed.iter().position(|other| other.position == target)
    }
}
