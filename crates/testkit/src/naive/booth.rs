//! Who counts as what under a rule of decision, head by head, and whether a condition holds.

use super::decision::Heads;
use super::miscount::Miscount;
use crate::generate::Poll;
use servanda_model::{
    Base, Condition, CountsAs, DecisionRule, Law, PartyId, PartySet, Share, Total, Vote, WeightsId,
    Who,
};

/// Where the heads are counted under one rule.
pub(super) struct Booth<'a> {
    pub(super) law: &'a Law,
    pub(super) rule: &'a DecisionRule,
    pub(super) poll: &'a Poll,
    pub(super) electorate: Heads,
    pub(super) wrong: Option<Miscount>,
}

impl Booth<'_> {
    pub(super) fn is(&self, miscount: Miscount) -> bool {
        self.wrong == Some(miscount)
    }

    /// Tells what one did; who did nothing was absent.
    fn vote(&self, party: PartyId) -> Vote {
        self.poll.votes.get(&party).copied().unwrap_or(Vote::Absent)
    }

    /// Tells as what the rule counts one that abstained or was absent.
    fn counted_as(&self, vote: Vote) -> CountsAs {
        match vote {
            Vote::Abstain | Vote::AbstainDeclared
                if self.is(Miscount::AbstentionCountsAsNothing) =>
            {
                CountsAs::Nothing
            }
            Vote::Abstain | Vote::AbstainDeclared => self.rule.abstaining,
            Vote::Absent if self.is(Miscount::AbsenceCountsAsNothing) => CountsAs::Nothing,
            Vote::Absent if self.is(Miscount::AbsentCountsAsConsent) => CountsAs::InFavour,
            Vote::Absent => self.rule.absent,
            _ => CountsAs::Nothing,
        }
    }

    /// Tells whether one that may vote counts as something.
    pub(super) fn counts(&self, party: PartyId, who: Who) -> bool {
        let vote = self.vote(party);
        let counted_as = self.counted_as(vote);
        match who {
            Who::InFavour => vote == Vote::Yes || counted_as == CountsAs::InFavour,
            Who::Against => {
                vote == Vote::No
                    || (vote == Vote::Object && !self.is(Miscount::ObjectionIsNoVoteAgainst))
                    || counted_as == CountsAs::Against
            }
            Who::Objecting => {
                vote == Vote::Object
                    || (vote == Vote::No && !self.is(Miscount::VoteAgainstIsNoObjection))
                    || (vote == Vote::ObjectToFormat && self.is(Miscount::FormatObjectionObjects))
                    || counted_as == CountsAs::Objecting
                    || (counted_as == CountsAs::Against
                        && self.is(Miscount::CountedAsAgainstObjects))
            }
            Who::Abstaining => {
                vote == Vote::Abstain
                    || (vote == Vote::AbstainDeclared
                        && !self.is(Miscount::DeclaredAbstentionIsNone))
            }
            Who::AbstainingDeclared => {
                vote == Vote::AbstainDeclared
                    || (vote == Vote::Abstain && self.is(Miscount::EveryAbstentionDeclared))
            }
            Who::AgreeingToFormat => {
                vote != Vote::ObjectToFormat
                    && (vote != Vote::Absent || self.is(Miscount::AbsentAgreeToFormat))
            }
            Who::Absent => {
                vote == Vote::Absent
                    || (vote == Vote::ObjectToFormat && self.is(Miscount::FormatObjectionIsAbsence))
            }
            Who::ObjectingToFormat => vote == Vote::ObjectToFormat,
            Who::NotFor if self.is(Miscount::NotForIsAgainst) => self.counts(party, Who::Against),
            Who::NotFor => {
                self.counts(party, Who::TakingPart) && !self.counts(party, Who::InFavour)
            }
            Who::TakingPart => {
                (vote != Vote::NotParticipating || self.is(Miscount::NotParticipatingTakePart))
                    && (vote != Vote::Absent || !self.is(Miscount::SilentTakeNoPart))
            }
            Who::Voting => {
                self.counts(party, Who::InFavour)
                    || self.counts(party, Who::Against)
                    || (self.counts(party, Who::Abstaining) && self.is(Miscount::AbstainersVote))
            }
            Who::Present => {
                self.counts(party, Who::TakingPart)
                    && !self.counts(party, Who::Absent)
                    && (vote != Vote::Abstain || !self.is(Miscount::AbstainersAreAbsent))
            }
            Who::Depositing => false,
        }
    }

    /// Returns those that count as something.
    pub(super) fn counted(&self, who: Who) -> Heads {
        let mut counted: Heads =
            self.electorate.iter().copied().filter(|party| self.counts(*party, who)).collect();
        if who == Who::AgreeingToFormat {
            let all = self.poll.members.iter().chain(&self.electorate);
            counted.extend(all.filter(|party| self.vote(**party) == Vote::NotParticipating));
        }
        counted
    }

    fn base(&self, base: Base) -> Heads {
        match base {
            _ if self.is(Miscount::ShareOfMembers) => self.poll.members.clone(),
            Base::Electorate => self.electorate.clone(),
            Base::Members => self.poll.members.clone(),
            Base::Voting => self.counted(Who::Voting),
            Base::Present => self.counted(Who::Present),
            Base::TakingPart => self.counted(Who::TakingPart),
            Base::Signatories | Base::Parties | Base::Contracting => Heads::new(),
        }
    }

    /// Tells whether a condition of the rule holds.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(base, who) => {
                let base = self.base(*base);
                (!base.is_empty() || self.is(Miscount::EmptyBaseFulfils))
                    && base.is_subset(&self.counted(*who))
            }
            Condition::AtLeast(least, who, set) => {
                let least = least.saturating_add(self.is(Miscount::AtLeastNeedsMore).into());
                self.within(*who, set.as_ref()).len() >= least as usize
            }
            Condition::Share(share, who, base, less) => {
                self.share(*share, *who, *base, less.as_ref())
            }
            Condition::FewerThan(most, who) => {
                let most = most.saturating_add(self.is(Miscount::FewerThanTakesEqual).into());
                self.counted(*who).len() < most as usize
            }
            Condition::None(who, set) => self.within(*who, set.as_ref()).is_empty(),
            Condition::Includes(set) => {
                let consents = |party| self.counted(Who::InFavour).contains(&party);
                if self.is(Miscount::IncludesAny) {
                    set.iter().any(consents)
                } else {
                    set.iter().all(consents)
                }
            }
            Condition::Weight(table, who, share, total) => {
                let part = self.weigh(*table, &self.counted(*who));
                self.reaches(*share, part, self.total(*table, *total))
            }
            Condition::Not(inner) => self.is(Miscount::NotIgnored) == self.holds(inner),
            Condition::AllOf(all) if self.is(Miscount::AllOfIsAnyOf) => {
                all.iter().any(|one| self.holds(one))
            }
            Condition::AllOf(all) => all.iter().all(|one| self.holds(one)),
            Condition::AnyOf(any) if self.is(Miscount::AnyOfIsAllOf) => {
                any.iter().all(|one| self.holds(one))
            }
            Condition::AnyOf(any) => any.iter().any(|one| self.holds(one)),
        }
    }

    fn share(&self, share: Share, who: Who, base: Base, less: Option<&PartySet>) -> bool {
        let mut base = self.base(base);
        if let Some(less) = less.filter(|_| !self.is(Miscount::LessIgnored)) {
            base.retain(|party| !less.contains(*party));
        }
        let mut part = self.counted(who);
        if !self.is(Miscount::ShareOfAllCounted) {
            part.retain(|party| base.contains(party));
        }
        self.reaches(share, part.len() as u64, base.len() as u64)
    }

    fn within(&self, who: Who, set: Option<&PartySet>) -> Heads {
        let mut heads = self.counted(who);
        if let Some(set) = set.filter(|_| !self.is(Miscount::SetIgnored)) {
            heads.retain(|party| set.contains(*party));
        }
        heads
    }

    fn total(&self, table: WeightsId, total: Total) -> u64 {
        match total {
            Total::Declared if self.is(Miscount::DeclaredTotalIsSum) => {
                self.weigh(table, &self.poll.members)
            }
            Total::Declared => self.law.weights(table).and_then(|table| table.total).unwrap_or(0),
            Total::Of(base) => self.weigh(table, &self.base(base)),
        }
    }

    /// Adds up the rows that count on the day: for each head the latest of its own.
    fn weigh(&self, table: WeightsId, heads: &Heads) -> u64 {
        if self.is(Miscount::WeightsCountHeads) {
            return heads.len() as u64;
        }
        let Some(table) = self.law.weights(table) else { return 0 };
        let mut sum = 0u64;
        for head in heads {
            let (mut since, mut weight) = (None, 0);
            for (from, whose, row) in &table.rows {
                let counts = from.is_none_or(|from| {
                    from <= self.poll.on && !self.is(Miscount::WeightsOfAnotherDay)
                });
                if whose == head && counts && *from >= since {
                    (since, weight) = (*from, *row);
                }
            }
            sum = sum.saturating_add(weight);
        }
        sum
    }

    /// Tells whether a part of a whole is at least, or more than, a share; nothing of nothing is
    /// not.
    fn reaches(&self, share: Share, part: u64, whole: u64) -> bool {
        if whole == 0 {
            return self.is(Miscount::EmptyBaseFulfils);
        }
        let takes_equal = if share.inclusive {
            !self.is(Miscount::ExactShareFails)
        } else {
            self.is(Miscount::MoreThanTakesEqual)
        };
        let mine = part.saturating_mul(share.denominator.into());
        let asked = whole.saturating_mul(share.numerator.into());
        mine > asked || (takes_equal && mine == asked)
    }
}
