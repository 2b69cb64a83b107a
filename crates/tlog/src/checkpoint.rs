//! Checkpoints: whose log, how many leaves, which root (c2sp.org/tlog-checkpoint).

use crate::lines::decimal;
use crate::{Hash, SIZE_MAX, TreeHead};

/// Why a text is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum CheckpointFlaw {
    /// The last line has no end.
    #[error("the text of a checkpoint ends with a newline")]
    End,
    /// There are fewer than three lines.
    #[error("a checkpoint has a line each for origin, size and root")]
    Short,
    /// The origin is empty.
    #[error("line 1: the origin is empty")]
    Origin,
    /// The size is not a plain number.
    #[error("line 2: the size is a number from 0 to 2^63 - 1 without leading zeros")]
    Size,
    /// The root is no hash.
    #[error("line 3: the root is the base64 of 32 bytes, with padding")]
    Root,
    /// A further line is empty.
    #[error("line {0}: a further line of a checkpoint is not empty")]
    Extension(usize),
    /// A line holds a control character.
    #[error("a control character stands in a line of the checkpoint")]
    Control,
}

/// The head of a log's tree, under the name of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    head: TreeHead,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// Makes a checkpoint without further lines, which nobody could audit.
    ///
    /// # Errors
    /// What the parser would say of the checkpoint as printed.
    pub fn new(origin: &str, head: TreeHead) -> Result<Self, CheckpointFlaw> {
        if origin.is_empty() {
            Err(CheckpointFlaw::Origin)
        } else if origin.contains(|c: char| c < ' ') {
            Err(CheckpointFlaw::Control)
        } else if head.size > SIZE_MAX {
            Err(CheckpointFlaw::Size)
        } else {
            Ok(Self { origin: origin.to_owned(), head, extensions: Vec::new() })
        }
    }

    /// Parses the text of a note, and accepts exactly what [`Checkpoint::print`] prints.
    ///
    /// Further lines of another's log are kept, since signatures are over them as well.
    ///
    /// # Errors
    /// The first departure from the form.
    pub fn parse(text: &str) -> Result<Self, CheckpointFlaw> {
        let lines = text.strip_suffix('\n').ok_or(CheckpointFlaw::End)?;
        let mut lines = lines.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next())
        else {
            return Err(CheckpointFlaw::Short);
        };
        if text.contains(|c: char| c < ' ' && c != '\n') {
            return Err(CheckpointFlaw::Control);
        }
        if origin.is_empty() {
            return Err(CheckpointFlaw::Origin);
        }
        let size = decimal(size).ok_or(CheckpointFlaw::Size)?;
        let root = Hash::parse(root).ok_or(CheckpointFlaw::Root)?;
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        match extensions.iter().position(String::is_empty) {
            Some(at) => Err(CheckpointFlaw::Extension(at.saturating_add(4))),
            None => {
                Ok(Self { origin: origin.to_owned(), head: TreeHead { size, root }, extensions })
            }
        }
    }

    /// Prints the text that is signed.
    pub fn print(&self) -> String {
        let mut out = format!("{}\n{}\n{}\n", self.origin, self.head.size, self.head.root.print());
        for line in &self.extensions {
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    /// Returns whose log it is.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        self.head
    }

    /// Returns the further lines, which say nothing that was agreed upon.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}
