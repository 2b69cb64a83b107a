//! The answer to `disputes`: each act, its readings, and what another reading would change.

use crate::answer::Answer;
use serde_json::Value;
use servanda_publish::columns::cell;
use servanda_publish::{columns, json};
use servanda_query::{Asking, Moment, disputes};

/// Answers `disputes`.
pub(super) fn disputes_of(asking: &Asking<'_>, at: &Moment) -> Answer {
    let found = disputes(asking, at);
    let json = json::on_record(asking, at, json::disputes(asking, &found));
    let mut answer = Answer::of_list(json.clone(), &json, columns::DISPUTED);
    for dispute in json.as_array().into_iter().flatten() {
        answer.notes.push(String::new());
        answer.notes.push(cell(dispute.get("act")));
        for reading in dispute.get("readings").and_then(Value::as_array).into_iter().flatten() {
            answer.notes.push(format!(
                "  reading: {} [{}]",
                cell(reading.get("value")),
                cell(reading.get("sources"))
            ));
        }
        let changes = dispute.get("changes").and_then(Value::as_array);
        for change in changes.into_iter().flatten() {
            let (from, until) = (edge(change, "from"), edge(change, "until"));
            let until = until.map_or_else(|| "on".to_owned(), |until| format!("through {until}"));
            answer.notes.push(format!(
                "  changes: from {} {until}: {}",
                from.unwrap_or_default(),
                cell(change.get("what"))
            ));
        }
        if changes.is_none_or(Vec::is_empty) {
            answer.notes.push("  changes nothing that this record asks".to_owned());
        }
    }
    answer
}

/// Returns the first or the last day of a change, with the mark of uncertain dates (EDTF) where it
/// is not exactly known.
fn edge(change: &Value, name: &str) -> Option<String> {
    let uncertain = cell(change.get(format!("{name}_uncertain")));
    let known = cell(change.get(name));
    let shown = if uncertain.is_empty() { known } else { format!("{uncertain}?") };
    (!shown.is_empty()).then_some(shown)
}
