//! Nodes over a full power of two of leaves, which never change, and ranges as sums of them.

/// The node at a height over the leaves `index << height` to `(index + 1) << height`.
///
/// Its leaves are all there, so its hash stays what it is in every later tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    /// The height over the leaves: a leaf's is 0.
    pub height: u8,
    /// How many nodes of this height stand to its left.
    pub index: u64,
}

impl Node {
    /// Returns the node of a leaf.
    pub fn leaf(index: u64) -> Self {
        Self { height: 0, index }
    }
}

/// Appends the nodes that together cover the leaves from `low` on, `count` of them, from the left.
///
/// `low` is a multiple of the largest power of two in `count`, as it is in every range of RFC 6962 §2.1.
pub(crate) fn cover(low: u64, count: u64, nodes: &mut Vec<Node>) {
    let (mut low, mut rest) = (low, count);
    while let Some(height) = rest.checked_ilog2() {
        let Ok(narrow) = u8::try_from(height) else { return };
        let index = low.checked_shr(height).unwrap_or(0);
        nodes.push(Node { height: narrow, index });
        let width = 1_u64.checked_shl(height).unwrap_or(0);
        low = low.saturating_add(width);
        rest = rest.saturating_sub(width);
    }
}

/// Returns the largest power of two below a number of leaves, where there are at least two.
pub(crate) fn split(count: u64) -> Option<u64> {
    let below = count.checked_sub(1).filter(|below| *below > 0)?;
    below.checked_ilog2().and_then(|height| 1_u64.checked_shl(height))
}
