//! A locator map: where the members of an organisation lie, from a replaceable boundary file.
//!
//! Boundaries are drawn from one point of view, which the file states and the map repeats; this
//! room takes none. All arithmetic is in integers.

mod boundaries;
mod path;
mod render;
#[cfg(test)]
mod tests;

pub use boundaries::{Boundaries, Point, Shape, Unreadable, parse, print};
pub use render::render;

use std::collections::BTreeMap;

/// How a state is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// A member.
    Member,
    /// A member whose participation is suspended.
    Suspended,
    /// An observer or partner.
    Observer,
    /// Was a member or party and is no longer.
    Former,
}

impl Shade {
    /// All shades in the order of the key.
    pub const ALL: [Self; 4] = [Self::Member, Self::Suspended, Self::Observer, Self::Former];

    /// Returns the word of the key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Suspended => "suspended",
            Self::Observer => "observer",
            Self::Former => "former party",
        }
    }
}

/// What a map shows.
#[derive(Debug, Clone)]
pub struct Locator<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The day it shows.
    pub day: &'a str,
    /// How each state is shown, by code.
    pub shades: &'a BTreeMap<String, Shade>,
}
