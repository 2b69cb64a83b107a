//! On whom and on what facts about the decisions of an organ depend.

use super::{Asking, Slice};
use servanda_model::{BodyId, Deed, InstrumentId, Rule, Voters};

impl Asking<'_> {
    /// Returns the acts on which it depends who may vote in an organ, and under which rules.
    pub fn about_decisions(&self, organ: BodyId) -> Slice {
        let mut bodies = vec![organ];
        let mut instruments: Vec<InstrumentId> = Vec::new();
        if let Some(composed) = self.law.body(organ).and_then(|row| row.composed) {
            bodies.push(composed.members_of);
            instruments.extend(composed.before_that);
        }
        for (article, clause) in self.law.clauses() {
            let of_organ =
                matches!(&clause.rule, Rule::Matter(matter) if matter.organs.contains(&organ));
            let of_all =
                matches!(clause.rule, Rule::Decides(_) | Rule::Class { .. } | Rule::LossOfVote(_));
            if let Rule::Decides(rule) = &clause.rule
                && let Voters::PartiesTo(instrument) = rule.electorate.of
            {
                instruments.push(instrument);
            }
            if of_organ || of_all {
                instruments.extend(self.law.article(article).map(|row| row.instrument));
            }
        }
        instruments.sort_unstable();
        instruments.dedup();
        self.without_turns(self.gather(instruments, bodies))
    }

    /// Returns the acts on which it depends who is a member of a body: no session and no chair.
    pub(crate) fn about_membership(&self, body: BodyId) -> Slice {
        if self.moves_votes(body) {
            return self.about_decisions(body);
        }
        self.without_turns(self.gather(Vec::new(), vec![body]))
    }

    /// Leaves out sessions and chairs, which change neither who is a member nor which law counts.
    fn without_turns(&self, mut slice: Slice) -> Slice {
        if self.folds_whole {
            return slice;
        }
        slice.positions.retain(|position| {
            let Some(act) = self.history.act(*position) else { return false };
            let is_turn = matches!(act.deed, Deed::Session { .. } | Deed::Chair { .. });
            // Another reading of it may be another act.
            let read_otherwise =
                act.details.as_ref().is_some_and(|details| !details.readings.is_empty());
            !is_turn || read_otherwise
        });
        slice
    }
}
