//! The tables of the accounts, cell by cell.

use crate::answer::Answer;
use crate::exit::Exit;
use crate::failure::Failure;
use servanda_publish::{json, rows};
use servanda_query::{Asking, Moment, source_text, tables};

/// Answers one table, those of one source, or all.
pub(crate) fn tables_of(
    asking: &Asking<'_>,
    wanted: Option<&str>,
    at: &Moment,
) -> Result<Answer, Failure> {
    let source = wanted.and_then(|word| asking.law.source_names.find(word));
    let at = Moment { account: source.or(at.account), ..*at };
    let mut found = tables(asking, &at);
    if let Some(word) = wanted.filter(|_| source.is_none()) {
        let names: Vec<String> = found.iter().map(|table| table.name.clone()).collect();
        found.retain(|table| table.name == word);
        if found.is_empty() {
            let message = format!("`{word}` is no table of this record");
            let hint = Some(format!("known: {}", names.join(", ")));
            return Err(Failure::Usage { message, hint });
        }
    }
    let json = json::on_record(asking, &at, json::tables(asking, &found));
    let mut heading = Vec::new();
    let (columns, rows) = rows::tables(&json);
    for table in &found {
        let of: Vec<String> = table.of.iter().map(|source| source_text(asking, source)).collect();
        heading.push(format!(
            "{}: {} [{}], beside our reading on {}",
            table.name,
            table.title,
            of.join(", "),
            table.on
        ));
    }
    let differ = rows.iter().filter(|row| row.get(4).is_some_and(|ours| !ours.is_empty())).count();
    let mut notes = vec![format!("{} cells, {differ} read otherwise by us", rows.len())];
    if found.is_empty() {
        notes.push("this source has no table in this record".to_owned());
    }
    Ok(Answer { json, heading, columns, rows, notes, exit: Exit::Yes })
}
