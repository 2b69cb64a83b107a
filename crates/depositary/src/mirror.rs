//! A full mirror of another's log: every entry is hashed, verified and judged again before it is
//! kept, and only what leads to a root that the log signed is kept at all.

use crate::depositary::{FORMAT, speaks};
use crate::fault::Fault;
use crate::founding::LANGUAGE;
use crate::incoming::{Incoming, Keys};
use crate::ledger::Ledger;
use crate::reading::{has_seen, read_again};
use crate::refused::Refused;
use crate::shown::Shown;
use crate::standing::{Standing, kept, own_id};
use crate::tree::Tree;
use crate::trust::{change, depositaries, is_signed, trust};
use servanda_note::{Note, Unverified, VerifierKey};
use servanda_seal::{Content, Digest, KeyRing};
use servanda_store::{Appended, Entry, Identity, PAGE, Store, found, open};
use servanda_tlog::{Bundle, Checkpoint, Hash, TreeHead, bundles_between, leaf_hash};
use std::collections::BTreeSet;
use std::thread::ScopedJoinHandle;

/// The first entry that the log took and that its law, judged again, does not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// The entry.
    pub entry: u64,
    /// The id of its act; of its bytes where they are no act.
    pub act: Digest,
    /// Why it is not taken, with the article where the law says so.
    pub refused: Refused,
}

/// What became of a checkpoint that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// The mirror holds its tree.
    Mirrored,
    /// It is an earlier one of the same history, shorter than what was mirrored or cosigned.
    Behind,
    /// It is of another history; the first entry that differs, where that could be found.
    Split(Option<u64>),
}

/// Entries of a bundle, with what their form and signatures say.
type Looked = (Vec<Vec<u8>>, Vec<Incoming>);

/// A full mirror of another's log.
#[derive(Debug)]
pub struct Mirror {
    pub(crate) store: Box<dyn Store>,
    pub(crate) tree: Tree,
    ledger: Ledger,
    /// The keys after a departure, from which on the ledger stands still.
    after: Option<KeyRing>,
    departure: Option<Departure>,
}

impl Mirror {
    /// Begins a mirror at an address where none is.
    ///
    /// # Errors
    /// A log that is there already, a disk that does not answer.
    pub fn found(address: &str, origin: &str) -> Result<Self, Fault> {
        let language = u32::try_from(LANGUAGE).unwrap_or(u32::MAX);
        let identity = Identity { origin: origin.to_owned(), format: FORMAT, language };
        Ok(Self::over(found(address, &identity)?, origin))
    }

    /// Opens the mirror at an address and judges every entry of it again.
    ///
    /// # Errors
    /// A log of another language, a root that the entries do not make, a database that does not
    /// answer.
    pub fn open(address: &str) -> Result<Self, Fault> {
        let mut store = open(address)?;
        let identity = store.identity()?;
        speaks(&identity)?;
        let mut mirror = Self::over(store, &identity.origin);
        mirror.read()?;
        Ok(mirror)
    }

    fn over(store: Box<dyn Store>, origin: &str) -> Self {
        let (tree, ledger) = (Tree::new(), Ledger::new(origin));
        Self { store, tree, ledger, after: None, departure: None }
    }

    /// Reads what the store holds from the first entry.
    fn read(&mut self) -> Result<(), Fault> {
        let origin = self.ledger.origin().to_owned();
        (self.tree, self.ledger) = (Tree::new(), Ledger::new(&origin));
        (self.after, self.departure) = (None, None);
        let head = self.store.head()?;
        while self.tree.size() < head.size {
            let from = self.tree.size();
            let page = self.store.page(from..head.size.min(from.saturating_add(PAGE)))?;
            let bytes: Vec<&[u8]> = page.iter().map(|entry| entry.bytes.as_slice()).collect();
            let arrivals = Keys::of(&self.ledger).look_at(&bytes);
            for ((index, entry), arrival) in (from..).zip(&page).zip(arrivals) {
                let standing = self.standing(index, entry, &arrival)?;
                let mut ahead = std::mem::take(&mut self.tree);
                let judged = self.judge((index, standing), (&entry.bytes, &arrival), &mut ahead);
                self.tree = ahead;
                judged?;
                self.tree.grow(entry);
            }
        }
        self.tree.compare(&head)?;
        self.live();
        Ok(())
    }

    /// Tells how an entry stands that was read again. Where its id or hash is not that of its bytes
    /// it is our disk that changed, and not the log that departs.
    fn standing(
        &mut self,
        index: u64,
        entry: &Entry,
        arrival: &Incoming,
    ) -> Result<Standing, Fault> {
        let whole = kept(entry.bytes.clone(), arrival);
        if entry.hash == whole.hash && entry.id == whole.id {
            return Ok(Standing::New);
        }
        let is_own = entry.id == own_id(index, &entry.bytes).0;
        if entry.hash == whole.hash && is_own && self.is_known(index, whole.id)? {
            return Ok(Standing::Again);
        }
        Err(Fault::of_bytes(index))
    }

