//! The name of one row of a store, for saying where something differs from what was written.

use crate::Hash;
use std::fmt;

/// One row of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What the log is.
    Identity,
    /// How long it is.
    Head,
    /// The entry at an index.
    Entry(u64),
    /// The entry with an id, where an index is not known.
    Id(Hash),
    /// A tile.
    Tile {
        /// Its level.
        level: u8,
        /// Its ordinal.
        index: u64,
    },
    /// The latest checkpoint.
    Checkpoint,
    /// The body with a commitment.
    Body(Hash),
    /// The snapshot.
    Snapshot,
    /// No row: what holds them all.
    Whole,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Identity => f.write_str("the identity"),
            Self::Head => f.write_str("the head"),
            Self::Entry(index) => write!(f, "entry {index}"),
            Self::Id(id) => write!(f, "the entry with id {}", Hex(id)),
            Self::Tile { level, index } => write!(f, "tile {index} of level {level}"),
            Self::Checkpoint => f.write_str("the checkpoint"),
            Self::Body(commitment) => write!(f, "the body {}", Hex(commitment)),
            Self::Snapshot => f.write_str("the snapshot"),
            Self::Whole => f.write_str("the database as a whole"),
        }
    }
}

/// A hash as people write it.
pub(crate) struct Hex<'a>(pub(crate) &'a Hash);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
