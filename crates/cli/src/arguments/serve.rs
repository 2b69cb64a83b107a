//! The command line of `serve`.

use super::{Format, Whence};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What `serve` takes.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) listen: String,
    /// The file of the depositary's keys
    #[arg(long, value_name = "FILE", default_value = "servanda.key")]
    pub(crate) keys: PathBuf,
    /// Fork what would be served into a rehearsal beside it, and serve that on this machine alone
    #[arg(long)]
    pub(crate) rehearse: bool,
    /// Offer no rehearsal beside the log that is founded here
    #[arg(long, conflicts_with = "rehearse")]
    pub(crate) no_rehearsal: bool,
    /// How to print the answer, and what keeps from one
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// How to write a line for each request and each act to the error output
    #[arg(long, value_enum, default_value_t = Diary::None)]
    pub(crate) log_format: Diary,
    #[command(flatten)]
    pub(crate) whence: Whence,
}

/// How a server writes of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Diary {
    /// Not at all
    None,
    /// A line for people
    Text,
    /// One JSON value a line
    Json,
}
