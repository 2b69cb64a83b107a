//! Public keys of Ed25519, checked once when they are enrolled (RFC 8032).

use ed25519_dalek::{Signature, VerifyingKey};
use std::fmt;

/// Why bytes are no key that may be enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PointFlaw {
    /// They stand for no point of the curve.
    #[error("the public key is no point of the curve")]
    OffCurve,
    /// They stand for a point that is written otherwise (RFC 8032 §5.1.3).
    #[error("the public key is not written in its one canonical form")]
    NotCanonical,
    /// The point is of small order: signatures would verify for almost any text.
    #[error("the public key is a point of small order")]
    SmallOrder,
    /// The point has a part of small order, by which verifiers may come to differ.
    #[error("the public key is not in the prime-order group")]
    Torsion,
}

/// A public key that was found canonical and free of torsion.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Checks the bytes of a public key, as must be done when it is enrolled.
    ///
    /// # Errors
    /// The first way in which the bytes depart from an honest key.
    pub fn new(bytes: &[u8; 32]) -> Result<Self, PointFlaw> {
        // The cause is always the same, a failed decompression, so there is none to carry on.
        let Ok(key) = VerifyingKey::from_bytes(bytes) else {
            return Err(PointFlaw::OffCurve);
        };
        let point = key.to_edwards();
        if point.compress().as_bytes() != bytes {
            Err(PointFlaw::NotCanonical)
        } else if key.is_weak() {
            Err(PointFlaw::SmallOrder)
        } else if !point.is_torsion_free() {
            Err(PointFlaw::Torsion)
        } else {
            Ok(Self(key))
        }
    }

    /// Keeps a key that was made from a secret, which is a multiple of the base point.
    pub(crate) fn of_secret(key: VerifyingKey) -> Self {
        Self(key)
    }

    /// Returns the bytes.
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Verifies one signature strictly: canonical `S`, canonical `R`, no point of small order.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        let signature = <[u8; crate::ED25519_BYTES]>::try_from(signature);
        signature.is_ok_and(|bytes| {
            self.0.verify_strict(message, &Signature::from_bytes(&bytes)).is_ok()
        })
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey(")?;
        self.to_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}
