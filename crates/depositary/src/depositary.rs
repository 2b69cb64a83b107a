//! The office of the depositary: one log, its keys, its law, and the state that follows.

use crate::contested::ContestedActs;
use crate::fault::Fault;
use crate::founding::{Founding, KeyPair, LANGUAGE, founding};
use crate::ledger::Ledger;
use crate::opening::Opened;
use crate::tree::Tree;
use servanda_journal::RecordFile;
use servanda_model::Instant;
use servanda_note::SignerKey;
use servanda_seal::{Content, Sealed};
use servanda_store::{
    CheckpointLock, Entry, Fault as StoreFault, Head, Identity, Store, found, open,
};
use servanda_tlog::TreeHead;

/// The version of the form of entries that this program writes.
pub const FORMAT: u32 = 1;

/// How many entries of a founding are appended at once.
const FOUNDING_BATCH: usize = 512;

/// What is done with a time that is far ahead of all that was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaps {
    /// It is refused: a clock that runs ahead once would keep every later act out.
    Refused,
    /// It is taken: somebody looked at the clock.
    Taken,
}

/// The office of the depositary of one log.
#[derive(Debug)]
pub struct Depositary {
    pub(crate) store: Box<dyn Store>,
    pub(crate) ledger: Ledger,
    pub(crate) tree: Tree,
    /// The key that signs; without it the log is read and not written.
    pub(crate) signer: Option<SignerKey>,
    /// The key that was fixed to come after it, which signs once the log says so.
    next: Option<SignerKey>,
    /// What remembers, outside the database, the last checkpoint that was signed.
    pub(crate) lock: Option<CheckpointLock>,
    /// The keys of the authority, which the office of a rehearsal holds itself.
    pub(crate) authority: Vec<SignerKey>,
    pub(crate) opened: Opened,
    /// The latest head that the log was seen with before what was reckoned was forgotten.
    known: TreeHead,
    /// How many entries the latest checkpoint counts, as far as this office knows.
    pub(crate) signed: u64,
    /// How many entries the last snapshot covers.
    pub(crate) covered: u64,
    /// The latest time that this office's own clock showed.
    pub(crate) clock: Option<Instant>,
    /// What is done with a time that is far ahead of all that was received.
    pub(crate) leaps: Leaps,
    /// What revocations contest, as after so many changes of keys.
    pub(crate) contested: (u64, ContestedActs),
}

impl Depositary {
    /// Founds a log at an address from the files of a record.
    ///
    /// # Errors
    /// A log that is there already, a record that cannot be read, a disk that does not answer.
    pub fn create(address: &str, of: &Founding<'_>, files: &[RecordFile]) -> Result<Self, Fault> {
        let entries = founding(of, files)?;
        let mut ledger = Ledger::new(of.origin);
        for (index, sealed) in (0..).zip(&entries) {
            take(&mut ledger, index, sealed)?;
        }
        ledger.live().map_err(|refused| Fault::Record(refused.message))?;
        let language = u32::try_from(LANGUAGE).unwrap_or(u32::MAX);
        let identity = Identity { origin: of.origin.to_owned(), format: FORMAT, language };
        let mut office = Self::over(found(address, &identity)?, of.origin);
        for batch in entries.chunks(FOUNDING_BATCH) {
            let entries: Vec<Entry> = batch.iter().map(entry).collect();
            office.tree.append(office.store.as_mut(), &entries)?;
        }
        office.ledger = ledger;
        Ok(office)
    }

    /// Opens the log at an address: from its snapshot, and takes every entry after that through
    /// the ledger again; where there is no snapshot to go on from, every entry.
    ///
    /// # Errors
    /// A log of another language, an entry that no depositary would have taken, a root that the
    /// entries do not make, a database that does not answer.
    pub fn open(address: &str) -> Result<Self, Fault> {
        let mut store = open(address)?;
        let identity = store.identity()?;
        speaks(&identity)?;
        let mut office = Self::over(store, &identity.origin);
        office.read_log()?;
        Ok(office)
    }

    /// Makes an office over a store of which nothing was read yet.
    pub(crate) fn over(store: Box<dyn Store>, origin: &str) -> Self {
        let (ledger, tree, authority) = (Ledger::new(origin), Tree::new(), Vec::new());
        Self {
            store,
            ledger,
            tree,
            signer: None,
            next: None,
            lock: None,
            authority,
            opened: Opened::Whole,
            known: TreeHead::empty(),
            signed: 0,
            covered: 0,
            clock: None,
            leaps: Leaps::Refused,
            contested: (0, ContestedActs::default()),
        }
    }

    /// Gives the office its key, and the lock that remembers what was signed with it.
    ///
    /// # Errors
    /// The key is not the depositary's, or a longer or another log than this one was signed or
    /// acknowledged with it.
    pub fn sign_with(
        &mut self,
        signer: SignerKey,
        lock: Option<CheckpointLock>,
    ) -> Result<(), Fault> {
        if !self.signs(&signer) {
            return Err(Fault::Key { name: signer.verifier().name().to_string() });
        }
        if let Some(lock) = &lock {
            let (head, tree, store) = (kept(&self.head()), &mut self.tree, self.store.as_mut());
            lock.compare(&head, |size| tree.root_before(store, size).map(|root| root.0))?;
        }
        (self.signer, self.lock) = (Some(signer), lock);
        Ok(())
    }

