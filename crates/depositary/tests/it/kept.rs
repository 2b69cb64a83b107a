//! What is kept is kept: a log on disk opened again, receipts, tiles, and a byte changed.

use crate::hall::{Hall, ORIGIN, at, files, pair};
use crate::place::Place;
use servanda_depositary::{Depositary, Fault, examine};
use servanda_store::{CheckpointLock, Fault as StoreFault, Identity};
use servanda_tlog::{Policy, Receipt, leaf_hash};
use std::path::PathBuf;

#[test]
fn a_log_opened_again_says_the_same_and_goes_on() {
    let place = Place::new("again");
    let mut hall = Hall::open(&place.address());
    let arm = pair("league.example/ARM", 3);
    hall.enrol(&arm, "ARM", "2026-11-22T09:00:00Z").unwrap();
    let note = hall.note("2026-11-22 notice of withdrawal from pact by ARM\n", &arm.key);
    hall.one(note, "2026-11-22T09:00:01Z").unwrap();
    let mut again = Depositary::open(&place.address()).unwrap();
    assert_eq!(again.head(), hall.office.head());
    assert_eq!(again.ledger().files(), hall.office.ledger().files());
    assert_eq!(again.ledger().ring(), hall.office.ledger().ring());
    again.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    // Two offices on one log: each sees what the other kept before it judges.
    let one = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &pair(ORIGIN, 2).key);
    again.receive(&[one], at("2026-11-22T09:00:02Z")).unwrap().remove(0).unwrap();
    let two = hall.note("2026-11-22 notice of withdrawal from pact by KGZ\n", &pair(ORIGIN, 2).key);
    hall.one(two, "2026-11-22T09:00:03Z").unwrap();
    let found = examine(&place.address()).unwrap();
    assert!(found.conforms, "{found:?}");
    assert_eq!((found.acts, found.head), (6, hall.office.head()));
}

#[test]
fn the_files_of_a_founding_come_back_as_they_were() {
    let hall = Hall::open("memory:");
    let back: Vec<(String, Vec<u8>)> = hall
        .office
        .ledger()
        .files()
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
    let given: Vec<(String, Vec<u8>)> =
        files().into_iter().map(|file| (file.path, file.bytes)).collect();
    assert_eq!(back, given);
}

#[test]
fn a_receipt_verifies_offline_and_only_for_its_own_act() {
    let mut hall = Hall::open("memory:");
    let note =
        hall.note("2026-11-22 notice of withdrawal from pact by ARM\n", &pair(ORIGIN, 2).key);
    let kept = hall.one(note.clone(), "2026-11-22T09:00:01Z").unwrap();
    let receipt = hall.office.receipt(kept.index).unwrap().unwrap();
    let policy = Policy::new(ORIGIN, vec![pair(ORIGIN, 2).key.verifier()], vec![], 0).unwrap();
    let read = Receipt::parse(receipt.print().as_bytes()).unwrap();
    read.verify(leaf_hash(&note), &policy).unwrap();
    let mut other = note;
    other[40] ^= 1;
    read.verify(leaf_hash(&other), &policy).unwrap_err();
    assert_eq!(hall.office.receipt(hall.office.size()).unwrap(), None);
}

/// Puts a copy of the log that was made before it grew in a file of its own.
fn copied(place: &Place, name: &str) -> String {
    for end in ["", "-wal"] {
        let (from, to) = (format!("log.db{end}"), format!("{name}.db{end}"));
        std::fs::copy(place.0.join(from), place.0.join(to)).unwrap();
    }
    format!("sqlite:{}", place.0.join(format!("{name}.db")).display())
}

/// Opens a log with a lock, copies it, and lets it take one act more; returns where lock and copy are.
fn grown(place: &Place) -> (Hall, PathBuf, String) {
    let mut hall = Hall::open(&place.address());
    let path = place.0.join("lock");
    let lock = CheckpointLock::create(&path, ORIGIN).unwrap();
    hall.office.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap();
    let older = copied(place, "older");
    notice(&mut hall, "ARM", "2026-11-22T09:00:01Z");
    (hall, path, older)
}

fn notice(hall: &mut Hall, party: &str, now: &str) {
    let text = format!("2026-11-22 notice of withdrawal from pact by {party}\n");
    let note = hall.note(&text, &pair(ORIGIN, 2).key);
    hall.one(note, now).unwrap();
}

