//! The checkpoint lock: what was signed is not forgotten with the database.

use crate::bed::{Directory, told};
use crate::bed::{hash, head, root_at};
use servanda_store::{CheckpointLock, Head};
use std::path::Path;

const ORIGIN: &str = "example.org/log";

fn shown(message: &str, path: &Path) -> String {
    message.replace(&path.display().to_string(), "PLACE")
}

#[test]
fn what_was_signed_is_remembered_and_never_goes_back() {
    let directory = Directory::new();
    let path = directory.path("lock");
    let mut lock = CheckpointLock::create(&path, ORIGIN).unwrap();
    assert_eq!(lock.signed(), Head::EMPTY);
    lock.advance(&head(3), root_at).unwrap();
    lock.advance(&head(3), root_at).unwrap();
    lock.advance(&head(7), root_at).unwrap();
    let mut lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    assert_eq!(lock.signed(), head(7));
    let behind = "`PLACE` remembers a signature at size 7, and the log has 6";
    assert_eq!(shown(&told(lock.compare(&head(6), root_at)), &path), behind);
    assert_eq!(shown(&told(lock.advance(&head(6), root_at)), &path), behind);
    let fork = Head { size: 7, root: hash(1) };
    let expected = "`PLACE` remembers the root 00000000001e8487a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5 \
                    at size 7, and the log has 0000000000000001a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5";
    assert_eq!(shown(&told(lock.compare(&fork, root_at)), &path), expected);
    assert_eq!(shown(&told(lock.advance(&fork, root_at)), &path), expected);
    lock.compare(&head(8), root_at).unwrap();
    // A log that was another one where this was signed is no longer one of it, however long it is.
    let other = |_size| Ok(fork.root);
    assert_eq!(shown(&told(lock.compare(&head(8), other)), &path), expected);
    assert_eq!(shown(&told(lock.advance(&head(8), other)), &path), expected);
    assert_eq!(CheckpointLock::open(&path, ORIGIN).unwrap().signed(), head(7));
}

#[test]
fn a_lock_that_is_made_anew_begins_with_what_others_saw() {
    let directory = Directory::new();
    let path = directory.path("lock");
    CheckpointLock::create_at(&path, ORIGIN, head(7)).unwrap();
    let mut lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    assert!(lock.advance(&head(6), root_at).is_err());
    lock.advance(&head(8), root_at).unwrap();
    let again = shown(&told(CheckpointLock::create_at(&path, ORIGIN, head(1))), &path);
    assert_eq!(again, "the checkpoint lock `PLACE` does not serve: there is one already");
}

#[test]
fn two_with_one_key_share_what_was_signed() {
    let directory = Directory::new();
    let path = directory.path("lock");
    let mut first = CheckpointLock::create(&path, ORIGIN).unwrap();
    let mut second = CheckpointLock::open(&path, ORIGIN).unwrap();
    first.advance(&head(9), root_at).unwrap();
    let behind = "`PLACE` remembers a signature at size 9, and the log has 4";
    assert_eq!(shown(&told(second.advance(&head(4), root_at)), &path), behind);
    second.advance(&head(10), root_at).unwrap();
    assert!(first.advance(&head(9), root_at).is_err());
}

#[test]
fn of_two_that_expect_the_same_one_is_told_that_it_was_remembered() {
    let directory = Directory::new();
    let path = directory.path("lock");
    let mut one = CheckpointLock::create(&path, ORIGIN).unwrap();
    let mut other = CheckpointLock::open(&path, ORIGIN).unwrap();
    let empty = one.signed();
    assert!(one.exchange(&empty, &head(5)).unwrap());
    assert!(!other.exchange(&empty, &head(6)).unwrap());
    assert_eq!(other.signed(), head(5), "the other now knows");
    assert!(other.exchange(&head(5), &head(5)).unwrap());
    assert!(other.exchange(&head(5), &head(4)).is_err());
}

#[test]
fn a_lock_that_is_lost_foreign_or_damaged_lets_nothing_be_signed() {
    let directory = Directory::new();
    let path = directory.path("lock");
    let opened = |origin| shown(&told(CheckpointLock::open(&path, origin)), &path);
    assert_eq!(opened(ORIGIN), "the checkpoint lock `PLACE` does not serve: it is not there");
    let mut lock = CheckpointLock::create(&path, ORIGIN).unwrap();
    lock.advance(&head(5), root_at).unwrap();
    let again = shown(&told(CheckpointLock::create(&path, ORIGIN)), &path);
    assert_eq!(again, "the checkpoint lock `PLACE` does not serve: there is one already");
    let expected = "the checkpoint lock `PLACE` does not serve: \
                    it is of `example.org/log`, and not of `example.org/other`";
    assert_eq!(opened("example.org/other"), expected);
    let whole = std::fs::read(&path).unwrap();
    for bit in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        *bytes.get_mut(bit / 8).unwrap() ^= 1 << (bit % 8);
        std::fs::write(&path, &bytes).unwrap();
        let found = CheckpointLock::open(&path, ORIGIN);
        assert!(found.is_err(), "bit {bit}");
    }
    for length in 0..whole.len() {
        std::fs::write(&path, whole.get(..length).unwrap()).unwrap();
        assert!(CheckpointLock::open(&path, ORIGIN).is_err(), "{length} bytes");
    }
    assert!(lock.advance(&head(6), root_at).is_err());
    std::fs::remove_file(&path).unwrap();
    assert!(lock.advance(&head(6), root_at).is_err());
}
