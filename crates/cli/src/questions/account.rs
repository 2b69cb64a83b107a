//! One account beside our reading: what it tells, what its own tables print, and where we differ.

use super::seats::held;
use crate::answer::Answer;
use crate::arguments::Command;
use serde_json::Value;
use servanda_publish::columns::cell;
use servanda_query::{Asking, Moment, timeline};

/// Lays our reading beside an answer that follows one account.
pub(crate) fn beside(answer: &mut Answer, command: &Command, asking: &Asking<'_>, at: &Moment) {
    let Some(account) = at.account else { return };
    if matches!(command, Command::Status { .. }) {
        compare(answer, &["status", "since", "until", "cause"]);
        printed(answer);
    } else if matches!(command, Command::Members { .. }) {
        compare(answer, &["status", "since", "cause"]);
        printed(answer);
    } else if matches!(command, Command::Chair { .. } | Command::Office { .. }) {
        seat(answer);
    } else if matches!(command, Command::Timeline { .. }) {
        events(answer);
    } else {
        return;
    }
    let told = timeline(asking, at).len();
    let word = asking.law.source_names.word(account);
    answer.heading.insert(0, format!("as {word} tells it, from the {told} acts that it tells"));
    answer.notes.push(format!("an act that {word} does not tell is not followed here, so a status may be missing where the account says nothing"));
}

/// Adds who holds the seat in our reading.
fn seat(answer: &mut Answer) {
    let Some(said) = answer.json.get("our_reading").map(held) else { return };
    if answer.columns.first() != Some(&"reading") {
        // A sheet of values has no heading that could say it.
        answer.columns.push("our reading");
        answer.rows.iter_mut().for_each(|row| row.push(said.clone()));
    }
    answer.heading.push(format!("our reading: {said}"));
}

/// Adds our status of each state, and the states that the account's acts do not reach.
fn compare(answer: &mut Answer, keys: &[&str]) {
    let ours = answer.json.get("our_reading").and_then(Value::as_array).cloned();
    let list = ours.unwrap_or_default();
    let said = |row: &Value| -> String {
        let words: Vec<String> = keys
            .iter()
            .map(|key| match (*key, cell(row.get(*key))) {
                (_, text) if text.is_empty() => text,
                ("status", text) => text,
                ("cause", text) => format!("({text})"),
                (key, text) => format!("{key} {text}"),
            })
            .filter(|text| !text.is_empty())
            .collect();
        words.join(" ")
    };
    let width = answer.columns.len();
    for row in &mut answer.rows {
        let state = row.first().cloned().unwrap_or_default();
        let found = list.iter().find(|ours| cell(ours.get("state")) == state);
        row.push(found.map_or_else(|| "not in our reading".to_owned(), &said));
    }
    let told: Vec<String> = answer.rows.iter().filter_map(|row| row.first().cloned()).collect();
    for ours in &list {
        let state = cell(ours.get("state"));
        if !told.contains(&state) {
            let mut row = vec![state, "not told".to_owned()];
            row.resize(width, String::new());
            row.push(said(ours));
            answer.rows.push(row);
        }
    }
    answer.columns.push("our reading");
}

/// Adds what the account's own tables print about the same thing, row by row.
fn printed(answer: &mut Answer) {
    let words = |cells: Option<&Value>| -> String {
        let cells = cells.and_then(Value::as_array).into_iter().flatten();
        cells.map(|it| cell(Some(it))).collect::<Vec<String>>().join(", ")
    };
    let rows = answer.json.get("as_printed").and_then(Value::as_array).into_iter().flatten();
    answer.notes.extend(rows.map(|row| {
        let (table, name) = (cell(row.get("table")), cell(row.get("name")));
        let (cells, at) = (words(row.get("cells")), words(row.get("sources")));
        format!("{table} prints {name}: {cells} [{at}]")
    }));
}

/// Says our reading of each act beside it, where we follow another one.
fn events(answer: &mut Answer) {
    let events = answer.json.as_array().into_iter().flatten();
    for (event, row) in events.zip(&mut answer.rows) {
        row.push(cell(event.get("our_reading")));
    }
    answer.columns.push("our reading");
}
