//! Tiles that were read, and the nodes found in them.

use crate::{Hash, Node, Tile, node_hash};
use std::collections::BTreeMap;

/// Why bytes are no tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TileFlaw {
    /// The length is not that of the tile's hashes.
    #[error("a tile of {width} hashes has {} bytes, here are {length}", usize::from(*width).saturating_mul(32))]
    Length {
        /// The hashes it should hold.
        width: u16,
        /// The bytes there are.
        length: usize,
    },
    /// The tile with this node was not handed in.
    #[error("no tile at hand holds the node {} of height {}", .0.index, .0.height)]
    Absent(Node),
}

/// Reads the bytes of a tile.
///
/// # Errors
/// Bytes that are not 32 for each hash of the tile.
pub fn hashes_of(tile: Tile, bytes: &[u8]) -> Result<Vec<Hash>, TileFlaw> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    if rest.is_empty() && hashes.len() == usize::from(tile.width()) {
        Ok(hashes.iter().copied().map(Hash).collect())
    } else {
        Err(TileFlaw::Length { width: tile.width(), length: bytes.len() })
    }
}

/// Returns the bytes of a tile's hashes.
pub fn tile_bytes(hashes: &[Hash]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(hashes.len().saturating_mul(32));
    hashes.iter().for_each(|hash| bytes.extend_from_slice(&hash.0));
    bytes
}

/// Tiles by their place. What they hold is believed: check the root that they lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TileSet {
    tiles: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl TileSet {
    /// Makes an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a tile in its place; of two for one place the wider one stays.
    ///
    /// # Errors
    /// Bytes that are not 32 for each hash of the tile.
    pub fn put(&mut self, tile: Tile, bytes: &[u8]) -> Result<(), TileFlaw> {
        let hashes = hashes_of(tile, bytes)?;
        let place = self.tiles.entry((tile.level(), tile.index())).or_default();
        if place.len() < hashes.len() {
            *place = hashes;
        }
        Ok(())
    }

    /// Returns the hash of a node: one of a tile's, or the root over neighbours in it.
    ///
    /// # Errors
    /// A node whose tile is not in the set.
    pub fn node(&self, node: Node) -> Result<Hash, TileFlaw> {
        self.find(node).ok_or(TileFlaw::Absent(node))
    }

    fn find(&self, node: Node) -> Option<Hash> {
        let (tile, stretch) = Tile::place(node)?;
        self.tiles.get(&(tile.level(), tile.index()))?.get(stretch).and_then(over)
    }
}

/// Returns the root over a power of two of hashes.
fn over(hashes: &[Hash]) -> Option<Hash> {
    match hashes {
        [] => None,
        [one] => Some(*one),
        [left, right] => Some(node_hash(left, right)),
        more => {
            let (left, right) = more.split_at(more.len() / 2);
            Some(node_hash(&over(left)?, &over(right)?))
        }
    }
}
