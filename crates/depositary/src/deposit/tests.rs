//! Deposits and erasures that are broken off at every write, before it is done and after.

use crate::deposit::{Deposit, Deposited, Erased, Shelved};
use crate::depositary::Depositary;
use crate::examine::examine;
use crate::fault::Fault;
use crate::refused::Refused;
use crate::stopping::{ORIGIN, Stopping, found, over, pair};
use crate::writer::{Job, Writer};
use servanda_model::Instant;
use servanda_store::{Body, open};
use std::path::{Path, PathBuf};

const MARK: &[u8] = b"-a confidential letter-";
const SALT: [u8; 32] = *b"grains of salt that nobody knows";

/// A directory with a log, which is taken away in the end.
struct Archive(PathBuf);

impl Archive {
    fn found(name: &str) -> Self {
        let named = format!("servanda-deposit-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(named);
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).unwrap();
        let archive = Self(path);
        drop(found(&archive.address()));
        archive
    }

    fn address(&self) -> String {
        format!("sqlite:{}", self.0.join("league.db").display())
    }

    fn office(&self) -> Depositary {
        let mut office = Depositary::open(&self.address()).unwrap();
        office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
        office
    }

    /// Opens an office that is broken off at a write.
    fn breaking(&self, write: u32, is_done: bool) -> Depositary {
        over(Stopping::at_write(open(&self.address()).unwrap(), write, is_done))
    }

