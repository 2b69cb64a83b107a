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
    let row = |row: &Value| {
        let at_once = match servanda_publish::columns::cell(row.get("at_once")).as_str() {
            "never" => "never at once".to_owned(),
            "unknown" => "not known whether at once".to_owned(),
            _ => told(row.get("both")),
        };
        let state = servanda_publish::columns::cell(row.get("state"));
        vec![state, told(row.get("first")), told(row.get("second")), at_once]
    };
    answer.rows = list.iter().map(row).collect();
    if list.is_empty() {
        answer.notes.push(format!("nobody stood in `{one}` and in `{other}` by {}", at.on));
    }
    answer.notes.push("whether the two agree is for an organ to find".to_owned());
    Ok(answer)
}

/// Says on which days; a day that is not known is told as that, with those between which it lies.
fn told(days: Option<&Value>) -> String {
    let text = |key: &str| servanda_publish::columns::cell(days.and_then(|days| days.get(key)));
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

/// Reads an instrument or an organisation.
fn side(asking: &Asking<'_>, word: &str) -> Result<Side, Failure> {
    if let Some(instrument) = asking.law.instrument_names.find(word) {
        return Ok(Side::Bound(instrument));
    }
    super::find(&asking.law.body_names, word, "an instrument or an organisation").map(Side::Members)
}
