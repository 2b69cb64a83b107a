//! What a charter leaves open and should not.

use crate::names::ArticleId;

/// A hole: something a charter leaves open that it should not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hole {
    /// Its kind.
    pub code: HoleCode,
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

/// The kinds of holes, each with a scenario of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HoleCode {
    /// No clause brings a treaty into force.
    NoEntryIntoForce,
    /// No organ appoints to an office.
    NobodyAppoints,
    /// Two articles give one rotation.
    TwoRotations,
    /// The weights of a table do not sum to its total.
    SumBesideTotal,
    /// Two articles carry a clause of which one counts.
    TwoClauses,
    /// Two articles give one rule.
    TwoRules,
    /// No article in force carries a rule.
    RuleNotCarried,
    /// Rules lead back to one already tried.
    ChainReturns,
    /// No electorate can meet a condition.
    OutOfReach,
    /// Nobody could ever vote.
    EmptyElectorate,
    /// The state concerned can block.
    TargetBlocks,
    /// Practice follows none of the readings.
    NoReadingFollowed,
    /// A silence ends as it begins.
    SilenceWithoutLength,
    /// Nothing covers the absence of a chair.
    AbsentChair,
    /// Nothing says what an organ decides.
    OrganWithoutMatter,
    /// Nothing says of which kind a decision is that tells none.
    NoDefaultMatter,
}

impl HoleCode {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::NoEntryIntoForce,
        Self::NobodyAppoints,
        Self::TwoRotations,
        Self::SumBesideTotal,
        Self::TwoClauses,
        Self::TwoRules,
        Self::RuleNotCarried,
        Self::ChainReturns,
        Self::OutOfReach,
        Self::EmptyElectorate,
        Self::TargetBlocks,
        Self::NoReadingFollowed,
        Self::SilenceWithoutLength,
        Self::AbsentChair,
        Self::OrganWithoutMatter,
        Self::NoDefaultMatter,
    ];

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoEntryIntoForce => "no-entry-into-force",
            Self::NobodyAppoints => "nobody-appoints",
            Self::TwoRotations => "two-rotations",
            Self::SumBesideTotal => "sum-beside-total",
            Self::TwoClauses => "two-clauses",
            Self::TwoRules => "two-rules",
            Self::RuleNotCarried => "rule-not-carried",
            Self::ChainReturns => "chain-returns",
            Self::OutOfReach => "out-of-reach",
            Self::EmptyElectorate => "empty-electorate",
            Self::TargetBlocks => "target-blocks",
            Self::NoReadingFollowed => "no-reading-followed",
            Self::SilenceWithoutLength => "silence-without-length",
            Self::AbsentChair => "absent-chair",
            Self::OrganWithoutMatter => "organ-without-matter",
            Self::NoDefaultMatter => "no-default-matter",
        }
    }
}
