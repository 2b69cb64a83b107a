//! What a rule gives whatever those did of whom the record does not tell it.
//!
//! Each counts among those of a condition by its own vote alone. So the ways in which the untold can
//! have acted need not be tried one after another: with all of them voting alike, once for each way
//! to vote, who counts in every ballot counts surely, and who counts in one of them may count.

use crate::ballot::{Ballot, Counted, Tables};
use crate::code::Code;
use crate::decide::{Put, ballot, of_all_absent};
use crate::state::State;
use crate::weighing::Roll as _;
use servanda_model::{
    ArticleId, Base, Condition, DecisionRule, Outcome, PartyId, PartySet, RuleId, Share, Total,
    Vote, WeightsId, Who,
};

/// Returns the outcome of a rule, and of those that take its place or are tried after it, where it is
/// the same whatever some did of whom it is not told, with the article of the last rule. What depends
/// on them, or on more than the bounds of each count show, is none.
pub fn whatever(
    code: &Code<'_>,
    state: &State,
    rule: RuleId,
    put: &Put<'_>,
    untold: &PartySet,
) -> Option<(Outcome, ArticleId)> {
    let mut tried: Vec<RuleId> = Vec::new();
    let (mut next, mut found) = (Some(rule), None);
    while let Some((article, rule)) = next.and_then(|name| code.rule_on(name, state, put.on)) {
        if tried.contains(&rule.name) {
            break;
        }
        tried.push(rule.name);
        let tables = Tables::OfDay(code.law, put.on);
        // What hangs on the untold mostly does so between a vote for and one against: all ways to
        // vote are looked at only where these two do not show it.
        along(&[Vote::Yes, Vote::No], state, rule, put, (untold, tables))?;
        let (outcome, then) = along(&Vote::ALL, state, rule, put, (untold, tables))?;
        found = Some((outcome, article));
        next = then.map(|name| put.tried(name));
    }
    found
}

/// Returns what comes of it under a rule, and which rule comes next, where that is the same in some
/// ways to vote. What depends on the untold in a few ways depends on them in all.
fn along(
    ways: &[Vote],
    state: &State,
    rule: &DecisionRule,
    put: &Put<'_>,
    (untold, tables): (&PartySet, Tables<'_>),
) -> Option<(Outcome, Option<RuleId>)> {
    let all: Vec<Ballot> =
        ways.iter().map(|vote| alike(state, rule, put, (untold, *vote))).collect();
    let all = all.iter().map(|ballot| Counted { tables, ballot, rule }).collect();
    Ways { all, rule }.outcome()
}

/// Returns the ballot in which all of whom nothing is told cast one vote.
fn alike(
    state: &State,
    rule: &DecisionRule,
    put: &Put<'_>,
    (untold, vote): (&PartySet, Vote),
) -> Ballot {
    let mut votes: Vec<(PartyId, Vote)> = put.votes.to_vec();
    votes.extend(untold.iter().map(|party| (party, vote)));
    ballot(state, rule, &Put { votes: &votes, ..*put }).0
}

/// The ballots in which those of whom nothing is told all vote alike, one for each way to vote.
struct Ways<'a> {
    all: Vec<Counted<'a>>,
    rule: &'a DecisionRule,
}

/// Some of the states: those that are among them surely, and those that may be.
struct Bounds {
    surely: PartySet,
    maybe: PartySet,
}

impl Bounds {
    fn at_least(&self, count: u32) -> Option<bool> {
        match (self.surely.len() >= count, self.maybe.len() >= count) {
            (true, _) => Some(true),
            (_, false) => Some(false),
            (false, true) => None,
        }
    }

    fn is_empty(&self) -> Option<bool> {
        self.at_least(1).map(|any| !any)
    }
}

