//! Holes in the law that is in force at a moment: cases for which its articles do not provide.
//!
//! What needs only the form of a charter is found by the room that reads it.

mod chain;
mod clauses;
mod reach;
mod rules;
mod seats;

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::State;
use servanda_model::{
    ArticleId, BodyId, Day, DecisionRule, Gravity, Hole, HoleCode, Mandate, Matter, Rule, RuleId,
};

/// Lists the holes of the law in force at a moment.
pub fn holes(asking: &Asking<'_>, moment: &Moment) -> Vec<Hole> {
    let state = asking.fold(&asking.everything(), moment, &[]);
    let law = InForce::of(asking, &state, moment.on);
    let mut holes = Vec::new();
    clauses::two_clauses(&law, &mut holes);
    rules::two_rules(&law, &mut holes);
    rules::not_carried(&law, &mut holes);
    rules::without_length(&law, &mut holes);
    rules::none_followed(&law, moment, &mut holes);
    rules::target_blocks(&law, &mut holes);
    chain::returns(&law, &mut holes);
    reach::out_of_reach(&law, &mut holes);
    reach::empty_electorate(&law, &mut holes);
    seats::absent_chair(&law, &mut holes);
    seats::without_matter(&law, &mut holes);
    seats::without_default(&law, &mut holes);
    holes
}

/// The rules and matters in force on a day.
struct InForce<'a, 'r> {
    asking: &'a Asking<'r>,
    state: &'a State,
    on: Day,
    rules: Vec<(ArticleId, &'a DecisionRule)>,
    matters: Vec<(ArticleId, &'a Matter)>,
    mandates: Vec<&'a Mandate>,
}

impl<'a, 'r> InForce<'a, 'r> {
    fn of(asking: &'a Asking<'r>, state: &'a State, on: Day) -> Self {
        let (mut rules, mut matters, mut mandates) = (Vec::new(), Vec::new(), Vec::new());
        for (instrument, _) in asking.law.instrument_names.iter() {
            for provision in asking.code.provisions(instrument, state, on) {
                if let Rule::Decides(rule) = &provision.clause.rule {
                    rules.push((provision.article, &**rule));
                } else if let Rule::Matter(matter) = &provision.clause.rule {
                    matters.push((provision.article, &**matter));
                } else if let Rule::Mandate(mandate) = &provision.clause.rule {
                    mandates.push(&**mandate);
                }
            }
        }
        Self { asking, state, on, rules, matters, mandates }
    }

    fn rule(&self, name: RuleId) -> Option<(ArticleId, &'a DecisionRule)> {
        self.rules.iter().find(|(_, rule)| rule.name == name).copied()
    }

    /// Returns the rules that a matter may come to, its own first.
    fn reached(&self, first: RuleId) -> Vec<RuleId> {
        let (mut names, mut at) = (vec![first], 0);
        while let Some(name) = names.get(at).copied() {
            let next = self.rule(name).into_iter().flat_map(|(_, rule)| following(rule));
            for name in next {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            at = at.saturating_add(1);
        }
        names
    }

    /// Returns the organs that may come to decide under a rule.
    fn organs(&self, name: RuleId) -> Vec<BodyId> {
        let of =
            self.matters.iter().filter(|(_, matter)| self.reached(matter.rule).contains(&name));
        let mut organs: Vec<BodyId> =
            of.flat_map(|(_, matter)| matter.organs.iter().copied()).collect();
        organs.sort_unstable();
        organs.dedup();
        organs
    }

    fn article_word(&self, id: ArticleId) -> &'a str {
        self.asking.law.article_names.word(id)
    }

    fn rule_word(&self, id: RuleId) -> &'a str {
        self.asking.law.rule_names.word(id)
    }

    fn body_word(&self, id: BodyId) -> &'a str {
        self.asking.law.body_names.word(id)
    }
}

/// Returns the rules that take the place of a rule, or are tried after it.
fn following(rule: &DecisionRule) -> impl Iterator<Item = RuleId> {
    rule.usable.iter().filter_map(|(_, name)| *name).chain(rule.failing)
}

/// Makes a hole near an article.
fn open(code: HoleCode, article: ArticleId, message: String, hint: &'static str) -> Hole {
    Hole { code, gravity: Gravity::Open, article: Some(article), message, hint }
}