    /// Tells whether any file of the directory holds some bytes.
    fn holds(&self, bytes: &[u8]) -> bool {
        let files = std::fs::read_dir(&self.0).unwrap();
        files.map(|file| file.unwrap().path()).any(|path| file_holds(&path, bytes))
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn file_holds(path: &Path, bytes: &[u8]) -> bool {
    std::fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes)
}

fn now() -> Instant {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn letter() -> Deposit {
    Deposit {
        salt: SALT,
        body: MARK.repeat(2_000),
        media: "text/plain".to_owned(),
        title: "Letter".to_owned(),
        readers: vec!["league".to_owned()],
    }
}

#[test]
fn a_deposit_that_is_broken_off_at_any_write_leaves_all_of_it_or_nothing() {
    for (write, is_done) in (0..3).flat_map(|write| [(write, false), (write, true)]) {
        let archive = Archive::found("broken");
        let mut broken = archive.breaking(write, is_done);
        broken.deposit(&letter(), now()).unwrap_err();
        drop(broken);
        let mut office = archive.office();
        office.sweep().unwrap();
        let is_known = !office.ledger().documents().is_empty();
        assert_eq!(is_known, (write, is_done) >= (1, true), "write {write}, {is_done}");
        let found = office.body(letter().commitment()).unwrap();
        let whole = Shelved::Here { salt: SALT, bytes: letter().body };
        assert!(found == is_known.then_some(whole), "write {write}, {is_done}");
        assert_eq!(archive.holds(MARK), is_known, "write {write}, {is_done}");
        // Whoever asks again has it once.
        let again = office.deposit(&letter(), now()).unwrap().unwrap();
        assert_eq!((again.was_known, office.ledger().documents().len()), (is_known, 1));
        assert_eq!(examine(&archive.address()).unwrap().first_fault, None);
    }
}

#[test]
fn an_erasure_that_is_broken_off_at_any_write_leaves_all_of_it_or_nothing() {
    for (write, is_done) in (0..2).flat_map(|write| [(write, false), (write, true)]) {
        let archive = Archive::found("erased");
        let Deposited { commitment, .. } =
            archive.office().deposit(&letter(), now()).unwrap().unwrap();
        let mut broken = archive.breaking(write, is_done);
        let fault = broken.erase(commitment, "the sender asks", now()).unwrap_err();
        assert_eq!(matches!(fault, Fault::Unerased { .. }), write == 1, "{fault}");
        drop(broken);
        let mut office = archive.office();
        let is_said = office.ledger().documents()[&commitment].erased.is_some();
        assert_eq!(is_said, (write, is_done) >= (0, true), "write {write}, {is_done}");
        // What the log says was destroyed is shown to nobody, whatever the disk still holds.
        let is_shown = matches!(office.body(commitment).unwrap(), Some(Shelved::Here { .. }));
        assert_eq!(is_shown, !is_said, "write {write}, {is_done}");
        let swept = office.sweep().unwrap();
        assert_eq!(swept, usize::from(is_said && (write, is_done) != (1, true)));
        assert_eq!(archive.holds(MARK), !is_said, "write {write}, {is_done}");
        assert_eq!(archive.holds(&SALT), !is_said, "write {write}, {is_done}");
        let again = office.erase(commitment, "the sender asks", now()).unwrap().unwrap();
        assert_eq!(again.was_known, is_said);
        assert!(!archive.holds(MARK) && !archive.holds(&SALT));
        assert_eq!(examine(&archive.address()).unwrap().first_fault, None);
    }
}

#[test]
fn what_is_not_taken_leaves_no_body() {
    let archive = Archive::found("refused");
    let mut office = archive.office();
    let cases: [(Deposit, &str); 4] = [
        (Deposit { title: " ".to_owned(), ..letter() }, "L-DOCUMENT"),
        (Deposit { title: "a\nb".to_owned(), ..letter() }, "L-DOCUMENT"),
        (Deposit { media: "text".to_owned(), ..letter() }, "L-DOCUMENT"),
        (Deposit { readers: vec!["nobody".to_owned()], ..letter() }, "L-READER"),
    ];
    for (deposit, code) in cases {
        assert_eq!(office.deposit(&deposit, now()).unwrap().unwrap_err().code, code);
    }
    assert!(!archive.holds(MARK) && office.ledger().documents().is_empty());
    // A clock that went back is a fault, and what was kept before is destroyed.
    office.deposit(&letter(), now()).unwrap().unwrap();
    let other = Deposit { body: b"-another-".repeat(900), ..letter() };
    office.deposit(&other, "2026-11-21T09:00:00Z".parse().unwrap()).unwrap_err();
    assert!(!archive.holds(b"-another-") && archive.holds(MARK));
    office.erase(letter().commitment(), "", now()).unwrap().unwrap();
    let gone = office.deposit(&letter(), now()).unwrap().unwrap_err();
    assert_eq!(gone.code, "L-DOCUMENT", "what was erased does not come back");
}

#[test]
fn a_body_that_is_another_is_named_and_can_be_put_back() {
    let archive = Archive::found("another");
    let mut office = archive.office();
    let commitment = office.deposit(&letter(), now()).unwrap().unwrap().commitment;
    office.store.erase_body(&commitment.0).unwrap();
    assert!(office.body(commitment).unwrap() == Some(Shelved::Absent));
    let other = Body { salt: SALT.to_vec(), bytes: vec![b'x'; letter().body.len()] };
    office.store.keep_body(&commitment.0, &other).unwrap();
    let fault = office.body(commitment).unwrap_err();
    assert!(fault.to_string().contains(&commitment.to_string()), "{fault}");
    let found = examine(&archive.address()).unwrap().first_fault.unwrap();
    assert!(found.refused.message.contains(&commitment.to_string()));
    office.store.erase_body(&commitment.0).unwrap();
    assert!(office.deposit(&letter(), now()).unwrap().unwrap().was_known);
    assert_eq!(examine(&archive.address()).unwrap().first_fault, None);
}

#[test]
fn a_body_without_an_entry_is_found_and_swept() {
    let archive = Archive::found("stray");
    let mut office = archive.office();
    let body = Body { salt: SALT.to_vec(), bytes: MARK.to_vec() };
    office.store.keep_body(&[9; 32], &body).unwrap();
    let found = examine(&archive.address()).unwrap().first_fault.unwrap();
    assert_eq!((found.entry, found.refused.code), (None, "L-DAMAGED"));
    assert_eq!((office.sweep().unwrap(), office.sweep().unwrap()), (1, 0));
    assert!(!archive.holds(MARK));
    assert_eq!(examine(&archive.address()).unwrap().first_fault, None);
}

#[test]
fn the_writing_thread_tells_of_what_was_deposited_before_it_answers() {
    let archive = Archive::found("thread");
    let (grown, sizes) = std::sync::mpsc::channel();
    let told = move |office: &Depositary| grown.send(office.ledger().documents().len()).unwrap();
    let writer = Writer::start(archive.office(), || Some(now()), told).unwrap();
    let (reply, answers) = std::sync::mpsc::channel();
    let commitment = letter().commitment();
    let tell = reply.clone();
    let said = move |answer: Result<Result<Deposited, Refused>, Fault>| {
        tell.send(format!("{:?}", answer.unwrap().unwrap().was_known)).unwrap();
    };
    assert!(writer.ask(Job::Deposit(Box::new(letter()), Box::new(said))));
    assert_eq!((answers.recv().unwrap().as_str(), sizes.try_recv()), ("false", Ok(1)));
    let tell = reply.clone();
    let said = move |answer: Result<Option<Shelved>, Fault>| {
        tell.send(format!("{:?}", answer.unwrap())).unwrap();
    };
    assert!(writer.ask(Job::Body(commitment, Box::new(said))));
    assert_eq!(answers.recv().unwrap(), "Some(Here(46000 bytes))");
    assert!(sizes.try_recv().is_err(), "reading changes nothing");
    let said = move |answer: Result<Result<Erased, Refused>, Fault>| {
        reply.send(format!("{}", answer.unwrap().unwrap().was_known)).unwrap();
    };
    assert!(writer.ask(Job::Erase(commitment, "asked".to_owned(), Box::new(said))));
    assert_eq!((answers.recv().unwrap().as_str(), sizes.try_recv()), ("false", Ok(1)));
}
