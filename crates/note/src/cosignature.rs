//! Cosignatures with a time: what a witness says of a checkpoint (c2sp.org/tlog-cosignature, v1).

use crate::PublicKey;
use std::fmt;

/// The second of a cosignature, counted from 1970: from 1 to 2^63 − 1.
///
/// A witness may not leave the time out, so zero is no time (c2sp.org/tlog-witness).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CosignatureTime(u64);

impl CosignatureTime {
    /// Takes a number of seconds; none where it is 0 or more than 2^63 − 1.
    pub fn new(seconds: u64) -> Option<Self> {
        (seconds > 0 && i64::try_from(seconds).is_ok()).then_some(Self(seconds))
    }

    /// Returns the seconds.
    pub fn seconds(self) -> u64 {
        self.0
    }
}

impl fmt::Display for CosignatureTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Returns what is signed: a line that says what this is, the time, and the text of the checkpoint.
pub fn cosigned_message(time: CosignatureTime, text: &str) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// Verifies eight bytes of time and the signature after them.
pub(crate) fn verify(key: &PublicKey, text: &str, signature: &[u8]) -> Option<CosignatureTime> {
    let (time, signature) = signature.split_first_chunk::<8>()?;
    let time = CosignatureTime::new(u64::from_be_bytes(*time))?;
    key.verify(cosigned_message(time, text).as_bytes(), signature).then_some(time)
}
