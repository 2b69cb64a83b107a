//! What is kept beside the entries: the latest checkpoint, and a snapshot of what followed.

use crate::body::BODY_BYTES_MAX;
use crate::sum::Sum;
use crate::{Fault, Head};

/// A signed statement of the log's size and root, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The size it states.
    pub size: u64,
    /// Its text with its signatures.
    pub bytes: Vec<u8>,
}

/// What followed from the first entries, as bytes: a cache, which may be lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// How many entries it covers.
    pub size: u64,
    /// What the caller wrote.
    pub bytes: Vec<u8>,
}

/// What became of a checkpoint that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is the latest now.
    Latest,
    /// One of a larger size is kept already, and stays.
    Older {
        /// The size of the one that stays.
        latest: u64,
    },
}

impl Checkpoint {
    /// Decides what becomes of it, beside the latest that is kept and under the head.
    pub(crate) fn against(&self, latest: Option<u64>, head: &Head) -> Result<Kept, Fault> {
        fits("a checkpoint", self.size, &self.bytes, head)?;
        Ok(match latest.filter(|latest| *latest > self.size) {
            Some(latest) => Kept::Older { latest },
            None => Kept::Latest,
        })
    }

    /// Returns the sum of its row.
    pub(crate) fn sum(&self) -> i64 {
        Sum::of("checkpoint").number(self.size).bytes(&self.bytes).end()
    }
}

impl Snapshot {
    /// Checks that it can be kept under the head.
    pub(crate) fn check(&self, head: &Head) -> Result<(), Fault> {
        fits("a snapshot", self.size, &self.bytes, head)
    }

    /// Returns the sum of its row.
    pub(crate) fn sum(&self) -> i64 {
        Sum::of("snapshot").number(self.size).bytes(&self.bytes).end()
    }
}

fn fits(what: &str, size: u64, bytes: &[u8], head: &Head) -> Result<(), Fault> {
    if size > head.size {
        let cause = format!("{what} of size {size} is beyond the log, which has {}", head.size);
        return Err(Fault::Unfit { cause });
    }
    if bytes.len() > BODY_BYTES_MAX {
        return Err(Fault::Unfit { cause: format!("{what} has at most {BODY_BYTES_MAX} bytes") });
    }
    Ok(())
}
