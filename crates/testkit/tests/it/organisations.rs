//! Every organisation that the repository carries reads, is set out in the one way, and shows no
//! finding that its record does not expect.

use crate::program::servanda;
use servanda_testkit::{Answer, Call, root};
use std::path::PathBuf;

fn organisations() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("organisations")).unwrap();
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.is_dir());
    all.sort();
    all
}

fn run(arguments: &[&str]) -> Answer {
    let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
    servanda(&Call { arguments: &arguments, directory: &root() })
}

#[test]
fn every_organisation_reads_and_shows_nothing_unexpected() {
    let all = organisations();
    assert!(all.len() >= 4, "organisations are missing: {all:?}");
    for path in all {
        let directory = path.to_str().unwrap().to_owned();
        let answer = run(&["check", &directory, "--strict"]);
        assert_eq!(answer.exit, 0, "{directory}:\n{}{}", answer.out, answer.err);
    }
}

#[test]
fn every_organisation_is_set_out_in_the_one_way() {
    for path in organisations() {
        let directory = path.to_str().unwrap().to_owned();
        let answer = run(&["format", "--check", &directory]);
        assert_eq!(answer.exit, 0, "{directory}:\n{}{}", answer.out, answer.err);
    }
}
