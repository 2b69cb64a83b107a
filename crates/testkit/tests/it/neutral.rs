//! No text that the program shows judges: it is searched for the words themselves.

use crate::program::{corpus, servanda};
use servanda_journal::{Record, RecordFile};
use servanda_testkit::{Call, Piece, Plain, not_neutral, pieces, read, root, under, without_tests};
use std::path::Path;

fn told(path: &str, found: Vec<Plain>) -> Vec<String> {
    found.into_iter().map(|plain| format!("{path}: `{}` in: {}", plain.word, plain.text)).collect()
}

fn reference() -> Record {
    let named = read(&root().join("organisations/reference")).unwrap();
    let directory = root().join(named.trim());
    let is_record = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name == "naming" || name.ends_with(".charter") || name.ends_with(".journal")
    };
    let files = under(&directory).unwrap().into_iter().filter(|path| is_record(path));
    let file = |path: std::path::PathBuf| RecordFile {
        bytes: std::fs::read(&path).unwrap(),
        path: path.display().to_string(),
    };
    servanda_journal::read(files.map(file).collect()).expect("the reference organisation reads")
}

/// Questions to everything that the reference organisation names, and each kind of them once in
/// every form.
fn questions() -> Vec<Vec<String>> {
    let record = reference();
    let law = &record.law;
    let mut asked: Vec<Vec<String>> = Vec::new();
    let mut ask = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        let is_first = asked.iter().all(|known| known.first() != words.first());
        let forms: &[&str] = if is_first { &["text", "json", "csv"] } else { &["text"] };
        for form in forms {
            let form = ["--format", form].map(str::to_owned);
            asked.push(words.iter().cloned().chain(form).collect());
        }
    };
    ask(&["disputes"]);
    ask(&["timeline"]);
    ask(&["tables"]);
    law.instrument_names.iter().for_each(|(_, word)| ask(&["status", word]));
    for (_, word) in law.body_names.iter() {
        ask(&["members", word]);
        ask(&["chair", word]);
    }
    law.office_names.iter().for_each(|(_, word)| ask(&["office", word]));
    law.source_names.iter().for_each(|(_, word)| ask(&["source", word]));
    let instrument = first_instrument(&record);
    for (_, word) in law.party_names.iter() {
        ask(&["obligations", word]);
        ask(&["why", &format!("{word} party {instrument}")]);
    }
    asked
}

fn first_instrument(record: &Record) -> String {
    record.law.instrument_names.iter().map(|(_, word)| word.to_owned()).next().unwrap_or_default()
}

#[test]
fn answers_about_the_reference_organisation_are_neutral() {
    let (asked, root) = (questions(), root());
    let answers = |some: &[Vec<String>]| -> Vec<String> {
        let one = |arguments: &Vec<String>| {
            let answer = servanda(&Call { arguments, directory: &root });
            let name = arguments.join(" ");
            assert!(answer.exit <= 1, "`{name}` ended with {}: {}", answer.exit, answer.err);
            told(&name, not_neutral(&format!("{}\n{}", answer.out, answer.err)))
        };
        some.iter().flat_map(one).collect()
    };
    let (left, right) = asked.split_at(asked.len() / 2);
    let found = std::thread::scope(|scope| {
        let other = scope.spawn(|| answers(right));
        let mut found = answers(left);
        found.extend(other.join().unwrap());
        found
    });
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
        let text = if file.is_file() { read(&file).unwrap() } else { String::new() };
        assert_eq!(told(path, not_neutral(&text)), Vec::<String>::new());
    }
}

#[test]
fn literals_of_the_rooms_that_speak_to_people_are_neutral() {
    let mut found = Vec::new();
    for room in ["text", "charter", "journal", "engine", "query", "publish", "web", "cli"] {
        for path in under(&root().join(format!("crates/{room}/src"))).unwrap() {
            if path.ends_with("tests.rs") {
                continue;
            }
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
