//! Which acts were known at a moment, and an act that is only supposed.

use super::Asking;
use crate::moment::{Known, Moment};

impl Asking<'_> {
    /// Tells whether the act at a position was known.
    pub fn is_known(&self, position: u32, moment: &Moment) -> bool {
        self.is_supposed(position)
            || match moment.known {
                Known::Now => true,
                Known::Position(last) => position <= last,
                Known::On(day) => self.history.recorded_on(position) <= day,
            }
    }

    /// Takes the last act of the record as supposed: it counts whatever was known, and whichever
    /// account is followed.
    #[must_use]
    pub fn supposing_the_last(self) -> Self {
        let last = u32::try_from(self.history.acts.len()).ok().and_then(|n| n.checked_sub(1));
        Self { supposed: last, ..self }
    }

    /// Takes the acts from a position on as supposed, in the same sense.
    #[must_use]
    pub fn supposing_from(self, first: u32) -> Self {
        Self { supposed: Some(first), ..self }
    }

    /// Returns the position of the last act of the record itself; none where it has no act.
    pub fn last_of_record(&self) -> Option<u32> {
        let count = u32::try_from(self.history.acts.len()).unwrap_or(u32::MAX);
        self.supposed.unwrap_or(count).checked_sub(1)
    }

    /// Says that a question asks up to a position behind the record's last, where it does.
    pub fn past_the_end(&self, moment: &Moment) -> Option<String> {
        let last = self.last_of_record();
        let Known::Position(asked) = moment.known else { return None };
        let is_past = last.is_none_or(|last| asked > last);
        is_past.then(|| match last {
            Some(last) => format!("the record ends at position {last}: all of it is read"),
            None => "the record has no act".to_owned(),
        })
    }

    /// Tells whether the act at a position is only supposed.
    pub(crate) fn is_supposed(&self, position: u32) -> bool {
        self.supposed.is_some_and(|first| position >= first)
    }

    /// Returns the position of the first act that is only supposed.
    pub(crate) fn supposed(&self) -> Option<u32> {
        self.supposed
    }
}
