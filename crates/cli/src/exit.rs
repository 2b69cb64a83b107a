//! The one table of exit codes.

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Yes, or done.
    Yes,
    /// The answer is no: refused, failed, not so, findings under `--strict`.
    No,
    /// Bad usage or unreadable text.
    Unreadable,
    /// A fault of disk, network, database or key.
    Fault,
}

impl Exit {
    /// Returns the code a shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Yes => 0,
            Self::No => 1,
            Self::Unreadable => 2,
            Self::Fault => 3,
        }
    }
}
