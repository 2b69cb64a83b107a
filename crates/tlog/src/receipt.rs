//! Receipts: that an entry is in a log, for whoever has the keys (c2sp.org/tlog-proof).

use crate::lines::{HashFlaw, decimal, hashes, print_hashes};
use crate::{
    Checkpoint, CheckpointFlaw, Hash, PROOF_HASHES_MAX, Policy, ProofFlaw, verify_inclusion,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use servanda_note::{Malformed, Note, Signed, Unverified};

const FIRST: &str = "c2sp.org/tlog-proof@v1\n";
/// The most bytes beside the proof.
const EXTRA_BYTES_MAX: usize = 65_535;

/// Why a text is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFlaw {
    /// The bytes are no text.
    #[error("the bytes are not UTF-8")]
    Utf8,
    /// The first line is another.
    #[error("line 1: a receipt begins with `c2sp.org/tlog-proof@v1`")]
    First,
    /// The extra bytes are not base64 of 1 to 65,535 bytes.
    #[error("line 2: `extra` has the base64 of 1 to 65,535 bytes")]
    Extra,
    /// The index is not there or no plain number.
    #[error("line {0}: the index is `index` and a number from 0 to 2^63 - 1 without leading zeros")]
    Index(usize),
    /// A line of the proof is no hash.
    #[error("line {0}: a line of the proof is the base64 of 32 bytes, with padding")]
    Hash(usize),
    /// There are more than 63 hashes.
    #[error("line {0}: a proof has at most 63 hashes")]
    Many(usize),
    /// No empty line before the checkpoint.
    #[error("no empty line stands between the proof and the checkpoint")]
    NoGap,
    /// What follows is no note.
    #[error("in the checkpoint, {0}")]
    Note(#[from] Malformed),
    /// The note is no checkpoint.
    #[error("in the checkpoint, {0}")]
    Checkpoint(#[from] CheckpointFlaw),
}

/// The proof that an entry is in the tree of a checkpoint, as a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    extra: Vec<u8>,
    index: u64,
    proof: Vec<Hash>,
    note: Note,
    checkpoint: Checkpoint,
}

impl Receipt {
    /// Makes a receipt of an index, its proof and a signed checkpoint.
    ///
    /// # Errors
    /// What the parser would say of the receipt as printed.
    pub fn new(index: u64, proof: Vec<Hash>, note: Note) -> Result<Self, ReceiptFlaw> {
        let checkpoint = Checkpoint::parse(note.text())?;
        if index > crate::SIZE_MAX {
            return Err(ReceiptFlaw::Index(2));
        }
        if proof.len() > PROOF_HASHES_MAX {
            return Err(ReceiptFlaw::Many(PROOF_HASHES_MAX.saturating_add(3)));
        }
        Ok(Self { extra: Vec::new(), index, proof, note, checkpoint })
    }

    /// Adds bytes that no signature covers; no bytes are no line.
    ///
    /// # Errors
    /// More than 65,535 bytes.
    pub fn with_extra(self, extra: Vec<u8>) -> Result<Self, ReceiptFlaw> {
        if extra.len() > EXTRA_BYTES_MAX {
            return Err(ReceiptFlaw::Extra);
        }
        Ok(Self { extra, ..self })
    }

    /// Parses a receipt, and accepts exactly what [`Receipt::print`] prints.
    ///
    /// # Errors
    /// The first departure from the form.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReceiptFlaw> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(ReceiptFlaw::Utf8) };
        let rest = text.strip_prefix(FIRST).ok_or(ReceiptFlaw::First)?;
        let (extra, rest) = match rest.strip_prefix("extra ") {
            None => (Vec::new(), rest),
            Some(rest) => extra(rest).ok_or(ReceiptFlaw::Extra)?,
        };
        let line = if extra.is_empty() { 2 } else { 3_usize };
        let no_index = ReceiptFlaw::Index(line);
        let (index, rest) =
            rest.strip_prefix("index ").and_then(|rest| rest.split_once('\n')).ok_or(no_index)?;
        let index = decimal(index).ok_or(no_index)?;
        let (proof, note) = proof_and_note(rest).ok_or(ReceiptFlaw::NoGap)?;
        let proof = hashes(proof).map_err(|(at, flaw)| {
            let line = line.saturating_add(at).saturating_add(1);
            match flaw {
                HashFlaw::Form => ReceiptFlaw::Hash(line),
                HashFlaw::Many => ReceiptFlaw::Many(line),
            }
        })?;
        let note = Note::parse(note.as_bytes())?;
        let checkpoint = Checkpoint::parse(note.text())?;
        Ok(Self { extra, index, proof, note, checkpoint })
    }

    /// Prints the receipt; a file of it is called `….tlog-proof`.
    pub fn print(&self) -> String {
        let mut out = FIRST.to_owned();
        if !self.extra.is_empty() {
            out.push_str(&format!("extra {}\n", STANDARD.encode(&self.extra)));
        }
        out.push_str(&format!("index {}\n", self.index));
        print_hashes(&self.proof, &mut out);
        out.push('\n');
        out.push_str(&self.note.print());
        out
    }

    /// Returns the bytes that no signature covers.
    pub fn extra(&self) -> &[u8] {
        &self.extra
    }

    /// Returns the index of the entry.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Returns the hashes from the leaf's sibling up.
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// Returns the signed checkpoint.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Returns what the checkpoint says, signed or not.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Verifies, without asking anybody, that an entry with this hash is in the log of the policy.
    ///
    /// # Errors
    /// What is not as the policy wants it.
    pub fn verify<'p>(&self, leaf: Hash, policy: &'p Policy) -> Result<Witnessed<'p>, Unproven> {
        if self.checkpoint.origin() != policy.origin {
            return Err(Unproven::Origin(self.checkpoint.origin().to_owned()));
        }
        self.note.verify(&policy.log).map_err(Unproven::Log)?;
        let witnesses = match self.note.verify(&policy.witnesses) {
            Ok(signed) => signed,
            // Without cosignatures the quorum decides.
            Err(Unverified::Unknown) => Vec::new(),
            Err(other @ (Unverified::Mismatch(..) | Unverified::Ambiguous(..))) => {
                return Err(Unproven::Witness(other));
            }
        };
        if witnesses.len() < policy.quorum {
            return Err(Unproven::Quorum { seen: witnesses.len(), wanted: policy.quorum });
        }
        verify_inclusion(leaf, self.index, &self.proof, &self.checkpoint.head())?;
        Ok(Witnessed { witnesses })
    }
}