    /// Gives the office its key and the one that was fixed to come after it: it goes on with that
    /// one when the log takes it up.
    ///
    /// # Errors
    /// As [`Depositary::sign_with`]: neither is the depositary's now.
    pub fn sign_with_pair(
        &mut self,
        pair: KeyPair,
        lock: Option<CheckpointLock>,
    ) -> Result<(), Fault> {
        let KeyPair { key, next } = pair;
        if !self.signs(&key) && self.signs(&next) {
            return self.sign_with(next, lock);
        }
        self.sign_with(key, lock)?;
        self.next = Some(next);
        Ok(())
    }

    /// Says what is done with a time that is far ahead of all that was received.
    pub fn leap(&mut self, leaps: Leaps) {
        self.leaps = leaps;
    }

    /// Lets the lock remember the log as it is now, before anybody is told of it. Where the lock is
    /// ahead, another office with it went on: what that one appended is read first.
    pub(crate) fn remember(&mut self) -> Result<(), Fault> {
        loop {
            let Some(lock) = &mut self.lock else { return Ok(()) };
            let (head, tree, store) =
                (kept(&self.tree.head()), &mut self.tree, self.store.as_mut());
            let advanced =
                lock.advance(&head, |size| tree.root_before(store, size).map(|root| root.0));
            match advanced {
                Err(fault @ Fault::Store(StoreFault::Behind { .. })) => {
                    self.catch_up()?;
                    if self.size() == head.size {
                        return Err(fault);
                    }
                }
                advanced => return advanced,
            }
        }
    }

    /// Tells whether a key is the depositary's now.
    fn signs(&self, key: &SignerKey) -> bool {
        let public = key.verifier();
        self.ledger.ring().depositaries().any(|known| *known == public)
    }

    /// Returns the key that signs, while the log says that it does: it may have ended since it was
    /// given.
    pub(crate) fn signing(&self) -> Result<&SignerKey, Fault> {
        let found = self.signer.iter().chain(&self.next).find(|key| self.signs(key));
        found.ok_or_else(|| {
            let name = self.signer.as_ref().map(|key| key.verifier().name().to_string());
            Fault::Key { name: name.unwrap_or_else(|| "none".to_owned()) }
        })
    }

    /// Returns what the entries say so far.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Returns how many entries the log has.
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        self.tree.head()
    }

    /// Takes the entries that others appended since into account.
    ///
    /// # Errors
    /// As [`Depositary::open`]; and a log that is no longer the one that it was: what was
    /// acknowledged is never forgotten silently.
    pub fn catch_up(&mut self) -> Result<(), Fault> {
        let (head, known) = (self.store.head()?, self.known());
        if head.size < known.size {
            return Err(Fault::Lost { known: known.size, found: head.size });
        }
        let is_anew = self.tree.size() < known.size;
        let (mut next, mut stopped) = (self.tree.size(), None);
        let (ledger, tree) = (&mut self.ledger, &mut self.tree);
        self.store.entries(
            next..head.size,
            &mut |index, entry| match read(ledger, index, &entry) {
                Ok(()) => {
                    tree.grow(&entry);
                    next = index.saturating_add(1);
                    std::ops::ControlFlow::Continue(())
                }
                Err(fault) => {
                    stopped = Some(fault);
                    std::ops::ControlFlow::Break(())
                }
            },
        )?;
        if let Some(fault) = stopped {
            return Err(fault);
        }
        self.ledger.live().map_err(|refused| Fault::Entry { index: next, refused })?;
        self.tree.compare(&head)?;
        if is_anew {
            self.goes_on_from(&known)?;
        }
        self.known = known;
        Ok(())
    }

    /// Returns the latest head that the log was seen with.
    fn known(&self) -> TreeHead {
        let head = self.tree.head();
        if head.size < self.known.size { self.known } else { head }
    }

    /// Forgets what was reckoned and reads the log again, which goes on from what it was.
    pub(crate) fn reload(&mut self) -> Result<(), Fault> {
        self.known = self.known();
        (self.ledger, self.tree) = (Ledger::new(self.ledger.origin()), Tree::new());
        self.read_log()
    }
}

/// Looks that this program reads a log: the form of its entries, and the meaning of its words.
pub(crate) fn speaks(identity: &Identity) -> Result<(), Fault> {
    if identity.format != FORMAT {
        return Err(Fault::Format { found: identity.format, known: FORMAT });
    }
    let found = u64::from(identity.language);
    if found == LANGUAGE { Ok(()) } else { Err(Fault::Language { found, known: LANGUAGE }) }
}

/// Returns a head as the store keeps it.
fn kept(head: &TreeHead) -> Head {
    Head { size: head.size, root: head.root.0 }
}

/// Makes the entry that is kept of a sealed act.
pub(crate) fn entry(sealed: &Sealed) -> Entry {
    let bytes = sealed.print().into_bytes();
    Entry { id: sealed.id().0, hash: servanda_tlog::leaf_hash(&bytes).0, bytes }
}

/// Reads an entry of the log and takes it through the ledger.
fn read(ledger: &mut Ledger, index: u64, entry: &Entry) -> Result<(), Fault> {
    let sealed = Sealed::parse(&entry.bytes)
        .map_err(|flaw| Fault::Entry { index, refused: crate::refused::Refused::form(&flaw) })?;
    take(ledger, index, &sealed)
}

pub(crate) fn take(ledger: &mut Ledger, index: u64, sealed: &Sealed) -> Result<(), Fault> {
    let fault = |refused| Fault::Entry { index, refused };
    if let Content::Genesis(genesis) = sealed.content()
        && genesis.language != LANGUAGE
    {
        return Err(Fault::Language { found: genesis.language, known: LANGUAGE });
    }
    let signers = ledger.signers(sealed).map_err(fault)?;
    ledger.take(index, sealed, &signers, None).map_err(fault)?;
    Ok(())
}
