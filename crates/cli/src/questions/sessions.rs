//! `sessions`: when an organ met, where, and what it decided.

use super::find;
use crate::answer::Answer;
use crate::failure::Failure;
use servanda_publish::json;
use servanda_query::{Asking, Moment, sessions};

/// Answers `sessions`.
pub(super) fn sessions_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let organ = find(&asking.law.body_names, word, "an organ")?;
    let found = sessions(asking, organ, at);
    let value = json::sessions(asking, &found, at);
    let list = value.get("sessions").cloned().unwrap_or_default();
    let columns = [
        ("when", "when"),
        ("where", "place"),
        ("host", "host"),
        ("how", "form"),
        ("decided", "decided"),
        ("sources", "sources"),
    ];
    let mut answer = Answer::of_list(value, &list, &columns);
    answer.heading.push(format!("{word}: {} sessions by {}", found.sessions.len(), at.on));
    if let Some(yearly) = found.yearly {
        answer.heading.push(format!("the law asks for at least {yearly} a year"));
    }
    for (year, count) in &found.short_years {
        let said = if *count == 0 { "no session".to_owned() } else { format!("{count} sessions") };
        answer.notes.push(format!("{year}: {said} found in this record"));
    }
    Ok(answer)
}
