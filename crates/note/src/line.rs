//! One signature line: `— NAME base64(key id || signature)` (c2sp.org/signed-note).

use crate::{KeyId, KeyName, NoteFlaw, SIGNATURE_BYTES_MAX, armour};

const DASH: &str = "\u{2014} ";

/// A line that says: the key of this name and id made this signature over the text above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    name: KeyName,
    id: KeyId,
    signature: Vec<u8>,
}

impl SignatureLine {
    /// Makes a line; none where the signature is empty or too long.
    pub fn new(name: KeyName, id: KeyId, signature: Vec<u8>) -> Option<Self> {
        let is_sized = !signature.is_empty() && signature.len() <= SIGNATURE_BYTES_MAX;
        is_sized.then_some(Self { name, id, signature })
    }

    /// Makes a line of a signature that one of our keys made.
    pub(crate) fn of_key(name: KeyName, id: KeyId, signature: Vec<u8>) -> Self {
        Self { name, id, signature }
    }

    /// Parses a line, which is given without its newline.
    ///
    /// # Errors
    /// The first departure from the form.
    pub fn parse(line: &str) -> Result<Self, NoteFlaw> {
        let rest = line.strip_prefix(DASH).ok_or(NoteFlaw::Dash)?;
        let (name, signature) = rest.split_once(' ').ok_or(NoteFlaw::Parts)?;
        let name = KeyName::parse(name).ok_or(NoteFlaw::Name)?;
        let bytes = armour::parse(signature).ok_or(NoteFlaw::Base64)?;
        let (id, signature) = bytes.split_first_chunk::<4>().ok_or(NoteFlaw::SignatureLength)?;
        Self::new(name, KeyId(*id), signature.to_vec()).ok_or(NoteFlaw::SignatureLength)
    }

    /// Parses lines that stand alone, each with its newline: the answer of a witness.
    ///
    /// # Errors
    /// The first line that departs from the form.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, crate::Malformed> {
        crate::note::lines(text, 1)
    }

    /// Prints the line without its newline.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.print_to(&mut out);
        out
    }

    pub(crate) fn print_to(&self, out: &mut String) {
        let mut bytes = self.id.0.to_vec();
        bytes.extend(&self.signature);
        let signature = armour::print(&bytes);
        [DASH, self.name.as_str(), " ", &signature].iter().for_each(|part| out.push_str(part));
    }

    /// Returns the name of the key.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// Returns the id of the key.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Returns the signature, without the key's id.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }
}
