//! Ballots on either side of every threshold of every rule: one vote short, just enough, one more.
//!
//! A ladder changes one vote after the other. Where a condition tips on a rung and what comes of
//! the text tips with it, and not again on the next rung, that condition's border is shown.

use crate::generate::Poll;
use crate::naive::{Count, Miscount, Values, count};
use crate::recount::{told, with_put};
use servanda_engine::{Code, Decided, Question, State, Weighing, decide};
use servanda_model::{
    ArticleId, Condition, Day, DecisionRule, Id as _, Law, MatterId, PartyId, Rule, RuleId, Share,
    Version, VersionStart, Vote, Voters,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many vote, tried in this order, after those of which a share of the rule is whole heads.
const SIZES: [u32; 7] = [3, 5, 8, 15, 28, 60, 193];

/// The largest number that votes.
const LARGEST: u32 = 200;

/// A condition of a rule, by what is asked of it and the way down to it.
type Place = (u8, Vec<usize>);

/// The borders of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borders {
    /// The rule.
    pub rule: RuleId,
    /// Its article.
    pub article: ArticleId,
    /// How many conditions with a threshold it has, and how many of their borders were shown.
    pub thresholds: usize,
    /// The conditions whose border no ladder shows.
    pub not_shown: Vec<String>,
    /// Where the two counts differ, or a condition tips elsewhere than at its number.
    pub amiss: Vec<String>,
}

/// Shows the borders of every rule of a law, each version by itself; the naive count may have a
/// fault planted.
pub fn borders(law: &Law, wrong: Option<Miscount>) -> Vec<Borders> {
    let mut found = Vec::new();
    for (ordinal, article) in (0u32..).zip(&law.articles) {
        for version in &article.versions {
            for clause in &version.clauses {
                if let Rule::Decides(rule) = &clause.rule {
                    let article = ArticleId::of(ordinal);
                    let alone = alone(law, article, version, rule.name);
                    found.push(of_rule(&alone, article, rule, wrong));
                }
            }
        }
    }
    found
}

/// Returns a law in which one version of an article counts, of the others the last, no other rule
/// has the name, and all rules are of the members: who is party to what moves no threshold.
fn alone(law: &Law, article: ArticleId, version: &Version, name: RuleId) -> Law {
    let mut alone = law.clone();
    for (ordinal, row) in (0u32..).zip(&mut alone.articles) {
        let own = ArticleId::of(ordinal) == article;
        let kept = if own { Some(version.clone()) } else { row.versions.last().cloned() };
        row.versions = kept.into_iter().collect();
        for version in &mut row.versions {
            version.start = VersionStart::Original;
            version.clauses.retain(|clause| {
                own || !matches!(&clause.rule, Rule::Decides(rule) if rule.name == name)
            });
            for clause in &mut version.clauses {
                if let Rule::Decides(rule) = &mut clause.rule {
                    rule.electorate.of = Voters::Members;
                }
            }
        }
    }
    alone
}

fn of_rule(law: &Law, article: ArticleId, rule: &DecisionRule, wrong: Option<Miscount>) -> Borders {
    let wanted = thresholds(rule);
    let mut seen = Seen::default();
    let (code, stands) = (Code::compile(law), stands(law));
    for ladder in ladders(&voters(law, rule), rule) {
        if wanted.keys().all(|place| seen.shown.contains(place)) {
            break;
        }
        climb((law, &code, &stands, wrong), rule, &ladder, &mut seen);
    }
    let hidden = wanted.iter().filter(|(place, _)| !seen.shown.contains(*place));
    Borders {
        rule: rule.name,
        article,
        thresholds: wanted.len(),
        not_shown: hidden.map(|(_, condition)| format!("{condition:?}")).collect(),
        amiss: seen.amiss,
    }
}

/// Returns the conditions of a rule that a single vote can tip.
fn thresholds(rule: &DecisionRule) -> BTreeMap<Place, &Condition> {
    let usable = rule.usable.as_ref().map(|(usable, _)| usable);
    let asked = [usable, rule.quorum.as_ref(), Some(&rule.adopted), rule.vetoed.as_ref()];
    let mut all = BTreeMap::new();
    for (question, condition) in (0u8..).zip(asked) {
        if let Some(condition) = condition {
            leaves(condition, (question, Vec::new()), &mut all);
        }
    }
    all
}

