//! What the engine notices about an act, and how grave it is.

use crate::names::ArticleId;

/// How an act stands to the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// An article denies it effect.
    Void,
    /// A positive act departs from an article; its effect stays in history.
    Irregular,
    /// A required step is not in the record.
    Unrecorded,
    /// Sources differ.
    Disputed,
    /// It refers to what does not exist.
    Orphan,
}

impl Grade {
    /// All grades.
    pub const ALL: [Self; 5] =
        [Self::Void, Self::Irregular, Self::Unrecorded, Self::Disputed, Self::Orphan];

    /// Returns the word that the texts of the record use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Void => "void",
            Self::Irregular => "irregular",
            Self::Unrecorded => "unrecorded",
            Self::Disputed => "disputed",
            Self::Orphan => "orphan",
        }
    }

    /// Returns the words that people read.
    pub fn neutral(self) -> &'static str {
        match self {
            Self::Void => "without effect under the article as encoded here",
            Self::Irregular => "departs from the article as encoded here",
            Self::Unrecorded => "no act found in this record",
            Self::Disputed => "positions differ",
            Self::Orphan => "refers to something this record does not have",
        }
    }

    /// Returns the grade a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.word() == word)
    }
}

/// Something noticed about the act at a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it stands to the law.
    pub grade: Grade,
    /// The position of the act.
    pub position: u32,
    /// The article looked at.
    pub article: Option<ArticleId>,
    /// What was noticed, in neutral words.
    pub message: String,
}
