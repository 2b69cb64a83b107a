//! Opening a log from its snapshot, and keeping one: what it covers is not judged again, and every
//! entry after it is.

use crate::depositary::{Depositary, take};
use crate::fault::Fault;
use crate::ledger::Ledger;
use crate::snapshot::{self, Snapshot};
use crate::tree::Tree;
use servanda_journal::read;
use servanda_note::Note;
use servanda_seal::Sealed;
use servanda_store::{Fault as StoreFault, Head, Snapshot as KeptSnapshot};

/// A log that grew by this share of itself since its snapshot gets another one while it is open.
const SHARE: u64 = 8;
/// What grew by less needs none while its office is asked nothing.
const DUE_MIN: u64 = 8_192;
/// What grew by less needs none while acts arrive: whoever sends one then waits for the snapshot.
const BUSY_MIN: u64 = 65_536;
/// What grew by less needs none at the end.
const END_MIN: u64 = 1_024;

/// How a log was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Every entry was taken through the ledger: there is no snapshot.
    Whole,
    /// The entries after so many were; those before are covered by the snapshot.
    After(u64),
    /// Every entry was, because the snapshot is not one to go on from, and why.
    Despite(String),
}

/// Why there is nothing to go on from.
enum Unfit {
    Absent,
    Because(&'static str),
    Fault(Fault),
}

impl<T: Into<Fault>> From<T> for Unfit {
    fn from(fault: T) -> Self {
        Self::Fault(fault.into())
    }
}

impl Depositary {
    /// Returns how the log was opened.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Reads the log as far as the store has it: from its snapshot where one is fit, else whole.
    pub(crate) fn read_log(&mut self) -> Result<(), Fault> {
        let head = self.store.head()?;
        self.opened = match self.resume(&head) {
            Ok(note) => {
                let covered = self.size();
                self.catch_up()?;
                // A key that was revoked meanwhile may have signed what is not so.
                let keys: Vec<_> = self.ledger.ring().depositaries().cloned().collect();
                match note.verify(&keys) {
                    Ok(_) => Opened::After(covered),
                    Err(cause) => Opened::Despite(format!("in the snapshot, {cause}")),
                }
            }
            Err(Unfit::Absent) => Opened::Whole,
            Err(Unfit::Because(why)) => Opened::Despite(why.to_owned()),
            Err(Unfit::Fault(
                fault @ (Fault::Store(StoreFault::Damaged { .. })
                | Fault::Tile(_)
                | Fault::OtherTile { .. }),
            )) => Opened::Despite(fault.to_string()),
            Err(Unfit::Fault(fault)) => return Err(fault),
        };
        match self.opened {
            Opened::After(covered) => self.covered = covered,
            Opened::Whole | Opened::Despite(_) => {
                self.covered = 0;
                (self.ledger, self.tree) = (Ledger::new(self.ledger.origin()), Tree::new());
                self.catch_up()?;
            }
        }
        Ok(())
    }

    /// Goes on from the snapshot; returns the note that is still to be verified by the keys of
    /// the log as it is now. The tree is made of the store's own hashes, and the keys of the
    /// entries that changed them.
    fn resume(&mut self, head: &Head) -> Result<Note, Unfit> {
        let kept = self.store.snapshot()?.ok_or(Unfit::Absent)?;
        let said = Snapshot::parse(&kept.bytes)
            .ok_or(Unfit::Because("the snapshot is not as it was written"))?;
        drop(kept);
        if said.origin != self.ledger.origin() || said.head.size > head.size {
            return Err(Unfit::Because("the snapshot is of another log"));
        }
        let tree = Tree::restore(self.store.as_mut(), said.head.size)?;
        if tree.head() != said.head {
            return Err(Unfit::Because("the snapshot is not of these entries"));
        }
        let unread = |_faults| Unfit::Because("the texts of the snapshot cannot be read");
        let record = read(said.files).map_err(unread)?;
        let mut ledger = Ledger::resume((&said.origin, said.head.size), record, said.has_received);
        for index in said.apart {
            let entry = self.store.entry(index)?;
            let sealed = entry.and_then(|entry| Sealed::parse(&entry.bytes).ok());
            let sealed =
                sealed.ok_or(Unfit::Because("the snapshot names an entry that is none"))?;
            take(&mut ledger, index, &sealed)?;
        }
        (self.ledger, self.tree) = (ledger, tree);
        Ok(said.note)
    }

    /// Keeps a snapshot of the log as it is now, signed; false where it is larger than one may be.
    ///
    /// # Errors
    /// No key, a database that does not answer.
    pub fn keep_snapshot(&mut self) -> Result<bool, Fault> {
        let head = self.head();
        // Whether it comes about or not, the next is not due before the log has grown.
        self.covered = head.size;
        let Some(bytes) = snapshot::print(&self.ledger, &head, self.signing()?) else {
            return Ok(false);
        };
        match self.store.keep_snapshot(&KeptSnapshot { size: head.size, bytes }) {
            Ok(()) => Ok(true),
            Err(StoreFault::Unfit { .. }) => Ok(false),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Keeps a snapshot if the log grew by much since the last one.
    ///
    /// # Errors
    /// As [`Depositary::keep_snapshot`].
    pub fn keep_snapshot_when_due(&mut self) -> Result<bool, Fault> {
        self.keep_snapshot_from(DUE_MIN)
    }

    /// Keeps a snapshot if the log grew by so much that it is not put off while acts arrive.
    ///
    /// # Errors
    /// As [`Depositary::keep_snapshot`].
    pub(crate) fn keep_snapshot_when_overdue(&mut self) -> Result<bool, Fault> {
        self.keep_snapshot_from(BUSY_MIN)
    }

    fn keep_snapshot_from(&mut self, least: u64) -> Result<bool, Fault> {
        let grown = self.size().saturating_sub(self.covered);
        if grown < least.max(self.size() / SHARE) { Ok(false) } else { self.keep_snapshot() }
    }

    /// Keeps a snapshot if the log grew since the last one, before the office ends its work.
    ///
    /// # Errors
    /// As [`Depositary::keep_snapshot`].
    pub fn keep_snapshot_at_the_end(&mut self) -> Result<bool, Fault> {
        let grown = self.size().saturating_sub(self.covered);
        if grown < END_MIN { Ok(false) } else { self.keep_snapshot() }
    }
}
