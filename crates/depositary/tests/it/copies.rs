//! Copies of a log, each with one place changed, and what `examine` says of them.

use servanda_depositary::examine;
use servanda_note::Note;
use servanda_seal::Digest;
use servanda_store::{Batch, Entry, Head, Identity, Tile, found, open};
use servanda_tlog::{Edge, Receipt, leaf_hash, tile_bytes};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Where all copies are to be left, with what was found.
const KEEP: &str = "SERVANDA_VERIFIER";
/// How many copies there are to one that is looked at where they are not left.
const SHARE: usize = 23;

/// A directory that is taken away in the end, where it was not asked for.
pub(crate) struct Place {
    path: PathBuf,
    is_kept: bool,
}

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let kept = std::env::var_os(KEEP).map(PathBuf::from);
        let is_kept = kept.is_some();
        let name = format!("servanda-{name}-{}", std::process::id());
        let path = kept.unwrap_or_else(|| std::env::temp_dir().join(name));
        fs::create_dir_all(&path).unwrap();
        Self { path, is_kept }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept
    }

    pub(crate) fn save(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn address(&self, name: &str) -> String {
        format!("sqlite:{}", self.path(name).display())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.is_kept {
            drop(fs::remove_dir_all(&self.path));
        }
    }
}

/// What of a log differs: nothing, an entry, or the log as a whole.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Entry(u64),
    Whole,
}

pub(crate) struct Copies {
    place: Place,
    source: String,
    identity: Identity,
    entries: Vec<Vec<u8>>,
    count: usize,
    cases: String,
}

impl Copies {
    pub(crate) fn of(place: Place, address: &str) -> Self {
        let mut store = open(address).unwrap();
        let size = store.head().unwrap().size;
        let entries = store.page(0..size).unwrap().into_iter().map(|entry| entry.bytes).collect();
        let (identity, source) = (store.identity().unwrap(), address.to_owned());
        Self { place, source, identity, entries, count: 0, cases: String::new() }
    }

    /// Notes a log that is as it should be.
    pub(crate) fn holds(&mut self, log: &str) {
        self.note(log, &Found::Nothing, "nothing was changed");
    }

    fn note(&mut self, log: &str, found: &Found, what: &str) {
        let (holds, entry) = match found {
            Found::Nothing => (true, "null".to_owned()),
            Found::Entry(entry) => (false, entry.to_string()),
            Found::Whole => (false, "null".to_owned()),
        };
        let line =
            format!("{{\"log\":{log:?},\"holds\":{holds},\"entry\":{entry},\"what\":{what:?}}}");
        writeln!(self.cases, "{line}").unwrap();
    }

    /// Whether the next copy is one of those that are looked at.
    fn is_due(&mut self) -> bool {
        self.count += 1;
        self.place.is_kept || self.count.is_multiple_of(SHARE)
    }

    /// Founds a log of entries as somebody would who has everything but the keys.
    fn forge(&mut self, entries: &[Vec<u8>], what: &str) -> Option<Found> {
        if !self.is_due() {
            return None;
        }
        let name = format!("{}.db", self.count);
        let address = self.place.address(&name);
        let mut store = found(&address, &self.identity).unwrap();
        let (mut edge, mut filled) = (Edge::new(), Vec::new());
        let kept: Vec<Entry> = entries.iter().map(|bytes| kept(bytes)).collect();
        kept.iter().for_each(|entry| edge.append(servanda_tlog::Hash(entry.hash), &mut filled));
        let tile = |full: &servanda_tlog::FullTile| Tile {
            level: full.tile.level(),
            index: full.tile.index(),
            bytes: tile_bytes(&full.hashes),
        };
        let tiles: Vec<Tile> = filled.iter().map(tile).collect();
        let after = Head { size: edge.size(), root: edge.head().root.0 };
        store.append(0, &Batch { entries: &kept, tiles: &tiles, after }).unwrap();
        drop(store);
        Some(self.look(&name, what))
    }

    fn look(&mut self, name: &str, what: &str) -> Found {
        let first = examine(&self.place.address(name)).unwrap().first_fault;
        let found =
            first.map_or(Found::Nothing, |first| first.entry.map_or(Found::Whole, Found::Entry));
        self.note(name, &found, what);
        found
    }

    /// Changes one byte in each field of each entry.
    pub(crate) fn each_field(&mut self) {
        for (index, entry) in (0..).zip(self.entries.clone()) {
            for at in places(&entry) {
                let mut entries = self.entries.clone();
                entries[index][at] ^= 1;
                let what = format!("byte {at} of entry {index}");
                let found = self.forge(&entries, &what);
                let expected = Found::Entry(u64::try_from(index).unwrap());
                assert!(found.is_none_or(|found| found == expected), "{what}");
            }
        }
    }

    /// Leaves out, swaps and cuts entries after the founding.
    pub(crate) fn order(&mut self) {
        let is_founding = |entry: &Vec<u8>| {
            let text = String::from_utf8_lossy(entry);
            ["enact", "recite", "genesis"]
                .iter()
                .any(|k| text.contains(&format!("\"kind\":\"{k}\"")))
        };
        let start = self.entries.iter().take_while(|entry| is_founding(entry)).count();
        for index in start..self.entries.len() - 1 {
            let mut without = self.entries.clone();
            without.remove(index);
            self.forge(&without, &format!("without entry {index}"));
            let mut swapped = self.entries.clone();
            swapped.swap(index, index + 1);
            self.forge(&swapped, &format!("entries {index} and the next swapped"));
        }
    }

