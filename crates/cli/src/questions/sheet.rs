//! Answers whose table leaves out what a sheet of values must carry: all of it, in one table.

use crate::answer::{Answer, cell};
use crate::arguments::Command;
use serde_json::Value;

/// What a chair or an office says once, before its readings.
const SEAT: [(&str, &str); 8] = [
    ("holder", "holder"),
    ("of", "of"),
    ("since", "since"),
    ("until", "until"),
    ("article", "article"),
    ("departs", "deviation"),
    ("explained", "explained"),
    ("note", "note"),
];

/// Sets the table of an answer out in full.
pub(super) fn whole(command: &Command, answer: &mut Answer) {
    match command {
        Command::Chair { .. } | Command::Office { .. } => {
            let readings =
                [("reading", "name"), ("expected", "holder"), ("its article", "article")];
            let seat = std::slice::from_ref(&answer.json);
            (answer.columns, answer.rows) = joined(seat, &SEAT, "readings", &readings);
        }
        Command::Disputes { .. } => {
            let act = [
                ("act", "act"),
                ("what", "what"),
                ("followed", "preferred"),
                ("because", "reason"),
            ];
            let changes = [("from", "from"), ("until", "until"), ("changes", "what")];
            let disputes = answer.json.as_array().map_or(&[][..], Vec::as_slice);
            (answer.columns, answer.rows) = joined(disputes, &act, "changes", &changes);
        }
        _ => {}
    }
}

type Columns<'c> = [(&'static str, &'c str)];

/// Returns one row for each item of a list inside each object, and one where the list is empty.
fn joined(
    objects: &[Value],
    outer: &Columns<'_>,
    list: &str,
    inner: &Columns<'_>,
) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let headings = outer.iter().chain(inner).map(|(heading, _)| *heading).collect();
    let nothing = [Value::Null];
    let mut rows = Vec::new();
    for object in objects {
        let items = object.get(list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for item in if items.is_empty() { &nothing[..] } else { items } {
            let first = outer.iter().map(|(_, key)| cell(object.get(*key)));
            let rest = inner.iter().map(|(_, key)| cell(item.get(*key)));
            rows.push(first.chain(rest).collect());
        }
    }
    (headings, rows)
}
