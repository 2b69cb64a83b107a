//! On whom and on what facts about the decisions of an organ depend.

use super::{Asking, Slice};
use servanda_model::{BodyId, InstrumentId, Rule, Voters};

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
            let of_all = matches!(clause.rule, Rule::Decides(_) | Rule::Class { .. });
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
        self.gather(instruments, bodies)
    }
}
