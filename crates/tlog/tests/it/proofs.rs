//! Proofs are those of the definition; each verifies, and damaged in any bit none does.

use crate::grown::Grown;
use crate::oracle;
use proptest::prelude::*;
use servanda_tlog::{
    Frontier, Hash, Plan, ProofFlaw, SIZE_MAX, TreeHead, verify_consistency, verify_inclusion,
};

/// More than a power of two on either side.
const SIZES: usize = 70;

#[test]
fn every_root_is_that_of_the_definition() {
    let (grown, leaves) = (Grown::new(SIZES as u64), oracle::leaves(SIZES as u64));
    let mut frontier = Frontier::new();
    for size in 0..=SIZES {
        let head = oracle::head(&leaves[..size]);
        assert_eq!(frontier.head(), head);
        let root = Plan::root(size as u64).map(|plan| grown.fold(&plan));
        assert_eq!(root, (size > 0).then(|| vec![head.root]));
        let restored = Frontier::restore(size as u64, frontier.nodes());
        assert_eq!(restored.as_ref(), Some(&frontier));
        assert_ne!(Frontier::restore(size as u64 + 1, frontier.nodes()), restored);
        frontier.append(leaves.get(size).copied().unwrap_or(head.root), |_, _| ());
    }
}

#[test]
fn every_inclusion_is_proved_as_the_definition_has_it() {
    let (grown, leaves) = (Grown::new(SIZES as u64), oracle::leaves(SIZES as u64));
    for size in 1..=SIZES {
        let head = oracle::head(&leaves[..size]);
        for index in 0..size {
            let proof = grown.fold(&Plan::inclusion(index as u64, size as u64).unwrap());
            assert_eq!(proof, oracle::path(index, &leaves[..size]), "{index} of {size}");
            for other in 0..=size {
                let verified = verify_inclusion(leaves[index], other as u64, &proof, &head);
                assert_eq!(verified.is_ok(), other == index, "{index} as {other} of {size}");
            }
        }
        assert_eq!(Plan::inclusion(size as u64, size as u64), None);
    }
}

#[test]
fn every_consistency_is_proved_as_the_definition_has_it() {
    let (grown, leaves) = (Grown::new(SIZES as u64), oracle::leaves(SIZES as u64));
    let heads: Vec<TreeHead> = (0..=SIZES).map(|size| oracle::head(&leaves[..size])).collect();
    for new in 1..=SIZES {
        for old in 1..=new {
            let proof = grown.fold(&Plan::consistency(old as u64, new as u64).unwrap());
            assert_eq!(proof, oracle::proof(old, &leaves[..new]), "{old} to {new}");
            for other in &heads[1..=new] {
                let verified = verify_consistency(other, &heads[new], &proof);
                assert_eq!(verified.is_ok(), other.size == old as u64, "{old} to {new}");
            }
        }
        assert_eq!(verify_consistency(&heads[0], &heads[new], &[]), Ok(()));
        let longer = verify_consistency(&heads[0], &heads[new], &[heads[0].root]);
        assert_eq!(longer, Err(ProofFlaw::Length));
        assert_eq!(verify_consistency(&heads[new], &heads[0], &[]), Err(ProofFlaw::Size));
        assert_eq!(Plan::consistency(new as u64 + 1, new as u64), None);
    }
    assert_eq!(Plan::consistency(0, 5).map(|plan| plan.nodes().len()), Some(0));
}

/// Every proof with one bit turned, one hash taken away, doubled or added.
fn damaged(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut all = Vec::new();
    for at in 0..proof.len() {
        for bit in 0..256 {
            let mut one = proof.to_vec();
            one[at].0[bit / 8] ^= 1 << (bit % 8);
            all.push(one);
        }
        let mut less = proof.to_vec();
        less.remove(at);
        let mut more = proof.to_vec();
        more.insert(at, proof[at]);
        all.extend([less, more]);
    }
    let longer = [proof, &[Hash::empty()][..]].concat();
    all.push(longer);
    all
}

