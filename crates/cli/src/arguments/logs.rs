//! The command line of logs, keys and sealed acts.

use super::Format;
use clap::{Args, Subcommand};
use std::path::PathBuf;

pub(super) const LOG: &str =
    "A log keeps every act sealed and in order: each entry is signed, the \
tree over all of them is signed, and anybody can verify both.

A log is at sqlite:PATH or postgres://USER@HOST/NAME.";

pub(super) const LOG_EXAMPLES: &str = "Examples:
  servanda log create --log sqlite:league.db --record league --keys office.keys
  servanda log create --log sqlite:league.db --record league --authority a.keys \
    --authority b.keys --authority c.keys --threshold 2
  servanda log append --log sqlite:league.db --keys office.keys note.act
  servanda log verify --log sqlite:league.db
  servanda log receipt 412 --log sqlite:league.db --keys office.keys --out note.tlog-proof
  servanda log cosign --log sqlite:league.db --keys office.keys --witness http://armenia.example
  servanda log rebuild --from http://armenia.example --log sqlite:again.db --keys office.keys";

/// Where a command reads the record from.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Whence {
    /// A directory of charter and journal files; without it, the reference organisation
    #[arg(long, value_name = "DIR")]
    pub(crate) record: Option<PathBuf>,
    /// A log: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL", conflicts_with = "record")]
    pub(crate) log: Option<String>,
}

/// A log.
#[derive(Debug, Args)]
pub(crate) struct At {
    /// The log: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub(crate) log: String,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Log {
    /// Found a log with the law and the history of a record
    Create {
        #[command(flatten)]
        at: At,
        /// A directory of charter and journal files; without it, the reference organisation
        #[arg(long, value_name = "DIR")]
        record: Option<PathBuf>,
        /// The log's name, which every signature says [default: localhost/ORGANISATION]
        #[arg(long)]
        origin: Option<String>,
        /// The file of the authority's and the depositary's keys; made where there is none
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
        /// The file of an authority's key, from `key new --authority`; may be given again. Those
        /// that are named are the log's authorities; without one, a key in `--keys` is
        #[arg(long, value_name = "FILE")]
        authority: Vec<PathBuf>,
        /// How many authorities sign together, for good [default: more than half of them]
        #[arg(long, value_name = "NUMBER")]
        threshold: Option<u64>,
    },
    /// Receive sealed acts: judge each at the door and keep those that pass
    Append {
        /// Files with one sealed act each
        #[arg(required = true)]
        acts: Vec<PathBuf>,
        #[command(flatten)]
        at: At,
        /// The file with the depositary's key
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
        /// The clock was looked at: the last act was received more than a year ago
        #[arg(long)]
        clock_is_right: bool,
    },
    /// Verify every row, signature, root and judgment of a log again
    Verify {
        #[command(flatten)]
        at: At,
    },
    /// Write the receipt of an entry, which verifies without the log
    Receipt {
        /// The entry, from 0, or the id of an act
        entry: String,
        #[command(flatten)]
        at: At,
        /// The file with the depositary's key
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
        /// The file to write; without it, the output
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write one entry as it was signed
    Show {
        /// The entry, from 0, or the id of an act
        entry: String,
        #[command(flatten)]
        at: At,
    },
    /// Write the record of a log as charter and journal files
    Export {
        /// The directory to write to, which must not be there yet
        directory: PathBuf,
        #[command(flatten)]
        at: At,
    },
    /// Rebuild a log from whoever mirrors it, verified and judged again
    Rebuild {
        /// The address of a witness, or of another that shows the log
        #[arg(long, value_name = "URL")]
        from: String,
        #[command(flatten)]
        at: At,
        /// The key of the log that is trusted; without it, that of the genesis shown
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
        /// The file with the depositary's key, whose lock says what was signed last
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
    },
    /// Verify that what a witness kept as a split view proves two histories; nobody is asked
    SplitView {
        /// The file with the split view
        paper: PathBuf,
        /// A key of the log's depositary; may be given again
        #[arg(long, value_name = "KEY", required = true)]
        key: Vec<String>,
        /// How to print the answer
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Copy a log in a file to another, while it is served; the keys are not in it
    Backup {
        /// The file to write, which must not be there yet
        to: PathBuf,
        #[command(flatten)]
        at: At,
    },
    /// Make the checkpoint lock beside the keys anew, where it was lost or damaged
    Lock {
        #[command(flatten)]
        at: At,
        /// The address of a witness, which is asked what it cosigned last; may be given again
        #[arg(long, value_name = "URL", required_unless_present = "no_witness")]
        witness: Vec<String>,
        /// No witness ever cosigned: the checkpoint that the log keeps is the last one
        #[arg(long, conflicts_with = "witness")]
        no_witness: bool,
        /// The file with the depositary's key
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
    },
    /// Ask witnesses to cosign the latest checkpoint, and keep what they sign beside it
    Cosign {
        #[command(flatten)]
        at: At,
        /// The address of a witness; may be given again
        #[arg(long, value_name = "URL", required = true)]
        witness: Vec<String>,
        /// The file with the depositary's key
        #[arg(long, value_name = "FILE", default_value = "servanda.key")]
        keys: PathBuf,
    },
}

impl Log {
    /// Returns how the answer is printed.
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Create { at, .. }
            | Self::Append { at, .. }
            | Self::Verify { at }
            | Self::Receipt { at, .. }
            | Self::Show { at, .. }
            | Self::Export { at, .. }
            | Self::Backup { at, .. }
            | Self::Rebuild { at, .. }
            | Self::Lock { at, .. }
            | Self::Cosign { at, .. } => at.format,
            Self::SplitView { format, .. } => *format,
        }
    }
}
