//! What a charter leaves open and should not.

use crate::names::ArticleId;

/// A hole: something a charter leaves open that it should not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hole {
    /// A short name for this kind of hole.
    pub code: &'static str,
    /// Whether it is a hole or only worth a look.
    pub gravity: Gravity,
    /// The article nearest to it.
    pub article: Option<ArticleId>,
    /// What is open, in neutral words.
    pub message: String,
    /// What would close it.
    pub hint: &'static str,
}

/// How much a hole weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Some case is not provided for.
    Open,
    /// It may be meant so.
    Remark,
}

impl Gravity {
    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Remark => "remark",
        }
    }
}
