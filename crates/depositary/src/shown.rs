//! What a log shows of itself: its checkpoint, tiles and bundles, asked for by their paths.
//!
//! Nothing shown is believed before it leads to a root that the log signed.

use crate::fault::Fault;
use servanda_note::Note;
use servanda_tlog::{Bundle, Checkpoint, Hash, Tile, hashes_of, parse_bundle, tiles_between};

/// Why a log did not show something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unanswered {
    /// It has nothing under this path.
    Absent,
    /// It could not be asked, or answered something else.
    Failed(String),
}

/// Asks a log for what stands under a path: `checkpoint`, `tile/…` (c2sp.org/tlog-tiles).
pub type Source<'s> = dyn FnMut(&str) -> Result<Vec<u8>, Unanswered> + 's;

/// A log as it is shown.
pub(crate) struct Shown<'s, 'f> {
    source: &'s mut Source<'f>,
}

impl<'s, 'f> Shown<'s, 'f> {
    pub(crate) fn new(source: &'s mut Source<'f>) -> Self {
        Self { source }
    }

    /// Asks for the latest checkpoint.
    pub(crate) fn checkpoint(&mut self) -> Result<(Note, Checkpoint), Fault> {
        let bytes = (self.source)("checkpoint").map_err(|why| unanswered("checkpoint", why))?;
        let note = Note::parse(&bytes).map_err(|flaw| unread("checkpoint", &flaw))?;
        let said = Checkpoint::parse(note.text()).map_err(|flaw| unread("checkpoint", &flaw))?;
        Ok((note, said))
    }

    /// Asks for the hashes of entries from the old size to the new one.
    pub(crate) fn leaves(&mut self, old: u64, new: u64) -> Result<Vec<Hash>, Fault> {
        let mut leaves = Vec::new();
        for tile in tiles_between(old, new).take_while(|tile| tile.level() == 0) {
            let first = tile.index().saturating_mul(256);
            let known = usize::try_from(old.saturating_sub(first)).unwrap_or(usize::MAX);
            leaves.extend(self.tile(tile)?.into_iter().skip(known));
        }
        Ok(leaves)
    }

    fn tile(&mut self, tile: Tile) -> Result<Vec<Hash>, Fault> {
        let width = usize::from(tile.width());
        let full = Tile::new(tile.level(), tile.index(), 256).unwrap_or(tile);
        let (bytes, found) = self.either((tile.path(), tile), (full.path(), full))?;
        let mut hashes = hashes_of(found, &bytes)?;
        hashes.truncate(width);
        Ok(hashes)
    }

    /// Asks for the entries of a bundle.
    pub(crate) fn bundle(&mut self, bundle: Bundle) -> Result<Vec<Vec<u8>>, Fault> {
        let full = Bundle::new(bundle.index(), 256).unwrap_or(bundle);
        let (bytes, found) = self.either((bundle.path(), bundle), (full.path(), full))?;
        let entries = parse_bundle(found, &bytes).map_err(|flaw| unread(&found.path(), &flaw))?;
        let width = usize::from(bundle.width());
        Ok(entries.into_iter().take(width).map(<[u8]>::to_vec).collect())
    }

    /// Asks for the partial one, and for the full one where the log has put that in its place.
    fn either<P>(&mut self, one: (String, P), full: (String, P)) -> Result<(Vec<u8>, P), Fault> {
        match (self.source)(&one.0) {
            Ok(bytes) => Ok((bytes, one.1)),
            Err(Unanswered::Absent) if one.0 != full.0 => {
                let bytes = (self.source)(&full.0).map_err(|why| unanswered(&full.0, why))?;
                Ok((bytes, full.1))
            }
            Err(why) => Err(unanswered(&one.0, why)),
        }
    }
}

fn unanswered(path: &str, why: Unanswered) -> Fault {
    let cause = match why {
        Unanswered::Absent => "it has nothing there".to_owned(),
        Unanswered::Failed(cause) => cause,
    };
    Fault::Unanswered { path: path.to_owned(), cause }
}

fn unread(path: &str, flaw: &dyn std::fmt::Display) -> Fault {
    Fault::Unanswered { path: path.to_owned(), cause: flaw.to_string() }
}
