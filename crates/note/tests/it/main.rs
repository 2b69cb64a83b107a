//! Signed notes: known texts and keys, what is refused, and another's reader beside ours.

mod corpus;
mod damage;
mod edges;
mod foreign;
mod forms;
mod keys;
mod known;
mod others;

use proptest::strategy::Strategy;
use servanda_note::{CosignatureTime, CosignerKey, KeyName, Note, SignerKey};

/// The key of a name, made of a byte.
#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
fn signer(name: &str, seed: u8) -> SignerKey {
    SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32])
}

/// The cosigning key of a name, made of a byte.
#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
fn cosigner(name: &str, seed: u8) -> CosignerKey {
    CosignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32])
}

#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
fn time(seconds: u64) -> CosignatureTime {
    CosignatureTime::new(seconds).unwrap()
}

/// A note of the text, signed by one key and cosigned by another.
#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
fn note(text: &str) -> Note {
    let lines = vec![
        signer("log.example/a", 1).sign(text),
        cosigner("witness.example/b", 2).cosign(text, time(1_679_315_147)),
    ];
    Note::new(text.to_owned(), lines).unwrap()
}

/// Texts as a note may hold them, empty lines and lines like signatures among them.
fn texts() -> impl Strategy<Value = String> {
    let pieces = vec!["", "a", "— log.example/a AAAA", "\u{85}", "ü +", "0", "\u{7f}"];
    let lines = proptest::collection::vec(proptest::sample::select(pieces), 1..6);
    lines.prop_map(|lines| lines.into_iter().flat_map(|line| [line, "\n"]).collect())
}
