//! What a sealed act says: the kinds of entries of a log.

use crate::Digest;
use servanda_model::Instant;
use servanda_note::VerifierKey;

/// What a sealed act says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// The first entry: whose log this is, and the keys it begins with.
    Genesis(Genesis),
    /// A piece of the law as text, as it stands in a charter file.
    Enact {
        /// The file's path.
        file: String,
        /// The line of the file at which the text begins.
        line: u64,
        /// The text, a top-level entry with the comments before it.
        text: String,
    },
    /// An entry of the record that the depositary takes over from a text: history is recited.
    Recite {
        /// The file's path.
        file: String,
        /// The line of the file at which the text begins.
        line: u64,
        /// The text, a top-level entry with the comments before it.
        text: String,
    },
    /// An act that arrived, as journal text; it is judged at the door.
    Act {
        /// The text: one entry of a journal.
        text: String,
        /// The log as its signer saw it.
        seen: Seen,
    },
    /// When the entries after this one were received, until the next of its kind.
    Received {
        /// The second, in universal time.
        at: Instant,
    },
    /// A key that may sign from here on.
    Enrol(Enrolment),
    /// A key that takes the place of another, as was fixed when the other was enrolled.
    Rotate {
        /// The key that goes.
        old: Digest,
        /// The key that comes.
        key: VerifierKey,
        /// The digest of the key after it.
        next: Digest,
    },
    /// A key that may not sign any more.
    Revoke {
        /// The key.
        key: Digest,
        /// The entry from which on what it signed is contested.
        from: u64,
        /// Why, in words.
        reason: String,
    },
    /// A document kept outside the log, by its salted digest.
    Document {
        /// SHA-256 of the salt and then the body.
        commitment: Digest,
        /// How many bytes the body has.
        bytes: u64,
        /// Its media type (RFC 6838).
        media: String,
        /// What it is called in public.
        title: String,
        /// The organs whose members may read it; everybody where none is named.
        readers: Vec<String>,
    },
    /// The body and salt of a document are destroyed.
    Erase {
        /// The document's commitment.
        commitment: Digest,
        /// Why, in words.
        reason: String,
    },
}

/// The first entry of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// The organisation's word.
    pub organisation: String,
    /// The version of the charter language and of what its words mean.
    pub language: u64,
    /// How many authority keys sign together.
    pub threshold: u64,
    /// The keys: the authority's, and the depositary's.
    pub keys: Vec<Enrolment>,
    /// The log this one rehearses, where it is a rehearsal.
    pub rehearses: Option<String>,
}

/// A key, whose it is, and what comes after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The key.
    pub key: VerifierKey,
    /// The digest of the public key that may take its place.
    pub next: Digest,
    /// What it signs.
    pub role: Role,
}

/// What a key signs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Enrolments and revocations.
    Authority,
    /// What the depositary records, and checkpoints.
    Depositary,
    /// The seal of a party's delegation.
    Delegation {
        /// The party.
        party: String,
        /// Whether a person of the delegation signs too.
        with_person: bool,
    },
    /// A person of a party's delegation, who signs beside its seal.
    Person {
        /// The party.
        party: String,
    },
    /// A witness of a party, which signs no act: it cosigns checkpoints.
    Witness {
        /// The party.
        party: String,
    },
}

/// The log as a signer saw it: a checkpoint's size and root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How many entries.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Digest,
}

impl Content {
    /// Returns the word of the kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Genesis(_) => "genesis",
            Self::Enact { .. } => "enact",
            Self::Recite { .. } => "recite",
            Self::Act { .. } => "act",
            Self::Received { .. } => "received",
            Self::Enrol(_) => "enrol",
            Self::Rotate { .. } => "rotate",
            Self::Revoke { .. } => "revoke",
            Self::Document { .. } => "document",
            Self::Erase { .. } => "erase",
        }
    }
}

impl Enrolment {
    /// Makes the enrolment of a witness's key. It makes no act and so cannot rotate: no other key
    /// is fixed to come after it, and its own digest stands there.
    pub fn of_witness(party: String, key: VerifierKey) -> Self {
        let next = Digest::of(&key.public_key().to_bytes());
        Self { key, next, role: Role::Witness { party } }
    }

    /// Returns the digest of the public key, which names the key everywhere else.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.key.public_key().to_bytes())
    }
}

impl Role {
    /// Returns the word of the role.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Depositary => "depositary",
            Self::Delegation { .. } => "delegation",
            Self::Person { .. } => "person",
            Self::Witness { .. } => "witness",
        }
    }

    /// Returns the party a key speaks for.
    pub fn party(&self) -> Option<&str> {
        match self {
            Self::Authority | Self::Depositary => None,
            Self::Delegation { party, .. } | Self::Person { party } | Self::Witness { party } => {
                Some(party)
            }
        }
    }
}
