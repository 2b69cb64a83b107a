//! What a log is, fixed when it is founded.

use crate::Fault;
use crate::sum::Sum;

/// What a log is, fixed when it is founded. The store keeps it and reads no meaning into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The name that the log's checkpoints begin with.
    pub origin: String,
    /// The version of the form of its entries.
    pub format: u32,
    /// The version of the language that its entries are judged by.
    pub language: u32,
}

impl Identity {
    /// Checks that it can be kept: PostgreSQL holds no text with a zero byte.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        if self.origin.is_empty() || self.origin.contains(char::is_control) {
            let cause = "an origin is one line of text, and not empty".to_owned();
            return Err(Fault::Unfit { cause });
        }
        Ok(())
    }

    /// Returns the sum of its row.
    pub(crate) fn sum(&self) -> i64 {
        let sum = Sum::of("identity").bytes(self.origin.as_bytes());
        sum.number(u64::from(self.format)).number(u64::from(self.language)).end()
    }
}
