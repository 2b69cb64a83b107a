//! Examining a whole log: every row, every signature, every root, every judgment again.

use crate::beside;
use crate::depositary::speaks;
use crate::fault::Fault;
use crate::ledger::Ledger;
use crate::reading::read_again;
use crate::refused::Refused;
use crate::snapshot::Snapshot;
use crate::tree::Tree;
use servanda_note::VerifierKey;
use servanda_seal::{Contested, Sealed, Seen};
use servanda_store::{Entry, Store, open};
use servanda_tlog::{FullTile, Hash, TreeHead, leaf_hash};
use std::ops::ControlFlow;

/// What an examination found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// How many entries, and their root as reckoned again.
    pub head: TreeHead,
    /// How many of them are acts of the record.
    pub acts: u64,
    /// How many signatures were verified.
    pub signatures: u64,
    /// Whether every entry is one that this program's law would have taken.
    pub conforms: bool,
    /// The first thing that is not as it should be.
    pub first_fault: Option<FirstFault>,
    /// The origin of the log that this one rehearses, where it is a rehearsal.
    pub rehearses: Option<String>,
    /// What revocations contest: it stays, and readers are told.
    pub contested: Vec<Contested>,
    /// How many entries the signed checkpoint counts that is kept; none where none is kept.
    pub checkpoint: Option<u64>,
}

/// The first thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstFault {
    /// The entry; none where it is the log as a whole.
    pub entry: Option<u64>,
    /// What is amiss, with the article where the law says so.
    pub refused: Refused,
}

pub(crate) struct Examining {
    pub(crate) ledger: Ledger,
    tree: Tree,
    /// The root at each size.
    pub(crate) roots: Vec<Hash>,
    /// The tiles that the entries filled.
    pub(crate) filled: Vec<FullTile>,
    /// The keys of the depositary, and the size from which on they signed.
    pub(crate) offices: Vec<(u64, Vec<VerifierKey>)>,
    /// The snapshot that is kept, until it was compared with the entries it covers.
    snapshot: Option<Snapshot>,
    found: Examined,
}

/// Examines the log at an address from its first entry.
///
/// # Errors
/// A database that does not answer; what it answers and should not is in the answer.
pub fn examine(address: &str) -> Result<Examined, Fault> {
    let mut store = open(address)?;
    let identity = store.identity()?;
    speaks(&identity)?;
    let mut examining = Examining {
        ledger: Ledger::new(&identity.origin),
        tree: Tree::default(),
        roots: vec![Hash::empty()],
        filled: Vec::new(),
        offices: Vec::new(),
        snapshot: None,
        found: Examined {
            head: TreeHead::empty(),
            acts: 0,
            signatures: 0,
            conforms: true,
            first_fault: None,
            rehearses: None,
            contested: Vec::new(),
            checkpoint: None,
        },
    };
    let head = store.head()?;
    let snapshot = examining.snapshot(store.as_mut())?;
    examining.entries(store.as_mut(), head.size)?;
    examining.end(&head);
    if examining.found.first_fault.is_none()
        && let Err(fault) = store.examine()
    {
        examining.stop(None, damaged(&fault));
    }
    if examining.found.first_fault.is_none()
        && (snapshot == Kept::Otherwise || examining.snapshot.is_some())
    {
        let what = "the snapshot is not of these entries".to_owned();
        let hint = "the next start reads every entry and keeps another one";
        examining.stop(None, Refused::new("L-DAMAGED", what, hint));
    }
    if examining.found.first_fault.is_none()
        && let Err(refused) = beside::compare(&examining, store.as_mut())?
    {
        examining.stop(None, refused);
    }
    examining.found.checkpoint = match store.checkpoint() {
        Ok(kept) => kept.map(|kept| kept.size),
        Err(servanda_store::Fault::Damaged { .. }) => None,
        Err(fault) => return Err(fault.into()),
    };
    Ok(examining.found)
}

fn damaged(fault: &servanda_store::Fault) -> Refused {
    Refused::new("L-DAMAGED", fault.to_string(), fault.hint())
}

/// What is kept as a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// None, or one in its form.
    InForm,
    /// Something else.
    Otherwise,
}

impl Examining {
    /// Reads the snapshot, which is compared when the entries it covers were taken. One that is
    /// damaged is told by the store when all its rows are read.
    fn snapshot(&mut self, store: &mut dyn Store) -> Result<Kept, Fault> {
        let kept = match store.snapshot() {
            Ok(None) | Err(servanda_store::Fault::Damaged { .. }) => return Ok(Kept::InForm),
            Ok(Some(kept)) => kept,
            Err(fault) => return Err(fault.into()),
        };
        self.snapshot = Snapshot::parse(&kept.bytes).filter(|said| said.head.size == kept.size);
        Ok(if self.snapshot.is_some() { Kept::InForm } else { Kept::Otherwise })
    }

