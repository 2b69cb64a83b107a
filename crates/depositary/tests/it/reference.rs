//! The reference organisation in a log: founded from its text, and the same text again.

use crate::hall::{ORIGIN, pair};
use servanda_depositary::{Depositary, Founding};
use servanda_journal::read;

#[test]
fn the_reference_record_is_founded_and_its_positions_stay() {
    let files = servanda_testkit::reference_files(&servanda_testkit::root()).unwrap();
    let record = read(files.clone()).unwrap();
    let own = record.law.body_names.word(record.law.own.unwrap()).to_owned();
    let founding = Founding {
        origin: ORIGIN,
        organisation: &own,
        authority: &[pair("league.example/authority", 1)],
        threshold: 1,
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    let office = Depositary::create("memory:", &founding, &files).unwrap();
    let kept = office.ledger().record().unwrap();
    assert_eq!(kept.history.acts.len(), record.history.acts.len());
    assert!(
        kept.history
            .acts
            .iter()
            .zip(&record.history.acts)
            .all(|(a, b)| a.when == b.when && a.deed == b.deed)
    );
}
