//! Tiles: 256 hashes of one height in every eighth, under a path (c2sp.org/tlog-tiles).

use crate::path::{print_place, read_place};
use crate::{Bundle, Node, SIZE_MAX, TILE_WIDTH};
use std::ops::Range;

/// The height of a tile, in levels of the tree.
const TILE_HEIGHT: u8 = 8;
/// The levels of tiles that a tree can have.
pub(crate) const LEVELS: u8 = 8;
/// The highest level that a path may name.
const LEVEL_MAX: u8 = 63;

/// A tile: its level, how many stand to its left, and how many hashes it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    level: u8,
    index: u64,
    width: u16,
}

impl Tile {
    /// Makes a tile of 1 to 256 hashes of a level up to 63.
    pub fn new(level: u8, index: u64, width: u16) -> Option<Self> {
        let is_tile = level <= LEVEL_MAX && (1..=TILE_WIDTH).contains(&width);
        is_tile.then_some(Self { level, index, width })
    }

    /// Returns the tile in which a node stands in a log of a size: itself, or as the root over
    /// neighbours. None where the log has no such node.
    pub fn of(node: Node, size: u64) -> Option<Self> {
        let (full, stretch) = Self::place(node)?;
        let width = width(full.level, full.index, size)?;
        (stretch.end <= usize::from(width)).then_some(Self { width, ..full })
    }

    /// Returns the full tile of a node, and which of its hashes lie under the node.
    pub(crate) fn place(node: Node) -> Option<(Self, Range<usize>)> {
        let (level, within) = (node.height >> 3, node.height & 7);
        let count = 1_u64.checked_shl(u32::from(within))?;
        let first = node.index.checked_mul(count)?;
        let start = usize::try_from(first & 255).ok()?;
        let end = start.checked_add(usize::try_from(count).ok()?)?;
        Some((Self { level, index: first >> TILE_HEIGHT, width: TILE_WIDTH }, start..end))
    }

    /// Returns the nodes whose hashes the tile holds.
    pub(crate) fn nodes(self) -> impl Iterator<Item = Node> {
        let height = self.level.saturating_mul(TILE_HEIGHT);
        let first = self.index.saturating_mul(u64::from(TILE_WIDTH));
        (0..u64::from(self.width)).map(move |at| Node { height, index: first.saturating_add(at) })
    }

    /// Returns the level: a tile of level 0 holds leaves.
    pub fn level(self) -> u8 {
        self.level
    }

    /// Returns how many tiles of the level stand to the left.
    pub fn index(self) -> u64 {
        self.index
    }

    /// Returns how many hashes the tile holds.
    pub fn width(self) -> u16 {
        self.width
    }

    /// Tells whether the tile is full and so stays as it is.
    pub fn is_full(self) -> bool {
        self.width == TILE_WIDTH
    }

    /// Returns the full tile of the same place, which may be there when the partial one is no more.
    #[must_use]
    pub fn full(self) -> Self {
        Self { width: TILE_WIDTH, ..self }
    }

    /// Returns the partial tiles of a log of a size, level by level.
    pub fn partials(size: u64) -> impl Iterator<Item = Self> {
        (0..LEVELS).filter_map(move |level| {
            let row = row(level, size)?;
            let width = u16::try_from(row & 255).ok()?;
            Self::new(level, row >> TILE_HEIGHT, width)
        })
    }

    /// Returns the path: `tile/LEVEL/INDEX`, with `.p/WIDTH` where the tile is partial.
    pub fn path(self) -> String {
        format!("tile/{}/{}", self.level, print_place(self.index, self.width))
    }

    /// Parses a path, and accepts exactly what [`Tile::path`] prints.
    pub fn parse(path: &str) -> Option<Self> {
        let (level, place) = path.strip_prefix("tile/")?.split_once('/')?;
        let number = crate::lines::decimal(level).and_then(|level| u8::try_from(level).ok())?;
        let (index, width) = read_place(place)?;
        Self::new(number, index, width)
    }
}

/// Returns how many hashes stand at a level of a log of a size.
fn row(level: u8, size: u64) -> Option<u64> {
    size.checked_shr(u32::from(level.checked_mul(TILE_HEIGHT)?))
}

/// Returns how many hashes a tile holds in a log of a size; none where it is empty.
fn width(level: u8, index: u64, size: u64) -> Option<u16> {
    let before = index.checked_mul(u64::from(TILE_WIDTH))?;
    let here = row(level, size)?.checked_sub(before)?.min(u64::from(TILE_WIDTH));
    u16::try_from(here).ok().filter(|width| *width > 0)
}

/// Returns the tiles that a log of the new size has and one of the old size has not, level by level.
///
/// Sizes count up to 2^63 - 1, as everywhere.
pub fn tiles_between(old: u64, new: u64) -> impl Iterator<Item = Tile> {
    let new = new.min(SIZE_MAX);
    (0..LEVELS).flat_map(move |level| {
        let (before, after) = (row(level, old).unwrap_or(0), row(level, new).unwrap_or(0));
        let last = after.saturating_add(255) >> TILE_HEIGHT;
        let first = if before < after { before >> TILE_HEIGHT } else { last };
        (first..last)
            .filter_map(move |index| Some(Tile { level, index, width: width(level, index, new)? }))
    })
}

impl From<Bundle> for Tile {
    /// Returns the tile with the hashes of a bundle's entries.
    fn from(bundle: Bundle) -> Self {
        Self { level: 0, index: bundle.index(), width: bundle.width() }
    }
}
