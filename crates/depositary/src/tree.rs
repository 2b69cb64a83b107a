//! The tree over the entries: its edge in memory, its full tiles in the store.

use crate::fault::Fault;
use crate::shelf;
use servanda_store::{Appended, Batch, Entry, Head, Store, Tile as KeptTile};
use servanda_tlog::{
    Bundle, Edge, FullTile, Hash, Node, Plan, Tile, TileSet, TreeHead, encode_bundle, leaf_hash,
    tile_bytes, verify_consistency,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bytes of a full tile.
const FULL_BYTES: usize = 256 * 32;
/// How many full tiles are held, 8 KiB each.
const FOUND_MAX: usize = 64;

/// The tree over the entries of a log.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    edge: Edge,
    /// Full tiles that were found to be those over the entries: who asks again gets these.
    found: BTreeMap<(u8, u64), Arc<[u8]>>,
}

impl Tree {
    /// Makes the tree without leaves.
    pub fn new() -> Self {
        Self { edge: Edge::new(), found: BTreeMap::new() }
    }

    /// Makes the tree over the first entries of a store, from its full tiles and hashes.
    pub(crate) fn restore(store: &mut dyn Store, size: u64) -> Result<Self, Fault> {
        let mut tiles = TileSet::new();
        for tile in Tile::partials(size) {
            let bytes = shelf::hashes(store, tile, size)?;
            tiles.put(tile, &bytes.unwrap_or_default())?;
        }
        Ok(Self { edge: Edge::restore(size, &tiles)?, ..Self::new() })
    }

    /// Returns how many entries there are.
    pub fn size(&self) -> u64 {
        self.edge.size()
    }

    /// Returns the root.
    pub fn root(&self) -> Hash {
        self.edge.head().root
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        self.edge.head()
    }

    /// Takes an entry into account that the store has.
    pub(crate) fn grow(&mut self, entry: &Entry) {
        self.fill(entry, &mut Vec::new());
    }

    /// Does the same, and puts each tile that the entry fills into the list.
    pub(crate) fn fill(&mut self, entry: &Entry, filled: &mut Vec<FullTile>) {
        self.edge.append(Hash(entry.hash), filled);
    }

    /// Appends entries to the store with the tiles they fill; takes them into account if it kept
    /// them.
    pub(crate) fn append(
        &mut self,
        store: &mut dyn Store,
        entries: &[Entry],
    ) -> Result<Appended, Fault> {
        let (before, mut edge) = (self.size(), self.edge.clone());
        let mut filled = Vec::new();
        entries.iter().for_each(|entry| edge.append(Hash(entry.hash), &mut filled));
        let tiles: Vec<KeptTile> = filled.iter().map(kept).collect();
        let head = edge.head();
        let after = Head { size: head.size, root: head.root.0 };
        let appended = store.append(before, &Batch { entries, tiles: &tiles, after })?;
        if appended == Appended::Done {
            self.edge = edge;
        }
        Ok(appended)
    }

    /// Returns the head of the tree with further leaves.
    pub(crate) fn with(&self, leaves: &[Hash]) -> TreeHead {
        let (mut edge, mut filled) = (self.edge.clone(), Vec::new());
        for leaf in leaves {
            edge.append(*leaf, &mut filled);
            filled.clear();
        }
        edge.head()
    }

    /// Compares with the head that the store keeps.
    pub(crate) fn compare(&self, head: &Head) -> Result<(), Fault> {
        if head.size == self.size() && head.root == self.root().0 {
            return Ok(());
        }
        let (said, found) = (Hash(head.root).print(), self.root().print());
        Err(Fault::Root { said, found })
    }

    /// Returns the root as it was at a size.
    pub(crate) fn root_at(&mut self, store: &mut dyn Store, size: u64) -> Result<Hash, Fault> {
        if size == self.size() {
            return Ok(self.root());
        }
        let Some(plan) = Plan::root(size) else { return Ok(Hash::empty()) };
        Ok(self.fold(store, &plan)?.first().copied().unwrap_or_else(Hash::empty))
    }

