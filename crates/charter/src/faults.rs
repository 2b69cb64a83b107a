//! Diagnostics gathered over several files.

use servanda_model::{FileId, Origin};
use servanda_text::{Diagnostic, Kind, Node, Span, Step};
use std::collections::BTreeMap;

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
    first: BTreeMap<usize, First>,
    declared: BTreeMap<(&'static str, String), Origin>,
}

/// Where what is at fault was said already, which may be in another file.
#[derive(Debug, Clone, Copy)]
struct First {
    said: &'static str,
    at: Origin,
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

    /// Adds a diagnostic of the current file about what was said elsewhere already; `said` tells
    /// what was done there.
    pub fn push_second(&mut self, fault: Diagnostic, said: &'static str, at: Origin) {
        self.first.insert(self.found.len(), First { said, at });
        self.push(fault);
    }

    /// Learns where a word of one kind was declared, and tells what stands there where it was
    /// declared before.
    pub(crate) fn declare(&mut self, kind: &'static str, word: &str, span: Span) -> Option<Origin> {
        let at = Origin { file: self.file, at: span.start };
        let first = *self.declared.entry((kind, word.to_owned())).or_insert(at);
        (first != at).then_some(first)
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

    /// Adds a fault for each line below another that may stand there once and stands there again.
    ///
    /// Each item of `words` is a word, or several that say one thing in different ways.
    pub fn once(&mut self, node: Node<'_, '_>, words: &[&str]) {
        let alternatives = |word: &str| {
            words.iter().copied().find(|item| item.split(' ').any(|known| known == word))
        };
        self.found_twice(node.said_twice(|line| match line.opening(1) {
            "name" => usual_name(line),
            word => alternatives(word),
        }));
    }

    /// Adds what was found to be said twice.
    pub fn found_twice(&mut self, twice: Vec<Diagnostic>) {
        twice.into_iter().for_each(|fault| self.push(fault));
    }

    /// Returns the first diagnostic, where there is one.
    pub(crate) fn into_first(self) -> Option<Diagnostic> {
        self.found.into_iter().next().map(|(_, fault)| fault)
    }

    /// Returns all diagnostics with their files.
    pub fn all(&self) -> &[(FileId, Diagnostic)] {
        &self.found
    }

    /// Returns all diagnostics with their files; one about what was said elsewhere already tells
    /// where, as `place` renders it for the file of the diagnostic.
    pub fn placed(&self, place: impl Fn(FileId, Origin) -> String) -> Vec<(FileId, Diagnostic)> {
        let mut all = self.found.clone();
        for (index, First { said, at }) in &self.first {
            if let Some((file, fault)) = all.get_mut(*index) {
                let there = format!("{said} {}", place(*file, *at));
                fault.hint = Some(match fault.hint.take() {
                    Some(hint) => format!("{there}; {hint}"),
                    None => there,
                });
            }
        }
        all
    }

    /// Tells whether anything was found in a file.
    pub fn has_some_of(&self, file: FileId) -> bool {
        self.found.iter().any(|(other, _)| *other == file)
    }

    /// Takes another gathering in.
    pub fn extend(&mut self, other: Self) {
        let before = self.found.len();
        let first = other.first.into_iter();
        self.first.extend(first.map(|(index, first)| (before.saturating_add(index), first)));
        self.found.extend(other.found);
    }

    /// Tells whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// Returns language and form of a name that is in use on all days; of such there is one.
fn usual_name<'t>(line: Node<'_, 't>) -> Option<&'t str> {
    let last = line.tokens().last()?;
    let words = line.tokens().len().saturating_sub(1);
    let is_alias = line.opening(words).ends_with(" alias");
    (last.kind == Kind::Quoted && !is_alias).then(|| line.opening(words))
}
