//! Pages of the book that are written from the tables in the code.

use crate::fault::Fault;
use crate::files::read;
use servanda_engine::Refusal;
use std::path::Path;

/// A page that is written, never edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path from the root.
    pub path: &'static str,
    /// Its whole text.
    pub text: String,
}

type Table = &'static [(&'static str, &'static str)];

const WRITTEN: &str = "<!-- Written by `BLESS=1 cargo test` from the tables in the code. -->\n";

/// Returns the pages as they must stand.
pub fn pages() -> Vec<Page> {
    vec![diagnostics(), refusals()]
}

/// Returns the paths of the pages that differ from the code.
///
/// # Errors
/// The fault of the disk.
pub fn stale(root: &Path) -> Result<Vec<&'static str>, Fault> {
    let mut differing = Vec::new();
    for page in pages() {
        let path = root.join(page.path);
        if !path.is_file() || read(&path)? != page.text {
            differing.push(page.path);
        }
    }
    Ok(differing)
}

fn diagnostics() -> Page {
    let mut text = format!(
        "{WRITTEN}# Diagnostics\n\n\
         What a reader of text can say about it.\n\
         Every one names file, line and column, shows the line, and ends with exit code 2.\n\
         With `--format json` each is one object on a line of its own, as many lines as there are faults.\n"
    );
    let tables: [(&str, Table); 4] = [
        ("Both languages", servanda_text::CODES),
        ("Charters", servanda_charter::CODES),
        ("Journals", servanda_journal::CODES),
        ("Files of votes and deposits", servanda_publish::votes::CODES),
    ];
    for (title, codes) in tables {
        text.push_str(&format!("\n## {title}\n\n"));
        text.push_str(&table(codes, |code| format!("`{code}`")));
    }
    Page { path: "docs/book/reference/diagnostics.md", text }
}

fn refusals() -> Page {
    let mut text = format!(
        "{WRITTEN}# Refusals\n\n\
         What the door answers to a live act that it does not admit.\n\
         A refusal names the article that decided, where there is one, and ends with exit code 1.\n\
         History is never refused: what breaks a rule there stays, with a finding.\n\
         Each code leads to a worked case with the nearest case that is admitted.\n\n"
    );
    let linked = |code: &str| format!("[`{code}`](../../../scenarios/refuse/{code}.md)");
    text.push_str(&table(Refusal::CODES, linked));
    Page { path: "docs/book/reference/refusals.md", text }
}

fn table(codes: Table, first: impl Fn(&str) -> String) -> String {
    let rows = codes.iter().map(|(code, meaning)| format!("| {} | {meaning} |\n", first(code)));
    let head = "| code | meaning |\n|---|---|\n".to_owned();
    std::iter::once(head).chain(rows).collect()
}