fn leaves<'l>(condition: &'l Condition, at: Place, all: &mut BTreeMap<Place, &'l Condition>) {
    let inner = match condition {
        Condition::Not(inner) => std::slice::from_ref(&**inner),
        Condition::AllOf(list) | Condition::AnyOf(list) => list.as_slice(),
        Condition::All(..)
        | Condition::AtLeast(..)
        | Condition::Share(..)
        | Condition::FewerThan(..)
        | Condition::None(..)
        | Condition::Includes(_)
        | Condition::Weight(..) => {
            all.insert(at, condition);
            return;
        }
    };
    for (index, one) in inner.iter().enumerate() {
        let mut below = at.clone();
        below.1.push(index);
        leaves(one, below, all);
    }
}

/// Returns those who may be made to vote: those whom the rule names first, then all others, and
/// where the law has too few, some whom it does not know.
fn voters(law: &Law, rule: &DecisionRule) -> Vec<PartyId> {
    let mut first = Vec::new();
    for condition in thresholds(rule).values() {
        if let Condition::AtLeast(_, _, Some(set))
        | Condition::None(_, Some(set))
        | Condition::Includes(set) = condition
        {
            first.extend(set.iter());
        }
        if let Condition::Weight(table, ..) = condition {
            let mut rows = law.weights(*table).map_or(Vec::new(), |table| table.rows.clone());
            rows.sort_by_key(|(_, _, weight)| std::cmp::Reverse(*weight));
            first.extend(rows.into_iter().map(|(_, party, _)| party));
        }
    }
    first.extend((0..LARGEST).map(PartyId::of));
    let mut seen = BTreeSet::new();
    first.retain(|party| seen.insert(*party));
    first
}

/// Ballots of which each differs from the one before in one vote.
struct Ladder {
    voters: Vec<PartyId>,
    /// How many of the first vote otherwise throughout, and how.
    fixed: (usize, Vote),
    from: Vote,
    to: Vote,
}

fn ladders(voters: &[PartyId], rule: &DecisionRule) -> impl Iterator<Item = Ladder> {
    let sizes = sizes(rule).into_iter().filter_map(|size| voters.get(..size as usize));
    sizes.flat_map(|voters| {
        let turned: Vec<PartyId> = voters.iter().rev().copied().collect();
        [voters.to_vec(), turned].into_iter().flat_map(of_size)
    })
}

fn sizes(rule: &DecisionRule) -> Vec<u32> {
    let mut sizes = Vec::new();
    for condition in thresholds(rule).values() {
        if let Condition::Share(share, ..) = condition {
            let common = common(share.numerator, share.denominator);
            let whole = share.denominator.checked_div(common).unwrap_or(1);
            let sized = (1..=4u32).map(|times| whole.saturating_mul(times));
            sizes.extend(sized.filter(|size| (3..=LARGEST).contains(size)));
        }
    }
    sizes.sort_unstable();
    sizes.extend(SIZES);
    sizes
}

/// Returns the greatest common divisor.
fn common(a: u32, b: u32) -> u32 {
    a.checked_rem(b).map_or(a, |rest| common(b, rest))
}

/// Returns the ladders of one size: none fixed, and then some of them.
fn of_size(voters: Vec<PartyId>) -> impl Iterator<Item = Ladder> {
    let size = voters.len();
    let parts =
        [0, 1, size / 3, size / 2, size.div_ceil(3).saturating_mul(2), size.saturating_sub(4)];
    let parts = parts.map(|part| part.min(size));
    let pairs = Vote::ALL.into_iter().flat_map(|from| Vote::ALL.map(|to| (from, to)));
    let pairs: Vec<(Vote, Vote)> = pairs.filter(|(from, to)| from != to).collect();
    parts.into_iter().flat_map(move |part| {
        let (pairs, voters) = (pairs.clone(), voters.clone());
        let fixed = if part == 0 { vec![Vote::Yes] } else { Vote::ALL.to_vec() };
        fixed.into_iter().flat_map(move |vote| {
            let voters = voters.clone();
            pairs.clone().into_iter().map(move |(from, to)| Ladder {
                voters: voters.clone(),
                fixed: (part, vote),
                from,
                to,
            })
        })
    })
}

/// What the ladders have shown so far.
#[derive(Default)]
struct Seen {
    shown: BTreeSet<Place>,
    amiss: Vec<String>,
}

/// One rung: what came of it, and how each condition stood.
struct Rung {
    came: Count,
    stood: BTreeMap<Place, Stood>,
}

/// How one condition stood.
struct Stood {
    holds: bool,
    part: u64,
    whole: Option<u64>,
    needed: Option<u64>,
    /// The share of heads that is asked for.
    share: Option<Share>,
}

impl Stood {
    /// Tells whether what was counted is exactly the share asked for, where heads have one.
    fn is_exact(&self) -> bool {
        self.share.zip(self.whole).is_none_or(|(share, whole)| {
            let part = self.part.saturating_mul(share.denominator.into());
            part == whole.saturating_mul(share.numerator.into())
        })
    }

