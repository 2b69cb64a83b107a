//! What is kept is kept: a log on disk opened again, receipts, tiles, and a byte changed.

use crate::hall::{Hall, ORIGIN, at, files, pair};
use crate::place::Place;
use servanda_depositary::{Depositary, examine};
use servanda_store::CheckpointLock;
use servanda_tlog::{Policy, Receipt, leaf_hash};

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

#[test]
fn a_restored_older_database_refuses_to_sign() {
    let place = Place::new("restored");
    let mut hall = Hall::open(&place.address());
    let lock = CheckpointLock::create(&place.0.join("lock"), ORIGIN).unwrap();
    hall.office.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap();
    std::fs::copy(place.0.join("log.db"), place.0.join("older.db")).unwrap();
    std::fs::copy(place.0.join("log.db-wal"), place.0.join("older.db-wal")).unwrap();
    let note =
        hall.note("2026-11-22 notice of withdrawal from pact by ARM\n", &pair(ORIGIN, 2).key);
    hall.one(note, "2026-11-22T09:00:01Z").unwrap();
    hall.office.checkpoint().unwrap();
    drop(hall);
    let older = format!("sqlite:{}", place.0.join("older.db").display());
    let mut older = Depositary::open(&older).unwrap();
    let lock = CheckpointLock::open(&place.0.join("lock"), ORIGIN).unwrap();
    older.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap_err();
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
