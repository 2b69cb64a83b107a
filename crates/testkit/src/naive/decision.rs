//! What an organ decided, by asking each head; from `docs/formats/charter.md`, "Rules of decision".

use super::booth::Booth;
use super::miscount::Miscount;
use super::page::Values;
use crate::generate::Poll;
use servanda_model::{
    AllAbsent, BodyId, DecisionRule, Law, Matter, MemberStatus, Outcome, PartyId, Rule, RuleId,
    Status, Voters, Whom,
};
use std::collections::BTreeSet;

pub(super) type Heads = BTreeSet<PartyId>;

/// What came of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What came of it.
    pub outcome: Outcome,
    /// The rules that were tried; the last one decided.
    pub tried: Vec<RuleId>,
    /// Those it binds.
    pub bound: Heads,
    /// Those whom it would bind but for what they did.
    pub not_bound: Heads,
}

/// Counts a text under each rule to which a matter of an organ leads on its day.
pub fn decisions(
    law: &Law,
    stands: &Values,
    organ: BodyId,
    poll: &Poll,
    wrong: Option<Miscount>,
) -> Vec<Count> {
    let old = wrong == Some(Miscount::OldMatterCounts);
    let matters = clauses(law, stands, old).filter_map(|rule| match rule {
        Rule::Matter(matter) => Some(&**matter),
        _ => None,
    });
    let sits: Vec<&Matter> = matters.filter(|matter| matter.organs.contains(&organ)).collect();
    let of_kind = |kind| sits.iter().filter(move |matter| matter.kind == kind);
    let ours: Vec<RuleId> = of_kind(poll.matter).map(|matter| matter.rule).collect();
    // The default of the organ is asked first, then the other kinds in the order of their words.
    let mut kinds: Vec<_> = sits.iter().map(|matter| (!matter.by_default, matter.kind)).collect();
    kinds.retain(|(_, kind)| *kind != poll.matter);
    kinds.sort_unstable();
    let mut counts = Vec::new();
    'readings: for own in &ours {
        let alone = count(law, stands, (*own, None), poll, wrong);
        let is_lost = wrong == Some(Miscount::RivalsLost)
            || (wrong == Some(Miscount::RivalsOfOneReading) && ours.len() > 1);
        for came_to in alone.tried.iter().skip(1).filter(|_| !is_lost) {
            for (_, kind) in &kinds {
                let rules: Vec<RuleId> = of_kind(*kind).map(|matter| matter.rule).collect();
                if rules.len() > 1 && rules.contains(came_to) {
                    let rival = |rule: &RuleId| (*own, Some((*came_to, *rule)));
                    counts.extend(
                        rules.iter().map(|rule| count(law, stands, rival(rule), poll, wrong)),
                    );
                    continue 'readings;
                }
            }
        }
        counts.push(alone);
    }
    counts
}

/// Counts a text under a rule, and under those that take its place or are tried after it; with a rival
/// reading of one of those, that is tried in its place.
pub fn count(
    law: &Law,
    stands: &Values,
    (rule, rival): (RuleId, Option<(RuleId, RuleId)>),
    poll: &Poll,
    wrong: Option<Miscount>,
) -> Count {
    let mut count = Count {
        outcome: Outcome::Undetermined,
        tried: Vec::new(),
        bound: Heads::new(),
        not_bound: Heads::new(),
    };
    let mut first = None;
    let mut next = Some(rule);
    while let Some(rule) = next.and_then(|name| named(law, stands, name, wrong)) {
        let again = count.tried.iter().filter(|tried| **tried == rule.name).count();
        if again > usize::from(wrong == Some(Miscount::RulesTriedAgain)) {
            break;
        }
        count.tried.push(rule.name);
        let mut electorate = electorate(rule, stands, poll, wrong);
        let first = first.get_or_insert_with(|| electorate.clone());
        if wrong == Some(Miscount::ElectorateOfFirstRule) {
            electorate.clone_from(first);
        }
        let booth = Booth { law, rule, poll, electorate, wrong };
        (count.outcome, next) = outcome(&booth);
        if let Some((read, as_rival)) = rival
            && next == Some(read)
        {
            next = Some(as_rival);
        }
        let passed = matches!(count.outcome, Outcome::Adopted | Outcome::Conditional);
        if passed || wrong == Some(Miscount::BoundThoughNotAdopted) {
            (count.bound, count.not_bound) = bound(&booth, stands);
        }
    }
    count
}

