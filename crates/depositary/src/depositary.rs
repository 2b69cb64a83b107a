//! The office of the depositary: one log, its keys, its law, and the state that follows.

use crate::fault::Fault;
use crate::founding::{Founding, LANGUAGE, founding};
use crate::ledger::Ledger;
use crate::tree::Tree;
use servanda_journal::RecordFile;
use servanda_note::SignerKey;
use servanda_seal::{Content, Sealed};
use servanda_store::{CheckpointLock, Entry, Head, Identity, Store, found, open};
use servanda_tlog::TreeHead;

/// The version of the form of entries that this program writes.
pub const FORMAT: u32 = 1;

/// How many entries of a founding are appended at once.
const FOUNDING_BATCH: usize = 512;

/// The office of the depositary of one log.
#[derive(Debug)]
pub struct Depositary {
    pub(crate) store: Box<dyn Store>,
    pub(crate) ledger: Ledger,
    pub(crate) tree: Tree,
    /// The key that signs; without it the log is read and not written.
    pub(crate) signer: Option<SignerKey>,
    /// What remembers, outside the database, the last checkpoint that was signed.
    pub(crate) lock: Option<CheckpointLock>,
    /// The keys of the authority, which the office of a rehearsal holds itself.
    pub(crate) authority: Vec<SignerKey>,
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
        let mut store = found(address, &identity)?;
        let mut tree = Tree::new();
        for batch in entries.chunks(FOUNDING_BATCH) {
            let entries: Vec<Entry> = batch.iter().map(entry).collect();
            tree.append(store.as_mut(), &entries)?;
        }
        Ok(Self { store, ledger, tree, signer: None, lock: None, authority: Vec::new() })
    }

    /// Opens the log at an address and takes every entry of it through the ledger again.
    ///
    /// # Errors
    /// A log of another language, an entry that no depositary would have taken, a root that the
    /// entries do not make, a database that does not answer.
    pub fn open(address: &str) -> Result<Self, Fault> {
        let mut store = open(address)?;
        let identity = store.identity()?;
        let language = u64::from(identity.language);
        if language != LANGUAGE || identity.format != FORMAT {
            return Err(Fault::Language { found: language, known: LANGUAGE });
        }
        let mut office = Self::over(store, &identity.origin);
        office.catch_up()?;
        Ok(office)
    }

    /// Makes an office over a store of which nothing was read yet.
    pub(crate) fn over(store: Box<dyn Store>, origin: &str) -> Self {
        let (ledger, tree, authority) = (Ledger::new(origin), Tree::new(), Vec::new());
        Self { ledger, tree, store, signer: None, lock: None, authority }
    }

    /// Gives the office its key, and the lock that remembers what was signed with it.
    ///
    /// # Errors
    /// The key is not the depositary's, or it signed for a longer or another log than this one.
    pub fn sign_with(
        &mut self,
        signer: SignerKey,
        lock: Option<CheckpointLock>,
    ) -> Result<(), Fault> {
        let key = signer.verifier();
        if self.ledger.ring().depositaries().all(|known| *known != key) {
            return Err(Fault::Key { name: key.name().to_string() });
        }
        if let Some(lock) = &lock {
            let head = self.head();
            lock.compare(&Head { size: head.size, root: head.root.0 })?;
        }
        (self.signer, self.lock) = (Some(signer), lock);
        Ok(())
    }

    /// Returns the key that signs, while the log says that it does: it may have ended since it was
    /// given.
    pub(crate) fn signing(&self) -> Result<&SignerKey, Fault> {
        let none = || Fault::Key { name: "none".to_owned() };
        let key = self.signer.as_ref().ok_or_else(none)?;
        let public = key.verifier();
        if self.ledger.ring().depositaries().any(|known| *known == public) {
            return Ok(key);
        }
        Err(Fault::Key { name: public.name().to_string() })
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
    /// As [`Depositary::open`].
    pub fn catch_up(&mut self) -> Result<(), Fault> {
        let head = self.store.head()?;
        if head.size < self.tree.size() {
            return self.reload();
        }
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
        self.tree.compare(&head)
    }

    /// Forgets what was reckoned and reads the whole log again.
    pub(crate) fn reload(&mut self) -> Result<(), Fault> {
        self.ledger = Ledger::new(self.ledger.origin());
        self.tree = Tree::new();
        self.catch_up()
    }
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

fn take(ledger: &mut Ledger, index: u64, sealed: &Sealed) -> Result<(), Fault> {
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
