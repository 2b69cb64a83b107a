//! Why an act's signatures are not those it needs, and what would be right.

/// Why an act's signatures are not those it needs, or a change of keys cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsealed {
    /// The log has begun already, or not yet.
    #[error("the first entry of a log is its genesis, and no other is")]
    Genesis,
    /// Another number of lines.
    #[error("this kind of entry carries {needed} signature lines, here are {found}")]
    Lines {
        /// How many there must be.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// A line names no key that may sign here.
    #[error("line {line} of the signatures is by no key that signs this kind of entry here")]
    NoCapacity {
        /// The line, from 1.
        line: usize,
    },
    /// A line is by a key that signed once.
    #[error("line {line} of the signatures is by a key that ended at entry {at}")]
    Ended {
        /// The line, from 1.
        line: usize,
        /// The entry that ended the key.
        at: u64,
    },
    /// A line was not made by the key it names.
    #[error("line {line} of the signatures was not made by the key it names over this text")]
    Mismatch {
        /// The line, from 1.
        line: usize,
    },
    /// One key signs twice where two are asked for.
    #[error("one key stands for one signature only")]
    Twice,
    /// The key was enrolled before.
    #[error("this key was enrolled before; a key that ended is not taken up again")]
    Known,
    /// No such key signs any more.
    #[error("no key of this digest is in use")]
    NotInUse,
    /// The key was revoked before.
    #[error("entry {at} revoked this key, from entry {from} on")]
    Revoked {
        /// The entry that revoked it.
        at: u64,
        /// The entry from which on what it signed is contested.
        from: u64,
    },
    /// The key is not the one fixed before.
    #[error("the key that comes is not the one whose digest was fixed before")]
    NotNext,
    /// The entry lies ahead.
    #[error("a key is revoked from an entry that the log has already, or from now on")]
    Ahead,
    /// The log would have too few keys.
    #[error("the log would be left without the keys of its authority or its depositary")]
    TooFew,
    /// The keys changed since the signatures were looked at.
    #[error("the keys of the log changed meanwhile")]
    Stale,
}

impl Unsealed {
    /// Returns what would be right.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Genesis => "`servanda log create` writes the genesis",
            Self::Lines { .. } | Self::NoCapacity { .. } | Self::Twice => {
                "docs/formats/log.md says who signs which kind of entry"
            }
            Self::Ended { .. } => {
                "sign with the key that came after it: `key rotate` wrote it to `FILE.next`"
            }
            Self::Mismatch { .. } => "sign the text exactly as it will be stored",
            Self::Known => "make a new key with `servanda key new`",
            Self::NotInUse => "`servanda key list` shows the keys in use",
            Self::Revoked { .. } => {
                "each key is revoked once, from the first entry in doubt; what it signed before stands"
            }
            Self::NotNext => "rotate to the key whose digest stands in the last enrolment",
            Self::Ahead => "name an entry at or before the end of the log",
            Self::TooFew => "enrol another key first",
            Self::Stale => "look at the signatures again",
        }
    }
}
