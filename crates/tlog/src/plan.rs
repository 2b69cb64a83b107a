//! Which nodes a root or a proof is made of, and how: the caller reads, the plan puts together.

use crate::node::{cover, split};
use crate::{Hash, Node, SIZE_MAX, Tile, node_hash};
use std::collections::BTreeSet;

/// The nodes to read for one or more hashes, each the root over neighbouring nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    nodes: Vec<Node>,
    /// Where the nodes of each hash end.
    ends: Vec<usize>,
}

/// A stretch of leaves: the first, and how many.
type Range = (u64, u64);

impl Plan {
    /// Plans the root of the tree of a size, which is one hash; none where there are no leaves.
    pub fn root(size: u64) -> Option<Self> {
        (1..=SIZE_MAX).contains(&size).then(|| Self::of(&[(0, size)]))
    }

    /// Plans the proof that the leaf of an index is in the tree of a size (RFC 6962 §2.1.1),
    /// from the leaf's sibling up; none where the tree has no such leaf.
    pub fn inclusion(index: u64, size: u64) -> Option<Self> {
        if index >= size || size > SIZE_MAX {
            return None;
        }
        let (mut siblings, mut low, mut count) = (Vec::new(), 0_u64, size);
        while let Some(left) = split(count) {
            let (middle, right) = (low.saturating_add(left), count.saturating_sub(left));
            if index < middle {
                siblings.push((middle, right));
                count = left;
            } else {
                siblings.push((low, left));
                (low, count) = (middle, right);
            }
        }
        siblings.reverse();
        Some(Self::of(&siblings))
    }

    /// Plans the proof that the tree of the old size begins the tree of the new one
    /// (RFC 6962 §2.1.2); none where the old one is larger.
    ///
    /// No proof is needed from the empty tree, or from a tree to itself: the plan is empty.
    pub fn consistency(old: u64, new: u64) -> Option<Self> {
        if old > new || new > SIZE_MAX {
            return None;
        }
        if old == 0 {
            return Some(Self::of(&[]));
        }
        let (mut ranges, mut low, mut count) = (Vec::new(), 0_u64, new);
        let end = old;
        // The old tree ends at `end`: go down to the node that it ends with, and note what is passed.
        while low.saturating_add(count) != end {
            let Some(left) = split(count) else { break };
            let (middle, right) = (low.saturating_add(left), count.saturating_sub(left));
            if end <= middle {
                ranges.push((middle, right));
                count = left;
            } else {
                ranges.push((low, left));
                (low, count) = (middle, right);
            }
        }
        // The verifier knows the old root, and so this node where it is the whole old tree.
        if low > 0 {
            ranges.push((low, count));
        }
        ranges.reverse();
        Some(Self::of(&ranges))
    }

    fn of(ranges: &[Range]) -> Self {
        let mut plan = Self { nodes: Vec::new(), ends: Vec::with_capacity(ranges.len()) };
        for (low, count) in ranges {
            cover(*low, *count, &mut plan.nodes);
            plan.ends.push(plan.nodes.len());
        }
        plan
    }

    /// Returns the nodes to read, hash by hash and each from the left.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns the tiles in which the nodes stand, in a log of a size.
    pub fn tiles(&self, size: u64) -> BTreeSet<Tile> {
        self.nodes.iter().filter_map(|node| Tile::of(*node, size)).collect()
    }

    /// Reads every node with the function and returns the planned hashes.
    ///
    /// # Errors
    /// What the function fails with.
    pub fn fold<E>(&self, mut read: impl FnMut(Node) -> Result<Hash, E>) -> Result<Vec<Hash>, E> {
        let (mut hashes, mut start) = (Vec::with_capacity(self.ends.len()), 0);
        for end in &self.ends {
            let mut whole: Option<Hash> = None;
            // The rightmost nodes are the lowest: they are joined first.
            for node in self.nodes.get(start..*end).unwrap_or(&[]).iter().rev() {
                let hash = read(*node)?;
                whole = Some(whole.map_or(hash, |right| node_hash(&hash, &right)));
            }
            hashes.extend(whole);
            start = *end;
        }
        Ok(hashes)
    }
}
