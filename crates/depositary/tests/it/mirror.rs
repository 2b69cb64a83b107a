//! A mirror of many entries that is broken off anywhere, and one that was restored.

use crate::hall::{Hall, ORIGIN};
use crate::place::Place;
use crate::raw::{Raw, asked};
use crate::tiles::rewrite;
use crate::witness::{began, keys, notice, time};
use servanda_depositary::{Fault, Followed, Mirror, Shelf, Unanswered, Witness};
use servanda_store::{CheckpointLock, Entry, Head};
use servanda_tlog::{Bundle, Edge, Tile, leaf_hash, tile_bytes};

/// A log of many entries, of which most are no acts: they are mirrored all the same.
fn long(hall: &mut Hall, size: usize) -> Raw {
    let mut raw = Raw::of(hall);
    while raw.size < size {
        raw.push(format!("no act, number {}", raw.size).into_bytes());
    }
    raw
}

#[test]
fn a_mirror_broken_off_anywhere_is_whole_as_far_as_it_goes() {
    let mut hall = Hall::open("memory:");
    let raw = long(&mut hall, 700);
    let mut answers = 0;
    loop {
        let place = Place::new(&format!("broken-{answers}"));
        let mut witness = began(&place, None, &mut |path| raw.asked(path)).unwrap();
        let mut left: usize = answers;
        let followed = witness.follow(
            &mut |path| match left.checked_sub(1) {
                None => Err(Unanswered::Failed("the line went dead".to_owned())),
                Some(rest) => {
                    left = rest;
                    raw.asked(path)
                }
            },
            time(1),
        );
        drop(witness);
        let size = Mirror::open(&place.mirror()).unwrap().head().size;
        assert!(size == 700 || size.is_multiple_of(256), "{size}");
        let mut again = began(&place, None, &mut |path| raw.asked(path)).unwrap();
        assert_eq!(again.checkpoint().unwrap().is_some(), followed.is_ok());
        again.follow(&mut |path| raw.asked(path), time(2)).unwrap();
        assert_eq!(again.mirror().head(), raw.head());
        if followed.is_ok() {
            break;
        }
        answers += 1;
    }
    // A checkpoint, the genesis, three tiles and three bundles were asked for.
    assert_eq!(answers, 8);
}

#[test]
fn a_log_that_shows_full_tiles_only_is_mirrored_and_shown_again() {
    let place = Place::new("full-only");
    let mut hall = Hall::open("memory:");
    let (raw, mut shorter) = (long(&mut hall, 66_000), long(&mut hall, 300));
    shorter.entries.clone_from(&raw.entries);
    let full_only = |path: &str| {
        let bundle = Bundle::parse(path).map(Tile::from);
        let tile = bundle.or_else(|| Tile::parse(path));
        match tile.is_some_and(|tile| !tile.is_full() && tile.index() < 257) {
            true => Err(Unanswered::Absent),
            false if path == "checkpoint" => shorter.asked(path),
            false => raw.asked(path),
        }
    };
    let mut witness = began(&place, None, &mut { full_only }).unwrap();
    witness.follow(&mut { full_only }, time(1)).unwrap();
    assert_eq!(witness.mirror().head(), shorter.head());
    witness.follow(&mut |path| raw.asked(path), time(2)).unwrap();
    let mut edge = Edge::new();
    raw.entries.iter().for_each(|entry| edge.append(leaf_hash(entry), &mut Vec::new()));
    assert_eq!(edge.partials().count(), 3);
    for (tile, hashes) in edge.partials() {
        let bytes = Shelf::new(&place.mirror()).show(&tile.path()).unwrap();
        assert_eq!(bytes, Some(tile_bytes(hashes)), "{}", tile.path());
    }
    assert_eq!(Shelf::new(&place.mirror()).show("tile/2/000.p/2").unwrap(), None);
}

