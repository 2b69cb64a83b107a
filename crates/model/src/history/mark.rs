//! A place in a history to which it can go back: what was read after it is forgotten.

use super::History;
use crate::day::Day;

/// How long a history's lists were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    acts: usize,
    recorded: usize,
    complete_to: Option<Day>,
    labels: usize,
    checks: usize,
    tables: usize,
    parties: usize,
    instruments: usize,
    sources: usize,
}

impl History {
    /// Marks how far the history has come.
    pub fn mark(&self) -> Mark {
        Mark {
            acts: self.acts.len(),
            recorded: self.recorded.len(),
            complete_to: self.complete_to,
            labels: self.labels.len(),
            checks: self.checks.len(),
            tables: self.tables.len(),
            parties: self.party_pool.len(),
            instruments: self.instrument_pool.len(),
            sources: self.source_pool.len(),
        }
    }

    /// Forgets what came after a mark.
    pub fn rewind(&mut self, mark: Mark) {
        self.acts.truncate(mark.acts);
        self.recorded.truncate(mark.recorded);
        self.complete_to = mark.complete_to;
        self.labels.truncate(mark.labels);
        self.labelled.truncate(mark.labels);
        let first = u32::try_from(mark.acts).unwrap_or(u32::MAX);
        // A label that was used before may have been given to an act that is gone.
        for slot in &mut self.labelled {
            *slot = slot.filter(|position| *position < first);
        }
        self.checks.truncate(mark.checks);
        self.tables.truncate(mark.tables);
        self.party_pool.truncate(mark.parties);
        self.instrument_pool.truncate(mark.instruments);
        self.source_pool.truncate(mark.sources);
    }
}
