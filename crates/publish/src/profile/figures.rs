//! The seam to the drawings: the locator map and the diagram of organisations.

use super::desk::Desk;
use super::page::Block;

/// Draws where the members lie, from a boundary file.
pub(crate) fn map(_desk: &Desk<'_, '_>, _boundaries: Option<&str>) -> Option<Block> {
    None
}

/// Draws which organisations share which members.
pub(crate) fn drawing(_desk: &Desk<'_, '_>) -> Option<Block> {
    None
}