/// Returns what the versions of articles that count provide.
fn clauses<'l>(law: &'l Law, stands: &Values, old: bool) -> impl Iterator<Item = &'l Rule> {
    let versions = stands.versions.iter().flat_map(move |(article, number)| {
        let number = if old { 0 } else { usize::from(*number) };
        law.article(*article).and_then(|article| article.versions.get(number))
    });
    versions.flat_map(|version| &version.clauses).map(|clause| &clause.rule)
}

fn named<'l>(
    law: &'l Law,
    stands: &Values,
    name: RuleId,
    wrong: Option<Miscount>,
) -> Option<&'l DecisionRule> {
    let old = wrong == Some(Miscount::OldRuleCounts);
    clauses(law, stands, old).find_map(|rule| match rule {
        Rule::Decides(rule) if rule.name == name => Some(&**rule),
        _ => None,
    })
}

fn electorate(rule: &DecisionRule, stands: &Values, poll: &Poll, wrong: Option<Miscount>) -> Heads {
    let is = |miscount| wrong == Some(miscount);
    let mut heads = match rule.electorate.of {
        Voters::Members if is(Miscount::MembersWithoutVoteVote) => poll.members.clone(),
        Voters::Members => poll.with_vote.clone(),
        Voters::PartiesTo(_) if is(Miscount::MembersVoteForParties) => poll.with_vote.clone(),
        Voters::PartiesTo(of) => {
            let standing = stands.standing.iter();
            let bound = standing.filter(|((other, _), (status, _))| {
                *other == of && (*status == Status::Party || is(Miscount::PartiesOfAnotherDay))
            });
            bound.map(|((_, party), _)| *party).collect()
        }
    };
    if rule.electorate.less_target && !is(Miscount::TargetVotes) {
        heads.retain(|party| Some(*party) != poll.target);
    }
    if rule.electorate.less_interested && !is(Miscount::InterestedVote) {
        heads.retain(|party| !poll.interested.contains(party));
    }
    if rule.electorate.less_not_taking_part && !is(Miscount::NotParticipatingStay) {
        let out = Some(&servanda_model::Vote::NotParticipating);
        heads.retain(|party| poll.votes.get(party) != out);
    }
    if is(Miscount::OutsidersVote) {
        heads.extend(poll.votes.keys().filter(|party| !poll.members.contains(party)));
    }
    heads
}

