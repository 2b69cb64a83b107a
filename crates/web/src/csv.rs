//! Answers as comma-separated values (RFC 4180): the tables that the commands of the same names give.

use serde_json::Value;
use servanda_publish::columns::{
    AWAITED, CHANGES, Columns, DIFFERENCES, DISPUTED, DUTIES, EVENTS, HOLES, MATTERS, MEETINGS,
    MEMBERSHIP, READINGS, REASONS, SEAT, STANDING, VERSIONS, cell,
};
use servanda_publish::rows::{self, Rows};

/// A question whose answer has a table: where its list stands, and its columns.
struct Table {
    question: &'static str,
    /// The key of the list; none where the answer is a list itself.
    list: Option<&'static str>,
    columns: Columns,
    /// A list inside each row, and its columns: each of its items is a row of its own.
    inner: Option<(&'static str, Columns)>,
}

const BOUND: Columns = &[("state", "state"), ("bound from", "date")];
const ACTS: Columns = &[
    ("position", "position"),
    ("label", "label"),
    ("date", "date"),
    ("recorded", "recorded"),
    ("what", "text"),
    ("articles", "articles"),
    ("sources", "sources"),
];
const DOCUMENTS: Columns = &[
    ("commitment", "commitment"),
    ("title", "title"),
    ("media", "media"),
    ("bytes", "bytes"),
    ("readers", "readers"),
    ("entry", "entry"),
    ("received", "received"),
    ("body", "body"),
];

const fn table(question: &'static str, list: Option<&'static str>, columns: Columns) -> Table {
    Table { question, list, columns, inner: None }
}

const TABLES: &[Table] = &[
    table("status", Some("participants"), STANDING),
    table("members", Some("members"), MEMBERSHIP),
    Table { inner: Some(("readings", READINGS)), ..table("chair", Some(""), SEAT) },
    Table { inner: Some(("readings", READINGS)), ..table("office", Some(""), SEAT) },
    table("timeline", None, EVENTS),
    table("timeline-of", None, EVENTS),
    table("obligations", None, DUTIES),
    table("today", None, AWAITED),
    table("docket", None, MATTERS),
    table("sessions", Some("sessions"), MEETINGS),
    table("why", Some("because"), REASONS),
    Table { inner: Some(("changes", CHANGES)), ..table("disputes", None, DISPUTED) },
    table("diff", Some("differences"), DIFFERENCES),
    table("what-if", Some("differences"), DIFFERENCES),
    table("article", Some("versions"), VERSIONS),
    table("entry-into-force", Some("per_party"), BOUND),
    table("lint", Some("holes"), HOLES),
    table("acts", Some("acts"), ACTS),
    table("documents", Some("documents"), DOCUMENTS),
];

/// Makes the table of an answer.
type Make = fn(&Value) -> Rows;

/// Questions whose rows are no plain list.
const MADE: &[(&str, Make)] = &[
    ("matter", rows::matter),
    ("side-by-side", rows::side_by_side),
    ("check", rows::check),
    ("tables", rows::tables),
    ("source", rows::source),
    ("overlap", rows::overlap),
    ("decide", rows::decision),
];

/// The questions whose answers name their own columns.
const SHEETS: [&str; 2] = ["sheet", "source-list"];

/// Tells whether the answer to a question has a table.
pub(crate) fn is_offered(question: &str) -> bool {
    SHEETS.contains(&question)
        || TABLES.iter().any(|table| table.question == question)
        || MADE.iter().any(|(made, _)| *made == question)
}

/// Returns the questions whose answers have a table.
pub(crate) fn offered() -> Vec<&'static str> {
    let made = MADE.iter().map(|(question, _)| *question);
    TABLES.iter().map(|table| table.question).chain(made).chain(SHEETS).collect()
}

/// Sets the answer to a question out as a table; none where it has none.
pub(crate) fn of_answer(question: &str, answer: &Value) -> Option<String> {
    if SHEETS.contains(&question) {
        let row = |row: &Value| -> Vec<String> {
            row.as_array().into_iter().flatten().map(|value| cell(Some(value))).collect()
        };
        let rows = answer.get("rows").and_then(Value::as_array).into_iter().flatten().map(row);
        let headings = answer.get("columns").map(row).unwrap_or_default();
        return Some(std::iter::once(headings).chain(rows).map(|row| line(&row)).collect());
    }
    if let Some((_, make)) = MADE.iter().find(|(made, _)| *made == question) {
        let (headings, rows) = make(answer);
        let headings: Vec<String> = headings.into_iter().map(str::to_owned).collect();
        return Some(std::iter::once(headings).chain(rows).map(|row| line(&row)).collect());
    }
    let table = TABLES.iter().find(|table| table.question == question)?;
    let members = servanda_publish::json::every_member(answer);
    let list = match table.list {
        Some("members") => members.as_array().map(Vec::as_slice).unwrap_or_default(),
        None => answer.as_array().map(Vec::as_slice).unwrap_or_default(),
        Some("") => std::slice::from_ref(answer),
        Some(key) => answer.get(key)?.as_array()?.as_slice(),
    };
    let (key, inner) = table.inner.unwrap_or(("", &[]));
    let headings = table.columns.iter().chain(inner).map(|(heading, _)| (*heading).to_owned());
    let mut text = line(&headings.collect::<Vec<_>>());
    let nothing = [Value::Null];
    for object in list {
        let items = object.get(key).and_then(Value::as_array).map(Vec::as_slice);
        let items = items.filter(|items| !items.is_empty()).unwrap_or(&nothing);
        for item in items {
            let first = table.columns.iter().map(|(_, key)| cell(object.get(*key)));
            let rest = inner.iter().map(|(_, key)| cell(item.get(*key)));
            text.push_str(&line(&first.chain(rest).collect::<Vec<_>>()));
        }
    }
    Some(text)
}

/// Sets one row out, with the line end of the RFC.
fn line(row: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let mut text = row.iter().map(quoted).collect::<Vec<_>>().join(",");
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_rows_end_as_the_rfc_says() {
        let answer = json!({"acts": [
            {"position": 0, "text": "says \"a, b\"", "sources": ["s1", "s2"]},
            {"position": 1, "text": "two\nlines", "label": "#x"},
        ]});
        assert_eq!(
            of_answer("acts", &answer).unwrap(),
            "position,label,date,recorded,what,articles,sources\r\n\
             0,,,,\"says \"\"a, b\"\"\",,\"s1, s2\"\r\n\
             1,#x,,,\"two\nlines\",,\r\n"
        );
    }

    #[test]
    fn a_list_inside_a_row_makes_a_row_of_each_item_and_one_where_it_is_empty() {
        let answer = json!([
            {"act": 1, "changes": [{"what": "a"}, {"what": "b"}]}, {"act": 2, "changes": []},
        ]);
        let text = of_answer("disputes", &answer).unwrap();
        let rows: Vec<&str> = text.split_terminator("\r\n").skip(1).collect();
        assert_eq!(rows, ["1,,,,,,,,a", "1,,,,,,,,b", "2,,,,,,,,"]);
    }
}
