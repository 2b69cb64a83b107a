//! `overlap`: who stood on two sides at once.

use crate::answer::Answer;
use crate::failure::Failure;
use serde_json::Value;
use servanda_publish::{json as forms, rows};
use servanda_query::{Asking, Moment, Side, overlap};

/// Answers `overlap`.
pub(super) fn overlap_of(
    asking: &Asking<'_>,
    (one, other): (&str, &str),
    at: &Moment,
) -> Result<Answer, Failure> {
    let found = overlap(asking, side(asking, one)?, side(asking, other)?, at);
    let json = forms::overlap(asking, (one, other), &found, at);
    let mut answer = Answer::of_list(json, &Value::Null, &[]);
    (answer.columns, answer.rows) = rows::overlap(&answer.json);
    if answer.rows.is_empty() {
        answer.notes.push(format!("nobody stood in `{one}` and in `{other}` by {}", at.on));
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
