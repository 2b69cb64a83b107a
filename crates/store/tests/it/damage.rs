//! Bits that changed on a disk: what was read is what was written, or a fault names the row.

use crate::bed::{Bed, Directory, append, entries, entry, hash, tile, told};
use servanda_store::{
    Appended, Body, Checkpoint, Entry, Fault, Hash, Head, Identity, Snapshot, Store, open,
};
use std::ops::ControlFlow;

const BODY: u64 = 77;

fn body() -> Body {
    Body { salt: vec![3; 32], bytes: vec![4; 5_000] }
}

/// Keeps something in every table.
fn furnish(store: &mut dyn Store) {
    let batch = entries(0..20);
    assert_eq!(append(store, 0, &batch, &[tile(0, 0), tile(1, 0)]), Appended::Done);
    store.keep_checkpoint(&Checkpoint { size: 12, bytes: vec![5; 300] }).unwrap();
    store.keep_snapshot(&Snapshot { size: 11, bytes: vec![6; 3_000] }).unwrap();
    store.keep_body(&hash(BODY), &body()).unwrap();
}

type Reading = fn(&mut dyn Store) -> Option<Fault>;

/// A column, one row of it, what to read, and the row that is named.
const COLUMNS: [(&str, &str, &str, Reading, &str); 26] = [
    ("identity", "origin", "one = 1", |s| s.identity().err(), "the identity"),
    ("identity", "format", "one = 1", |s| s.identity().err(), "the identity"),
    ("identity", "language", "one = 1", |s| s.identity().err(), "the identity"),
    ("identity", "sum", "one = 1", |s| s.identity().err(), "the identity"),
    ("head", "size", "one = 1", |s| s.head().err(), "the head"),
    ("head", "root", "one = 1", |s| s.head().err(), "the head"),
    ("head", "sum", "one = 1", |s| s.head().err(), "the head"),
    ("entry", "id", "position = 7", |s| s.entry(7).err(), "entry 7"),
    ("entry", "hash", "position = 7", |s| s.entry(7).err(), "entry 7"),
    ("entry", "hash", "position = 7", |s| s.hashes(0..20).err(), "entry 7"),
    ("entry", "bytes_sum", "position = 7", |s| s.entry(7).err(), "entry 7"),
    ("entry", "sum", "position = 7", |s| s.entry(7).err(), "entry 7"),
    ("entry", "bytes", "position = 7", |s| s.entry(7).err(), "entry 7"),
    ("entry", "bytes", "position = 7", |s| read_on(s).err(), "entry 7"),
    ("tile", "sum", "level = 0", |s| s.tile(0, 0).err(), "tile 0 of level 0"),
    ("tile", "bytes", "level = 0", |s| s.tile(0, 0).err(), "tile 0 of level 0"),
    ("tile", "bytes", "level = 1", |s| s.examine().err(), "tile 0 of level 1"),
    ("checkpoint", "size", "one = 1", |s| s.checkpoint().err(), "the checkpoint"),
    ("checkpoint", "sum", "one = 1", |s| s.checkpoint().err(), "the checkpoint"),
    ("checkpoint", "bytes", "one = 1", |s| s.checkpoint().err(), "the checkpoint"),
    ("snapshot", "size", "one = 1", |s| s.snapshot().err(), "the snapshot"),
    ("snapshot", "sum", "one = 1", |s| s.snapshot().err(), "the snapshot"),
    ("snapshot", "bytes", "one = 1", |s| s.snapshot().err(), "the snapshot"),
    ("body", "sum", "sum > 0", |s| s.body(&hash(BODY)).err(), "the body 000000000000004d"),
    ("body", "salt", "sum > 0", |s| s.body(&hash(BODY)).err(), "the body 000000000000004d"),
    ("body", "bytes", "sum > 0", |s| s.body(&hash(BODY)).err(), "the body 000000000000004d"),
];

fn read_on(store: &mut dyn Store) -> Result<(), Fault> {
    store.entries(0..20, &mut |_, _| ControlFlow::Continue(()))
}

#[test]
fn a_bit_that_changed_in_any_column_is_named_when_it_is_read() {
    for bed in Bed::durable() {
        let mut store = bed.open();
        furnish(&mut *store);
        store.examine().unwrap();
        for (table, column, which, read, expected) in COLUMNS {
            bed.flip(table, column, which);
            let what = format!("{table}.{column} of {}", bed.address());
            let fault = read(&mut *store).unwrap_or_else(|| panic!("{what} was read"));
            let text = fault.to_string();
            assert!(text.starts_with(expected), "{what}: {text}");
            assert!(text.contains("is not what was written"), "{what}: {text}");
            assert!(store.examine().is_err(), "{what} was not found");
            bed.flip(table, column, which);
            assert!(read(&mut *store).is_none(), "{what} was not mended");
        }
        store.examine().unwrap();
    }
}

