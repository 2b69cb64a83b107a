//! What may be said once below a line and is said twice, so that neither is lost in silence.

use crate::diagnostic::{Diagnostic, Place};
use crate::token::Span;
use crate::tree::Node;
use std::collections::BTreeMap;

impl<'a, 't> Node<'a, 't> {
    /// Returns the text of the line's first tokens.
    pub fn opening(self, count: usize) -> &'t str {
        let tokens = self.tokens();
        let shown = tokens.get(..count).unwrap_or(tokens);
        match (shown.first(), shown.last()) {
            (Some(first), Some(last)) => first.span.to(last.span).of(self.text()),
            _ => "",
        }
    }

    /// Returns a fault for each line below this one that says again what a line above it said.
    ///
    /// `what` names what a line says, and gives nothing for a line that may be repeated.
    pub fn said_twice<'k>(self, what: impl Fn(Self) -> Option<&'k str>) -> Vec<Diagnostic> {
        let mut said: BTreeMap<&str, Span> = BTreeMap::new();
        let mut faults = Vec::new();
        for line in self.children() {
            let Some(key) = what(line) else {
                continue;
            };
            let here = line.line().span;
            match said.get(key) {
                Some(first) => faults.push(Diagnostic::twice(self.text(), *first, here, key)),
                None => drop(said.insert(key, here)),
            }
        }
        faults
    }
}

impl Diagnostic {
    /// Makes the fault that a line says again what another says; `key` is what both begin with,
    /// or names both where they say one thing in two ways.
    pub fn twice(text: &str, first: Span, again: Span, key: &str) -> Self {
        let word_of = |line: Span| line.of(text).split(' ').next().unwrap_or("");
        let same = first.of(text).starts_with(key) && again.of(text).starts_with(key);
        let (words, message) = if same {
            (key, format!("`{key}` is said twice"))
        } else {
            let (word, other) = (word_of(again), word_of(first));
            (word, format!("`{word}` is said where `{other}` is said already"))
        };
        let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
        let span = Span { start: again.start, end: again.start.saturating_add(length) };
        let line = Place::of(text, first.start).line;
        Self::new("T-TWICE", span, message).hint(format!("first said at line {line}; keep one"))
    }
}
