//! One act appended to a log, beside the same bytes written to a plain file and flushed.

use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use anyhow::{Result, ensure};
use servanda_store::{Appended, Batch, Entry, Hash, Head, Identity, Store, found};
use servanda_testkit::Cluster;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a signed act takes, in bytes.
const BYTES: usize = 600;
/// How many acts are appended at once where many wait.
const MANY: u64 = 64;

/// Appends to each store that is kept on a disk.
pub(crate) fn append(effort: Effort) -> Result<Measured> {
    let directory = Directory::new()?;
    let identity = Identity { origin: "example.org/bench".to_owned(), format: 1, language: 1 };
    let mut figures = Vec::new();
    let mut notes = Vec::new();
    let address = format!("sqlite:{}", directory.0.join("log.db").display());
    let store = found(&address, &identity)?;
    figures.push(measure("append-sqlite", store, &directory.0, effort, &mut notes)?);
    match Cluster::start(&[])? {
        Some(cluster) => {
            let store = found(&cluster.address(), &identity)?;
            figures.push(measure("append-postgres", store, &directory.0, effort, &mut notes)?);
        }
        None => notes.push("there is no PostgreSQL".to_owned()),
    }
    Ok(Measured::Figures(figures, notes))
}

fn measure(
    name: &'static str,
    mut store: Box<dyn Store>,
    directory: &Path,
    effort: Effort,
    notes: &mut Vec<String>,
) -> Result<Figure> {
    let mut log = Log { size: 0, faults: Vec::new() };
    let mut plain = File::create(directory.join("plain"))?;
    let bytes = vec![b'x'; BYTES];
    let mut flushed = || {
        let mut write = || {
            plain.write_all(&bytes)?;
            plain.sync_data()
        };
        let mut done = Ok(());
        let taken = time(|| done = write());
        // A disk that fails gives no time to compare with.
        if done.is_ok() { taken } else { Duration::ZERO }
    };
    // The files have grown to their usual size, and the statements are known.
    for _ in 0..effort.rounds(500) {
        log.append(&mut *store, 1);
    }
    let rounds = effort.rounds(2_001);
    let (ours, raw) = Runs::in_turn(rounds, || log.append(&mut *store, 1), &mut flushed);
    let (many, _) =
        Runs::in_turn(effort.rounds(101), || log.append(&mut *store, MANY), &mut flushed);
    ensure!(log.faults.is_empty(), "{name}: {}", log.faults.join("; "));
    notes.push(ours.spread(name));
    notes.push(raw.spread("write and flush"));
    let (slow, flush) = (ours.share(99) * 1_000.0, raw.share(99) * 1_000.0);
    notes.push(format!("of 100, 99 came within {slow:.3} ms, and of flushes within {flush:.3} ms"));
    let rate = float(usize::try_from(MANY)?) / many.median();
    notes.push(format!("{MANY} at once: {rate:.0} acts a second"));
    Ok(Figure {
        name,
        value: ours.median() * 1e6,
        unit: "us",
        ratio: raw.median() / ours.median(),
        against: "write-and-fdatasync",
    })
}

/// How long the log is, and what went amiss.
struct Log {
    size: u64,
    faults: Vec<String>,
}

impl Log {
    /// Appends so many acts at once.
    fn append(&mut self, store: &mut dyn Store, count: u64) -> Duration {
        let end = self.size.saturating_add(count);
        let entries: Vec<Entry> = (self.size..end).map(entry).collect();
        let after = Head { size: end, root: scattered(end) };
        let batch = Batch { entries: &entries, tiles: &[], after };
        let mut answer = Ok(Appended::Done);
        let taken = time(|| answer = store.append(self.size, &batch));
        match answer {
            Ok(Appended::Done) => self.size = end,
            Ok(other) => self.faults.push(format!("{other:?}")),
            Err(fault) => self.faults.push(fault.to_string()),
        }
        taken
    }
}

fn entry(number: u64) -> Entry {
    Entry { id: scattered(number), hash: scattered(!number), bytes: vec![b'x'; BYTES] }
}

/// Spreads numbers as hashes are spread (the mixing of `splitmix64`).
fn scattered(number: u64) -> Hash {
    let mut hash = [0; 32];
    let mut state = number;
    for part in hash.chunks_exact_mut(8) {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        part.copy_from_slice(&(mixed ^ (mixed >> 31)).to_be_bytes());
    }
    hash
}

/// A directory that is gone at the end.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("servanda-append-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // What stays behind lies in the temporary place.
        drop(std::fs::remove_dir_all(&self.0));
    }
}
