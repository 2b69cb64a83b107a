//! What was done when a text was put to an organ, sorted by who counts as what.

use crate::byte_weights::ByteWeights;
use crate::decide::Put;
use crate::weighing::Roll;
use servanda_model::{
    Base, CountsAs, Day, DecisionRule, Law, PartyId, PartySet, Vote, WeightsId, Who,
};

/// Who may vote on a text, and what each did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    /// Those with a seat.
    pub members: PartySet,
    /// Those of them with a vote.
    pub with_vote: PartySet,
    /// Those who may vote.
    pub electorate: PartySet,
    /// Those for.
    pub in_favour: PartySet,
    /// Those against.
    pub against: PartySet,
    /// Those who abstained, with a declaration or without.
    pub abstaining: PartySet,
    /// Those of them who declared that the decision is not to bind them.
    pub abstaining_declared: PartySet,
    /// Those who were absent, or silent.
    pub absent: PartySet,
    /// Those who objected.
    pub objecting: PartySet,
    /// Those who objected to the manner of deciding.
    pub objecting_to_format: PartySet,
    /// Those who declared that they take no part, whether that takes them out of the electorate or
    /// not.
    pub not_participating: PartySet,
}

impl Ballot {
    /// Sorts the votes of those who may vote; who did nothing was absent or silent.
    pub fn new(put: &Put<'_>, electorate: PartySet) -> Self {
        let (members, with_vote) = (put.members.clone(), put.voting.clone());
        let absent = electorate.clone();
        let mut ballot = Self { members, with_vote, electorate, absent, ..Self::default() };
        for (party, vote) in put.votes {
            if ballot.electorate.contains(*party) {
                ballot.put(*party, *vote);
            } else if *vote == Vote::NotParticipating && ballot.members.contains(*party) {
                ballot.not_participating.insert(*party);
            }
        }
        ballot
    }

    /// Tells whether all who may vote were absent, or silent.
    pub fn all_are_absent(&self) -> bool {
        !self.electorate.is_empty() && self.electorate.less(&self.absent).is_empty()
    }

    fn put(&mut self, party: PartyId, vote: Vote) {
        self.absent.remove(party);
        match vote {
            Vote::Yes => self.in_favour.insert(party),
            Vote::No => self.against.insert(party),
            Vote::Abstain => self.abstaining.insert(party),
            Vote::AbstainDeclared => {
                self.abstaining.insert(party);
                self.abstaining_declared.insert(party);
            }
            Vote::Absent => self.absent.insert(party),
            Vote::Object => self.objecting.insert(party),
            // It objects to the manner, not to the text: it is there and does not vote.
            Vote::ObjectToFormat => self.objecting_to_format.insert(party),
            Vote::NotParticipating => self.not_participating.insert(party),
        }
    }
}

/// A ballot as one rule reads it.
pub(crate) struct Counted<'a> {
    pub(crate) tables: Tables<'a>,
    pub(crate) ballot: &'a Ballot,
    pub(crate) rule: &'a DecisionRule,
}

/// The tables of weights, as a law has them on a day or as they were made ready.
#[derive(Clone, Copy)]
pub(crate) enum Tables<'a> {
    OfDay(&'a Law, Day),
    Ready(&'a [ByteWeights]),
}

impl Tables<'_> {
    fn weight(self, table: WeightsId, of: &PartySet) -> u64 {
        match self {
            Self::OfDay(law, on) => law
                .weights(table)
                .map_or(0, |weights| of.iter().map(|party| weights.of(party, on)).sum()),
            Self::Ready(all) => find(all, table).map_or(0, |table| table.of(of.bits())),
        }
    }

    fn total(self, table: WeightsId) -> u64 {
        match self {
            Self::OfDay(law, _) => law.weights(table).and_then(|weights| weights.total),
            Self::Ready(all) => find(all, table).and_then(|table| table.total),
        }
        .unwrap_or(0)
    }
}

fn find(all: &[ByteWeights], table: WeightsId) -> Option<&ByteWeights> {
    all.iter().find(|ready| ready.table == table)
}

impl Counted<'_> {
    /// Returns those who did something, and those whom the rule counts as having done it.
    fn with(&self, mut did: PartySet, counted_as: CountsAs) -> PartySet {
        if self.rule.abstaining == counted_as {
            did = did.or(&self.ballot.abstaining);
        }
        if self.rule.absent == counted_as {
            did = did.or(&self.ballot.absent);
        }
        did
    }

    fn in_favour(&self) -> PartySet {
        self.with(self.ballot.in_favour.clone(), CountsAs::InFavour)
    }

    /// A vote against and an objection are one where only one of them can be cast.
    fn against(&self) -> PartySet {
        self.with(self.ballot.against.or(&self.ballot.objecting), CountsAs::Against)
    }

    fn taking_part(&self) -> PartySet {
        self.ballot.electorate.less(&self.ballot.not_participating)
    }
}

impl Roll for Counted<'_> {
    fn who(&self, who: Who) -> PartySet {
        let ballot = self.ballot;
        match who {
            Who::InFavour => self.in_favour(),
            Who::Against => self.against(),
            Who::Objecting => self.with(ballot.against.or(&ballot.objecting), CountsAs::Objecting),
            Who::Abstaining => ballot.abstaining.clone(),
            Who::AbstainingDeclared => ballot.abstaining_declared.clone(),
            Who::AgreeingToFormat => {
                let came = ballot.electorate.less(&ballot.absent);
                came.less(&ballot.objecting_to_format).or(&ballot.not_participating)
            }
            Who::Absent => ballot.absent.clone(),
            Who::ObjectingToFormat => ballot.objecting_to_format.clone(),
            Who::NotFor => self.taking_part().less(&self.in_favour()),
            Who::TakingPart => self.taking_part(),
            Who::Voting => self.in_favour().or(&self.against()),
            Who::Present => self.taking_part().less(&ballot.absent),
            Who::Depositing => PartySet::new(),
        }
    }

    fn consenting(&self) -> PartySet {
        self.in_favour()
    }

    fn base(&self, base: Base) -> PartySet {
        match base {
            Base::Electorate => self.ballot.electorate.clone(),
            Base::Members => self.ballot.members.clone(),
            Base::Voting => self.who(Who::Voting),
            Base::Present => self.who(Who::Present),
            Base::TakingPart => self.taking_part(),
            Base::Signatories | Base::Parties | Base::Contracting => PartySet::new(),
        }
    }

    fn weight(&self, table: WeightsId, of: &PartySet) -> u64 {
        self.tables.weight(table, of)
    }

    fn total(&self, table: WeightsId) -> u64 {
        self.tables.total(table)
    }
}
