//! What the depositary proves: checkpoints it signs, tiles, and receipts that verify offline.

use crate::depositary::Depositary;
use crate::fault::Fault;
use servanda_note::{Note, VerifierKey};
use servanda_seal::Role;
use servanda_store::{Checkpoint as KeptCheckpoint, Head};
use servanda_tlog::{Bundle, Checkpoint, Plan, Receipt, Tile, TreeHead};

impl Depositary {
    /// Returns the signed checkpoint of the log as it is now; signs one where the last is older.
    ///
    /// # Errors
    /// No key, or a lock that remembers another log.
    pub fn checkpoint(&mut self) -> Result<Note, Fault> {
        // Another office may have signed for what this one only read.
        self.remember()?;
        let head = self.head();
        if let Some(kept) = self.store.checkpoint()?.filter(|kept| kept.size == head.size)
            && let Ok(note) = Note::parse(&kept.bytes)
            && Checkpoint::parse(note.text()).is_ok_and(|said| said.head() == head)
        {
            self.signed = head.size;
            return Ok(note);
        }
        let text = self.checkpoint_text()?;
        let line = self.signing()?.sign(&text);
        let note = Note::new(text, vec![line]).map_err(|flaw| Fault::Record(flaw.to_string()))?;
        let kept = KeptCheckpoint { size: head.size, bytes: note.print().into_bytes() };
        self.store.keep_checkpoint(&kept)?;
        self.signed = head.size;
        Ok(note)
    }

    /// Signs a checkpoint where the log grew since the last one.
    ///
    /// # Errors
    /// As [`Depositary::checkpoint`].
    pub(crate) fn sign_what_grew(&mut self) -> Result<(), Fault> {
        if self.signed < self.size() { self.checkpoint().map(drop) } else { Ok(()) }
    }

    /// Returns the checkpoint that is kept and how many entries it counts, and signs nothing.
    ///
    /// # Errors
    /// What keeps the store from answering, or bytes that are no checkpoint.
    pub fn kept_checkpoint(&mut self) -> Result<Option<(u64, Note)>, Fault> {
        let Some(kept) = self.store.checkpoint()? else { return Ok(None) };
        let note = Note::parse(&kept.bytes).map_err(|flaw| Fault::Record(flaw.to_string()))?;
        Ok(Some((kept.size, note)))
    }

    /// Returns the head of a checkpoint that an office of this log signed at some time, and from
    /// which the log goes on.
    ///
    /// # Errors
    /// It is of another log, by another key, or of more or other entries than the log has.
    pub fn signed_by_its_office(&mut self, note: &Note) -> Result<Head, Fault> {
        let said = Checkpoint::parse(note.text());
        let said = said.map_err(|flaw| Fault::Record(flaw.to_string()))?;
        let (found, wanted) = (said.origin().to_owned(), self.ledger.origin().to_owned());
        if found != wanted {
            return Err(Fault::Origin { found, wanted });
        }
        let enrolled = self.ledger.ring().keys().map(|(enrolment, _)| enrolment);
        let offices = enrolled.filter(|enrolment| enrolment.role == Role::Depositary);
        let ever: Vec<VerifierKey> = offices.map(|enrolment| enrolment.key.clone()).collect();
        note.verify(&ever).map_err(Fault::Unsigned)?;
        let head = said.head();
        self.goes_on_from(&head)?;
        Ok(Head { size: head.size, root: head.root.0 })
    }

    /// Looks that the log goes on from a head that was signed for it.
    ///
    /// # Errors
    /// The log is shorter, or was another one at that size.
    pub(crate) fn goes_on_from(&mut self, head: &TreeHead) -> Result<(), Fault> {
        if head.size > self.size() {
            return Err(Fault::Lost { known: head.size, found: self.size() });
        }
        let found = self.tree.root_before(self.store.as_mut(), head.size)?;
        if found == head.root {
            return Ok(());
        }
        Err(Fault::Root { said: head.root.print(), found: found.print() })
    }

    fn checkpoint_text(&self) -> Result<String, Fault> {
        let checkpoint = Checkpoint::new(self.ledger.origin(), self.head());
        checkpoint.map(|said| said.print()).map_err(|flaw| Fault::Record(flaw.to_string()))
    }

    /// Returns the receipt of an entry: its proof and the checkpoint, which verify offline; none
    /// where the log has no such entry.
    ///
    /// # Errors
    /// As [`Depositary::checkpoint`].
    pub fn receipt(&mut self, index: u64) -> Result<Option<Receipt>, Fault> {
        let note = self.checkpoint()?;
        let Some(plan) = Plan::inclusion(index, self.size()) else { return Ok(None) };
        let proof = self.tree.fold(self.store.as_mut(), &plan)?;
        let receipt = Receipt::new(index, proof, note);
        receipt.map(Some).map_err(|flaw| Fault::Record(flaw.to_string()))
    }

    /// Returns the bytes of an entry: a sealed act as it was signed.
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn entry(&mut self, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.store.entry(index)?.map(|entry| entry.bytes))
    }

    /// Returns the index of the entry of an act.
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn find(&mut self, id: servanda_seal::Digest) -> Result<Option<u64>, Fault> {
        Ok(self.store.find(&id.0)?)
    }

    /// Returns the bytes of a tile of the log, or of an earlier partial one; none where the log
    /// has no such tile (c2sp.org/tlog-tiles).
    ///
    /// # Errors
    /// What keeps the store from answering.
    pub fn tile(&mut self, tile: Tile) -> Result<Option<Vec<u8>>, Fault> {
        let bytes = self.tree.tile(self.store.as_mut(), tile)?;
        Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }

    /// Returns a bundle of entries; none where the log has not so many.
    ///
    /// # Errors
    /// What keeps the store from answering, an entry that is not the one in the log's tree.
    pub fn bundle(&mut self, bundle: Bundle) -> Result<Option<Vec<u8>>, Fault> {
        self.tree.bundle(self.store.as_mut(), bundle)
    }
}