/// A mirror whose disk holds another tile, or an entry of other bytes, under a sum that fits: what
/// does not lead to the root that was cosigned is told and not shown, and the rest is.
#[test]
fn what_a_mirror_shows_is_what_was_cosigned() {
    let place = Place::new("shown");
    let raw = long(&mut Hall::open("memory:"), 700);
    let mut witness = began(&place, None, &mut |path| raw.asked(path)).unwrap();
    witness.follow(&mut |path| raw.asked(path), time(1)).unwrap();
    drop(witness);
    let paths = ["tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2"];
    let bundles = ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/188"];
    let mut whole = Shelf::new(&place.mirror());
    for path in paths.iter().chain(&bundles) {
        let shown = whole.show(path).unwrap();
        assert!(shown.is_some(), "{path}");
        assert!(path.starts_with("tile/1") || shown == Some(raw.asked(path).unwrap()), "{path}");
    }
    let copy = |name: &str| format!("sqlite:{}", place.0.join(name).display());
    rewrite(&place.mirror(), &copy("entry.db"), |entries, _| entries[300].bytes[0] ^= 1);
    let mut shelf = Shelf::new(&copy("entry.db"));
    let fault = shelf.show("tile/entries/001").unwrap_err();
    assert!(matches!(fault, Fault::Entry { index: 300, .. }), "{fault:?}");
    for path in paths.iter().chain([&bundles[0], &bundles[2]]) {
        assert_eq!(shelf.show(path).unwrap(), whole.show(path).unwrap(), "{path}");
    }
    // A tile from which the edge is made spoils all; one that changes later is told by itself.
    rewrite(&place.mirror(), &copy("tile.db"), |_, tiles| tiles[1].bytes[0] ^= 1);
    rewrite(&place.mirror(), &copy("late.db"), |_, _| {});
    let mut late = Shelf::new(&copy("late.db"));
    assert_eq!(late.show(paths[0]).unwrap(), whole.show(paths[0]).unwrap());
    let base = rusqlite::Connection::open(place.0.join("late.db")).unwrap();
    let other = place.0.join("tile.db").display().to_string();
    base.execute("attach ?1 as other", [other]).unwrap();
    base.execute("replace into main.tile select * from other.tile", []).unwrap();
    let fault = Shelf::new(&copy("tile.db")).show(paths[0]).unwrap_err();
    assert!(matches!(fault, Fault::Root { .. }), "{fault:?}");
    for path in [paths[1], "tile/0/001.p/9", bundles[1]] {
        let fault = late.show(path).unwrap_err();
        assert!(matches!(fault, Fault::OtherTile { level: 0, index: 1 }), "{path}: {fault:?}");
    }
    assert_eq!(late.show(paths[2]).unwrap(), whole.show(paths[2]).unwrap());
}

/// A history in which an entry is no act.
fn with_no_act(hall: &mut Hall, at: usize) -> Raw {
    let mut raw = Raw::of(hall);
    raw.entries[at] = b"no act".to_vec();
    raw
}

/// What is changed of an entry, and how.
type Change<'c> = (&'static str, &'c dyn Fn(&mut Entry));

