//! What every store does.

use crate::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Row, Snapshot,
};
use std::ops::{ControlFlow, Range};

/// How many entries are read at once.
pub const PAGE: u64 = 256;

/// An append-only log of opaque entries, with compare-and-swap on its length.
///
/// One thread owns a store and calls it. Several stores, in one program or in many, may stand
/// open on the same log: of two that append at the same length exactly one does.
/// What was acknowledged is durable. Whatever is read is compared with the sum it was kept with,
/// and a difference is [`Fault::Damaged`], never another answer.
pub trait Store: Send + std::fmt::Debug {
    /// Returns where the log is, without a password.
    fn place(&self) -> &str;

    /// Returns what the log is.
    ///
    /// # Errors
    ///
    /// Says what keeps the store from answering, as everything below does.
    fn identity(&mut self) -> Result<Identity, Fault>;

    /// Returns how long the log is.
    ///
    /// # Errors
    ///
    /// As above.
    fn head(&mut self) -> Result<Head, Fault>;

    /// Appends a batch if the log has the expected length: all of it, durably, or nothing.
    ///
    /// The length is compared first: [`Appended::Known`] is told only at the expected length.
    ///
    /// # Errors
    ///
    /// After [`Fault::Uncertain`] the batch may be kept or not; the next [`Store::head`] that
    /// answers tells which, and stays true. After any other fault nothing of it is kept.
    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault>;

    /// Returns the entries of a range, at most [`PAGE`] of them and at least one where there is
    /// one.
    ///
    /// # Errors
    ///
    /// As above.
    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault>;

    /// Returns the hashes of a range, as far as the log goes.
    ///
    /// # Errors
    ///
    /// As above.
    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault>;

    /// Returns the index of the entry with an id.
    ///
    /// # Errors
    ///
    /// As above.
    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault>;

    /// Returns a tile's bytes.
    ///
    /// # Errors
    ///
    /// As above.
    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault>;

    /// Returns the latest checkpoint.
    ///
    /// # Errors
    ///
    /// As above.
    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault>;

    /// Keeps a checkpoint, unless one of a larger size is kept; one of the same size is replaced,
    /// and so is one that is damaged.
    ///
    /// # Errors
    ///
    /// As above; a checkpoint beyond the head is [`Fault::Unfit`].
    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault>;

    /// Returns the body with a commitment.
    ///
    /// # Errors
    ///
    /// As above.
    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault>;

    /// Keeps a body. The same body may be kept again; another one under its commitment may not.
    ///
    /// # Errors
    ///
    /// As above.
    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault>;

    /// Destroys a body and its salt, and says whether there was one. May be asked again: it then
    /// makes sure once more that nothing is left.
    ///
    /// # Errors
    ///
    /// As above. After a fault the body may be unreadable already and its bytes still on the
    /// disk: ask again.
    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault>;

    /// Returns the commitments of all bodies, in order.
    ///
    /// # Errors
    ///
    /// As above.
    fn bodies(&mut self) -> Result<Vec<Hash>, Fault>;

    /// Returns the snapshot.
    ///
    /// # Errors
    ///
    /// As above. Who meets a damaged snapshot folds from the first entry and keeps a new one.
    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault>;

    /// Keeps a snapshot in place of the one before.
    ///
    /// # Errors
    ///
    /// As above.
    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault>;

    /// Reads every row and every table's own order, and tells the first that is damaged.
    ///
    /// # Errors
    ///
    /// As above.
    fn examine(&mut self) -> Result<(), Fault>;

    /// Returns the entry at an index.
    ///
    /// # Errors
    ///
    /// As above.
    fn entry(&mut self, index: u64) -> Result<Option<Entry>, Fault> {
        Ok(self.page(index..index.saturating_add(1))?.pop())
    }

    /// Hands over the entries of a range in order, as far as the log goes now, until told to stop.
    ///
    /// # Errors
    ///
    /// As above; what was handed over before was sound.
    fn entries(
        &mut self,
        range: Range<u64>,
        each: &mut dyn FnMut(u64, Entry) -> ControlFlow<()>,
    ) -> Result<(), Fault> {
        let end = range.end.min(self.head()?.size);
        let mut next = range.start;
        while next < end {
            let page = self.page(next..end)?;
            if page.is_empty() {
                return Err(missing(self.place(), next));
            }
            for entry in page {
                if each(next, entry).is_break() {
                    return Ok(());
                }
                next = next.saturating_add(1);
            }
        }
        Ok(())
    }
}

/// Says that an entry below the head is not there.
pub(crate) fn missing(place: &str, index: u64) -> Fault {
    Fault::Damaged {
        place: place.to_owned(),
        row: Row::Entry(index),
        cause: "it is not there, and the head counts it".to_owned(),
    }
}
