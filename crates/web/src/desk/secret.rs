//! Secrets that seal what this server gave out, so that it knows it again (RFC 2104, SHA-256).

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;

/// A secret of 32 bytes; nothing shows it.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Takes random bytes as a secret.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Derives a secret for one purpose from a longer-lived one, which it does not tell.
    pub fn derive(from: &[u8], purpose: &str) -> Self {
        Self(seal(from, purpose).finalize().into_bytes().into())
    }

    /// Seals a text.
    pub(crate) fn seal(&self, text: &str) -> [u8; 32] {
        seal(&self.0, text).finalize().into_bytes().into()
    }

    /// Tells whether the first bytes of a text's seal are these, at least sixteen; it takes as long
    /// for any that are not.
    pub(crate) fn is_sealed(&self, text: &str, said: &[u8]) -> bool {
        said.len() >= 16 && seal(&self.0, text).verify_truncated_left(said).is_ok()
    }
}

fn seal(key: &[u8], text: &str) -> Hmac<Sha256> {
    let mut mac = match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => mac,
        // A key of any length is taken (RFC 2104, section 3).
        Err(_length) => Hmac::<Sha256>::new(&[0; 64].into()),
    };
    mac.update(text.as_bytes());
    mac
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Writes bytes as hexadecimal in lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads hexadecimal in lower case.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte.saturating_sub(b'0')),
        b'a'..=b'f' => Some(byte.saturating_sub(b'a').saturating_add(10)),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2.
    #[test]
    fn a_seal_is_that_of_the_rfc() {
        let sealed = Secret::derive(b"Jefe", "what do ya want for nothing?");
        assert_eq!(
            hex(&sealed.0),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn a_seal_that_was_cut_or_changed_is_none() {
        let secret = Secret::new([3; 32]);
        let seal = secret.seal("text");
        assert!(secret.is_sealed("text", &seal) && secret.is_sealed("text", &seal[..16]));
        assert!(!secret.is_sealed("text", &seal[..15]) && !secret.is_sealed("texts", &seal));
        assert!(!Secret::new([4; 32]).is_sealed("text", &seal));
        assert_eq!(format!("{secret:?}"), "Secret", "a secret is never shown");
    }

    #[test]
    fn hexadecimal_is_read_as_it_is_written() {
        assert_eq!(unhex(&hex(&[0, 10, 255])), Some(vec![0, 10, 255]));
        assert!(unhex("0").is_none() && unhex("0A").is_none() && unhex("zz").is_none());
    }
}