    /// Tells whether the number needed is reached by this one or the other, and not by both. Where
    /// no number is needed, a single head decides.
    fn tips(&self, other: &Self) -> bool {
        // A share of nothing is never reached.
        let reached = |stood: &Self| {
            let needed = stood.needed.map(|needed| stood.part >= needed);
            needed.map(|enough| enough && stood.whole != Some(0))
        };
        reached(self).zip(reached(other)).is_none_or(|(one, two)| one != two)
    }
}

/// The law, as both counters have it.
type World<'a> = (&'a Law, &'a Code<'a>, &'a Values, Option<Miscount>);

fn climb(world: World<'_>, rule: &DecisionRule, ladder: &Ladder, seen: &mut Seen) {
    let rungs: Vec<Rung> = (0..=ladder.voters.len().saturating_sub(ladder.fixed.0))
        .map(|changed| rung(world, rule, &poll(ladder, changed), seen))
        .collect();
    for three in rungs.windows(3) {
        let [short, just, more] = three else { continue };
        for (place, stood) in &just.stood {
            let (Some(before), Some(after)) = (short.stood.get(place), more.stood.get(place))
            else {
                continue;
            };
            if before.holds == stood.holds || after.holds != stood.holds {
                continue;
            }
            if !before.tips(stood) {
                seen.amiss.push(format!("{place:?} tips from {} to {}", before.part, stood.part));
            }
            // What is enough is the share itself; what must be exceeded is one head short of it.
            let is_enough = stood.share.is_none_or(|share| share.inclusive) == stood.holds;
            let exact = if is_enough { stood.is_exact() } else { before.is_exact() };
            if exact && !short.is_as(just) && just.is_as(more) {
                seen.shown.insert(place.clone());
            }
        }
    }
}

impl Rung {
    fn is_as(&self, other: &Self) -> bool {
        (self.came.outcome, &self.came.tried) == (other.came.outcome, &other.came.tried)
    }
}

fn poll(ladder: &Ladder, changed: usize) -> Poll {
    let (fixed, vote) = ladder.fixed;
    let votes = ladder.voters.iter().enumerate().map(|(at, party)| {
        let climbed =
            at.checked_sub(fixed).map(|at| if at < changed { ladder.to } else { ladder.from });
        (*party, climbed.unwrap_or(vote))
    });
    let members: BTreeSet<PartyId> = ladder.voters.iter().copied().collect();
    Poll {
        matter: MatterId::of(0),
        on: Day::MAX,
        with_vote: members.clone(),
        members,
        votes: votes.collect(),
        target: None,
        interested: BTreeSet::new(),
    }
}

/// Every article counts in its first version, and nobody is party to anything.
fn stands(law: &Law) -> Values {
    let articles = (0u32..).zip(&law.articles).filter(|(_, article)| !article.versions.is_empty());
    let versions = articles.map(|(ordinal, _)| (ArticleId::of(ordinal), 0)).collect();
    Values { versions, ..Values::default() }
}

/// Decides one ballot both ways.
fn rung(
    (law, code, stands, wrong): World<'_>,
    rule: &DecisionRule,
    poll: &Poll,
    seen: &mut Seen,
) -> Rung {
    with_put(poll, |put| {
        let decided = decide(code, &State::default(), rule.name, put);
        let (came, naive) = (told(&decided), count(law, stands, (rule.name, None), poll, wrong));
        if came != naive {
            seen.amiss.push(format!("{poll:?}\n  engine {came:?}\n  naive  {naive:?}"));
        }
        Rung { came, stood: stood(&decided) }
    })
}

/// Returns how the conditions of the first rule stood.
fn stood(decided: &Decided<'_>) -> BTreeMap<Place, Stood> {
    let mut all = BTreeMap::new();
    let first = decided.applied.first().into_iter().flat_map(|applied| &applied.looked_at);
    for (question, weighing) in first {
        let question = match question {
            Question::Usable => 0,
            Question::Quorum => 1,
            Question::Adopted => 2,
            Question::Vetoed => 3,
        };
        note(weighing, (question, Vec::new()), &mut all);
    }
    all
}

fn note(weighing: &Weighing<'_>, at: Place, all: &mut BTreeMap<Place, Stood>) {
    for (index, inner) in weighing.inner.iter().enumerate() {
        let mut below = at.clone();
        below.1.push(index);
        note(inner, below, all);
    }
    if weighing.inner.is_empty() {
        let mut share = None;
        if let Condition::Share(asked, _, _, None) = weighing.condition {
            share = Some(*asked);
        }
        let Weighing { holds, part, whole, .. } = *weighing;
        all.insert(at, Stood { holds, part, whole, needed: weighing.needed(), share });
    }
}
