//! What a source is and what it is cited for, and the lines that answers cite.

use crate::answer::Answer;
use crate::exit::Exit;
use crate::failure::Failure;
use servanda_journal::Record;
use servanda_model::Source;
use servanda_publish::{json, rows};
use servanda_query::{Asking, Moment};

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
    let (columns, rows) = rows::source(&json);
    let dated = source.dated.map(|when| when.to_string());
    let mut heading = vec![format!("{word}: {}", source.titles.main)];
    heading.extend(source.publisher.iter().map(|publisher| format!("published by {publisher}")));
    heading.push(format!("dated {}", dated.as_deref().unwrap_or("not")));
    heading.extend(source.file.iter().map(|file| format!("file {file}")));
    heading.push(format!("evidence {}", source.evidence.word()));
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
