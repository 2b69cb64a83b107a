//! What a source is and what it is cited for, and the lines that answers cite.

use crate::answer::Answer;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use serde_json::Value;
use servanda_journal::Record;
use servanda_model::Source;
use servanda_publish::columns::cell;
use servanda_publish::json;
use servanda_query::{Asking, Moment};
use std::path::Path;

/// The most characters of a cited line that are shown.
const SHOWN_CHARS: usize = 400;

/// Answers what a source is.
pub(crate) fn source_of(
    asking: &Asking<'_>,
    record: &Record,
    word: &str,
    at: &Moment,
) -> Result<Answer, Failure> {
    let id = super::find(&asking.law.source_names, word, "a source")?;
    let Some(source) = asking.law.source(id) else {
        return Err(crate::serving::not_a_question());
    };
    let json = json::source(asking, id, at, |origin| {
        let (path, line, _) = record.place(origin);
        format!("{path}:{line}")
    });
    let cited_for = json.get("cited_for").and_then(Value::as_array).into_iter().flatten();
    let told_in = |row: &Value| ["cited", "date", "text", "where"].map(|key| cell(row.get(key)));
    let mut rows: Vec<Vec<String>> = cited_for.map(|row| told_in(row).to_vec()).collect();
    rows.sort();
    let dated = source.dated.map(|when| when.to_string());
    let mut heading = vec![format!("{word}: {}", source.titles.main)];
    heading.extend(source.publisher.iter().map(|publisher| format!("published by {publisher}")));
    heading.push(format!("dated {}", dated.as_deref().unwrap_or("not")));
    heading.extend(source.file.iter().map(|file| format!("file {file}")));
    heading.push(format!("evidence {}", source.evidence.word()));
    let columns = vec!["line", "date", "cited for", "in"];
    let notes = told(source, word);
    Ok(Answer { json, heading, columns, rows, notes, exit: Exit::Yes })
}

/// Tells references and notes below the table.
fn told(source: &Source, word: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let at = |line: Option<u32>| line.map(|line| format!(" [{word}:{line}]")).unwrap_or_default();
    if !source.references.is_empty() {
        notes.push(format!("{} numbered references:", source.references.len()));
    }
    for reference in &source.references {
        let page = reference.page.map(|page| format!(", p. {page}")).unwrap_or_default();
        let told: Vec<String> =
            reference.particulars.iter().map(|(key, said)| format!("; {key} {said}")).collect();
        let (number, title) = (reference.number, &reference.title);
        notes.push(format!("  {number:>3} {title}{page}{}{}", told.concat(), at(reference.line)));
    }
    if !source.footnotes.is_empty() {
        notes.push(format!("{} notes, in our words:", source.footnotes.len()));
    }
    for note in &source.footnotes {
        notes.push(format!("  {:>3} {}{}", note.number, note.text, at(note.line)));
    }
    notes
}

/// Adds each cited line, from the files a reader has.
pub(crate) fn quote(
    answer: &mut Answer,
    asking: &Asking<'_>,
    (shown, world): (&Path, &World),
) -> Result<(), Failure> {
    let directory = &world.directory.join(shown);
    if !directory.is_dir() {
        return Err(Failure::Usage {
            message: format!("`{}` is no directory", shown.display()),
            hint: Some("`--sources` names the directory that holds the sources' files".to_owned()),
        });
    }
    let mut cited: Vec<String> = Vec::new();
    collect(&answer.json, &mut cited);
    cited.sort();
    cited.dedup();
    for word in cited {
        let (name, lines) = word.split_once(':').unwrap_or((&word, ""));
        let file =
            asking.law.source_names.find(name).and_then(|id| asking.law.source(id)?.file.clone());
        let Some(file) = file else { continue };
        let path = directory.join(&file);
        let text = std::fs::read_to_string(&path).map_err(|cause| Failure::Disk {
            doing: "read the source",
            path: path.clone(),
            cause,
        })?;
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        let range =
            SourceRange { first: first.parse().unwrap_or(0), last: last.parse().unwrap_or(0) };
        for (number, line) in (1u32..).zip(text.lines()).filter(|(number, _)| range.has(*number)) {
            let shown: String = line.chars().take(SHOWN_CHARS).collect();
            let more = if shown.len() < line.len() { " …" } else { "" };
            answer.notes.push(format!("{name}:{number} | {shown}{more}"));
        }
    }
    Ok(())
}

struct SourceRange {
    first: u32,
    last: u32,
}

impl SourceRange {
    fn has(&self, line: u32) -> bool {
        self.first <= line && line <= self.last && self.first > 0
    }
}

/// Gathers every cited source of an answer.
fn collect(value: &serde_json::Value, cited: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                if key == "sources" || key == "cited" {
                    let list = value.as_array().into_iter().flatten().chain([value]);
                    cited.extend(list.filter_map(|item| item.as_str().map(str::to_owned)));
                }
                collect(value, cited);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, cited)),
        _ => {}
    }
}
