//! A snapshot of a log: the texts of its record as after an entry, signed by the depositary, so
//! that the log is opened without taking every entry through the ledger again.
//!
//! `docs/formats/store.md` specifies its bytes.

use crate::ledger::Ledger;
use servanda_journal::RecordFile;
use servanda_note::{Note, SignerKey};
use servanda_seal::Digest;
use servanda_tlog::{Hash, TreeHead};

const TITLE: &str = "servanda snapshot 1";
/// Stands between the note and the parts; no note holds it.
const GAP: u8 = 0;
/// The words of the parts.
const APART: &str = "apart";
const FOUNDED: &str = "founded";
const RECEIVED: &str = "received";

/// A snapshot whose parts are those that its note names. Whose note it is, is another question.
#[derive(Debug, Clone)]
pub(crate) struct Snapshot {
    /// The log.
    pub(crate) origin: String,
    /// How many entries it covers, and their root.
    pub(crate) head: TreeHead,
    /// The entries that are no text: keys, documents, the latest time of receipt.
    pub(crate) apart: Vec<u64>,
    /// The files of the record.
    pub(crate) files: Vec<RecordFile>,
    /// Whether the last of them is the one for what was received.
    pub(crate) has_received: bool,
    /// What was signed.
    pub(crate) note: Note,
}

/// Parses the bytes of a snapshot and prints them again; none where a part is not the one that its
/// note names. Nothing is verified.
pub fn snapshot_again(bytes: &[u8]) -> Option<Vec<u8>> {
    let Snapshot { apart, files, note, .. } = Snapshot::parse(bytes)?;
    let mut printed = note.print().into_bytes();
    printed.push(GAP);
    printed.extend_from_slice(print_apart(&apart).as_bytes());
    files.iter().for_each(|file| printed.extend_from_slice(&file.bytes));
    Some(printed)
}

/// Prints the snapshot of a ledger at a head, signed; none where it has no record yet, or one that
/// no note can name.
pub(crate) fn print(ledger: &Ledger, head: &TreeHead, key: &SignerKey) -> Option<Vec<u8>> {
    ledger.record()?;
    let apart = print_apart(&ledger.apart());
    let mut parts: Vec<(String, &[u8])> = vec![(APART.to_owned(), apart.as_bytes())];
    for (path, text, is_received) in ledger.texts() {
        let word = if is_received { RECEIVED } else { FOUNDED };
        parts.push((format!("{word} {path}"), text.as_bytes()));
    }
    let (origin, size, root) = (ledger.origin(), head.size, Digest(head.root.0));
    let mut text = format!("{TITLE}\n{origin}\n{size}\n{root}\n");
    for (name, bytes) in &parts {
        text.push_str(&format!("{} {} {name}\n", Digest::of(bytes), bytes.len()));
    }
    let line = key.sign(&text);
    let mut printed = Note::new(text, vec![line]).ok()?.print().into_bytes();
    printed.push(GAP);
    parts.iter().for_each(|(_, bytes)| printed.extend_from_slice(bytes));
    Some(printed)
}

fn print_apart(entries: &[u64]) -> String {
    entries.iter().map(|entry| format!("{entry}\n")).collect()
}

impl Snapshot {
    /// Parses a snapshot; none where a part is not the one that the note names.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let gap = bytes.iter().position(|byte| *byte == GAP)?;
        let note = Note::parse(bytes.get(..gap)?).ok()?;
        let mut lines = note.text().lines();
        if lines.next()? != TITLE {
            return None;
        }
        let origin = lines.next()?.to_owned();
        let size = lines.next()?.parse().ok()?;
        let root = Hash(Digest::parse(lines.next()?)?.0);
        let mut rest = bytes.get(gap.checked_add(1)?..)?;
        let apart = apart(part(lines.next()?, &mut rest)?)?;
        let (mut files, mut has_received) = (Vec::new(), false);
        for line in lines {
            let (name, bytes) = part(line, &mut rest)?;
            let (word, path) = name.split_once(' ')?;
            if has_received || !matches!(word, FOUNDED | RECEIVED) {
                return None;
            }
            has_received = word == RECEIVED;
            files.push(RecordFile { path: path.to_owned(), bytes: bytes.to_vec() });
        }
        let head = TreeHead { size, root };
        let snapshot = Self { origin, head, apart, files, has_received, note: note.clone() };
        rest.is_empty().then_some(snapshot)
    }

    /// Tells whether a ledger holds what the snapshot says.
    pub(crate) fn is_of(&self, ledger: &Ledger) -> bool {
        let texts = ledger.texts();
        let is_text = |(file, (path, text, is_received)): (&RecordFile, &(&str, &str, bool))| {
            let is_last = self.files.last().is_some_and(|last| last.path == file.path);
            file.path == *path
                && file.bytes == text.as_bytes()
                && (self.has_received && is_last) == *is_received
        };
        self.origin == ledger.origin()
            && self.apart == ledger.apart()
            && self.files.len() == texts.len()
            && self.files.iter().zip(&texts).all(is_text)
    }
}

/// Takes the part that a line names off the bytes, and returns its name with it.
fn part<'l, 'b>(line: &'l str, rest: &mut &'b [u8]) -> Option<(&'l str, &'b [u8])> {
    let (digest, line) = line.split_once(' ')?;
    let (length, name) = line.split_once(' ')?;
    let (bytes, after) = rest.split_at_checked(length.parse().ok()?)?;
    *rest = after;
    (Digest::of(bytes) == Digest::parse(digest)?).then_some((name, bytes))
}

fn apart((name, bytes): (&str, &[u8])) -> Option<Vec<u64>> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| name == APART)?;
    let entries: Option<Vec<u64>> = text.lines().map(|line| line.parse().ok()).collect();
    entries.filter(|entries| print_apart(entries) == text)
}
