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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_declared_word_is_found_in_code_and_literals_and_not_in_comments_or_tests() {
        let law =
            "organisation league \"League\"\narticle treaty.3 \"x\"\ninstrument charter \"y\"";
        let rust = "//! The league.\nfn f() -> &'static str { \"see treaty.3 of a charter.\" }\n\
            #[cfg(test)]\nmod tests { const A: &str = \"league\"; }\n";
        let files = vec![
            file("organisations/x/a.charter", law),
            file("crates/query/src/a.rs", rust),
            file("crates/query/tests/it/a.rs", "const A: &str = \"league\";"),
        ];
        let tree = Tree {
            root: std::path::PathBuf::new(),
            files,
        };
        assert_eq!(
            check(&tree),
            ["crates/query/src/a.rs: `treaty.3` is declared in an organisation's text"]
        );
    }
}
