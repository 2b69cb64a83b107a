//! A loss of power, at every write of SQLite: the files as a disk may leave them.

use crate::batches::{append_at, cuts, whole};
use crate::bed::{Bed, Directory};
use servanda_store::{Store, open};
use std::path::{Path, PathBuf};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const PAGE: usize = 4_096;
const FRAME: usize = FRAME_HEADER + PAGE;

/// A log and the two files it lies in.
struct Files {
    bed: Bed,
    database: PathBuf,
    wal: PathBuf,
}

impl Files {
    fn new() -> Self {
        let bed = Bed::sqlite_in(Directory::quick());
        let database = PathBuf::from(bed.address().strip_prefix("sqlite:").unwrap());
        let wal = database.with_extension("db-wal");
        Self { bed, database, wal }
    }

    fn read(&self) -> (Vec<u8>, Vec<u8>) {
        (std::fs::read(&self.database).unwrap(), std::fs::read(&self.wal).unwrap())
    }

    /// Appends batches; returns for each the length after it and where the write-ahead file ends.
    fn append(&self, store: &mut dyn Store, mut size: u64, count: usize) -> Vec<(u64, usize)> {
        let mut told = Vec::new();
        for _ in 0..count {
            size = append_at(store, size).unwrap();
            told.push((size, end(&self.read().1)));
        }
        told
    }
}

/// Returns where the frames of the latest run through a write-ahead file end.
fn end(wal: &[u8]) -> usize {
    let salt = wal.get(16..24).unwrap();
    let frames = wal.get(HEADER..).unwrap().chunks_exact(FRAME);
    HEADER + frames.take_while(|frame| frame.get(8..16) == Some(salt)).count() * FRAME
}

/// Opens what a disk was left with, and returns how long the log is, made of whole batches only.
fn survives(directory: &Directory, database: &[u8], wal: &[u8]) -> u64 {
    let path = directory.path("left.db");
    for ending in ["db-wal", "db-shm"] {
        drop(std::fs::remove_file(path.with_extension(ending)));
    }
    std::fs::write(&path, database).unwrap();
    std::fs::write(path.with_extension("db-wal"), wal).unwrap();
    let size = reopened(&path);
    // What was found once is found again: recovery itself changes nothing.
    assert_eq!(reopened(&path), size);
    size
}

fn reopened(path: &Path) -> u64 {
    whole(&mut *open(&format!("sqlite:{}", path.display())).unwrap(), 0)
}

/// Where a write may have been cut: around each frame, in its header and in its middle.
fn places(length: usize) -> impl Iterator<Item = usize> {
    let frames = (0..).map(|frame| HEADER + frame * FRAME).take_while(move |at| *at < length);
    let within = [0, 1, 8, FRAME_HEADER, FRAME_HEADER + 512, FRAME / 2, FRAME - 1];
    let cuts = frames.flat_map(move |at| within.map(move |more| at + more));
    [0, 1, 16, HEADER - 1].into_iter().chain(cuts).filter(move |at| *at < length).chain([length])
}

/// What must be there at least, and what may be at most, when so much of the file was written.
fn bounds(told: &[(u64, usize)], written: usize, before: u64) -> (u64, u64) {
    let least = told.iter().rev().find(|(_, end)| *end <= written).map_or(before, |told| told.0);
    let most = told.iter().find(|(_, end)| *end > written).map_or(least, |told| told.0);
    (least, most)
}

#[test]
fn a_write_ahead_file_cut_anywhere_leaves_whole_batches() {
    let files = Files::new();
    let mut store = files.bed.open();
    let told = files.append(&mut *store, 0, 8);
    let (database, wal) = files.read();
    let directory = Directory::quick();
    for at in places(wal.len()) {
        let (least, most) = bounds(&told, at, 0);
        let mut left = wal.get(..at).unwrap().to_vec();
        let found = survives(&directory, &database, &left);
        assert!(found == least || found == most, "cut at {at}: {found}, not {least} or {most}");
        // The file had its new length already, and the rest of it not its bytes.
        left.resize(wal.len(), 0);
        let found = survives(&directory, &database, &left);
        assert!(found == least || found == most, "zeros from {at}: {found}");
    }
}

#[test]
fn sectors_written_in_any_order_leave_the_last_batch_whole_or_not_there() {
    let files = Files::new();
    let mut store = files.bed.open();
    let told = files.append(&mut *store, 0, 6);
    let (database, wal) = files.read();
    let directory = Directory::quick();
    let [.., (before, begin), (after, end)] = told.as_slice() else { return };
    let mut seed = 7_u64;
    for round in 0..60 {
        let mut left = wal.clone();
        for sector in left.get_mut(*begin..*end).unwrap().chunks_mut(512) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            if (seed >> 40).is_multiple_of(8) {
                sector.fill(0);
            }
        }
        let found = survives(&directory, &database, &left);
        assert!([*before, *after].contains(&found), "round {round}: {found}");
    }
}

#[test]
fn power_lost_while_pages_move_into_the_database_loses_nothing() {
    let files = Files::new();
    let mut store = files.bed.open();
    let told = files.append(&mut *store, 0, 8);
    let (old, wal) = files.read();
    let beside = rusqlite::Connection::open(&files.database).unwrap();
    beside.query_row("pragma wal_checkpoint(full)", [], |_| Ok(())).unwrap();
    let (new, _) = files.read();
    assert!(new.len() > old.len());
    let directory = Directory::quick();
    let mut seed = 11_u64;
    for _ in 0..40 {
        let mut left = new.clone();
        let length = left.len();
        for (page, old) in left
            .chunks_mut(512)
            .zip(old.chunks(512).chain(std::iter::repeat([0_u8; 512].as_slice())))
        {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            if (seed >> 40).is_multiple_of(2) {
                page.copy_from_slice(old);
            }
        }
        left.truncate(length - usize::try_from((seed >> 33) % 3).unwrap() * PAGE);
        let found = survives(&directory, &left, &wal);
        assert_eq!(found, told.last().unwrap().0);
    }
}

#[test]
fn a_write_ahead_file_that_begins_anew_over_the_old_one_loses_nothing() {
    let files = Files::new();
    let mut store = files.bed.open();
    let first = files.append(&mut *store, 0, 8);
    let (_, old) = files.read();
    let beside = rusqlite::Connection::open(&files.database).unwrap();
    beside.query_row("pragma wal_checkpoint(full)", [], |_| Ok(())).unwrap();
    let before = first.last().unwrap().0;
    let told = files.append(&mut *store, before, 4);
    let (database, wal) = files.read();
    let directory = Directory::quick();
    for at in places(end(&wal)) {
        let mut left = wal.get(..at).unwrap().to_vec();
        left.extend_from_slice(old.get(at..).unwrap_or_default());
        let (least, most) = bounds(&told, at, before);
        let found = survives(&directory, &database, &left);
        assert!(found == least || found == most, "cut at {at}: {found}, not {least} or {most}");
    }
    assert_eq!(cuts(before).last(), Some(before));
}
