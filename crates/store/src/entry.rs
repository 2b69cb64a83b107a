//! One entry of the log.

use crate::sum::Sum;

/// A SHA-256, as the caller reckoned it.
pub type Hash = [u8; 32];

/// The longest entry that is kept, in bytes.
pub const ENTRY_BYTES_MAX: usize = 60_000;

/// One entry of the log, kept as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the entry is found by; no two entries of a log have the same.
    pub id: Hash,
    /// The hash of the entry as a leaf of the tree.
    pub hash: Hash,
    /// At most [`ENTRY_BYTES_MAX`] bytes.
    pub bytes: Vec<u8>,
}

/// The sums of an entry's row: one of its bytes, and one of all else with that.
///
/// There are two, so that ids and hashes can be read without the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) bytes: i64,
    pub(crate) row: i64,
}

impl Sums {
    /// Reckons both.
    pub(crate) fn of(index: u64, entry: &Entry) -> Self {
        let bytes = Self::of_bytes(&entry.bytes);
        Self { bytes, row: Self::of_row(index, &entry.id, &entry.hash, bytes) }
    }

    /// Reckons the sum of the bytes.
    pub(crate) fn of_bytes(bytes: &[u8]) -> i64 {
        Sum::of("bytes").bytes(bytes).end()
    }

    /// Reckons the sum of all else.
    pub(crate) fn of_row(index: u64, id: &[u8], hash: &[u8], bytes: i64) -> i64 {
        let sum = Sum::of("entry").number(index).bytes(id).bytes(hash);
        sum.number(bytes.unsigned_abs()).end()
    }
}
