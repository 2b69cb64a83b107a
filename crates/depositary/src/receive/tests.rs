//! A store that stops answering in the middle of a company of acts.

use crate::depositary::Depositary;
use crate::founding::{Founding, KeyPair, seal};
use servanda_journal::RecordFile;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Seen};
use servanda_store::{
    Appended, Batch, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Kept, Snapshot, Store,
};
use std::ops::Range;

const ORIGIN: &str = "league.example/log";

/// Answers so many more searches, one fault, and then everything again; or keeps a batch and does
/// not say so, and then answers so many questions after the head with a fault.
#[derive(Debug)]
struct Stopping {
    inner: Box<dyn Store>,
    searches: u32,
    is_unsure: bool,
    deaf: u32,
}

fn unreachable() -> Fault {
    let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
    Fault::Unreachable { place, cause }
}

impl Store for Stopping {
    fn place(&self) -> &str {
        self.inner.place()
    }
    fn identity(&mut self) -> Result<Identity, Fault> {
        self.inner.identity()
    }
    fn head(&mut self) -> Result<Head, Fault> {
        if self.deaf > 0 && !self.is_unsure {
            self.deaf = self.deaf.saturating_sub(1);
            return Err(unreachable());
        }
        self.inner.head()
    }
    fn append(&mut self, expected: u64, batch: &Batch<'_>) -> Result<Appended, Fault> {
        let appended = self.inner.append(expected, batch);
        if std::mem::take(&mut self.is_unsure) {
            let (place, cause) = ("memory:".to_owned(), "for this test".to_owned());
            return Err(Fault::Uncertain { place, cause });
        }
        appended
    }
    fn page(&mut self, range: Range<u64>) -> Result<Vec<Entry>, Fault> {
        self.inner.page(range)
    }
    fn hashes(&mut self, range: Range<u64>) -> Result<Vec<Hash>, Fault> {
        self.inner.hashes(range)
    }
    fn find(&mut self, id: &Hash) -> Result<Option<u64>, Fault> {
        let stops = self.searches == 0;
        self.searches = self.searches.checked_sub(1).unwrap_or(u32::MAX);
        if stops {
            return Err(unreachable());
        }
        self.inner.find(id)
    }
    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<u8>>, Fault> {
        self.inner.tile(level, index)
    }
    fn checkpoint(&mut self) -> Result<Option<Checkpoint>, Fault> {
        self.inner.checkpoint()
    }
    fn keep_checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<Kept, Fault> {
        self.inner.keep_checkpoint(checkpoint)
    }
    fn body(&mut self, commitment: &Hash) -> Result<Option<Body>, Fault> {
        self.inner.body(commitment)
    }
    fn keep_body(&mut self, commitment: &Hash, body: &Body) -> Result<(), Fault> {
        self.inner.keep_body(commitment, body)
    }
    fn erase_body(&mut self, commitment: &Hash) -> Result<bool, Fault> {
        self.inner.erase_body(commitment)
    }
    fn snapshot(&mut self) -> Result<Option<Snapshot>, Fault> {
        self.inner.snapshot()
    }
    fn keep_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), Fault> {
        self.inner.keep_snapshot(snapshot)
    }
    fn examine(&mut self) -> Result<(), Fault> {
        self.inner.examine()
    }
}

fn pair(name: &str, seed: u8) -> KeyPair {
    let key = |seed: u8| SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32]);
    KeyPair { key: key(seed), next: key(seed.wrapping_add(100)) }
}

/// Founds a league over a store that stops so.
fn office(stopping: impl FnOnce(Box<dyn Store>) -> Stopping) -> Depositary {
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let charter = "servanda 1\n\norganisation league \"League\"\n\nparty ARM \"Armenia\"\n";
    let files = [
        file("league.charter", charter),
        file("league.journal", "journal league\n  recorded on the day done\n"),
    ];
    let founding = Founding {
        origin: ORIGIN,
        organisation: "league",
        authority: &[pair("league.example/authority", 1)],
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    let Depositary { store, .. } = Depositary::create("memory:", &founding, &files).unwrap();
    let mut office = Depositary::over(Box::new(stopping(store)), ORIGIN);
    office.catch_up().unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    office
}

/// Two statements, sealed for the log as it is.
fn company(office: &Depositary) -> [Vec<u8>; 2] {
    let head = office.head();
    let seen = Seen { size: head.size, root: Digest(head.root.0) };
    ["one", "two"].map(|what| {
        let text = format!("2026-11-22 statement by ARM\n  what \"{what}\"\n");
        let content = Content::Act { text, seen };
        seal(ORIGIN, &content, &[&pair(ORIGIN, 2).key]).unwrap().print().into_bytes()
    })
}

fn acts(office: &Depositary) -> Option<usize> {
    office.ledger().record().map(|record| record.history.acts.len())
}

#[test]
fn what_the_store_did_not_keep_is_not_in_the_state() {
    let mut office = office(|inner| Stopping { inner, searches: 1, is_unsure: false, deaf: 0 });
    let (head, company) = (office.head(), company(&office));
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    // The first act is judged and passes; at the second the store does not answer.
    office.receive(&company, now).unwrap_err();
    assert_eq!((acts(&office), office.head()), (Some(0), head));
    let answers = office.receive(&company, now).unwrap();
    let kept: Vec<_> = answers.into_iter().map(|answer| answer.unwrap().taken.position).collect();
    assert_eq!((kept, acts(&office)), (vec![Some(0), Some(1)], Some(2)));
}

#[test]
fn an_outcome_that_stays_uncertain_is_told_so_and_the_log_says_later_what_it_was() {
    let unsure = |deaf| move |inner| Stopping { inner, searches: 99, is_unsure: true, deaf };
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    // The head cannot be read again: nobody is told that an act was kept, or that it was not.
    let mut one = office(unsure(1));
    let arrived = company(&one);
    let told = one.receive(&arrived, now).unwrap_err();
    assert!(matches!(told, crate::Fault::Store(Fault::Uncertain { .. })), "{told}");
    let answers = one.receive(&arrived, now).unwrap();
    let codes: Vec<_> = answers.into_iter().map(|answer| answer.unwrap_err().code).collect();
    assert_eq!((codes, acts(&one)), (vec!["L-KNOWN", "L-KNOWN"], Some(2)));
    // It can be read: the head says that they were kept.
    let mut other = office(unsure(0));
    let arrived = company(&other);
    let answers = other.receive(&arrived, now).unwrap();
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(acts(&other), Some(2));
}
