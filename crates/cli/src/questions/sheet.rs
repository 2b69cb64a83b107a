//! Answers whose table leaves out what a sheet of values must carry: all of it, in one table.

use crate::answer::Answer;
use crate::arguments::Command;
use serde_json::Value;
use servanda_publish::columns::{self, cell};
use servanda_publish::rows;

/// Sets the table of an answer out in full.
pub(super) fn whole(command: &Command, answer: &mut Answer) {
    match command {
        Command::Chair { .. } | Command::Office { .. } => {
            let seat = std::slice::from_ref(&answer.json);
            (answer.columns, answer.rows) =
                joined(seat, columns::SEAT, "readings", columns::READINGS);
        }
        Command::Disputes { .. } => {
            let disputes = answer.json.as_array().map_or(&[][..], Vec::as_slice);
            (answer.columns, answer.rows) =
                joined(disputes, columns::DISPUTED, "changes", columns::CHANGES);
        }
        Command::Matter { .. } => (answer.columns, answer.rows) = rows::matter(&answer.json),
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
