//! A note of which one bit is turned is read as nothing, or signed by nobody.

use crate::{cosigner, note, signer, time};
use servanda_note::{CosignatureTime, Note, Unverified, VerifierKey};

fn keys() -> [VerifierKey; 2] {
    [signer("log.example/a", 1).verifier(), cosigner("witness.example/b", 2).verifier()]
}

#[test]
fn every_turned_bit_costs_a_signature() {
    let whole = note("log.example/a\n3\nAAAA\n").print().into_bytes();
    for at in 0..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        let Ok(read) = Note::parse(&damaged) else { continue };
        assert_eq!(read.print().into_bytes(), damaged);
        // A turned bit in a name or an id makes the line another's: one of the two is left.
        let left = read.verify(&keys()).map_or(0, |signed| signed.len());
        assert!(left < 2, "bit {at} is not missed");
    }
}

#[test]
fn a_line_of_a_known_key_that_does_not_verify_spoils_the_note() {
    let line = signer("log.example/a", 1).sign("another text\n");
    let spoiled = note("text\n").with(vec![line]).unwrap();
    let id = keys()[0].id();
    let told = Unverified::Mismatch(keys()[0].name().clone(), id);
    assert_eq!(spoiled.verify(&keys()), Err(told));
    assert_eq!(spoiled.verify(&keys()[1..]).unwrap().len(), 1, "to whom the key is unknown");
    assert_eq!(spoiled.verify(&[]), Err(Unverified::Unknown));
}

#[test]
fn keys_that_share_name_and_id_are_told_apart_by_nothing() {
    let key = signer("log.example/a", 1).verifier();
    assert_eq!(note("x\n").verify(&[key.clone(), key]).unwrap().len(), 1, "the same key twice");
}

#[test]
fn a_cosignature_holds_for_its_text_and_its_time() {
    let key = cosigner("witness.example/b", 2);
    let line = key.cosign("x\n", time(7));
    let signed = key.verifier().verify("x\n", &line).map(|signed| signed.time);
    assert_eq!(signed, Some(CosignatureTime::new(7)));
    assert_eq!(line.signature().len(), 72);
    assert_eq!(key.verifier().verify("y\n", &line), None);
    // Over the text alone the same secret says something else.
    assert_eq!(key.verifier().verify("x\n", &signer("witness.example/b", 2).sign("x\n")), None);
    assert!(CosignatureTime::new(0).is_none());
    assert!(CosignatureTime::new(1 << 63).is_none());
    assert!(CosignatureTime::new((1 << 63) - 1).is_some());
}
