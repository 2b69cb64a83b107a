//! A full tile that is not the one over the log's entries, under a sum that fits: nothing is proven
//! from it, and what is proven beside it holds.

use crate::copies::Place;
use crate::hall::{ORIGIN, at, files, pair};
use servanda_depositary::{Depositary, Fault, Founding, examine, seal};
use servanda_journal::RecordFile;
use servanda_seal::{Content, Digest, Seen};
use servanda_store::{Batch, Entry, Head, Tile as KeptTile, found, open};
use servanda_tlog::{Bundle, Edge, Policy, Tile, leaf_hash, tile_bytes};
use std::ops::ControlFlow;

/// Founds a log with a full tile and a part of the next.
fn founded(address: &str) -> Depositary {
    let entry = |n: u16| format!("2020-01-02 statement by ARM\n  what \"{n}\"\n\n");
    let text: String = (0..290).map(entry).collect();
    let journal = format!("journal league\n  recorded on the day done\n\n{text}");
    let more = RecordFile { path: "more.journal".to_owned(), bytes: journal.into_bytes() };
    let files: Vec<RecordFile> = files().into_iter().chain([more]).collect();
    let founding = Founding {
        origin: ORIGIN,
        organisation: "league",
        authority: &[pair("league.example/authority", 1)],
        threshold: 1,
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    let mut office = Depositary::create(address, &founding, &files).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    office
}

/// Copies a log with its checkpoint, where some of it is changed on the way, with the sums that the
/// store gives it.
pub(crate) fn rewrite(
    address: &str,
    copy: &str,
    change: impl FnOnce(&mut Vec<Entry>, &mut Vec<KeptTile>),
) {
    let mut store = open(address).unwrap();
    let size = store.head().unwrap().size;
    let mut entries: Vec<Entry> = Vec::new();
    let mut keep = |_index, entry| {
        entries.push(entry);
        ControlFlow::Continue(())
    };
    store.entries(0..size, &mut keep).unwrap();
    let (mut edge, mut filled) = (Edge::new(), Vec::new());
    entries.iter().for_each(|entry| edge.append(servanda_tlog::Hash(entry.hash), &mut filled));
    let tile = |full: &servanda_tlog::FullTile| {
        let (level, index) = (full.tile.level(), full.tile.index());
        KeptTile { level, index, bytes: tile_bytes(&full.hashes) }
    };
    let mut tiles: Vec<KeptTile> = filled.iter().map(tile).collect();
    change(&mut entries, &mut tiles);
    let after = Head { size: edge.size(), root: edge.head().root.0 };
    let mut again = found(copy, &store.identity().unwrap()).unwrap();
    again.append(0, &Batch { entries: &entries, tiles: &tiles, after }).unwrap();
    if let Some(kept) = store.checkpoint().unwrap() {
        again.keep_checkpoint(&kept).unwrap();
    }
}

/// Opens a copy of a log whose one full tile is written by `bytes`.
fn copied(address: &str, copy: &str, bytes: impl Fn(Vec<u8>) -> Vec<u8>) -> Depositary {
    rewrite(address, copy, |_, tiles| {
        assert_eq!(tiles.len(), 1);
        tiles.iter_mut().for_each(|tile| tile.bytes = bytes(std::mem::take(&mut tile.bytes)));
    });
    let mut office = Depositary::open(copy).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    office
}

/// Verifies the receipt of an entry as a stranger would.
fn proven(office: &mut Depositary, index: u64) -> Result<(), Fault> {
    let receipt = office.receipt(index)?.unwrap();
    let policy = Policy::new(ORIGIN, vec![pair(ORIGIN, 2).key.verifier()], vec![], 0).unwrap();
    let bytes = office.entry(index)?.unwrap();
    receipt.verify(leaf_hash(&bytes), &policy).unwrap();
    Ok(())
}

fn act_that_saw(seen: Seen) -> Vec<u8> {
    let text = "2026-11-22 notice of withdrawal from pact by ARM\n".to_owned();
    let content = Content::Act { text, seen };
    seal(ORIGIN, &content, &[&pair(ORIGIN, 2).key]).unwrap().print().into_bytes()
}

#[test]
fn nothing_is_proven_from_a_tile_of_other_entries() {
    let place = Place::new("tiles");
    let (address, now) = (place.address("whole.db"), at("2026-11-22T09:00:00Z"));
    let last = founded(&address).size() - 1;
    // The root at 100 entries, as a signer saw it then.
    let mut store = open(&address).unwrap();
    let mut edge = Edge::new();
    for hash in store.hashes(0..100).unwrap() {
        edge.append(servanda_tlog::Hash(hash), &mut Vec::new());
    }
    let seen = Seen { size: 100, root: Digest(edge.head().root.0) };
    drop(store);

    let mut office = copied(&address, &place.address("zeroed.db"), |bytes| vec![0; bytes.len()]);
    let named = |refused: Result<(), Fault>| {
        let is_named = matches!(&refused, Err(Fault::OtherTile { level: 0, index: 0 }));
        assert!(is_named, "{refused:?}");
    };
    named(proven(&mut office, 3));
    named(office.add_checkpoint(100).map(drop));
    named(office.tile(Tile::new(0, 0, 256).unwrap()).map(drop));
    named(office.tile(Tile::new(0, 0, 7).unwrap()).map(drop));
    // An honest act is not refused for what the tile says.
    named(office.receive(&[act_that_saw(seen)], now).map(drop));
    let fault = office.receipt(3).unwrap_err();
    assert_eq!(fault.to_string(), "tile 0 of level 0 is not the one over the log's entries");
    assert!(fault.hint().contains("rebuild from a witness"), "{}", fault.hint());
    // What the tile does not touch is proven, and the next act is taken.
    proven(&mut office, last).unwrap();
    assert!(office.tile(Tile::new(1, 0, 1).unwrap()).unwrap().is_some());
    let head = office.head();
    let seen_now = Seen { size: head.size, root: Digest(head.root.0) };
    office.receive(&[act_that_saw(seen_now)], now).unwrap().remove(0).unwrap();
    let said = examine(&place.address("zeroed.db")).unwrap().first_fault.unwrap();
    assert_eq!((said.entry, said.refused.code), (None, "L-DAMAGED"));

    let mut twin = copied(&address, &place.address("twin.db"), |bytes| bytes);
    proven(&mut twin, 3).unwrap();
    assert!(twin.add_checkpoint(100).unwrap().is_some());
    assert!(twin.tile(Tile::new(0, 0, 256).unwrap()).unwrap().is_some());
    assert_eq!(twin.tile(Tile::new(0, 1, 256).unwrap()).unwrap(), None);
    twin.receive(&[act_that_saw(seen)], now).unwrap().remove(0).unwrap();
    assert!(examine(&place.address("twin.db")).unwrap().conforms);
}

/// A hand at the database changes an entry under its hash, with the sum that fits: the bundle is not
/// shown, and the one beside it is.
#[test]
fn an_entry_of_other_bytes_is_not_shown() {
    let place = Place::new("bundles");
    let (address, copy) = (place.address("whole.db"), place.path("other.db"));
    let mut office = founded(&address);
    let last = u16::try_from(office.size() - 256).unwrap();
    let bundles = [Bundle::new(0, 256).unwrap(), Bundle::new(1, last).unwrap()];
    let whole = bundles.map(|bundle| office.bundle(bundle).unwrap());
    assert!(whole.iter().all(Option::is_some));
    rewrite(&address, &place.address("other.db"), |entries, _| entries[3].bytes[40] ^= 1);
    let base = rusqlite::Connection::open(place.path("whole.db")).unwrap();
    base.execute("attach ?1 as other", [copy.display().to_string()]).unwrap();
    let row = "select * from other.entry where position = 3";
    base.execute(&format!("replace into main.entry {row}"), []).unwrap();
    assert!(office.entry(3).is_ok(), "the sum fits");
    let fault = office.bundle(bundles[0]).unwrap_err();
    let text = fault.to_string();
    assert_eq!(text, "entry 3 of the log: its bytes are not those in the log's tree");
    assert_eq!(office.bundle(bundles[1]).unwrap(), whole[1]);
    assert_eq!(office.bundle(Bundle::new(1, last + 1).unwrap()).unwrap(), None);
}
