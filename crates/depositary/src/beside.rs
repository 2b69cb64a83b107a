//! What is kept beside the entries, compared with them: the checkpoint, full tiles, bodies.

use crate::examine::Examining;
use crate::fault::Fault;
use crate::papers::is_paper;
use crate::refused::Refused;
use servanda_note::Note;
use servanda_seal::Digest;
use servanda_store::{Body, Store};
use servanda_tlog::{Checkpoint, tile_bytes};

fn differs(what: String) -> Refused {
    Refused::new("L-DAMAGED", what, "rebuild the log from a witness")
}

/// Compares all of it with the entries, which were found sound.
///
/// # Errors
/// A store that does not answer.
pub(crate) fn compare(
    entries: &Examining,
    store: &mut dyn Store,
) -> Result<Result<(), Refused>, Fault> {
    if let Some(kept) = store.checkpoint()?
        && let Err(refused) = checkpoint(entries, &kept.bytes)
    {
        return Ok(Err(refused));
    }
    for full in &entries.filled {
        let (level, index) = (full.tile.level(), full.tile.index());
        if store.tile(level, index)?.is_none_or(|bytes| bytes != tile_bytes(&full.hashes)) {
            let what = format!("`{}` is not there, or not of these entries", full.tile.path());
            return Ok(Err(differs(what)));
        }
    }
    bodies(entries, store)
}

/// Compares the bodies with the documents: each is of one that stands, and makes its commitment.
fn bodies(entries: &Examining, store: &mut dyn Store) -> Result<Result<(), Refused>, Fault> {
    for commitment in store.bodies()?.into_iter().map(Digest) {
        let document = entries.ledger.documents().get(&commitment);
        let stands = document.is_some_and(|document| document.erased.is_none());
        if !stands && !is_paper(commitment) {
            let what = format!("the body {commitment} is not of a document that stands");
            let hint = "`servanda document sweep` destroys what stands for no document";
            return Ok(Err(Refused::new("L-DAMAGED", what, hint)));
        }
        if stands && store.body(&commitment.0)?.as_ref().and_then(salted) != Some(commitment) {
            let what = format!("the body {commitment} is not what was deposited");
            let hint = "deposit the document again with its salt, from a backup";
            return Ok(Err(Refused::new("L-DAMAGED", what, hint)));
        }
    }
    Ok(Ok(()))
}

fn salted(body: &Body) -> Option<Digest> {
    let salt: [u8; 32] = body.salt.as_slice().try_into().ok()?;
    Some(Digest::salted(&salt, &body.bytes))
}

/// Compares a checkpoint with the entries that it counts and with the keys of that time.
fn checkpoint(entries: &Examining, bytes: &[u8]) -> Result<(), Refused> {
    let note = Note::parse(bytes).map_err(|flaw| differs(format!("in the checkpoint, {flaw}")))?;
    let said = Checkpoint::parse(note.text())
        .map_err(|flaw| differs(format!("in the checkpoint, {flaw}")))?;
    let (head, origin) = (said.head(), said.origin());
    let root = usize::try_from(head.size).ok().and_then(|size| entries.roots.get(size));
    if origin != entries.ledger.origin() || root != Some(&head.root) {
        return Err(differs(format!("the checkpoint of {} entries is of other ones", head.size)));
    }
    let then = entries.offices.iter().rev().find(|(since, _)| *since <= head.size);
    let keys = then.map_or(&[][..], |(_, keys)| keys.as_slice());
    let verified = note.verify(keys);
    verified.map_err(|unverified| differs(format!("in the checkpoint, {unverified}"))).map(drop)
}
