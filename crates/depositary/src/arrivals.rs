//! Which entry of the log each received act is, as far back as the entries were taken here.

use crate::depositary::Depositary;
use crate::fault::Fault;
use servanda_seal::{Content, Sealed};
use std::cmp::Ordering;
use std::ops::Range;

/// A received act: its entry in the log, and its position in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// The entry.
    pub entry: u64,
    /// The position.
    pub position: u32,
}

/// The received acts in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// The first entry that was taken here: of acts before it, a snapshot tells no entry.
    pub since: u64,
    /// How many acts the record had before that entry.
    pub before: u32,
    /// The acts.
    pub acts: Vec<Arrival>,
}

impl Arrivals {
    /// Notes an act.
    pub(crate) fn note(&mut self, entry: u64, position: u32) {
        self.acts.push(Arrival { entry, position });
    }
}

/// The received acts among some entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Among {
    /// Their entries, rising.
    pub acts: Vec<u64>,
    /// Whether the founding reaches into them: no act was received before it.
    pub has_founding: bool,
}

impl Among {
    fn look(&mut self, index: u64, bytes: &[u8]) {
        let Ok(sealed) = Sealed::parse(bytes) else { return };
        match sealed.content() {
            Content::Act { .. } => self.acts.push(index),
            Content::Genesis(_) | Content::Enact { .. } | Content::Recite { .. } => {
                self.has_founding = true;
            }
            Content::Received { .. }
            | Content::Enrol(_)
            | Content::Rotate { .. }
            | Content::Revoke { .. }
            | Content::Document { .. }
            | Content::Erase { .. } => {}
        }
    }
}

impl Depositary {
    /// Returns which of a range of entries are received acts.
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn acts_among(&mut self, range: Range<u64>) -> Result<Among, Fault> {
        let mut among = Among { acts: Vec::new(), has_founding: false };
        let mut next = range.start;
        while next < range.end {
            let page = self.store.page(next..range.end)?;
            if page.is_empty() {
                break;
            }
            for entry in page {
                among.look(next, &entry.bytes);
                next = next.saturating_add(1);
            }
        }
        Ok(among)
    }

    /// Returns the entry of the founding that holds a line of a file.
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn founded_in(&mut self, path: &str, line: u64) -> Result<Option<u64>, Fault> {
        // The law was founded first, then the history, file by file and line by line.
        let (mut first, mut end) = (0, self.size());
        let mut last = None;
        while first < end {
            let middle = first.saturating_add(end.saturating_sub(first) / 2);
            let Some(bytes) = self.entry(middle)? else { break };
            match founded(&bytes, (path, line)) {
                Founded::Before => first = middle.saturating_add(1),
                Founded::Here => (first, last) = (middle.saturating_add(1), Some(middle)),
                Founded::Behind => end = middle,
            }
        }
        Ok(last)
    }
}

/// Where an entry stands to a line of a founding.
enum Founded {
    /// Before its file.
    Before,
    /// In its file, at the line or before it.
    Here,
    /// Behind it.
    Behind,
}

fn founded(bytes: &[u8], (path, line): (&str, u64)) -> Founded {
    let Ok(sealed) = Sealed::parse(bytes) else { return Founded::Behind };
    match sealed.content() {
        Content::Genesis(_) | Content::Enact { .. } => Founded::Before,
        Content::Recite { file, line: at, .. } => {
            match file.as_bytes().cmp(path.as_bytes()).then(at.cmp(&line)) {
                Ordering::Less | Ordering::Equal if file == path => Founded::Here,
                Ordering::Less | Ordering::Equal => Founded::Before,
                Ordering::Greater => Founded::Behind,
            }
        }
        Content::Act { .. }
        | Content::Received { .. }
        | Content::Enrol(_)
        | Content::Rotate { .. }
        | Content::Revoke { .. }
        | Content::Document { .. }
        | Content::Erase { .. } => Founded::Behind,
    }
}
