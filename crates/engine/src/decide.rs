//! What an organ decided: the rule of the matter applied to what its members did.

use crate::ballot::{Ballot, Counted, Tables};
use crate::code::Code;
use crate::composition::of_body;
use crate::state::State;
use crate::weighing::{Roll as _, Weighing, weigh};
use servanda_model::{
    AllAbsent, ArticleId, Binding, Condition, Day, DecisionRule, Matter, Outcome, PartyId,
    PartySet, RuleId, Vote, Voters, Who, Whom,
};

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether it may be used.
    Usable,
    /// Whether there is a quorum.
    Quorum,
    /// Whether the text is adopted.
    Adopted,
    /// Whether it is vetoed.
    Vetoed,
}

/// One rule that was applied, with what it looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied<'l> {
    /// The rule.
    pub rule: &'l DecisionRule,
    /// Its article.
    pub article: ArticleId,
    /// What it looked at, in order.
    pub looked_at: Vec<(Question, Weighing<'l>)>,
}

/// A decision with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided<'l> {
    /// What came of it.
    pub outcome: Outcome,
    /// The rules that were applied: the last one decided.
    pub applied: Vec<Applied<'l>>,
    /// What each member did, by the electorate of the last rule.
    pub ballot: Ballot,
    /// Those it binds.
    pub bound: PartySet,
    /// Those among whom the rule binds that it does not bind, by how they voted.
    pub not_bound: PartySet,
}

/// A text put to an organ.
#[derive(Debug, Clone, Copy)]
pub struct Put<'a> {
    /// Those with a seat.
    pub members: &'a PartySet,
    /// Those of them with a vote.
    pub voting: &'a PartySet,
    /// What each did.
    pub votes: &'a [(PartyId, Vote)],
    /// The state the decision is about.
    pub target: Option<PartyId>,
    /// Those interested in the matter.
    pub interested: &'a PartySet,
    /// The day whose law counts.
    pub on: Day,
    /// Where the rules come to the first of these two, the second is tried: the rival reading of it.
    pub instead: Option<(RuleId, RuleId)>,
}

impl Put<'_> {
    /// Returns the rule that is tried where the rules come to one.
    pub(crate) fn tried(&self, rule: RuleId) -> RuleId {
        self.instead.filter(|(read, _)| *read == rule).map_or(rule, |(_, rival)| rival)
    }
}

/// Returns the reading of a rule that practice follows: the only one, or the one followed last.
pub fn followed(matters: &[(ArticleId, &Matter)], on: Day) -> Option<usize> {
    if matters.len() == 1 {
        return Some(0);
    }
    let dated = matters.iter().enumerate().filter_map(|(index, (_, matter))| {
        let from = matter.followed_from.filter(|from| *from <= on)?;
        Some((from, index))
    });
    dated.max().map(|(_, index)| index)
}

/// Decides under a rule, and under those that take its place or are tried after it.
pub fn decide<'l>(code: &Code<'l>, state: &State, rule: RuleId, put: &Put<'_>) -> Decided<'l> {
    let mut decided = Decided::open();
    let mut next = Some(rule);
    while let Some((article, rule)) = next.and_then(|name| code.rule_on(name, state, put.on)) {
        // A rule that was tried is not tried again.
        if decided.applied.iter().any(|applied| applied.rule.name == rule.name) {
            break;
        }
        let (ballot, left) = ballot(state, rule, put);
        let beyond = beyond(code, state, rule, put.on).map(|whole| (whole, left));
        let tables = Tables::OfDay(code.law, put.on);
        let then = decided.under((article, rule), ballot, tables, beyond.as_ref());
        next = then.map(|name| put.tried(name));
    }
    decided
}

impl<'l> Decided<'l> {
    /// Begins with no rule applied.
    pub(crate) fn open() -> Self {
        Self {
            outcome: Outcome::Undetermined,
            applied: Vec::new(),
            ballot: Ballot::default(),
            bound: PartySet::new(),
            not_bound: PartySet::new(),
        }
    }

