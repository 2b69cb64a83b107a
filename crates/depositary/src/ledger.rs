//! What the entries of a log say so far: its keys, its record, and the door for the next act.
//!
//! The depositary takes each act through here before it appends, and whoever re-judges a log
//! takes each entry through here again: there is one walk.

use crate::arrivals::Arrivals;
use crate::document::{Document, Erasure};
use crate::door::{Door, is_of_delegation};
use crate::incoming;
use crate::refused::Refused;
use crate::rehearsal;
use servanda_journal::{Book, Record, RecordFile, read};
use servanda_model::{Finding, Instant, Law};
use servanda_seal::{Content, Digest, Genesis, KeyRing, Role, Sealed, Signers};
use std::collections::BTreeMap;

/// What the entries of a log say so far.
#[derive(Debug)]
pub struct Ledger {
    origin: String,
    genesis: Option<Genesis>,
    ring: KeyRing,
    /// The files of the founding, as their pieces come.
    files: Vec<RecordFile>,
    pub(crate) living: Option<Living>,
    received: Option<Instant>,
    /// The entry that says so.
    received_in: Option<u64>,
    /// The entries that are neither text nor a time of receipt, rising.
    apart: Vec<u64>,
    documents: BTreeMap<Digest, Document>,
    arrivals: Arrivals,
}

/// A record that was read, and its door.
#[derive(Debug)]
pub(crate) struct Living {
    pub(crate) book: Book,
    pub(crate) door: Door,
}

/// An entry that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The position of its act in the record, where it has one.
    pub position: Option<u32>,
    /// Who sent it; none for the organisation's own offices.
    pub party: Option<String>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl Taken {
    fn nothing(party: Option<String>) -> Self {
        Self { position: None, party, findings: Vec::new() }
    }
}

