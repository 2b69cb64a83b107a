//! Tiles and bundles: which there are, where they stand, what is in them.

use crate::grown::Grown;
use crate::oracle;
use proptest::prelude::*;
use servanda_tlog::{
    Bundle, BundleFlaw, ENTRY_BYTES_MAX, Edge, Hash, Node, Plan, Tile, TileFlaw, TileSet,
    bundles_between, encode_bundle, leaf_hash, parse_bundle, tiles_between,
};
use std::collections::BTreeSet;

fn tile(level: u8, index: u64, width: u16) -> Tile {
    Tile::new(level, index, width).unwrap()
}

/// The example of c2sp.org/tlog-tiles: 70,000 leaves.
#[test]
fn the_example_of_the_specification_has_its_tiles() {
    let all: Vec<Tile> = tiles_between(0, 70_000).collect();
    let of = |level, is_full| {
        all.iter().filter(|tile| tile.level() == level && tile.is_full() == is_full).count()
    };
    assert_eq!([of(0, true), of(0, false), of(1, true), of(1, false)], [273, 1, 1, 1]);
    let partial = [tile(0, 273, 112), tile(1, 1, 17), tile(2, 0, 1)];
    assert_eq!(Tile::partials(70_000).collect::<Vec<_>>(), partial);
    assert_eq!(all.last(), Some(&partial[2]));
    assert_eq!(Tile::partials(256).collect::<Vec<_>>(), [tile(1, 0, 1)]);
    let grown = Grown::new(70_000);
    assert_eq!(grown.tiles().keys().copied().collect::<BTreeSet<_>>(), all.into_iter().collect());
    let plan = Plan::root(70_000).unwrap();
    assert_eq!(grown.fold_tiles(&plan), [grown.edge.head().root]);
    let plan = Plan::inclusion(69_999, 70_000).unwrap();
    assert_eq!(grown.fold_tiles(&plan), grown.fold(&plan));
}

#[test]
fn tiles_grown_leaf_by_leaf_are_those_of_the_definition() {
    let leaves = oracle::leaves(600);
    let mut full = Vec::new();
    let mut edge = Edge::new();
    for (size, leaf) in (0_u64..).zip(&leaves) {
        check_tiles(&edge, &leaves[..size as usize]);
        edge.append(*leaf, &mut full);
        let mut set = TileSet::new();
        for (tile, hashes) in edge.partials() {
            set.put(tile, &servanda_tlog::tile_bytes(hashes)).unwrap();
        }
        assert_eq!(Edge::restore(edge.size(), &set).as_ref(), Ok(&edge));
        if !edge.size().is_multiple_of(256) {
            let absent = Edge::restore(edge.size(), &TileSet::new());
            assert!(matches!(absent, Err(TileFlaw::Absent(_))));
        }
    }
    for full in full {
        let span = 256_usize.pow(u32::from(full.tile.level()));
        let first = full.tile.index() as usize * 256 * span;
        let expected: Vec<Hash> =
            leaves[first..first + 256 * span].chunks(span).map(oracle::root).collect();
        assert_eq!(full.hashes, expected);
    }
}

/// The partial tiles are `MTH(D[(n * 256 + i) * 256^l : (n * 256 + i + 1) * 256^l])`.
fn check_tiles(edge: &Edge, leaves: &[Hash]) {
    for (tile, hashes) in edge.partials() {
        let span = 256_usize.pow(u32::from(tile.level()));
        let first = tile.index() as usize * 256 * span;
        let whole = leaves[first..].chunks_exact(span).take(256);
        assert_eq!(hashes, whole.map(oracle::root).collect::<Vec<_>>());
    }
}

