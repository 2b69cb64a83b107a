//! What a mirror shows of itself, as its log would: the latest cosigned checkpoint, and the tiles
//! and bundles of the tree that it is of (c2sp.org/tlog-tiles).

use crate::fault::Fault;
use crate::tree::Tree;
use servanda_note::Note;
use servanda_store::{Store, open};
use servanda_tlog::{Bundle, Checkpoint, Frontier, Hash, Tile, TreeHead, tile_bytes};

/// What the mirror at an address shows.
#[derive(Debug)]
pub struct Shelf {
    address: String,
    /// The tree of the checkpoint that was shown last, whose root its tiles were found to make.
    tree: Tree,
}

impl Shelf {
    /// Makes the shelf of the mirror at an address.
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), tree: Tree::new() }
    }

    /// Returns what stands under a path: `checkpoint` or `tile/…`; none where nothing does.
    ///
    /// # Errors
    /// A database that does not answer; a tile or an entry that does not lead to the root that was
    /// cosigned, which is told and not shown.
    pub fn show(&mut self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let mut store = open(&self.address)?;
        let Some(kept) = store.checkpoint()? else { return Ok(None) };
        if path == "checkpoint" {
            return Ok(Some(kept.bytes));
        }
        let said = Note::parse(&kept.bytes).ok();
        let said = said.and_then(|note| Checkpoint::parse(note.text()).ok());
        let Some(head) = said.map(|said| said.head()) else { return Ok(None) };
        let (bundle, tile) = (Bundle::parse(path), Tile::parse(path));
        if bundle.is_none() && tile.is_none() {
            return Ok(None);
        }
        self.turn_to(store.as_mut(), &head)?;
        match (bundle, tile) {
            (Some(bundle), _) => self.tree.bundle(store.as_mut(), bundle),
            (None, Some(tile)) => {
                let bytes = self.tree.tile(store.as_mut(), tile)?;
                Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
            }
            (None, None) => Ok(None),
        }
    }

    /// Holds the tree of a head, once it is found that the mirror's tiles make it.
    fn turn_to(&mut self, store: &mut dyn Store, head: &TreeHead) -> Result<(), Fault> {
        if self.tree.head() == *head {
            return Ok(());
        }
        let tree = Tree::restore(store, head.size)?;
        if tree.head() != *head {
            let (said, found) = (head.root.print(), tree.root().print());
            return Err(Fault::Root { said, found });
        }
        self.tree = tree;
        Ok(())
    }
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
