//! The shape of a source file: its first line, nothing left open, the bans of pure rooms.

use crate::tree::Tree;
use servanda_testkit::{Piece, pieces};

const PURE: [&str; 9] =
    ["text", "model", "charter", "journal", "engine", "query", "publish", "note", "tlog"];

/// Returns each source file that does not begin by saying what it is for.
pub(crate) fn docs(tree: &Tree) -> Vec<String> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//! "));
    silent
        .map(|file| format!("{} begins with no `//!` of one to five sentences", file.path))
        .collect()
}

/// Returns each comment that leaves something open without a number, and each that hides faults.
pub(crate) fn open(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.rust() {
        for piece in pieces(&file.text) {
            let Piece::Comment(text) = piece else {
                continue;
            };
            let marks = ["FIXME", "XXX"].into_iter().filter(|mark| text.contains(mark));
            found.extend(marks.map(|mark| format!("{}: `{mark}`: mend it now", file.path)));
            let numbered = text.split("TODO").skip(1).all(|after| after.starts_with("(#"));
            if !numbered {
                found.push(format!(
                    "{}: `TODO` needs the number of an issue: `TODO(#4)`",
                    file.path
                ));
            }
        }
    }
    found
}

/// Returns what is amiss about the bans: one text for all pure rooms, with the root's thresholds.
pub(crate) fn bans(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    let first = tree.text("crates/text/clippy.toml").unwrap_or("");
    for room in PURE {
        let path = format!("crates/{room}/clippy.toml");
        match tree.text(&path) {
            None => found.push(format!("`{path}` is not there")),
            Some(text) if text != first => {
                found.push(format!("`{path}` differs from that of `text`"));
            }
            Some(_) => {}
        }
    }
    for line in tree.text("clippy.toml").unwrap_or("").lines().filter(|line| line.contains(" = ")) {
        if !first.lines().any(|own| own == line) {
            found.push(format!("the pure rooms' `clippy.toml` lacks the root's `{line}`"));
        }
    }
    found
}
