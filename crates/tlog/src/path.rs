//! Places of tiles and bundles: an index in groups of three digits, and the width of a partial one.

use crate::lines::decimal;
use crate::{TILE_WIDTH, Tile, tiles_between};
use std::fmt::Write as _;

/// A bundle of entries: how many stand to its left, and how many entries it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bundle {
    index: u64,
    width: u16,
}

impl Bundle {
    /// Makes a bundle of 1 to 256 entries.
    pub fn new(index: u64, width: u16) -> Option<Self> {
        Tile::new(0, index, width).map(|_| Self { index, width })
    }

    /// Returns how many bundles stand to the left.
    pub fn index(self) -> u64 {
        self.index
    }

    /// Returns how many entries the bundle holds.
    pub fn width(self) -> u16 {
        self.width
    }

    /// Returns the path: `tile/entries/INDEX`, with `.p/WIDTH` where the bundle is partial.
    pub fn path(self) -> String {
        format!("tile/entries/{}", print_place(self.index, self.width))
    }

    /// Parses a path, and accepts exactly what [`Bundle::path`] prints.
    pub fn parse(path: &str) -> Option<Self> {
        let (index, width) = read_place(path.strip_prefix("tile/entries/")?)?;
        Self::new(index, width)
    }
}

/// Returns the bundles that a log of the new size has and one of the old size has not.
pub fn bundles_between(old: u64, new: u64) -> impl Iterator<Item = Bundle> {
    let leaves = tiles_between(old, new).take_while(|tile| tile.level() == 0);
    leaves.map(|tile| Bundle { index: tile.index(), width: tile.width() })
}

/// Prints an index and a width: 1234067 is `x001/x234/067`.
pub(crate) fn print_place(index: u64, width: u16) -> String {
    let digits = index.to_string();
    let groups = digits.len().div_ceil(3);
    let padded = format!("{digits:0>width$}", width = groups.saturating_mul(3));
    let mut out = String::with_capacity(40);
    for (at, digit) in padded.chars().enumerate() {
        let left = padded.len().saturating_sub(at);
        if at % 3 == 0 {
            out.push_str(if at == 0 { "" } else { "/" });
            out.push_str(if left > 3 { "x" } else { "" });
        }
        out.push(digit);
    }
    if width != TILE_WIDTH {
        let ignored = write!(out, ".p/{width}");
        debug_assert!(ignored.is_ok(), "BUG: writing to a string failed");
    }
    out
}

/// Reads an index and a width.
pub(crate) fn read_place(text: &str) -> Option<(u64, u16)> {
    let (place, width) = match text.split_once(".p/") {
        None => (text, TILE_WIDTH),
        Some((place, width)) => {
            (place, decimal(width).and_then(|width| u16::try_from(width).ok())?)
        }
    };
    let mut index = 0_u64;
    for group in place.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        let is_group = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        let group: u64 = is_group.then(|| digits.parse().ok())??;
        index = index.checked_mul(1000)?.checked_add(group)?;
    }
    // Whatever else is written otherwise than it would be printed shows here.
    (print_place(index, width) == text).then_some((index, width))
}
