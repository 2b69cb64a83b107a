//! `chair` and `office`: who holds a seat, what each reading expected, who is next.

use super::find;
use crate::answer::Answer;
use crate::failure::Failure;
use servanda_publish::columns::cell;
use servanda_publish::json;
use servanda_query::{Asking, Moment, chair, office};

pub(super) fn chair_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let organ = find(&asking.law.body_names, word, "an organ")?;
    let found = chair(asking, organ, at);
    Ok(seat_answer(json::chair(asking, &found, at), &format!("chair of {word}"), at))
}

pub(super) fn office_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let office_id = find(&asking.law.office_names, word, "an office")?;
    let found = office(asking, office_id, at);
    Ok(seat_answer(json::office(asking, &found, at), word, at))
}

/// Says who holds a seat, or why nobody is named.
fn holder(json: &serde_json::Value) -> String {
    let field = |key: &str| cell(json.get(key));
    match (field("holder"), field("note")) {
        (holder, _) if !holder.is_empty() && field("act").is_empty() => {
            format!("{holder}, expected")
        }
        (holder, _) if !holder.is_empty() => holder,
        (_, note) if note.starts_with("expected") => "not known, expected".to_owned(),
        (_, note) if note.is_empty() => "nobody found in this record".to_owned(),
        _ => "left open".to_owned(),
    }
}

/// Says who holds a seat, of whom and from when through when, on one line.
pub(super) fn held(json: &serde_json::Value) -> String {
    let mut said = holder(json);
    for key in ["of", "since", "until"] {
        let value = cell(json.get(key));
        if !value.is_empty() {
            said.push_str(&format!(" {key} {value}"));
        }
    }
    said
}

/// Sets out a chair or an office: the holder, then what each reading expected, then who is next.
fn seat_answer(json: serde_json::Value, subject: &str, at: &Moment) -> Answer {
    let list = json.get("readings").cloned().unwrap_or_default();
    let columns = [("reading", "name"), ("expected", "holder"), ("article", "article")];
    let field = |key: &str| cell(json.get(key));
    let mut heading = vec![format!("{subject} on {}: {}", at.on, holder(&json))];
    for (key, words) in [
        ("of", "of"),
        ("since", "since"),
        ("until", "until"),
        ("article", "under"),
        ("deviation", "departs:"),
        ("explained", "explained:"),
        ("note", "note:"),
    ] {
        let value = field(key);
        if !value.is_empty() {
            heading.push(format!("{words} {value}"));
        }
    }
    let mut notes = Vec::new();
    for turn in json.get("next").and_then(serde_json::Value::as_array).into_iter().flatten() {
        let from = cell(turn.get("from"));
        let from = if from.is_empty() { String::new() } else { format!(" from {from}") };
        notes.push(format!("expected next: {}{from}", cell(turn.get("state"))));
    }
    for lost in json.get("lost").and_then(serde_json::Value::as_array).into_iter().flatten() {
        notes.push(cell(Some(lost)));
    }
    let mut answer = Answer::of_list(json, &list, &columns);
    answer.heading = heading;
    answer.notes = notes;
    answer
}
