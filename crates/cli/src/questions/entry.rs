//! `entry-into-force`: when an instrument enters into force on steps that a file gives.

use super::find;
use crate::answer::Answer;
use crate::arguments::Entry;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::table_file;
use crate::world::World;
use serde_json::Value;
use servanda_journal::Record;
use servanda_model::InstrumentId;
use servanda_publish::columns::cell;
use servanda_publish::{deposits, json};
use servanda_query::{Asking, Moment, add_steps, entry, set_weights};

/// Steps that were put to a record: the instrument and the position of the first.
pub(super) type Put = (InstrumentId, u32);

/// Puts the steps of a file to a record.
pub(super) fn put(record: &mut Record, asked: &Entry, world: &World) -> Result<Put, Failure> {
    let instrument = find(&record.law.instrument_names, &asked.instrument, "an instrument")?;
    let file = table_file::read(&asked.deposits, world)?;
    let steps = deposits::read(file.text.as_bytes(), &record.law);
    let steps = steps.map_err(|faults| file.failure(faults))?;
    set_weights(&mut record.law, instrument, &steps);
    Ok((instrument, add_steps(&mut record.history, instrument, &steps)))
}

/// Answers `entry-into-force`.
pub(super) fn entry_of(asking: &Asking<'_>, (instrument, first): Put, at: &Moment) -> Answer {
    let found = entry(asking, instrument, first, at);
    let value = json::entry(asking, &found, at);
    let list = value.get("per_party").cloned().unwrap_or_default();
    let mut answer =
        Answer::of_list(value.clone(), &list, &[("state", "state"), ("bound from", "date")]);
    let word = asking.law.instrument_names.word(instrument);
    let stands = match (found.in_force, found.date) {
        (true, Some(date)) => format!("in force since {date}"),
        (true, None) => "in force".to_owned(),
        (false, _) => "not in force".to_owned(),
    };
    answer.heading.push(format!("{word} on {}: {stands}", at.on));
    if let Some(why) = value.get("why") {
        let (article, weighed) = (cell(why.get("article")), cell(why.get("weighed_on")));
        match (article.is_empty(), weighed.is_empty()) {
            (true, _) => {}
            (false, true) => answer.heading.push(format!("under {article}")),
            (false, false) => answer.heading.push(format!("{article}, weighed on {weighed}:")),
        }
        for step in why.get("because").and_then(Value::as_array).into_iter().flatten() {
            steps(step, 1, &mut answer.heading);
        }
        answer.notes.push(format!("weakest evidence: {}", cell(why.get("evidence"))));
    }
    let note = value.get("note").and_then(Value::as_str);
    answer.notes.extend(note.map(str::to_owned));
    answer.exit = if found.in_force { Exit::Yes } else { Exit::No };
    answer
}

fn steps(step: &Value, depth: usize, lines: &mut Vec<String>) {
    let holds = step.get("holds").and_then(Value::as_bool).unwrap_or(false);
    let holds = if holds { "holds" } else { "does not hold" };
    let (condition, text) = (cell(step.get("condition")), cell(step.get("text")));
    lines.push(format!("{}{condition}: {text} - {holds}", "  ".repeat(depth)));
    for inner in step.get("because").and_then(Value::as_array).into_iter().flatten() {
        steps(inner, depth.saturating_add(1), lines);
    }
}
