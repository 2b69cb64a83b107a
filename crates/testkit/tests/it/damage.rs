//! Damaged copies of the reference files: never a panic, never a hang, never a silent loss.

use crate::program::servanda;
use servanda_journal::{RecordFile, read};
use servanda_testkit::{
    Call, DAMAGED_COPIES, complaint, damaged, one_long_line, reference_files, root, withstood,
    write,
};
use std::time::{Duration, Instant};

/// How many copies `cargo test` reads; `cargo xtask ci` reads all of them.
const SLICE: u64 = 120;

/// What none of these takes, even unoptimised and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn damaged_copies_neither_panic_nor_hang_nor_lose_anything() {
    let all = std::env::var_os("SERVANDA_DAMAGE").is_some();
    let count = if all { DAMAGED_COPIES } else { SLICE };
    let amiss = withstood(&root(), count).unwrap();
    assert!(amiss.is_empty(), "{} of {count} copies:\n{}", amiss.len(), amiss.join("\n"));
}

/// Seeds whose copies once lost something: a second `at`, a remark below a check, an escape, a
/// line that grew too long to be read again.
const SEEN: [u64; 11] = [228, 720, 3813, 4637, 5318, 5638, 6892, 8506, 10649, 11051, 11338];

#[test]
fn copies_that_once_lost_something_lose_nothing() {
    let files = reference_files(&root()).unwrap();
    let amiss: Vec<_> = SEEN.iter().filter_map(|seed| complaint(&damaged(&files, *seed))).collect();
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

#[test]
fn a_line_of_many_megabytes_is_told_at_once() {
    let asked = std::env::var("SERVANDA_LONG_LINE").ok();
    let size_bytes = asked.map_or(64 << 20, |size| size.parse().unwrap());
    let begun = Instant::now();
    let charter = b"servanda 1\norganisation csto \"Organisation\"\n".to_vec();
    let charter = RecordFile { path: "a.charter".to_owned(), bytes: charter };
    let faults = read(vec![charter, one_long_line(size_bytes)]).unwrap_err();
    let codes: Vec<&str> = faults.iter().map(|fault| fault.diagnostic.code).collect();
    assert_eq!(codes, ["T-LONG"]);
    assert!(faults.iter().all(|fault| fault.rendered.len() < 2_000));
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}

#[test]
fn a_file_of_faults_alone_is_told_in_time() {
    for byte in [b'\t', b'\0', b'\r', b'"', b'\\', b'|'] {
        let begun = Instant::now();
        let mut bytes = vec![byte; 40_000];
        bytes.iter_mut().step_by(2).for_each(|other| *other = b'\n');
        let file = RecordFile { path: "faults.journal".to_owned(), bytes };
        let faults = read(vec![file]).unwrap_err();
        assert!(!faults.is_empty());
        assert!(begun.elapsed() < PATIENCE, "{byte}: {:?}", begun.elapsed());
    }
}

#[test]
fn too_many_declarations_are_told() {
    let places: String = (0..=u16::MAX as u32 + 1).map(|n| format!("place p{n} \"P\"\n")).collect();
    let bytes = format!("servanda 1\n{places}").into_bytes();
    let faults = read(vec![RecordFile { path: "many.charter".to_owned(), bytes }]).unwrap_err();
    assert!(faults.iter().any(|fault| fault.diagnostic.code == "C-MANY"), "{}", faults.len());
}

#[test]
fn an_unreadable_file_fails_every_command() {
    let directory =
        std::env::temp_dir().join(format!("servanda-unreadable-{}", std::process::id()));
    write(
        &directory.join("r/a.charter"),
        "servanda 1\norganisation league \"League\"\nparty ARC \"A\"\n",
    )
    .unwrap();
    std::fs::write(directory.join("r/b.journal"), b"journal league\n2001-01-01 event \"\xff\"\n")
        .unwrap();
    write(&directory.join("try.journal"), "2001-01-01 event \"x\"\n").unwrap();
    let commands = [
        "check r",
        "try try.journal --record r",
        "status t --record r",
        "members league --record r",
        "chair league --record r",
        "office o --record r",
        "timeline --record r",
        "obligations ARC --record r",
        "why claim --record r",
        "disputes --record r",
        "tables --record r",
        "source s --record r",
        "diff 2001-01-01 2002-01-01 --record r",
        "format --check r",
        "format r",
    ];
    for command in commands {
        let arguments: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let answer = servanda(&Call { arguments: &arguments, directory: &directory });
        assert_eq!((answer.exit, answer.out.as_str()), (2, ""), "{command}: {}", answer.err);
        assert!(
            answer.err.contains("r/b.journal:2:19: error[T-UTF8]"),
            "{command}: {}",
            answer.err
        );
    }
    std::fs::remove_dir_all(&directory).unwrap();
}
