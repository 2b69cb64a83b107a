//! Texts and keys that the specifications and other programs publish.

use servanda_note::{KeyKind, Note, SignerKey, VerifierKey};

/// The example of c2sp.org/signed-note.
#[test]
fn the_example_of_the_specification_verifies() {
    let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    let text = "This is an example message.\n\n\
        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let keys = [VerifierKey::parse(key).unwrap()];
    let note = Note::parse(text.as_bytes()).unwrap();
    assert_eq!(note.print(), text);
    assert_eq!((keys[0].print().as_str(), keys[0].kind()), (key, KeyKind::Ed25519));
    assert_eq!(note.text(), "This is an example message.\n");
    assert_eq!(note.verify(&keys).unwrap().len(), 1);
}

/// The key and the note by which Go's package of notes is shown.
#[test]
fn a_secret_key_of_go_signs_what_go_signed() {
    let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    let public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let text = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n";
    let line = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    let key = SignerKey::parse(secret).unwrap();
    assert_eq!(key.print().as_str(), secret);
    assert_eq!(key.verifier().print(), public);
    assert_eq!(key.sign(text).print(), line);
}

/// RFC 8032 §7.1, tests 1 and 2: the key of a seed and the signature over a message.
#[test]
fn signatures_are_those_of_the_rfc() {
    let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    let public = bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    let signature = bytes(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
    let name = servanda_note::KeyName::parse("x").unwrap();
    let key = SignerKey::new(name, &<[u8; 32]>::try_from(seed).unwrap());
    assert_eq!(key.verifier().public_key().to_bytes().to_vec(), public);
    assert_eq!(key.sign("r").signature(), signature);
    assert!(key.verifier().public_key().verify(b"r", &signature));
}

#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
pub(crate) fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<char> = hex.chars().filter(char::is_ascii_hexdigit).collect();
    let pairs = digits.chunks(2).map(|pair| pair.iter().collect::<String>());
    pairs.map(|pair| u8::from_str_radix(&pair, 16).unwrap()).collect()
}
