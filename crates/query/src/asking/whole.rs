//! The whole record in the place of slices.

use super::{Asking, Slice};

impl Asking<'_> {
    /// Lets every question fold the whole record.
    ///
    /// No answer may change by it, only its time: what a slice leaves out, its fact does not
    /// depend on. This is what answers from slices are compared with.
    #[must_use]
    pub fn with_whole_folds(mut self) -> Self {
        self.folds_whole = true;
        self
    }

    /// Returns all acts.
    pub fn everything(&self) -> Slice {
        let count = u32::try_from(self.history.acts.len()).unwrap_or(u32::MAX);
        Slice { positions: (0..count).collect() }
    }
}
