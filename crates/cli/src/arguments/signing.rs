//! The command line of signatures that are made away from the server.

use super::Format;
use clap::Args;
use std::path::PathBuf;

/// What `sign` takes.
#[derive(Debug, Args)]
pub(crate) struct Sign {
    /// A file with the exact text, or with a note to which a line is added
    pub(crate) file: PathBuf,
    /// The file of the key that signs
    #[arg(long, value_name = "FILE")]
    pub(crate) keys: PathBuf,
    /// The host at which a challenge signs in, as your browser shows it
    #[arg(long, value_name = "HOST")]
    pub(crate) at: Option<String>,
    /// The file to write; without it, the output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// How to print the answer, and what keeps from one
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// What `sign-in` takes.
#[derive(Debug, Args)]
pub(crate) struct SignIn {
    /// The file of the key that is proved
    #[arg(long, value_name = "FILE")]
    pub(crate) keys: PathBuf,
    /// The address of the server
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub(crate) at: String,
    /// How to print the answer, and what keeps from one
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}
