//! Votes that states gave by acts of their own, on a text before an organ, until it is decided.

use crate::state::State;
use servanda_model::{Day, PartyId, Vote};
use std::collections::BTreeMap;

/// Where a text is put to an organ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Forum {
    /// In a step of the matter that the act at a position opened.
    Matter(u32, usize),
    /// In the session or call at a position, as an item of this title where one is told.
    Session(u32, Option<String>),
}

/// A vote that was received and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastVote {
    /// Where.
    pub forum: Forum,
    /// By whom.
    pub party: PartyId,
    /// What.
    pub vote: Vote,
    /// When it was received.
    pub on: Day,
    /// The position of the act, as it was first told.
    pub position: u32,
}

/// What an act does about votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voting {
    /// It casts one.
    Cast(CastVote),
    /// It takes back the one of a party that was cast at a position.
    TakenBack(u32, PartyId),
    /// It is the decision at a position that counts those cast in a forum, and says how each that
    /// may vote is counted.
    Counted(u32, Forum, Vec<(PartyId, Vote)>),
}

/// Votes that were received, and how decisions counted them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CastVotes {
    /// Those that were cast, in the order in which they are known.
    pub cast: Vec<CastVote>,
    /// How the decision at a position counted each that may vote, where votes had been received.
    pub counted: BTreeMap<u32, Vec<(PartyId, Vote)>>,
    /// Where a session decided, and when.
    closed: Vec<(Forum, Day)>,
}

impl CastVotes {
    /// Returns the votes cast in a forum.
    pub fn in_forum<'a>(&'a self, forum: &'a Forum) -> impl Iterator<Item = &'a CastVote> {
        self.cast.iter().filter(move |cast| cast.forum == *forum)
    }
}

/// Returns when a text was decided that is put in a forum.
pub(crate) fn closed(state: &State, forum: &Forum) -> Option<Day> {
    match forum {
        Forum::Matter(matter, place) => state.matters.get(matter)?.taken_on(*place),
        Forum::Session(..) => {
            let known = state.cast.closed.iter().find(|(known, _)| known == forum);
            known.map(|(_, on)| *on)
        }
    }
}

/// Keeps what an act does about votes.
pub(crate) fn keep(state: &mut State, step: Voting, from: Day) {
    let kept = &mut state.cast;
    match step {
        Voting::Cast(cast) => kept.cast.push(cast),
        Voting::TakenBack(position, party) => {
            kept.cast.retain(|cast| (cast.position, cast.party) != (position, party));
        }
        Voting::Counted(position, forum, votes) => {
            if !votes.is_empty() {
                kept.counted.insert(position, votes);
            }
            kept.closed.push((forum, from));
        }
    }
}