    /// Returns the root as it was at a size, and makes sure that this tree goes on from it: the
    /// tiles from which it is read lead to the root of now.
    pub(crate) fn root_before(&mut self, store: &mut dyn Store, size: u64) -> Result<Hash, Fault> {
        let (old, new) = (TreeHead { size, root: self.root_at(store, size)? }, self.head());
        let Some(plan) = Plan::consistency(size, new.size) else { return Ok(old.root) };
        let proof = self.fold(store, &plan)?;
        verify_consistency(&old, &new, &proof)
            .map_err(|_flaw| Fault::Root { said: new.root.print(), found: old.root.print() })?;
        Ok(old.root)
    }

    /// Reads what a plan needs: full tiles from the store, the others from the edge.
    pub(crate) fn fold(&mut self, store: &mut dyn Store, plan: &Plan) -> Result<Vec<Hash>, Fault> {
        let mut tiles = TileSet::new();
        for tile in plan.tiles(self.size()) {
            let bytes = self.tile(store, tile)?;
            tiles.put(tile, &bytes)?;
        }
        Ok(plan.fold(|node: Node| tiles.node(node))?)
    }

    /// Returns the bytes of a tile of the log as it is now, or of an earlier partial one; no bytes
    /// where the tree has no such tile.
    ///
    /// # Errors
    /// A tile that is not there, or is of other entries: nothing is proven from it.
    pub(crate) fn tile(&mut self, store: &mut dyn Store, tile: Tile) -> Result<Vec<u8>, Fault> {
        let width = usize::from(tile.width()).saturating_mul(32);
        let bytes = self.whole(store, (tile.level(), tile.index()))?;
        Ok(bytes.get(..width).map(<[u8]>::to_vec).unwrap_or_default())
    }

    /// Returns the bytes of a bundle of entries; none where the tree has not so many.
    ///
    /// # Errors
    /// An entry whose hash is not the one in the tree: it is not what was taken.
    pub(crate) fn bundle(
        &mut self,
        store: &mut dyn Store,
        bundle: Bundle,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let hashes = self.tile(store, Tile::from(bundle))?;
        if hashes.is_empty() {
            return Ok(None);
        }
        let start = bundle.index().saturating_mul(256);
        let end = start.saturating_add(u64::from(bundle.width()));
        let entries = store.page(start..end)?;
        let (hashes, _) = hashes.as_chunks::<32>();
        for ((index, entry), hash) in (start..).zip(&entries).zip(hashes) {
            if leaf_hash(&entry.bytes).0 != *hash {
                return Err(Fault::of_bytes(index));
            }
        }
        let bytes = encode_bundle(entries.iter().map(|entry| entry.bytes.as_slice()));
        bytes.map(Some).map_err(|flaw| Fault::Record(flaw.to_string()))
    }

    /// Reads a tile as wide as it is. A full one comes from the store, and must be the one that the
    /// tile above it names, up to the edge, which the entries themselves made.
    fn whole(
        &mut self,
        store: &mut dyn Store,
        (level, index): (u8, u64),
    ) -> Result<Arc<[u8]>, Fault> {
        let is_place = |known: &Tile| (known.level(), known.index()) == (level, index);
        if let Some((_, hashes)) = self.edge.partials().find(|(known, _)| is_place(known)) {
            return Ok(tile_bytes(hashes).into());
        }
        let height = u32::from(level).saturating_add(1).saturating_mul(8);
        if index >= self.size().checked_shr(height).unwrap_or(0) {
            return Ok(Arc::default());
        }
        if let Some(known) = self.found.get(&(level, index)) {
            return Ok(known.clone());
        }
        let bytes: Arc<[u8]> = store.tile(level, index)?.unwrap_or_default().into();
        let above = self.whole(store, (level.saturating_add(1), index / 256))?;
        let (named, _) = above.as_chunks::<32>();
        let place = usize::try_from(index % 256).unwrap_or(usize::MAX);
        if bytes.len() != FULL_BYTES || named.get(place) != Some(&shelf::root_over(&bytes).0) {
            return Err(Fault::OtherTile { level, index });
        }
        if self.found.len() >= FOUND_MAX {
            self.found.clear();
        }
        self.found.insert((level, index), bytes.clone());
        Ok(bytes)
    }
}

fn kept(full: &FullTile) -> KeptTile {
    let (level, index) = (full.tile.level(), full.tile.index());
    KeptTile { level, index, bytes: tile_bytes(&full.hashes) }
}
