//! Another's tree (the crate `tlog_tiles`) beside ours: roots, proofs, tiles, paths, checkpoints.

use crate::grown::Grown;
use crate::oracle::entry;
use crate::{ORIGIN, oracle};
use proptest::prelude::*;
use servanda_tlog::{Checkpoint, Hash, Node, Plan, Tile, tiles_between};
use tlog_tiles::{HashReader, Tile as TheirTile};

/// The hashes of nodes, in the order that the other's tree stores them in.
struct Stored(Vec<tlog_tiles::Hash>);

impl HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[*index as usize]).collect())
    }
}

fn stored(size: u64) -> Stored {
    let mut stored = Stored(Vec::new());
    for index in 0..size {
        let more = tlog_tiles::stored_hashes(index, &entry(index), &stored).unwrap();
        stored.0.extend(more);
    }
    stored
}

fn ours(hashes: &[tlog_tiles::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash(hash.0)).collect()
}

fn theirs(hashes: &[Hash]) -> Vec<tlog_tiles::Hash> {
    hashes.iter().map(|hash| tlog_tiles::Hash(hash.0)).collect()
}

#[test]
fn nodes_roots_and_tiles_are_the_same() {
    let (grown, stored) = (Grown::new(1_100), stored(1_100));
    for (Node { height, index }, hash) in &grown.nodes {
        let at = tlog_tiles::stored_hash_index(*height, *index) as usize;
        assert_eq!(Hash(stored.0[at].0), *hash);
    }
    assert_eq!(Hash(tlog_tiles::tree_hash(1_100, &stored).unwrap().0), grown.edge.head().root);
    for (tile, bytes) in grown.tiles() {
        let (level, index) = (tile.level(), tile.index());
        let other = TheirTile::new(8, level, index, u32::from(tile.width()), false);
        assert_eq!(other.read_data(&stored).unwrap(), bytes);
        assert_eq!(other.path(), tile.path().replacen("tile/", "tile/8/", 1));
    }
}

proptest! {
    #[test]
    fn proofs_are_the_same(size in 1_u64..300, at in any::<u64>()) {
        let (grown, stored, leaves) = (Grown::new(size), stored(size), oracle::leaves(size));
        let index = at.checked_rem(size).unwrap_or(0);
        let root = tlog_tiles::Hash(grown.edge.head().root.0);
        let proof = grown.fold(&Plan::inclusion(index, size).unwrap());
        prop_assert_eq!(&proof, &ours(&tlog_tiles::prove_record(size, index, &stored).unwrap()));
        let leaf = tlog_tiles::record_hash(&entry(index));
        prop_assert!(tlog_tiles::check_record(&theirs(&proof), size, root, index, leaf).is_ok());
        let old = index.saturating_add(1);
        let proof = grown.fold(&Plan::consistency(old, size).unwrap());
        prop_assert_eq!(&proof, &ours(&tlog_tiles::prove_tree(size, old, &stored).unwrap()));
        let old_root = tlog_tiles::Hash(oracle::root(&leaves[..old as usize]).0);
        prop_assert!(tlog_tiles::check_tree(&theirs(&proof), size, root, old, old_root).is_ok());
    }

    #[test]
    fn new_tiles_are_the_same(old in 0_u64..200_000, more in 0_u64..200_000) {
        let new = old.saturating_add(more);
        let told = |tile: &TheirTile| Tile::new(tile.level(), tile.level_index(), tile.width() as u16).unwrap();
        let expected: Vec<Tile> = TheirTile::new_tiles(8, old, new).iter().map(told).collect();
        prop_assert_eq!(tiles_between(old, new).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_we_print_as_a_checkpoint_the_other_reads(size in 1_u64..1_000_000, root in any::<[u8; 32]>()) {
        let head = servanda_tlog::TreeHead { size, root: Hash(root) };
        let text = Checkpoint::new(ORIGIN, head).unwrap().print();
        let other = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).unwrap();
        prop_assert_eq!((other.origin(), other.size(), other.hash().0), (ORIGIN, size, root));
        prop_assert_eq!(other.to_bytes(), text.into_bytes());
    }
}
