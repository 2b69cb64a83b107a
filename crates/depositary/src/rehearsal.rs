//! Rehearsals: a log forked from another, with an origin and keys of its own, in which acts are
//! invented.
//!
//! What was done up to the fork is told in it as history, so that it needs nobody's signature; its
//! origin stands in every act and checkpoint, so that neither log takes what was meant for the
//! other.

use crate::depositary::Depositary;
use crate::fault::Fault;
use crate::founding::seal;
use crate::receive::Answer;
use crate::refused::Refused;
use servanda_journal::{Record, RecordFile};
use servanda_model::Instant;
use servanda_note::{SignerKey, VerifierKey};
use servanda_seal::{Content, Digest, Enrolment, Genesis, Role, Seen};

/// What the origin of a rehearsal, and of nothing else, ends with.
pub const REHEARSAL_SUFFIX: &str = "/REHEARSAL-INVENTED-ACTS";

/// The file that says which log a record rehearses; a `z` stands before it where there is one.
const FILE: &str = "rehearsal.journal";

/// A key that is to speak for a party in a rehearsal, or to be an officer's of its depositary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// The party; none for an officer, who records what organs did.
    pub party: Option<String>,
    /// Its key.
    pub key: VerifierKey,
    /// The digest of the key that may take its place; its own where none may.
    pub next: Digest,
}

/// Returns the origin of a rehearsal by that name.
pub fn rehearsal_origin(name: &str) -> String {
    let plain = name.strip_suffix(REHEARSAL_SUFFIX).unwrap_or(name);
    format!("{plain}{REHEARSAL_SUFFIX}")
}

/// Adds to the files of a record the one by which it is a rehearsal of a log. No act is added, and
/// every act keeps its position.
pub fn forked(mut files: Vec<RecordFile>, organisation: &str, of: &str) -> Vec<RecordFile> {
    let mut path = FILE.to_owned();
    while files.iter().any(|file| file.path == path) {
        path.insert(0, 'z');
    }
    let of = of.replace('\\', "\\\\").replace('"', "\\\"");
    let text = format!(
        "; REHEARSAL, INVENTED ACTS: a fork of {of}; what was received since is invented.\n\
         journal {organisation}\n  rehearses \"{of}\"\n"
    );
    files.push(RecordFile { path, bytes: text.into_bytes() });
    files
}

/// The origin of a rehearsal says that it is one, and no other does.
pub(crate) fn check_origin(origin: &str, genesis: &Genesis) -> Result<(), Refused> {
    let is_named = origin.ends_with(REHEARSAL_SUFFIX);
    match (&genesis.rehearses, is_named) {
        (Some(_), true) | (None, false) => Ok(()),
        (Some(of), false) => {
            let message = format!("`{origin}` rehearses `{of}`, and its name does not say so");
            Err(Refused::new("L-REHEARSAL", message, ENDS))
        }
        (None, true) => {
            let message = format!("`{origin}` is named as a rehearsal, and rehearses no log");
            Err(Refused::new("L-REHEARSAL", message, ENDS))
        }
    }
}

const ENDS: &str = "the origin of a rehearsal ends with `/REHEARSAL-INVENTED-ACTS`, no other does";

/// The record of a rehearsal says what its genesis says.
pub(crate) fn check_record(genesis: Option<&Genesis>, record: &Record) -> Result<(), Refused> {
    let said = genesis.and_then(|genesis| genesis.rehearses.as_ref());
    if said == record.history.rehearses.as_ref() {
        return Ok(());
    }
    let told = |of: Option<&String>| of.map_or("no log".to_owned(), |of| format!("`{of}`"));
    let message = format!(
        "the genesis rehearses {}, and the record {}",
        told(said),
        told(record.history.rehearses.as_ref())
    );
    let hint = "a journal's first line has `rehearses` below it where the genesis has it";
    Err(Refused::new("L-REHEARSAL", message, hint))
}

impl Depositary {
    /// Returns the origin of the log that this one rehearses, where it is a rehearsal.
    pub fn rehearses(&self) -> Option<&str> {
        self.ledger.genesis().and_then(|genesis| genesis.rehearses.as_deref())
    }

    /// Gives the office of a rehearsal the keys of the authority, so that it enrols whoever plays.
    ///
    /// # Errors
    /// The log is no rehearsal: its office never holds the authority's keys.
    pub fn hold_authority(&mut self, keys: Vec<SignerKey>) -> Result<(), Fault> {
        if self.rehearses().is_none() {
            return Err(Fault::NoRehearsal { origin: self.ledger.origin().to_owned() });
        }
        self.authority = keys;
        Ok(())
    }

    /// Enrols a key for the delegation of a party, or for an officer. The enrolment takes the walk of every entry.
    ///
    /// # Errors
    /// The log is no rehearsal, or what kept the office from its work.
    pub fn enrol(&mut self, player: Player, now: Instant) -> Result<Answer, Fault> {
        if self.rehearses().is_none() {
            return Err(Fault::NoRehearsal { origin: self.ledger.origin().to_owned() });
        }
        let Player { party, key, next } = player;
        let delegation = |party| Role::Delegation { party, with_person: false };
        let role = party.map_or(Role::Depositary, delegation);
        let content = Content::Enrol(Enrolment { key, next, role });
        let signers: Vec<&SignerKey> = self.authority.iter().collect();
        let sealed = match seal(self.ledger.origin(), &content, &signers) {
            Ok(sealed) => sealed,
            Err(flaw) => return Ok(Err(Refused::form(&flaw))),
        };
        self.receive_one(sealed.print().into_bytes(), now)
    }

    /// Records acts of an opening, each through the door as if it arrived; the first that is not
    /// taken ends it.
    ///
    /// # Errors
    /// What kept the office from its work.
    pub fn open_in_motion(&mut self, acts: &[String], now: Instant) -> Result<Answered, Fault> {
        let mut kept: u32 = 0;
        for text in acts {
            let head = self.head();
            let seen = Seen { size: head.size, root: Digest(head.root.0) };
            let content = Content::Act { text: text.clone(), seen };
            let key = self.signing()?;
            let sealed = match seal(self.ledger.origin(), &content, &[key]) {
                Ok(sealed) => sealed,
                Err(flaw) => return Ok(Err((text.clone(), Refused::form(&flaw)))),
            };
            match self.receive_one(sealed.print().into_bytes(), now)? {
                Ok(_kept) => kept = kept.saturating_add(1),
                Err(refused) => return Ok(Err((text.clone(), refused))),
            }
        }
        Ok(Ok(kept))
    }

    fn receive_one(&mut self, bytes: Vec<u8>, now: Instant) -> Result<Answer, Fault> {
        let answer = self.receive(&[bytes], now)?.pop();
        answer.ok_or_else(|| Fault::Record("the office gave no answer".to_owned()))
    }
}

/// How many acts of an opening were taken, or the first that was not, and why.
pub type Answered = Result<u32, (String, Refused)>;
