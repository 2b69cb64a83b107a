//! Sessions as JSON.

use super::{act, moment, sources};
use serde_json::{Value, json};
use servanda_query::{Asking, Moment, Sessions, place_name};

/// The answer to `sessions`.
pub fn sessions(asking: &Asking<'_>, answer: &Sessions, at: &Moment) -> Value {
    let rows = answer.sessions.iter().map(|session| {
        json!({
            "act": act(asking, session.act.position),
            "when": session.act.when,
            "place": session.place.and_then(|place| place_name(asking, place)),
            "host": session.host.map(|host| asking.law.party_names.word(host)),
            "form": session.form.word(),
            "decided": session.decided.iter().map(|made| act(asking, made.position)).collect::<Vec<_>>(),
            "sources": sources(asking, &session.act.sources),
        })
    });
    let value = json!({
        "organ": asking.law.body_names.word(answer.organ),
        "sessions": rows.collect::<Vec<_>>(),
        "yearly": answer.yearly,
        "fewer_found": answer.short_years.iter().map(|(year, count)| {
            json!({"year": year, "sessions": count, "grade": "unrecorded"})
        }).collect::<Vec<_>>(),
    });
    moment(asking, at, value)
}
