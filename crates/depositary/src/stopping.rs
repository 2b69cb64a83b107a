//! For tests: a store that stops answering where it is told to, and a small league to keep in it.

use crate::depositary::Depositary;
use crate::founding::{Founding, KeyPair};
use servanda_journal::RecordFile;
use servanda_note::{KeyName, SignerKey};
use servanda_store::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Snapshot, Store,
};
use std::ops::Range;

pub(crate) const ORIGIN: &str = "league.example/log";

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
";

/// A store that stops at a search, once, or at a write, for good.
#[derive(Debug)]
pub(crate) struct Stopping {
    inner: Box<dyn Store>,
    /// So many searches are answered before one is not; afterwards all are again.
    searches: Option<u32>,
    /// So many writes are done before one is broken off.
    writes: Option<u32>,
    /// Whether the write that is broken off was done all the same.
    is_done: bool,
    is_dead: bool,
}

impl Stopping {
    /// Stops at one search after so many, and then answers everything again.
    pub(crate) fn at_search(inner: Box<dyn Store>, searches: u32) -> Self {
        Self { inner, searches: Some(searches), writes: None, is_done: false, is_dead: false }
    }

    /// Stops at one write after so many, before or after it is done, and never answers again.
    pub(crate) fn at_write(inner: Box<dyn Store>, writes: u32, is_done: bool) -> Self {
        Self { inner, searches: None, writes: Some(writes), is_done, is_dead: false }
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
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    Depositary::create(address, &founding, &files).unwrap()
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
        self.inner.head()
    }
    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        self.write(|store| store.append(expected, batch))
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
