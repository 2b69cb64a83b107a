//! Receipts: read and printed to the byte, verified without asking anybody, and damaged.

use crate::grown::Grown;
use crate::oracle::entry;
use crate::{ORIGIN, log_key, signed, witness_key};
use servanda_note::{KeyKind, Unverified, VerifierKey};
use servanda_tlog::{
    CheckpointFlaw, Hash, Plan, Policy, PolicyFlaw, ProofFlaw, Receipt, ReceiptFlaw, Unproven,
    leaf_hash,
};

fn receipt(index: u64, size: u64) -> Receipt {
    let grown = Grown::new(size);
    let proof = grown.fold(&Plan::inclusion(index, size).unwrap());
    Receipt::new(index, proof, signed(grown.edge.head(), &[2, 3])).unwrap()
}

fn witnesses() -> Vec<VerifierKey> {
    [2, 3, 4].map(|seed| witness_key(seed).verifier()).to_vec()
}

fn policy(quorum: usize) -> Policy {
    Policy::new(ORIGIN, vec![log_key().verifier()], witnesses(), quorum).unwrap()
}

#[test]
fn a_receipt_is_verified_offline() {
    let receipt = receipt(7, 11);
    let policy = policy(2);
    let seen = receipt.verify(leaf_hash(&entry(7)), &policy).unwrap();
    assert_eq!(seen.witnesses.len(), 2);
    assert!(seen.witnesses.iter().all(|by| by.time.is_some()));
    let other = receipt.verify(leaf_hash(&entry(8)), &policy);
    assert_eq!(other, Err(Unproven::Inclusion(ProofFlaw::Root)));
}

#[test]
fn what_the_policy_wants_and_the_receipt_lacks_is_named() {
    let (receipt, leaf) = (receipt(7, 11), leaf_hash(&entry(7)));
    assert!(receipt.verify(leaf, &policy(0)).is_ok());
    let all = policy(3);
    let quorum = receipt.verify(leaf, &all);
    assert_eq!(quorum, Err(Unproven::Quorum { seen: 2, wanted: 3 }));
    let log = vec![log_key().verifier()];
    let elsewhere = Policy::new("log.example/b", log.clone(), Vec::new(), 0).unwrap();
    assert_eq!(receipt.verify(leaf, &elsewhere), Err(Unproven::Origin(ORIGIN.to_owned())));
    let stranger = Policy::new(ORIGIN, vec![witness_key(9).verifier()], Vec::new(), 0).unwrap();
    assert_eq!(receipt.verify(leaf, &stranger), Err(Unproven::Log(Unverified::Unknown)));
    let unwitnessed = Policy::new(ORIGIN, log, vec![witness_key(4).verifier()], 1).unwrap();
    assert_eq!(receipt.verify(leaf, &unwitnessed), Err(Unproven::Quorum { seen: 0, wanted: 1 }));
}

#[test]
fn a_policy_that_would_count_one_key_twice_is_none() {
    let log = vec![log_key().verifier()];
    let new = |witnesses, quorum| Policy::new(ORIGIN, log.clone(), witnesses, quorum);
    let name = servanda_note::KeyName::parse("witness.example/other").unwrap();
    let twice = VerifierKey::new(
        name.clone(),
        KeyKind::Cosignature,
        witness_key(2).verifier().public_key(),
    );
    let plain = VerifierKey::new(name, KeyKind::Ed25519, witness_key(9).verifier().public_key());
    let with = |key| [witnesses(), vec![key]].concat();
    assert_eq!(new(with(twice), 2), Err(PolicyFlaw::SameKey));
    assert_eq!(new(with(plain), 2), Err(PolicyFlaw::NotCosigner));
    assert_eq!(new(witnesses(), 4), Err(PolicyFlaw::Quorum { quorum: 4, known: 3 }));
    assert_eq!(Policy::new(ORIGIN, Vec::new(), Vec::new(), 0), Err(PolicyFlaw::NoLogKey));
    let policy = new(witnesses(), 3).unwrap();
    assert_eq!((policy.known(), policy.quorum()), (3, 3));
}