fn turned(hash: Hash, bit: usize) -> Hash {
    let mut turned = hash;
    turned.0[bit / 8] ^= 1 << (bit % 8);
    turned
}

#[test]
fn no_damaged_proof_of_inclusion_verifies() {
    let leaves = oracle::leaves(14);
    for size in 1..=14 {
        let head = oracle::head(&leaves[..size]);
        for index in 0..size {
            let proof = oracle::path(index, &leaves[..size]);
            let verify = |leaf, proof: &[Hash], head: &TreeHead| {
                verify_inclusion(leaf, index as u64, proof, head)
            };
            assert_eq!(verify(leaves[index], &proof, &head), Ok(()));
            for damaged in damaged(&proof) {
                assert!(verify(leaves[index], &damaged, &head).is_err(), "{index} of {size}");
            }
            for bit in 0..256 {
                assert!(verify(turned(leaves[index], bit), &proof, &head).is_err());
                let other = TreeHead { root: turned(head.root, bit), ..head };
                assert_eq!(verify(leaves[index], &proof, &other), Err(ProofFlaw::Root));
            }
        }
    }
}

#[test]
fn no_damaged_proof_of_consistency_verifies() {
    let leaves = oracle::leaves(14);
    for new in 1..=14 {
        let new_head = oracle::head(&leaves[..new]);
        for old in 1..=new {
            let (old_head, proof) =
                (oracle::head(&leaves[..old]), oracle::proof(old, &leaves[..new]));
            assert_eq!(verify_consistency(&old_head, &new_head, &proof), Ok(()));
            for damaged in damaged(&proof) {
                assert!(
                    verify_consistency(&old_head, &new_head, &damaged).is_err(),
                    "{old} to {new}"
                );
            }
            for bit in 0..256 {
                let other = TreeHead { root: turned(old_head.root, bit), ..old_head };
                assert!(verify_consistency(&other, &new_head, &proof).is_err());
                let other = TreeHead { root: turned(new_head.root, bit), ..new_head };
                assert!(verify_consistency(&old_head, &other, &proof).is_err());
            }
        }
    }
}

#[test]
fn sizes_at_the_end_of_numbers_are_refused_or_planned() {
    let hash = Hash::empty();
    for size in [SIZE_MAX, SIZE_MAX - 1, 1 << 62] {
        let plan = Plan::inclusion(size - 1, size).unwrap();
        assert!(plan.fold(|_| Ok::<_, ()>(hash)).unwrap().len() <= 63);
        assert!(Plan::consistency(size - 1, size).is_some());
        assert!(Plan::root(size).is_some());
    }
    let huge = TreeHead { size: u64::MAX, root: hash };
    assert_eq!(Plan::root(u64::MAX), None);
    assert_eq!(Plan::inclusion(0, u64::MAX), None);
    assert_eq!(Plan::consistency(1, u64::MAX), None);
    assert_eq!(verify_inclusion(hash, 0, &[], &huge), Err(ProofFlaw::Size));
    assert_eq!(verify_consistency(&huge, &huge, &[]), Err(ProofFlaw::Size));
}

proptest! {
    #[test]
    fn larger_trees_are_proved_from_their_tiles(size in 1_u64..1_500, at in any::<u64>(), older in any::<u64>()) {
        let (grown, leaves) = (Grown::new(size), oracle::leaves(size));
        let (index, old) = (at.checked_rem(size).unwrap_or(0), older.checked_rem(size).unwrap_or(0).saturating_add(1));
        let plan = Plan::inclusion(index, size).unwrap();
        let proof = grown.fold_tiles(&plan);
        prop_assert_eq!(&proof, &grown.fold(&plan));
        prop_assert_eq!(verify_inclusion(leaves[index as usize], index, &proof, &grown.edge.head()), Ok(()));
        let plan = Plan::consistency(old, size).unwrap();
        let proof = grown.fold_tiles(&plan);
        prop_assert_eq!(&proof, &oracle::proof(old as usize, &leaves));
        let old = oracle::head(&leaves[..old as usize]);
        prop_assert_eq!(verify_consistency(&old, &grown.edge.head(), &proof), Ok(()));
    }
}
