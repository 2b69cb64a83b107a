//! A rule of decision made ready for one electorate and one day, to decide many ballots.

use crate::ballot::{Ballot, Tables};
use crate::byte_weights::ByteWeights;
use crate::code::Code;
use crate::decide::{Decided, Put, beyond, electorate, of_all_absent};
use crate::scale::{Bench, Scale, Sides};
use crate::seats::Seats;
use crate::state::State;
use crate::tally::Tally;
use servanda_model::{ArticleId, Condition, DecisionRule, Law, Outcome, PartySet, RuleId};

/// A rule, and those to which it leads, made ready for one electorate and one day.
///
/// What it decides is what `decide` decides; it holds for the first 256 parties of a law.
#[derive(Debug, Clone, PartialEq)]
pub struct Scales<'l> {
    rules: Vec<Ready<'l>>,
    tables: Vec<ByteWeights>,
    members: Seats,
    with_vote: Seats,
}

/// One rule made ready.
#[derive(Debug, Clone, PartialEq)]
struct Ready<'l> {
    article: ArticleId,
    rule: &'l DecisionRule,
    /// Those who may vote, whatever they declare.
    electorate: Seats,
    /// Those whom it binds though they have no seat.
    beyond: Option<PartySet>,
    usable: Option<Scale>,
    /// The place of the rule that takes its place.
    otherwise: Option<usize>,
    /// What comes of a text where it may not be used.
    unusable: Outcome,
    quorum: Option<Scale>,
    adopted: Scale,
    vetoed: Option<Scale>,
    /// The place of the rule that is tried where this one does not adopt.
    failing: Option<usize>,
}

/// As many rules as there are bits to tell which were tried.
const RULES: usize = 64;

type Cited<'l> = (ArticleId, &'l DecisionRule);

impl<'l> Scales<'l> {
    /// Makes a rule ready for those to whom a text is put, whatever they vote; none where a party
    /// lies beyond the first 256 of the law, weights are too large to be summed, or the rule leads
    /// to more than 64.
    pub fn compile(code: &Code<'l>, state: &State, rule: RuleId, put: &Put<'_>) -> Option<Self> {
        let rules = reached(code, state, rule, put);
        if rules.len() > RULES {
            return None;
        }
        let (members, with_vote) = (Seats::of(put.members)?, Seats::of(put.voting)?);
        let of_rule = |(_, rule): &Cited<'l>| Seats::of(&electorate(state, rule, put));
        let electorates = rules.iter().map(of_rule).collect::<Option<Vec<Seats>>>()?;
        let all = electorates.iter().fold(members, |all, one| all.or(*one));
        let tables = tables(code.law, &rules, put, all)?;
        let place = |name: RuleId| rules.iter().position(|(_, rule)| rule.name == name);
        let ready = |((article, rule), electorate): (&Cited<'l>, &Seats)| {
            let bench = Bench {
                tables: &tables,
                members,
                electorate: *electorate,
                is_fixed: !rule.electorate.less_not_taking_part,
            };
            let beyond = beyond(code, state, rule, put.on);
            Some(Ready { beyond, ..Ready::of((*article, rule), *electorate, &bench, place)? })
        };
        let rules = rules.iter().zip(&electorates).map(ready).collect::<Option<Vec<_>>>()?;
        Some(Self { rules, tables, members, with_vote })
    }

    /// Returns what comes of a text, and the rule that decided.
    pub fn outcome(&self, tally: &Tally) -> (Outcome, Option<RuleId>) {
        let (mut outcome, mut decided) = (Outcome::Undetermined, None);
        let (mut next, mut tried) = (Some(0), 0u64);
        while let Some((place, ready)) = next.and_then(|at| Some((at, self.rules.get(at)?))) {
            // A rule that was tried is not tried again.
            let bit = 1u64 << (place % 64);
            if tried & bit != 0 {
                break;
            }
            tried |= bit;
            let sides = self.sides(ready, tally);
            (outcome, next) = ready.outcome(&sides);
            decided = Some(ready.rule.name);
        }
        (outcome, decided)
    }

