//! When a question is asked about, and what was known.

use servanda_model::{Day, SourceId};

/// Up to where the record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The whole record.
    Now,
    /// Up to and with a position.
    Position(u32),
    /// What was recorded on or before a day.
    On(Day),
}

/// The day asked about, what was known, and according to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day, at its end.
    pub on: Day,
    /// Up to where the record is read.
    pub known: Known,
    /// The one account that is followed, where one is.
    pub account: Option<SourceId>,
}

impl Moment {
    /// Asks about a day as known now.
    pub fn on(day: Day) -> Self {
        Self { on: day, known: Known::Now, account: None }
    }

    /// Asks the same about another day.
    #[must_use]
    pub fn at(self, day: Day) -> Self {
        Self { on: day, ..self }
    }
}
