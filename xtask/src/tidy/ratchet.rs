//! Files keep to their size; what is larger today stands in `xtask/tidy.toml` and may only shrink.

use crate::tree::{File, Tree};
use std::collections::BTreeMap;

const LIST: &str = "xtask/tidy.toml";
const LINES_MAX: usize = 400;
const FACE_MAX: usize = 80;

/// Returns each file that is too large, and each entry of the list that is no longer true.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let (listed, mut found) = read(tree.text(LIST).unwrap_or(""));
    let mut seen = Vec::new();
    for file in tree.rust() {
        let (lines, most) = (file.text.lines().count(), limit(file));
        match listed.get(file.path.as_str()) {
            Some(listed) => {
                seen.push(file.path.as_str());
                found.extend(ratchet(&file.path, lines, *listed, most));
            }
            None if lines > most => {
                found.push(format!("{} has {lines} lines of {most}: split it by noun", file.path));
            }
            None => {}
        }
    }
    let gone = listed.keys().filter(|path| !seen.contains(*path));
    found.extend(gone.map(|path| format!("{LIST}: `{path}` is gone: take it off the list")));
    found
}

fn limit(file: &File) -> usize {
    if file.path.ends_with("/src/lib.rs") { FACE_MAX } else { LINES_MAX }
}

fn ratchet(path: &str, lines: usize, listed: usize, most: usize) -> Option<String> {
    if lines > listed {
        return Some(format!(
            "{path} grew from {listed} to {lines} lines: the list may only shrink"
        ));
    }
    if lines <= most {
        return Some(format!("{path} is short now: take it off `{LIST}`"));
    }
    (lines < listed).then(|| format!("{path} shrank to {lines} lines: write that in `{LIST}`"))
}

/// Reads the list: under `[lines]`, a path in quotation marks and its number of lines.
fn read(text: &str) -> (BTreeMap<&str, usize>, Vec<String>) {
    let mut listed = BTreeMap::new();
    let mut found = Vec::new();
    for (number, line) in (1_usize..).zip(text.lines()) {
        if line.is_empty() || line.starts_with('#') || line == "[lines]" {
            continue;
        }
        let entry = line.split_once(" = ").and_then(|(path, lines)| {
            let path = path.strip_prefix('"')?.strip_suffix('"')?;
            Some((path, lines.parse().ok()?))
        });
        match entry {
            Some((path, lines)) => {
                listed.insert(path, lines);
            }
            None => found.push(format!("{LIST}:{number}: a line is `\"PATH\" = LINES`")),
        }
    }
    (listed, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_may_only_shrink() {
        assert_eq!(ratchet("a", 500, 500, 400), None);
        assert!(ratchet("a", 501, 500, 400).is_some());
        assert!(ratchet("a", 450, 500, 400).is_some());
        assert!(ratchet("a", 390, 500, 400).is_some());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told() {
        let (listed, found) = read("# why\n[lines]\n\"a.rs\" = 500\nb.rs = 1\n");
        assert_eq!((listed.get("a.rs"), found.len()), (Some(&500), 1));
    }
}
