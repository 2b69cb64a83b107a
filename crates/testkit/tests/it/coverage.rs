//! Every numbered fact of the domain is carried by the reference organisation's record.

use servanda_journal::{RecordFile, coverage, read};
use servanda_model::FileId;
use std::path::PathBuf;

/// The numbered facts and contradictions: their letter and how many there are.
const FACTS: &[(char, u32)] = &[
    ('A', 27),
    ('B', 45),
    ('C', 20),
    ('D', 10),
    ('E', 9),
    ('F', 19),
    ('G', 21),
    ('H', 5),
    ('I', 4),
    ('J', 9),
    ('K', 10),
    ('L', 8),
    ('P', 36),
    ('X', 34),
];

fn reference() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let pointer = std::fs::read_to_string(root.join("organisations/reference")).unwrap();
    root.join(pointer.trim())
}

#[test]
fn every_fact_is_carried_or_says_why_not() {
    let directory = reference();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name == "naming" || name.ends_with(".charter") || name.ends_with(".journal") {
            files.push(RecordFile { path: name, bytes: std::fs::read(&path).unwrap() });
        }
    }
    let record = read(files).unwrap();
    let text = std::fs::read_to_string(directory.join("coverage")).unwrap();
    let (covered, faults) = coverage(&text, FileId(0), &record);
    let told: Vec<String> =
        faults.all().iter().map(|(_, fault)| fault.render("coverage", &text)).collect();
    assert!(told.is_empty(), "{}", told.join(""));
    let expected: Vec<String> =
        FACTS
            .iter()
            .flat_map(|(letter, count)| (1..=*count).map(move |n| (*letter, n)))
            // The personnel rows and the names are numbered without a leading zero.
            .map(|(letter, n)| {
                if "JK".contains(letter) {
                    format!("{letter}{n}")
                } else {
                    format!("{letter}{n:02}")
                }
            })
            .collect();
    let found: Vec<String> = covered.iter().map(|line| line.fact.clone()).collect();
    let missing: Vec<&String> = expected.iter().filter(|fact| !found.contains(fact)).collect();
    let unknown: Vec<&String> = found.iter().filter(|fact| !expected.contains(fact)).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing {missing:?}, unknown {unknown:?}");
}