/// The witness's own disk changed an entry, or the id under which it stands: that is told, and the
/// log is not said to depart.
#[test]
fn a_disk_of_the_witness_is_no_departure_of_the_log() {
    let place = Place::new("own-disk");
    let mut hall = Hall::open("memory:");
    let act = notice(&mut hall, "ARM", 1);
    let at = usize::try_from(act).unwrap();
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    drop(witness);
    let own = |entry: &Entry| {
        let bytes = [format!("{act}\n").as_bytes(), &entry.bytes].concat();
        servanda_seal::Digest::of(&bytes).0
    };
    let changes: [Change<'_>; 3] = [
        ("bytes", &|entry| entry.bytes[60] ^= 1),
        ("id", &|entry| entry.id[0] ^= 1),
        ("own", &|entry| entry.id = own(entry)),
    ];
    for (name, change) in changes {
        let copy = format!("sqlite:{}", place.0.join(name).display());
        rewrite(&place.mirror(), &copy, |entries, _| change(&mut entries[at]));
        let fault = Mirror::open(&copy).unwrap_err();
        assert!(matches!(fault, Fault::Entry { index, .. } if index == act), "{name}: {fault:?}");
        assert_eq!(
            fault.to_string(),
            format!("entry {act} of the log: its bytes are not those in the log's tree")
        );
    }
    assert_eq!(Mirror::open(&place.mirror()).unwrap().departure(), None);
    // A whole other history in its place, head and all: nothing is said of it with the keys.
    let place_of_lock = place.0.join("keys.signed");
    let other = with_no_act(&mut hall, at);
    let another = Place::new("own-disk-other");
    let mut witness = began(&another, None, &mut |path| other.asked(path)).unwrap();
    witness.follow(&mut |path| other.asked(path), time(1)).unwrap();
    assert!(witness.divergence().unwrap().is_some());
    drop(witness);
    let lock = CheckpointLock::open(&place_of_lock, ORIGIN).unwrap();
    let mirror = Mirror::open(&another.mirror()).unwrap();
    let refused = Witness::over(mirror, keys(), lock, None).unwrap_err();
    assert!(matches!(refused, Fault::Root { .. }), "{refused:?}");
}

#[test]
fn what_was_cosigned_is_remembered_beside_a_mirror_that_was_restored() {
    let place = Place::new("restored-mirror");
    let mut hall = Hall::open("memory:");
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    drop(witness);
    let mut longer = Raw::of(&mut hall);
    longer.push(b"one".to_vec());
    longer.push(b"two".to_vec());
    // It was cosigned, and the process ended before it was kept in the mirror.
    let path = place.0.join("keys.signed");
    let mut lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    let (next, signed) = (longer.head(), lock.signed().root);
    let next = Head { size: next.size, root: next.root.0 };
    lock.advance(&next, |_size| Ok::<_, servanda_store::Fault>(signed)).unwrap();
    let mut witness = began(&place, None, &mut |path| longer.asked(path)).unwrap();
    let mut other = longer.clone();
    other.size -= 1;
    let followed = witness.follow(&mut |path| other.asked(path), time(2)).unwrap();
    assert_eq!(followed, Followed::Behind, "the log itself was set back");
    other.size += 1;
    *other.entries.last_mut().unwrap() = b"another".to_vec();
    let followed = witness.follow(&mut |path| other.asked(path), time(2));
    assert!(
        matches!(followed, Err(Fault::Store(_) | Fault::Root { .. })),
        "another history of that size: {followed:?}"
    );
}

#[test]
fn the_head_that_was_cosigned_is_cosigned_again_after_a_crash() {
    let place = Place::new("crashed");
    let mut hall = Hall::open("memory:");
    let mut longer = Raw::of(&mut hall);
    let mut witness = began(&place, None, &mut |path| longer.asked(path)).unwrap();
    witness.follow(&mut |path| longer.asked(path), time(1)).unwrap();
    drop(witness);
    longer.push(b"one".to_vec());
    let path = place.0.join("keys.signed");
    let mut lock = CheckpointLock::open(&path, ORIGIN).unwrap();
    let (next, signed) = (longer.head(), lock.signed().root);
    let next = Head { size: next.size, root: next.root.0 };
    lock.advance(&next, |_size| Ok::<_, servanda_store::Fault>(signed)).unwrap();
    let mut witness = began(&place, None, &mut |path| longer.asked(path)).unwrap();
    assert_eq!(
        witness.follow(&mut |path| longer.asked(path), time(2)).unwrap(),
        Followed::Mirrored
    );
    let cosigned = witness.checkpoint().unwrap().unwrap();
    assert!(cosigned.starts_with(longer.note().text()), "{cosigned}");
}
