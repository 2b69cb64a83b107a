//! Sessions as JSON.

use super::{act, article, moment, sources};
use serde_json::{Value, json};
use servanda_model::LabelId;
use servanda_query::{
    ActAnswer, AgendaAnswer, Asking, MinutesAnswer, Moment, SatAnswer, Sessions, place_name,
};

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
            "hosts_again": session.hosts_again,
            "call": session.call.as_ref().map(|call| paper(asking, call)),
            "agenda": session.agenda.iter().map(|stage| agenda(asking, stage)).collect::<Vec<_>>(),
            "register": session.register.iter().map(|one| sat(asking, one)).collect::<Vec<_>>(),
            "minutes": session.minutes.iter().map(|one| minutes(asking, one)).collect::<Vec<_>>(),
        })
    });
    let called = answer.called.iter().map(|call| {
        json!({"act": act(asking, call.act.position), "when": call.act.when,
            "on": call.on.to_string(), "form": call.form.word()})
    });
    let value = json!({
        "organ": asking.law.body_names.word(answer.organ),
        "sessions": rows.collect::<Vec<_>>(),
        "article": article(asking, answer.article),
        "yearly": answer.yearly,
        "alternates": answer.alternates,
        "called": called.collect::<Vec<_>>(),
        "unplaced": answer.unplaced.iter().map(|made| paper(asking, made)).collect::<Vec<_>>(),
        "fewer_found": answer.short_years.iter().map(|(year, count)| {
            json!({"year": year, "sessions": count, "grade": "unrecorded"})
        }).collect::<Vec<_>>(),
    });
    moment(asking, at, value)
}

fn paper(asking: &Asking<'_>, paper: &ActAnswer) -> Value {
    json!({"act": act(asking, paper.position), "when": paper.when, "text": paper.text})
}

fn agenda(asking: &Asking<'_>, agenda: &AgendaAnswer) -> Value {
    let word = |label: LabelId| asking.history.labels.word(label).to_owned();
    let items = agenda.items.iter();
    let items = items.map(|item| json!({"title": item.title, "matter": item.matter.map(word)}));
    json!({"stage": agenda.stage.word(), "act": act(asking, agenda.act.position),
        "when": agenda.act.when, "items": items.collect::<Vec<_>>()})
}

fn sat(asking: &Asking<'_>, sat: &SatAnswer) -> Value {
    let credentials = sat.credentials.as_ref().map(
        |(stage, by)| json!({"stage": stage, "act": act(asking, by.position), "when": by.when}),
    );
    json!({
        "person": sat.sat.person,
        "capacity": sat.sat.capacity,
        "of": sat.sat.of.map(|party| asking.law.party_names.word(party)),
        "sits_for": sat.sits_for,
        "credentials": credentials,
    })
}

fn minutes(asking: &Asking<'_>, minutes: &MinutesAnswer) -> Value {
    json!({"revision": minutes.revision, "act": act(asking, minutes.act.position),
        "when": minutes.act.when})
}