#[test]
fn a_restored_older_database_refuses_to_sign_even_when_it_has_grown_past_what_was_signed() {
    let place = Place::new("restored");
    let (mut hall, path, older) = grown(&place);
    hall.office.checkpoint().unwrap();
    let signed = hall.office.head();
    let chief = hall.chief;
    let mut office = Depositary::open(&older).unwrap();
    let lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap_err();
    // Another office goes on in it, with a lock that knows nothing of what was signed.
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    let mut hall = Hall { office, chief };
    for (party, second) in [("BLR", 2), ("KGZ", 3), ("ARM", 4)] {
        notice(&mut hall, party, &format!("2026-11-22T09:00:0{second}Z"));
    }
    assert!(hall.office.size() > signed.size);
    let lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    let mut office = Depositary::open(&older).unwrap();
    let refused = office.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap_err();
    let is_fork =
        matches!(&refused, Fault::Store(StoreFault::Forked { size, .. }) if *size == signed.size);
    assert!(is_fork, "{refused}");
}

#[test]
fn what_was_acknowledged_and_not_yet_signed_is_remembered_too() {
    let place = Place::new("acknowledged");
    let (hall, path, older) = grown(&place);
    let size = hall.office.size();
    assert_eq!(CheckpointLock::open(&path, ORIGIN).unwrap().signed().size, size);
    drop(hall);
    let mut older = Depositary::open(&older).unwrap();
    let lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    let refused = older.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap_err();
    let expected = format!("remembers a signature at size {size}, and the log has {}", size - 2);
    assert!(refused.to_string().ends_with(&expected), "{refused}");
}

#[test]
fn an_office_whose_log_becomes_shorter_takes_nothing_more() {
    let place = Place::new("shorter");
    let mut hall = Hall::open(&place.address());
    let before = hall.office.size();
    let database = rusqlite::Connection::open(place.0.join("log.db")).unwrap();
    database.execute_batch("create temp table then_ as select * from head").unwrap();
    notice(&mut hall, "ARM", "2026-11-22T09:00:01Z");
    let after = hall.office.size();
    let put_back = "delete from entry where position >= (select size from then_);
        update head set (size, root, sum) = (select size, root, sum from then_)";
    database.execute_batch(put_back).unwrap();
    let note =
        hall.note("2026-11-22 notice of withdrawal from pact by BLR\n", &pair(ORIGIN, 2).key);
    for _ in 0..2 {
        let fault = hall
            .office
            .receive(std::slice::from_ref(&note), at("2026-11-22T09:00:02Z"))
            .unwrap_err();
        let is_lost =
            matches!(fault, Fault::Lost { known, found } if (known, found) == (after, before));
        assert!(is_lost, "{fault}");
    }
    // What another office appends in the place of what was lost does not make it whole.
    let mut office = Depositary::open(&place.address()).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    let mut other = Hall { office, chief: pair("league.example/authority", 1) };
    notice(&mut other, "BLR", "2026-11-22T09:00:03Z");
    notice(&mut other, "KGZ", "2026-11-22T09:00:04Z");
    for _ in 0..2 {
        let fault = hall
            .office
            .receive(std::slice::from_ref(&note), at("2026-11-22T09:00:05Z"))
            .unwrap_err();
        assert!(matches!(fault, Fault::Root { .. }), "{fault}");
    }
}

#[test]
fn a_changed_byte_in_the_database_is_named() {
    let place = Place::new("changed");
    let hall = Hall::open(&place.address());
    drop(hall);
    let path = place.0.join("log.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let word = b"The beginning.";
    let found = bytes.windows(word.len()).position(|window| window == word).unwrap();
    bytes[found] = b'A';
    std::fs::write(&path, bytes).unwrap();
    let found = examine(&place.address()).unwrap();
    assert!(!found.conforms);
    let fault = found.first_fault.unwrap();
    assert_eq!(fault.refused.code, "L-DAMAGED");
    assert!(fault.entry.is_some(), "{fault:?}");
}

#[test]
fn a_log_in_a_later_form_is_told_by_its_form() {
    let place = Place::new("later");
    let identity = Identity { origin: ORIGIN.to_owned(), format: 2, language: 1 };
    drop(servanda_store::found(&place.address(), &identity).unwrap());
    let expected = "the log is of version 2 of the form of entries, and this program writes 1";
    for fault in [
        Depositary::open(&place.address()).map(drop).unwrap_err(),
        examine(&place.address()).map(drop).unwrap_err(),
    ] {
        assert_eq!(fault.to_string(), expected);
    }
}
