//! Files of lines with named columns that a command is given.

use crate::failure::Failure;
use crate::importing::text_of;
use crate::world::World;
use servanda_journal::Fault;
use servanda_publish::lines;
use servanda_text::{Diagnostic, Lines};
use std::path::Path;

/// A file and the path by which it was named.
pub(crate) struct TableFile {
    path: String,
    pub(crate) text: String,
}

/// Reads a file.
pub(crate) fn read(path: &Path, world: &World) -> Result<TableFile, Failure> {
    Ok(TableFile { path: path.display().to_string(), text: text_of(path, world)? })
}

impl TableFile {
    /// Puts the faults of lines in their places.
    pub(crate) fn failure(&self, faults: Vec<lines::Fault>) -> Failure {
        let lines = Lines::new(&self.text);
        let placed = faults.into_iter().map(|fault| {
            let span = lines.line(fault.line);
            let diagnostic = Diagnostic::new(fault.code, span, fault.message).hint(fault.hint);
            Fault::among(&self.path, &self.text, &lines, diagnostic)
        });
        Failure::Unreadable(placed.collect())
    }
}
