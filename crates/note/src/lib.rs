//! Signed notes: a text, the lines that sign it, and the keys that verify them.
//!
//! This room holds the C2SP formats `signed-note` and the Ed25519 part of `tlog-cosignature`. It
//! knows neither trees nor treaties, makes no key of its own, and accepts exactly what it prints.
#![warn(missing_docs)]

mod armour;
mod cosignature;
mod key;
mod line;
mod name;
mod note;
mod point;
mod signer;

pub use cosignature::{CosignatureTime, cosigned_message};
pub use key::{KeyFlaw, KeyId, KeyKind, Signed, VerifierKey};
pub use line::SignatureLine;
pub use name::KeyName;
pub use note::{Malformed, Note, NoteFlaw, Unverified};
pub use point::{PointFlaw, PublicKey};
pub use signer::{CosignerKey, SignerKey};

/// The largest note that is read or made, in bytes.
pub const NOTE_BYTES_MAX: usize = 1_000_000;
/// The most signature lines of a note.
pub const SIGNATURES_MAX: usize = 100;
/// The longest name of a key, in bytes.
pub const NAME_BYTES_MAX: usize = 255;
/// The longest signature in a line, in bytes and without the key's id.
pub const SIGNATURE_BYTES_MAX: usize = 8_192;
/// The length of an Ed25519 signature, in bytes.
pub const ED25519_BYTES: usize = 64;
