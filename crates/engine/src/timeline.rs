//! What counted from which day on, with the reason for each change.

use crate::effect::Derivation;
use servanda_model::Day;

/// One stretch of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<S> {
    /// Its first day.
    pub from: Day,
    /// What counts.
    pub value: S,
    /// Why.
    pub why: Derivation,
}

/// Stretches in order of their first days; each lasts until the next begins.
///
/// INVARIANT (order): the first days rise strictly, and neighbours differ in value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<S> {
    spans: Vec<Span<S>>,
}

impl<S: Copy + PartialEq> Timeline<S> {
    /// Makes an empty timeline.
    pub fn new() -> Self {
        Self { spans: Vec::new() }
    }

    /// Lets a value count from a day on; what stood from that day on is replaced.
    pub fn set(&mut self, from: Day, value: S, why: Derivation) {
        while self.spans.last().is_some_and(|span| span.from >= from) {
            self.spans.pop();
        }
        if self.spans.last().is_none_or(|span| span.value != value) {
            self.spans.reserve_exact(usize::from(self.spans.len() == self.spans.capacity()));
            self.spans.push(Span { from, value, why });
        }
    }

    /// Returns what counts on a day.
    pub fn at(&self, day: Day) -> Option<&Span<S>> {
        self.spans.iter().rev().find(|span| span.from <= day)
    }

    /// Returns the value on a day.
    pub fn value(&self, day: Day) -> Option<S> {
        self.at(day).map(|span| span.value)
    }

    /// Returns the first stretch that begins after a day.
    pub fn after(&self, day: Day) -> Option<&Span<S>> {
        self.spans.iter().find(|span| span.from > day)
    }

    /// Returns all stretches in order.
    pub fn spans(&self) -> &[Span<S>] {
        &self.spans
    }
}

impl<S: Copy + PartialEq> Default for Timeline<S> {
    fn default() -> Self {
        Self::new()
    }
}
