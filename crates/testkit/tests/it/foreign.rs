//! Bytes of others: the corpus of every parser that reads them, and changes of it. `cargo fuzz`
//! drives the same functions further.

#![expect(clippy::indexing_slicing, reason = "places are drawn below the length")]

#[expect(unreachable_pub, reason = "another package uses these, too")]
#[path = "../../../../xtask/fuzz/src/targets.rs"]
mod fuzz;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// How often each input is changed.
const CHANGES: usize = 120;

/// What changes the meaning of texts: ends, quotes, digits, signs, bytes that are no text.
const PIECES: [&[u8]; 12] =
    [b"\n", b"\n\n", b" ", b"\"", b"\\", b"{", b",", b"0", b"-1", b"\xe2\x80\x94 ", b"\xff", b"\0"];

/// Numbers that a seed makes again (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap().checked_rem(limit).unwrap_or(0)
    }

    /// Changes bytes in one to three places.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len().saturating_add(1));
            let end = at.saturating_add(self.below(9)).min(bytes.len());
            match self.below(5) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => drop(bytes.splice(at..at, PIECES[self.below(PIECES.len())].iter().copied())),
                3 => {
                    let part = bytes[at..end].to_vec();
                    drop(bytes.splice(at..at, part));
                }
                _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (end & 7)),
            }
        }
    }
}

fn corpus((directory, begins): (&str, &str)) -> Vec<Vec<u8>> {
    let listed = std::fs::read_dir(servanda_testkit::root().join(directory)).unwrap();
    let mut paths: Vec<_> = listed.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with(begins));
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn whatever_the_bytes_are_nothing_breaks() {
    let mut dice = Dice(7);
    for (name, target, place) in fuzz::TARGETS {
        let inputs = corpus(place);
        assert!(!inputs.is_empty(), "`{name}` has no corpus");
        for input in inputs {
            target(&input);
            for _ in 0..CHANGES {
                let mut bytes = input.clone();
                dice.change(&mut bytes);
                let told = catch_unwind(AssertUnwindSafe(|| target(&bytes)));
                assert!(told.is_ok(), "`{name}` broke at {:?}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}

#[test]
fn what_the_office_and_its_server_wrote_is_read() {
    let one = |begins| corpus(("crates/testkit/tests/corpus", begins)).swap_remove(0);
    let (keys, challenge) = (one("keys-"), one("challenge-"));
    let secret = servanda_web::Secret::new([1; 32]);
    assert!(servanda_cli::keys_again(str::from_utf8(&keys).unwrap()).is_some());
    assert!(servanda_store::CheckpointLock::parse(&one("lock-")).is_some());
    assert!(servanda_depositary::snapshot_again(&one("snapshot-")).is_some());
    let key = servanda_note::VerifierKey::parse(fuzz::SPLIT_KEY).unwrap();
    for paper in corpus(("crates/testkit/tests/corpus", "split-view-")) {
        assert!(servanda_depositary::two_histories(&paper, std::slice::from_ref(&key)).is_ok());
    }
    let challenge = str::from_utf8(&challenge).unwrap();
    assert!(servanda_web::challenge_again(challenge, &secret, "a.example/log").is_some());
    for line in corpus(("crates/testkit/tests/corpus", "cookie-")) {
        assert!(servanda_web::session_again(&line, &secret, "a.example/log").is_some());
    }
}
