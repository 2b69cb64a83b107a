//! The entries, their tiles and the head.

use super::asking::Failed;
use super::session::Session;
use super::{column, head_row};
use crate::decode::{self, EntryRow, damaged, signed};
use crate::entry::Sums;
use crate::{Appended, Batch, Entry, Fault, Hash, Head, Row, Tile};
use std::ops::Range;
use tokio_postgres::types::ToSql;

/// One statement moves the head, if it stands where it was expected and knows none of the ids,
/// and with it inserts all rows or none. Of two that wait for the head's row, the second sees
/// where the first moved it.
pub(super) const APPEND: &str = "\
with moved as (
  update servanda.head set size = $2, root = $3, sum = $4
  where one = 1 and size = $1
    and not exists (select 1 from servanda.entry where id = any($5::bytea[]))
  returning 1
), entries as (
  insert into servanda.entry (position, id, hash, bytes_sum, sum, bytes)
  select $1 + n - 1, id, hash, bytes_sum, sum, bytes
  from moved, unnest($5::bytea[], $6::bytea[], $7::bigint[], $8::bigint[], $9::bytea[])
    with ordinality as given (id, hash, bytes_sum, sum, bytes, n)
), tiles as (
  insert into servanda.tile (level, position, sum, bytes)
  select level, position, sum, bytes
  from moved, unnest($10::smallint[], $11::bigint[], $12::bigint[], $13::bytea[])
    as given (level, position, sum, bytes)
)
select count(*) from moved";
/// The same for one entry that fills no tile: the server is done with it in half the time, because
/// nothing is taken out of arrays.
pub(super) const APPEND_ONE: &str = "\
with moved as (
  update servanda.head set size = $2, root = $3, sum = $4
  where one = 1 and size = $1
    and not exists (select 1 from servanda.entry where id = $5)
  returning 1
)
insert into servanda.entry (position, id, hash, bytes_sum, sum, bytes)
select $1, $5, $6::bytea, $7::bigint, $8::bigint, $9::bytea from moved";
pub(super) const HEAD: &str = "select size, root, sum from servanda.head where one = 1";
pub(super) const PAGE: &str = "\
select position, id, hash, bytes_sum, sum, bytes from servanda.entry
where position >= $1 and position < $2 order by position";
pub(super) const FIND: &str = "\
select position, id, hash, bytes_sum, sum from servanda.entry where id = $1";
pub(super) const TILE: &str = "\
select sum, bytes from servanda.tile where level = $1 and position = $2";
const HASHES: &str = "\
select position, id, hash, bytes_sum, sum from servanda.entry
where position >= $1 and position < $2 order by position";

/// The columns of a batch's rows, as the statement takes them.
#[derive(Debug)]
pub(super) struct Rows<'b> {
    ids: Vec<&'b [u8]>,
    hashes: Vec<&'b [u8]>,
    bytes_sums: Vec<i64>,
    sums: Vec<i64>,
    bytes: Vec<&'b [u8]>,
    levels: Vec<i16>,
    positions: Vec<i64>,
    tile_sums: Vec<i64>,
    tile_bytes: Vec<&'b [u8]>,
}

impl<'b> Rows<'b> {
    pub(super) fn of(expected: u64, batch: &Batch<'b>) -> Self {
        let (entries, tiles) = (batch.entries, batch.tiles);
        let sums: Vec<Sums> =
            (expected..).zip(entries).map(|(index, entry)| Sums::of(index, entry)).collect();
        let sum = |tile: &Tile| Tile::sum(tile.level, tile.index, &tile.bytes);
        Self {
            ids: entries.iter().map(|entry| entry.id.as_slice()).collect(),
            hashes: entries.iter().map(|entry| entry.hash.as_slice()).collect(),
            bytes_sums: sums.iter().map(|sums| sums.bytes).collect(),
            sums: sums.iter().map(|sums| sums.row).collect(),
            bytes: entries.iter().map(|entry| entry.bytes.as_slice()).collect(),
            levels: tiles.iter().map(|tile| i16::from(tile.level)).collect(),
            positions: tiles.iter().map(|tile| signed(tile.index)).collect(),
            tile_sums: tiles.iter().map(sum).collect(),
            tile_bytes: tiles.iter().map(|tile| tile.bytes.as_slice()).collect(),
        }
    }
}

