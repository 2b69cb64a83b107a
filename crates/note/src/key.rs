//! Verifier keys and the ids of keys (c2sp.org/signed-note, "Verifier keys").

use crate::point::{PointFlaw, PublicKey};
use crate::{CosignatureTime, KeyName, SignatureLine, armour, cosignature};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// What a key signs: the byte that stands before its public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    /// `0x01`: Ed25519 over the text of a note.
    Ed25519,
    /// `0x04`: Ed25519 over a time and the text of a checkpoint (c2sp.org/tlog-cosignature).
    Cosignature,
}

impl KeyKind {
    /// Returns the byte of the kind.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    /// Returns the kind of a byte, where it is one of those read here.
    pub const fn of(byte: u8) -> Option<Self> {
        match byte {
            0x01 => Some(Self::Ed25519),
            0x04 => Some(Self::Cosignature),
            _ => None,
        }
    }
}

/// The four bytes by which a signature line names its key, beside the key's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

impl KeyId {
    /// Returns the id of a key: `SHA-256(name || 0x0A || kind || public key)[:4]`.
    pub fn of(name: &KeyName, kind: KeyKind, key: &[u8; 32]) -> Self {
        let mut hash = Sha256::new();
        hash.update(name.as_str());
        hash.update([b'\n', kind.byte()]);
        hash.update(key);
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        Self([a, b, c, d])
    }

    /// Parses eight digits of hexadecimal in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let number = (text.len() == 8 && is_plain).then(|| u32::from_str_radix(text, 16).ok())?;
        number.map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFlaw {
    /// The parts are not there.
    #[error("a key is written `NAME+ID+KEY`, a secret one `PRIVATE+KEY+NAME+ID+KEY`")]
    Form,
    /// The name is none.
    #[error("the name of a key is 1 to 255 bytes without spaces and without `+`")]
    Name,
    /// The id is not eight digits.
    #[error("the id of a key is eight digits of hexadecimal in lower case")]
    IdForm,
    /// The id is that of another name or key.
    #[error("the id is not that of this name and key, which is `{0}`")]
    IdDiffers(KeyId),
    /// The key is not base64 as it would be printed.
    #[error("the key is not base64 with padding")]
    Base64,
    /// The kind is none of those read here.
    #[error("the kind of a key is 1 (Ed25519) or 4 (cosignature), here it is {0}")]
    Kind(u8),
    /// The key is of another kind than asked for.
    #[error("this is a key of the kind {0}")]
    OtherKind(u8),
    /// The key is not 32 bytes long.
    #[error("a key has 32 bytes after its kind")]
    Length,
    /// The key is not one that may be enrolled.
    #[error(transparent)]
    Point(#[from] PointFlaw),
}

/// A key that verifies: its name, its kind, and a public key that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    kind: KeyKind,
    id: KeyId,
    key: PublicKey,
}

impl VerifierKey {
    /// Makes a verifier key.
    pub fn new(name: KeyName, kind: KeyKind, key: PublicKey) -> Self {
        let id = KeyId::of(&name, kind, &key.to_bytes());
        Self { name, kind, id, key }
    }

    /// Parses `NAME+ID+base64(kind || public key)`.
    ///
    /// # Errors
    /// The first departure from that form, an id that is not the key's, a key that may not be enrolled.
    pub fn parse(text: &str) -> Result<Self, KeyFlaw> {
        let (name, id, key) = parts(text)?;
        let bytes = armour::parse(key).ok_or(KeyFlaw::Base64)?;
        let (kind, key) = kind_and_key(&bytes)?;
        let key = Self::new(name, kind, PublicKey::new(key)?);
        if key.id == id { Ok(key) } else { Err(KeyFlaw::IdDiffers(key.id)) }
    }

    /// Prints the key as [`VerifierKey::parse`] reads it.
    pub fn print(&self) -> String {
        let mut bytes = vec![self.kind.byte()];
        bytes.extend(self.key.to_bytes());
        format!("{}+{}+{}", self.name, self.id, armour::print(&bytes))
    }

    /// Returns the name.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// Returns the kind.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Returns the id.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Returns the public key.
    pub fn public_key(&self) -> PublicKey {
        self.key
    }

    /// Tells whether a line says that it is by this key.
    pub fn is_named_by(&self, line: &SignatureLine) -> bool {
        self.id == line.id() && self.name == *line.name()
    }

    /// Verifies one line over a text; none where it is by another key, or not by this one.
    pub fn verify(&self, text: &str, line: &SignatureLine) -> Option<Signed<'_>> {
        if !self.is_named_by(line) {
            return None;
        }
        match self.kind {
            KeyKind::Ed25519 => {
                let is_ours = self.key.verify(text.as_bytes(), line.signature());
                is_ours.then_some(Signed { key: self, time: None })
            }
            KeyKind::Cosignature => {
                let time = cosignature::verify(&self.key, text, line.signature())?;
                Some(Signed { key: self, time: Some(time) })
            }
        }
    }
}

/// What a verified line says: whose it is, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed<'k> {
    /// The key.
    pub key: &'k VerifierKey,
    /// The time that a cosignature gives.
    pub time: Option<CosignatureTime>,
}

/// Splits a key's text at its first two `+`: base64 may hold more of them.
pub(crate) fn parts(text: &str) -> Result<(KeyName, KeyId, &str), KeyFlaw> {
    let (name, rest) = text.split_once('+').ok_or(KeyFlaw::Form)?;
    let (id, key) = rest.split_once('+').ok_or(KeyFlaw::Form)?;
    let name = KeyName::parse(name).ok_or(KeyFlaw::Name)?;
    let id = KeyId::parse(id).ok_or(KeyFlaw::IdForm)?;
    Ok((name, id, key))
}

/// Reads the byte of the kind and the 32 bytes after it.
pub(crate) fn kind_and_key(bytes: &[u8]) -> Result<(KeyKind, &[u8; 32]), KeyFlaw> {
    let (kind, key) = bytes.split_first().ok_or(KeyFlaw::Length)?;
    let kind = KeyKind::of(*kind).ok_or(KeyFlaw::Kind(*kind))?;
    match <&[u8; 32]>::try_from(key) {
        Ok(key) => Ok((kind, key)),
        Err(_) => Err(KeyFlaw::Length),
    }
}
