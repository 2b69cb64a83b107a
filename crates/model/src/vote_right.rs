//! The vote of a member in a body: which article takes it, and how it comes back.

use crate::names::BodyId;

/// How it stands with a vote that an article can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoteRight {
    /// It is taken.
    Taken,
    /// It is taken, and may be used all the same.
    Permitted,
    /// It was given back.
    Returned,
}

impl VoteRight {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Taken, Self::Permitted, Self::Returned];

    /// Returns the verb of the journal that brings it about.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Taken => "take",
            Self::Permitted => "permit",
            Self::Returned => "return",
        }
    }

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "without-vote",
            Self::Permitted => "vote-permitted",
            Self::Returned => "vote-returned",
        }
    }

    /// Tells whether an act can bring it about in place of another.
    pub fn follows(self, before: Option<Self>) -> bool {
        match (before, self) {
            (None | Some(Self::Permitted | Self::Returned), Self::Taken)
            | (Some(Self::Taken), Self::Permitted)
            | (Some(Self::Taken | Self::Permitted), Self::Returned) => true,
            (Some(Self::Taken), Self::Taken)
            | (None | Some(Self::Permitted | Self::Returned), Self::Permitted)
            | (None | Some(Self::Returned), Self::Returned) => false,
        }
    }
}

/// What an article says of the vote that a member loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LossOfVote {
    /// In which organs; an organisation stands for all organs that are its own.
    pub bodies: Vec<BodyId>,
    /// The organ that takes it, where one decides that.
    pub by: Option<BodyId>,
    /// The organ that gives it back, where one decides that.
    pub returned_by: Option<BodyId>,
    /// The organ that may let it vote all the same, where one may.
    pub permitted_by: Option<BodyId>,
    /// Whether one that loses it stays among those who may vote, and counts as absent.
    pub stays_in_electorate: bool,
    /// What it loses with it, in words of the article.
    pub also: Option<String>,
}
