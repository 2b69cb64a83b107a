//! The log in a database of PostgreSQL.

mod asking;
mod beside;
mod log;
mod session;
mod told;

use crate::address::without_password;
use crate::decode::{self, damaged};
use crate::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Row, Snapshot,
    Store,
};
use asking::Asked;
use session::{Backend, Session};
use std::ops::Range;
use tokio::runtime::Runtime;
use tokio_postgres::Config;

/// A log in a database of PostgreSQL, in a schema of its own.
///
/// It drives its connection on the thread that calls it, with a runtime of its own: it must not
/// be called, nor dropped, from a thread that drives another.
#[derive(Debug)]
pub struct Postgres {
    place: String,
    config: Config,
    runtime: Runtime,
    session: Option<Session>,
    /// Who may still be at work on a statement whose answer never came.
    unanswered: Option<Backend>,
}

impl Postgres {
    /// Opens a log that is there.
    ///
    /// # Errors
    ///
    /// Says that none is there, or what keeps it from being opened.
    pub fn open(address: &str) -> Result<Self, Fault> {
        let mut store = Self::at(address)?;
        // What stands there is looked at whenever a connection is made.
        store.ask(Asked::Read(Row::Whole), async |_| Ok(()))?;
        Ok(store)
    }

    /// Founds a log where none is.
    ///
    /// # Errors
    ///
    /// Says that one is there, or what keeps it from being founded.
    pub fn found(address: &str, identity: &Identity) -> Result<Self, Fault> {
        identity.check()?;
        let mut store = Self::at(address)?;
        let founded = session::found(&store.place, &store.config, identity);
        store.runtime.block_on(founded)?;
        store.ask(Asked::Read(Row::Whole), async |_| Ok(()))?;
        Ok(store)
    }

    fn at(address: &str) -> Result<Self, Fault> {
        let place = without_password(address);
        let config = session::config(address, &place)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let doing = "start what speaks with";
        let runtime =
            runtime.map_err(|cause| Fault::File { doing, place: place.clone(), cause })?;
        Ok(Self { place, config, runtime, session: None, unanswered: None })
    }
}

impl Store for Postgres {
    fn place(&self) -> &str {
        &self.place
    }

    fn identity(&mut self) -> Result<Identity, Fault> {
        self.ask(Asked::Read(Row::Identity), async |session| {
            session::identity(session.place(), session.client()).await
        })
    }

    fn head(&mut self) -> Result<Head, Fault> {
        self.ask(Asked::Read(Row::Head), log::head)
    }

    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        batch.check(expected)?;
        let rows = log::Rows::of(expected, batch);
        self.ask(Asked::Write("append to"), async |session| {
            log::append(session, expected, batch, &rows).await
        })
    }

    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault> {
        self.ask(Asked::Read(Row::Whole), async |session| log::page(session, &range).await)
    }

    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault> {
        self.ask(Asked::Read(Row::Whole), async |session| log::hashes(session, &range).await)
    }

    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault> {
        self.ask(Asked::Read(Row::Id(*id)), async |session| log::find(session, id).await)
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        let row = Row::Tile { level, index };
        self.ask(Asked::Read(row), async |session| log::tile(session, level, index).await)
    }

    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault> {
        self.ask(Asked::Read(Row::Checkpoint), async |session| {
            beside::checkpoint(session, session.client()).await
        })
    }

    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault> {
        self.ask(Asked::Write("write to"), async |session| {
            beside::keep_checkpoint(session, checkpoint).await
        })
    }

    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault> {
        self.ask(Asked::Read(Row::Body(*commitment)), async |session| {
            beside::body(session, session.client(), commitment).await
        })
    }

    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault> {
        body.check()?;
        self.ask(Asked::Write("write to"), async |session| {
            beside::keep_body(session, commitment, body).await
        })
    }

    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault> {
        let (was_there, at) = self.ask(Asked::Write("erase from"), async |session| {
            beside::delete_body(session, commitment).await
        })?;
        self.ask(Asked::Long("erase from"), async |session| {
            beside::rewrite_bodies(session, &at).await
        })?;
        Ok(was_there)
    }

    fn bodies(&mut self) -> Result<Vec<Hash>, Fault> {
        self.ask(Asked::Read(Row::Whole), beside::commitments)
    }

    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault> {
        self.ask(Asked::Read(Row::Snapshot), beside::snapshot)
    }

    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault> {
        self.ask(Asked::Write("write to"), async |session| {
            beside::keep_snapshot(session, snapshot).await
        })
    }

    fn examine(&mut self) -> Result<(), Fault> {
        self.identity()?;
        let size = self.head()?.size;
        let mut next = 0_u64;
        while next < size {
            let page = self.page(next..size)?;
            self.ask(Asked::Read(Row::Whole), async |session| {
                log::examine_ids(session, next, &page).await
            })?;
            next = next.saturating_add(crate::PAGE);
        }
        self.ask(Asked::Long("read"), log::examine)?;
        self.checkpoint()?;
        self.snapshot()?;
        for commitment in self.bodies()? {
            if self.body(&commitment)?.is_none() {
                let row = Row::Body(commitment);
                return Err(damaged(&self.place, row, "its index leads elsewhere"));
            }
        }
        Ok(())
    }
}

/// A column of a row, or what is amiss with it.
fn column<'r, T: tokio_postgres::types::FromSql<'r>>(
    place: &str,
    named: Row,
    row: &'r tokio_postgres::Row,
    index: usize,
) -> Result<T, Fault> {
    row.try_get(index).map_err(|cause| damaged(place, named, told::text(&cause)))
}

/// Reads a row of the head.
fn head_row(place: &str, row: Option<&tokio_postgres::Row>) -> Result<Head, Fault> {
    let row = row.ok_or_else(|| damaged(place, Row::Head, "it is not there"))?;
    let root: Vec<u8> = column(place, Row::Head, row, 1)?;
    let size = column(place, Row::Head, row, 0)?;
    decode::head(place, size, &root, column(place, Row::Head, row, 2)?)
}
