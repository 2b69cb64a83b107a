//! The entries, their tiles and the head.

use super::{head, told};
use crate::decode::{self, EntryRow, damaged, signed};
use crate::entry::Sums;
use crate::{Appended, Batch, Entry, Fault, Hash, PAGE, Row, Tile};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _, TransactionBehavior, params};
use std::ops::Range;

/// Appends a batch at the expected length.
pub(super) fn append(
    place: &str,
    connection: &mut Connection,
    expected: u64,
    batch: &Batch<'_>,
) -> Result<Appended, Fault> {
    let doing = |cause: rusqlite::Error| told::plain(place, "append to", &cause);
    let change =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(doing)?;
    let found = head(place, &change)?;
    if found.size != expected {
        return Ok(Appended::Stale(found));
    }
    match write(&change, expected, batch) {
        Ok(()) => {}
        Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            change.rollback().map_err(doing)?;
            return standing(place, connection, batch, &cause);
        }
        Err(cause) => return Err(doing(cause)),
    }
    change.commit().map_err(|cause| told::committing(place, "append to", &cause))?;
    Ok(Appended::Done)
}

fn write(change: &Connection, expected: u64, batch: &Batch<'_>) -> rusqlite::Result<()> {
    let mut row = change.prepare_cached("insert into entry values (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (index, entry) in (expected..).zip(batch.entries) {
        let Entry { id, hash, bytes } = entry;
        let sums = Sums::of(index, entry);
        row.execute(params![signed(index), id, hash, sums.bytes, sums.row, bytes])?;
    }
    if !batch.tiles.is_empty() {
        let mut row = change.prepare_cached("insert into tile values (?1, ?2, ?3, ?4)")?;
        for Tile { level, index, bytes } in batch.tiles {
            let sum = Tile::sum(*level, *index, bytes);
            row.execute(params![level, signed(*index), sum, bytes])?;
        }
    }
    let after = batch.after;
    let mut row =
        change.prepare_cached("update head set size = ?1, root = ?2, sum = ?3 where one = 1")?;
    row.execute(params![signed(after.size), after.root, after.sum()])?;
    Ok(())
}

/// Tells which row stands where the batch was to go.
fn standing(
    place: &str,
    connection: &Connection,
    batch: &Batch<'_>,
    cause: &rusqlite::Error,
) -> Result<Appended, Fault> {
    let mut known = None;
    for entry in batch.entries {
        let index = find(place, connection, &entry.id)?;
        known = known.into_iter().chain(index).min();
    }
    if let Some(index) = known {
        return Ok(Appended::Known(index));
    }
    for kept in batch.tiles {
        if tile(place, connection, kept.level, kept.index)?.is_some() {
            return Err(kept.kept_already());
        }
    }
    Err(damaged(place, Row::Whole, format!("a row stands beyond the head: {cause}")))
}

fn entry_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<EntryRow> {
    let (position, id, hash) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(EntryRow { position, id, hash, bytes_sum: row.get(3)?, sum: row.get(4)? })
}

/// Reads entries, at most a page of them.
pub(super) fn page(
    place: &str,
    connection: &Connection,
    range: &Range<u64>,
) -> Result<Vec<Entry>, Fault> {
    let size = head(place, connection)?.size;
    let end = range.end.min(size).min(range.start.saturating_add(PAGE));
    let query = "select position, id, hash, bytes_sum, sum, bytes from entry \
                 where position >= ?1 and position < ?2 order by position";
    let mut page = Vec::new();
    let mut next = range.start;
    read(place, connection, (query, next, end), &mut |row| {
        let fields = entry_row(row).and_then(|fields| Ok((fields, row.get(5)?)));
        let named = |cause| told::reading(place, Row::Entry(next), &cause);
        let (fields, bytes): (EntryRow, Vec<u8>) = fields.map_err(named)?;
        let (index, entry) = fields.with(place, Row::Entry(next), bytes)?;
        decode::follows(place, next, index)?;
        page.push(entry);
        next = next.saturating_add(1);
        Ok(())
    })?;
    if next < end { Err(crate::store::missing(place, next)) } else { Ok(page) }
}