impl Ways<'_> {
    /// Returns what comes of it under the rule, and which rule comes next, where neither depends on
    /// the untold.
    fn outcome(&self) -> Option<(Outcome, Option<RuleId>)> {
        let rule = self.rule;
        if let Some((condition, otherwise)) = &rule.usable
            && !self.holds(condition)?
        {
            let open = otherwise.is_some();
            let outcome = if open { Outcome::Undetermined } else { Outcome::NotAdopted };
            return Some((outcome, *otherwise));
        }
        if self.of(|way| way.ballot.electorate.clone()).is_empty()? {
            return Some((Outcome::NoQuorum, None));
        }
        if let Some(quorum) = &rule.quorum
            && !self.holds(quorum)?
        {
            return Some((Outcome::NoQuorum, None));
        }
        if !self.holds(&rule.adopted)? {
            return Some((Outcome::NotAdopted, rule.failing));
        }
        if let Some(veto) = &rule.vetoed
            && self.holds(veto)?
        {
            return Some((Outcome::Vetoed, None));
        }
        let nobody = self.all.iter().filter(|way| way.ballot.all_are_absent()).count();
        if nobody > 0
            && let Some(outcome) = of_all_absent(rule)
        {
            return (nobody == self.all.len()).then_some((outcome, None));
        }
        let waits = rule.precedent.is_some();
        Some((if waits { Outcome::Conditional } else { Outcome::Adopted }, None))
    }
    /// Tells whether a condition holds, where that is the same in every way.
    fn holds(&self, condition: &Condition) -> Option<bool> {
        match condition {
            Condition::All(base, who) => {
                let lacking = self.of(|way| way.base(*base).less(&way.who(*who))).is_empty();
                let any = self.of(|way| way.base(*base)).is_empty().map(|empty| !empty);
                every([lacking, any].into_iter())
            }
            Condition::AtLeast(count, who, set) => {
                self.counted(*who, set.as_ref()).at_least(*count)
            }
            Condition::FewerThan(count, who) => {
                self.counted(*who, None).at_least(*count).map(|reached| !reached)
            }
            Condition::None(who, set) => self.counted(*who, set.as_ref()).is_empty(),
            Condition::Share(share, who, base, less) => {
                self.share(*share, (*who, *base), less.as_ref())
            }
            Condition::Includes(set) => self.of(|way| set.less(&way.consenting())).is_empty(),
            Condition::Weight(table, who, share, total) => {
                self.weight(*table, *who, *share, *total)
            }
            Condition::Not(inner) => self.holds(inner).map(|holds| !holds),
            Condition::AllOf(all) => every(all.iter().map(|one| self.holds(one))),
            Condition::AnyOf(any) => {
                let none = any.iter().map(|one| self.holds(one).map(|holds| !holds));
                every(none).map(|none| !none)
            }
        }
    }

    /// Of those in the base, each is counted, or is not, or is not in it: the part is least where as
    /// many as can be are in it uncounted, and greatest where as many as can be are counted.
    fn share(
        &self,
        share: Share,
        (who, base): (Who, Base),
        less: Option<&PartySet>,
    ) -> Option<bool> {
        let within = |way: &Counted<'_>| {
            let whole = way.base(base);
            less.map_or_else(|| whole.clone(), |less| whole.less(less))
        };
        let part = self.of(|way| within(way).and(&way.who(who)));
        let rest = self.of(|way| within(way).less(&way.who(who)));
        let is_reached = |part: &PartySet, rest: &PartySet| {
            let part = u64::from(part.len());
            share.is_reached(part, part.saturating_add(rest.len().into()))
        };
        if !is_reached(&part.maybe, &rest.surely) {
            return Some(false);
        }
        let is_any = self.of(within).at_least(1) == Some(true);
        (is_any && is_reached(&part.surely, &rest.maybe)).then_some(true)
    }

    fn weight(&self, table: WeightsId, who: Who, share: Share, total: Total) -> Option<bool> {
        let first = self.all.first()?;
        let part = self.of(|way| way.who(who));
        let (least, most) = (first.weight(table, &part.surely), first.weight(table, &part.maybe));
        let (small, great) = match total {
            Total::Declared => (first.total(table), first.total(table)),
            Total::Of(base) => {
                let whole = self.of(|way| way.base(base));
                (first.weight(table, &whole.surely), first.weight(table, &whole.maybe))
            }
        };
        if great == 0 || (small > 0 && !share.is_reached(most, small)) {
            return Some(false);
        }
        (small > 0 && share.is_reached(least, great)).then_some(true)
    }

    fn counted(&self, who: Who, set: Option<&PartySet>) -> Bounds {
        self.of(|way| {
            let all = way.who(who);
            set.map_or_else(|| all.clone(), |set| all.and(set))
        })
    }

    /// Returns who is in a set in every way, and who in one of them.
    fn of(&self, set: impl Fn(&Counted<'_>) -> PartySet) -> Bounds {
        let mut all = self.all.iter().map(set);
        let first = all.next().unwrap_or_default();
        let bounds = Bounds { surely: first.clone(), maybe: first };
        all.fold(bounds, |bounds, one| Bounds {
            surely: bounds.surely.and(&one),
            maybe: bounds.maybe.or(&one),
        })
    }
}

/// Tells whether all of some things hold, each of which may be open.
fn every(all: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut is_open = false;
    for one in all {
        if !one.unwrap_or(true) {
            return Some(false);
        }
        is_open |= one.is_none();
    }
    (!is_open).then_some(true)
}