#[test]
fn a_key_that_changed_is_found_by_what_it_leaves_behind() {
    for bed in Bed::durable() {
        let mut store = bed.open();
        furnish(&mut *store);
        bed.flip("entry", "position", "position = 9");
        assert!(told(store.entry(9)).starts_with("entry 9 "));
        assert!(told(store.hashes(0..20)).starts_with("entry 9 "));
        assert!(told(read_on(&mut *store)).starts_with("entry 9 "));
        assert!(told(store.find(&hash(9))).starts_with("the entry with id 0000000000000009a5"));
        assert!(told(store.examine()).starts_with("entry 9 "));
    }
    // A store cannot know which tiles and bodies there were; it finds those that moved.
    for (table, which, expected) in
        [("tile", "level = 0", "tile 0 of level 16 "), ("body", "sum > 0", "the body 1000")]
    {
        for bed in Bed::durable() {
            let mut store = bed.open();
            furnish(&mut *store);
            bed.flip(table, if table == "tile" { "level" } else { "commitment" }, which);
            let found = told(store.examine());
            assert!(found.starts_with(expected), "{found}");
        }
    }
}

#[test]
fn a_damaged_checkpoint_snapshot_or_body_can_be_kept_anew() {
    for bed in Bed::durable() {
        let mut store = bed.open();
        furnish(&mut *store);
        bed.flip("checkpoint", "size", "one = 1");
        bed.flip("snapshot", "size", "one = 1");
        bed.flip("body", "bytes", "sum > 0");
        assert!(store.examine().is_err());
        let checkpoint = Checkpoint { size: 12, bytes: vec![9; 300] };
        store.keep_checkpoint(&checkpoint).unwrap();
        assert_eq!(store.checkpoint().unwrap(), Some(checkpoint));
        store.keep_snapshot(&Snapshot { size: 1, bytes: vec![] }).unwrap();
        store.keep_body(&hash(BODY), &body()).unwrap();
        store.examine().unwrap();
    }
}

/// Everything a store answers.
#[derive(Debug, PartialEq)]
struct Answers {
    identity: Identity,
    head: Head,
    entries: Vec<Entry>,
    hashes: Vec<Hash>,
    found: Vec<Option<u64>>,
    tile: Option<Vec<u8>>,
    checkpoint: Option<Checkpoint>,
    snapshot: Option<Snapshot>,
    body: Option<Body>,
}

fn ask(store: &mut dyn Store) -> Result<Answers, Fault> {
    let mut entries = Vec::new();
    store.entries(0..u64::MAX, &mut |_, entry| {
        entries.push(entry);
        ControlFlow::Continue(())
    })?;
    Ok(Answers {
        identity: store.identity()?,
        head: store.head()?,
        entries,
        hashes: store.hashes(0..u64::MAX)?,
        found: (0..20).map(|number| store.find(&hash(number))).collect::<Result<_, _>>()?,
        tile: store.tile(1, 0)?,
        checkpoint: store.checkpoint()?,
        snapshot: store.snapshot()?,
        body: store.body(&hash(BODY))?,
    })
}

/// How far apart the flipped bits lie, so that the usual run is short.
fn stride() -> usize {
    if std::env::var_os("SERVANDA_DAMAGE").is_some() { 11 } else { 1_009 }
}

#[test]
fn a_bit_that_changed_anywhere_in_a_file_gives_no_other_answer() {
    let bed = Bed::sqlite();
    let expected = {
        let mut store = bed.open();
        furnish(&mut *store);
        store
            .append(
                20,
                &servanda_store::Batch {
                    entries: &[entry(20, 30_000)],
                    tiles: &[],
                    after: crate::bed::head(21),
                },
            )
            .unwrap();
        ask(&mut *store).unwrap()
    };
    let whole = std::fs::read(bed.address().strip_prefix("sqlite:").unwrap()).unwrap();
    let directory = Directory::quick();
    let path = directory.path("flipped.db");
    let address = format!("sqlite:{}", path.display());
    let (mut same, mut refused, mut lacking) = (0, 0, 0);
    for bit in (0..whole.len() * 8).step_by(stride()) {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&path, &bytes).unwrap();
        let answer = open(&address).and_then(|mut store| {
            let answers = ask(&mut *store)?;
            Ok((answers, store.examine().is_err()))
        });
        drop(std::fs::remove_file(directory.path("flipped.db-wal")));
        drop(std::fs::remove_file(directory.path("flipped.db-shm")));
        match answer {
            Err(_) => refused += 1,
            Ok((answers, _)) if answers == expected => same += 1,
            Ok((answers, is_noticed)) => {
                // What an index no longer leads to looks as if it had never been.
                assert!(is_noticed, "bit {bit} was not noticed");
                let Answers { found, tile, body, .. } = answers;
                let found = (0..).zip(&found).all(|(at, one)| one.is_none_or(|one| one == at));
                assert!(found, "bit {bit}");
                assert!(tile.is_none_or(|tile| Some(tile) == expected.tile), "bit {bit}");
                assert!(body.is_none_or(|body| Some(body) == expected.body), "bit {bit}");
                assert_eq!(answers.entries, expected.entries, "bit {bit}");
                assert_eq!(answers.head, expected.head, "bit {bit}");
                lacking += 1;
            }
        }
    }
    eprintln!("{refused} refused, {lacking} lacking a row and noticed, {same} read the same");
    assert!(refused > same, "{refused} refused, {same} the same");
}
