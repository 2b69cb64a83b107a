//! What keeps a store from answering, with place, cause and hint.

use crate::row::Hex;
use crate::{Hash, Row};

/// What keeps a store from answering. Nothing of it is about what the entries say.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The address names no store.
    #[error("`{address}` names no log: {cause}")]
    Address {
        /// What was given, without a password.
        address: String,
        /// Why it names none.
        cause: String,
    },
    /// No log is there.
    #[error("no log is at `{place}`")]
    Absent {
        /// Where.
        place: String,
    },
    /// A log is there already.
    #[error("a log is at `{place}` already: `{origin}`")]
    Founded {
        /// Where.
        place: String,
        /// Its origin.
        origin: String,
    },
    /// Something else is there.
    #[error("`{place}` holds something else than a log: {cause}")]
    Foreign {
        /// Where.
        place: String,
        /// What tells it from a log.
        cause: String,
    },
    /// The tables are of a later layout.
    #[error("`{place}` has tables of layout {found}, and this program knows up to {known}")]
    Newer {
        /// Where.
        place: String,
        /// The layout that is there.
        found: i64,
        /// The latest that is known.
        known: i64,
    },
    /// The database is set so that it could lose what it acknowledged.
    #[error("`{place}` is set to `{setting}` = `{found}`, and a log needs {needed}")]
    Setting {
        /// Where.
        place: String,
        /// The name of the setting.
        setting: String,
        /// How it is set.
        found: String,
        /// How it has to be set.
        needed: String,
    },
    /// No room is left; nothing was written.
    #[error("`{place}` has no room left: {cause}")]
    Full {
        /// Where.
        place: String,
        /// What the database said.
        cause: String,
    },
    /// It can be read only; nothing was written.
    #[error("`{place}` can be read and not written: {cause}")]
    ReadOnly {
        /// Where.
        place: String,
        /// What the database said.
        cause: String,
    },
    /// Someone else holds it for too long; nothing was written.
    #[error("`{place}` is held by someone else: {cause}")]
    Busy {
        /// Where.
        place: String,
        /// What the database said.
        cause: String,
    },
    /// The database cannot be reached; nothing was written.
    #[error("`{place}` cannot be reached: {cause}")]
    Unreachable {
        /// Where.
        place: String,
        /// What went before.
        cause: String,
    },
    /// The answer to something written did not come: it may be kept, and it may not.
    #[error("`{place}` did not say whether it kept what was written: {cause}")]
    Uncertain {
        /// Where.
        place: String,
        /// What went before.
        cause: String,
    },
    /// A row is not what was written.
    #[error("{row} in `{place}` is not what was written: {cause}")]
    Damaged {
        /// Where.
        place: String,
        /// Which row.
        row: Row,
        /// What tells.
        cause: String,
    },
    /// What was given cannot be kept.
    #[error("this cannot be kept: {cause}")]
    Unfit {
        /// Why.
        cause: String,
    },
    /// The log is shorter than what was signed.
    #[error("`{place}` remembers a signature at size {signed}, and the log has {found}")]
    Behind {
        /// The lock.
        place: String,
        /// The size that was signed last.
        signed: u64,
        /// The size that the log has.
        found: u64,
    },
    /// The log has another root than what was signed.
    #[error(
        "`{place}` remembers the root {} at size {size}, and the log has {}",
        Hex(signed),
        Hex(found)
    )]
    Forked {
        /// The lock.
        place: String,
        /// The size.
        size: u64,
        /// The root that was signed.
        signed: Hash,
        /// The root that the log has.
        found: Hash,
    },
    /// The checkpoint lock does not say what was signed.
    #[error("the checkpoint lock `{place}` does not serve: {cause}")]
    Lock {
        /// The lock.
        place: String,
        /// Why not.
        cause: String,
    },
    /// A file could not be read or written.
    #[error("could not {doing} `{place}`: {cause}")]
    File {
        /// What was tried.
        doing: &'static str,
        /// The file.
        place: String,
        /// Why not.
        #[source]
        cause: std::io::Error,
    },
    /// The database said no for a reason that has no name here; nothing was written.
    #[error("could not {doing} `{place}`: {cause}")]
    Database {
        /// What was tried.
        doing: &'static str,
        /// Where.
        place: String,
        /// What the database said.
        cause: String,
    },
}

impl Fault {
    /// Returns what a person can do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Address { .. } => "an address is `sqlite:PATH` or `postgres://USER@HOST/NAME`",
            Self::Absent { .. } => "found a log there first, or look at the address again",
            Self::Founded { .. } => "open it, or found the new log elsewhere",
            Self::Foreign { .. } => "give the log a database of its own",
            Self::Newer { .. } => "use the program that wrote it, or a later one",
            Self::Setting { .. } => "change the setting, then start again",
            Self::Full { .. } => "make room, then try again: what was acknowledged is kept",
            Self::ReadOnly { .. } => {
                "look at the rights of the file and of its directory, and \
                                      whether the server is a standby"
            }
            Self::Busy { .. } => "see who else has it open, then try again",
            Self::Unreachable { .. } => "see whether the server runs, then try again",
            Self::Uncertain { .. } => "read the head again before anything else is appended",
            Self::Damaged { .. } => {
                "stop writing, keep a copy, and rebuild from a witness or a \
                                     backup"
            }
            Self::Unfit { .. } => "the caller cuts what it appends",
            Self::Behind { .. } => {
                "the database was restored from an older copy: bring the \
                                    missing entries back from a witness before signing"
            }
            Self::Forked { .. } => {
                "two histories were signed for: compare with the witnesses \
                                    before signing"
            }
            Self::Lock { .. } => {
                "if it lies elsewhere, put it back; if it is lost, `servanda log lock` asks the \
                 witnesses what they saw last and makes another"
            }
            Self::File { .. } => "look at the disk and at the rights of the directory",
            Self::Database { .. } => "the server's own record of errors says more",
        }
    }
}
