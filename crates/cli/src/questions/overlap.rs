//! `overlap`: who stood on two sides at once.

use crate::answer::Answer;
use crate::failure::Failure;
use serde_json::Value;
use servanda_publish::json as forms;
use servanda_query::{Asking, Moment, Side, overlap};

/// Answers `overlap`.
pub(super) fn overlap_of(
    asking: &Asking<'_>,
    (one, other): (&str, &str),
    at: &Moment,
) -> Result<Answer, Failure> {
    let found = overlap(asking, side(asking, one)?, side(asking, other)?, at);
    let json = forms::overlap(asking, (one, other), &found, at);
    let list = json.get("overlaps").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &Value::Null, &[]);
    answer.columns = vec!["state", "in the one", "in the other", "in both"];
    let told = |value: Option<&Value>| {
        let day = |key: &str| crate::answer::cell(value.and_then(|value| value.get(key)));
        match (day("from"), day("until")) {
            (from, _) if from.is_empty() => "never at once".to_owned(),
            (from, until) if until.is_empty() => format!("from {from}"),
            (from, until) => format!("{from} through {until}"),
        }
    };
    let row = |row: &Value| {
        let state = crate::answer::cell(row.get("state"));
        vec![state, told(row.get("first")), told(row.get("second")), told(row.get("both"))]
    };
    answer.rows = list.iter().map(row).collect();
    if list.is_empty() {
        answer.notes.push(format!("nobody stood in `{one}` and in `{other}` by {}", at.on));
    }
    if found.iter().any(|row| !row.exact) {
        let note = "a first day that is not exactly known stands at the latest it can be";
        answer.notes.push(note.to_owned());
    }
    answer.notes.push("whether the two agree is for an organ to find".to_owned());
    Ok(answer)
}

/// Reads an instrument or an organisation.
fn side(asking: &Asking<'_>, word: &str) -> Result<Side, Failure> {
    if let Some(instrument) = asking.law.instrument_names.find(word) {
        return Ok(Side::Bound(instrument));
    }
    super::find(&asking.law.body_names, word, "an instrument or an organisation").map(Side::Members)
}
