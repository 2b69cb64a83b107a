//! How long a log is, and the root of its tree.

use crate::Hash;
use crate::sum::Sum;

/// How long a log is, and the root of its tree at that length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub size: u64,
    /// The root as the caller reckoned it.
    pub root: Hash,
}

impl Head {
    /// The head of a log without entries. RFC 6962 §2.1: its root is the SHA-256 of nothing.
    pub const EMPTY: Self = Self {
        size: 0,
        root: [
            0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f,
            0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b,
            0x78, 0x52, 0xb8, 0x55,
        ],
    };

    /// Returns the sum of its row.
    pub(crate) fn sum(&self) -> i64 {
        Sum::of("head").number(self.size).bytes(&self.root).end()
    }
}
