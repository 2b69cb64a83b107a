//! What a log sends to a witness, and what the witness answers (c2sp.org/tlog-witness).

use crate::lines::{HashFlaw, decimal, hashes, print_hashes};
use crate::receipt::proof_and_note;
use crate::{
    Checkpoint, CheckpointFlaw, Hash, PROOF_HASHES_MAX, ProofFlaw, SIZE_MAX, TreeHead,
    verify_consistency,
};
use servanda_note::{Malformed, Note, Unverified, VerifierKey};
use sha2::{Digest as _, Sha256};

/// Why a request cannot be read: the answer is 400.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestFlaw {
    /// The bytes are no text.
    #[error("the bytes are not UTF-8")]
    Utf8,
    /// The first line is another.
    #[error("line 1: a request begins with `old` and a number without leading zeros")]
    Old,
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

/// The request `add-checkpoint`: a checkpoint, and the proof that it goes on from an older size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    old: u64,
    proof: Vec<Hash>,
    note: Note,
    checkpoint: Checkpoint,
}

/// What a witness knows of the log of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed<'w> {
    /// The keys that it trusts for the log's origin.
    pub keys: &'w [VerifierKey],
    /// The latest head that it cosigned, if any.
    pub latest: Option<TreeHead>,
}

/// What a witness answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 200: the head goes on from the latest one. Keep it by compare-and-swap, then cosign.
    Cosign(TreeHead),
    /// 400: the request says an older size that is the larger one.
    Larger {
        /// The older size.
        old: u64,
        /// The size of the checkpoint.
        size: u64,
    },
    /// 403: no trusted key signed the checkpoint.
    Unsigned(Unverified),
    /// 404: the log is not followed here.
    Unknown,
    /// 409: the latest cosigned size is another; the body says it.
    Conflict(u64),
    /// 422: the checkpoint does not go on from the older one as the request says.
    Inconsistent(ProofFlaw),
}

impl AddCheckpoint {
    /// Makes a request.
    ///
    /// # Errors
    /// What the parser would say of the request as printed.
    pub fn new(old: u64, proof: Vec<Hash>, note: Note) -> Result<Self, RequestFlaw> {
        let checkpoint = Checkpoint::parse(note.text())?;
        if old > SIZE_MAX {
            return Err(RequestFlaw::Old);
        }
        if proof.len() > PROOF_HASHES_MAX {
            return Err(RequestFlaw::Many(PROOF_HASHES_MAX.saturating_add(2)));
        }
        Ok(Self { old, proof, note, checkpoint })
    }

    /// Parses the body of a request, and accepts exactly what [`AddCheckpoint::print`] prints.
    ///
    /// # Errors
    /// The first departure from the form: the answer is 400.
    pub fn parse(bytes: &[u8]) -> Result<Self, RequestFlaw> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(RequestFlaw::Utf8) };
        let (old, rest) = text
            .strip_prefix("old ")
            .and_then(|rest| rest.split_once('\n'))
            .ok_or(RequestFlaw::Old)?;
        let old = decimal(old).ok_or(RequestFlaw::Old)?;
        let (proof, note) = proof_and_note(rest).ok_or(RequestFlaw::NoGap)?;
        let proof = hashes(proof).map_err(|(at, flaw)| match flaw {
            HashFlaw::Form => RequestFlaw::Hash(at.saturating_add(2)),
            HashFlaw::Many => RequestFlaw::Many(at.saturating_add(2)),
        })?;
        let note = Note::parse(note.as_bytes())?;
        let checkpoint = Checkpoint::parse(note.text())?;
        Ok(Self { old, proof, note, checkpoint })
    }

    /// Prints the body of the request.
    pub fn print(&self) -> String {
        let mut out = format!("old {}\n", self.old);
        print_hashes(&self.proof, &mut out);
        out.push('\n');
        out.push_str(&self.note.print());
        out
    }

    /// Returns the size from which the checkpoint goes on.
    pub fn old(&self) -> u64 {
        self.old
    }

    /// Returns the signed checkpoint.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Returns what the checkpoint says, signed or not.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Returns what a witness answers that knows this of the log, or does not follow it.
    ///
    /// Checks are made in the order of the specification, so that nobody learns the latest size
    /// of a log without a checkpoint that the log signed.
    pub fn answer(&self, followed: Option<Followed<'_>>) -> Answer {
        let Some(Followed { keys, latest }) = followed else { return Answer::Unknown };
        if let Err(unverified) = self.note.verify(keys) {
            return Answer::Unsigned(unverified);
        }
        let (head, latest) = (self.checkpoint.head(), latest.unwrap_or_else(TreeHead::empty));
        if self.old > head.size {
            return Answer::Larger { old: self.old, size: head.size };
        }
        if self.old != latest.size {
            return Answer::Conflict(latest.size);
        }
        match verify_consistency(&latest, &head, &self.proof) {
            Ok(()) => Answer::Cosign(head),
            Err(flaw) => Answer::Inconsistent(flaw),
        }
    }
}

impl Answer {
    /// Returns the status of HTTP.
    pub fn status(&self) -> u16 {
        match self {
            Self::Cosign(_) => 200,
            Self::Larger { .. } => 400,
            Self::Unsigned(_) => 403,
            Self::Unknown => 404,
            Self::Conflict(_) => 409,
            Self::Inconsistent(_) => 422,
        }
    }

    /// Returns the type of the body: the one of 409 is given by the specification.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Conflict(_) => "text/x.tlog.size",
            Self::Cosign(_)
            | Self::Larger { .. }
            | Self::Unsigned(_)
            | Self::Unknown
            | Self::Inconsistent(_) => "text/plain; charset=utf-8",
        }
    }

    /// Returns the body; that of 200 is the signature lines, which the witness has to make.
    pub fn body(&self) -> String {
        match self {
            Self::Cosign(_) => String::new(),
            Self::Larger { old, size } => {
                format!("the older size {old} is more than the checkpoint's {size}\n")
            }
            Self::Unsigned(unverified) => format!("{unverified}\n"),
            Self::Unknown => "the log of this origin is not followed here\n".to_owned(),
            Self::Conflict(size) => format!("{size}\n"),
            Self::Inconsistent(flaw) => format!("{flaw}\n"),
        }
    }
}

/// Returns the hash of an origin by which a witness serves the checkpoints that it cosigned.
pub fn origin_hash(origin: &str) -> String {
    let hash = <[u8; 32]>::from(Sha256::digest(origin));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
