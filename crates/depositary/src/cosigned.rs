//! What witnesses say of a log, collected by the log itself.

use crate::depositary::Depositary;
use crate::fault::Fault;
use servanda_note::{Note, SignatureLine, Unverified, VerifierKey};
use servanda_store::Checkpoint as KeptCheckpoint;
use servanda_tlog::{AddCheckpoint, Plan};
use std::collections::BTreeSet;

/// By how many members a checkpoint was seen. It says nothing of validity: that is the article's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The members one of whose witnesses cosigned.
    pub members: usize,
    /// Those of them whose witness mirrored the log and found that it conforms.
    pub conforming: usize,
    /// The members with a witness that the log enrolled.
    pub known: usize,
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "seen by {} of {} members", self.members, self.known)?;
        match self.members {
            0 => Ok(()),
            _ => write!(f, ", found to conform by {}", self.conforming),
        }
    }
}

impl Depositary {
    /// Makes the request with which a witness, that cosigned a size last, is asked for the latest
    /// checkpoint; none where it cosigned more than the log has.
    ///
    /// # Errors
    /// As [`Depositary::checkpoint`].
    pub fn add_checkpoint(&mut self, old: u64) -> Result<Option<AddCheckpoint>, Fault> {
        let note = self.checkpoint()?;
        let Some(plan) = Plan::consistency(old, self.size()) else { return Ok(None) };
        let proof = self.tree.fold(self.store.as_mut(), &plan)?;
        let request = AddCheckpoint::new(old, proof, note);
        request.map(Some).map_err(|flaw| Fault::Record(flaw.to_string()))
    }

    /// Keeps those cosignatures of a checkpoint that witnesses of the log made; returns how many.
    ///
    /// # Errors
    /// A line that says it is by a witness of the log and is not, a database that does not answer.
    pub fn keep_cosignatures(
        &mut self,
        of: &Note,
        lines: &[SignatureLine],
    ) -> Result<usize, Fault> {
        let keys: Vec<VerifierKey> =
            self.ledger.ring().witnesses().map(|(_, key)| key.clone()).collect();
        let is_known = |line: &&SignatureLine| keys.iter().any(|key| key.is_named_by(line));
        let lines: Vec<SignatureLine> = lines.iter().filter(is_known).cloned().collect();
        let Some(kept) = self.store.checkpoint()? else { return Ok(0) };
        let unfit = |flaw: servanda_note::Malformed| Fault::Record(flaw.to_string());
        let note = Note::parse(&kept.bytes).map_err(unfit)?;
        if lines.is_empty() || note.text() != of.text() {
            return Ok(0);
        }
        let alone = Note::new(note.text().to_owned(), lines.clone()).map_err(unfit)?;
        alone.verify(&keys).map_err(Fault::Unsigned)?;
        // A witness that cosigned before has said the same again, at a later time.
        let named = |known: &SignatureLine| {
            lines.iter().any(|line| line.name() == known.name() && line.id() == known.id())
        };
        let mut all: Vec<SignatureLine> =
            note.signatures().iter().filter(|line| !named(line)).cloned().collect();
        all.extend(lines.iter().cloned());
        let note = Note::new(note.text().to_owned(), all).map_err(unfit)?;
        let kept = KeptCheckpoint { size: kept.size, bytes: note.print().into_bytes() };
        self.store.keep_checkpoint(&kept)?;
        Ok(lines.len())
    }

    /// Counts by how many members a checkpoint was seen.
    ///
    /// # Errors
    /// A line that says it is by a witness of the log and is not.
    pub fn seen(&self, note: &Note) -> Result<Seen, Fault> {
        let witnesses: Vec<(&str, &VerifierKey)> = self.ledger.ring().witnesses().collect();
        let keys: Vec<VerifierKey> = witnesses.iter().map(|(_, key)| (*key).clone()).collect();
        let signed = match note.verify(&keys) {
            Ok(signed) => signed,
            Err(Unverified::Unknown) => Vec::new(),
            Err(other @ (Unverified::Mismatch(..) | Unverified::Ambiguous(..))) => {
                return Err(Fault::Unsigned(other));
            }
        };
        let cosigned = witnesses.iter().filter(|(_, key)| signed.iter().any(|by| by.key == *key));
        let (mut members, mut conforming) = (BTreeSet::new(), BTreeSet::new());
        for (party, key) in cosigned {
            members.insert(*party);
            if key.name().as_str().ends_with("/l") {
                conforming.insert(*party);
            }
        }
        let known: BTreeSet<&str> = witnesses.iter().map(|(party, _)| *party).collect();
        let (members, conforming, known) = (members.len(), conforming.len(), known.len());
        Ok(Seen { members, conforming, known })
    }
}
