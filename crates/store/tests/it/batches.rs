//! Batches whose cut follows from where they begin, so that half a batch is told from a whole one.

use crate::bed::{append, entry, tile};
use servanda_store::{Appended, Entry, Store, Tile};
use std::ops::ControlFlow;

/// The batch that begins at a length: some entries, and a tile that says where it began.
pub(crate) fn at(size: u64) -> (Vec<Entry>, [Tile; 1]) {
    let count = 1 + size % 5;
    let length = usize::try_from(size % 7).unwrap() * 1_500;
    let entries = (size..size + count).map(|number| entry(number, length)).collect();
    (entries, [tile(3, size)])
}

/// Returns the lengths at which batches begin, up to one.
pub(crate) fn cuts(size: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0), |size| Some(size + 1 + size % 5))
        .take_while(move |at| *at <= size)
}

/// Appends the next batch and returns the length after it.
pub(crate) fn append_at(store: &mut dyn Store, size: u64) -> Result<u64, u64> {
    let (entries, tiles) = at(size);
    match append(store, size, &entries, &tiles) {
        Appended::Done => Ok(size + 1 + size % 5),
        Appended::Stale(head) => Err(head.size),
        Appended::Known(index) => Err(index),
    }
}

/// Checks that a log from some cut on is made of whole batches, and returns its length.
pub(crate) fn whole(store: &mut dyn Store, from: u64) -> u64 {
    let head = store.head().unwrap();
    assert_eq!(cuts(head.size).last(), Some(head.size), "half a batch at {}", head.size);
    if head.size > 0 {
        assert_eq!(head, crate::bed::head(head.size));
    }
    let mut next = from;
    let mut check = |index, found: Entry| {
        let length = usize::try_from(cuts(index).last().unwrap() % 7).unwrap() * 1_500;
        assert_eq!((index, found), (next, entry(next, length)));
        next += 1;
        ControlFlow::Continue(())
    };
    store.entries(from..u64::MAX, &mut check).unwrap();
    assert_eq!(next, head.size);
    for cut in cuts(head.size).filter(|cut| *cut >= from) {
        let expected = (cut < head.size).then(|| tile(3, cut).bytes);
        assert_eq!(store.tile(3, cut).unwrap(), expected, "the tile of the batch at {cut}");
    }
    head.size
}
