//! The command line of documents.

use super::{At, Format};
use clap::{Args, Subcommand};
use std::path::PathBuf;

pub(super) const DOCUMENT: &str =
    "A document stands beside the log: the log holds its title, for which organs it is, and a salted \
commitment; body and salt can be destroyed, and the log then says so.

Whoever has a seat in one of its organs on the day of reading may read it; where no organ is named, \
everybody may. Whoever holds the database reads all of it: `--as` asks for the rule.

COMMITMENT is what `document list` tells, or its first six digits or more.";

pub(super) const DOCUMENT_EXAMPLES: &str = "Examples:
  servanda document deposit minutes.pdf --title \"Minutes of 22 November\" --media application/pdf --for ORGAN --log sqlite:league.db
  servanda document list --log sqlite:league.db
  servanda document show 4fb5ada4 --as ARC --on 2026-11-22 --log sqlite:league.db
  servanda document show 4fb5ada4 --out minutes.pdf --log sqlite:league.db
  servanda document erase 4fb5ada4 --reason \"at the request of its author\" --log sqlite:league.db";

#[derive(Debug, Subcommand)]
pub(crate) enum Document {
    /// Keep a document beside the log, and its commitment in it
    Deposit(Deposit),
    /// The documents of a log, for whom they are, and whether their bodies are here
    List {
        #[command(flatten)]
        at: At,
    },
    /// What the log says of a document; whether a party may read it; the body into a file
    Show(Show),
    /// Say in the log that a document is erased, and destroy body and salt
    Erase {
        /// The document
        commitment: String,
        /// Why, in words; the log keeps them
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[command(flatten)]
        office: Office,
    },
    /// Destroy bodies that stand for no document, as a deposit that was broken off leaves them
    Sweep {
        #[command(flatten)]
        at: At,
    },
}

/// The log, and the key of its depositary.
#[derive(Debug, Args)]
pub(crate) struct Office {
    #[command(flatten)]
    pub(crate) at: At,
    /// The file with the depositary's key
    #[arg(long, value_name = "FILE", default_value = "servanda.key")]
    pub(crate) keys: PathBuf,
}

/// What `document deposit` takes.
#[derive(Debug, Args)]
pub(crate) struct Deposit {
    /// The file with the document's body
    pub(crate) file: PathBuf,
    /// What the document is called in public
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: String,
    /// Its media type, as in `application/pdf`
    #[arg(long, value_name = "TYPE", default_value = "application/octet-stream")]
    pub(crate) media: String,
    /// An organ whose members may read it; may be given again; without it everybody may
    #[arg(long = "for", value_name = "ORGAN")]
    pub(crate) readers: Vec<String>,
    /// A file with the salt, as `document show --out` writes it: puts a body back
    #[arg(long, value_name = "FILE")]
    pub(crate) salt: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) office: Office,
}

/// What `document show` takes.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The document
    pub(crate) commitment: String,
    /// The party for which it would be read
    #[arg(long = "as", value_name = "STATE")]
    pub(crate) party: Option<String>,
    /// The day on which it would be read [default: today]
    #[arg(long, value_name = "DATE", requires = "party")]
    pub(crate) on: Option<String>,
    /// Up to where the record is read: a position, or a day of recording
    #[arg(long, value_name = "POSITION|DATE", requires = "party")]
    pub(crate) known: Option<String>,
    /// The file to write the body to, and beside it FILE.salt
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) at: At,
}

impl Document {
    /// Returns the format asked for.
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Deposit(deposit) => deposit.office.at.format,
            Self::List { at } | Self::Sweep { at } => at.format,
            Self::Show(show) => show.at.format,
            Self::Erase { office, .. } => office.at.format,
        }
    }
}
