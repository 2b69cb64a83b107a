//! For tests: a store that stops answering where it is told to, and a small league to keep in it.

use crate::depositary::Depositary;
use crate::founding::{Founding, KeyPair};
use crate::tree::Tree;
use servanda_journal::RecordFile;
use servanda_note::{KeyName, SignerKey};
use servanda_store::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Memory, Snapshot,
    Store,
};
use std::ops::Range;

pub(crate) const ORIGIN: &str = "league.example/log";

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
";

/// A store that stops at a search, once, or at a write, for good.
pub(crate) struct Stopping {
    inner: Box<dyn Store>,
    /// So many searches are answered before one is not; afterwards all are again.
    searches: Option<u32>,
    /// So many writes are done before one is broken off.
    writes: Option<u32>,
    /// Whether the write that is broken off was done all the same.
    is_done: bool,
    is_dead: bool,
    /// Whether the next append is done and not said to be.
    is_unsure: bool,
    /// So many questions after the head are not answered once an append was unsure.
    deaf: u32,
    /// What another office does instead of the next append, of which nothing is said.
    rival: Option<Box<dyn FnOnce() + Send>>,
}

impl std::fmt::Debug for Stopping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stopping({:?})", self.inner)
    }
}

impl Stopping {
    fn over(inner: Box<dyn Store>) -> Self {
        let (searches, writes, is_done) = (None, None, false);
        let (is_dead, is_unsure, deaf, rival) = (false, false, 0, None);
        Self { inner, searches, writes, is_done, is_dead, is_unsure, deaf, rival }
    }

    /// Loses one batch and does not say so, while another office appends its own.
    pub(crate) fn outrun(inner: Box<dyn Store>, rival: impl FnOnce() + Send + 'static) -> Self {
        Self { rival: Some(Box::new(rival)), ..Self::over(inner) }
    }

    /// Keeps one batch and does not say so, and then is deaf to so many questions after the head.
    pub(crate) fn unsure(inner: Box<dyn Store>, deaf: u32) -> Self {
        Self { is_unsure: true, deaf, ..Self::over(inner) }
    }

    /// Stops at one search after so many, and then answers everything again.
    pub(crate) fn at_search(inner: Box<dyn Store>, searches: u32) -> Self {
        Self { searches: Some(searches), ..Self::over(inner) }
    }

    /// Stops at one write after so many, before or after it is done, and never answers again.
    pub(crate) fn at_write(inner: Box<dyn Store>, writes: u32, is_done: bool) -> Self {
        Self { writes: Some(writes), is_done, ..Self::over(inner) }
    }

    fn alive(&self) -> Result<(), Fault> {
        if self.is_dead { Err(stopped()) } else { Ok(()) }
    }

    fn write<T>(
        &mut self,
        write: impl FnOnce(&mut dyn Store) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.alive()?;
        let stops = self.writes == Some(0);
        self.writes = self.writes.and_then(|left| left.checked_sub(1));
        if !stops {
            return write(self.inner.as_mut());
        }
        self.is_dead = true;
        if self.is_done {
            write(self.inner.as_mut())?;
        }
        let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
        Err(Fault::Uncertain { place, cause })
    }
}

fn stopped() -> Fault {
    let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
    Fault::Unreachable { place, cause }
}

pub(crate) fn pair(name: &str, seed: u8) -> KeyPair {
    let key = |seed: u8| SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32]);
    KeyPair { key: key(seed), next: key(seed.wrapping_add(100)) }
}

/// Founds a league at an address.
pub(crate) fn found(address: &str) -> Depositary {
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [
        file("league.charter", CHARTER),
        file("league.journal", "journal league\n  recorded on the day done\n"),
    ];
    let founding = Founding {
        origin: ORIGIN,
        organisation: "league",
        authority: &[pair("league.example/authority", 1)],
        threshold: 1,
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    Depositary::create(address, &founding, &files).unwrap()
}

/// Founds a league in memory, in a log on which several offices stand open.
pub(crate) fn shared() -> Memory {
    let mut first = found("memory:");
    let mut shared = Memory::found(&first.store.identity().unwrap()).unwrap();
    let entries = first.store.page(0..first.size()).unwrap();
    Tree::new().append(&mut shared, &entries).unwrap();
    shared
}

/// Opens an office over a store.
pub(crate) fn over(store: impl Store + 'static) -> Depositary {
    let mut office = Depositary::over(Box::new(store), ORIGIN);
    office.catch_up().unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    office
}

impl Store for Stopping {
    fn place(&self) -> &str {
        self.inner.place()
    }
    fn identity(&mut self) -> Result<Identity, Fault> {
        self.inner.identity()
    }
    fn head(&mut self) -> Result<Head, Fault> {
        self.alive()?;
        if self.deaf > 0 && !self.is_unsure {
            self.deaf = self.deaf.saturating_sub(1);
            return Err(stopped());
        }
        self.inner.head()
    }
    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        if let Some(rival) = self.rival.take() {
            rival();
            let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
            return Err(Fault::Uncertain { place, cause });
        }
        let appended = self.write(|store| store.append(expected, batch));
        if std::mem::take(&mut self.is_unsure) {
            let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
            return Err(Fault::Uncertain { place, cause });
        }
        appended
    }
    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault> {
        self.alive()?;
        self.inner.page(range)
    }
    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault> {
        self.inner.hashes(range)
    }
    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault> {
        let stops = self.searches == Some(0);
        self.searches = self.searches.and_then(|left| left.checked_sub(1));
        if stops {
            return Err(stopped());
        }
        self.alive()?;
        self.inner.find(id)
    }
    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        self.inner.tile(level, index)
    }
    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault> {
        self.inner.checkpoint()
    }
    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault> {
        self.write(|store| store.keep_checkpoint(checkpoint))
    }
    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault> {
        self.alive()?;
        self.inner.body(commitment)
    }
    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault> {
        self.write(|store| store.keep_body(commitment, body))
    }
    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault> {
        self.write(|store| store.erase_body(commitment))
    }
    fn bodies(&mut self) -> Result<Vec<Hash>, Fault> {
        self.alive()?;
        self.inner.bodies()
    }
    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault> {
        self.inner.snapshot()
    }
    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault> {
        self.write(|store| store.keep_snapshot(snapshot))
    }
    fn examine(&mut self) -> Result<(), Fault> {
        self.inner.examine()
    }
}
