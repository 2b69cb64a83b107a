//! An organisation's name or an article's number stands in texts, never in Rust.

use crate::tree::Tree;
use servanda_testkit::{Piece, pieces, without_tests};
use std::collections::BTreeSet;

/// What begins a declaration whose id belongs to one organisation.
const DECLARES: [&str; 7] =
    ["organisation", "observed", "instrument", "article", "organ", "office", "entity"];
/// Ids that are words of the language as well.
const LANGUAGE: [&str; 2] = ["charter", "practice"];

/// What begins a declaration that gives an organisation its full name.
const NAMES: [&str; 2] = ["organisation ", "observed "];

/// Returns each place in the rooms' sources that names an id or an organisation of the texts.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let (ids, names) = (ids(tree), names(tree));
    let mut found = Vec::new();
    let rooms = tree.rust().filter(|file| file.room().is_some_and(|room| room != "testkit"));
    for file in rooms {
        let mut line = 1_usize;
        for piece in pieces(without_tests(&file.text)) {
            let mut say = |at: usize, what: &str| {
                let place = format!("{}:{}", file.path, line.saturating_add(at));
                found.push(format!("{place}: `{what}` is declared in an organisation's text"));
            };
            if let Piece::Code(text) | Piece::Literal(text) = piece {
                for (at, row) in text.split('\n').enumerate() {
                    words(row)
                        .filter(|word| ids.contains(word.as_str()))
                        .for_each(|word| say(at, &word));
                    names.iter().filter(|name| row.contains(*name)).for_each(|name| say(at, name));
                }
            }
            line = line.saturating_add(piece.text().matches('\n').count());
        }
    }
    found
}

fn words(row: &str) -> impl Iterator<Item = String> {
    let words = row.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.')));
    words.map(|word| word.trim_matches(['.', '-']).to_lowercase())
}

fn declarations(tree: &Tree) -> impl Iterator<Item = &str> {
    let texts = tree.files.iter().filter(|file| {
        let is_law = file.path.ends_with(".charter") || file.path.ends_with("/naming");
        file.path.starts_with("organisations/") && is_law
    });
    texts.flat_map(|file| file.text.lines())
}

fn ids(tree: &Tree) -> BTreeSet<&str> {
    let declared = declarations(tree).filter_map(|line| {
        let mut words = line.split_whitespace();
        DECLARES.contains(&words.next()?).then(|| words.next()).flatten()
    });
    declared.filter(|id| !LANGUAGE.contains(id)).collect()
}

fn names(tree: &Tree) -> BTreeSet<&str> {
    let named = declarations(tree).filter(|line| NAMES.iter().any(|word| line.starts_with(word)));
    named.filter_map(|line| line.split('"').nth(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_declared_word_is_found_in_code_and_literals_and_not_in_comments_or_tests() {
        let law = "organisation league \"Harbour League\"\narticle treaty.3 \"x\"\ninstrument charter \"y\"";
        let rust = "//! The league.\nfn f() -> &'static str { \"see treaty.3 of a charter.\" }\n\
            const B: &str = \"the Harbour Leagues\";\n\
            #[cfg(test)]\nmod tests { const A: &str = \"league\"; }\n";
        let files = vec![
            file("organisations/x/a.charter", law),
            file("crates/query/src/a.rs", rust),
            file("crates/query/tests/it/a.rs", "const A: &str = \"league\";"),
        ];
        let tree = Tree { root: std::path::PathBuf::new(), files };
        let told = |line, what| {
            format!("crates/query/src/a.rs:{line}: `{what}` is declared in an organisation's text")
        };
        assert_eq!(check(&tree), [told(2, "treaty.3"), told(3, "Harbour League")]);
    }
}
