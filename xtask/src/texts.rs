//! The texts at the root keep to their size and say what they must.

use crate::tree::Tree;

/// Paths and the most lines each may have.
const LENGTHS: [(&str, usize); 3] =
    [("README.md", 120), ("ARCHITECTURE.md", 300), ("CONTRIBUTING.md", 150)];
/// The two commands a newcomer needs.
const COMMANDS: [&str; 2] = ["cargo run --release -- serve", "cargo test"];
const REQUIRED: [&str; 4] = ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", ".ci/run"];

/// Returns what is amiss in the texts.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, most) in LENGTHS {
        let lines = tree.text(path).map(|text| text.lines().count());
        match lines {
            None => found.push(format!("`{path}` is not there")),
            Some(lines) if lines > most => {
                found.push(format!("`{path}` has {lines} lines of {most}"));
            }
            Some(_) => {}
        }
    }
    for path in REQUIRED {
        if tree.text(path).is_none() {
            found.push(format!("`{path}` is not there"));
        }
    }
    commands(tree.text("README.md").unwrap_or(""), &mut found);
    let invariants = tree.text("ARCHITECTURE.md").unwrap_or("").matches("**Invariant:**").count();
    if !(12..=20).contains(&invariants) {
        found.push(format!("`ARCHITECTURE.md` has {invariants} invariants of 12 to 20"));
    }
    found
}

/// The README names the newcomer's two commands and no other of cargo.
fn commands(readme: &str, found: &mut Vec<String>) {
    let lines = readme.lines().map(str::trim);
    let named: Vec<&str> = lines.filter(|line| line.starts_with("cargo ")).collect();
    if named != COMMANDS {
        found.push(format!("`README.md` names {named:?} where a newcomer needs {COMMANDS:?}"));
    }
}
