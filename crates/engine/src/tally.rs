//! What was done when a text was put to an organ, in sets of fixed size.

use crate::seats::Seats;
use servanda_model::{Id as _, PartyId, Vote};

/// What each of the first 256 parties of a law did; who did nothing was absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub(crate) in_favour: Seats,
    pub(crate) against: Seats,
    pub(crate) abstaining: Seats,
    pub(crate) abstaining_declared: Seats,
    pub(crate) objecting: Seats,
    pub(crate) objecting_to_format: Seats,
    pub(crate) not_participating: Seats,
}

impl Tally {
    /// Takes votes, one of each party; none where one lies beyond the first 256 parties.
    pub fn of(votes: &[(PartyId, Vote)]) -> Option<Self> {
        let mut tally = Self::default();
        votes.iter().all(|(party, vote)| tally.put(*party, *vote)).then_some(tally)
    }

    /// Adds the vote of a party that has cast none; tells whether it is one of the first 256.
    pub fn put(&mut self, party: PartyId, vote: Vote) -> bool {
        let ordinal = party.ordinal();
        match vote {
            Vote::Yes => self.in_favour.insert(ordinal),
            Vote::No => self.against.insert(ordinal),
            Vote::Abstain => self.abstaining.insert(ordinal),
            Vote::AbstainDeclared => {
                self.abstaining.insert(ordinal) && self.abstaining_declared.insert(ordinal)
            }
            Vote::Object => self.objecting.insert(ordinal),
            Vote::ObjectToFormat => self.objecting_to_format.insert(ordinal),
            Vote::NotParticipating => self.not_participating.insert(ordinal),
            Vote::Absent => Seats::default().insert(ordinal),
        }
    }

    /// Returns those that did anything but be absent.
    pub(crate) fn acting(&self) -> Seats {
        let votes = self.in_favour.or(self.against).or(self.abstaining);
        votes.or(self.objecting).or(self.objecting_to_format).or(self.not_participating)
    }
}
