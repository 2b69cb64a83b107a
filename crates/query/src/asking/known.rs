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
    pub fn supposing_the_last(mut self) -> Self {
        self.supposed = u32::try_from(self.history.acts.len()).ok().and_then(|n| n.checked_sub(1));
        self
    }

    /// Tells whether the act at a position is only supposed.
    pub(crate) fn is_supposed(&self, position: u32) -> bool {
        self.supposed == Some(position)
    }

    /// Returns the position of the act that is only supposed.
    pub(crate) fn supposed(&self) -> Option<u32> {
        self.supposed
    }
}
