//! A log without a depositary: entries that nobody judged, and checkpoints over whatever they are.

use crate::hall::{Hall, ORIGIN, pair};
use servanda_depositary::{Depositary, Unanswered};
use servanda_note::{Note, SignerKey};
use servanda_tlog::{
    AddCheckpoint, Bundle, Checkpoint, Edge, Hash, Plan, Tile, TileSet, TreeHead, encode_bundle,
    leaf_hash, tile_bytes,
};

/// Asks an office as a witness asks it.
pub(crate) fn asked(office: &mut Depositary, path: &str) -> Result<Vec<u8>, Unanswered> {
    if path == "checkpoint" {
        return Ok(office.checkpoint().unwrap().print().into_bytes());
    }
    let found = match (Bundle::parse(path), Tile::parse(path)) {
        (Some(bundle), _) => office.bundle(bundle).unwrap(),
        (None, Some(tile)) => office.tile(tile).unwrap(),
        (None, None) => None,
    };
    found.ok_or(Unanswered::Absent)
}

/// A log that signs what it is told to.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) entries: Vec<Vec<u8>>,
    /// The size that its checkpoint says.
    pub(crate) size: usize,
}

impl Raw {
    /// Takes over the entries of an honest log.
    pub(crate) fn of(hall: &mut Hall) -> Self {
        let size = hall.office.size();
        let entries: Vec<Vec<u8>> =
            (0..size).map(|index| hall.office.entry(index).unwrap().unwrap()).collect();
        Self { size: entries.len(), entries }
    }

    pub(crate) fn push(&mut self, entry: Vec<u8>) {
        self.entries.push(entry);
        self.size = self.entries.len();
    }

    pub(crate) fn head(&self) -> TreeHead {
        let mut edge = Edge::new();
        for entry in &self.entries[..self.size] {
            edge.append(leaf_hash(entry), &mut Vec::new());
        }
        edge.head()
    }

    pub(crate) fn note_by(&self, key: &SignerKey) -> Note {
        let text = Checkpoint::new(ORIGIN, self.head()).unwrap().print();
        let line = key.sign(&text);
        Note::new(text, vec![line]).unwrap()
    }

    pub(crate) fn note(&self) -> Note {
        self.note_by(&pair(ORIGIN, 2).key)
    }

    pub(crate) fn asked(&self, path: &str) -> Result<Vec<u8>, Unanswered> {
        if path == "checkpoint" {
            return Ok(self.note().print().into_bytes());
        }
        let stretch = |index: u64, width: u16| {
            let first = usize::try_from(index).unwrap() * 256;
            self.entries.get(first..first + usize::from(width)).ok_or(Unanswered::Absent)
        };
        if let Some(bundle) = Bundle::parse(path) {
            let entries = stretch(bundle.index(), bundle.width())?;
            return Ok(encode_bundle(entries.iter().map(Vec::as_slice)).unwrap());
        }
        let tile = Tile::parse(path).filter(|tile| tile.level() == 0);
        let tile = tile.ok_or(Unanswered::Absent)?;
        let entries = stretch(tile.index(), tile.width())?;
        let hashes: Vec<_> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        Ok(tile_bytes(&hashes))
    }

    /// Makes the request by which a witness is asked for the checkpoint.
    pub(crate) fn request(&self, old: u64, note: Note) -> Vec<u8> {
        AddCheckpoint::new(old, self.proof(old), note).unwrap().print().into_bytes()
    }

    /// Proves that the log goes on from what it was at a size.
    pub(crate) fn proof(&self, old: u64) -> Vec<Hash> {
        let mut tiles = TileSet::new();
        let size = u64::try_from(self.size).unwrap();
        let plan = Plan::consistency(old, size);
        plan.map_or_else(Vec::new, |plan| {
            for tile in plan.tiles(size) {
                tiles.put(tile, &self.asked(&tile.path()).unwrap()).unwrap();
            }
            plan.fold(|node| tiles.node(node)).unwrap()
        })
    }
}
