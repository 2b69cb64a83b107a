//! Appending: all or nothing, once, and only at the length that was expected.

use crate::bed::{all, append, entries, entry, everywhere, hash, head, tile, told};
use servanda_store::{Appended, Batch, ENTRY_BYTES_MAX, Head};

#[test]
fn a_batch_is_kept_with_its_tiles_and_moves_the_head() {
    everywhere(|bed| {
        let mut store = bed.open();
        assert_eq!(store.head().unwrap(), Head::EMPTY);
        let batch = entries(0..3);
        assert_eq!(append(&mut *store, 0, &batch, &[tile(0, 0), tile(1, 0)]), Appended::Done);
        let mut other = bed.open();
        assert_eq!(other.head().unwrap(), head(3));
        assert_eq!(all(&mut *other), batch);
        assert_eq!(other.tile(1, 0).unwrap(), Some(tile(1, 0).bytes));
        assert_eq!(other.tile(0, 1).unwrap(), None);
        other.examine().unwrap();
    });
}

#[test]
fn a_writer_who_is_late_sees_the_head_and_changes_nothing() {
    everywhere(|bed| {
        let (mut first, mut second) = (bed.open(), bed.open());
        assert_eq!(append(&mut *first, 0, &entries(0..2), &[]), Appended::Done);
        let late = append(&mut *second, 0, &entries(10..11), &[tile(0, 0)]);
        assert_eq!(late, Appended::Stale(head(2)));
        let early = append(&mut *second, 5, &entries(10..11), &[tile(0, 0)]);
        assert_eq!(early, Appended::Stale(head(2)));
        assert_eq!(all(&mut *first), entries(0..2));
        assert_eq!(first.tile(0, 0).unwrap(), None);
        assert_eq!(append(&mut *second, 2, &entries(10..11), &[tile(0, 0)]), Appended::Done);
    });
}

#[test]
fn of_writers_at_one_length_exactly_one_wins() {
    everywhere(|bed| {
        let writer = |name: u64| {
            let mut store = bed.open();
            move || {
                let mut won = Vec::new();
                let mut at = 0;
                while at < 40 {
                    let mine = entry(name * 1_000 + at, 300);
                    match append(&mut *store, at, std::slice::from_ref(&mine), &[]) {
                        Appended::Done => {
                            won.push((at, mine));
                            at += 1;
                        }
                        Appended::Stale(head) => {
                            assert!(head.size > at, "stale at {at}, and the head is {head:?}");
                            at = head.size;
                        }
                        Appended::Known(index) => panic!("known at {index}"),
                    }
                }
                won
            }
        };
        let threads = [1, 2, 3].map(|name| std::thread::spawn(writer(name)));
        let mut won: Vec<_> = threads.into_iter().flat_map(|one| one.join().unwrap()).collect();
        won.sort_by_key(|(at, _)| *at);
        let places: Vec<u64> = won.iter().map(|(at, _)| *at).collect();
        assert_eq!(places, (0..40).collect::<Vec<_>>());
        let kept = all(&mut *bed.open());
        assert_eq!(kept, won.into_iter().map(|(_, entry)| entry).collect::<Vec<_>>());
    });
}

#[test]
fn an_id_is_kept_once_and_its_batch_is_not_kept_in_part() {
    everywhere(|bed| {
        let mut store = bed.open();
        assert_eq!(append(&mut *store, 0, &entries(0..4), &[]), Appended::Done);
        let again = [entry(7, 9), entry(2, 9), entry(1, 9)];
        assert_eq!(append(&mut *store, 4, &again, &[tile(0, 0)]), Appended::Known(1));
        assert_eq!(store.head().unwrap(), head(4));
        assert_eq!(store.find(&hash(7)).unwrap(), None);
        assert_eq!(store.tile(0, 0).unwrap(), None);
        // Length comes first: who is late learns that.
        assert_eq!(append(&mut *store, 3, &again, &[]), Appended::Stale(head(4)));
        store.examine().unwrap();
    });
}

#[test]
fn a_tile_never_changes() {
    everywhere(|bed| {
        let mut store = bed.open();
        assert_eq!(append(&mut *store, 0, &entries(0..1), &[tile(2, 5)]), Appended::Done);
        let mut other = tile(2, 5);
        other.bytes[0] ^= 1;
        let (entries, tiles) = (entries(1..2), [other]);
        let batch = Batch { entries: &entries, tiles: &tiles, after: head(2) };
        let expected = "this cannot be kept: tile 5 of level 2 is kept already, and never changes";
        assert_eq!(told(store.append(1, &batch)), expected);
        assert_eq!(store.head().unwrap(), head(1));
        assert_eq!(store.find(&hash(1)).unwrap(), None);
    });
}

#[test]
fn what_cannot_be_a_batch_is_told() {
    everywhere(|bed| {
        let mut store = bed.open();
        let mut refused = |expected, entries: &[_], tiles: &[_], size| {
            told(store.append(expected, &Batch { entries, tiles, after: head(size) }))
        };
        let told = [
            refused(0, &[], &[], 0),
            refused(0, &entries(0..2), &[], 3),
            refused(u64::MAX, &entries(0..2), &[], 1),
            refused(0, &[entry(1, ENTRY_BYTES_MAX + 1)], &[], 1),
            refused(0, &[entry(1, 10), entry(1, 20)], &[], 2),
            refused(0, &entries(0..1), &[tile(0, 1), tile(0, 1)], 1),
            refused(0, &entries(0..1), &[tile(0, 1 << 63)], 1),
        ];
        let expected = [
            "this cannot be kept: a batch has at least one entry",
            "this cannot be kept: 2 entries after 0 do not make 3",
            "this cannot be kept: 2 entries after 18446744073709551615 do not make 1",
            "this cannot be kept: an entry of 60001 bytes is over 60000",
            "this cannot be kept: two entries of a batch have one id",
            "this cannot be kept: two tiles of a batch have one place",
            "this cannot be kept: a tile's index is below 2^63",
        ];
        assert_eq!(told, expected);
        assert_eq!(store.head().unwrap(), Head::EMPTY);
    });
}

#[test]
fn the_longest_entry_and_the_empty_one_are_kept() {
    everywhere(|bed| {
        let mut store = bed.open();
        let mut empty = entry(1, 0);
        empty.bytes.clear();
        let batch = [entry(0, ENTRY_BYTES_MAX), empty];
        assert_eq!(append(&mut *store, 0, &batch, &[]), Appended::Done);
        assert_eq!(all(&mut *store), batch);
        store.examine().unwrap();
    });
}
