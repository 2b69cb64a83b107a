//! Who holds a chair or an office, what each reading expected, and who is next.

use super::account::beside;
use super::{act, article, day, english, moment, party, said};
use serde_json::{Map, Value, json};
use servanda_query::{
    Asking, Chair, Foreseen, Moment, Office, ReadingAnswer, chair as ask_chair,
    office as ask_office,
};

fn readings(asking: &Asking<'_>, readings: &[ReadingAnswer]) -> Value {
    readings
        .iter()
        .map(|reading| {
            json!({
                "name": reading.name,
                "holder": reading.holder.map(|holder| party(asking, holder)),
                "article": article(asking, Some(reading.article)),
            })
        })
        .collect()
}

fn next(asking: &Asking<'_>, turns: &[Foreseen]) -> Value {
    turns
        .iter()
        .map(|turn| json!({"state": party(asking, turn.party), "from": day(turn.from), "expected": true}))
        .collect()
}

/// The answer to `chair`.
pub fn chair(asking: &Asking<'_>, answer: &Chair, at: &Moment) -> Value {
    let told = moment(
        asking,
        at,
        json!({
            "organ": asking.law.body_names.word(answer.organ),
            "holder": answer.holder.map(|holder| party(asking, holder)),
            "since": day(answer.since),
            "until": day(answer.until),
            "article": article(asking, answer.article),
            "deviation": english(asking, answer.deviation.as_ref()),
            "explained": english(asking, answer.explained.as_ref()),
            "note": english(asking, answer.note.as_ref()),
            "readings": readings(asking, &answer.readings),
            "next": next(asking, &answer.next),
            "act": answer.why.map(|why| act(asking, why.position)),
        }),
    );
    beside(told, at, |ours| held(chair(asking, &ask_chair(asking, answer.organ, ours), ours)))
}

/// The answer to `office`.
pub fn office(asking: &Asking<'_>, answer: &Office, at: &Moment) -> Value {
    let told = moment(
        asking,
        at,
        json!({
            "office": asking.law.office_names.word(answer.office),
            "holder": answer.holder,
            "of": answer.of.map(|of| party(asking, of)),
            "acting": answer.acting,
            "since": day(answer.since),
            "until": day(answer.until),
            "article": article(asking, answer.article),
            "deviation": english(asking, answer.deviation.as_ref()),
            "explained": english(asking, answer.explained.as_ref()),
            "note": english(asking, answer.note.as_ref()),
            "readings": readings(asking, &answer.readings),
            "lost": said(asking, &answer.lost),
            "next": next(asking, &answer.next),
            "act": answer.why.map(|why| act(asking, why.position)),
        }),
    );
    beside(told, at, |ours| held(office(asking, &ask_office(asking, answer.office, ours), ours)))
}

/// Keeps of an answer who holds the seat, since when and why.
fn held(answer: Value) -> Option<Value> {
    let Value::Object(fields) = answer else { return None };
    let keys = ["holder", "of", "since", "until", "article", "act"];
    let kept: Map<String, Value> =
        fields.into_iter().filter(|(key, _)| keys.contains(&key.as_str())).collect();
    Some(Value::Object(kept))
}
