//! Keys as texts, and public keys that may not be enrolled.

use crate::{cosigner, signer};
use proptest::prelude::*;
use servanda_note::{CosignerKey, KeyFlaw, KeyKind, PointFlaw, PublicKey, SignerKey, VerifierKey};

#[test]
fn a_key_is_read_as_it_was_printed() {
    let key = cosigner("witness.example/b", 2).verifier();
    assert_eq!(VerifierKey::parse(&key.print()), Ok(key.clone()));
    assert_eq!(key.kind(), KeyKind::Cosignature);
    let secret = cosigner("witness.example/b", 2).print();
    assert_eq!(CosignerKey::parse(&secret).unwrap().verifier(), key);
    assert_eq!(SignerKey::parse(&secret).unwrap_err(), KeyFlaw::OtherKind(4));
    let same_secret = signer("witness.example/b", 2).verifier();
    assert_ne!(key.id(), same_secret.id(), "the kind is part of the id");
}

#[test]
fn a_secret_is_not_shown() {
    let (key, other) = (signer("log.example/a", 1), cosigner("log.example/a", 1));
    assert_eq!(format!("{key:?}"), format!("SignerKey(log.example/a+{})", key.verifier().id()));
    assert_eq!(
        format!("{other:#?}"),
        format!("CosignerKey(log.example/a+{})", other.verifier().id())
    );
}

#[test]
fn each_departure_from_a_key_is_named() {
    let good = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    let id = VerifierKey::parse(good).unwrap().id();
    let cases = [
        ("", KeyFlaw::Form),
        ("example.com/foo", KeyFlaw::Form),
        ("example.com/foo+530d903a", KeyFlaw::Form),
        ("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", KeyFlaw::Name),
        ("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", KeyFlaw::Name),
        ("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", KeyFlaw::IdForm),
        ("example.com/foo++30d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", KeyFlaw::IdForm),
        (
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            KeyFlaw::IdDiffers(id),
        ),
        ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=", KeyFlaw::Base64),
        ("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", KeyFlaw::Kind(2)),
        ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv", KeyFlaw::Length),
        ("example.com/foo+530d903a+", KeyFlaw::Length),
    ];
    for (text, flaw) in cases {
        assert_eq!(VerifierKey::parse(text), Err(flaw), "{text}");
    }
    let secret = signer("log.example/a", 1).print();
    assert_eq!(SignerKey::parse(secret.trim_start_matches("PRIVATE+")).unwrap_err(), KeyFlaw::Form);
}

/// The encodings of the points of small order and their twins, as published with ZIP 215.
#[test]
fn a_public_key_that_is_no_honest_one_is_not_enrolled() {
    let one = {
        let mut bytes = [0_u8; 32];
        bytes[0] = 1;
        bytes
    };
    let field_minus = |less: u8| {
        let mut bytes = [0xff_u8; 32];
        (bytes[0], bytes[31]) = (0xed - less, 0x7f);
        bytes
    };
    let signed = |mut bytes: [u8; 32]| {
        bytes[31] |= 0x80;
        bytes
    };
    let check = |bytes: [u8; 32], flaw| assert_eq!(PublicKey::new(&bytes), Err(flaw), "{bytes:?}");
    check(one, PointFlaw::SmallOrder);
    check([0; 32], PointFlaw::SmallOrder);
    check(signed([0; 32]), PointFlaw::SmallOrder);
    check(field_minus(1), PointFlaw::SmallOrder);
    // y = p is 0 written otherwise; y = p + 1 is 1; and x = 0 has no sign.
    check(field_minus(0), PointFlaw::NotCanonical);
    check(
        {
            let mut bytes = field_minus(0);
            bytes[0] = 0xee;
            bytes
        },
        PointFlaw::NotCanonical,
    );
    check(signed(one), PointFlaw::NotCanonical);
    let off = {
        let mut bytes = [0_u8; 32];
        bytes[0] = 2;
        bytes
    };
    check(off, PointFlaw::OffCurve);
    check([0xff; 32], PointFlaw::NotCanonical);
}

/// An honest point plus the one of order two: `(x, y)` becomes `(−x, −y)`.
#[test]
fn a_public_key_with_a_part_of_small_order_is_not_enrolled() {
    let bytes = signer("x", 3).verifier().public_key().to_bytes();
    let mut negated = [0_u8; 32];
    let field = {
        let mut field = [0xff_u8; 32];
        (field[0], field[31]) = (0xed, 0x7f);
        field
    };
    let mut borrow = 0_i16;
    for at in 0..32 {
        let digit = if at == 31 { bytes[at] & 0x7f } else { bytes[at] };
        let difference = i16::from(field[at]) - i16::from(digit) - borrow;
        borrow = i16::from(difference < 0);
        negated[at] = u8::try_from(difference.rem_euclid(256)).unwrap();
    }
    negated[31] |= !bytes[31] & 0x80;
    assert_eq!(PublicKey::new(&negated), Err(PointFlaw::Torsion));
    assert!(PublicKey::new(&bytes).is_ok());
}

proptest! {
    #[test]
    fn what_is_read_as_a_key_is_printed_as_it_was(name in "[a-z./é]{1,8}", seed in any::<u8>(), at in 0_usize..90, byte in any::<u8>()) {
        let text = signer(&name, seed).verifier().print();
        prop_assert_eq!(VerifierKey::parse(&text).unwrap().print(), text.clone());
        let mut damaged = text.clone().into_bytes();
        let at = at.checked_rem(damaged.len()).unwrap_or(0);
        damaged[at] = byte;
        if let Ok(damaged) = String::from_utf8(damaged) {
            let read = VerifierKey::parse(&damaged);
            prop_assert_eq!(read.is_ok(), damaged == text, "one byte of a key is never free");
        }
    }
}
