//! Every public noun of the rooms that hold nouns stands in the glossary.

use crate::tree::Tree;
use servanda_testkit::{Piece, pieces};

const GLOSSARY: &str = "docs/book/glossary.md";
const FACES: [&str; 2] = ["crates/model/src/lib.rs", "crates/engine/src/lib.rs"];

/// Returns each noun that the glossary lacks.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let glossary = tree.text(GLOSSARY).unwrap_or("");
    let faces = FACES.iter().filter_map(|path| tree.text(path));
    let lacking = faces.flat_map(nouns).filter(|noun| !glossary.contains(&format!("`{noun}`")));
    lacking.map(|noun| format!("`{noun}` is not in `{GLOSSARY}`")).collect()
}

/// Returns the nouns that a room's face shows.
fn nouns(face: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in pieces(face) {
        let Piece::Code(code) = piece else { continue };
        let shown = code.split("pub use ").skip(1).filter_map(|used| used.split(';').next());
        let words = shown.flat_map(|used| used.split(|c: char| !(c.is_alphanumeric() || c == '_')));
        let is_noun = |word: &&str| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        };
        found.extend(words.filter(is_noun));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::nouns;

    #[test]
    fn types_are_nouns_and_functions_and_constants_are_not() {
        let face =
            "//! Act\nmod act;\npub use act::{Act, judge, CODES};\npub const X: Day = Day::MIN;";
        assert_eq!(nouns(face), ["Act"]);
    }
}
