//! A fresh log of each kind for a test, and what the tests append to it.

use crate::server::{self, Database};
use rusqlite::types::Value;
use servanda_store::{
    Appended, Batch, Entry, Fault, Hash, Head, Identity, Memory, Store, Tile, found, open,
};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A place with a fresh log, which can be opened many times.
#[derive(Debug)]
pub(crate) enum Bed {
    Memory(Memory),
    File { address: String, _directory: Directory },
    Server(Database),
}

impl Bed {
    /// Returns one of each kind.
    fn all() -> Vec<Self> {
        let mut beds = vec![Self::Memory(Memory::found(&identity()).unwrap())];
        beds.extend(Self::durable());
        beds
    }

    /// Returns one of each kind that is kept on a disk.
    pub(crate) fn durable() -> Vec<Self> {
        let mut beds = vec![Self::sqlite()];
        beds.extend(Self::postgres());
        beds
    }

    /// Returns one on the server that the tests were given.
    pub(crate) fn postgres() -> Option<Self> {
        let database = Database::create()?;
        found(&database.address, &identity()).unwrap();
        Some(Self::Server(database))
    }

    /// Returns one in a file.
    pub(crate) fn sqlite() -> Self {
        Self::sqlite_in(Directory::new())
    }

    pub(crate) fn sqlite_in(directory: Directory) -> Self {
        let address = format!("sqlite:{}", directory.path("log.db").display());
        found(&address, &identity()).unwrap();
        Self::File { address, _directory: directory }
    }

    pub(crate) fn open(&self) -> Box<dyn Store> {
        match self {
            Self::Memory(log) => Box::new(log.clone()),
            Self::File { .. } | Self::Server(_) => open(self.address()).unwrap(),
        }
    }

    pub(crate) fn address(&self) -> &str {
        match self {
            Self::Memory(_) => "memory:",
            Self::File { address, .. } | Self::Server(Database { address }) => address,
        }
    }

    /// Waits until nobody works on the log: a server goes on with what it was asked by one who was
    /// killed.
    pub(crate) fn settle(&self) {
        if let Self::Server(Database { address }) = self {
            while server::number(address, WORKING) > 0 {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        }
    }

    /// Flips one bit of a column of one row, beside the store; a second time, it flips it back.
    pub(crate) fn flip(&self, table: &str, column: &str, which: &str) {
        match self {
            Self::Memory(_) => {}
            Self::File { address, .. } => flip(address, (table, column, which)),
            Self::Server(Database { address }) => server::flip(address, (table, column, which)),
        }
    }
}

fn flip(address: &str, (table, column, which): (&str, &str, &str)) {
    let path = address.strip_prefix("sqlite:").unwrap();
    let connection = rusqlite::Connection::open(path).unwrap();
    let query = format!("select {column} from {table} where {which}");
    let flipped = match connection.query_row(&query, [], |row| row.get(0)).unwrap() {
        Value::Integer(number) => Value::Integer(number ^ 16),
        Value::Text(text) => Value::Text(text.chars().rev().collect()),
        Value::Blob(mut bytes) => {
            *bytes.first_mut().unwrap() ^= 16;
            Value::Blob(bytes)
        }
        other @ (Value::Null | Value::Real(_)) => other,
    };
    let query = format!("update {table} set {column} = ?1 where {which}");
    assert_eq!(connection.execute(&query, [flipped]).unwrap(), 1);
}

/// A directory that is gone at the end.
#[derive(Debug)]
pub(crate) struct Directory(PathBuf);

impl Directory {
    pub(crate) fn new() -> Self {
        Self::under(&std::env::temp_dir())
    }

    /// Returns one in memory, where the system has such: for what plays the disk's part itself.
    pub(crate) fn quick() -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::under(memory) } else { Self::new() }
    }

    fn under(parent: &Path) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = parent.join(format!("servanda-store-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

const WORKING: &str = "select count(*) from pg_stat_activity \
                       where application_name = 'servanda' and datname = current_database()";

/// Plays a story on a fresh log of each kind.
pub(crate) fn everywhere(story: impl Fn(&Bed)) {
    for bed in Bed::all() {
        eprintln!("on {}", bed.open().place());
        story(&bed);
    }
}

pub(crate) fn identity() -> Identity {
    Identity { origin: "example.org/log".to_owned(), format: 1, language: 3 }
}

/// A hash that is told from others by its number.
pub(crate) fn hash(number: u64) -> Hash {
    let mut hash = [0xa5; 32];
    hash[..8].copy_from_slice(&number.to_be_bytes());
    hash
}

/// An entry that says its number, and is as long as asked.
pub(crate) fn entry(number: u64, length: usize) -> Entry {
    let mut bytes = format!("entry {number} ").into_bytes();
    bytes.resize(length.max(bytes.len()), b'.');
    Entry { id: hash(number), hash: hash(number + 1_000_000), bytes }
}

pub(crate) fn entries(numbers: std::ops::Range<u64>) -> Vec<Entry> {
    numbers.map(|number| entry(number, 100)).collect()
}

pub(crate) fn tile(level: u8, index: u64) -> Tile {
    let bytes = (0..256).flat_map(|number| hash(index % 1_000 * 256 + number)).collect();
    Tile { level, index, bytes }
}

pub(crate) fn head(size: u64) -> Head {
    Head { size, root: hash(size + 2_000_000) }
}

/// The root that the log of these tests has at a size.
pub(crate) fn root_at(size: u64) -> Result<Hash, Fault> {
    Ok(if size == 0 { Head::EMPTY.root } else { head(size).root })
}

/// Appends entries and tiles after so many.
pub(crate) fn append(
    store: &mut dyn Store,
    expected: u64,
    entries: &[Entry],
    tiles: &[Tile],
) -> Appended {
    let after = head(expected + u64::try_from(entries.len()).unwrap());
    store.append(expected, &Batch { entries, tiles, after }).unwrap()
}

/// Appends so many entries to an empty log, in batches.
pub(crate) fn fill(store: &mut dyn Store, size: u64) {
    let mut next = 0;
    while next < size {
        let end = size.min(next + 100);
        assert_eq!(append(store, next, &entries(next..end), &[]), Appended::Done);
        next = end;
    }
}

/// Returns all entries, each checked to come at its index.
pub(crate) fn all(store: &mut dyn Store) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut take = |index, entry| {
        assert_eq!(index, u64::try_from(found.len()).unwrap());
        found.push(entry);
        ControlFlow::Continue(())
    };
    store.entries(0..u64::MAX, &mut take).unwrap();
    found
}

/// Returns the message and the hint of a fault.
pub(crate) fn told<T: std::fmt::Debug>(answer: Result<T, servanda_store::Fault>) -> String {
    answer.unwrap_err().to_string()
}