impl Ledger {
    /// Begins the ledger of a log without entries.
    pub fn new(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            genesis: None,
            ring: KeyRing::default(),
            files: Vec::new(),
            living: None,
            received: None,
            received_in: None,
            apart: Vec::new(),
            documents: BTreeMap::new(),
            arrivals: Arrivals::default(),
        }
    }

    /// Begins a ledger of which the record was read already, whose last file may be the one for
    /// what was received. The entries that are no text are still to be taken.
    pub(crate) fn resume((origin, since): (&str, u64), record: Record, has_received: bool) -> Self {
        let door = Door::of(&record);
        let before = u32::try_from(record.history.acts.len()).unwrap_or(u32::MAX);
        let arrivals = Arrivals { since, before, acts: Vec::new() };
        let book = if has_received { Book::reopen(record) } else { Book::open(record) };
        Self { living: Some(Living { book, door }), arrivals, ..Self::new(origin) }
    }

    /// Returns the origin.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the genesis, once it was taken.
    pub fn genesis(&self) -> Option<&Genesis> {
        self.genesis.as_ref()
    }

    /// Returns the keys.
    pub fn ring(&self) -> &KeyRing {
        &self.ring
    }

    /// Returns when the last entries were received.
    pub fn received(&self) -> Option<Instant> {
        self.received
    }

    /// Returns the record, once the founding was read.
    pub fn record(&self) -> Option<&Record> {
        self.living.as_ref().map(|living| living.book.record())
    }

    /// Returns the files of the record: those of the founding as they were, and what was received.
    pub fn files(&self) -> Vec<(&str, &str)> {
        self.living.iter().flat_map(|living| living.book.files()).collect()
    }

    /// Returns the files with their texts, and which is the one for what was received.
    pub(crate) fn texts(&self) -> Vec<(&str, &str, bool)> {
        let is_received =
            |path: &str| self.living.as_ref().is_some_and(|living| living.book.path() == path);
        self.files().into_iter().map(|(path, text)| (path, text, is_received(path))).collect()
    }

    /// Returns the entries that are no text, rising: keys, documents, the latest time of receipt.
    pub(crate) fn apart(&self) -> Vec<u64> {
        let mut entries: Vec<u64> = self.apart.iter().copied().chain(self.received_in).collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Returns the documents, by their commitments.
    pub fn documents(&self) -> &BTreeMap<Digest, Document> {
        &self.documents
    }

    /// Returns which entries the received acts are.
    pub fn arrivals(&self) -> &Arrivals {
        &self.arrivals
    }

    /// Finds who signed an act, as the keys are now.
    ///
    /// # Errors
    /// The act is for another log, or its lines are not those it needs.
    pub fn signers(&self, sealed: &Sealed) -> Result<Signers, Refused> {
        incoming::signers(&self.origin, &self.ring, sealed)
    }

    /// Takes the entry at an index, received at a time: its keys, its text, its law, in that order.
    ///
    /// # Errors
    /// What keeps it out. Nothing has changed then.
    pub fn take(
        &mut self,
        index: u64,
        sealed: &Sealed,
        signers: &Signers,
        at: Option<Instant>,
    ) -> Result<Taken, Refused> {
        let is_founding =
            matches!(sealed.content(), Content::Enact { .. } | Content::Recite { .. });
        if !is_founding && !matches!(sealed.content(), Content::Genesis(_)) {
            self.live()?;
        }
        let party = signers.party().map(str::to_owned);
        let taken = match sealed.content() {
            Content::Genesis(genesis) => {
                rehearsal::check_origin(&self.origin, genesis)?;
                self.genesis = Some(genesis.clone());
                Taken::nothing(None)
            }
            Content::Enact { file, text, .. } | Content::Recite { file, text, .. } => {
                self.found_with(file, text)?;
                Taken::nothing(None)
            }
            Content::Received { at } => {
                self.receive_at(index, *at)?;
                Taken::nothing(None)
            }
            Content::Act { text, .. } => self.act(text, party, at)?,
            Content::Enrol(enrolment) => {
                let law = self.record().map(|record| &record.law);
                law.map_or(Ok(()), |law| check_party(law, &enrolment.role))?;
                Taken::nothing(None)
            }
            Content::Rotate { .. } | Content::Revoke { .. } => Taken::nothing(None),
            Content::Document { commitment, bytes, media, title, readers } => {
                self.check_document(*commitment, readers)?;
                let (title, media, readers) = (title.clone(), media.clone(), readers.clone());
                let (entry, received, bytes) = (index, at.or(self.received), *bytes);
                let erased = None;
                let document = Document { entry, received, title, media, bytes, readers, erased };
                self.documents.insert(*commitment, document);
                Taken::nothing(None)
            }
            Content::Erase { commitment, reason } => {
                self.erase(*commitment, Erasure { entry: index, reason: reason.clone() })?;
                Taken::nothing(None)
            }
        };
        self.ring.apply(index, sealed, signers).map_err(|unsealed| Refused::keys(&unsealed))?;
        self.set_apart(index, sealed.content(), at);
        if let Some(position) = taken.position {
            self.arrivals.note(index, position);
        }
        Ok(taken)
    }

    fn set_apart(&mut self, index: u64, content: &Content, at: Option<Instant>) {
        // What arrives stands right behind the entry that says when, where that is new.
        let is_new = at.is_some() && at != self.received;
        let receipt = if is_new { index.checked_sub(1) } else { self.received_in };
        match content {
            Content::Genesis(_)
            | Content::Enrol(_)
            | Content::Rotate { .. }
            | Content::Revoke { .. }
            | Content::Erase { .. } => self.apart.push(index),
            // A document was received at the time that stands before it.
            Content::Document { .. } => self.apart.extend(receipt.into_iter().chain([index])),
            Content::Enact { .. }
            | Content::Recite { .. }
            | Content::Act { .. }
            | Content::Received { .. } => {}
        }
    }

    /// Reads the founding, once its last piece has come.
    ///
    /// # Errors
    /// Faults of the text, or a key of the genesis for a party that the law does not declare.
    pub fn live(&mut self) -> Result<(), Refused> {
        if self.living.is_none() {
            let record =
                read(std::mem::take(&mut self.files)).map_err(|faults| Refused::text(&faults))?;
            rehearsal::check_record(self.genesis.as_ref(), &record)?;
            let founders = self.genesis.iter().flat_map(|genesis| &genesis.keys);
            founders.map(|key| &key.role).try_for_each(|role| check_party(&record.law, role))?;
            let door = Door::of(&record);
            self.living = Some(Living { book: Book::open(record), door });
        }
        Ok(())
    }

    fn found_with(&mut self, file: &str, text: &str) -> Result<(), Refused> {
        if self.living.is_some() {
            let message = "the founding of the log is over".to_owned();
            let hint = "the law changes by acts: `amend` and `recode`; history by acts with a date";
            return Err(Refused::new("L-ORDER", message, hint));
        }
        match self.files.last_mut().filter(|last| last.path == file) {
            Some(last) => last.bytes.extend_from_slice(text.as_bytes()),
            None => self
                .files
                .push(RecordFile { path: file.to_owned(), bytes: text.as_bytes().to_vec() }),
        }
        Ok(())
    }

    /// Notes that the acts from here on were received at a time that an entry will say.
    pub(crate) fn receiving_at(&mut self, index: u64, at: Instant) {
        (self.received, self.received_in) = (Some(at), Some(index));
    }

    fn receive_at(&mut self, index: u64, at: Instant) -> Result<(), Refused> {
        if self.received.is_some_and(|last| at <= last) {
            let message = format!("{at} is not after the time before it");
            return Err(Refused::new("L-ORDER", message, "times of receipt rise"));
        }
        self.receiving_at(index, at);
        Ok(())
    }

    /// Judges an act at the door.
    fn act(
        &mut self,
        text: &str,
        party: Option<String>,
        at: Option<Instant>,
    ) -> Result<Taken, Refused> {
        let at = at.or(self.received).ok_or_else(|| {
            Refused::new("L-ORDER", "no time of receipt stands before it".to_owned(), "")
        })?;
        let Some(Living { book, door }) = &mut self.living else {
            let message = "the log was not founded yet".to_owned();
            return Err(Refused::new("L-ORDER", message, "`servanda log create` founds one"));
        };
        let read = book.add(text, at).map_err(|faults| Refused::text(&faults))?;
        let passed = pass(book, door, &read, party.as_deref(), at);
        match passed {
            Ok(findings) => Ok(Taken { position: Some(read.first), party, findings }),
            Err(refused) => {
                book.take_back();
                Err(refused)
            }
        }
    }

    /// Checks that a document is new, and that the law knows the organs it is for.
    pub(crate) fn check_document(
        &self,
        commitment: Digest,
        readers: &[String],
    ) -> Result<(), Refused> {
        if let Some(known) = self.documents.get(&commitment) {
            let message = match &known.erased {
                None => format!("the log has a document {commitment} already"),
                Some(_) => format!("the document {commitment} was erased"),
            };
            let hint = "take another salt: a commitment stands for one document, once";
            return Err(Refused::new("L-DOCUMENT", message, hint));
        }
        let law = self.record().map(|record| &record.law);
        let is_known = |word: &&String| law.is_some_and(|law| law.body_names.find(word).is_some());
        match readers.iter().find(|word| !is_known(word)) {
            None => Ok(()),
            Some(word) => {
                let message = format!("`{word}` is not an organ this law declares");
                let hint = "write its word as the charter does; with no organ, everybody may read";
                Err(Refused::new("L-READER", message, hint))
            }
        }
    }

    fn erase(&mut self, commitment: Digest, erasure: Erasure) -> Result<(), Refused> {
        match self.documents.get_mut(&commitment).filter(|document| document.erased.is_none()) {
            Some(document) => {
                document.erased = Some(erasure);
                Ok(())
            }
            None => {
                let message = format!("no document in the log has the commitment {commitment}");
                Err(Refused::new("L-DOCUMENT", message, "`servanda document list` lists them"))
            }
        }
    }
}

