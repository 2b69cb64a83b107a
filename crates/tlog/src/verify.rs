//! Verifying proofs of inclusion and of consistency (RFC 9162 §2.1.3.2 and §2.1.4.2).

use crate::{Hash, SIZE_MAX, node_hash};

/// The size and root of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeHead {
    /// The number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl TreeHead {
    /// Returns the head of the tree without leaves.
    pub fn empty() -> Self {
        Self { size: 0, root: Hash::empty() }
    }
}

/// Why a proof shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum ProofFlaw {
    /// The sizes do not fit each other.
    #[error("the tree has no such leaf, or the older tree is the larger one")]
    Size,
    /// There are more or fewer hashes than the sizes ask for.
    #[error("the proof has more or fewer hashes than the tree asks for")]
    Length,
    /// The hashes lead to another root of the older tree.
    #[error("the proof does not lead to the root of the older tree")]
    OldRoot,
    /// The hashes lead to another root.
    #[error("the proof does not lead to the root of the tree")]
    Root,
}

/// Verifies that a leaf of this hash stands at an index of the tree.
///
/// # Errors
/// Why the proof does not show it.
pub fn verify_inclusion(
    leaf: Hash,
    index: u64,
    proof: &[Hash],
    tree: &TreeHead,
) -> Result<(), ProofFlaw> {
    let Some(last) = tree.size.checked_sub(1).filter(|last| index <= *last && *last < SIZE_MAX)
    else {
        return Err(ProofFlaw::Size);
    };
    let mut walk = Walk { at: index, last };
    let mut root = leaf;
    for hash in proof {
        root = match walk.step() {
            None => return Err(ProofFlaw::Length),
            Some(Side::Left) => node_hash(hash, &root),
            Some(Side::Right) => node_hash(&root, hash),
        };
    }
    if walk.last != 0 {
        Err(ProofFlaw::Length)
    } else if root != tree.root {
        Err(ProofFlaw::Root)
    } else {
        Ok(())
    }
}

/// Verifies that the older tree is the beginning of the newer one.
///
/// The empty tree begins every tree and a tree begins itself; the proof of either is empty.
///
/// # Errors
/// Why the proof does not show it.
pub fn verify_consistency(old: &TreeHead, new: &TreeHead, proof: &[Hash]) -> Result<(), ProofFlaw> {
    if old.size > new.size || new.size > SIZE_MAX {
        return Err(ProofFlaw::Size);
    }
    if old.size == 0 || old.size == new.size {
        return without_hashes(old, new, proof);
    }
    let mut walk = Walk { at: old.size.saturating_sub(1), last: new.size.saturating_sub(1) };
    walk.skip_right();
    // Where the old tree is one full node, its root is the first hash and is not sent.
    let sent =
        if old.size.is_power_of_two() { Some((&old.root, proof)) } else { proof.split_first() };
    let (first, rest) = sent.ok_or(ProofFlaw::Length)?;
    let (mut old_root, mut root) = (*first, *first);
    for hash in rest {
        match walk.step() {
            None => return Err(ProofFlaw::Length),
            Some(Side::Left) => {
                old_root = node_hash(hash, &old_root);
                root = node_hash(hash, &root);
            }
            Some(Side::Right) => root = node_hash(&root, hash),
        }
    }
    if walk.last != 0 {
        Err(ProofFlaw::Length)
    } else if old_root != old.root {
        Err(ProofFlaw::OldRoot)
    } else if root != new.root {
        Err(ProofFlaw::Root)
    } else {
        Ok(())
    }
}

fn without_hashes(old: &TreeHead, new: &TreeHead, proof: &[Hash]) -> Result<(), ProofFlaw> {
    let is_empty = old.size == 0 && old.root == Hash::empty();
    if !proof.is_empty() {
        Err(ProofFlaw::Length)
    } else if old.size == 0 && !is_empty {
        Err(ProofFlaw::OldRoot)
    } else if old.size == new.size && old.root != new.root {
        Err(ProofFlaw::Root)
    } else {
        Ok(())
    }
}

/// On which side of what is known the next hash stands.
enum Side {
    Left,
    Right,
}

/// The way from a leaf to the root: its place and the last place, level by level.
struct Walk {
    at: u64,
    last: u64,
}

impl Walk {
    /// Goes up over one hash of the proof; none where the root is reached already.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let is_left = self.at & 1 == 1 || self.at == self.last;
        if is_left {
            // On the right edge, levels at which nothing stands beside are passed over.
            while self.at & 1 == 0 && self.at != 0 {
                self.up();
            }
        }
        self.up();
        Some(if is_left { Side::Left } else { Side::Right })
    }

    /// Passes over the levels at which the place is a right child.
    fn skip_right(&mut self) {
        while self.at & 1 == 1 {
            self.up();
        }
    }

    fn up(&mut self) {
        self.at >>= 1;
        self.last >>= 1;
    }
}
