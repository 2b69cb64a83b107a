//! The example in `docs/formats/proof.md` is what it says it is.

use servanda_note::VerifierKey;
use servanda_tlog::{Policy, Receipt, leaf_hash};

const PAGE: &str = include_str!("../../../../docs/formats/proof.md");

/// The block of the page under a name.
fn block(name: &str) -> &'static str {
    let start = format!("```text name={name}\n");
    PAGE.split_once(&start).and_then(|(_, rest)| rest.split_once("```")).unwrap().0
}

#[test]
fn the_receipt_of_the_page_verifies() {
    let keys = block("keys").lines().map(|key| VerifierKey::parse(key).unwrap());
    let [log, witness] = keys.collect::<Vec<_>>().try_into().unwrap();
    let receipt = Receipt::parse(block("receipt").as_bytes()).unwrap();
    let policy = Policy::new("log.example/a", vec![log], vec![witness], 1).unwrap();
    assert_eq!((receipt.index(), receipt.checkpoint().head().size), (1, 3));
    assert!(receipt.verify(leaf_hash(b"two"), &policy).is_ok());
    assert!(receipt.verify(leaf_hash(b"three"), &policy).is_err());
}
