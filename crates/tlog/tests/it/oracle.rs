//! The tree by its definition: RFC 6962 §2.1, by recursion over all leaves, slow and obvious.

use servanda_tlog::{Hash, TreeHead, leaf_hash, node_hash};

/// Entries of all lengths that matter, each other than its neighbours.
pub(crate) fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

/// The hashes of so many leaves.
pub(crate) fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(&entry(index))).collect()
}

/// The largest power of two below a number of at least two.
fn k(n: usize) -> usize {
    n.next_power_of_two() / 2
}

/// `MTH(D)`.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves.len() {
        0 => Hash::empty(),
        1 => leaves[0],
        n => node_hash(&root(&leaves[..k(n)]), &root(&leaves[k(n)..])),
    }
}

/// `PATH(m, D)`.
pub(crate) fn path(m: usize, leaves: &[Hash]) -> Vec<Hash> {
    let n = leaves.len();
    if n == 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(k(n));
    let (mut proof, sibling) =
        if m < k(n) { (path(m, left), root(right)) } else { (path(m - k(n), right), root(left)) };
    proof.push(sibling);
    proof
}

/// `PROOF(m, D)`.
pub(crate) fn proof(m: usize, leaves: &[Hash]) -> Vec<Hash> {
    sub_proof(m, leaves, true)
}

fn sub_proof(m: usize, leaves: &[Hash], is_known: bool) -> Vec<Hash> {
    let n = leaves.len();
    if m == n {
        return if is_known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = leaves.split_at(k(n));
    let (mut proof, sibling) = if m <= k(n) {
        (sub_proof(m, left, is_known), root(right))
    } else {
        (sub_proof(m - k(n), right, false), root(left))
    };
    proof.push(sibling);
    proof
}

pub(crate) fn head(leaves: &[Hash]) -> TreeHead {
    TreeHead { size: leaves.len() as u64, root: root(leaves) }
}
