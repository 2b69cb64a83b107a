//! Help between states: what is offered, given, taken back, and reported of it.

use crate::names::{BodyId, OfficeId, PartyId};

/// An act of help, or a report of how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aid {
    /// What is done.
    pub kind: AidKind,
    /// What is offered, given, taken back or reported.
    pub what: String,
    /// The states that do it.
    pub parties: Vec<PartyId>,
    /// The organ that does.
    pub body: Option<BodyId>,
    /// The office whose holder does.
    pub office: Option<OfficeId>,
}

/// What is done about help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AidKind {
    /// It is offered.
    Offer,
    /// It is given.
    Contribute,
    /// What was given goes home.
    Release,
    /// It is told how things stand.
    Report,
}

impl AidKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Offer, Self::Contribute, Self::Release, Self::Report];

    /// Returns the verb of the journal language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Contribute => "contribute",
            Self::Release => "release",
            Self::Report => "report",
        }
    }

    /// Returns the word for what was done.
    pub fn past(self) -> &'static str {
        match self {
            Self::Offer => "offered",
            Self::Contribute => "contributed",
            Self::Release => "released",
            Self::Report => "reported",
        }
    }

    /// Returns the kind a verb names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
