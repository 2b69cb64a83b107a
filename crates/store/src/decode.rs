//! Rows as a database gave them, compared with their sums.

use crate::entry::Sums;
use crate::{Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Row, Snapshot, Tile};

/// The fields of an entry's row beside its bytes.
#[derive(Debug)]
pub(crate) struct EntryRow {
    pub(crate) position: i64,
    pub(crate) id: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) bytes_sum: i64,
    pub(crate) sum: i64,
}

/// Says that a row is not what was written.
pub(crate) fn damaged(place: &str, row: Row, cause: impl Into<String>) -> Fault {
    Fault::Damaged { place: place.to_owned(), row, cause: cause.into() }
}

fn agreed(place: &str, row: Row, kept: i64, reckoned: i64) -> Result<(), Fault> {
    if kept == reckoned {
        return Ok(());
    }
    Err(damaged(place, row, "its sum is another"))
}

fn natural(place: &str, row: Row, number: i64) -> Result<u64, Fault> {
    u64::try_from(number).map_err(|cause| damaged(place, row, cause.to_string()))
}

fn hash(place: &str, row: Row, bytes: &[u8]) -> Result<Hash, Fault> {
    bytes.try_into().map_err(|_longer: std::array::TryFromSliceError| {
        damaged(place, row, format!("a hash of it has {} bytes", bytes.len()))
    })
}

/// Decodes the identity.
pub(crate) fn identity(
    place: &str,
    origin: String,
    (format, language): (i64, i64),
    sum: i64,
) -> Result<Identity, Fault> {
    let small = |number: i64| {
        u32::try_from(number).map_err(|cause| damaged(place, Row::Identity, cause.to_string()))
    };
    let identity = Identity { origin, format: small(format)?, language: small(language)? };
    agreed(place, Row::Identity, sum, identity.sum())?;
    Ok(identity)
}

/// Decodes the head.
pub(crate) fn head(place: &str, size: i64, root: &[u8], sum: i64) -> Result<Head, Fault> {
    let root = hash(place, Row::Head, root)?;
    let head = Head { size: natural(place, Row::Head, size)?, root };
    agreed(place, Row::Head, sum, head.sum())?;
    Ok(head)
}

impl EntryRow {
    /// Returns the index, the id and the hash.
    pub(crate) fn decode(&self, place: &str, row: Row) -> Result<(u64, Hash, Hash), Fault> {
        let index = natural(place, row, self.position)?;
        let reckoned = Sums::of_row(index, &self.id, &self.hash, self.bytes_sum);
        agreed(place, row, self.sum, reckoned)?;
        Ok((index, hash(place, row, &self.id)?, hash(place, row, &self.hash)?))
    }

    /// Returns the index and the entry.
    pub(crate) fn with(
        &self,
        place: &str,
        row: Row,
        bytes: Vec<u8>,
    ) -> Result<(u64, Entry), Fault> {
        let (index, id, hash) = self.decode(place, row)?;
        agreed(place, row, self.bytes_sum, Sums::of_bytes(&bytes))?;
        Ok((index, Entry { id, hash, bytes }))
    }
}

/// Decodes a tile's bytes.
pub(crate) fn tile(
    place: &str,
    (level, index): (u8, u64),
    sum: i64,
    bytes: Vec<u8>,
) -> Result<Vec<u8>, Fault> {
    agreed(place, Row::Tile { level, index }, sum, Tile::sum(level, index, &bytes))?;
    Ok(bytes)
}

/// Decodes the checkpoint.
pub(crate) fn checkpoint(
    place: &str,
    size: i64,
    sum: i64,
    bytes: Vec<u8>,
) -> Result<Checkpoint, Fault> {
    let checkpoint = Checkpoint { size: natural(place, Row::Checkpoint, size)?, bytes };
    agreed(place, Row::Checkpoint, sum, checkpoint.sum())?;
    Ok(checkpoint)
}

/// Decodes the snapshot.
pub(crate) fn snapshot(
    place: &str,
    size: i64,
    sum: i64,
    bytes: Vec<u8>,
) -> Result<Snapshot, Fault> {
    let snapshot = Snapshot { size: natural(place, Row::Snapshot, size)?, bytes };
    agreed(place, Row::Snapshot, sum, snapshot.sum())?;
    Ok(snapshot)
}

/// Decodes a body.
pub(crate) fn body(
    place: &str,
    commitment: &Hash,
    sum: i64,
    (salt, bytes): (Vec<u8>, Vec<u8>),
) -> Result<Body, Fault> {
    let body = Body { salt, bytes };
    agreed(place, Row::Body(*commitment), sum, body.sum(commitment))?;
    Ok(body)
}

/// Checks that the entries of a page follow one another from its first index.
pub(crate) fn follows(place: &str, next: u64, index: u64) -> Result<(), Fault> {
    if index == next { Ok(()) } else { Err(crate::store::missing(place, next)) }
}

/// Returns a number as the tables hold it; what does not fit is above all that is kept.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
