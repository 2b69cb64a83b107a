//! The command line of `rehearse`.

use super::{Format, Whence};
use clap::Args;
use std::path::PathBuf;

pub(super) const REHEARSE: &str =
    "Forks a log, or a record of text, into a log of its own in which acts are invented.

All that was done up to now is told in it as history, in its positions. Its name, its keys and its \
entries are its own: neither log takes what was sealed for the other, and every answer over the \
rehearsal says that it is one. It opens with the acts of the text `rehearsal` beside the record, \
where there is one.";

pub(super) const REHEARSE_EXAMPLES: &str = "Examples:
  servanda rehearse --to sqlite:exercise.db
  servanda rehearse --log sqlite:servanda.db --to sqlite:exercise.db --keys exercise.key
  servanda serve --rehearse";

/// What `rehearse` takes.
#[derive(Debug, Args)]
pub(crate) struct Rehearse {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// The rehearsal, where none is yet: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub(crate) to: String,
    /// The name of the rehearsal [default: that of the log it forks]; /REHEARSAL-INVENTED-ACTS
    /// follows it
    #[arg(long)]
    pub(crate) origin: Option<String>,
    /// The file of the rehearsal's own keys, which is made
    #[arg(long, value_name = "FILE", default_value = "servanda-rehearsal.key")]
    pub(crate) keys: PathBuf,
    /// A text of acts to open with, in place of the one beside the record
    #[arg(long, value_name = "FILE")]
    pub(crate) opening: Option<PathBuf>,
    /// Open with no act at all
    #[arg(long, conflicts_with = "opening")]
    pub(crate) still: bool,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}
