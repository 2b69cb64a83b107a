//! Whether a checkpoint was signed by a key that its log itself enrolled.

use crate::fault::Fault;
use crate::shown::Shown;
use servanda_note::{Note, Unverified, VerifierKey};
use servanda_seal::{KeyRing, Sealed};
use servanda_tlog::{Bundle, Checkpoint, bundles_between};

/// Tells whether one of the keys signed.
///
/// # Errors
/// A line says that it is by one of them, and is not.
pub(crate) fn is_signed(note: &Note, keys: &[VerifierKey]) -> Result<bool, Fault> {
    match note.verify(keys) {
        Ok(_signed) => Ok(true),
        Err(Unverified::Unknown) => Ok(false),
        Err(other @ (Unverified::Mismatch(..) | Unverified::Ambiguous(..))) => {
            Err(Fault::Unsigned(other))
        }
    }
}

/// Returns the depositary's keys of a ring.
pub(crate) fn depositaries(ring: &KeyRing) -> Vec<VerifierKey> {
    ring.depositaries().cloned().collect()
}

/// Looks whether a checkpoint is signed by a key that the entries before it enrolled.
///
/// The keys as they are known come first. Where none of them signed, the new entries are read for
/// the changes of keys that they make, each signed by a key known before it. Where nothing is known
/// yet, the key that an operator trusts stands in, else those of the genesis that is shown.
pub(crate) fn trust(
    note: &Note,
    said: &Checkpoint,
    (ring, size): (&KeyRing, u64),
    trusted: Option<&VerifierKey>,
    shown: &mut Shown<'_, '_>,
) -> Result<(), Fault> {
    let known = match (size, trusted) {
        (0, Some(key)) => vec![key.clone()],
        (0, None) => genesis(said, shown)?,
        (1.., _) => depositaries(ring),
    };
    if is_signed(note, &known)? {
        return Ok(());
    }
    let unsigned = Err(Fault::Unsigned(Unverified::Unknown));
    if (size == 0 && trusted.is_some()) || said.head().size <= size {
        return unsigned;
    }
    let mut ring = ring.clone();
    for bundle in bundles_between(size, said.head().size) {
        let first = bundle.index().saturating_mul(256);
        for (index, bytes) in (first..).zip(shown.bundle(bundle)?) {
            if index >= size {
                change(&mut ring, said.origin(), index, &bytes);
            }
        }
    }
    if is_signed(note, &depositaries(&ring))? { Ok(()) } else { unsigned }
}

/// Takes the change of keys of an entry into account, if it is one and signed as it must be.
pub(crate) fn change(ring: &mut KeyRing, origin: &str, index: u64, bytes: &[u8]) {
    let Ok(sealed) = Sealed::parse(bytes) else { return };
    if sealed.origin() != origin {
        return;
    }
    if let Ok(signers) = ring.signers(&sealed) {
        // A change that cannot be made leaves the ring as it was.
        let (Ok(()) | Err(_)) = ring.apply(index, &sealed, &signers);
    }
}

/// Returns the depositary's keys of the genesis that is shown.
fn genesis(said: &Checkpoint, shown: &mut Shown<'_, '_>) -> Result<Vec<VerifierKey>, Fault> {
    let mut ring = KeyRing::default();
    let width = u16::try_from(said.head().size.min(256)).unwrap_or(256);
    if let Some(first) = Bundle::new(0, width)
        && let Some(bytes) = shown.bundle(first)?.first()
    {
        change(&mut ring, said.origin(), 0, bytes);
    }
    Ok(depositaries(&ring))
}
