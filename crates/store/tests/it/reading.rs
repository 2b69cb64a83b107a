//! Reading back: in order, in pages, as far as the log goes.

use crate::bed::{all, entries, entry, everywhere, fill, hash};
use servanda_store::PAGE;
use std::ops::ControlFlow;

#[test]
fn entries_come_in_order_and_in_pages() {
    everywhere(|bed| {
        let mut store = bed.open();
        let size = PAGE * 2 + 7;
        fill(&mut *store, size);
        assert_eq!(all(&mut *store), entries(0..size));
        let page = store.page(5..size).unwrap();
        assert_eq!(page, entries(5..5 + PAGE));
        assert_eq!(store.page(size - 2..u64::MAX).unwrap(), entries(size - 2..size));
        assert_eq!(store.page(size..size + 5).unwrap(), []);
        assert_eq!(store.page(9..9).unwrap(), []);
        #[expect(clippy::reversed_empty_ranges, reason = "such a range is asked for on purpose")]
        let reversed = store.page(9..3).unwrap();
        assert_eq!(reversed, []);
    });
}

#[test]
fn reading_stops_where_it_is_told_to() {
    everywhere(|bed| {
        let mut store = bed.open();
        fill(&mut *store, 20);
        let mut seen = Vec::new();
        let mut each = |index, _| {
            seen.push(index);
            if index == 12 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        store.entries(10..u64::MAX, &mut each).unwrap();
        assert_eq!(seen, [10, 11, 12]);
    });
}

#[test]
fn one_entry_is_found_by_its_index_and_by_its_id() {
    everywhere(|bed| {
        let mut store = bed.open();
        fill(&mut *store, 5);
        assert_eq!(store.entry(3).unwrap(), Some(entry(3, 100)));
        assert_eq!(store.entry(5).unwrap(), None);
        assert_eq!(store.entry(u64::MAX).unwrap(), None);
        assert_eq!(store.find(&hash(3)).unwrap(), Some(3));
        assert_eq!(store.find(&hash(5)).unwrap(), None);
    });
}

#[test]
fn hashes_are_read_without_the_entries() {
    everywhere(|bed| {
        let mut store = bed.open();
        fill(&mut *store, 600);
        let expected: Vec<_> = entries(100..600).iter().map(|entry| entry.hash).collect();
        assert_eq!(store.hashes(100..u64::MAX).unwrap(), expected);
        assert_eq!(store.hashes(600..700).unwrap(), Vec::<[u8; 32]>::new());
    });
}
