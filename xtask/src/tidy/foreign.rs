//! Nothing committed speaks of the machine it was written on.

use crate::tree::Tree;

/// This file holds the patterns themselves.
const SELF: &str = "xtask/src/tidy/foreign.rs";
const PATTERNS: [(&str, &str); 9] = [
    ("/root/", "a path of one machine"),
    ("/home/", "a path of one machine"),
    ("/work/", "a path of one machine"),
    ("/Users/", "a path of one machine"),
    ("target/debug", "a path that a setting may change"),
    ("[source.", "a registry other than the usual"),
    ("sparse+http", "a registry other than the usual"),
    ("CARGO_REGISTRIES", "a registry other than the usual"),
    ("replace-with", "a registry other than the usual"),
];
const SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Returns each place that names something of a machine.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    let here = tree.root.display().to_string();
    for file in tree.files.iter().filter(|file| file.path != SELF) {
        for (number, line) in (1_usize..).zip(file.text.lines()) {
            let mut say = |what: &str| found.push(format!("{}:{number}: {what}", file.path));
            if line.contains(&here) {
                say("the path of this checkout");
            }
            for (pattern, what) in PATTERNS {
                if line.contains(pattern) {
                    say(&format!("`{pattern}`: {what}"));
                }
            }
            if file.path == "Cargo.lock" && line.starts_with("source = ") && line != SOURCE {
                say("a package from elsewhere than the usual registry");
            }
        }
    }
    found
}
