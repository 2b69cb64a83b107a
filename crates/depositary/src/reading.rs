//! Reading an entry again: the same walk that it took when it arrived.

use crate::fault::Fault;
use crate::ledger::{Ledger, Taken};
use crate::refused::Refused;
use crate::tree::Tree;
use servanda_seal::{Content, Digest, Sealed, Seen, Signers};
use servanda_store::Store;

/// Takes an entry through the ledger again: its keys, what its signer saw, its text, its law.
pub(crate) fn read_again(
    ledger: &mut Ledger,
    index: u64,
    (sealed, signers): (&Sealed, &Signers),
    has_seen: impl FnOnce(Seen) -> Result<(), Refused>,
) -> Result<Taken, Refused> {
    if let Content::Act { seen, .. } = sealed.content() {
        has_seen(*seen)?;
    }
    ledger.take(index, sealed, signers, None)
}

/// Tells whether the log that a signer saw is this one as it was.
pub(crate) fn has_seen(
    tree: &mut Tree,
    store: &mut dyn Store,
    seen: Seen,
) -> Result<Result<(), Refused>, Fault> {
    let size = tree.size();
    if seen.size > size {
        let message = format!("the signer saw {} entries, and the log has {size}", seen.size);
        return Ok(Err(Refused::new("L-SEEN", message, "ask a witness which log is longer")));
    }
    let root = tree.root_at(store, seen.size)?;
    if root.0 == seen.root.0 {
        return Ok(Ok(()));
    }
    let message = format!(
        "the signer saw the root {} at {} entries, here it is {}",
        seen.root,
        seen.size,
        Digest(root.0)
    );
    let hint = "two histories were shown: keep the act, it proves what its signer saw";
    Ok(Err(Refused::new("L-SEEN", message, hint)))
}
