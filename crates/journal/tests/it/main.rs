//! Reading a record, printing it and reading that again gives the same acts, checks and tables.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test reads its ground from files, and fails at once where it is missing"
)]

use servanda_journal::{Record, RecordFile, print, read};
use servanda_model::{Check, History, Origin};
use std::path::PathBuf;

fn reference() -> Vec<RecordFile> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let pointer = std::fs::read_to_string(root.join("organisations/reference")).unwrap();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root.join(pointer.trim())).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name == "naming" || name.ends_with(".charter") || name.ends_with(".journal") {
            files.push(RecordFile { path: name, bytes: std::fs::read(&path).unwrap() });
        }
    }
    files
}

/// Takes the places in files away: they are the only thing that may differ.
fn without_places(mut history: History) -> History {
    for act in &mut history.acts {
        act.origin = Origin::default();
        for expected in act.details.iter_mut().flat_map(|details| &mut details.expected) {
            expected.origin = Origin::default();
        }
    }
    for check in &mut history.checks {
        check.origin = Origin::default();
        check.expected.iter_mut().for_each(|expected| expected.origin = Origin::default());
    }
    history.tables.iter_mut().for_each(|table| table.origin = Origin::default());
    history
}

fn again(record: &Record, files: &[RecordFile]) -> Record {
    let kept = files.iter().filter(|file| !file.path.ends_with(".journal")).cloned();
    let printed = RecordFile { path: "all.journal".to_owned(), bytes: print(record).into_bytes() };
    match read(kept.chain([printed]).collect()) {
        Ok(record) => record,
        Err(faults) => {
            let told: Vec<String> = faults.into_iter().map(|fault| fault.rendered).collect();
            panic!("{}", told.join(""));
        }
    }
}

#[test]
fn printing_and_reading_again_changes_nothing() {
    let files = reference();
    let first = read(files.clone()).unwrap();
    let second = again(&first, &files);
    assert_eq!(print(&first), print(&second));
    let (first, second) = (without_places(first.history), without_places(second.history));
    for (position, (a, b)) in first.acts.iter().zip(&second.acts).enumerate() {
        assert_eq!(first.instruments_of(&a.deed), second.instruments_of(&b.deed), "act {position}");
        assert_eq!(first.parties_of(&a.deed), second.parties_of(&b.deed), "act {position}");
        assert_eq!(first.sources(a.sources), second.sources(b.sources), "act {position}");
        assert_eq!((a.when, a.label, &a.details), (b.when, b.label, &b.details), "act {position}");
    }
    let plain =
        |check: &Check| (check.when, check.kind, check.claim.clone(), check.sources.clone());
    assert_eq!(first.acts.len(), second.acts.len());
    assert_eq!(
        first.checks.iter().map(plain).collect::<Vec<_>>(),
        second.checks.iter().map(plain).collect::<Vec<_>>()
    );
    assert_eq!(first.tables, second.tables);
}
