//! The log in a file of SQLite.

mod beside;
mod log;
mod opening;
mod told;

use crate::decode::{self, damaged};
use crate::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Row, Snapshot,
    Store,
};
use rusqlite::{Connection, OptionalExtension as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A log in a file of SQLite, with its write-ahead file beside it.
#[derive(Debug)]
pub struct Sqlite {
    place: String,
    path: PathBuf,
    /// None after a write whose outcome is not known: the next call opens the file anew.
    connection: Option<Connection>,
}

impl Sqlite {
    /// Opens a log that is there.
    ///
    /// # Errors
    ///
    /// Says that none is there, or what keeps it from being opened.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let place = format!("sqlite:{}", path.display());
        let connection = opening::open(&place, path)?;
        Ok(Self { place, path: path.to_owned(), connection: Some(connection) })
    }

    /// Founds a log where none is; the file is made if it is not there.
    ///
    /// # Errors
    ///
    /// Says that one is there, or what keeps it from being founded.
    pub fn found(path: &Path, identity: &Identity) -> Result<Self, Fault> {
        identity.check()?;
        opening::found(&format!("sqlite:{}", path.display()), path, identity)?;
        Self::open(path)
    }

    /// Copies the log, as it is at one moment, into a file that is empty.
    ///
    /// # Errors
    ///
    /// Says what keeps it from being read, or the copy from being written.
    pub(crate) fn copy_into(&mut self, to: &Path) -> Result<(), Fault> {
        let (place, connection) = self.connected()?;
        // It reads in one transaction, and takes the marks of the file along.
        let copied = connection.execute("vacuum into ?1", [to.to_string_lossy()]);
        copied.map(drop).map_err(|cause| told::plain(place, "copy", &cause))
    }

    /// Returns the connection, and the place for what is told of it.
    fn connected(&mut self) -> Result<(&str, &mut Connection), Fault> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => opening::open(&self.place, &self.path)?,
        };
        Ok((&self.place, self.connection.insert(connection)))
    }

    /// Lets go of the file where it is not known what it kept.
    fn known<T>(&mut self, answer: Result<T, Fault>) -> Result<T, Fault> {
        if matches!(answer, Err(Fault::Uncertain { .. })) {
            self.connection = None;
        }
        answer
    }
}

/// Reads the head.
fn head(place: &str, connection: &Connection) -> Result<Head, Fault> {
    let query = "select size, root, sum from head where one = 1";
    let read = || {
        let mut statement = connection.prepare_cached(query)?;
        statement.query_row([], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, i64>(2)?))
        })
    };
    let row = read().optional().map_err(|cause| told::reading(place, Row::Head, &cause))?;
    let (size, root, sum) = row.ok_or_else(|| damaged(place, Row::Head, "it is not there"))?;
    decode::head(place, size, &root, sum)
}

/// Reads the identity.
fn identity(place: &str, connection: &Connection) -> Result<Identity, Fault> {
    let query = "select origin, format, language, sum from identity where one = 1";
    let read = || {
        connection.query_row(query, [], |row| {
            let versions = (row.get::<_, i64>(1)?, row.get::<_, i64>(2)?);
            Ok((row.get::<_, String>(0)?, versions, row.get::<_, i64>(3)?))
        })
    };
    let row = read().optional().map_err(|cause| told::reading(place, Row::Identity, &cause))?;
    let lacking = || damaged(place, Row::Identity, "it is not there");
    let (origin, versions, sum) = row.ok_or_else(lacking)?;
    decode::identity(place, origin, versions, sum)
}

impl Store for Sqlite {
    fn place(&self) -> &str {
        &self.place
    }

    fn identity(&mut self) -> Result<Identity, Fault> {
        let (place, connection) = self.connected()?;
        identity(place, connection)
    }

    fn head(&mut self) -> Result<Head, Fault> {
        let (place, connection) = self.connected()?;
        head(place, connection)
    }

    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        batch.check(expected)?;
        let (place, connection) = self.connected()?;
        let answer = log::append(place, connection, expected, batch);
        self.known(answer)
    }

    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault> {
        let (place, connection) = self.connected()?;
        log::page(place, connection, &range)
    }

    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault> {
        let (place, connection) = self.connected()?;
        log::hashes(place, connection, &range)
    }

    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault> {
        let (place, connection) = self.connected()?;
        log::find(place, connection, id)
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        let (place, connection) = self.connected()?;
        log::tile(place, connection, level, index)
    }

    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault> {
        let (place, connection) = self.connected()?;
        beside::checkpoint(place, connection)
    }

    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault> {
        let (place, connection) = self.connected()?;
        let answer = beside::keep_checkpoint(place, connection, checkpoint);
        self.known(answer)
    }

    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault> {
        let (place, connection) = self.connected()?;
        beside::body(place, connection, commitment)
    }

    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault> {
        body.check()?;
        let (place, connection) = self.connected()?;
        let answer = beside::keep_body(place, connection, commitment, body);
        self.known(answer)
    }

    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault> {
        let (place, connection) = self.connected()?;
        let answer = beside::erase_body(place, connection, commitment);
        self.known(answer)
    }

    fn bodies(&mut self) -> Result<Vec<Hash>, Fault> {
        let (place, connection) = self.connected()?;
        beside::commitments(place, connection)
    }

    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault> {
        let (place, connection) = self.connected()?;
        beside::snapshot(place, connection)
    }

    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault> {
        let (place, connection) = self.connected()?;
        let answer = beside::keep_snapshot(place, connection, snapshot);
        self.known(answer)
    }

    fn examine(&mut self) -> Result<(), Fault> {
        let (place, connection) = self.connected()?;
        log::examine(place, connection)?;
        beside::examine(place, connection)
    }
}
