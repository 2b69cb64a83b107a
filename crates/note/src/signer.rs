//! Keys that sign. Their secret is handed in, shown by nothing but `print`, and wiped when dropped.

use crate::key::{KeyFlaw, KeyId, KeyKind, VerifierKey, kind_and_key, parts};
use crate::{CosignatureTime, KeyName, PublicKey, SignatureLine, armour, cosigned_message};
use ed25519_dalek::{Signer as _, SigningKey};
use std::fmt;
use zeroize::Zeroizing;

const PREFIX: &str = "PRIVATE+KEY+";

/// A key that signs the text of notes (kind `0x01`).
pub struct SignerKey(Secret);

impl SignerKey {
    /// Makes a key of a seed of 32 secret bytes (RFC 8032 §5.1.5).
    pub fn new(name: KeyName, seed: &[u8; 32]) -> Self {
        Self(Secret::new(name, KeyKind::Ed25519, seed))
    }

    /// Parses `PRIVATE+KEY+NAME+ID+base64(0x01 || seed)`.
    ///
    /// # Errors
    /// The first departure from that form, or an id that is not the key's.
    pub fn parse(text: &str) -> Result<Self, KeyFlaw> {
        Secret::parse(text, KeyKind::Ed25519).map(Self)
    }

    /// Prints the secret key as [`SignerKey::parse`] reads it.
    pub fn print(&self) -> Zeroizing<String> {
        self.0.print()
    }

    /// Returns the key that verifies what this one signs.
    pub fn verifier(&self) -> VerifierKey {
        self.0.verifier()
    }

    /// Signs a text, whose form is looked at where a note is made of it.
    pub fn sign(&self, text: &str) -> SignatureLine {
        self.0.line(&self.0.key.sign(text.as_bytes()).to_bytes())
    }
}

/// A key that cosigns checkpoints with a time (kind `0x04`).
pub struct CosignerKey(Secret);

impl CosignerKey {
    /// Makes a key of a seed of 32 secret bytes.
    pub fn new(name: KeyName, seed: &[u8; 32]) -> Self {
        Self(Secret::new(name, KeyKind::Cosignature, seed))
    }

    /// Parses `PRIVATE+KEY+NAME+ID+base64(0x04 || seed)`.
    ///
    /// # Errors
    /// The first departure from that form, or an id that is not the key's.
    pub fn parse(text: &str) -> Result<Self, KeyFlaw> {
        Secret::parse(text, KeyKind::Cosignature).map(Self)
    }

    /// Prints the secret key as [`CosignerKey::parse`] reads it.
    pub fn print(&self) -> Zeroizing<String> {
        self.0.print()
    }

    /// Returns the key that verifies what this one cosigns.
    pub fn verifier(&self) -> VerifierKey {
        self.0.verifier()
    }

    /// Cosigns the text of a checkpoint at a time.
    pub fn cosign(&self, text: &str, time: CosignatureTime) -> SignatureLine {
        let signature = self.0.key.sign(cosigned_message(time, text).as_bytes());
        let mut bytes = time.seconds().to_be_bytes().to_vec();
        bytes.extend(signature.to_bytes());
        self.0.line(&bytes)
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show("SignerKey", f)
    }
}

impl fmt::Debug for CosignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show("CosignerKey", f)
    }
}

/// What both have: a name, an id, and a secret that the curve's own crate wipes when it is dropped.
struct Secret {
    name: KeyName,
    kind: KeyKind,
    id: KeyId,
    key: SigningKey,
}

impl Secret {
    fn new(name: KeyName, kind: KeyKind, seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(seed);
        let id = KeyId::of(&name, kind, key.verifying_key().as_bytes());
        Self { name, kind, id, key }
    }

    fn parse(text: &str, wanted: KeyKind) -> Result<Self, KeyFlaw> {
        let (name, id, key) = parts(text.strip_prefix(PREFIX).ok_or(KeyFlaw::Form)?)?;
        let bytes = armour::parse_secret(key).ok_or(KeyFlaw::Base64)?;
        let (kind, seed) = kind_and_key(&bytes)?;
        if kind != wanted {
            return Err(KeyFlaw::OtherKind(kind.byte()));
        }
        let secret = Self::new(name, kind, seed);
        if secret.id == id { Ok(secret) } else { Err(KeyFlaw::IdDiffers(secret.id)) }
    }

    fn print(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0_u8; 33]);
        let secret = std::iter::once(self.kind.byte()).chain(self.key.as_bytes().iter().copied());
        bytes.iter_mut().zip(secret).for_each(|(to, from)| *to = from);
        let key = armour::print_secret(bytes.as_slice());
        // The room is taken at once: a string that grew would leave copies of the secret behind.
        let id = self.id.to_string();
        let parts = [PREFIX, self.name.as_str(), "+", id.as_str(), "+", key.as_str()];
        let length = parts.iter().fold(0_usize, |sum, part| sum.saturating_add(part.len()));
        let mut text = Zeroizing::new(String::with_capacity(length));
        parts.iter().for_each(|part| text.push_str(part));
        text
    }

    fn verifier(&self) -> VerifierKey {
        let key = PublicKey::of_secret(self.key.verifying_key());
        VerifierKey::new(self.name.clone(), self.kind, key)
    }

    fn line(&self, signature: &[u8]) -> SignatureLine {
        SignatureLine::of_key(self.name.clone(), self.id, signature.to_vec())
    }

    fn show(&self, noun: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{noun}({}+{})", self.name, self.id)
    }
}
