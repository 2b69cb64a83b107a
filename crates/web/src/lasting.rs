//! Names that last: by which programs that follow a record know what it told them before.

use crate::site::Site;
use sha2::{Digest as _, Sha256};

/// Returns the name of something of a record as a UUID of its own making (RFC 9562, section 5.8):
/// of the origin of its log, or of the organisation where it is read from text, and of words that
/// stay as they are.
pub(crate) fn uuid(site: &Site, words: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update("servanda name\n");
    for word in [site.known_as().as_str()].iter().chain(words) {
        hash.update(format!("{}:{word}\n", word.len()));
    }
    let mut text = String::with_capacity(36);
    for (place, byte) in hash.finalize().iter().take(16).enumerate() {
        let byte = match place {
            6 => byte & 0x0F | 0x80,
            8 => byte & 0x3F | 0x80,
            _other => *byte,
        };
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

/// Returns the same as an absolute IRI.
pub(crate) fn urn(site: &Site, words: &[&str]) -> String {
    format!("urn:uuid:{}", uuid(site, words))
}
