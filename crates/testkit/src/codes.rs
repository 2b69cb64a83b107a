//! Every refusal owns a scenario with the nearest admissible case beside it, and every diagnostic
//! one that shows it.

use crate::fault::Fault;
use crate::files::{read, under};
use servanda_engine::Refusal;
use servanda_model::{Grade, HoleCode};
use std::collections::BTreeSet;
use std::path::Path;

/// The heading under which the nearest admissible case stands.
const TWIN: &str = "\n## The nearest case that is admitted\n";

type Table = &'static [(&'static str, &'static str)];

/// Diagnostics that no scenario shows: two need files of many bytes, and a coverage table is read by
/// a test and by no command.
const NOT_SHOWN: [&str; 3] = ["T-LONG", "C-MANY", "J-COVERAGE"];

/// Returns what is missing between the codes and `scenarios/refuse/` and `scenarios/diagnose/`.
///
/// # Errors
/// The fault of the disk.
pub fn gaps(root: &Path) -> Result<Vec<String>, Fault> {
    let mut missing = set(root, "scenarios/refuse", &[Refusal::CODES], twin)?;
    let tables = [
        servanda_text::CODES,
        servanda_charter::CODES,
        servanda_journal::CODES,
        servanda_publish::votes::CODES,
    ];
    missing.extend(set(root, "scenarios/diagnose", &tables, shown)?);
    missing.extend(holes(root)?);
    missing.extend(grades(root)?);
    Ok(missing)
}

/// Compares the files of a directory with a set of codes, and looks into each.
fn set(
    root: &Path,
    directory: &str,
    tables: &[Table],
    look: impl Fn(&str, &str) -> Vec<String>,
) -> Result<Vec<String>, Fault> {
    let mut missing = Vec::new();
    let codes = tables.iter().copied().flatten().map(|(code, _)| *code);
    let known: BTreeSet<&str> = codes.filter(|code| !NOT_SHOWN.contains(code)).collect();
    for code in &known {
        let path = root.join(directory).join(format!("{code}.md"));
        if path.is_file() {
            missing.extend(look(code, &read(&path)?));
        } else {
            missing.push(format!("`{directory}/{code}.md` is not there"));
        }
    }
    for path in under(&root.join(directory))? {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("");
        if !known.contains(stem) {
            missing.push(format!("`{directory}/{stem}.md` belongs to no code"));
        }
    }
    Ok(missing)
}

/// Returns the lint codes without a scenario that shows the hole and a charter without it.
fn holes(root: &Path) -> Result<Vec<String>, Fault> {
    let mut missing = Vec::new();
    for code in HoleCode::ALL.map(HoleCode::word) {
        let path = format!("scenarios/lint/{code}.md");
        if !root.join(&path).is_file() {
            missing.push(format!("`{path}` is not there"));
            continue;
        }
        let answers = linted(&read(&root.join(&path))?);
        let shows = |answer: &&String| answer.contains(code);
        if !answers.iter().any(|answer| shows(&answer)) {
            missing.push(format!("`{path}` does not show it"));
        }
        if answers.iter().all(|answer| shows(&answer)) {
            missing.push(format!("`{path}` shows no charter without it"));
        }
    }
    Ok(missing)
}

/// Returns what each `servanda lint` of a scenario answers.
fn linted(text: &str) -> Vec<String> {
    let asked = text.split("\n$ servanda ").skip(1).filter(|rest| rest.starts_with("lint"));
    let answer = |rest: &str| rest.split("\n```").next().unwrap_or(rest).to_owned();
    asked.map(answer).collect()
}

/// Returns the grades of findings that no scenario shows, in the words that people read.
fn grades(root: &Path) -> Result<Vec<String>, Fault> {
    let mut texts = Vec::new();
    for path in under(&root.join("scenarios"))? {
        texts.push(read(&path)?);
    }
    let hidden = |grade: &&Grade| !texts.iter().any(|text| text.contains(grade.neutral()));
    let missing = Grade::ALL.iter().filter(hidden);
    Ok(missing.map(|grade| format!("no scenario shows a finding `{}`", grade.word())).collect())
}

fn shown(code: &str, text: &str) -> Vec<String> {
    let is_shown = text.contains(&format!(": error[{code}]: ")) && text.contains("\n[exit 2]\n");
    if is_shown {
        Vec::new()
    } else {
        vec![format!("`scenarios/diagnose/{code}.md` does not show it")]
    }
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
