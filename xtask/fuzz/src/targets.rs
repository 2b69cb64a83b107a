//! Every parser of foreign bytes, as a function of bytes: whatever they are, nothing breaks, and
//! what is read is printed to the same bytes.
//!
//! `cargo fuzz` drives them from `fuzz_targets`, and a test of the testkit over `CORPUS`.

use servanda_depositary::two_histories;
use servanda_journal::{Record, RecordFile, opening, print, read};
use servanda_model::Day;
use servanda_note::{Note, SignatureLine, SignerKey, VerifierKey};
use servanda_seal::{Json, Sealed};
use servanda_store::CheckpointLock;
use servanda_tlog::{
    AddCheckpoint, Bundle, Checkpoint, Receipt, Tile, encode_bundle, parse_bundle,
};
use servanda_web::{Secret, challenge_again, session_again};
use std::sync::OnceLock;

/// A target: its name, its function, and where its corpus lies: a directory from the root, and how
/// the names of its files begin.
pub type Target = (&'static str, fn(&[u8]), (&'static str, &'static str));

/// Every target.
pub const TARGETS: [Target; 22] = [
    ("note", note, ("crates/note/tests/corpus", "note-")),
    ("key", key, ("crates/note/tests/corpus", "key-")),
    ("act", act, ("crates/seal/tests/corpus", "act-")),
    ("json", json, ("crates/seal/tests/corpus", "json-")),
    ("checkpoint", checkpoint, ("crates/testkit/tests/corpus", "checkpoint-")),
    ("receipt", receipt, ("crates/tlog/tests/corpus", "receipt-")),
    ("add-checkpoint", add_checkpoint, ("crates/tlog/tests/corpus", "add-checkpoint-")),
    ("split-view", split_view, ("crates/testkit/tests/corpus", "split-view-")),
    ("path", path, ("crates/tlog/tests/corpus", "path-")),
    ("bundle", bundle, ("crates/tlog/tests/corpus", "bundle-")),
    ("charter", charter, ("crates/testkit/tests/corpus", "charter-")),
    ("journal", journal, ("crates/testkit/tests/corpus", "journal-")),
    ("votes", votes, ("crates/testkit/tests/corpus", "votes-")),
    ("deposits", deposits, ("crates/testkit/tests/corpus", "deposits-")),
    ("rehearsal", rehearsal, ("crates/testkit/tests/corpus", "rehearsal-")),
    ("encyclopaedia", encyclopaedia, ("crates/testkit/tests/corpus", "encyclopaedia-")),
    ("secret", secret, ("crates/testkit/tests/corpus", "secret-")),
    ("keys", keys, ("crates/testkit/tests/corpus", "keys-")),
    ("lock", lock, ("crates/testkit/tests/corpus", "lock-")),
    ("snapshot", snapshot, ("crates/testkit/tests/corpus", "snapshot-")),
    ("challenge", challenge, ("crates/testkit/tests/corpus", "challenge-")),
    ("cookie", cookie, ("crates/testkit/tests/corpus", "cookie-")),
];

/// The origin of the log in the corpus of challenges and cookies.
const ORIGIN: &str = "a.example/log";

/// The key of the log in the corpus of split views.
pub const SPLIT_KEY: &str =
    "league.example/log+2e032128+AYE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";

const CHARTER: &str = "servanda 1\n\norganisation league \"League\"\n\nparty ARM \"Armenia\"\n\
party BLR \"Belarus\"\n\ninstrument pact \"Pact\"\n  kind treaty\n  of league\n";

/// A signed note, and the lines of signatures alone.
pub fn note(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.print().as_bytes(), bytes);
    }
    if let Ok(text) = str::from_utf8(bytes) {
        drop(SignatureLine::parse_all(text));
    }
}

/// The text of a public key.
pub fn key(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(key) = VerifierKey::parse(text)
    {
        assert_eq!(key.print(), text);
    }
}

/// A sealed act.
pub fn act(bytes: &[u8]) {
    if let Ok(sealed) = Sealed::parse(bytes) {
        assert_eq!(sealed.print().as_bytes(), bytes);
    }
}

/// One line of strict JSON.
pub fn json(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(value) = Json::parse(text)
    {
        assert_eq!(value.print().as_deref(), Some(text));
    }
}

/// The text of a checkpoint.
pub fn checkpoint(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(checkpoint) = Checkpoint::parse(text)
    {
        assert_eq!(checkpoint.print(), text);
    }
}

/// A receipt.
pub fn receipt(bytes: &[u8]) {
    if let Ok(receipt) = Receipt::parse(bytes) {
        assert_eq!(receipt.print().as_bytes(), bytes);
    }
}

/// The body of a request to a witness.
pub fn add_checkpoint(bytes: &[u8]) {
    if let Ok(request) = AddCheckpoint::parse(bytes) {
        assert_eq!(request.print().as_bytes(), bytes);
    }
}

