//! On whom and on what facts about the decisions of an organ depend.

use super::{Asking, Slice};
use servanda_model::{
    ArticleId, BodyId, Day, Deed, Id as _, InstrumentId, Rule, RuleId, VersionStart, Voters, Whom,
};

impl Asking<'_> {
    /// Tells whether there is such law by a day.
    pub(crate) fn is_law(&self, article: ArticleId, on: Day) -> bool {
        let instrument = self.law.article(article).map(|row| row.instrument);
        instrument.is_none_or(|instrument| self.not_there_until(instrument, on).is_none())
    }

    /// Returns the day of the first act by which an instrument is made, adopted or consented to,
    /// where that is after the day asked about: before it there is no such law. One of which no
    /// such act is on record is there on every day.
    pub(crate) fn not_there_until(&self, instrument: InstrumentId, on: Day) -> Option<Day> {
        let about = self.by_instrument.get(instrument.ordinal() as usize).into_iter().flatten();
        let acts = about.filter_map(|position| self.history.act(*position));
        let makes = |deed: &Deed| {
            let signed = matches!(deed, Deed::Sign { .. } | Deed::Ratify { .. });
            let consented = matches!(deed, Deed::Deposit { .. } | Deed::Provisional { .. });
            let adopted =
                matches!(deed, Deed::Decide(decision) if decision.adopts.contains(&instrument));
            signed || consented || adopted || matches!(deed, Deed::EnterIntoForce { .. })
        };
        let first = acts.filter(|act| makes(&act.deed)).map(|act| act.when.earliest()).min();
        first.filter(|first| *first > on)
    }

    /// Returns the acts on which it depends who may vote in an organ, and under which rules.
    pub fn about_decisions(&self, organ: BodyId) -> Slice {
        let mut bodies = vec![organ];
        let mut instruments: Vec<InstrumentId> = Vec::new();
        for composed in self.code.wordings(organ).filter_map(|wording| wording.composed) {
            bodies.push(composed.members_of);
            instruments.extend(composed.before_that);
        }
        instruments.extend(self.rewording(organ));
        instruments.extend(self.setting_up(organ));
        let rules = self.rules_of(organ);
        for (article, clause) in self.law.clauses() {
            if let Rule::Decides(rule) = &clause.rule
                && rules.contains(&rule.name)
            {
                if let Voters::PartiesTo(instrument) = rule.electorate.of {
                    instruments.push(instrument);
                }
                if let Whom::MembersOf(body) = rule.binds.whom {
                    bodies.push(body);
                }
            }
            let of_organ =
                matches!(&clause.rule, Rule::Matter(matter) if matter.organs.contains(&organ));
            let reached = matches!(&clause.rule, Rule::Decides(rule) if rules.contains(&rule.name));
            let of_all = matches!(clause.rule, Rule::Class { .. } | Rule::LossOfVote(_));
            if of_organ || reached || of_all {
                instruments.extend(self.law.article(article).map(|row| row.instrument));
            }
        }
        instruments.sort_unstable();
        instruments.dedup();
        self.without_turns(self.gather(instruments, bodies))
    }

    /// Returns the instruments of the articles by which an organ is set up later than by the first
    /// wording of its instrument.
    fn setting_up(&self, organ: BodyId) -> impl Iterator<Item = InstrumentId> {
        let articles = self.code.wordings(organ).filter_map(|wording| wording.article);
        articles.filter_map(|article| {
            let row = self.law.article(article)?;
            let first = row.versions.first()?;
            (first.start != VersionStart::Original).then_some(row.instrument)
        })
    }

    /// Returns the names of the rules to which the matters of an organ can lead, in whatever
    /// version of an article.
    fn rules_of(&self, organ: BodyId) -> Vec<RuleId> {
        let mut names: Vec<RuleId> = Vec::new();
        for (_, clause) in self.law.clauses() {
            if let Rule::Matter(matter) = &clause.rule
                && matter.organs.contains(&organ)
            {
                names.push(matter.rule);
            }
        }
        let mut at = 0;
        while let Some(name) = names.get(at).copied() {
            for (_, clause) in self.law.clauses() {
                let Rule::Decides(rule) = &clause.rule else { continue };
                if rule.name != name {
                    continue;
                }
                let otherwise = rule.usable.iter().filter_map(|(_, otherwise)| *otherwise);
                for next in otherwise.chain(rule.failing) {
                    if !names.contains(&next) {
                        names.push(next);
                    }
                }
            }
            at = at.saturating_add(1);
        }
        names
    }

    /// Returns the acts on which it depends who is a member of a body: no session and no chair.
    pub(crate) fn about_membership(&self, body: BodyId) -> Slice {
        if self.moves_votes(body) {
            return self.about_decisions(body);
        }
        self.without_turns(self.gather(Vec::new(), vec![body]))
    }

    /// Leaves out sessions, chairs and what only is noted, which change neither who is a member nor
    /// which law counts.
    fn without_turns(&self, mut slice: Slice) -> Slice {
        if self.folds_whole {
            return slice;
        }
        slice.positions.retain(|position| {
            let Some(act) = self.history.act(*position) else { return false };
            let is_turn =
                matches!(act.deed, Deed::Session { .. } | Deed::Chair { .. } | Deed::Paper(_));
            let is_noted = crate::vary::is_noted(&act.deed);
            // Another reading of it may be another act.
            let read_otherwise =
                act.details.as_ref().is_some_and(|details| !details.readings.is_empty());
            !(is_turn || is_noted) || read_otherwise || self.is_ruling(*position)
        });
        slice
    }
}
