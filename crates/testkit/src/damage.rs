//! Damaged copies of a record: cut, swapped, doubled, in other bytes; each can be made again from
//! its seed. What reads them must not panic, not hang, and lose nothing in silence.

use crate::fault as disk;
use servanda_journal::{Fault, Record, RecordFile, print, read};
use servanda_text::{Reader, Tree, decode, format};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The longest time that one copy may take; a damaged text costs no more than a sound one.
const PATIENCE: Duration = Duration::from_secs(10);

/// The ways in which a file is damaged.
const BLOWS: [(&str, Blow); 16] = [
    ("cut short", |random, bytes| bytes.truncate(random.below(bytes.len()))),
    ("a piece cut out", |random, bytes| drop(bytes.drain(random.range(bytes.len())))),
    ("two bytes swapped", |random, bytes| {
        let (a, b) = (random.below(bytes.len()), random.below(bytes.len()));
        bytes.swap(a, b);
    }),
    ("two lines swapped", |random, bytes| {
        let mut lines: Vec<Vec<u8>> =
            bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
        let (a, b) = (random.below(lines.len()), random.below(lines.len()));
        lines.swap(a, b);
        *bytes = lines.concat();
    }),
    ("a piece doubled", |random, bytes| {
        let range = random.range(bytes.len());
        let piece = bytes.get(range.clone()).unwrap_or(&[]).to_vec();
        bytes.splice(range.start..range.start, piece);
    }),
    ("a byte changed", |random, bytes| {
        let (at, byte) = (random.below(bytes.len()), random.byte());
        bytes.splice(at..at.saturating_add(1), [byte]);
    }),
    ("carriage returns", |_, bytes| {
        *bytes = bytes
            .iter()
            .flat_map(|b| if *b == b'\n' { &b"\r\n"[..] } else { std::slice::from_ref(b) })
            .copied()
            .collect();
    }),
    ("one carriage return", |random, bytes| insert(random, bytes, b"\r")),
    ("a byte order mark", |_, bytes| drop(bytes.splice(0..0, *b"\xEF\xBB\xBF"))),
    ("a tab", |random, bytes| insert(random, bytes, b"\t")),
    ("a NUL", |random, bytes| insert(random, bytes, b"\0")),
    ("no UTF-8", |random, bytes| {
        let byte = 0x80 | random.byte();
        insert(random, bytes, &[byte]);
    }),
    ("an override", |random, bytes| insert(random, bytes, "\u{202E}".as_bytes())),
    ("deep nesting", |random, bytes| {
        let depth = random.below(40);
        let deep: String = (0..depth).map(|n| format!("{}note \"x\"\n", "  ".repeat(n))).collect();
        insert_line(random, bytes, deep.as_bytes());
    }),
    ("a long line", |random, bytes| {
        let length = 65_000_usize.saturating_add(random.below(2_000));
        insert_line(random, bytes, format!("; {}\n", "x".repeat(length)).as_bytes());
    }),
    ("a word misspelt", |random, bytes| {
        let letters: Vec<usize> = (0..bytes.len())
            .filter(|at| bytes.get(*at).is_some_and(u8::is_ascii_lowercase))
            .collect();
        let at = letters.get(random.below(letters.len())).copied().unwrap_or(0);
        bytes.splice(at..at.saturating_add(1), [b'q']);
    }),
];

/// Words that say what counts without them, that another word says too, or that begin a list
/// which may go on below a second one: printed, the lists are one.
const UNSAID: [&str; 18] = [
    "outcome",
    "adopted",
    "regular",
    "prefer",
    "undecided",
    "in",
    "taking-part",
    "recall",
    "vacate",
    ",",
    "source",
    "under",
    "adopts",
    "for",
    "absent",
    "interested",
    "abstain",
    "against",
];

type Blow = fn(&mut Random, &mut Vec<u8>);

