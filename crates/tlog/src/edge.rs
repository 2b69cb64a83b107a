//! The right edge of a log: its partial tiles, grown leaf by leaf.

use crate::node::cover;
use crate::tile::LEVELS;
use crate::{Frontier, Hash, TILE_WIDTH, Tile, TileFlaw, TileSet, TreeHead};

/// A tile that was filled, with its hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullTile {
    /// Which tile.
    pub tile: Tile,
    /// Its hashes.
    pub hashes: Vec<Hash>,
}

/// A growing tree with the hashes of its partial tiles: at most 64 KiB, whatever its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    frontier: Frontier,
    /// For each level the hashes that do not fill a tile.
    rows: Vec<Vec<Hash>>,
}

impl Edge {
    /// Makes the edge of the tree without leaves.
    pub fn new() -> Self {
        Self { frontier: Frontier::new(), rows: vec![Vec::new(); usize::from(LEVELS)] }
    }

    /// Makes the edge of a log of a size from its partial tiles, which are [`Tile::partials`].
    ///
    /// The caller compares the root with that of a checkpoint.
    ///
    /// # Errors
    /// A tile that is not in the set.
    pub fn restore(size: u64, tiles: &TileSet) -> Result<Self, TileFlaw> {
        let mut nodes = Vec::new();
        cover(0, size, &mut nodes);
        let hashes: Result<Vec<Hash>, TileFlaw> =
            nodes.into_iter().map(|node| tiles.node(node)).collect();
        let mut edge = Self { frontier: Frontier::of(size, hashes?), ..Self::new() };
        for tile in Tile::partials(size) {
            if let Some(row) = edge.rows.get_mut(usize::from(tile.level())) {
                let hashes = tile.nodes().map(|node| tiles.node(node));
                *row = hashes.collect::<Result<_, _>>()?;
            }
        }
        Ok(edge)
    }

    /// Appends the hash of a leaf, and puts each tile that it fills into the list.
    pub fn append(&mut self, leaf: Hash, filled: &mut Vec<FullTile>) {
        let Self { frontier, rows } = self;
        frontier.append(leaf, |node, hash| {
            // Tiles hold every eighth height; what lies between follows from them.
            let Some((tile, _)) = Tile::place(node).filter(|_| node.height & 7 == 0) else {
                return;
            };
            let Some(row) = rows.get_mut(usize::from(tile.level())) else { return };
            row.push(*hash);
            if row.len() == usize::from(TILE_WIDTH) {
                // The next tile of the row will be as long as this one.
                let next = Vec::with_capacity(row.len());
                filled.push(FullTile { tile, hashes: std::mem::replace(row, next) });
            }
        });
    }

    /// Returns the partial tiles with their hashes, level by level.
    pub fn partials(&self) -> impl Iterator<Item = (Tile, &[Hash])> {
        Tile::partials(self.frontier.size()).filter_map(|tile| {
            let row = self.rows.get(usize::from(tile.level()))?;
            Some((tile, row.as_slice()))
        })
    }

    /// Returns the number of leaves.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        self.frontier.head()
    }

    /// Returns the full nodes that together are the tree.
    pub fn frontier(&self) -> &Frontier {
        &self.frontier
    }
}

impl Default for Edge {
    fn default() -> Self {
        Self::new()
    }
}
