//! The tables of answers whose rows are no plain list: made from the answer in JSON, so that the
//! program and the server set out the same.

use crate::columns::{STEP_ACTS, STEPS, cell};
use serde_json::Value;
use servanda_model::Grade;

/// A table: its headings and its rows.
pub type Rows = (Vec<&'static str>, Vec<Vec<String>>);

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: &Value, key: &str) -> String {
    cell(value.get(key))
}

/// Who stood on two sides at once.
pub fn overlap(answer: &Value) -> Rows {
    let row = |row: &Value| {
        let at_once = match text(row, "at_once").as_str() {
            "never" => "never at once".to_owned(),
            "unknown" => "not known whether at once".to_owned(),
            _ => days(row.get("both")),
        };
        vec![text(row, "state"), days(row.get("first")), days(row.get("second")), at_once]
    };
    let headings = vec!["state", "in the one", "in the other", "in both"];
    (headings, list(answer, "overlaps").iter().map(row).collect())
}

/// Says on which days; a day that is not known is told as that, with those between which it lies.
fn days(days: Option<&Value>) -> String {
    let text = |key: &str| cell(days.and_then(|days| days.get(key)));
    let day = |exact: &str, between: &str| match (text(exact), text(between)) {
        (exact, _) if !exact.is_empty() => exact,
        (_, between) if !between.is_empty() => format!("unknown ({between})"),
        _ => String::new(),
    };
    let until = day("until", "until_between");
    let suspended = if text("suspended") == "yes" { ", suspended" } else { "" };
    match (day("from", "from_between"), until) {
        (from, until) if until.is_empty() => format!("from {from}{suspended}"),
        (from, until) => format!("{from} through {until}{suspended}"),
    }
}

/// The same steps of two matters, one beside the other.
pub fn side_by_side(answer: &Value) -> Rows {
    let nothing = Value::Null;
    let side = |key: &str| answer.get(key).unwrap_or(&nothing);
    let (left, right) = (side("left"), side("right"));
    let both = |name: &str, key: &str| {
        vec![name.to_owned(), String::new(), text(left, key), text(right, key)]
    };
    let mut rows = vec![
        both("opened", "opened"),
        both("opened by", "opener"),
        both("spoke for it", "signed"),
        both("article", "article"),
        both("as it stood", "wording"),
        both("how sure", "evidence"),
    ];
    let (steps, others) = (list(left, "steps"), list(right, "steps"));
    for pair in list(answer, "beside") {
        let at =
            |side: usize| pair.get(side)?.as_u64().and_then(|place| usize::try_from(place).ok());
        let one = at(0).and_then(|place| steps.get(place));
        let other = at(1).and_then(|place| others.get(place));
        let named = one.or(other).unwrap_or(&nothing);
        rows.push(vec![text(named, "step"), text(named, "by"), step(one), step(other)]);
    }
    (vec!["step", "by", "left", "right"], rows)
}

/// Returns a step in one cell: when and what, or how it stands.
fn step(step: Option<&Value>) -> String {
    let Some(step) = step else { return "no such step".to_owned() };
    let said = list(step, "acts").iter();
    let said: Vec<String> =
        said.map(|act| format!("{} {}", text(act, "when"), text(act, "text"))).collect();
    if said.is_empty() { text(step, "state") } else { said.join("; ") }
}

/// The steps of a matter, a row for each act, and below them the acts beside its steps.
pub fn matter(answer: &Value) -> Rows {
    let headings = STEPS.iter().chain(STEP_ACTS).map(|(heading, _)| *heading).collect();
    let nothing = [Value::Null];
    let act = |act: &Value| STEP_ACTS.iter().map(|(_, key)| text(act, key)).collect::<Vec<_>>();
    let mut rows = Vec::new();
    for step in list(answer, "steps") {
        let acts = list(step, "acts");
        for one in if acts.is_empty() { &nothing[..] } else { acts } {
            let first = STEPS.iter().map(|(_, key)| text(step, key));
            rows.push(first.chain(act(one)).collect());
        }
    }
    for one in list(answer, "beside") {
        let first = ["beside".to_owned(), String::new(), String::new()];
        rows.push(first.into_iter().chain(act(one)).collect());
    }
    (headings, rows)
}

