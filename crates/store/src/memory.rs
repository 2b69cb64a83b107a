//! The log in memory, for tests and for what need not last.

use crate::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, PAGE, Snapshot,
    Store,
};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A log in memory. Its copies stand open on the same log, as two programs do on a database.
#[derive(Debug, Clone)]
pub struct Memory(Arc<Mutex<Log>>);

#[derive(Debug)]
struct Log {
    identity: Identity,
    root: Hash,
    entries: Vec<Entry>,
    ids: BTreeMap<Hash, u64>,
    tiles: BTreeMap<(u8, u64), Vec<u8>>,
    checkpoint: Option<Checkpoint>,
    bodies: BTreeMap<Hash, Body>,
    snapshot: Option<Snapshot>,
}

impl Memory {
    /// Founds a log.
    ///
    /// # Errors
    ///
    /// Says what of the identity cannot be kept.
    pub fn found(identity: &Identity) -> Result<Self, Fault> {
        identity.check()?;
        Ok(Self(Arc::new(Mutex::new(Log {
            identity: identity.clone(),
            root: Head::EMPTY.root,
            entries: Vec::new(),
            ids: BTreeMap::new(),
            tiles: BTreeMap::new(),
            checkpoint: None,
            bodies: BTreeMap::new(),
            snapshot: None,
        }))))
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        // No call leaves the log half changed, so what a panic left behind is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log {
    fn head(&self) -> Head {
        let size = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
        Head { size, root: self.root }
    }

    fn slice(&self, range: &Range<u64>) -> &[Entry] {
        let within =
            |index: u64| usize::try_from(index).unwrap_or(usize::MAX).min(self.entries.len());
        self.entries.get(within(range.start)..within(range.end)).unwrap_or(&[])
    }
}

impl Store for Memory {
    fn place(&self) -> &'static str {
        "memory:"
    }

    fn identity(&mut self) -> Result<Identity, Fault> {
        Ok(self.log().identity.clone())
    }

    fn head(&mut self) -> Result<Head, Fault> {
        Ok(self.log().head())
    }

    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        batch.check(expected)?;
        let mut log = self.log();
        let head = log.head();
        if head.size != expected {
            return Ok(Appended::Stale(head));
        }
        let known = batch.entries.iter().filter_map(|entry| log.ids.get(&entry.id)).min();
        if let Some(index) = known {
            return Ok(Appended::Known(*index));
        }
        let is_kept = |tile: &&crate::Tile| log.tiles.contains_key(&(tile.level, tile.index));
        if let Some(tile) = batch.tiles.iter().find(is_kept) {
            return Err(tile.kept_already());
        }
        for (index, entry) in (expected..).zip(batch.entries) {
            log.ids.insert(entry.id, index);
            log.entries.push(entry.clone());
        }
        for tile in batch.tiles {
            log.tiles.insert((tile.level, tile.index), tile.bytes.clone());
        }
        log.root = batch.after.root;
        Ok(Appended::Done)
    }

    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault> {
        let end = range.end.min(range.start.saturating_add(PAGE));
        Ok(self.log().slice(&(range.start..end)).to_vec())
    }

    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault> {
        Ok(self.log().slice(&range).iter().map(|entry| entry.hash).collect())
    }

    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault> {
        Ok(self.log().ids.get(id).copied())
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.log().tiles.get(&(level, index)).cloned())
    }

    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault> {
        Ok(self.log().checkpoint.clone())
    }

    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault> {
        let mut log = self.log();
        let latest = log.checkpoint.as_ref().map(|latest| latest.size);
        let kept = checkpoint.against(latest, &log.head())?;
        if kept == Kept::Latest {
            log.checkpoint = Some(checkpoint.clone());
        }
        Ok(kept)
    }

    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault> {
        Ok(self.log().bodies.get(commitment).cloned())
    }

    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault> {
        body.check()?;
        let mut log = self.log();
        match log.bodies.get(commitment) {
            Some(kept) => body.same_as(kept),
            None => {
                log.bodies.insert(*commitment, body.clone());
                Ok(())
            }
        }
    }

    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault> {
        Ok(self.log().bodies.remove(commitment).is_some())
    }

    fn bodies(&mut self) -> Result<Vec<Hash>, Fault> {
        Ok(self.log().bodies.keys().copied().collect())
    }

    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault> {
        Ok(self.log().snapshot.clone())
    }

    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault> {
        let mut log = self.log();
        snapshot.check(&log.head())?;
        log.snapshot = Some(snapshot.clone());
        Ok(())
    }

    fn examine(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