#[test]
fn a_receipt_is_read_as_it_was_printed() {
    for (index, size) in [(0, 1), (0, 2), (7, 11), (10, 11)] {
        let plain = receipt(index, size);
        assert_eq!(Receipt::parse(plain.print().as_bytes()), Ok(plain.clone()));
        let more = plain.clone().with_extra(b"more".to_vec()).unwrap();
        assert_eq!(Receipt::parse(more.print().as_bytes()), Ok(more.clone()));
        assert_ne!(more, plain);
        assert_eq!(more.with_extra(Vec::new()), Ok(plain));
    }
    let lines: Vec<String> = receipt(0, 2).print().lines().take(4).map(str::to_owned).collect();
    assert_eq!(lines[..2], ["c2sp.org/tlog-proof@v1", "index 0"]);
    assert_eq!((lines[2].as_str(), lines[3].as_str()), (leaf_hash(&entry(1)).print().as_str(), ""));
}

#[test]
fn each_departure_from_the_form_has_its_line() {
    let hash = Hash::empty().print();
    let many = format!("index 0\n{}", format!("{hash}\n").repeat(63));
    let longer = format!("index 0\n{hash}=\n");
    let cases = [
        ("c2sp.org", "C2SP.org", ReceiptFlaw::First),
        ("@v1\n", "@v2\n", ReceiptFlaw::First),
        ("@v1\n", "@v1\r\n", ReceiptFlaw::First),
        ("index 0", "extra \nindex 0", ReceiptFlaw::Extra),
        ("index 0", "extra bW9yZQ\nindex 0", ReceiptFlaw::Extra),
        ("index 0", "extra bW9yZQ==\n\nindex 0", ReceiptFlaw::Index(3)),
        ("index 0", "index 00", ReceiptFlaw::Index(2)),
        ("index 0", "Index 0", ReceiptFlaw::Index(2)),
        ("index 0", "index 0 ", ReceiptFlaw::Index(2)),
        ("index 0\n", "index 0\nextra bW9yZQ==\n", ReceiptFlaw::Hash(3)),
        ("index 0\n", &longer, ReceiptFlaw::Hash(3)),
        ("index 0\n", &many, ReceiptFlaw::Many(66)),
        ("log.example/a\n2\n", "log.example/a\n02\n", CheckpointFlaw::Size.into()),
        ("log.example/a\n2\n", "\n2\n", CheckpointFlaw::Origin.into()),
    ];
    let good = receipt(0, 2).print();
    for (from, to, flaw) in cases {
        let text = good.replacen(from, to, 1);
        assert_eq!(Receipt::parse(text.as_bytes()), Err(flaw), "{from:?} as {to:?}");
    }
}

#[test]
fn a_receipt_that_breaks_off_is_none() {
    let good = receipt(0, 2).print();
    assert_eq!(Receipt::parse(b"\xff"), Err(ReceiptFlaw::Utf8));
    assert_eq!(Receipt::parse(b"c2sp.org/tlog-proof@v1\nindex 0\n"), Err(ReceiptFlaw::NoGap));
    for end in 0..good.len() {
        // Between two signature lines a note may end, and then has fewer of them.
        let cut = Receipt::parse(&good.as_bytes()[..end]);
        assert!(cut.is_err() || good.as_bytes()[end - 1] == b'\n', "cut at {end}");
        assert!(cut.map_or(0, |cut| cut.note().signatures().len()) < 3, "cut at {end}");
    }
    assert!(matches!(Receipt::parse(good.trim_end().as_bytes()), Err(ReceiptFlaw::Note(_))));
}

#[test]
fn every_turned_bit_of_a_receipt_costs_it() {
    let (whole, leaf, policy) = (receipt(7, 11), leaf_hash(&entry(7)), policy(2));
    let bytes = whole.print().into_bytes();
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        if let Ok(read) = Receipt::parse(&damaged) {
            assert_eq!(read.print().into_bytes(), damaged);
            assert!(read.verify(leaf, &policy).is_err(), "bit {bit} is not missed");
        }
    }
}
