//! A tree that only grows: the nodes along its right edge, and nothing else.

use crate::{Hash, Node, SIZE_MAX, TreeHead, node_hash};

/// A tree has at most so many full nodes side by side.
const HEIGHT_MAX: u8 = 64;

/// The full nodes that together are the tree, from the left: one for each bit of its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    nodes: Vec<Hash>,
}

impl Frontier {
    /// Makes the tree without leaves.
    pub fn new() -> Self {
        Self { size: 0, nodes: Vec::with_capacity(usize::from(HEIGHT_MAX)) }
    }

    /// Makes the tree of a size from its nodes, those of the plan of its root in their order;
    /// none where there are more or fewer.
    pub fn restore(size: u64, nodes: &[Hash]) -> Option<Self> {
        let is_whole = size <= SIZE_MAX && usize::try_from(size.count_ones()) == Ok(nodes.len());
        is_whole.then(|| Self::of(size, nodes.to_vec()))
    }

    /// Keeps as many nodes as the size has bits.
    pub(crate) fn of(size: u64, mut nodes: Vec<Hash>) -> Self {
        nodes.reserve_exact(usize::from(HEIGHT_MAX).saturating_sub(nodes.len()));
        Self { size, nodes }
    }

    /// Appends a leaf and tells of every node that it makes full, the leaf's own first.
    ///
    /// That is two nodes a leaf on average, and nothing is allocated.
    pub fn append(&mut self, leaf: Hash, mut full: impl FnMut(Node, &Hash)) {
        let mut node = Node::leaf(self.size);
        let mut hash = leaf;
        full(node, &hash);
        // Each bit of the size that is set is a full node that waits for its right neighbour.
        while node.index & 1 == 1 {
            let Some(left) = self.nodes.pop() else { break };
            hash = node_hash(&left, &hash);
            node = Node { height: node.height.saturating_add(1), index: node.index >> 1 };
            full(node, &hash);
        }
        self.nodes.push(hash);
        self.size = self.size.saturating_add(1);
        assert!(self.size <= SIZE_MAX, "BUG: a tree of more than 2^63 - 1 leaves");
    }

    /// Returns the number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the full nodes from the left.
    pub fn nodes(&self) -> &[Hash] {
        &self.nodes
    }

    /// Returns the root.
    pub fn root(&self) -> Hash {
        let from_right = self.nodes.iter().rev().copied();
        from_right.reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(Hash::empty)
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        TreeHead { size: self.size, root: self.root() }
    }
}

impl Default for Frontier {
    fn default() -> Self {
        Self::new()
    }
}
