//! The tree beside its definition, proofs and their damage, texts, and another's tree beside ours.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "a test stops where its ground is missing, and counts no more than a few leaves"
)]

#[path = "../../../note/tests/it/corpus.rs"]
mod corpus;
mod example;
mod foreign;
mod grown;
mod known;
mod oracle;
mod others;
mod proofs;
mod receipts;
mod texts;
mod tiles;
mod witness;

use servanda_note::{CosignatureTime, CosignerKey, KeyName, Note, SignerKey};
use servanda_tlog::{Checkpoint, TreeHead};

const ORIGIN: &str = "log.example/a";

fn log_key() -> SignerKey {
    SignerKey::new(KeyName::parse(ORIGIN).unwrap(), &[1; 32])
}

fn witness_key(seed: u8) -> CosignerKey {
    let name = format!("witness.example/{seed}");
    CosignerKey::new(KeyName::parse(&name).unwrap(), &[seed; 32])
}

/// A checkpoint of the log, signed by it and cosigned by these witnesses.
fn signed(head: TreeHead, witnesses: &[u8]) -> Note {
    let text = Checkpoint::new(ORIGIN, head).unwrap().print();
    let mut lines = vec![log_key().sign(&text)];
    let time = CosignatureTime::new(1_700_000_000).unwrap();
    lines.extend(witnesses.iter().map(|seed| witness_key(*seed).cosign(&text, time)));
    Note::new(text, lines).unwrap()
}
