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
    spans: Box<[Span<S>]>,
}

impl<S: Copy + PartialEq> Timeline<S> {
    /// Makes an empty timeline.
    pub fn new() -> Self {
        Self { spans: Box::default() }
    }

    /// Lets a value count from a day on; what stood from that day on is replaced.
    pub fn set(&mut self, from: Day, value: S, why: Derivation) {
        let kept = self.spans.partition_point(|span| span.from < from);
        let before = kept.checked_sub(1).and_then(|last| self.spans.get(last));
        let is_new = before.is_none_or(|span| span.value != value);
        if !is_new && kept == self.spans.len() {
            return;
        }
        // Timelines are many and short: a boxed list has no room to spare and needs less itself.
        let mut spans = std::mem::take(&mut self.spans).into_vec();
        spans.truncate(kept);
        if is_new {
            spans.reserve_exact(1);
            spans.push(Span { from, value, why });
        }
        self.spans = spans.into_boxed_slice();
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
