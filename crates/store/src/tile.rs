//! A full tile of the log's tree.

use crate::sum::Sum;
use crate::{Fault, Row};

/// A full tile of the log's tree, which never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// How high above the entries it lies.
    pub level: u8,
    /// Its ordinal on its level.
    pub index: u64,
    /// Its hashes.
    pub bytes: Vec<u8>,
}

impl Tile {
    /// Says that there is one at its place.
    pub(crate) fn kept_already(&self) -> Fault {
        let row = Row::Tile { level: self.level, index: self.index };
        Fault::Unfit { cause: format!("{row} is kept already, and never changes") }
    }

    /// Returns the sum of a tile's row.
    pub(crate) fn sum(level: u8, index: u64, bytes: &[u8]) -> i64 {
        Sum::of("tile").number(u64::from(level)).number(index).bytes(bytes).end()
    }
}
