//! Content that stands outside the log and can be erased.

use crate::sum::Sum;
use crate::{Fault, Hash};

/// The longest body or snapshot that is kept, in bytes.
pub const BODY_BYTES_MAX: usize = 256 << 20;

/// Content that stands outside the log and can be erased; the log holds its commitment only.
#[derive(Clone, PartialEq, Eq)]
pub struct Body {
    /// What keeps the content from being guessed from its commitment.
    pub salt: Vec<u8>,
    /// The content.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Body {
    /// Says how long the body is, so that no content reaches a log of the program by accident.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} bytes)", self.bytes.len())
    }
}

impl Body {
    /// Checks that it can be kept.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        if self.salt.len().saturating_add(self.bytes.len()) > BODY_BYTES_MAX {
            let cause = format!("a body has at most {BODY_BYTES_MAX} bytes");
            return Err(Fault::Unfit { cause });
        }
        Ok(())
    }

    /// Checks that the body which is kept is the same.
    pub(crate) fn same_as(&self, kept: &Self) -> Result<(), Fault> {
        if self == kept {
            return Ok(());
        }
        let cause = "another body is kept under this commitment".to_owned();
        Err(Fault::Unfit { cause })
    }

    /// Returns the sum of its row.
    pub(crate) fn sum(&self, commitment: &Hash) -> i64 {
        Sum::of("body").bytes(commitment).bytes(&self.salt).bytes(&self.bytes).end()
    }
}