    /// Decides a text, with its reasons.
    pub fn decide(&self, tally: &Tally) -> Decided<'l> {
        let mut decided = Decided::open();
        let mut next = self.rules.first();
        while let Some(ready) = next {
            let ballot = self.ballot(&self.sides(ready, tally));
            let (cited, tables) = ((ready.article, ready.rule), Tables::Ready(&self.tables));
            let leaves = ready.rule.electorate.less_not_taking_part;
            let left = if leaves {
                tally.not_participating.and(ready.electorate)
            } else {
                Seats::default()
            };
            let beyond = ready.beyond.clone().map(|whole| (whole, PartySet::from(left)));
            let name = decided.under(cited, ballot, tables, beyond.as_ref());
            let is_tried = |name| decided.applied.iter().any(|applied| applied.rule.name == name);
            let name = name.filter(|name| !is_tried(*name));
            next = name.and_then(|name| self.rules.iter().find(|ready| ready.rule.name == name));
        }
        decided
    }

    fn sides<'a>(&'a self, ready: &'a Ready<'l>, tally: &'a Tally) -> Sides<'a> {
        let (rule, tables) = (ready.rule, self.tables.as_slice());
        Sides::new((rule, tables), tally, self.members, ready.electorate)
    }

    fn ballot(&self, sides: &Sides<'_>) -> Ballot {
        let (tally, electorate) = (sides.tally, sides.electorate);
        let of = |did: Seats| PartySet::from(did.and(electorate));
        Ballot {
            members: self.members.into(),
            with_vote: self.with_vote.into(),
            electorate: electorate.into(),
            in_favour: of(tally.in_favour),
            against: of(tally.against),
            abstaining: of(tally.abstaining),
            abstaining_declared: of(tally.abstaining_declared),
            absent: sides.absent.into(),
            objecting: of(tally.objecting),
            objecting_to_format: of(tally.objecting_to_format),
            not_participating: tally.not_participating.and(self.members.or(electorate)).into(),
        }
    }
}

impl<'l> Ready<'l> {
    fn of(
        (article, rule): Cited<'l>,
        electorate: Seats,
        bench: &Bench<'_>,
        place: impl Fn(RuleId) -> Option<usize>,
    ) -> Option<Self> {
        let scale = |condition: Option<&Condition>| {
            condition.map_or(Some(None), |condition| Scale::of(condition, bench).map(Some))
        };
        Some(Self {
            article,
            rule,
            electorate,
            beyond: None,
            usable: scale(rule.usable.as_ref().map(|(usable, _)| usable))?,
            otherwise: rule.usable.as_ref().and_then(|(_, otherwise)| place((*otherwise)?)),
            unusable: match rule.usable {
                Some((_, None)) => Outcome::NotAdopted,
                Some((_, Some(_))) | None => Outcome::Undetermined,
            },
            quorum: scale(rule.quorum.as_ref())?,
            adopted: Scale::of(&rule.adopted, bench)?,
            vetoed: scale(rule.vetoed.as_ref())?,
            failing: rule.failing.and_then(place),
        })
    }

    /// Returns what comes of a text under this rule, and the place of the one that comes next.
    fn outcome(&self, sides: &Sides<'_>) -> (Outcome, Option<usize>) {
        if self.usable.as_ref().is_some_and(|usable| !sides.holds(usable)) {
            return (self.unusable, self.otherwise);
        }
        let lacks = || self.quorum.as_ref().is_some_and(|quorum| !sides.holds(quorum));
        if sides.electorate.is_empty() || lacks() {
            return (Outcome::NoQuorum, None);
        }
        if !sides.holds(&self.adopted) {
            return (Outcome::NotAdopted, self.failing);
        }
        if self.vetoed.as_ref().is_some_and(|vetoed| sides.holds(vetoed)) {
            return (Outcome::Vetoed, None);
        }
        if let Some(outcome) =
            (sides.absent == sides.electorate).then(|| of_all_absent(self.rule)).flatten()
        {
            return (outcome, None);
        }
        let waits = self.rule.precedent.is_some();
        (if waits { Outcome::Conditional } else { Outcome::Adopted }, None)
    }
}

/// Returns a rule and all to which it leads on a day.
fn reached<'l>(code: &Code<'l>, state: &State, rule: RuleId, put: &Put<'_>) -> Vec<Cited<'l>> {
    let mut names = vec![rule];
    let mut rules = Vec::new();
    let mut at = 0usize;
    while let Some(name) = names.get(at).copied() {
        at = at.saturating_add(1);
        let Some((article, rule)) = code.rule_on(name, state, put.on) else { continue };
        rules.push((article, rule));
        let leads = rule.usable.as_ref().and_then(|(_, otherwise)| *otherwise).into_iter();
        for next in leads.chain(rule.failing) {
            if !names.contains(&next) {
                names.push(next);
            }
        }
    }
    rules
}

/// Makes ready every table by which the rules weigh.
fn tables(law: &Law, rules: &[Cited<'_>], put: &Put<'_>, all: Seats) -> Option<Vec<ByteWeights>> {
    let mut named = Vec::new();
    for (_, rule) in rules {
        let usable = rule.usable.as_ref().map(|(usable, _)| usable);
        let asked = [usable, rule.quorum.as_ref(), Some(&rule.adopted), rule.vetoed.as_ref()];
        asked.into_iter().flatten().for_each(|condition| condition.tables(&mut named));
    }
    named.sort_unstable();
    named.dedup();
    named.into_iter().map(|table| ByteWeights::of_day(law, table, put.on, all)).collect()
}
