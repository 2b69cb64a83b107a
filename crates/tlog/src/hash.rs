//! Hashes of leaves and nodes (RFC 6962 §2.1).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256 hash of the tree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Returns the root of the tree without leaves: the hash of nothing.
    pub fn empty() -> Self {
        Self(Sha256::new().finalize().into())
    }

    /// Parses base64 with padding, and accepts exactly what [`Hash::print`] prints.
    pub fn parse(text: &str) -> Option<Self> {
        // 44 characters stand for 33 bytes at most; the last is padding, or the text is refused.
        let mut bytes = [0; 33];
        let length = STANDARD.decode_slice(text, &mut bytes).ok()?;
        bytes.get(..length)?.try_into().ok().map(Self)
    }

    /// Prints base64 with padding.
    pub fn print(&self) -> String {
        STANDARD.encode(self.0)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Returns the hash of a leaf: `SHA-256(0x00 || entry)`.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash(Sha256::new_with_prefix([0]).chain_update(entry).finalize().into())
}

/// Returns the hash of a node: `SHA-256(0x01 || left || right)`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let hash = Sha256::new_with_prefix([1]).chain_update(left.0).chain_update(right.0);
    Hash(hash.finalize().into())
}