/// The cells of the tables of sources, each beside our reading.
pub fn tables(answer: &Value) -> Rows {
    let mut rows = Vec::new();
    for table in answer.as_array().map_or(&[][..], Vec::as_slice) {
        for row in list(table, "rows") {
            for (column, one) in list(table, "columns").iter().zip(list(row, "cells")) {
                let (name, column) = (text(row, "name"), cell(Some(column)));
                let read = ["printed", "ours", "because"].map(|key| text(one, key));
                rows.push([text(table, "table"), name, column].into_iter().chain(read).collect());
            }
        }
    }
    (vec!["table", "row", "column", "printed", "our reading", "because"], rows)
}

/// What a source is cited for.
pub fn source(answer: &Value) -> Rows {
    let cited = list(answer, "cited_for").iter();
    let mut rows: Vec<Vec<String>> = cited
        .map(|row| ["cited", "date", "text", "where"].map(|key| text(row, key)).to_vec())
        .collect();
    rows.sort();
    (vec!["line", "date", "cited for", "in"], rows)
}

/// What was checked and did not hold, and what was found.
pub fn check(answer: &Value) -> Rows {
    let at =
        |at: &Value| format!("{}:{}:{}", text(at, "file"), text(at, "line"), text(at, "column"));
    let place = |row: &Value| at(row.get("where").unwrap_or(&Value::Null));
    let message = |row: &Value| match row.get("other") {
        Some(other) => format!("{}; contradicted at {}", text(row, "message"), at(other)),
        None => text(row, "message"),
    };
    let failed = list(answer, "failures").iter().map(|row| {
        let nothing = String::new;
        vec!["failed".to_owned(), nothing(), message(row), place(row), nothing()]
    });
    let found = list(answer, "findings").iter().map(|row| {
        let word = text(row, "grade");
        let grade = Grade::ALL.into_iter().find(|grade| grade.word() == word);
        let said = grade.map_or(word, |grade| grade.neutral().to_owned());
        vec![said, text(row, "article"), message(row), place(row), text(row, "reason")]
    });
    let rows = failed.chain(found).collect();
    (vec!["grade", "article", "message", "at", "expected because"], rows)
}

/// What an organ decides: each condition of each reading with its arithmetic. Where the rule is read
/// in one way, there is no column of readings.
pub fn decision(answer: &Value) -> Rows {
    let mut rows = Vec::new();
    for reading in list(answer, "readings") {
        let name = text(reading, "name");
        let applied = reading.get("why").map_or(&[][..], |why| list(why, "because"));
        for applied in applied {
            let start = [name.clone(), text(applied, "rule"), text(applied, "article")];
            for looked in list(applied, "because") {
                condition(looked, &text(looked, "question"), 0, &start, &mut rows);
            }
        }
    }
    let mut columns =
        vec!["reading", "rule", "article", "question", "condition", "counted", "holds"];
    if rows.iter().all(|row| row.first().is_some_and(String::is_empty)) {
        columns.remove(0);
        rows.iter_mut().for_each(|row| drop(row.remove(0)));
    }
    (columns, rows)
}

fn condition(
    looked: &Value,
    question: &str,
    depth: usize,
    start: &[String; 3],
    rows: &mut Vec<Vec<String>>,
) {
    let holds = looked.get("holds").and_then(Value::as_bool).unwrap_or(false);
    let condition_text = format!("{}{}", "  ".repeat(depth), text(looked, "condition"));
    let mut row = start.to_vec();
    row.extend([question.to_owned(), condition_text, text(looked, "text")]);
    row.push(if holds { "yes" } else { "no" }.to_owned());
    rows.push(row);
    for inner in list(looked, "because") {
        condition(inner, "", depth.saturating_add(1), start, rows);
    }
}
