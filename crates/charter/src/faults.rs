//! Diagnostics gathered over several files.

use servanda_model::FileId;
use servanda_text::{Diagnostic, Step};

/// The codes of this room and what each means, for the reference in the book.
pub const CODES: &[(&str, &str)] = &[
    ("C-HEADER", "a charter file does not begin with `servanda 1`"),
    ("C-WORD", "a line begins with a word that means nothing here"),
    ("C-UNKNOWN", "a name is used that nothing declares"),
    ("C-TWICE", "a name is declared twice"),
    ("C-DATE", "this is no date of EDTF level 0 or 1"),
    ("C-MISSING", "something that must be said is missing"),
    ("C-MANY", "more things of one kind are declared than a record can hold"),
];

/// Diagnostics, each with its file.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    file: FileId,
    found: Vec<(FileId, Diagnostic)>,
}

impl Faults {
    /// Begins a file.
    pub fn enter(&mut self, file: FileId) {
        self.file = file;
    }

    /// Adds a diagnostic of the current file.
    pub fn push(&mut self, fault: Diagnostic) {
        self.found.push((self.file, fault));
    }

    /// Keeps a step's value, or its diagnostic.
    pub fn keep<T>(&mut self, step: Step<T>) -> Option<T> {
        match step {
            Ok(value) => Some(value),
            Err(fault) => {
                self.push(*fault);
                None
            }
        }
    }

    /// Returns all diagnostics with their files.
    pub fn all(&self) -> &[(FileId, Diagnostic)] {
        &self.found
    }

    /// Tells whether anything was found in a file.
    pub fn has_some_of(&self, file: FileId) -> bool {
        self.found.iter().any(|(other, _)| *other == file)
    }

    /// Takes another gathering in.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Tells whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}
