//! An append-only log of opaque entries, with compare-and-swap on its length.
//!
//! The room knows nothing of treaties, seals or trees: it keeps what it is given, in order, and
//! gives back the same or says which row differs. Three stores do this, each in its own language:
//! memory, SQLite, PostgreSQL; one suite of tests holds them all to the same answers.
//! `docs/formats/store.md` specifies the tables.
#![warn(missing_docs)]

mod address;
mod backup;
mod batch;
mod body;
mod decode;
mod disk;
mod entry;
mod fault;
mod head;
mod identity;
mod kept;
mod lock;
mod memory;
mod postgres;
mod row;
mod sqlite;
mod store;
mod sum;
mod tile;

use address::Address;
pub use backup::backup;
pub use batch::{Appended, BATCH_BYTES_MAX, Batch};
pub use body::{BODY_BYTES_MAX, Body};
pub use entry::{ENTRY_BYTES_MAX, Entry, Hash};
pub use fault::Fault;
pub use head::Head;
pub use identity::Identity;
pub use kept::{Checkpoint, Kept, Snapshot};
pub use lock::CheckpointLock;
pub use memory::Memory;
pub use postgres::Postgres;
pub use row::Row;
pub use sqlite::Sqlite;
pub use store::{PAGE, Store};
pub use tile::Tile;

/// Opens a log that is there: `memory:` never is, `sqlite:PATH`, `postgres://…`.
///
/// # Errors
///
/// Says that no log is there, that something else is, or what keeps it from being opened.
pub fn open(address: &str) -> Result<Box<dyn Store>, Fault> {
    Ok(match Address::parse(address)? {
        Address::Memory => return Err(Fault::Absent { place: address.to_owned() }),
        Address::Sqlite(path) => Box::new(Sqlite::open(path)?),
        Address::Postgres => Box::new(Postgres::open(address)?),
    })
}

/// Founds a log where none is: `memory:`, `sqlite:PATH`, `postgres://…`.
///
/// # Errors
///
/// Says that a log is there already, that something else is, or what keeps it from being founded.
pub fn found(address: &str, identity: &Identity) -> Result<Box<dyn Store>, Fault> {
    Ok(match Address::parse(address)? {
        Address::Memory => Box::new(Memory::found(identity)?),
        Address::Sqlite(path) => Box::new(Sqlite::found(path, identity)?),
        Address::Postgres => Box::new(Postgres::found(address, identity)?),
    })
}
