//! No text that the program shows judges: it is searched for the words themselves.

use crate::program::{corpus, servanda};
use servanda_journal::{Record, RecordFile};
use servanda_testkit::{Call, Piece, Plain, not_neutral, pieces, read, root, under, without_tests};
use std::path::Path;

fn told(path: &str, found: Vec<Plain>) -> Vec<String> {
    found
        .into_iter()
        .map(|plain| format!("{path}: `{}` in: {}", plain.word, plain.text))
        .collect()
}

fn reference() -> Record {
    let named = read(&root().join("organisations/reference")).unwrap();
    let directory = root().join(named.trim());
    let is_record = |path: &Path| {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        name == "naming" || name.ends_with(".charter") || name.ends_with(".journal")
    };
    let files = under(&directory)
        .unwrap()
        .into_iter()
        .filter(|path| is_record(path));
    let file = |path: std::path::PathBuf| RecordFile {
        bytes: std::fs::read(&path).unwrap(),
        path: path.display().to_string(),
    };
    servanda_journal::read(files.map(file).collect()).expect("the reference organisation reads")
}

/// Questions to everything that the reference organisation names.
fn questions() -> Vec<Vec<String>> {
    let record = reference();
    let law = &record.law;
    let mut asked: Vec<Vec<String>> = Vec::new();
    let mut ask = |words: &[&str]| {
        for form in ["text", "json", "csv"] {
            let words = words.iter().copied().chain(["--format", form]);
            asked.push(words.map(str::to_owned).collect());
        }
    };
    ask(&["disputes"]);
    ask(&["timeline"]);
    law.instrument_names
        .iter()
        .for_each(|(_, word)| ask(&["status", word]));
    for (_, word) in law.body_names.iter() {
        ask(&["members", word]);
        ask(&["chair", word]);
    }
    law.office_names
        .iter()
        .for_each(|(_, word)| ask(&["office", word]));
    for (_, word) in law.party_names.iter() {
        ask(&["obligations", word]);
        ask(&[
            "why",
            &format!("{word} party {}", first_instrument(&record)),
        ]);
    }
    asked
}

fn first_instrument(record: &Record) -> String {
    record
        .law
        .instrument_names
        .iter()
        .map(|(_, word)| word.to_owned())
        .next()
        .unwrap_or_default()
}

#[test]
fn answers_about_the_reference_organisation_are_neutral() {
    let mut found = Vec::new();
    let root = root();
    for arguments in questions() {
        let answer = servanda(&Call {
            arguments: &arguments,
            directory: &root,
        });
        let name = arguments.join(" ");
        assert!(
            answer.exit <= 2,
            "`{name}` ended with {}: {}",
            answer.exit,
            answer.err
        );
        found.extend(told(&name, not_neutral(&answer.out)));
        found.extend(told(&name, not_neutral(&answer.err)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn answers_of_the_scenarios_are_neutral() {
    let files = corpus().files.iter();
    let found: Vec<_> = files
        .flat_map(|ran| told(&ran.path.display().to_string(), not_neutral(&ran.answers)))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_profile_is_neutral() {
    for path in ["docs/profile.html", "docs/profile.md"] {
        let file = root().join(path);
        let text = if file.is_file() {
            read(&file).unwrap()
        } else {
            String::new()
        };
        assert_eq!(told(path, not_neutral(&text)), Vec::<String>::new());
    }
}

#[test]
fn literals_of_the_rooms_that_speak_to_people_are_neutral() {
    let mut found = Vec::new();
    for room in [
        "text", "charter", "journal", "engine", "query", "publish", "web", "cli",
    ] {
        for path in under(&root().join(format!("crates/{room}/src"))).unwrap() {
            let source = read(&path).unwrap();
            for piece in pieces(without_tests(&source)) {
                let Piece::Literal(literal) = piece else {
                    continue;
                };
                // The keyword of the language, alone in its literal, is read and not shown.
                if literal != "\"void\"" {
                    found.extend(told(&path.display().to_string(), not_neutral(literal)));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
