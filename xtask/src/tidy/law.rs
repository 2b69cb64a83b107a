//! An organisation's name or an article's number stands in texts, never in Rust.

use crate::tree::Tree;
use servanda_testkit::{Piece, pieces, without_tests};
use std::collections::BTreeSet;

/// What begins a declaration whose id belongs to one organisation.
const DECLARES: [&str; 7] = [
    "organisation",
    "observed",
    "instrument",
    "article",
    "organ",
    "office",
    "entity",
];
/// Ids that are words of the language as well.
const LANGUAGE: [&str; 2] = ["charter", "practice"];

/// Returns each place in the rooms' sources that names an id of an organisation's texts.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let known = ids(tree);
    let mut found = Vec::new();
    let rooms = tree
        .rust()
        .filter(|file| file.room().is_some_and(|room| room != "testkit"));
    for file in rooms {
        for piece in pieces(without_tests(&file.text)) {
            let text = match piece {
                Piece::Code(text) | Piece::Literal(text) => text,
                Piece::Comment(_) => continue,
            };
            let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.')));
            for word in words.map(|word| word.trim_matches(['.', '-']).to_lowercase()) {
                if known.contains(word.as_str()) {
                    found.push(format!(
                        "{}: `{word}` is declared in an organisation's text",
                        file.path
                    ));
                }
            }
        }
    }
    found
}

fn ids(tree: &Tree) -> BTreeSet<&str> {
    let texts = tree.files.iter().filter(|file| {
        let is_law = file.path.ends_with(".charter") || file.path.ends_with("/naming");
        file.path.starts_with("organisations/") && is_law
    });
    let lines = texts.flat_map(|file| file.text.lines());
    let declared = lines.filter_map(|line| {
        let mut words = line.split_whitespace();
        DECLARES
            .contains(&words.next()?)
            .then(|| words.next())
            .flatten()
    });
    declared.filter(|id| !LANGUAGE.contains(id)).collect()
}
