//! Files of lines with named columns that a command is given.

use crate::failure::Failure;
use crate::importing::text_of;
use crate::world::World;
use servanda_journal::Fault;
use servanda_publish::lines;
use servanda_text::{Diagnostic, Span};
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
        let placed = faults.into_iter().map(|fault| {
            let span = self.line(fault.line);
            let diagnostic = Diagnostic::new(fault.code, span, fault.message).hint(fault.hint);
            Fault::new(&self.path, &self.text, diagnostic)
        });
        Failure::Unreadable(placed.collect())
    }

    /// Returns where a line stands.
    fn line(&self, number: u64) -> Span {
        let before = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        let start: usize = self.text.split_inclusive('\n').take(before).map(str::len).sum();
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(start.saturating_add(line.len())) }
    }
}
