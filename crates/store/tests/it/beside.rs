//! What is kept beside the entries: checkpoints, bodies, a snapshot.

use crate::bed::{everywhere, fill, hash, told};
use servanda_store::{Body, Checkpoint, Kept, Snapshot};

fn checkpoint(size: u64, text: &str) -> Checkpoint {
    Checkpoint { size, bytes: text.as_bytes().to_vec() }
}

#[test]
fn the_checkpoint_never_goes_back() {
    everywhere(|bed| {
        let (mut store, mut other) = (bed.open(), bed.open());
        fill(&mut *store, 9);
        assert_eq!(store.checkpoint().unwrap(), None);
        assert_eq!(store.keep_checkpoint(&checkpoint(7, "seven")).unwrap(), Kept::Latest);
        let late = other.keep_checkpoint(&checkpoint(5, "five")).unwrap();
        assert_eq!(late, Kept::Older { latest: 7 });
        assert_eq!(other.checkpoint().unwrap(), Some(checkpoint(7, "seven")));
        // One of the same size takes its place: it has more signatures.
        let more = checkpoint(7, "seven, seen");
        assert_eq!(other.keep_checkpoint(&more).unwrap(), Kept::Latest);
        assert_eq!(store.checkpoint().unwrap(), Some(more.clone()));
        let expected =
            "this cannot be kept: a checkpoint of size 10 is beyond the log, which has 9";
        assert_eq!(told(store.keep_checkpoint(&checkpoint(10, "ten"))), expected);
        assert_eq!(store.checkpoint().unwrap(), Some(more));
        store.examine().unwrap();
    });
}

#[test]
fn a_body_is_kept_until_it_is_erased() {
    everywhere(|bed| {
        let mut store = bed.open();
        let body = Body { salt: b"grains".to_vec(), bytes: b"a letter".to_vec() };
        assert_eq!(store.body(&hash(1)).unwrap(), None);
        store.keep_body(&hash(1), &body).unwrap();
        store.keep_body(&hash(1), &body).unwrap();
        assert_eq!(bed.open().body(&hash(1)).unwrap(), Some(body.clone()));
        let other = Body { bytes: b"another".to_vec(), ..body.clone() };
        let expected = "this cannot be kept: another body is kept under this commitment";
        assert_eq!(told(store.keep_body(&hash(1), &other)), expected);
        store.keep_body(&hash(2), &other).unwrap();
        assert_eq!(bed.open().bodies().unwrap(), [hash(1), hash(2)]);
        assert!(store.erase_body(&hash(1)).unwrap());
        assert_eq!(store.bodies().unwrap(), [hash(2)]);
        assert_eq!(bed.open().body(&hash(1)).unwrap(), None);
        assert!(!store.erase_body(&hash(1)).unwrap());
        assert_eq!(store.body(&hash(2)).unwrap(), Some(other));
        store.examine().unwrap();
    });
}

#[test]
fn the_snapshot_is_the_one_that_was_kept_last() {
    everywhere(|bed| {
        let mut store = bed.open();
        fill(&mut *store, 4);
        assert_eq!(store.snapshot().unwrap(), None);
        let long = Snapshot { size: 4, bytes: vec![7; 300_000] };
        store.keep_snapshot(&long).unwrap();
        assert_eq!(bed.open().snapshot().unwrap(), Some(long));
        let short = Snapshot { size: 2, bytes: Vec::new() };
        store.keep_snapshot(&short).unwrap();
        assert_eq!(store.snapshot().unwrap(), Some(short));
        let beyond = Snapshot { size: 5, bytes: Vec::new() };
        let expected = "this cannot be kept: a snapshot of size 5 is beyond the log, which has 4";
        assert_eq!(told(store.keep_snapshot(&beyond)), expected);
        store.examine().unwrap();
    });
}
