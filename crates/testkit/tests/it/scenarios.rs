//! Every command of `README.md`, the book and the scenarios answers what stands below it.

use crate::program::corpus;
use servanda_testkit::{gaps, root, under};

#[test]
fn every_command_answers_what_stands_below_it() {
    let differences = corpus().differences();
    assert!(
        differences.is_empty(),
        "{} outputs differ; `BLESS=1 cargo test` accepts them, then read the diff\n\n{}\n",
        differences.len(),
        differences.join("\n\n"),
    );
}

#[test]
fn every_file_under_scenarios_is_run() {
    let played = &corpus().files;
    let ran = |path: &std::path::Path| {
        played.iter().any(|file| file.commands > 0 && root().join(&file.path) == path)
    };
    let files = under(&root().join("scenarios")).unwrap();
    let idle: Vec<_> = files.iter().filter(|path| !ran(path)).collect();
    assert!(!files.is_empty(), "there is no scenario");
    assert!(idle.is_empty(), "these files run no command: {idle:#?}");
}

#[test]
fn every_refusal_has_its_twin_and_every_diagnostic_is_shown() {
    let missing = gaps(&root()).unwrap();
    assert!(missing.is_empty(), "{missing:#?}");
}
