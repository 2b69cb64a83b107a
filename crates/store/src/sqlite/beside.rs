//! What is kept beside the entries: the checkpoint, bodies, the snapshot.

use super::{head, told};
use crate::decode::{self, damaged, signed};
use crate::{Body, Checkpoint, Fault, Hash, Kept, Row, Snapshot};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

type Sized = (i64, i64, Vec<u8>);

/// Reads a row of a size and bytes.
fn sized(
    place: &str,
    connection: &Connection,
    (query, row): (&str, Row),
) -> Result<Option<Sized>, Fault> {
    let read =
        || connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    read().optional().map_err(|cause| told::reading(place, row, &cause))
}

/// Reads the checkpoint.
pub(super) fn checkpoint(
    place: &str,
    connection: &Connection,
) -> Result<Option<Checkpoint>, Fault> {
    let query = "select size, sum, bytes from checkpoint where one = 1";
    let row = sized(place, connection, (query, Row::Checkpoint))?;
    row.map(|(size, sum, bytes)| decode::checkpoint(place, size, sum, bytes)).transpose()
}

/// Reads the snapshot.
pub(super) fn snapshot(place: &str, connection: &Connection) -> Result<Option<Snapshot>, Fault> {
    let query = "select size, sum, bytes from snapshot where one = 1";
    let row = sized(place, connection, (query, Row::Snapshot))?;
    row.map(|(size, sum, bytes)| decode::snapshot(place, size, sum, bytes)).transpose()
}

fn begin<'c>(place: &str, connection: &'c mut Connection) -> Result<Transaction<'c>, Fault> {
    let begun = connection.transaction_with_behavior(TransactionBehavior::Immediate);
    begun.map_err(|cause| told::plain(place, "write to", &cause))
}

fn end(place: &str, change: Transaction<'_>) -> Result<(), Fault> {
    change.commit().map_err(|cause| told::committing(place, "write to", &cause))
}

/// Returns what is readable of a row that is about to be replaced: a damaged one stands in no way.
pub(crate) fn sound<T>(read: Result<Option<T>, Fault>) -> Result<Option<T>, Fault> {
    match read {
        Err(Fault::Damaged { .. }) => Ok(None),
        other => other,
    }
}

/// Keeps a checkpoint.
pub(super) fn keep_checkpoint(
    place: &str,
    connection: &mut Connection,
    next: &Checkpoint,
) -> Result<Kept, Fault> {
    let change = begin(place, connection)?;
    let latest = sound(checkpoint(place, &change))?.map(|latest| latest.size);
    let kept = next.against(latest, &head(place, &change)?)?;
    if kept == Kept::Latest {
        let query = "insert or replace into checkpoint values (1, ?1, ?2, ?3)";
        change
            .execute(query, params![signed(next.size), next.sum(), next.bytes])
            .map_err(|cause| told::plain(place, "write to", &cause))?;
        end(place, change)?;
    }
    Ok(kept)
}

/// Keeps a snapshot.
pub(super) fn keep_snapshot(
    place: &str,
    connection: &mut Connection,
    next: &Snapshot,
) -> Result<(), Fault> {
    let change = begin(place, connection)?;
    next.check(&head(place, &change)?)?;
    let query = "insert or replace into snapshot values (1, ?1, ?2, ?3)";
    change
        .execute(query, params![signed(next.size), next.sum(), next.bytes])
        .map_err(|cause| told::plain(place, "write to", &cause))?;
    end(place, change)
}

/// Reads a body.
pub(super) fn body(
    place: &str,
    connection: &Connection,
    commitment: &Hash,
) -> Result<Option<Body>, Fault> {
    let query = "select sum, salt, bytes from body where commitment = ?1";
    let read = || {
        connection
            .query_row(query, [commitment], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))
    };
    let named = |cause| told::reading(place, Row::Body(*commitment), &cause);
    let row = read().optional().map_err(named)?;
    row.map(|(sum, parts)| decode::body(place, commitment, sum, parts)).transpose()
}

/// Keeps a body.
pub(super) fn keep_body(
    place: &str,
    connection: &mut Connection,
    commitment: &Hash,
    next: &Body,
) -> Result<(), Fault> {
    let change = begin(place, connection)?;
    if let Some(kept) = sound(body(place, &change, commitment))? {
        return next.same_as(&kept);
    }
    let query = "insert or replace into body values (?1, ?2, ?3, ?4)";
    change
        .execute(query, params![commitment, next.sum(commitment), next.salt, next.bytes])
        .map_err(|cause| told::plain(place, "write to", &cause))?;
    end(place, change)
}

/// Destroys a body: its row is overwritten, and the write-ahead file, which holds it, emptied.
pub(super) fn erase_body(
    place: &str,
    connection: &mut Connection,
    commitment: &Hash,
) -> Result<bool, Fault> {
    let doing = |cause: rusqlite::Error| told::plain(place, "erase from", &cause);
    let change = begin(place, connection)?;
    let query = "delete from body where commitment = ?1";
    let count = change.execute(query, [commitment]).map_err(doing)?;
    end(place, change)?;
    let query = "pragma wal_checkpoint(truncate)";
    let busy: i64 = connection.query_row(query, [], |row| row.get(0)).map_err(doing)?;
    if busy != 0 {
        let cause = "a reader keeps the write-ahead file, which may hold what was erased";
        return Err(Fault::Busy { place: place.to_owned(), cause: cause.to_owned() });
    }
    Ok(count > 0)
}

/// Reads the commitments of all bodies.
pub(super) fn commitments(place: &str, connection: &Connection) -> Result<Vec<Hash>, Fault> {
    let named = |cause: rusqlite::Error| told::reading(place, Row::Whole, &cause);
    let query = "select commitment from body order by commitment";
    let mut statement = connection.prepare(query).map_err(named)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(named)?;
    rows.collect::<Result<Vec<Hash>, rusqlite::Error>>().map_err(named)
}

/// Reads every row.
pub(super) fn examine(place: &str, connection: &Connection) -> Result<(), Fault> {
    checkpoint(place, connection)?;
    snapshot(place, connection)?;
    for commitment in commitments(place, connection)? {
        if body(place, connection, &commitment)?.is_none() {
            return Err(damaged(place, Row::Body(commitment), "its index leads elsewhere"));
        }
    }
    Ok(())
}
