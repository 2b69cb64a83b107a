//! What keeps the depositary from its work: disks, databases, keys, logs of another law.

use crate::refused::Refused;
use servanda_model::Instant;
use servanda_note::Unverified;
use servanda_seal::Digest;
use servanda_store::Fault as StoreFault;
use servanda_tlog::TileFlaw;

/// What is done about a log that is not what was written.
const REBUILD: &str = "stop writing, keep a copy, and rebuild from a witness";

/// What keeps the depositary from its work.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// An entry of the log is not one that a depositary would have taken.
    #[error("entry {index} of the log: {}", .refused.message)]
    Entry {
        /// The entry.
        index: u64,
        /// Why not.
        refused: Refused,
    },
    /// A tile of the log is not there, or not whole.
    #[error("the log's tiles do not make its tree: {0}")]
    Tile(#[from] TileFlaw),
    /// A full tile is not there, or is not the one over the log's entries.
    #[error("tile {index} of level {level} is not the one over the log's entries")]
    OtherTile {
        /// Its level.
        level: u8,
        /// Its index.
        index: u64,
    },
    /// The tree over the entries has another root than the log says.
    #[error("the log says that its root is {said}, and its entries make {found}")]
    Root {
        /// What the log says.
        said: String,
        /// What its entries make.
        found: String,
    },
    /// The log is shorter than it was.
    #[error("the log had {known} entries when it was last read or signed for, and has {found} now")]
    Lost {
        /// How many it had.
        known: u64,
        /// How many it has.
        found: u64,
    },
    /// The log was written for another meaning of the law's words.
    #[error(
        "the log is of version {found} of the charter language, and this program speaks {known}"
    )]
    Language {
        /// The log's version.
        found: u64,
        /// The program's.
        known: u64,
    },
    /// The log's entries are of a form that a later program wrote.
    #[error(
        "the log is of version {found} of the form of entries, and this program writes {known}"
    )]
    Format {
        /// The log's version.
        found: u32,
        /// The program's.
        known: u32,
    },
    /// The key is not the one that signs for this log.
    #[error("the key `{name}` does not sign for this log")]
    Key {
        /// The key's name.
        name: String,
    },
    /// The clock went back.
    #[error("the log received an act at {last}, and the clock says {now}")]
    Clock {
        /// When the last act was received.
        last: Instant,
        /// What the clock says.
        now: Instant,
    },
    /// The clock is far ahead of everything that was received.
    #[error("the log received an act at {last}, and the clock says {now}, more than a year later")]
    Leap {
        /// When the last act was received.
        last: Instant,
        /// What the clock says.
        now: Instant,
    },
    /// Others append all the time.
    #[error("others appended to the log each time this act was judged")]
    Contended,
    /// The log that is followed did not show something, or not as it must be.
    #[error("the log did not show `{path}`: {cause}")]
    Unanswered {
        /// The path that was asked for.
        path: String,
        /// What it answered.
        cause: String,
    },
    /// What the log shows does not lead to the root that it signed.
    #[error("what the log shows from entry {entry} on does not lead to the root it signed")]
    Withheld {
        /// The first entry that does not.
        entry: u64,
    },
    /// The checkpoint is not signed by a key that the log enrolled.
    #[error("the checkpoint is not signed by a key of its log: {0}")]
    Unsigned(Unverified),
    /// The checkpoint is of another log.
    #[error("the checkpoint is of `{found}`, and not of `{wanted}`")]
    Origin {
        /// Whose it is.
        found: String,
        /// Whose it should be.
        wanted: String,
    },
    /// A body beside the log is not the one that was deposited.
    #[error("the body {commitment} is not what was deposited: it does not make its commitment")]
    Body {
        /// The document.
        commitment: Digest,
    },
    /// The log says that a body was destroyed, and the disk did not yet do it.
    #[error(
        "entry {entry} says that {commitment} was erased, and its bytes may still be there: {cause}"
    )]
    Unerased {
        /// The document.
        commitment: Digest,
        /// The entry that says so.
        entry: u64,
        /// Why not.
        #[source]
        cause: Box<StoreFault>,
    },
    /// What is done in rehearsals alone is asked of another log.
    #[error("`{origin}` is no rehearsal: its authority enrols keys, and nobody else")]
    NoRehearsal {
        /// The log.
        origin: String,
    },
    /// A record cannot be taken into a log.
    #[error("{0}")]
    Record(String),
}

impl Fault {
    /// Says of an entry that it has other bytes than those that were taken into the tree.
    pub(crate) fn of_bytes(index: u64) -> Self {
        let message = "its bytes are not those in the log's tree".to_owned();
        Self::Entry { index, refused: Refused::new("L-DAMAGED", message, REBUILD) }
    }

    /// Returns what a person can do about it.
    pub fn hint(&self) -> &str {
        match self {
            Self::Store(fault) => fault.hint(),
            Self::Entry { refused, .. } => &refused.hint,
            Self::Tile(_) | Self::OtherTile { .. } | Self::Root { .. } => REBUILD,
            Self::Lost { .. } => {
                "the database was put back to an older state: stop the office, keep a copy, and \
                 bring the missing entries back from a witness"
            }
            Self::Language { .. } | Self::Format { .. } => {
                "use the program that wrote the log, or a later one"
            }
            Self::Key { .. } => {
                "`servanda key list` shows the keys in use; after `key rotate` give the file \
                 `FILE.next` that it wrote"
            }
            Self::Clock { .. } => "set the clock, then try again: nothing was written",
            Self::Leap { .. } => {
                "set the clock; if it is right, `servanda log append --clock-is-right` takes the \
                 first act after so long: nothing is received earlier ever after"
            }
            Self::Contended => "try again",
            Self::Unanswered { .. } | Self::Withheld { .. } => {
                "nothing of it was kept; see whether the log answers, then try again"
            }
            Self::Unsigned(_) => {
                "ask the log's authority for its key, and give it with `--key` at the first start"
            }
            Self::Origin { .. } => "one mirror keeps one log: see whether the address is its own",
            Self::Body { .. } => "deposit the document again with its salt, from a backup",
            Self::Unerased { .. } => "erase it once more: that destroys what is left",
            Self::NoRehearsal { .. } => "`servanda rehearse` forks a log into a rehearsal",
            Self::Record(_) => "cut the entry into smaller ones",
        }
    }
}
