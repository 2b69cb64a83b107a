//! Sealed acts: their canonical bytes, their ids, who had to sign them, and the life of keys.
//!
//! A sealed act is a signed note (c2sp.org/signed-note) over three lines: a fixed header, the
//! log's origin, and one line of strict JSON (RFC 8785). The same bytes are signed, hashed and
//! stored. This room knows neither trees nor disks, and does not read what a text says.
#![warn(missing_docs)]

mod content;
mod digest;
mod fields;
mod json;
mod key_ring;
mod sealed;
mod unsealed;

pub use content::{Content, Enrolment, Genesis, Role, Seen};
pub use digest::Digest;
pub use json::{Json, NotStrict};
pub use key_ring::{Contested, KeyLife, KeyRing, Signers};
pub use sealed::{Flaw, HEADER, LEAF_BYTES_MAX, Sealed, sealed_text};
pub use unsealed::Unsealed;
