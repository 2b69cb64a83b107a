//! The command line of `serve`.

use super::Whence;
use clap::Args;
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
    #[command(flatten)]
    pub(crate) whence: Whence,
}