/// Tells what comes of a text under one rule, and which rule comes next.
fn outcome(booth: &Booth<'_>) -> (Outcome, Option<RuleId>) {
    let (rule, is) = (booth.rule, |miscount| booth.is(miscount));
    if let Some((usable, otherwise)) = &rule.usable
        && !is(Miscount::UsableIgnored)
        && !booth.holds(usable)
    {
        let next = otherwise.filter(|_| !is(Miscount::OtherwiseIgnored));
        let named = if otherwise.is_none() && !is(Miscount::NothingIsOpen) {
            Outcome::NotAdopted
        } else {
            Outcome::Undetermined
        };
        return (named, next);
    }
    if booth.electorate.is_empty() && !is(Miscount::EmptyElectorateDecides) {
        return (Outcome::NoQuorum, None);
    }
    let quorum = rule.quorum.as_ref().is_none_or(|quorum| booth.holds(quorum));
    let quorum = quorum || is(Miscount::QuorumIgnored);
    if !quorum && !is(Miscount::QuorumAfterVote) {
        return (Outcome::NoQuorum, None);
    }
    if !booth.holds(&rule.adopted) {
        let failing = rule.failing.filter(|_| !is(Miscount::FailingRuleIgnored));
        return (Outcome::NotAdopted, failing);
    }
    if !quorum {
        return (Outcome::NoQuorum, None);
    }
    let vetoed = rule.vetoed.as_ref().is_some_and(|vetoed| booth.holds(vetoed));
    if vetoed && !is(Miscount::VetoIgnored) {
        let failing = rule.failing.filter(|_| is(Miscount::FailingRuleAfterVeto));
        let named =
            if is(Miscount::VetoedIsNotAdopted) { Outcome::NotAdopted } else { Outcome::Vetoed };
        return (named, failing);
    }
    let came = |party: &PartyId| {
        booth.poll.votes.get(party).is_some_and(|vote| *vote != servanda_model::Vote::Absent)
    };
    if !booth.electorate.iter().any(came) && !is(Miscount::NobodyDecides) {
        let word = rule.all_absent.filter(|_| !is(Miscount::AllAbsentIgnored));
        match word {
            Some(AllAbsent::NoQuorum) => return (Outcome::NoQuorum, None),
            None if rule.silence.is_none() => return (Outcome::Undetermined, None),
            Some(AllAbsent::Adopted) | None => {}
        }
    }
    if rule.precedent.is_some() && !is(Miscount::PrecedentIgnored) {
        return (Outcome::Conditional, None);
    }
    (Outcome::Adopted, None)
}

/// Returns those a decision binds, and those it would bind but for what they did.
fn bound(booth: &Booth<'_>, stands: &Values) -> (Heads, Heads) {
    let (poll, is) = (booth.poll, |miscount| booth.is(miscount));
    let whole: Heads = match booth.rule.binds.whom {
        _ if is(Miscount::BoundAll) => poll.members.clone(),
        Whom::Members if is(Miscount::WithoutVoteNotBound) => poll.with_vote.clone(),
        Whom::Members => poll.members.clone(),
        Whom::MembersOf(_) if is(Miscount::OrganisationNotBound) => poll.members.clone(),
        Whom::MembersOf(body) => members_of(booth, stands, body),
        Whom::MembersWithVote if is(Miscount::WithoutVoteBound) => poll.members.clone(),
        Whom::MembersWithVote if is(Miscount::LeftOutNotBound) => booth.electorate.clone(),
        Whom::MembersWithVote => poll.with_vote.clone(),
        Whom::Electorate => booth.electorate.clone(),
        Whom::InFavour => booth.counted(servanda_model::Who::InFavour),
        Whom::Nobody => Heads::new(),
    };
    // A stranger who declares that it takes no part leaves nothing.
    let could_vote = electorate(booth.rule, stands, poll, Some(Miscount::NotParticipatingStay));
    let excepted = |party: &PartyId| {
        let was_asked = poll.members.contains(party) || could_vote.contains(party);
        let out =
            was_asked && poll.votes.get(party) == Some(&servanda_model::Vote::NotParticipating);
        let less = booth.electorate.contains(party)
            && booth.rule.binds.less.iter().any(|who| booth.counts(*party, *who));
        let leaves = booth.rule.electorate.less_not_taking_part;
        (out && leaves && !is(Miscount::NotParticipatingBound))
            || (less && !is(Miscount::ExceptionsIgnored))
    };
    whole.into_iter().partition(|party| !excepted(party))
}

/// Returns the states that are members of an organisation, suspended ones among them.
fn members_of(booth: &Booth<'_>, stands: &Values, body: BodyId) -> Heads {
    let rows = stands.members.iter().filter(|((of, _), _)| *of == body);
    let sits = rows.filter(|(_, (status, _))| match status {
        MemberStatus::Member => true,
        MemberStatus::Suspended => !booth.is(Miscount::SuspendedNotBound),
        MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former => false,
    });
    let is_state = |party: PartyId| {
        booth.law.party(party).is_none_or(|row| row.kind != servanda_model::PartyKind::Entity)
    };
    sits.map(|((_, party), _)| *party).filter(|party| is_state(*party)).collect()
}