/// A small generator of numbers that a seed makes again (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below another, 0 below 0.
    fn below(&mut self, limit: usize) -> usize {
        let number = usize::try_from(self.next() >> 1).unwrap_or(0);
        number.checked_rem(limit).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes().first().copied().unwrap_or(0)
    }

    /// Returns a piece of at most a hundred bytes.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..start.saturating_add(self.below(100)).min(length)
    }
}

fn insert(random: &mut Random, bytes: &mut Vec<u8>, piece: &[u8]) {
    let at = random.below(bytes.len());
    bytes.splice(at..at, piece.iter().copied());
}

fn insert_line(random: &mut Random, bytes: &mut Vec<u8>, line: &[u8]) {
    let ends = (0..bytes.len()).filter(|at| bytes.get(*at) == Some(&b'\n'));
    let ends: Vec<usize> = ends.map(|at| at.saturating_add(1)).collect();
    let at = ends.get(random.below(ends.len())).copied().unwrap_or(0);
    bytes.splice(at..at, line.iter().copied());
}

/// A copy of a record in which one file is damaged.
#[derive(Debug, Clone)]
pub struct Damaged {
    /// The files.
    pub files: Vec<RecordFile>,
    /// The damaged one.
    pub which: usize,
    /// Which that is, and how it was damaged.
    pub how: String,
}

/// Makes the damaged copy of a seed.
pub fn damaged(files: &[RecordFile], seed: u64) -> Damaged {
    let mut random = Random(seed);
    let which = random.below(files.len());
    let mut copy = Damaged { files: files.to_vec(), which, how: format!("seed {seed}") };
    let Some(file) = copy.files.get_mut(which) else { return copy };
    copy.how.push_str(&format!(", `{}`", file.path));
    for _ in 0..=random.below(2) {
        let (name, blow) = BLOWS.get(random.below(BLOWS.len())).copied().unwrap_or(("", |_, _| {}));
        if !file.bytes.is_empty() {
            blow(&mut random, &mut file.bytes);
            copy.how.push_str(&format!(", {name}"));
        }
    }
    copy
}

/// How many damaged copies there are.
pub const DAMAGED_COPIES: u64 = 13_000;

/// Reads so many damaged copies of the reference organisation, on every core, and tells what went
/// amiss.
///
/// # Errors
/// The fault of the disk.
pub fn withstood(root: &Path, count: u64) -> Result<Vec<String>, disk::Fault> {
    let files = reference_files(root)?;
    let next = AtomicU64::new(0);
    let work = || {
        let mut amiss = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= count {
                return amiss;
            }
            amiss.extend(complaint(&damaged(&files, seed)));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let joined = handles.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    }))
}

/// Returns the record's files of the reference organisation.
///
/// # Errors
/// The fault of the disk.
pub fn reference_files(root: &Path) -> Result<Vec<RecordFile>, disk::Fault> {
    let named = crate::read(&root.join("organisations/reference"))?;
    let is_of_record = |path: &PathBuf| {
        let extension = path.extension().is_some_and(|e| e == "charter" || e == "journal");
        extension || path.file_name().is_some_and(|name| name == "naming")
    };
    let mut files = Vec::new();
    for path in crate::under(&root.join(named.trim()))?.into_iter().filter(is_of_record) {
        let bytes = crate::read(&path)?.into_bytes();
        let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        files.push(RecordFile { path: shown, bytes });
    }
    Ok(files)
}

/// Reads one damaged copy and tells what went amiss.
pub fn complaint(copy: &Damaged) -> Option<String> {
    let begun = Instant::now();
    let looked = catch_unwind(AssertUnwindSafe(|| look(copy)));
    let took = begun.elapsed();
    let amiss = match looked {
        Err(_) => Some("it panicked".to_owned()),
        Ok(amiss) => amiss.or_else(|| (took > PATIENCE).then(|| format!("it took {took:?}"))),
    };
    amiss.map(|amiss| format!("{}: {amiss}", copy.how))
}

