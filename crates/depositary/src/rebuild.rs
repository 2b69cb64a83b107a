//! Rebuilding a log from whoever mirrors it, with everything verified and judged again.

use crate::fault::Fault;
use crate::mirror::{Departure, Followed};
use crate::shown::{Shown, Source};
use crate::witness::Witness;
use servanda_note::VerifierKey;
use servanda_store::Checkpoint as KeptCheckpoint;
use servanda_tlog::TreeHead;

/// A log that was rebuilt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// Its origin.
    pub origin: String,
    /// Its size and root, which the log signed.
    pub head: TreeHead,
    /// The first entry that this program's law does not take, if any.
    pub departure: Option<Departure>,
    /// The origin of the log that it rehearses, where it is a rehearsal.
    pub rehearses: Option<String>,
}

/// Rebuilds a log at an address where none is.
///
/// # Errors
/// A source that does not show what was signed, a database that does not answer.
pub fn rebuild(
    address: &str,
    trusted: Option<&VerifierKey>,
    source: &mut Source<'_>,
) -> Result<Rebuilt, Fault> {
    let mut mirror = Witness::found_mirror(address, trusted, source)?;
    let mut shown = Shown::new(source);
    let (note, said) = shown.checkpoint()?;
    match mirror.follow((&note, &said), trusted, &mut shown)? {
        Followed::Mirrored => {}
        Followed::Behind | Followed::Split(_) => {
            let (said, found) = (said.head().root.print(), mirror.head().root.print());
            return Err(Fault::Root { said, found });
        }
    }
    let kept = KeptCheckpoint { size: said.head().size, bytes: note.print().into_bytes() };
    mirror.store.keep_checkpoint(&kept)?;
    let origin = said.origin().to_owned();
    let (departure, rehearses) = (mirror.departure().cloned(), mirror.rehearses());
    Ok(Rebuilt { origin, head: mirror.head(), departure, rehearses: rehearses.map(str::to_owned) })
}