/// Reads the head.
pub(super) async fn head(session: &Session) -> Result<Head, Failed> {
    let row = session.client().query_opt(&session.head, &[]).await?;
    Ok(head_row(session.place(), row.as_ref())?)
}

/// Appends a batch at the expected length.
pub(super) async fn append(
    session: &Session,
    expected: u64,
    batch: &Batch<'_>,
    rows: &Rows<'_>,
) -> Result<Appended, Failed> {
    let moved = match moved(session, expected, batch, rows).await {
        Ok(moved) => moved,
        Err(Failed::Server(cause))
            if cause.code() == Some(&tokio_postgres::error::SqlState::UNIQUE_VIOLATION) =>
        {
            return Err(standing(session, batch).await?.into());
        }
        Err(failed) => return Err(failed),
    };
    if moved == 1 {
        return Ok(Appended::Done);
    }
    let found = head(session).await?;
    if found.size != expected {
        return Ok(Appended::Stale(found));
    }
    let query = "select min(position) from servanda.entry where id = any($1::bytea[])";
    let row = session.client().query_one(query, &[&rows.ids]).await?;
    let known: Option<i64> = column(session.place(), Row::Whole, &row, 0)?;
    match known.map(u64::try_from) {
        Some(Ok(index)) => Ok(Appended::Known(index)),
        // A caller ahead of the log, which then grew to the very length: it looks again.
        Some(Err(_)) | None => Ok(Appended::Stale(found)),
    }
}

/// Moves the head and inserts the rows, if it stands where it was expected; says how often.
async fn moved(
    session: &Session,
    expected: u64,
    batch: &Batch<'_>,
    rows: &Rows<'_>,
) -> Result<i64, Failed> {
    let after = batch.after;
    let (from, size, root, sum) =
        (signed(expected), signed(after.size), after.root.as_slice(), after.sum());
    if let ([entry], []) = (batch.entries, batch.tiles) {
        let sums = Sums::of(expected, entry);
        let (id, hash, bytes) =
            (entry.id.as_slice(), entry.hash.as_slice(), entry.bytes.as_slice());
        let given: [&(dyn ToSql + Sync); 9] =
            [&from, &size, &root, &sum, &id, &hash, &sums.bytes, &sums.row, &bytes];
        let count = session.client().execute(&session.append_one, &given).await?;
        return Ok(i64::try_from(count).unwrap_or(i64::MAX));
    }
    let given: [&(dyn ToSql + Sync); 13] = [
        &from,
        &size,
        &root,
        &sum,
        &rows.ids,
        &rows.hashes,
        &rows.bytes_sums,
        &rows.sums,
        &rows.bytes,
        &rows.levels,
        &rows.positions,
        &rows.tile_sums,
        &rows.tile_bytes,
    ];
    let row = session.client().query_one(&session.append, &given).await?;
    Ok(column::<i64>(session.place(), Row::Head, &row, 0)?)
}

/// Tells which row stands where the batch was to go.
async fn standing(session: &Session, batch: &Batch<'_>) -> Result<Fault, Failed> {
    for kept in batch.tiles {
        if tile(session, kept.level, kept.index).await?.is_some() {
            return Ok(kept.kept_already());
        }
    }
    Ok(damaged(session.place(), Row::Whole, "a row stands beyond the head"))
}

fn entry_row(place: &str, named: Row, row: &tokio_postgres::Row) -> Result<EntryRow, Fault> {
    Ok(EntryRow {
        position: column(place, named, row, 0)?,
        id: column(place, named, row, 1)?,
        hash: column(place, named, row, 2)?,
        bytes_sum: column(place, named, row, 3)?,
        sum: column(place, named, row, 4)?,
    })
}

/// Reads entries, at most a page of them.
pub(super) async fn page(session: &Session, range: &Range<u64>) -> Result<Vec<Entry>, Failed> {
    let place = session.place();
    let size = head(session).await?.size;
    let end = range.end.min(size).min(range.start.saturating_add(crate::PAGE));
    let bounds: [&(dyn ToSql + Sync); 2] = [&signed(range.start), &signed(end)];
    let rows = session.client().query(&session.page, &bounds).await?;
    let mut page = Vec::new();
    let mut next = range.start;
    for row in &rows {
        let named = Row::Entry(next);
        let bytes = column(place, named, row, 5)?;
        let (index, entry) = entry_row(place, named, row)?.with(place, named, bytes)?;
        decode::follows(place, next, index)?;
        page.push(entry);
        next = next.saturating_add(1);
    }
    if next < end { Err(crate::store::missing(place, next).into()) } else { Ok(page) }
}

