//! What can fail on a disk while the corpus is read or written.

use std::path::PathBuf;

/// A fault of the disk, with the operation and its file.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file or directory could not be read.
    #[error("could not read `{}`: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("could not write `{}`: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}
