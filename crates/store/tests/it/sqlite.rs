//! What only a file of SQLite can be: not there, something else, of a later layout.

use crate::bed::{Directory, append, entries, hash, identity, told};
use rusqlite::Connection;
use servanda_store::{Body, found, open};
use std::path::Path;

fn address(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

/// Replaces the one thing in a message that differs from run to run.
fn shown(message: &str, path: &Path) -> String {
    message.replace(&address(path), "PLACE")
}

#[test]
fn what_is_no_log_is_told_from_one() {
    let directory = Directory::new();
    let path = directory.path("a.db");
    let opened = || shown(&told(open(&address(&path))), &path);
    assert_eq!(opened(), "no log is at `PLACE`");
    std::fs::write(&path, "").unwrap();
    assert_eq!(opened(), "no log is at `PLACE`");
    std::fs::write(&path, "a letter, long enough to be looked at\n".repeat(200)).unwrap();
    let expected = "`PLACE` holds something else than a log: file is not a database";
    assert_eq!(opened(), expected);
    let founded = shown(&told(found(&address(&path), &identity())), &path);
    assert_eq!(founded, expected);
    std::fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("create table a (b)").unwrap();
    let expected = "`PLACE` holds something else than a log: its mark is 0, and not 1400010340";
    assert_eq!(opened(), expected);
    assert_eq!(shown(&told(found(&address(&path), &identity())), &path), expected);
    let directory = path.parent().unwrap();
    let expected = "`PLACE` holds something else than a log: it is no file";
    assert_eq!(shown(&told(open(&address(directory))), directory), expected);
}

#[test]
fn a_log_is_founded_once() {
    let directory = Directory::new();
    let path = directory.path("a.db");
    let mut store = found(&address(&path), &identity()).unwrap();
    let expected = "a log is at `PLACE` already: `example.org/log`";
    assert_eq!(shown(&told(found(&address(&path), &identity())), &path), expected);
    assert_eq!(store.identity().unwrap(), identity());
}

#[test]
fn a_later_layout_is_not_read() {
    let directory = Directory::new();
    let path = directory.path("a.db");
    drop(found(&address(&path), &identity()).unwrap());
    Connection::open(&path).unwrap().execute_batch("pragma user_version = 2").unwrap();
    let expected = "`PLACE` has tables of layout 2, and this program knows up to 1";
    assert_eq!(shown(&told(open(&address(&path))), &path), expected);
}

#[test]
fn a_writer_that_waits_too_long_is_told_that_another_holds_the_file() {
    let directory = Directory::new();
    let path = directory.path("a.db");
    let mut store = found(&address(&path), &identity()).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("begin immediate").unwrap();
    let one = entries(0..1);
    let batch = servanda_store::Batch { entries: &one, tiles: &[], after: crate::bed::head(1) };
    let expected = "`PLACE` is held by someone else: database is locked";
    assert_eq!(shown(&told(store.append(0, &batch)), &path), expected);
    other.execute_batch("rollback").unwrap();
    assert_eq!(append(&mut *store, 0, &one, &[]), servanda_store::Appended::Done);
}

#[test]
fn nothing_of_an_erased_body_is_left_in_any_file() {
    let directory = Directory::new();
    let path = directory.path("a.db");
    let mut store = found(&address(&path), &identity()).unwrap();
    let mark = |name: &str| format!("-{name}-mark-").repeat(2_000).into_bytes();
    let bodies = [("salted", 1), ("kept", 2)].map(|(name, number)| {
        let body = Body { salt: format!("{name}-grains").into_bytes(), bytes: mark(name) };
        store.keep_body(&hash(number), &body).unwrap();
        body
    });
    let holds = |text: &str| {
        ["a.db", "a.db-wal"].iter().any(|name| {
            let bytes = std::fs::read(directory.path(name)).unwrap_or_default();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        })
    };
    assert!(holds("salted-mark") && holds("salted-grains"));
    assert!(store.erase_body(&hash(1)).unwrap());
    assert!(!holds("salted-mark") && !holds("salted-grains"));
    assert_eq!(store.body(&hash(2)).unwrap().as_ref(), Some(&bodies[1]));
    drop(store);
    assert!(!holds("salted-mark") && !holds("salted-grains") && holds("kept-mark"));
}

#[test]
fn the_tables_are_those_of_the_format() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").replace("( ", "(").replace(" )", ")")
    };
    let ours = std::fs::read_to_string(root.join("src/sqlite/layout.sql")).unwrap();
    let format = std::fs::read_to_string(root.join("../../docs/formats/store.md")).unwrap();
    let (_, after) = format.split_once("```sql\n").unwrap();
    let (told, _) = after.split_once("```").unwrap();
    assert_eq!(plain(told), plain(&ours));
    // PostgreSQL has the same, in its own words.
    let server = std::fs::read_to_string(root.join("src/postgres/layout.sql")).unwrap();
    let (_, server) = server.split_once("create table servanda.identity").unwrap();
    let mut server = plain(&format!("create table identity{server}"));
    for (theirs, here) in
        [("servanda.", ""), ("smallint", "integer"), ("bigint", "integer"), ("bytea", "blob")]
    {
        server = server.replace(theirs, here);
    }
    assert_eq!(
        server,
        plain(&ours).replace(" strict, without rowid;", ";").replace(" strict;", ";")
    );
}

#[test]
fn a_damaged_log_is_not_copied_without_a_word() {
    let directory = Directory::new();
    let (path, copy) = (directory.path("a.db"), directory.path("copy.db"));
    let mut store = found(&address(&path), &identity()).unwrap();
    append(&mut *store, 0, &entries(0..3), &[]);
    drop(store);
    let database = Connection::open(&path).unwrap();
    database.execute_batch("update entry set bytes = zeroblob(8) where position = 1").unwrap();
    drop(database);
    let said = shown(&told(servanda_store::backup(&address(&path), &copy)), &path);
    assert!(said.starts_with("entry 1 in `PLACE` is not what was written: "), "{said}");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no copy is there");
}
