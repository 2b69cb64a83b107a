//! What is appended at once: entries, the tiles they filled, and the head after them.

use crate::{ENTRY_BYTES_MAX, Entry, Fault, Head, Tile};
use std::collections::BTreeSet;

/// The most bytes of entries and tiles that are appended at once.
pub const BATCH_BYTES_MAX: usize = 64 << 20;

/// What is appended at once, all or nothing.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// At least one entry, in order.
    pub entries: &'a [Entry],
    /// The tiles that these entries filled.
    pub tiles: &'a [Tile],
    /// The head with these entries.
    pub after: Head,
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// All of it is kept, durably.
    Done,
    /// Nothing is: the log has another size than expected, and this is its head.
    Stale(Head),
    /// Nothing is: the log holds an entry with one of the ids, at this index.
    Known(u64),
}

impl Batch<'_> {
    /// Checks what a caller must keep to, whatever the log holds.
    pub(crate) fn check(&self, expected: u64) -> Result<(), Fault> {
        let unfit = |cause: String| Err(Fault::Unfit { cause });
        if self.entries.is_empty() {
            return unfit("a batch has at least one entry".to_owned());
        }
        let count = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
        let after = expected.checked_add(count).filter(|size| i64::try_from(*size).is_ok());
        if after != Some(self.after.size) {
            let size = self.after.size;
            return unfit(format!("{count} entries after {expected} do not make {size}"));
        }
        if let Some(entry) = self.entries.iter().find(|entry| entry.bytes.len() > ENTRY_BYTES_MAX) {
            let length = entry.bytes.len();
            return unfit(format!("an entry of {length} bytes is over {ENTRY_BYTES_MAX}"));
        }
        let lengths = self.entries.iter().map(|entry| entry.bytes.len());
        let all = lengths.chain(self.tiles.iter().map(|tile| tile.bytes.len()));
        if all.fold(0_usize, usize::saturating_add) > BATCH_BYTES_MAX {
            return unfit(format!("a batch has at most {BATCH_BYTES_MAX} bytes"));
        }
        let mut ids = BTreeSet::new();
        if !self.entries.iter().all(|entry| ids.insert(entry.id)) {
            return unfit("two entries of a batch have one id".to_owned());
        }
        let mut places = BTreeSet::new();
        if !self.tiles.iter().all(|tile| places.insert((tile.level, tile.index))) {
            return unfit("two tiles of a batch have one place".to_owned());
        }
        if self.tiles.iter().any(|tile| i64::try_from(tile.index).is_err()) {
            return unfit("a tile's index is below 2^63".to_owned());
        }
        Ok(())
    }
}
