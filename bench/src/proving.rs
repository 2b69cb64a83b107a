//! The proof of any leaf of a long log, from the tiles in its store.

use crate::figure::{Effort, Figure, Measured, Runs, time};
use crate::hall::Directory;
use anyhow::{Context as _, Result, ensure};
use servanda_store::{Appended, Batch, Entry, Head, Identity, Store, Tile as KeptTile, found};
use servanda_tlog::{
    Edge, FullTile, Hash, Plan, TileSet, TreeHead, leaf_hash, tile_bytes, verify_inclusion,
};

/// Milliseconds that a proof may take.
const BOUND: f64 = 1.0;
/// How many leaves are appended at once.
const BATCH: u64 = 65_536;

/// Proves leaves all over a log of ten million.
pub(crate) fn proving(effort: Effort) -> Result<Measured> {
    let size = u64::try_from(effort.size(10_000_000))?;
    let directory = Directory::new("proving")?;
    let identity = Identity { origin: "example.org/bench".to_owned(), format: 1, language: 1 };
    let mut store = found(&directory.address("log.db"), &identity)?;
    let edge = filled(store.as_mut(), size)?;
    let head = edge.head();
    let mut times = Vec::new();
    for round in 0..u64::try_from(effort.rounds(2_001))? {
        let index = round.wrapping_mul(0x9e37_79b9_7f4a_7c15).checked_rem(size).unwrap_or(0);
        let mut proof = Ok(Vec::new());
        times.push(time(|| proof = prove(store.as_mut(), &edge, index)));
        let proof = proof?;
        let leaf = leaf_hash(&bytes(index));
        ensure!(verify_inclusion(leaf, index, &proof, &head).is_ok(), "leaf {index} is not proved");
    }
    let runs = Runs::of(times);
    let value = runs.share(99) * 1_000.0;
    let notes = vec![runs.spread(&format!("a leaf of {size} proved"))];
    let figure =
        Figure { name: "proof-p99", value, unit: "ms", ratio: BOUND / value, against: "1-ms" };
    Ok(Measured::Figures(vec![figure], notes))
}

fn bytes(index: u64) -> Vec<u8> {
    index.to_be_bytes().to_vec()
}

fn filled(store: &mut dyn Store, size: u64) -> Result<Edge> {
    let mut edge = Edge::new();
    while edge.size() < size {
        let from = edge.size();
        let (mut entries, mut filled) = (Vec::new(), Vec::new());
        for index in from..size.min(from.saturating_add(BATCH)) {
            let (mut id, bytes) = ([0; 32], bytes(index));
            id[..8].copy_from_slice(&bytes);
            let hash = leaf_hash(&bytes);
            edge.append(hash, &mut filled);
            entries.push(Entry { id, hash: hash.0, bytes });
        }
        let tile = |full: &FullTile| KeptTile {
            level: full.tile.level(),
            index: full.tile.index(),
            bytes: tile_bytes(&full.hashes),
        };
        let tiles: Vec<KeptTile> = filled.iter().map(tile).collect();
        let TreeHead { size, root } = edge.head();
        let after = Head { size, root: root.0 };
        let appended = store.append(from, &Batch { entries: &entries, tiles: &tiles, after })?;
        ensure!(appended == Appended::Done, "{appended:?}");
    }
    Ok(edge)
}

/// Reads the tiles that a proof needs, the full ones from the store, and folds them.
fn prove(store: &mut dyn Store, edge: &Edge, index: u64) -> Result<Vec<Hash>> {
    let plan = Plan::inclusion(index, edge.size()).context("a leaf of the log")?;
    let mut tiles = TileSet::new();
    for tile in plan.tiles(edge.size()) {
        let partial = edge.partials().find(|(known, _)| *known == tile);
        let bytes = match partial {
            Some((_, hashes)) => tile_bytes(hashes),
            None => store.tile(tile.level(), tile.index())?.unwrap_or_default(),
        };
        tiles.put(tile, &bytes)?;
    }
    Ok(plan.fold(|node| tiles.node(node))?)
}
