//! What the texts of logs share: decimal numbers and lines of hashes.

use crate::{Hash, PROOF_HASHES_MAX, SIZE_MAX};

/// Parses a number in decimal without leading zeros, up to the largest size of a tree.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let is_plain =
        text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    // The empty text and too many digits fail here.
    let number = is_plain.then(|| text.parse().ok())?;
    number.filter(|number| *number <= SIZE_MAX)
}

/// Why lines are no proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HashFlaw {
    /// A line is no hash.
    Form,
    /// There are too many.
    Many,
}

/// Parses lines of hashes, each ended by a newline; returns the place of a fault, from 0.
pub(crate) fn hashes(text: &str) -> Result<Vec<Hash>, (usize, HashFlaw)> {
    let mut hashes = Vec::new();
    for (at, line) in text.split_terminator('\n').enumerate() {
        if at == PROOF_HASHES_MAX {
            return Err((at, HashFlaw::Many));
        }
        hashes.push(Hash::parse(line).ok_or((at, HashFlaw::Form))?);
    }
    Ok(hashes)
}

/// Prints hashes, one a line.
pub(crate) fn print_hashes(hashes: &[Hash], out: &mut String) {
    for hash in hashes {
        out.push_str(&hash.print());
        out.push('\n');
    }
}