/// Parses the base64 up to the end of the line; none where it is not 1 to 65,535 bytes.
fn extra(rest: &str) -> Option<(Vec<u8>, &str)> {
    let (line, rest) = rest.split_once('\n')?;
    let bytes = STANDARD.decode(line).ok()?;
    (1..=EXTRA_BYTES_MAX).contains(&bytes.len()).then_some((bytes, rest))
}

/// Splits at the first empty line; before it stand lines with their ends.
pub(crate) fn proof_and_note(text: &str) -> Option<(&str, &str)> {
    match text.strip_prefix('\n') {
        Some(note) => Some(("", note)),
        None => text.split_once("\n\n"),
    }
}

/// A receipt that was verified: which witnesses saw the tree, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed<'p> {
    /// The witnesses of the policy that cosigned.
    pub witnesses: Vec<Signed<'p>>,
}

/// Why a receipt shows nothing under a policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// The checkpoint is of another log.
    #[error("the receipt is of the log `{0}`")]
    Origin(String),
    /// The log did not sign the checkpoint.
    #[error("the checkpoint is not signed by the log: {0}")]
    Log(#[source] Unverified),
    /// A cosignature is not what it says.
    #[error("a cosignature does not hold: {0}")]
    Witness(#[source] Unverified),
    /// Too few witnesses cosigned.
    #[error("seen by {seen} witnesses, {wanted} are asked for")]
    Quorum {
        /// How many cosigned.
        seen: usize,
        /// How many are asked for.
        wanted: usize,
    },
    /// The hashes do not lead from the entry to the root.
    #[error(transparent)]
    Inclusion(#[from] ProofFlaw),
}