/// Reads hashes.
pub(super) async fn hashes(session: &Session, range: &Range<u64>) -> Result<Vec<Hash>, Failed> {
    let place = session.place();
    let end = range.end.min(head(session).await?.size);
    let bounds: [&(dyn ToSql + Sync); 2] = [&signed(range.start), &signed(end)];
    let rows = session.client().query(HASHES, &bounds).await?;
    let mut hashes = Vec::new();
    let mut next = range.start;
    for row in &rows {
        let named = Row::Entry(next);
        let (index, _, hash) = entry_row(place, named, row)?.decode(place, named)?;
        decode::follows(place, next, index)?;
        hashes.push(hash);
        next = next.saturating_add(1);
    }
    if next < end { Err(crate::store::missing(place, next).into()) } else { Ok(hashes) }
}

/// Finds an entry by its id.
pub(super) async fn find(session: &Session, id: &Hash) -> Result<Option<u64>, Failed> {
    let (place, named) = (session.place(), Row::Id(*id));
    let Some(row) = session.client().query_opt(&session.find, &[&id.as_slice()]).await? else {
        return Ok(None);
    };
    let (index, found, _) = entry_row(place, named, &row)?.decode(place, named)?;
    if found == *id {
        return Ok(Some(index));
    }
    Err(damaged(place, named, format!("the index of ids leads to entry {index}")).into())
}

/// Reads a tile.
pub(super) async fn tile(
    session: &Session,
    level: u8,
    index: u64,
) -> Result<Option<Vec<u8>>, Failed> {
    let (place, named) = (session.place(), Row::Tile { level, index });
    let Ok(position) = i64::try_from(index) else { return Ok(None) };
    let key: [&(dyn ToSql + Sync); 2] = [&i16::from(level), &position];
    let Some(row) = session.client().query_opt(&session.tile, &key).await? else {
        return Ok(None);
    };
    let sum = column(place, named, &row, 0)?;
    Ok(Some(decode::tile(place, (level, index), sum, column(place, named, &row, 1)?)?))
}

/// Checks that the index of ids leads to the entries of a page.
pub(super) async fn examine_ids(
    session: &Session,
    first: u64,
    page: &[Entry],
) -> Result<(), Failed> {
    let ids: Vec<&[u8]> = page.iter().map(|entry| entry.id.as_slice()).collect();
    let query = "select count(*) from servanda.entry where id = any($1::bytea[])";
    let row = session.client().query_one(query, &[&ids]).await?;
    let count: i64 = column(session.place(), Row::Whole, &row, 0)?;
    if usize::try_from(count) == Ok(page.len()) {
        return Ok(());
    }
    let cause = "the index of ids leads elsewhere, here or up to 255 entries on";
    Err(damaged(session.place(), Row::Entry(first), cause).into())
}

/// Reads every tile, and looks for rows beyond the head.
pub(super) async fn examine(session: &Session) -> Result<(), Failed> {
    let place = session.place();
    let query = "select count(*) from servanda.entry e, servanda.head h \
                 where e.position < 0 or e.position >= h.size";
    let row = session.client().query_one(query, &[]).await?;
    let beyond: i64 = column(place, Row::Head, &row, 0)?;
    if beyond != 0 {
        let cause = format!("{beyond} entries stand beyond it");
        return Err(damaged(place, Row::Head, cause).into());
    }
    let query = "select level, position from servanda.tile";
    for row in session.client().query(query, &[]).await? {
        let level: i16 = column(place, Row::Whole, &row, 0)?;
        let position: i64 = column(place, Row::Whole, &row, 1)?;
        let (Ok(level), Ok(index)) = (u8::try_from(level), u64::try_from(position)) else {
            let cause = format!("a tile has the place {level}, {position}");
            return Err(damaged(place, Row::Whole, cause).into());
        };
        tile(session, level, index).await?;
    }
    Ok(())
}
