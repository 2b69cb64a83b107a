//! The name of a key: not empty, without spaces and without `+` (c2sp.org/signed-note).

use crate::NAME_BYTES_MAX;
use std::fmt;

/// The name of a key, which is best an address without a scheme: `example.org/log`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyName(String);

impl KeyName {
    /// Parses a name; none where it is empty, too long, or holds a space, a control character or `+`.
    pub fn parse(text: &str) -> Option<Self> {
        // A control character could not stand in a note, so it cannot stand in a name either.
        let is_foreign = |c: char| c.is_whitespace() || c == '+' || c < ' ';
        let is_name =
            !text.is_empty() && text.len() <= NAME_BYTES_MAX && !text.contains(is_foreign);
        is_name.then(|| Self(text.to_owned()))
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
