//! Documents are deposited, read back and destroyed.
//!
//! A body is kept before the entry that tells of it, and destroyed after the entry that says so:
//! wherever this is broken off, what the log says can be made true again, and `sweep` does it.

use crate::depositary::Depositary;
use crate::document::{Document, Erasure};
use crate::fault::Fault;
use crate::founding::seal;
use crate::papers::is_paper;
use crate::receive::Kept;
use crate::refused::Refused;
use servanda_model::Instant;
use servanda_seal::{Content, Digest};
use servanda_store::{BODY_BYTES_MAX, Body};

/// What is deposited.
#[derive(Clone, PartialEq, Eq)]
pub struct Deposit {
    /// What keeps the content from being guessed; drawn by whoever hands it in.
    pub salt: [u8; 32],
    /// The content.
    pub body: Vec<u8>,
    /// Its media type (RFC 6838).
    pub media: String,
    /// What it is called in public.
    pub title: String,
    /// The organs whose members may read it; everybody where none is named.
    pub readers: Vec<String>,
}

/// A document that the log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deposited {
    /// By what it is named.
    pub commitment: Digest,
    /// Its entry.
    pub entry: u64,
    /// Whether the log had it before, and only its body was put back.
    pub was_known: bool,
}

/// A document whose body was destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// The entry that says so.
    pub entry: u64,
    /// Whether the log said so before, and only what was left was destroyed.
    pub was_known: bool,
}

/// What became of the body of a document.
#[derive(Clone, PartialEq, Eq)]
pub enum Shelved {
    /// It is here, and is what was deposited.
    Here {
        /// Its salt.
        salt: [u8; 32],
        /// The content.
        bytes: Vec<u8>,
    },
    /// It was destroyed.
    Erased(Erasure),
    /// It is not in this database.
    Absent,
}

impl std::fmt::Debug for Deposit {
    /// Leaves salt and content out, so that neither reaches a log of the program by accident.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Deposit({:?}, {} bytes)", self.title, self.body.len())
    }
}

impl std::fmt::Debug for Shelved {
    /// Leaves salt and content out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Here { bytes, .. } => write!(f, "Here({} bytes)", bytes.len()),
            Self::Erased(erasure) => write!(f, "Erased({erasure:?})"),
            Self::Absent => f.write_str("Absent"),
        }
    }
}

impl Deposit {
    /// Returns the commitment: SHA-256 of the salt and then the body.
    pub fn commitment(&self) -> Digest {
        Digest::salted(&self.salt, &self.body)
    }

    fn content(&self) -> Content {
        Content::Document {
            commitment: self.commitment(),
            bytes: u64::try_from(self.body.len()).unwrap_or(u64::MAX),
            media: self.media.clone(),
            title: self.title.clone(),
            readers: self.readers.clone(),
        }
    }

    fn check(&self) -> Result<(), Refused> {
        let amiss = |message: String, hint| Err(Refused::new("L-DOCUMENT", message, hint));
        if self.title.trim().is_empty() || self.title.chars().any(char::is_control) {
            let hint = "write what the document is called in public on one line";
            return amiss("the title is no line of text".to_owned(), hint);
        }
        if !is_media(&self.media) {
            let hint = "a media type is written as `application/pdf` (RFC 6838)";
            return amiss(format!("`{}` is no media type", self.media), hint);
        }
        if self.body.len().saturating_add(self.salt.len()) > BODY_BYTES_MAX {
            let message = format!("the document has {} bytes", self.body.len());
            return amiss(message, "a body has at most 268,435,424 bytes: deposit it in parts");
        }
        Ok(())
    }

    /// Tells whether a document is this one, as far as the log says.
    fn is_of(&self, known: &Document) -> bool {
        known.title == self.title && known.media == self.media && known.readers == self.readers
    }
}

/// Tells whether a text is a media type without parameters (RFC 6838, section 4.2).
fn is_media(text: &str) -> bool {
    let is_name = |name: &str| {
        let is_first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let is_rest = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
        is_first && name.len() <= 127 && name.bytes().all(is_rest)
    };
    text.split_once('/').is_some_and(|(kind, name)| is_name(kind) && is_name(name))
}

impl Depositary {
    /// Deposits a document: its body is kept beside the log, its commitment in it. Where the log
    /// has the document already, its body is put back.
    ///
    /// # Errors
    /// What kept the office from its work. Nothing was acknowledged then.
    pub fn deposit(
        &mut self,
        deposit: &Deposit,
        now: Instant,
    ) -> Result<Result<Deposited, Refused>, Fault> {
        if let Err(refused) = deposit.check() {
            return Ok(Err(refused));
        }
        self.catch_up()?;
        let commitment = deposit.commitment();
        let body = Body { salt: deposit.salt.to_vec(), bytes: deposit.body.clone() };
        let known = self.ledger.documents().get(&commitment);
        if let Some(known) = known.filter(|known| known.erased.is_none() && deposit.is_of(known)) {
            let entry = known.entry;
            self.store.keep_body(&commitment.0, &body)?;
            return Ok(Ok(Deposited { commitment, entry, was_known: true }));
        }
        if let Err(refused) = self.ledger.check_document(commitment, &deposit.readers) {
            return Ok(Err(refused));
        }
        self.store.keep_body(&commitment.0, &body)?;
        match self.record(&deposit.content(), now) {
            Ok(Ok(kept)) => {
                // Whoever swept meanwhile saw a body without its entry.
                self.store.keep_body(&commitment.0, &body)?;
                Ok(Ok(Deposited { commitment, entry: kept.index, was_known: false }))
            }
            Ok(Err(refused)) => {
                self.clear(commitment)?;
                Ok(Err(refused))
            }
            Err(fault) => {
                // Where the log does not answer now, the next sweep destroys what was kept.
                let (Ok(()) | Err(_)) = self.clear(commitment);
                Err(fault)
            }
        }
    }

