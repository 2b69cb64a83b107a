//! One account beside our reading: what it tells, what its own tables print, and where we differ.

use super::seats::held;
use crate::answer::Answer;
use crate::arguments::Command;
use serde_json::{Value, json};
use servanda_model::{Asks, SourceId};
use servanda_publish::columns::cell;
use servanda_publish::json as forms;
use servanda_query::{
    Asking, Moment, act_sentence, chair, members, office, source_text, status, timeline,
};

/// Adds our reading to an answer that follows one account.
pub(crate) fn beside(answer: &mut Answer, command: &Command, asking: &Asking<'_>, at: &Moment) {
    let Some(account) = at.account else { return };
    let ours = Moment { account: None, ..*at };
    if let Command::Status { instrument, .. } = command {
        let Some(id) = asking.law.instrument_names.find(instrument) else { return };
        let reading = forms::status(asking, &status(asking, id, &ours), &ours);
        compare(answer, reading.get("participants"), &["status", "since", "until", "cause"]);
        printed(
            answer,
            asking,
            account,
            |asks| matches!(asks, Asks::EntryYearOf(i) | Asks::ExitYearOf(i) if *i == id),
        );
    } else if let Command::Members { organisation, .. } = command {
        let Some(id) = asking.law.body_names.find(organisation) else { return };
        let reading = forms::members(asking, &members(asking, id, &ours), &ours);
        compare(answer, reading.get("members"), &["status", "since", "cause"]);
        printed(
            answer,
            asking,
            account,
            |asks| matches!(asks, Asks::Membership(b) | Asks::EntryYear(b) | Asks::ExitYear(b) if *b == id),
        );
    } else if let Command::Chair { organ, .. } = command {
        let Some(id) = asking.law.body_names.find(organ) else { return };
        seat(answer, &forms::chair(asking, &chair(asking, id, &ours), &ours));
    } else if let Command::Office { office: word, .. } = command {
        let Some(id) = asking.law.office_names.find(word) else { return };
        seat(answer, &forms::office(asking, &office(asking, id, &ours), &ours));
    } else if let Command::Timeline { state: None, .. } = command {
        events(answer, asking, at);
    } else {
        return;
    }
    let told = timeline(asking, at).len();
    let word = asking.law.source_names.word(account);
    answer.heading.insert(0, format!("as {word} tells it, from the {told} acts that it tells"));
    answer.notes.push(format!("an act that {word} does not tell is not followed here, so a status may be missing where the account says nothing"));
}

/// Adds who holds the seat in our reading.
fn seat(answer: &mut Answer, ours: &Value) {
    let said = held(ours);
    if answer.columns.first() != Some(&"reading") {
        // A sheet of values has no heading that could say it.
        answer.columns.push("our reading");
        answer.rows.iter_mut().for_each(|row| row.push(said.clone()));
    }
    answer.heading.push(format!("our reading: {said}"));
    if let Some(fields) = answer.json.as_object_mut() {
        let kept = ["holder", "of", "since", "until", "article", "act"];
        let kept = kept.iter().filter_map(|key| Some(((*key).to_owned(), ours.get(*key)?.clone())));
        fields.insert("our_reading".to_owned(), Value::Object(kept.collect()));
    }
}

/// Adds our status of each state, and the states that the account's acts do not reach.
fn compare(answer: &mut Answer, ours: Option<&Value>, keys: &[&str]) {
    let list: Vec<&Value> = ours.and_then(Value::as_array).into_iter().flatten().collect();
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
        row.push(found.map_or_else(|| "not in our reading".to_owned(), |ours| said(ours)));
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
    if let Some(fields) = answer.json.as_object_mut() {
        fields.insert("our_reading".to_owned(), list.into_iter().cloned().collect());
    }
}

/// Adds what the account's own tables print about the same thing, row by row.
fn printed(
    answer: &mut Answer,
    asking: &Asking<'_>,
    account: SourceId,
    about: impl Fn(&Asks) -> bool,
) {
    let mut rows: Vec<Value> = Vec::new();
    for table in &asking.history.tables {
        let of_account = table.of.iter().any(|source| source.source == account);
        if !of_account || !table.columns.iter().any(|column| about(&column.asks)) {
            continue;
        }
        for row in &table.rows {
            let cells = table.columns.iter().zip(&row.cells);
            let cells: Vec<String> =
                cells.map(|(column, cell)| format!("{}: {}", column.heading, cell.0)).collect();
            let at: Vec<String> = row.of.iter().map(|source| source_text(asking, source)).collect();
            answer.notes.push(format!(
                "{} prints {}: {} [{}]",
                table.name,
                row.name,
                cells.join(", "),
                at.join(", ")
            ));
            rows.push(json!({"table": table.name, "state": asking.law.party_names.word(row.party),
                "name": row.name, "cells": cells, "sources": at}));
        }
    }
    if let Some(fields) = answer.json.as_object_mut() {
        fields.insert("as_printed".to_owned(), Value::Array(rows));
    }
}

/// Says our reading of each act beside it, where we follow another one.
fn events(answer: &mut Answer, asking: &Asking<'_>, at: &Moment) {
    let ours = Moment { account: None, ..*at };
    for (event, row) in timeline(asking, at).iter().zip(&mut answer.rows) {
        let theirs = asking.place(event.position, at, &[]);
        let own = asking.place(event.position, &ours, &[]);
        let (Some(theirs), Some(own)) = (theirs, own) else { continue };
        let mut differs = String::new();
        if theirs.deed != own.deed {
            differs = format!("{}: {}", own.when, act_sentence(asking, event.position));
        } else if theirs.when != own.when {
            differs = own.when.to_string();
        }
        row.push(differs);
    }
    answer.columns.push("our reading");
}
