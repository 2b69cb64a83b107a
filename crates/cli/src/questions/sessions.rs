//! `sessions`: when an organ met, where, and what it decided.

use super::find;
use crate::answer::Answer;
use crate::failure::Failure;
use servanda_publish::{columns, json};
use servanda_query::{Asking, Moment, session_lines, sessions};

/// Answers `sessions`.
pub(super) fn sessions_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let organ = find(&asking.law.body_names, word, "an organ")?;
    let found = sessions(asking, organ, at);
    let value = json::sessions(asking, &found, at);
    let list = value.get("sessions").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(value, &list, columns::MEETINGS);
    answer.heading.push(format!("{word}: {} sessions by {}", found.sessions.len(), at.on));
    if let Some(yearly) = found.yearly {
        answer.heading.push(format!("the law asks for at least {yearly} a year"));
    }
    if found.alternates {
        answer.heading.push("regular sessions go from one member to another".to_owned());
    }
    for session in &found.sessions {
        let form = session.form.word().map(|form| format!(" {form}")).unwrap_or_default();
        let (when, lines) = (&session.act.when, session_lines(asking, session));
        answer.notes.extend(lines.iter().map(|(of, text)| format!("{when}{form}, {of}: {text}")));
    }
    for call in &found.called {
        let form = call.form.counted().word().unwrap_or_default();
        let (on, text) = (call.on, &call.act.text);
        let said =
            format!("{on} {form}: no session found in this record; {text}, {}", call.act.when);
        answer.notes.push(said);
    }
    for made in found.unplaced.iter() {
        answer
            .notes
            .push(format!("{}: in which session of the day is not told: {}", made.when, made.text));
    }
    for (year, count) in &found.short_years {
        let said = if *count == 0 { "no session".to_owned() } else { format!("{count} sessions") };
        answer.notes.push(format!("{year}: {said} found in this record"));
    }
    Ok(answer)
}
