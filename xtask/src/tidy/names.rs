//! Names of fog: what a file, type or function is called says what it is.

use crate::tree::Tree;
use servanda_testkit::{Piece, pieces};

/// Names that a file or module may not have.
const FILES: [&str; 15] = [
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "manager",
    "service",
    "processor",
    "data",
    "info",
    "types",
    "impl_",
    "new2",
];
/// Words that a name may not contain, and what to write instead.
const WORDS: [(&str, &str); 12] = [
    ("util", "say what it does"),
    ("utils", "say what it does"),
    ("helper", "say what it does"),
    ("helpers", "say what it does"),
    ("misc", "say what it is"),
    ("manager", "say what it is"),
    ("processor", "say what it is"),
    ("dto", "use the noun itself"),
    ("validate", "`check` or `verify`"),
    ("process", "the verb of the list in `CONTRIBUTING.md`"),
    ("handle", "the verb of the list in `CONTRIBUTING.md`"),
    ("perform", "the verb of the list in `CONTRIBUTING.md`"),
];
const DEFINES: [&str; 6] = ["fn", "struct", "enum", "trait", "mod", "type"];

/// Returns each name that says nothing.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.rust() {
        let parts = file.path.trim_end_matches(".rs").split('/');
        let fog = parts.filter(|part| FILES.contains(part));
        found.extend(fog.map(|part| format!("{}: a file is not called `{part}`", file.path)));
        if file.path.ends_with("/mod.rs") {
            found.push(format!("{}: `foo.rs` and `foo/`, never `mod.rs`", file.path));
        }
        for piece in pieces(&file.text) {
            if let Piece::Code(code) = piece {
                found.extend(defined(code).filter_map(|name| fog_in(&file.path, name)));
            }
        }
    }
    found
}

/// Returns the names that a stretch of code defines.
fn defined(code: &str) -> impl Iterator<Item = &str> {
    let words =
        || code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty());
    words().zip(words().skip(1)).filter(|(first, _)| DEFINES.contains(first)).map(|(_, name)| name)
}

fn fog_in(path: &str, name: &str) -> Option<String> {
    if name.ends_with("V2") || name.ends_with("_v2") {
        return Some(format!("{path}: `{name}`: say what is different"));
    }
    let parts = split(name);
    let found = WORDS.iter().find(|(word, _)| parts.iter().any(|part| part == word));
    found.map(|(_, instead)| format!("{path}: `{name}`: {instead}"))
}

/// Cuts a name of snakes or camels into its words.
fn split(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for character in name.chars() {
        if character == '_' || character.is_uppercase() {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut().filter(|_| character != '_') {
            part.extend(character.to_lowercase());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fog_is_found_in_snakes_and_camels() {
        let code = "pub fn validate_act() {} struct ActManager; fn checked() {} enum LawV2 {}";
        let names: Vec<_> = defined(code).filter(|name| fog_in("x", name).is_some()).collect();
        assert_eq!(names, ["validate_act", "ActManager", "LawV2"]);
    }
}