fn look(copy: &Damaged) -> Option<String> {
    let file = copy.files.get(copy.which)?;
    if let Some(amiss) = loosely_formatted(&file.bytes) {
        return Some(amiss);
    }
    match read(copy.files.clone()) {
        Ok(record) => lost(&record),
        Err(faults) => untold(&faults, &copy.files),
    }
}

/// A file that is refused must say where and why.
fn untold(faults: &[Fault], files: &[RecordFile]) -> Option<String> {
    if faults.is_empty() {
        return Some("it was refused without a fault".to_owned());
    }
    let named = |fault: &&Fault| files.iter().any(|file| file.path == fault.path);
    let nameless = faults.iter().find(|fault| !named(fault) || fault.rendered.is_empty());
    nameless.map(|fault| format!("a fault names no place: {fault:?}"))
}

/// What was read must say, printed, what the text says: no word fewer and none more.
fn lost(record: &Record) -> Option<String> {
    let journals = record.files.iter().filter(|(path, _)| path.ends_with(".journal"));
    let mut counts: BTreeMap<String, i32> = BTreeMap::new();
    for word in journals.flat_map(|(_, text)| words(text)) {
        let count = counts.entry(word).or_default();
        *count = count.saturating_add(1);
    }
    for word in words(&print(record)) {
        let count = counts.entry(word).or_default();
        *count = count.saturating_sub(1);
    }
    counts.retain(|_, count| *count != 0);
    let told: Vec<String> =
        counts.iter().take(20).map(|(word, n)| format!("{n} × {word}")).collect();
    (!told.is_empty())
        .then(|| format!("the text says more or less than what was read: {}", told.join(", ")))
}

/// Returns the words of a journal but for its headers.
fn words(text: &str) -> Vec<String> {
    let (tree, _) = Reader::new(text).whole();
    let mut found = Vec::new();
    let mut in_header = false;
    for line in &tree.lines {
        let tokens = tree.tokens.get(line.first as usize..line.last as usize).unwrap_or(&[]);
        let head = tokens.first().map_or("", |token| token.span.of(text));
        if line.depth == 0 && !tokens.is_empty() {
            in_header = matches!(head, "journal" | "recorded");
        }
        if !in_header {
            // A word may be quoted or not: what it says is the same.
            let said = tokens.iter().flat_map(|token| token.span.of(text).split([' ', '"']));
            let said = said.filter(|word| !word.is_empty() && !UNSAID.contains(word));
            found.extend(said.map(str::to_owned));
        }
    }
    found
}

/// The formatter takes away superfluous space and nothing else, and does so once.
fn loosely_formatted(bytes: &[u8]) -> Option<String> {
    let text = decode(bytes).ok()?;
    let (tree, faults) = Reader::new(text).whole();
    if !faults.is_empty() {
        return None;
    }
    let set_out = format(&tree);
    let dense = |text: &str| text.replace([' ', '\n'], "");
    if dense(&set_out) != dense(text) {
        return Some("the formatter changed more than space".to_owned());
    }
    if pieces(&tree) != pieces(&Reader::new(&set_out).whole().0) {
        return Some("the formatter changed a token".to_owned());
    }
    let again = format(&Reader::new(&set_out).whole().0);
    (again != set_out).then(|| "the formatter changed its own output".to_owned())
}

fn pieces(tree: &Tree<'_>) -> Vec<String> {
    tree.tokens.iter().map(|token| token.span.of(tree.text).to_owned()).collect()
}

/// Makes a journal with one line of so many bytes.
pub fn one_long_line(size_bytes: usize) -> RecordFile {
    let mut bytes = b"journal csto\n2001-01-01 event \"".to_vec();
    bytes.resize(bytes.len().saturating_add(size_bytes), b'x');
    bytes.extend(b"\"\n");
    RecordFile { path: "long.journal".to_owned(), bytes }
}