    /// Changes what stands in single columns, as a disk or a hand at the database would.
    pub(crate) fn disk(&mut self, checkpoint: &Note) {
        let source = self.source.trim_start_matches("sqlite:").to_owned();
        let last = self.entries.len() - 1;
        for entry in [0, 1, last / 2, last] {
            for column in ["id", "hash", "bytes"] {
                let change = format!(
                    "update entry set {column} = cast(substr({column}, 1, 9) || \
                     x'2a' || substr({column}, 11) as blob) where position = {entry}"
                );
                let expected = Found::Entry(u64::try_from(entry).unwrap());
                assert_eq!(self.alter(&source, &change), expected, "{change}");
            }
            let change = format!("delete from entry where position = {entry}");
            let expected = Found::Entry(u64::try_from(entry).unwrap());
            // A log that lacks its last entry is short, and no entry is another.
            let expected = if entry == last { None } else { Some(expected) };
            let found = self.alter(&source, &change);
            assert!(expected.is_none_or(|expected| expected == found), "{change}");
        }
        let other = checkpoint.print().replace("example/log\n", "example/lag\n");
        for change in [
            format!("update checkpoint set bytes = cast('{other}' as blob)"),
            "update body set bytes = cast('another' as blob)".to_owned(),
            "update body set salt = zeroblob(32)".to_owned(),
        ] {
            assert_eq!(self.alter(&source, &change), Found::Whole, "{change}");
        }
    }

    fn alter(&mut self, source: &str, change: &str) -> Found {
        self.count += 1;
        let name = format!("{}.db", self.count);
        let path = self.place.path(&name);
        let base = rusqlite::Connection::open(source).unwrap();
        base.execute("vacuum into ?1", [path.display().to_string()]).unwrap();
        let base = rusqlite::Connection::open(&path).unwrap();
        base.execute_batch(change).unwrap();
        drop(base);
        self.look(&name, change)
    }

    /// Changes a byte in the files of a published log; nothing here reads them.
    pub(crate) fn tiles(&mut self, entry: u64) {
        let log = self.place.path("tiles");
        let size = self.entries.len();
        let before: usize =
            self.entries[..usize::try_from(entry).unwrap()].iter().map(|e| e.len() + 2).sum();
        let (bundle, tile) = (format!("tile/entries/000.p/{size}"), format!("tile/0/000.p/{size}"));
        for (path, at, found) in [
            (bundle.as_str(), before + 60, Found::Entry(entry)),
            (bundle.as_str(), before, Found::Entry(entry)),
            (tile.as_str(), 32 * 5, Found::Whole),
            ("checkpoint", 3, Found::Entry(0)),
            ("checkpoint", 30, Found::Whole),
        ] {
            self.count += 1;
            let name = format!("tiles-{}", self.count);
            let copy = self.place.path(&name);
            copied(&log, &copy);
            let mut bytes = fs::read(copy.join(path)).unwrap();
            bytes[at] ^= 1;
            fs::write(copy.join(path), bytes).unwrap();
            self.note(&name, &found, &format!("byte {at} of {path}"));
        }
    }

    /// Writes a receipt, and ones that show nothing.
    pub(crate) fn receipts(&mut self, receipt: &Receipt, act: &[u8], key: &str) {
        let printed = receipt.print().into_bytes();
        let mut copies = vec![(printed.clone(), act.to_vec(), true)];
        for at in (0..printed.len()).step_by(7) {
            let mut damaged = printed.clone();
            damaged[at] ^= 1;
            copies.push((damaged, act.to_vec(), false));
        }
        copies
            .extend(self.entries[1..4].iter().map(|entry| (printed.clone(), entry.clone(), false)));
        for (receipt, act, holds) in copies {
            self.count += 1;
            let (name, act_name) =
                (format!("{}.tlog-proof", self.count), format!("{}.act", self.count));
            fs::write(self.place.path(&name), receipt).unwrap();
            fs::write(self.place.path(&act_name), act).unwrap();
            let line = format!(
                "{{\"receipt\":{name:?},\"act\":{act_name:?},\"key\":{key:?},\"holds\":{holds}}}"
            );
            writeln!(self.cases, "{line}").unwrap();
        }
    }

    /// Writes what was found, for the other verifier.
    pub(crate) fn end(self) {
        let source = Path::new(&self.source).with_extension("cases");
        let name = source.file_name().unwrap();
        fs::write(self.place.path.join(name), self.cases).unwrap();
    }
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn kept(bytes: &[u8]) -> Entry {
    let cut = bytes.windows(2).rposition(|pair| pair == b"\n\n").map_or(0, |at| at + 1);
    Entry { id: Digest::of(&bytes[..cut]).0, hash: leaf_hash(bytes).0, bytes: bytes.to_vec() }
}

/// One byte of each part of an entry: of its lines, of each key and value, of each signature.
fn places(entry: &[u8]) -> Vec<usize> {
    let mut places = vec![0, 15, 16];
    for (at, pair) in entry.windows(2).enumerate() {
        match pair {
            b"\":" | b"\n\n" => places.extend([at - 1, at + 2, at + 3]),
            b"\xe2\x80" => {
                let name = entry[at + 4..].iter().position(|b| *b == b' ').unwrap_or(0);
                places.extend([at, at + 4, at + 4 + name, at + 5 + name, at + 60 + name]);
            }
            [_, b'\n'] => places.extend([at - 2, at, at + 1]),
            _ => {}
        }
    }
    places.retain(|at| *at < entry.len());
    places.sort_unstable();
    places.dedup();
    places
}
