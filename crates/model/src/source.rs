//! Sources: what is cited, and how sure it is.

use crate::title::Titles;
use crate::when::When;

/// How sure an article or a source is, weakest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The authentic text was seen.
    OfficialText,
    /// One of the accounts says so.
    Account,
    /// A public source beyond the accounts says so.
    Secondary,
    /// General knowledge, to be verified.
    Unverified,
}

impl Evidence {
    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::OfficialText => "official-text",
            Self::Account => "account",
            Self::Secondary => "secondary",
            Self::Unverified => "unverified",
        }
    }

    /// Returns the evidence a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        let all = [Self::OfficialText, Self::Account, Self::Secondary, Self::Unverified];
        all.into_iter().find(|evidence| evidence.word() == word)
    }
}

/// A source of assertions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub titles: Titles,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was written; none where it says nothing.
    pub dated: Option<When>,
    /// The file that carries it, where a reader has it.
    pub file: Option<String>,
    /// How sure what rests on it alone is.
    pub evidence: Evidence,
    /// BCP 47 language tag.
    pub language: Option<String>,
    /// Its numbered references.
    pub references: Vec<Reference>,
    /// Its numbered notes.
    pub footnotes: Vec<Note>,
}

/// A numbered reference of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The page it points to.
    pub page: Option<u32>,
    /// Further particulars in the order given: publisher, published, archived, retrieved …
    pub particulars: Vec<(String, String)>,
    /// The line that carries it.
    pub line: Option<u32>,
}

/// A numbered note of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub number: u32,
    /// What it says, in our own words.
    pub text: String,
    /// The line that carries it.
    pub line: Option<u32>,
}