    /// Returns size and root.
    pub fn head(&self) -> TreeHead {
        self.tree.head()
    }

    /// Returns the log's origin.
    pub fn origin(&self) -> &str {
        self.ledger.origin()
    }

    /// Returns the origin of the log that the mirrored one rehearses, where it is a rehearsal.
    pub fn rehearses(&self) -> Option<&str> {
        self.ledger.genesis().and_then(|genesis| genesis.rehearses.as_deref())
    }

    /// Returns where judging again differs from what the log took, if it does.
    pub fn departure(&self) -> Option<&Departure> {
        self.departure.as_ref()
    }

    /// Returns the keys that the entries so far enrolled.
    pub fn ring(&self) -> &KeyRing {
        self.after.as_ref().unwrap_or_else(|| self.ledger.ring())
    }

    /// Returns the root as it was at a size.
    ///
    /// # Errors
    /// A database that does not answer.
    pub fn root_at(&mut self, size: u64) -> Result<Hash, Fault> {
        self.tree.root_at(self.store.as_mut(), size)
    }

    /// Looks at a signed checkpoint, and mirrors the tree that it is of.
    ///
    /// # Errors
    /// A checkpoint of another log or by another key, a log that does not show what it signed, a
    /// database that does not answer. What was mirrored until then stays, and led to that root.
    pub(crate) fn follow(
        &mut self,
        (note, said): (&Note, &Checkpoint),
        trusted: Option<&VerifierKey>,
        shown: &mut Shown<'_, '_>,
    ) -> Result<Followed, Fault> {
        if said.origin() != self.origin() {
            let (found, wanted) = (said.origin().to_owned(), self.origin().to_owned());
            return Err(Fault::Origin { found, wanted });
        }
        let (head, size) = (said.head(), self.tree.size());
        let before = self.ring().clone();
        trust(note, said, (&before, size), trusted, shown)?;
        match self.compare(&head)? {
            Some(Followed::Split(_)) => {
                // That it is another history is known already; where, only if it is shown.
                let entry = self.first_difference(&head, shown).unwrap_or(None);
                return Ok(Followed::Split(entry));
            }
            Some(followed @ (Followed::Mirrored | Followed::Behind)) => return Ok(followed),
            None => {}
        }
        let leaves = shown.leaves(size, head.size)?;
        if self.tree.with(&leaves) != head {
            return self.first_difference(&head, shown).map(Followed::Split);
        }
        self.take(&head, &leaves, shown)?;
        let after = depositaries(self.ring());
        if is_signed(note, &after)? || is_signed(note, &depositaries(&before))? {
            Ok(Followed::Mirrored)
        } else {
            Err(Fault::Unsigned(Unverified::Unknown))
        }
    }

    /// Compares a head with the mirror; none where the head is the longer one.
    pub(crate) fn compare(&mut self, head: &TreeHead) -> Result<Option<Followed>, Fault> {
        let size = self.tree.size();
        if head.size > size {
            return Ok(None);
        }
        Ok(Some(if self.root_at(head.size)? != head.root {
            Followed::Split(None)
        } else if head.size < size {
            Followed::Behind
        } else {
            Followed::Mirrored
        }))
    }

    /// Finds the first entry of another history; that it is one is only said where all that is
    /// shown leads to the root that was signed.
    fn first_difference(
        &mut self,
        head: &TreeHead,
        shown: &mut Shown<'_, '_>,
    ) -> Result<Option<u64>, Fault> {
        let leaves = shown.leaves(0, head.size)?;
        if Tree::new().with(&leaves) != *head {
            return Err(Fault::Withheld { entry: self.tree.size() });
        }
        let ours = self.store.hashes(0..self.tree.size())?;
        let differs = ours.iter().zip(&leaves).position(|(ours, theirs)| *ours != theirs.0);
        Ok(differs.and_then(|entry| u64::try_from(entry).ok()))
    }

    /// Takes the entries whose hashes were found to lead to the root, bundle by bundle: while one is
    /// judged and kept, the signatures of the next are verified.
    fn take(
        &mut self,
        head: &TreeHead,
        leaves: &[Hash],
        shown: &mut Shown<'_, '_>,
    ) -> Result<(), Fault> {
        let mut leaves = leaves.iter();
        let mut size = self.tree.size();
        std::thread::scope(|scope| {
            let mut looked_at: Option<ScopedJoinHandle<'_, Looked>> = None;
            for bundle in bundles_between(size, head.size) {
                let next = fresh(bundle, size, shown).and_then(|entries| {
                    for bytes in &entries {
                        if leaves.next() != Some(&leaf_hash(bytes)) {
                            return Err(Fault::Withheld { entry: size });
                        }
                        size = size.saturating_add(1);
                    }
                    Ok(entries)
                });
                let keys = Keys::of(&self.ledger);
                let next = next.map(|entries| {
                    scope.spawn(move || {
                        let arrivals = keys.look_at(&entries);
                        (entries, arrivals)
                    })
                });
                // What was shown before what is withheld is kept.
                looked_at.take().map_or(Ok(()), |before| self.append(before))?;
                looked_at = Some(next?);
            }
            looked_at.map_or(Ok(()), |last| self.append(last))
        })?;
        self.live();
        Ok(())
    }

