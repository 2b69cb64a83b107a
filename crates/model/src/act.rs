//! Acts: someone did something on a date, under an article, according to sources.

use crate::day::Day;
use crate::deed::Deed;
use crate::finding::Grade;
use crate::history::{List, SourceRef};
use crate::names::{ArticleId, LabelId, PartyId, PlaceId};
use crate::paper::Item;
use crate::procedure::{Opening, StepKind};
use crate::when::When;

/// An act at a position of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// When it was done.
    pub when: When,
    /// What was done.
    pub deed: Deed,
    /// Who says so, in the history's pool of source references.
    pub sources: List,
    /// Its label.
    pub label: Option<LabelId>,
    /// Where its text stands.
    pub origin: crate::history::Origin,
    /// What few acts carry.
    pub details: Option<Box<Details>>,
}

/// What few acts carry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// From when it counts, if not from the day it was done.
    pub from: Option<When>,
    /// On which day it was received, where the act says so itself.
    pub received: Option<Day>,
    /// Where it was done.
    pub place: Option<PlaceId>,
    /// The articles relied on.
    pub under: Vec<ArticleId>,
    /// What it was about, in our own words.
    pub what: Vec<String>,
    /// A cause or motive that the sources give.
    pub claims: Vec<String>,
    /// Our remarks.
    pub notes: Vec<String>,
    /// Who signed for a state.
    pub signed: Vec<Signed>,
    /// Acts that came before it.
    pub after: Vec<LabelId>,
    /// Acts that came after it.
    pub before: Vec<LabelId>,
    /// Rival readings.
    pub readings: Vec<Reading>,
    /// Which reading the record follows.
    pub preference: Preference,
    /// Findings that the record knows of.
    pub expected: Vec<Expectation>,
    /// The matter it opens.
    pub opens: Option<Opening>,
    /// The matter of which it is a step, and which.
    pub on: Option<(LabelId, Option<StepKind>)>,
    /// The duty of a year that it discharges; the year of its own day where none is said.
    pub discharges: Option<(ArticleId, Option<u32>)>,
    /// The session in which it was done.
    pub during: Option<LabelId>,
    /// The items of an agenda or of minutes.
    pub items: Vec<Item>,
    /// Who sat in a session, for whom, and in which capacity.
    pub present: Vec<Signed>,
    /// Numbers the sources give with it.
    pub counts: Vec<Count>,
    /// The parties that took part or where it happened.
    pub taking_part: Vec<PartyId>,
    /// Further particulars in the order given.
    pub particulars: Vec<(String, String)>,
}

/// A signature by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The person.
    pub person: String,
    /// In which capacity.
    pub capacity: Option<String>,
    /// For which party.
    pub of: Option<PartyId>,
}

/// A number of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub of: String,
    /// The number as written.
    pub number: String,
}

/// Another reading of the same act.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What differs.
    pub rival: Rival,
    /// Who reads it so.
    pub sources: Vec<SourceRef>,
    /// Our remarks.
    pub notes: Vec<String>,
}

/// What differs in another reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Rival {
    /// The date.
    Date(When),
    /// The deed, and perhaps the date.
    Deed(Box<Deed>, Option<When>),
}

/// Which reading the record follows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Preference {
    /// None: the readings stand side by side.
    #[default]
    Undecided,
    /// The act as it stands, for a reason.
    This(String),
    /// The rival reading of this index, for a reason.
    Rival(usize, String),
}

/// A finding that the record knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Its grade.
    pub grade: Grade,
    /// The article, where one is named.
    pub article: Option<ArticleId>,
    /// Why it is as it is.
    pub reason: String,
    /// Where it stands.
    pub origin: crate::history::Origin,
}
