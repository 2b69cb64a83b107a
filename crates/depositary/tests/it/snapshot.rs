//! A log opened from its snapshot says what it says when every entry is judged again.

use crate::hall::{Hall, ORIGIN, at, pair};
use crate::place::Place;
use servanda_depositary::{Deposit, Depositary, Opened, examine};
use servanda_seal::{Content, Digest};
use servanda_store::Snapshot;

/// Founds a log, enrols, receives, and keeps a snapshot of it; then one act more comes.
fn grown(place: &Place) -> Hall {
    let mut hall = Hall::open(&place.address());
    let arm = pair("league.example/ARM", 3);
    hall.enrol(&arm, "ARM", "2026-11-20T09:00:00Z").unwrap();
    let note = hall.note("2026-11-20 notice of withdrawal from pact by ARM #note\n", &arm.key);
    hall.one(note, "2026-11-20T09:00:01Z").unwrap();
    let paper = Deposit {
        salt: [7; 32],
        body: b"a map".to_vec(),
        media: "text/plain".to_owned(),
        title: "Map".to_owned(),
        readers: Vec::new(),
    };
    hall.office.deposit(&paper, at("2026-11-20T10:00:00Z")).unwrap().unwrap();
    let recode =
        hall.note("2026-11-21 appoint warden \"Ani\" of ARM by council\n", &pair(ORIGIN, 2).key);
    hall.one(recode, "2026-11-21T09:00:00Z").unwrap();
    assert!(hall.office.keep_snapshot().unwrap());
    hall
}

fn alike(one: &Depositary, other: &Depositary) {
    assert_eq!(one.head(), other.head());
    assert_eq!(one.ledger().files(), other.ledger().files());
    assert_eq!(one.ledger().ring(), other.ledger().ring());
    assert_eq!(one.ledger().received(), other.ledger().received());
    assert_eq!(one.ledger().documents(), other.ledger().documents());
    let (one, other) = (one.ledger().record().unwrap(), other.ledger().record().unwrap());
    assert_eq!(format!("{:?}", one.history), format!("{:?}", other.history));
    assert_eq!(format!("{:?}", one.law), format!("{:?}", other.law));
}

/// Lets the next act into both and compares again.
fn goes_on(place: &Place, hall: &mut Hall, opened: &Opened) {
    let mut again = Depositary::open(&place.address()).unwrap();
    assert_eq!(again.opened(), opened);
    alike(&again, &hall.office);
    again.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    let next = hall.note("2026-11-22 revoke #note by ARM\n", &pair(ORIGIN, 2).key);
    again.receive(&[next], at("2026-11-22T09:00:00Z")).unwrap().remove(0).unwrap();
    hall.office.catch_up().unwrap();
    alike(&again, &hall.office);
    let found = examine(&place.address()).unwrap();
    assert_eq!(found.head, again.head());
}

#[test]
fn a_log_opened_from_its_snapshot_says_the_same_and_goes_on() {
    let place = Place::new("snapshot");
    let mut hall = grown(&place);
    let covered = hall.office.size();
    goes_on(&place, &mut hall, &Opened::After(covered));
    let found = examine(&place.address()).unwrap();
    assert!(found.conforms, "{found:?}");
    // What came after the snapshot is judged again.
    goes_on_after(&place, &hall, covered);
}

fn goes_on_after(place: &Place, hall: &Hall, covered: u64) {
    let again = Depositary::open(&place.address()).unwrap();
    assert_eq!(again.opened(), &Opened::After(covered));
    alike(&again, &hall.office);
}

#[test]
fn a_founding_alone_has_a_snapshot_too() {
    let place = Place::new("snapshot-founding");
    let mut hall = Hall::open(&place.address());
    assert!(hall.office.keep_snapshot().unwrap());
    let again = Depositary::open(&place.address()).unwrap();
    assert_eq!(again.opened(), &Opened::After(hall.office.size()));
    alike(&again, &hall.office);
    let found = examine(&place.address()).unwrap();
    assert!(found.conforms, "{found:?}");
}

#[test]
fn a_snapshot_that_lies_is_named_and_not_gone_on_from() {
    let place = Place::new("snapshot-lies");
    let mut hall = grown(&place);
    let mut store = servanda_store::open(&place.address()).unwrap();
    let kept = store.snapshot().unwrap().unwrap();
    let at = kept.bytes.windows(3).rposition(|word| word == b"Ani").unwrap();
    let mut bytes = kept.bytes.clone();
    bytes[at] = b'E';
    store.keep_snapshot(&Snapshot { bytes, ..kept.clone() }).unwrap();
    let found = examine(&place.address()).unwrap();
    let fault = found.first_fault.unwrap();
    assert_eq!((fault.refused.code, fault.entry), ("L-DAMAGED", None));
    assert_eq!(fault.refused.message, "the snapshot is not of these entries");
    let why = "the snapshot is not as it was written".to_owned();
    goes_on(&place, &mut hall, &Opened::Despite(why));
}

#[test]
fn a_snapshot_by_another_key_or_of_another_tree_is_not_gone_on_from() {
    let place = Place::new("snapshot-other");
    let mut hall = grown(&place);
    let mut store = servanda_store::open(&place.address()).unwrap();
    let kept = store.snapshot().unwrap().unwrap();
    let gap = kept.bytes.iter().position(|byte| *byte == 0).unwrap();
    let note = servanda_note::Note::parse(&kept.bytes[..gap]).unwrap();
    let mut put = |text: String, key: &servanda_note::SignerKey| {
        let line = key.sign(&text);
        let mut bytes = servanda_note::Note::new(text, vec![line]).unwrap().print().into_bytes();
        bytes.extend_from_slice(&kept.bytes[gap..]);
        store.keep_snapshot(&Snapshot { bytes, ..kept.clone() }).unwrap();
        let again = Depositary::open(&place.address()).unwrap();
        alike(&again, &hall.office);
        let conforms = examine(&place.address()).unwrap().conforms;
        (again.opened().clone(), conforms)
    };
    let text = note.text().to_owned();
    let own = pair(ORIGIN, 2).key;
    let covered = kept.size;
    assert_eq!(put(text.clone(), &own), (Opened::After(covered), true));
    let despite = |why: &str| (Opened::Despite(why.to_owned()), false);
    let other = pair("league.example/other", 9).key;
    assert_eq!(
        put(text.clone(), &other),
        despite("in the snapshot, no signature is by a known key")
    );
    let root = text.lines().nth(3).unwrap();
    let lie = text.replace(root, &Digest::of(b"another").to_string());
    assert_eq!(put(lie, &own), despite("the snapshot is not of these entries"));
    let elsewhere = text.replace(ORIGIN, "other.example/log");
    assert_eq!(put(elsewhere, &own), despite("the snapshot is of another log"));
    // The key that signed it ends: what it signed before is not gone on from.
    assert_eq!(put(text, &own), (Opened::After(covered), true));
    let (office, next) = (pair(ORIGIN, 2), Digest::of(b"to come"));
    let old = Digest::of(&office.key.verifier().public_key().to_bytes());
    let rotate = Content::Rotate { old, key: office.next.verifier(), next };
    let rotate = servanda_depositary::seal(ORIGIN, &rotate, &[&office.key, &office.next]).unwrap();
    hall.one(rotate.print().into_bytes(), "2026-11-22T09:00:00Z").unwrap();
    let again = Depositary::open(&place.address()).unwrap();
    assert!(matches!(again.opened(), Opened::Despite(_)), "{:?}", again.opened());
    assert!(examine(&place.address()).unwrap().conforms);
}
