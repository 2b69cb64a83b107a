//! Base64 with padding, read only where it is what would be printed (RFC 4648 §4).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// Prints bytes.
pub(crate) fn print(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Prints bytes that are secret.
pub(crate) fn print_secret(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(bytes))
}

/// Parses bytes; none where the text is not what printing them gives.
///
/// The engine refuses missing padding, bits left over and foreign characters by itself.
pub(crate) fn parse(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Parses bytes that are secret, into one place that is wiped whatever comes of it.
pub(crate) fn parse_secret(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; text.len()]);
    let length = STANDARD.decode_slice(text, bytes.as_mut_slice()).ok()?;
    bytes.truncate(length);
    Some(bytes)
}
