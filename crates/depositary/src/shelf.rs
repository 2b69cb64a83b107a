//! What a mirror shows of itself, as its log would: the latest cosigned checkpoint, and the tiles
//! and bundles of the tree that it is of (c2sp.org/tlog-tiles).

use crate::fault::Fault;
use servanda_note::Note;
use servanda_store::{Store, open};
use servanda_tlog::{Bundle, Checkpoint, Frontier, Hash, Tile, encode_bundle, tile_bytes};

/// Returns what stands under a path of the mirror at an address: `checkpoint` or `tile/…`; none
/// where nothing does.
///
/// # Errors
/// A database that does not answer.
pub fn shelf(address: &str, path: &str) -> Result<Option<Vec<u8>>, Fault> {
    let mut store = open(address)?;
    let Some(kept) = store.checkpoint()? else { return Ok(None) };
    if path == "checkpoint" {
        return Ok(Some(kept.bytes));
    }
    let said = Note::parse(&kept.bytes).ok().and_then(|note| Checkpoint::parse(note.text()).ok());
    let Some(size) = said.map(|said| said.head().size) else { return Ok(None) };
    if let Some(bundle) = Bundle::parse(path) {
        return entries(store.as_mut(), bundle, size);
    }
    match Tile::parse(path) {
        Some(tile) => hashes(store.as_mut(), tile, size),
        None => Ok(None),
    }
}

fn entries(store: &mut dyn Store, bundle: Bundle, size: u64) -> Result<Option<Vec<u8>>, Fault> {
    let start = bundle.index().saturating_mul(256);
    let end = start.saturating_add(u64::from(bundle.width()));
    if end > size {
        return Ok(None);
    }
    let entries = store.page(start..end)?;
    let bytes = encode_bundle(entries.iter().map(|entry| entry.bytes.as_slice()));
    bytes.map(Some).map_err(|flaw| Fault::Record(flaw.to_string()))
}

/// Returns the bytes of a tile of the first entries of a store; none where they have none such.
pub(crate) fn hashes(
    store: &mut dyn Store,
    tile: Tile,
    size: u64,
) -> Result<Option<Vec<u8>>, Fault> {
    let first = tile.index().checked_mul(256);
    let end = first.and_then(|first| first.checked_add(u64::from(tile.width())));
    let (Some(first), Some(end)) = (first, end) else { return Ok(None) };
    let below = u32::from(tile.level()).saturating_mul(8);
    if end > size.checked_shr(below).unwrap_or(0) {
        return Ok(None);
    }
    if tile.level() == 0 {
        let hashes: Vec<Hash> = store.hashes(first..end)?.into_iter().map(Hash).collect();
        return Ok(Some(tile_bytes(&hashes)));
    }
    let width = usize::from(tile.width()).saturating_mul(32);
    if let Some(bytes) = store.tile(tile.level(), tile.index())? {
        return Ok(bytes.get(..width).map(<[u8]>::to_vec));
    }
    // A tile that is not full yet: each of its hashes is the root over a full one below.
    let mut bytes = Vec::with_capacity(width);
    for index in first..end {
        let Some(below) = store.tile(tile.level().saturating_sub(1), index)? else {
            return Ok(None);
        };
        bytes.extend_from_slice(&root_over(&below).0);
    }
    Ok(Some(bytes))
}

/// Returns the root over the hashes of a tile.
pub(crate) fn root_over(tile: &[u8]) -> Hash {
    let mut tree = Frontier::new();
    let (hashes, _) = tile.as_chunks::<32>();
    hashes.iter().for_each(|hash| tree.append(Hash(*hash), |_node, _hash| {}));
    tree.root()
}