    /// Judges entries and keeps them at once.
    fn append(&mut self, looked_at: ScopedJoinHandle<'_, Looked>) -> Result<(), Fault> {
        let Ok(arrived) = looked_at.join() else {
            return Err(Fault::Record("a thread that verifies signatures broke".to_owned()));
        };
        let judged = self.judge_all(arrived);
        let kept = judged.and_then(|entries| self.tree.append(self.store.as_mut(), &entries));
        match kept {
            Ok(Appended::Done) => Ok(()),
            Ok(Appended::Stale(_) | Appended::Known(_)) => {
                self.read()?;
                Err(Fault::Contended)
            }
            Err(fault) => {
                // What was judged may not be kept: the store says what is.
                self.read()?;
                Err(fault)
            }
        }
    }

    fn judge_all(&mut self, (arrived, arrivals): Looked) -> Result<Vec<Entry>, Fault> {
        let (mut ahead, mut entries) = (self.tree.clone(), Vec::<Entry>::new());
        let mut here = BTreeSet::new();
        let looked_at = arrived.into_iter().zip(arrivals);
        for (index, (bytes, arrival)) in (self.tree.size()..).zip(looked_at) {
            let mut kept = kept(bytes, &arrival);
            let is_here = !here.insert(kept.id);
            let standing = if is_here || self.is_known(index, kept.id)? {
                kept.id = own_id(index, &kept.bytes).0;
                Standing::Again
            } else {
                Standing::New
            };
            self.judge((index, standing), (&kept.bytes, &arrival), &mut ahead)?;
            ahead.grow(&kept);
            entries.push(kept);
        }
        Ok(entries)
    }

    fn is_known(&mut self, index: u64, id: servanda_store::Hash) -> Result<bool, Fault> {
        Ok(self.store.find(&id)?.is_some_and(|known| known < index))
    }

    /// Judges the entry at an index again; the first that is not taken is remembered.
    fn judge(
        &mut self,
        (index, standing): (u64, Standing),
        (bytes, arrival): (&[u8], &Incoming),
        ahead: &mut Tree,
    ) -> Result<(), Fault> {
        if let Some(ring) = &mut self.after {
            change(ring, self.ledger.origin(), index, bytes);
            return Ok(());
        }
        let sealed = match arrival {
            Incoming::Signed(sealed, _) | Incoming::Unsigned(sealed, ..) => sealed,
            Incoming::Formless(refused) => {
                self.depart(index, Digest::of(bytes), refused.clone());
                return Ok(());
            }
        };
        if let Content::Genesis(genesis) = sealed.content()
            && genesis.language != LANGUAGE
        {
            return Err(Fault::Language { found: genesis.language, known: LANGUAGE });
        }
        if standing == Standing::Again {
            let message = "the log has this act already".to_owned();
            let refused = Refused::new("L-KNOWN", message, "an act is sent once");
            self.depart(index, sealed.id(), refused);
            return Ok(());
        }
        let mut seen = Ok(Ok(()));
        if let Content::Act { seen: said, .. } = sealed.content() {
            seen = has_seen(ahead, self.store.as_mut(), *said);
        }
        let seen = seen?;
        let taken = match self.ledger.signed(arrival) {
            Ok((sealed, signers)) => {
                let signed = (sealed, &signers);
                read_again(&mut self.ledger, index, signed, |_seen| seen).map(drop)
            }
            Err(refused) => Err(refused),
        };
        if let Err(refused) = taken {
            self.depart(index, sealed.id(), refused);
        }
        Ok(())
    }

    fn depart(&mut self, entry: u64, act: Digest, refused: Refused) {
        self.after = Some(self.ledger.ring().clone());
        self.departure = Some(Departure { entry, act, refused });
    }

    /// Reads the founding where it is whole: what the log signed begins with all of it.
    fn live(&mut self) {
        let Some(entry) = self.tree.size().checked_sub(1) else { return };
        if self.departure.is_none()
            && let Err(refused) = self.ledger.live()
        {
            self.depart(entry, Digest(self.tree.root().0), refused);
        }
    }
}

/// Asks for those entries of a bundle that lie behind the first so many.
fn fresh(bundle: Bundle, size: u64, shown: &mut Shown<'_, '_>) -> Result<Vec<Vec<u8>>, Fault> {
    let first = bundle.index().saturating_mul(256);
    let known = usize::try_from(size.saturating_sub(first)).unwrap_or(usize::MAX);
    Ok(shown.bundle(bundle)?.into_iter().skip(known).collect())
}
