//! What is asked of a receipt: whose log it is from, and how many witnesses saw it.

use servanda_note::{KeyKind, VerifierKey};

/// Whose log, whose cosignatures, and how many of them are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub(crate) origin: String,
    pub(crate) log: Vec<VerifierKey>,
    pub(crate) witnesses: Vec<VerifierKey>,
    pub(crate) quorum: usize,
}

/// Why a policy cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFlaw {
    /// The log has no key.
    #[error("a policy has a key of the log")]
    NoLogKey,
    /// A key of a witness is not one that cosigns with a time.
    #[error("the key of a witness is of the kind 4 (cosignature)")]
    NotCosigner,
    /// A key of a witness stands twice, under whatever name, and would be counted twice.
    #[error("two witnesses have the same key")]
    SameKey,
    /// More witnesses are asked for than are known.
    #[error("a quorum of {quorum} is more than the {known} witnesses that are known")]
    Quorum {
        /// How many are asked for.
        quorum: usize,
        /// How many are known.
        known: usize,
    },
}

impl Policy {
    /// Makes a policy.
    ///
    /// # Errors
    /// No key of the log, a witness's key that stands twice or does not cosign, or a quorum that
    /// cannot be reached.
    pub fn new(
        origin: &str,
        log: Vec<VerifierKey>,
        witnesses: Vec<VerifierKey>,
        quorum: usize,
    ) -> Result<Self, PolicyFlaw> {
        let mut keys: Vec<_> = witnesses.iter().map(|key| key.public_key().to_bytes()).collect();
        keys.sort_unstable();
        let known = witnesses.len();
        // A cosignature does not say by whom it is, so that one key under two names would count twice.
        if keys.windows(2).any(|pair| pair.first() == pair.last()) {
            Err(PolicyFlaw::SameKey)
        } else if witnesses.iter().any(|key| key.kind() != KeyKind::Cosignature) {
            Err(PolicyFlaw::NotCosigner)
        } else if log.is_empty() {
            Err(PolicyFlaw::NoLogKey)
        } else if quorum > known {
            Err(PolicyFlaw::Quorum { quorum, known })
        } else {
            Ok(Self { origin: origin.to_owned(), log, witnesses, quorum })
        }
    }

    /// Returns how many witnesses are known.
    pub fn known(&self) -> usize {
        self.witnesses.len()
    }

    /// Returns how many of them are asked for.
    pub fn quorum(&self) -> usize {
        self.quorum
    }
}