/// The paper of a witness, by the key of the corpus: what it proves is of two histories.
pub fn split_view(bytes: &[u8]) {
    let Ok(key) = VerifierKey::parse(SPLIT_KEY) else { return };
    if let Ok(found) = two_histories(bytes, &[key]) {
        assert_ne!(found.then, found.shorter.root);
        assert!(found.shorter.size <= found.longer.size);
    }
}

/// The path of a tile or a bundle.
pub fn path(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if let Some(tile) = Tile::parse(text) {
        assert_eq!(tile.path(), text);
    }
    if let Some(bundle) = Bundle::parse(text) {
        assert_eq!(bundle.path(), text);
    }
}

/// A bundle of entries; the first byte says how many there should be.
pub fn bundle(bytes: &[u8]) {
    let width = bytes.first().map_or(1, |byte| u16::from(*byte).saturating_add(1));
    let Some(bundle) = Bundle::new(0, width) else { return };
    for bytes in [bytes, bytes.get(1..).unwrap_or(&[])] {
        if let Ok(entries) = parse_bundle(bundle, bytes) {
            assert_eq!(encode_bundle(entries).as_deref(), Ok(bytes));
        }
    }
}

fn file(path: &str, bytes: &[u8]) -> RecordFile {
    RecordFile { path: path.to_owned(), bytes: bytes.to_vec() }
}

/// A record that was read is printed to one that is read to the same acts.
fn is_read(files: Vec<RecordFile>) {
    if let Ok(record) = read(files) {
        let files = vec![
            file("a.charter", CHARTER.as_bytes()),
            file("b.journal", print(&record).as_bytes()),
        ];
        if let Ok(again) = read(files) {
            assert_eq!(again.history.acts.len(), record.history.acts.len());
        }
    }
}

/// The text of a charter.
pub fn charter(bytes: &[u8]) {
    drop(read(vec![file("a.charter", bytes)]));
}

/// The text of a journal under a small law.
pub fn journal(bytes: &[u8]) {
    is_read(vec![file("a.charter", CHARTER.as_bytes()), file("b.journal", bytes)]);
}

fn law() -> Option<&'static Record> {
    static LAW: OnceLock<Option<Record>> = OnceLock::new();
    LAW.get_or_init(|| read(vec![file("a.charter", CHARTER.as_bytes())]).ok()).as_ref()
}

/// A file of votes.
pub fn votes(bytes: &[u8]) {
    if let Some(record) = law() {
        drop(servanda_publish::votes::read(bytes, &record.law));
    }
}

/// A file of deposits.
pub fn deposits(bytes: &[u8]) {
    if let Some(record) = law() {
        drop(servanda_publish::deposits::read(bytes, &record.law));
    }
}

/// The acts with which a rehearsal opens.
pub fn rehearsal(bytes: &[u8]) {
    if let (Ok(text), Some(first)) = (str::from_utf8(bytes), Day::civil(2026, 11, 22)) {
        drop(opening("rehearsal", text, first));
    }
}

/// Rows of an encyclopaedia; what is read of one is printed so that it is read as the same.
pub fn encyclopaedia(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(parsed) = servanda_publish::encyclopaedia::parse(text)
    {
        for row in &parsed.rows {
            let printed = servanda_publish::encyclopaedia::print(row);
            let again = servanda_publish::encyclopaedia::parse(&printed);
            assert!(again.is_ok_and(|again| again.rows.iter().eq([row])), "{printed:?}");
        }
    }
}

/// The text of a secret key, as files of keys hold it.
pub fn secret(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(key) = SignerKey::parse(text)
    {
        assert_eq!(*key.print(), text);
    }
}

/// A file of keys: what is printed of it is read as the same.
pub fn keys(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Some(printed) = servanda_cli::keys_again(text)
    {
        assert_eq!(servanda_cli::keys_again(&printed), Some(printed));
    }
}

/// A checkpoint lock.
pub fn lock(bytes: &[u8]) {
    if let Some((origin, head)) = CheckpointLock::parse(bytes) {
        assert_eq!(CheckpointLock::print(&origin, &head).as_bytes(), bytes);
    }
}

/// A snapshot of a log.
pub fn snapshot(bytes: &[u8]) {
    if let Some(printed) = servanda_depositary::snapshot_again(bytes) {
        assert_eq!(printed, bytes);
    }
}

/// A challenge, by the secret of the corpus.
pub fn challenge(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && let Some(given) = challenge_again(text, &Secret::new([1; 32]), ORIGIN)
    {
        assert_eq!(given, text);
    }
}

/// A line of cookies, by the secret of the corpus: what is printed of a session is read as the same.
pub fn cookie(bytes: &[u8]) {
    let secret = Secret::new([1; 32]);
    if let Some(value) = session_again(bytes, &secret, ORIGIN) {
        let line = format!("servanda={value}");
        assert_eq!(session_again(line.as_bytes(), &secret, ORIGIN), Some(value));
    }
}
