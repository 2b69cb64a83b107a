//! What is awaited of a state.

use super::find;
use crate::answer::Answer;
use crate::failure::Failure;
use servanda_publish::{columns, json};
use servanda_query::{Asking, Moment, awaited};

/// Answers what a state must answer, what is overdue first.
pub(super) fn today_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let state = find(&asking.law.party_names, word, "a state")?;
    let json = json::by_rules(asking, at, json::awaited(asking, &awaited(asking, state, at)));
    let mut answer = Answer::of_list(json.clone(), &json, columns::AWAITED);
    if answer.rows.is_empty() {
        answer.notes.push(format!("nothing in this record awaits {word} on {}", at.on));
    }
    Ok(answer)
}
