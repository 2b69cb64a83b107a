//! What a revocation contests: what the key had signed from an entry on. It stays, and readers are
//! told; this is the one place that reckons it.

use crate::depositary::Depositary;
use crate::fault::Fault;
use servanda_journal::Record;
use servanda_seal::{Content, Contested, KeyRing, Sealed};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What revocations contest of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContestedActs {
    /// By entry, whatever its kind.
    pub entries: BTreeMap<u64, Contested>,
    /// By the position that the act of such an entry has in the record.
    pub positions: BTreeMap<u32, Contested>,
}

impl Depositary {
    /// Returns what revocations contest, as the log is now. It is reckoned anew where keys changed
    /// since.
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn contested(&mut self) -> Result<&ContestedActs, Fault> {
        let changes = self.ledger.ring().changes();
        if self.contested.0 != changes {
            self.contested = (changes, self.reckon()?);
        }
        Ok(&self.contested.1)
    }

    fn reckon(&mut self) -> Result<ContestedActs, Fault> {
        let ring = self.ledger.ring();
        let first = ring.contested().map(|contested| contested.from).min();
        let end = ring.contested().map(|contested| contested.revoked_at).max();
        let (Some(first), Some(end)) = (first, end) else { return Ok(ContestedActs::default()) };
        let since = self.ledger.arrivals().since;
        let mut scan = Scan {
            ring,
            since,
            found: BTreeMap::new(),
            older: Vec::new(),
            pieces: BTreeMap::new(),
        };
        // Acts from before the snapshot are counted back from where it ends.
        self.store.entries(first..end.max(since), &mut |index, entry| {
            scan.look(index, &entry.bytes);
            ControlFlow::Continue(())
        })?;
        let Scan { found: entries, older, pieces, .. } = scan;
        let arrivals = self.ledger.arrivals();
        let count = u32::try_from(older.len()).unwrap_or(u32::MAX);
        let older = older.into_iter().zip(arrivals.before.saturating_sub(count)..);
        let known = arrivals.acts.iter().map(|act| (act.entry, act.position));
        let by_entry = older.chain(known);
        let mut positions: BTreeMap<u32, Contested> = by_entry
            .filter_map(|(entry, position)| Some((position, *entries.get(&entry)?)))
            .collect();
        if let Some(record) = self.ledger.record() {
            positions.extend(of_founding(record, &pieces));
        }
        Ok(ContestedActs { entries, positions })
    }
}

/// The pieces of the founding's history, by file and first line.
type Pieces = BTreeMap<(String, u64), Option<Contested>>;

struct Scan<'r> {
    ring: &'r KeyRing,
    since: u64,
    found: BTreeMap<u64, Contested>,
    /// The entries of acts before the snapshot's end.
    older: Vec<u64>,
    pieces: Pieces,
}

impl Scan<'_> {
    fn look(&mut self, index: u64, bytes: &[u8]) {
        let Ok(sealed) = Sealed::parse(bytes) else { return };
        let contested = self.ring.contests(index, &sealed);
        if let Some(contested) = contested {
            self.found.insert(index, contested);
        }
        match sealed.content() {
            Content::Act { .. } if index < self.since => self.older.push(index),
            Content::Recite { file, line, .. } => {
                self.pieces.insert((file.clone(), *line), contested);
            }
            Content::Act { .. }
            | Content::Genesis(_)
            | Content::Enact { .. }
            | Content::Received { .. }
            | Content::Enrol(_)
            | Content::Rotate { .. }
            | Content::Revoke { .. }
            | Content::Document { .. }
            | Content::Erase { .. } => {}
        }
    }
}

/// Finds the acts of the founding whose piece is contested, by where they stand in its files.
fn of_founding(record: &Record, pieces: &Pieces) -> Vec<(u32, Contested)> {
    if pieces.values().all(Option::is_none) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (position, act) in (0_u32..).zip(&record.history.acts) {
        let (path, line, _) = record.place(act.origin);
        let place = (path.to_owned(), u64::from(line));
        let piece = pieces.range(..=place).next_back().filter(|((file, _), _)| file == path);
        found.extend(piece.and_then(|(_, contested)| Some((position, (*contested)?))));
    }
    found
}