#[test]
fn paths_are_those_of_the_specification() {
    let cases = [
        (tile(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (tile(0, 0, 256), "tile/0/000"),
        (tile(1, 999, 1), "tile/1/999.p/1"),
        (tile(63, 1_000, 255), "tile/63/x001/000.p/255"),
        (tile(2, u64::MAX, 7), "tile/2/x018/x446/x744/x073/x709/x551/615.p/7"),
    ];
    for (tile, path) in cases {
        assert_eq!((tile.path().as_str(), Tile::parse(path)), (path, Some(tile)));
    }
    let bundle = Bundle::new(1_234_067, 3).unwrap();
    assert_eq!(bundle.path(), "tile/entries/x001/x234/067.p/3");
    assert_eq!(Bundle::parse(&bundle.path()), Some(bundle));
    let others = [
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/0",
        "tile/0/x000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/0000",
        "tile/0/ 00",
        "tile/0/+00",
        "tile/0",
        "tile/0/",
        "tile/8/0/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/entries/000",
        "tile/0/00x",
        "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/000.p/1.p/1",
        "tile/0/x1x/000",
    ];
    for path in others {
        assert_eq!(Tile::parse(path), None, "{path}");
    }
    assert_eq!(Bundle::parse("tile/entries/0"), None);
    assert_eq!(Bundle::parse("tile/0/000"), None);
    assert!(Tile::new(0, 0, 0).is_none() && Tile::new(0, 0, 257).is_none());
    assert!(Tile::new(64, 0, 1).is_none() && Bundle::new(0, 0).is_none());
}

#[test]
fn bytes_that_are_no_tile_are_refused() {
    let mut set = TileSet::new();
    let flaw = TileFlaw::Length { width: 2, length: 63 };
    assert_eq!(set.put(tile(0, 0, 2), &[0; 63]), Err(flaw));
    assert_eq!(flaw.to_string(), "a tile of 2 hashes has 64 bytes, here are 63");
    assert_eq!(set.node(Node::leaf(0)), Err(TileFlaw::Absent(Node::leaf(0))));
    set.put(tile(0, 0, 2), &[7; 64]).unwrap();
    set.put(tile(0, 0, 1), &[8; 32]).unwrap();
    assert_eq!(set.node(Node::leaf(1)), Ok(Hash([7; 32])), "the wider tile stays");
}

#[test]
fn bundles_are_read_as_they_were_written() {
    let largest = vec![7; ENTRY_BYTES_MAX];
    let entries: Vec<&[u8]> = vec![b"", b"a", &largest];
    let bytes = encode_bundle(entries.iter().copied()).unwrap();
    let of = |width| Bundle::new(0, width).unwrap();
    assert_eq!(parse_bundle(of(3), &bytes).as_ref(), Ok(&entries));
    let more = parse_bundle(of(2), &bytes);
    assert_eq!(more, Err(BundleFlaw::Count { found: 3, wanted: 2 }));
    let fewer = parse_bundle(of(4), &bytes);
    assert_eq!(fewer, Err(BundleFlaw::Count { found: 3, wanted: 4 }));
    assert_eq!(parse_bundle(of(3), &bytes[..bytes.len() - 1]), Err(BundleFlaw::Cut(2)));
    assert_eq!(parse_bundle(of(3), &bytes[..1]), Err(BundleFlaw::Cut(0)));
    let long = vec![7; ENTRY_BYTES_MAX + 1];
    let flaw = BundleFlaw::Long { at: 0, length: long.len() };
    assert_eq!(encode_bundle([long.as_slice()]), Err(flaw));
    let raw = [&(long.len() as u16).to_be_bytes(), long.as_slice()].concat();
    assert_eq!(parse_bundle(of(1), &raw), Err(flaw));
    assert_eq!(encode_bundle([]), Err(BundleFlaw::Width(0)));
    assert_eq!(encode_bundle(vec![&b"x"[..]; 257]), Err(BundleFlaw::Width(257)));
    assert!(encode_bundle(vec![&b"x"[..]; 256]).is_ok());
    assert_eq!(leaf_hash(entries[1]), oracle::root(&[leaf_hash(b"a")]));
}

proptest! {
    #[test]
    fn what_is_new_is_what_one_size_has_more(old in 0_u64..140_000, more in 0_u64..140_000) {
        let new = old.saturating_add(more);
        let all = |size| tiles_between(0, size).collect::<BTreeSet<_>>();
        let between: Vec<Tile> = tiles_between(old, new).collect();
        let expected: BTreeSet<Tile> = all(new).difference(&all(old)).copied().collect();
        prop_assert_eq!(between.iter().copied().collect::<BTreeSet<_>>(), expected);
        let bundles: Vec<Tile> = bundles_between(old, new).map(Tile::from).collect();
        let leaves: Vec<Tile> = between.into_iter().filter(|tile| tile.level() == 0).collect();
        prop_assert_eq!(bundles, leaves);
    }

    #[test]
    fn a_path_is_read_as_it_was_printed(level in 0_u8..64, index in any::<u64>(), width in 1_u16..=256) {
        let tile = Tile::new(level, index, width).unwrap();
        prop_assert_eq!(Tile::parse(&tile.path()), Some(tile));
    }

    #[test]
    fn what_is_read_as_a_path_is_printed_as_it_was(path in "tile/[0-9]{1,2}/(x?[0-9]{2,4}/){0,2}[0-9]{3}(\\.p/[0-9]{0,3})?") {
        if let Some(tile) = Tile::parse(&path) {
            prop_assert_eq!(tile.path(), path);
        }
    }

    #[test]
    fn any_bytes_are_a_bundle_or_refused(bytes in proptest::collection::vec(0_u8..4, 0..40), width in 1_u16..5) {
        if let Ok(entries) = parse_bundle(Bundle::new(0, width).unwrap(), &bytes) {
            prop_assert_eq!(encode_bundle(entries), Ok(bytes));
        }
    }
}