/// Checks that the party a key speaks for is one of the law.
fn check_party(law: &Law, role: &Role) -> Result<(), Refused> {
    match role.party().filter(|party| law.party_names.find(party).is_none()) {
        None => Ok(()),
        Some(party) => {
            let message = format!("`{party}` is not a party this law declares");
            Err(Refused::new("L-PARTY", message, "write its code as the charter does"))
        }
    }
}

/// Looks at one act that was read: whose it is, when it is dated, and what the law says.
fn pass(
    book: &Book,
    door: &mut Door,
    read: &servanda_journal::Read,
    party: Option<&str>,
    at: Instant,
) -> Result<Vec<Finding>, Refused> {
    let record = book.record();
    may_send(record, read, party, at)?;
    let passed = door.pass(record, read.first);
    passed.map(|passed| passed.findings).map_err(|refusal| Refused::law(&refusal, &record.law))
}

/// Looks whose an act is, and when it is dated.
pub(crate) fn may_send(
    record: &Record,
    read: &servanda_journal::Read,
    party: Option<&str>,
    at: Instant,
) -> Result<(), Refused> {
    let act = record.history.act(read.first).filter(|_| (read.acts, read.entries) == (1, 1));
    let Some(act) = act else {
        let message = "the text is not one act".to_owned();
        let hint = "one entry of a journal that begins with a date; sign several acts one by one";
        return Err(Refused::new("L-ENTRY", message, hint));
    };
    let today = record.law.day_at(at);
    if act.when.order() > today {
        let message = format!("the act is dated {}, and was received on {today}", act.when);
        return Err(Refused::new("L-AHEAD", message, "date an act on the day it is done"));
    }
    if party.is_some() && act.said_received().is_some() {
        let message = "a sender does not say when an act was received".to_owned();
        let hint = "leave out the line `received`: the log says it, or the depositary";
        return Err(Refused::new("L-CAPACITY", message, hint));
    }
    if let Some(party) = party
        && !is_of_delegation(record, act, party)
    {
        let message = format!("the delegation of {party} does not send this act");
        let hint = "a delegation sends the communications of its own state; what an organ does, \
                    the depositary records";
        return Err(Refused::new("L-CAPACITY", message, hint));
    }
    Ok(())
}