    /// Lets go of the snapshot where it is of the entries so far.
    fn compare_snapshot(&mut self) {
        let size = self.tree.size();
        let Some(said) = self.snapshot.take_if(|said| said.head.size == size) else { return };
        let keys: Vec<VerifierKey> = self.ledger.ring().depositaries().cloned().collect();
        let is_so = self.ledger.live().is_ok()
            && said.head == self.tree.head()
            && said.note.verify(&keys).is_ok()
            && said.is_of(&self.ledger);
        if !is_so {
            self.snapshot = Some(said);
        }
    }

    /// Reads the entries. A page in which one is damaged is read again entry by entry, so that
    /// those before it are looked at and it is the one that is named.
    fn entries(&mut self, store: &mut dyn Store, size: u64) -> Result<(), Fault> {
        let read = store.entries(0..size, &mut |index, entry| self.entry(index, &entry));
        match read {
            Ok(()) => return Ok(()),
            Err(servanda_store::Fault::Damaged { .. }) => {}
            Err(fault) => return Err(fault.into()),
        }
        while self.found.first_fault.is_none() && self.tree.size() < size {
            let index = self.tree.size();
            match store.page(index..index.saturating_add(1)) {
                Ok(page) => {
                    let _stopped = page.iter().try_for_each(|entry| self.entry(index, entry));
                }
                Err(fault @ servanda_store::Fault::Damaged { .. }) => {
                    self.stop(Some(index), damaged(&fault));
                }
                Err(fault) => return Err(fault.into()),
            }
        }
        Ok(())
    }

    fn stop(&mut self, entry: Option<u64>, refused: Refused) {
        self.found.conforms = false;
        self.found.first_fault.get_or_insert(FirstFault { entry, refused });
    }

    fn entry(&mut self, index: u64, entry: &Entry) -> ControlFlow<()> {
        match self.look(index, entry) {
            Ok(()) => ControlFlow::Continue(()),
            Err(refused) => {
                self.stop(Some(index), refused);
                ControlFlow::Break(())
            }
        }
    }

    fn look(&mut self, index: u64, entry: &Entry) -> Result<(), Refused> {
        self.compare_snapshot();
        let sealed = Sealed::parse(&entry.bytes).map_err(|flaw| Refused::form(&flaw))?;
        if sealed.id().0 != entry.id || leaf_hash(&entry.bytes).0 != entry.hash {
            let message = "the entry's id or hash is not that of its bytes".to_owned();
            return Err(Refused::new("L-DAMAGED", message, "rebuild the log from a witness"));
        }
        let roots = &self.roots;
        let signed = (&sealed, &self.ledger.signers(&sealed)?);
        let taken = read_again(&mut self.ledger, index, signed, |seen| compared(roots, seen))?;
        let lines = u64::try_from(sealed.note().signatures().len()).unwrap_or(0);
        self.found.signatures = self.found.signatures.saturating_add(lines);
        let acts = u64::from(taken.position.is_some());
        self.found.acts = self.found.acts.saturating_add(acts);
        self.tree.fill(entry, &mut self.filled);
        self.roots.push(self.tree.root());
        let keys: Vec<VerifierKey> = self.ledger.ring().depositaries().cloned().collect();
        if self.offices.last().is_none_or(|(_, last)| *last != keys) {
            self.offices.push((self.tree.size(), keys));
        }
        Ok(())
    }

    fn end(&mut self, head: &servanda_store::Head) {
        if self.found.first_fault.is_none()
            && let Err(refused) = self.ledger.live()
        {
            self.stop(None, refused);
        }
        self.compare_snapshot();
        self.found.head = self.tree.head();
        self.found.contested = self.ledger.ring().contested().collect();
        self.found.rehearses = self.ledger.genesis().and_then(|genesis| genesis.rehearses.clone());
        let founded = self.ledger.record().map_or(0, |record| record.history.acts.len());
        self.found.acts = self.found.acts.max(u64::try_from(founded).unwrap_or(0));
        if self.found.first_fault.is_none()
            && let Err(fault) = self.tree.compare(head)
        {
            self.stop(None, Refused::new("L-DAMAGED", fault.to_string(), fault.hint()));
        }
    }
}

/// An act that saw the log is compared with the tree as it was then.
fn compared(roots: &[Hash], seen: Seen) -> Result<(), Refused> {
    let then = usize::try_from(seen.size).ok().and_then(|size| roots.get(size));
    if then.is_none_or(|root| root.0 != seen.root.0) {
        let message = format!("its signer saw another log at {} entries", seen.size);
        let hint = "two histories were shown: keep the act, it proves what its signer saw";
        return Err(Refused::new("L-SEEN", message, hint));
    }
    Ok(())
}
