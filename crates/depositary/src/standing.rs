//! How an entry stands in a mirror, which keeps whatever the log took: under its own id, or under
//! another where the log took it twice.

use crate::incoming::Incoming;
use servanda_seal::Digest;
use servanda_store::Entry;
use servanda_tlog::leaf_hash;

/// Whether an entry stands in the log for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    New,
    Again,
}

/// Makes the entry that is kept of bytes, whatever they are.
pub(crate) fn kept(bytes: Vec<u8>, arrival: &Incoming) -> Entry {
    let id = match arrival {
        Incoming::Signed(sealed, _) | Incoming::Unsigned(sealed, ..) => sealed.id(),
        Incoming::Formless(_) => Digest::of(&bytes),
    };
    Entry { id: id.0, hash: leaf_hash(&bytes).0, bytes }
}

/// Returns an id for an entry that stands in the log a second time.
pub(crate) fn own_id(index: u64, bytes: &[u8]) -> Digest {
    let mut text = format!("{index}\n").into_bytes();
    text.extend_from_slice(bytes);
    Digest::of(&text)
}