/// Reads hashes.
pub(super) fn hashes(
    place: &str,
    connection: &Connection,
    range: &Range<u64>,
) -> Result<Vec<Hash>, Fault> {
    let end = range.end.min(head(place, connection)?.size);
    let query = "select position, id, hash, bytes_sum, sum from entry \
                 where position >= ?1 and position < ?2 order by position";
    let mut hashes = Vec::new();
    let mut next = range.start;
    read(place, connection, (query, next, end), &mut |row| {
        let named = |cause| told::reading(place, Row::Entry(next), &cause);
        let fields = entry_row(row).map_err(named)?;
        let (index, _, hash) = fields.decode(place, Row::Entry(next))?;
        decode::follows(place, next, index)?;
        hashes.push(hash);
        next = next.saturating_add(1);
        Ok(())
    })?;
    if next < end { Err(crate::store::missing(place, next)) } else { Ok(hashes) }
}

/// Hands over the rows of a query from one position to another.
fn read(
    place: &str,
    connection: &Connection,
    (query, from, end): (&str, u64, u64),
    each: &mut dyn FnMut(&rusqlite::Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let named = |cause: rusqlite::Error| told::reading(place, Row::Whole, &cause);
    let mut statement = connection.prepare_cached(query).map_err(named)?;
    let mut rows = statement.query(params![signed(from), signed(end)]).map_err(named)?;
    while let Some(row) = rows.next().map_err(named)? {
        each(row)?;
    }
    Ok(())
}

/// Finds an entry by its id.
pub(super) fn find(place: &str, connection: &Connection, id: &Hash) -> Result<Option<u64>, Fault> {
    let query = "select position, id, hash, bytes_sum, sum from entry where id = ?1";
    let read = || connection.prepare_cached(query)?.query_row([id], entry_row);
    let named = |cause| told::reading(place, Row::Id(*id), &cause);
    let Some(fields) = read().optional().map_err(named)? else { return Ok(None) };
    let (index, found, _) = fields.decode(place, Row::Id(*id))?;
    if found == *id {
        return Ok(Some(index));
    }
    Err(damaged(place, Row::Id(*id), format!("the index of ids leads to entry {index}")))
}

/// Reads a tile.
pub(super) fn tile(
    place: &str,
    connection: &Connection,
    level: u8,
    index: u64,
) -> Result<Option<Vec<u8>>, Fault> {
    let Ok(position) = i64::try_from(index) else { return Ok(None) };
    let query = "select sum, bytes from tile where level = ?1 and position = ?2";
    let read = || {
        let mut statement = connection.prepare_cached(query)?;
        statement.query_row(params![level, position], |row| Ok((row.get(0)?, row.get(1)?)))
    };
    let named = |cause| told::reading(place, Row::Tile { level, index }, &cause);
    let row = read().optional().map_err(named)?;
    row.map(|(sum, bytes)| decode::tile(place, (level, index), sum, bytes)).transpose()
}

/// Reads the file's own order, and every entry and tile.
pub(super) fn examine(place: &str, connection: &Connection) -> Result<(), Fault> {
    let named = |cause: rusqlite::Error| told::reading(place, Row::Whole, &cause);
    super::identity(place, connection)?;
    let size = head(place, connection)?.size;
    let mut next = 0;
    while next < size {
        page(place, connection, &(next..size))?;
        next = next.saturating_add(PAGE);
    }
    let query = "select count(*) from entry where position < 0 or position >= ?1";
    let beyond: i64 = connection
        .query_row(query, [signed(head(place, connection)?.size)], |row| row.get(0))
        .map_err(named)?;
    if beyond != 0 {
        return Err(damaged(place, Row::Head, format!("{beyond} entries stand beyond it")));
    }
    let mut statement = connection.prepare("select level, position from tile").map_err(named)?;
    let mut rows = statement.query([]).map_err(named)?;
    while let Some(row) = rows.next().map_err(named)? {
        let read = || Ok((row.get::<_, u8>(0)?, row.get::<_, i64>(1)?));
        let (level, position) = read().map_err(named)?;
        tile(place, connection, level, position.unsigned_abs())?;
    }
    let said: String =
        connection.query_row("pragma integrity_check(1)", [], |row| row.get(0)).map_err(named)?;
    if said == "ok" { Ok(()) } else { Err(damaged(place, Row::Whole, said.replace('\n', ", "))) }
}
