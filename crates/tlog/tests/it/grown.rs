//! A log that was grown leaf by leaf, with every tile it ever had.

use crate::oracle::entry;
use servanda_tlog::{Edge, FullTile, Hash, Node, Plan, Tile, TileSet, leaf_hash, tile_bytes};
use std::collections::BTreeMap;

/// A log in memory.
pub(crate) struct Grown {
    pub(crate) edge: Edge,
    pub(crate) full: Vec<FullTile>,
    /// The full nodes, as the edge told of them.
    pub(crate) nodes: BTreeMap<Node, Hash>,
}

impl Grown {
    pub(crate) fn new(size: u64) -> Self {
        let (mut edge, mut full, mut nodes) = (Edge::new(), Vec::new(), BTreeMap::new());
        for index in 0..size {
            let leaf = leaf_hash(&entry(index));
            edge.frontier().clone().append(leaf, |node, hash| {
                assert_eq!(nodes.insert(node, *hash), None, "each node is told of once");
            });
            edge.append(leaf, &mut full);
        }
        Self { edge, full, nodes }
    }

    /// All tiles of the log, as they would be served.
    pub(crate) fn tiles(&self) -> BTreeMap<Tile, Vec<u8>> {
        let full = self.full.iter().map(|full| (full.tile, tile_bytes(&full.hashes)));
        let partial = self.edge.partials().map(|(tile, hashes)| (tile, tile_bytes(hashes)));
        full.chain(partial).collect()
    }

    /// The hashes of a plan, from the nodes.
    pub(crate) fn fold(&self, plan: &Plan) -> Vec<Hash> {
        plan.fold(|node| self.nodes.get(&node).copied().ok_or(node)).unwrap()
    }

    /// The hashes of a plan, from the tiles that it names and no other.
    pub(crate) fn fold_tiles(&self, plan: &Plan) -> Vec<Hash> {
        let (tiles, mut set) = (self.tiles(), TileSet::new());
        for tile in plan.tiles(self.edge.size()) {
            set.put(tile, &tiles[&tile]).unwrap();
        }
        plan.fold(|node| set.node(node)).unwrap()
    }
}
