//! Every refusal owns a scenario with the nearest admissible case beside it.

use crate::fault::Fault;
use crate::files::{read, under};
use std::collections::BTreeSet;
use std::path::Path;

/// The heading under which the nearest admissible case stands.
const TWIN: &str = "\n## The nearest case that is admitted\n";

/// Returns what is missing between refusal codes and `scenarios/refuse/`.
///
/// # Errors
/// The fault of the disk.
pub fn gaps(root: &Path, codes: &[(&str, &str)]) -> Result<Vec<String>, Fault> {
    let directory = root.join("scenarios/refuse");
    let mut missing = Vec::new();
    for (code, _) in codes {
        let path = directory.join(format!("{code}.md"));
        if path.is_file() {
            missing.extend(twin(code, &read(&path)?));
        } else {
            missing.push(format!("`scenarios/refuse/{code}.md` is not there"));
        }
    }
    let known: BTreeSet<&str> = codes.iter().map(|(code, _)| *code).collect();
    for path in under(&directory)? {
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("");
        if !known.contains(stem) {
            missing.push(format!(
                "`scenarios/refuse/{stem}.md` belongs to no refusal code"
            ));
        }
    }
    Ok(missing)
}

fn twin(code: &str, text: &str) -> Vec<String> {
    let mut missing = Vec::new();
    let mut say = |what: &str| missing.push(format!("`scenarios/refuse/{code}.md` {what}"));
    let Some((refused, admitted)) = text.split_once(TWIN) else {
        say("has no section `## The nearest case that is admitted`");
        return missing;
    };
    if !refused.contains(code) || !refused.contains("\n[exit 1]\n") {
        say("does not show the refusal");
    }
    if !admitted.contains("\n$ servanda try ") || admitted.contains("\n[exit ") {
        say("does not show the admitted case");
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_without_its_twin_is_missed() {
        let shown = "```console\n$ servanda try a\nR-X: no\n[exit 1]\n```\n";
        let twin_shown = format!("{shown}{TWIN}```console\n$ servanda try b\nyes\n```\n");
        assert_eq!(twin("R-X", &twin_shown), Vec::<String>::new());
        assert_eq!(twin("R-X", shown).len(), 1);
        assert_eq!(twin("R-Y", &twin_shown).len(), 1);
        assert_eq!(twin("R-X", &format!("{shown}{TWIN}{shown}")).len(), 1);
    }
}
