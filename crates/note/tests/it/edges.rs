//! The 914 edge cases of C2SP: points of small order, otherwise written, or with a part of it.

use crate::known::bytes;
use servanda_note::{PointFlaw, PublicKey};

const CASES: &str = include_str!("../vectors/ed25519-edges.txt");

/// What the marks of a case say of its key.
fn expected(marks: &[&str]) -> Option<PointFlaw> {
    let has = |mark| marks.contains(&mark);
    if has("non_canonical_A") {
        Some(PointFlaw::NotCanonical)
    } else if has("low_order_A") {
        Some(PointFlaw::SmallOrder)
    } else if has("low_order_component_A") {
        Some(PointFlaw::Torsion)
    } else {
        None
    }
}

#[test]
fn only_the_case_without_an_edge_is_a_signature() {
    let (mut cases, mut enrolled, mut verified) = (0, 0, Vec::new());
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(' ').collect();
        let [key, signature, message, marks] = parts[..] else { panic!("`{line}` is short") };
        let marks: Vec<&str> = marks.split(',').collect();
        let key = PublicKey::new(&bytes(key).try_into().unwrap());
        assert_eq!(key.err(), expected(&marks), "{line}");
        cases += 1;
        if let Ok(key) = key {
            enrolled += 1;
            if key.verify(message.replace('_', " ").as_bytes(), &bytes(signature)) {
                verified.push(marks);
            }
        }
    }
    assert_eq!((cases, enrolled), (914, 28));
    assert_eq!(verified, [["-"]]);
}

/// The same signature with the order of the base point added to its second half (RFC 8032 §5.1.7).
#[test]
fn a_signature_has_one_form() {
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let key = crate::signer("x", 3);
    let line = key.sign("text\n");
    let mut other = line.signature().to_vec();
    let mut carry = 0_u16;
    for (digit, more) in other[32..].iter_mut().zip(order) {
        let sum = u16::from(*digit) + u16::from(more) + carry;
        carry = sum >> 8;
        *digit = u8::try_from(sum & 0xff).unwrap();
    }
    assert_eq!(carry, 0);
    let public = key.verifier().public_key();
    assert!(public.verify(b"text\n", line.signature()));
    assert!(!public.verify(b"text\n", &other));
    assert!(!public.verify(b"text\n", &line.signature()[..63]));
}