    /// Erases a document: the log says so, then body and salt are destroyed. May be asked again,
    /// and then makes sure once more that nothing is left.
    ///
    /// # Errors
    /// What kept the office from its work; [`Fault::Unerased`] where the log says that the body was
    /// destroyed and the disk did not yet do it.
    pub fn erase(
        &mut self,
        commitment: Digest,
        reason: &str,
        now: Instant,
    ) -> Result<Result<Erased, Refused>, Fault> {
        self.catch_up()?;
        let known = self.ledger.documents().get(&commitment);
        let erased = match known.and_then(|document| document.erased.as_ref()) {
            Some(erasure) => Erased { entry: erasure.entry, was_known: true },
            None => {
                let content = Content::Erase { commitment, reason: reason.to_owned() };
                match self.record(&content, now)? {
                    Ok(kept) => Erased { entry: kept.index, was_known: false },
                    Err(refused) => return Ok(Err(refused)),
                }
            }
        };
        match self.store.erase_body(&commitment.0) {
            Ok(_was_there) => Ok(Ok(erased)),
            Err(cause) => {
                let cause = Box::new(cause);
                Err(Fault::Unerased { commitment, entry: erased.entry, cause })
            }
        }
    }

    /// Returns the body of a document; none where the log knows no such document.
    ///
    /// # Errors
    /// The body is not what was deposited, or the database does not answer.
    pub fn body(&mut self, commitment: Digest) -> Result<Option<Shelved>, Fault> {
        self.catch_up()?;
        let Some(document) = self.ledger.documents().get(&commitment) else { return Ok(None) };
        if let Some(erasure) = &document.erased {
            return Ok(Some(Shelved::Erased(erasure.clone())));
        }
        let bytes = document.bytes;
        let Some(body) = self.store.body(&commitment.0)? else { return Ok(Some(Shelved::Absent)) };
        let salt = body.salt.as_slice().try_into().ok();
        let is_whole = u64::try_from(body.bytes.len()) == Ok(bytes);
        match salt.filter(|salt| is_whole && Digest::salted(salt, &body.bytes) == commitment) {
            Some(salt) => Ok(Some(Shelved::Here { salt, bytes: body.bytes })),
            None => Err(Fault::Body { commitment }),
        }
    }

    /// Destroys what stands beside the log for no document of it: bodies whose entry did not come
    /// to be, and those that the log says were destroyed. Returns how many there were.
    ///
    /// # Errors
    /// What kept the office from its work.
    pub fn sweep(&mut self) -> Result<usize, Fault> {
        let bodies = self.store.bodies()?;
        self.catch_up()?;
        let mut count: usize = 0;
        for commitment in bodies.into_iter().map(Digest) {
            if !is_paper(commitment) && !self.stands(commitment) {
                self.clear(commitment)?;
                count = count.saturating_add(1);
            }
        }
        Ok(count)
    }

    /// Tells whether the log has a document that was not erased.
    fn stands(&self, commitment: Digest) -> bool {
        let known = self.ledger.documents().get(&commitment);
        known.is_some_and(|document| document.erased.is_none())
    }

    /// Destroys a body for which no document stands.
    fn clear(&mut self, commitment: Digest) -> Result<(), Fault> {
        self.catch_up()?;
        if self.stands(commitment) {
            return Ok(());
        }
        // One that is damaged cannot be read and is of no use to anybody.
        let body = self.store.body(&commitment.0).ok().flatten();
        self.store.erase_body(&commitment.0)?;
        // Another office may have appended the entry meanwhile.
        self.catch_up()?;
        if let Some(body) = body.filter(|_| self.stands(commitment)) {
            self.store.keep_body(&commitment.0, &body)?;
        }
        Ok(())
    }

    /// Seals an entry with the office's own key and receives it.
    fn record(&mut self, content: &Content, now: Instant) -> Result<Result<Kept, Refused>, Fault> {
        let sealed = match seal(self.ledger.origin(), content, &[self.signing()?]) {
            Ok(sealed) => sealed,
            Err(flaw) => return Ok(Err(Refused::form(&flaw))),
        };
        let answers = self.receive(&[sealed.print().into_bytes()], now)?;
        answers.into_iter().next().ok_or(Fault::Contended)
    }
}

#[cfg(test)]
mod tests;