    /// Applies a rule to a ballot; returns the one that comes next where this one does not decide.
    pub(crate) fn under(
        &mut self,
        (article, rule): (ArticleId, &'l DecisionRule),
        ballot: Ballot,
        tables: Tables<'_>,
        beyond: Option<&(PartySet, PartySet)>,
    ) -> Option<RuleId> {
        self.ballot = ballot;
        let counted = Counted { tables, ballot: &self.ballot, rule };
        let mut applied = Applied { rule, article, looked_at: Vec::new() };
        let next;
        (self.outcome, next) = apply(&counted, rule, &mut applied);
        self.applied.push(applied);
        if matches!(self.outcome, Outcome::Adopted | Outcome::Conditional) {
            (self.bound, self.not_bound) = bound(&counted, &rule.binds, beyond);
        }
        next
    }
}

/// Returns those whom a rule binds though they have no seat in the organ: the members of an
/// organisation, where it says so.
pub(crate) fn beyond(
    code: &Code<'_>,
    state: &State,
    rule: &DecisionRule,
    on: Day,
) -> Option<PartySet> {
    let Whom::MembersOf(body) = rule.binds.whom else { return None };
    Some(of_body(code, state, body, on).members)
}

/// Sorts the votes under a rule; returns with them those who left its electorate by taking no part.
pub(crate) fn ballot(state: &State, rule: &DecisionRule, put: &Put<'_>) -> (Ballot, PartySet) {
    let all = electorate(state, rule, put);
    let mut stays = all.clone();
    if rule.electorate.less_not_taking_part {
        let out = put.votes.iter().filter(|(_, vote)| *vote == Vote::NotParticipating);
        out.for_each(|(party, _)| stays.remove(*party));
    }
    let left = all.less(&stays);
    (Ballot::new(put, stays), left)
}

/// Returns those who may vote under a rule, whatever they declare.
pub(crate) fn electorate(state: &State, rule: &DecisionRule, put: &Put<'_>) -> PartySet {
    let wanted = rule.electorate;
    let mut electorate = match wanted.of {
        Voters::Members => put.voting.clone(),
        Voters::PartiesTo(instrument) => state.parties(instrument, put.on).into_iter().collect(),
    };
    if let Some(target) = put.target.filter(|_| wanted.less_target) {
        electorate.remove(target);
    }
    if wanted.less_interested {
        electorate = electorate.less(put.interested);
    }
    electorate
}

/// Applies one rule; says which rule comes next where this one does not decide.
fn apply<'l>(
    counted: &Counted<'_>,
    rule: &'l DecisionRule,
    applied: &mut Applied<'l>,
) -> (Outcome, Option<RuleId>) {
    let mut look = |question, condition: &'l Condition| {
        let weighing = weigh(counted, condition);
        let holds = weighing.holds;
        applied.looked_at.push((question, weighing));
        holds
    };
    if let Some((condition, otherwise)) = &rule.usable
        && !look(Question::Usable, condition)
    {
        // Where no rule takes its place, nothing is decided.
        let outcome = if otherwise.is_some() { Outcome::Undetermined } else { Outcome::NotAdopted };
        return (outcome, *otherwise);
    }
    if counted.ballot.electorate.is_empty() {
        return (Outcome::NoQuorum, None);
    }
    if let Some(quorum) = &rule.quorum
        && !look(Question::Quorum, quorum)
    {
        return (Outcome::NoQuorum, None);
    }
    if !look(Question::Adopted, &rule.adopted) {
        return (Outcome::NotAdopted, rule.failing);
    }
    if let Some(veto) = &rule.vetoed
        && look(Question::Vetoed, veto)
    {
        return (Outcome::Vetoed, None);
    }
    if let Some(outcome) = counted.ballot.all_are_absent().then(|| of_all_absent(rule)).flatten() {
        return (outcome, None);
    }
    let waits = rule.precedent.is_some();
    (if waits { Outcome::Conditional } else { Outcome::Adopted }, None)
}

/// Returns what comes of a text that would be adopted though all are absent: where silence does not
/// decide and the rule does not say, that is open.
pub(crate) fn of_all_absent(rule: &DecisionRule) -> Option<Outcome> {
    match rule.all_absent {
        Some(AllAbsent::Adopted) => None,
        Some(AllAbsent::NoQuorum) => Some(Outcome::NoQuorum),
        None if rule.silence.is_some() => None,
        None => Some(Outcome::Undetermined),
    }
}

/// Returns those a decision binds, and those it would but for how they voted.
fn bound(
    counted: &Counted<'_>,
    binding: &Binding,
    beyond: Option<&(PartySet, PartySet)>,
) -> (PartySet, PartySet) {
    let whole = match binding.whom {
        Whom::Members => counted.ballot.members.clone(),
        Whom::MembersOf(_) => beyond.map(|(whole, _)| whole.clone()).unwrap_or_default(),
        Whom::MembersWithVote => counted.ballot.with_vote.clone(),
        Whom::Electorate => counted.ballot.electorate.clone(),
        Whom::InFavour => counted.who(Who::InFavour),
        Whom::Nobody => PartySet::new(),
    };
    let mut less = PartySet::new();
    for who in &binding.less {
        less = less.or(&counted.who(*who).and(&counted.ballot.electorate));
    }
    if counted.rule.electorate.less_not_taking_part {
        less = less.or(&counted.ballot.not_participating);
    }
    // One without a seat may have left the electorate as well.
    if let Some((_, left)) = beyond {
        less = less.or(left);
    }
    (whole.less(&less), whole.and(&less))
}
