//! Answers as JSON, in the forms that programs rely on.

mod access;
mod account;
mod article;
mod awaited;
mod decision;
mod docket;
mod duties;
mod entry;
mod seats;
mod sessions;
mod source;
mod standing;
mod supposed;
mod whole;

pub use access::access;
pub use article::article as article_answer;
pub use awaited::awaited;
pub use decision::decision;
pub use docket::{docket, matter, side_by_side};
pub use duties::obligations;
pub use entry::entry;
pub use seats::{chair, office};
pub use sessions::sessions;
pub use source::source;
pub use standing::{every_member, members, status};
pub use supposed::{overlap, supposed_lines, supposed_versions};
pub use whole::{check, diff, lint, tables, what_if};

use serde_json::{Map, Value, json};
use servanda_model::{ArticleId, Day, PartyId, Remark, SourceRef};
use servanda_query::{
    Asking, Dispute, Edge, Event, Known, Moment, Reason, Why, act_sentence, source_text,
};

fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| json!(day.to_string()))
}

fn party(asking: &Asking<'_>, id: PartyId) -> Value {
    json!(asking.law.party_names.word(id))
}

fn article(asking: &Asking<'_>, id: Option<ArticleId>) -> Value {
    id.map_or(Value::Null, |id| json!(asking.law.article_names.word(id)))
}

fn sources(asking: &Asking<'_>, sources: &[SourceRef]) -> Value {
    sources.iter().map(|source| json!(source_text(asking, source))).collect()
}

/// Returns an act as answers name it: by its label, or by its position where it has none.
pub fn act(asking: &Asking<'_>, position: u32) -> Value {
    let label = asking.history.act(position).and_then(|act| act.label);
    match label {
        Some(label) => json!(asking.history.labels.word(label)),
        None => json!(position),
    }
}

/// Adds when the answer counts, what was known, and whether it looks past the record's end.
fn moment(asking: &Asking<'_>, at: &Moment, value: Value) -> Value {
    let Value::Object(fields) = value else {
        return value;
    };
    let mut out = Map::new();
    let known = match at.known {
        Known::Now => json!(asking.last_of_record().unwrap_or(0)),
        Known::Position(position) => json!(position),
        Known::On(day) => json!(day.to_string()),
    };
    for (index, (key, value)) in fields.into_iter().enumerate() {
        out.insert(key, value);
        if index == 0 {
            out.insert("on".to_owned(), json!(at.on.to_string()));
            out.insert("known".to_owned(), known.clone());
        }
    }
    if let Some(note) = record_note(asking, at) {
        out.insert("record_note".to_owned(), json!(note));
    }
    if let Some(account) = at.account {
        out.insert("according_to".to_owned(), json!(asking.law.source_names.word(account)));
    }
    if let Some(complete) = asking.history.complete_to {
        out.insert("complete_to".to_owned(), json!(complete.to_string()));
        if complete < at.on {
            out.insert("expected".to_owned(), json!(true));
        }
    }
    Value::Object(out)
}

/// Returns what is to be said of the record in an answer about a moment.
pub fn record_note(asking: &Asking<'_>, at: &Moment) -> Option<String> {
    let afterwards = at.known != Known::Now && asking.history.is_written_afterwards();
    let words = "this record was written afterwards, as if kept at the time";
    let afterwards = afterwards.then(|| words.to_owned());
    let all: Vec<String> = afterwards.into_iter().chain(asking.past_the_end(at)).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Says in each row of a list of what is on record what other answers about the moment say once.
pub fn on_record(asking: &Asking<'_>, at: &Moment, mut list: Value) -> Value {
    let note = record_note(asking, at);
    for row in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        if let Some(note) = &note {
            row.insert("record_note".to_owned(), json!(note));
        }
    }
    list
}

/// Says the same in each row of a list of what follows from rules, and whether it is expected, the
/// record being complete to an earlier day.
pub fn by_rules(asking: &Asking<'_>, at: &Moment, list: Value) -> Value {
    let mut list = on_record(asking, at, list);
    let expected = asking.history.complete_to.is_some_and(|complete| complete < at.on);
    for row in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        if expected {
            row.insert("expected".to_owned(), json!(true));
        }
    }
    list
}

/// The answer to `why`.
pub fn why(asking: &Asking<'_>, answer: &Why, at: &Moment) -> Value {
    let because: Vec<Value> =
        answer.because.iter().map(|reason| reason_json(asking, reason)).collect();
    moment(
        asking,
        at,
        json!({
            "claim": answer.claim,
            "verdict": answer.verdict.word(),
            "evidence": answer.evidence.word(),
            "because": because,
        }),
    )
}

/// Returns a sentence in English.
fn english(asking: &Asking<'_>, remark: Option<&Remark>) -> Option<String> {
    remark.map(|remark| remark.english(asking.law))
}

/// Returns sentences in English as one text.
pub(crate) fn joined(asking: &Asking<'_>, remarks: &[Remark]) -> Option<String> {
    (!remarks.is_empty()).then(|| said(asking, remarks).join("; "))
}

/// Returns sentences in English.
fn said(asking: &Asking<'_>, remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(|remark| remark.english(asking.law)).collect()
}

fn reason_json(asking: &Asking<'_>, reason: &Reason) -> Value {
    let because = reason.because.iter().map(|inner| reason_json(asking, inner));
    json!({
        "text": reason.text.english(asking.law),
        "from": day(reason.day),
        "article": article(asking, reason.article),
        "act": reason.act.map(|position| act(asking, position)),
        "sources": sources(asking, &reason.sources),
        "looked_at": said(asking, &reason.looked_at),
        "because": because.collect::<Vec<_>>(),
    })
}

/// The answer to `disputes`.
pub fn disputes(asking: &Asking<'_>, answers: &[Dispute]) -> Value {
    answers
        .iter()
        .map(|dispute| {
            let readings: Vec<Value> = dispute
                .readings
                .iter()
                .map(|reading| {
                    json!({
                        "value": reading.value.english(asking.law),
                        "sources": sources(asking, &reading.sources),
                        "less_exact": reading.is_less_exact,
                    })
                })
                .collect();
            let changes: Vec<Value> = dispute
                .changes
                .iter()
                .map(|change| {
                    json!({
                        "from": day(change.from.known()),
                        "from_uncertain": day(change.from.uncertain()),
                        "until": day(change.until.and_then(Edge::known)),
                        "until_uncertain": day(change.until.and_then(Edge::uncertain)),
                        "what": change.what.english(asking.law),
                    })
                })
                .collect();
            let preferred = dispute.preferred.and_then(|index| dispute.readings.get(index));
            json!({
                "act": act(asking, dispute.position),
                "what": act_sentence(asking, dispute.position),
                "readings": readings,
                "preferred": preferred.map(|reading| reading.value.english(asking.law)),
                "reason": dispute.reason.as_ref().map(|reason| reason.english(asking.law)),
                "changes": changes,
            })
        })
        .collect()
}

/// The answer to `timeline`; along one account, with our reading of each act where it differs.
pub fn timeline(asking: &Asking<'_>, events: &[Event], at: &Moment) -> Value {
    let rows = events.iter().map(|event| {
        let articles: Vec<Value> =
            event.articles.iter().map(|id| article(asking, Some(*id))).collect();
        let told = json!({
            "date": event.when.to_string(),
            "act": act(asking, event.position),
            "text": event.text,
            "article": articles.first().cloned().unwrap_or(Value::Null),
            "articles": articles,
            "sources": sources(asking, &event.sources),
        });
        account::beside(told, at, |ours| Some(account::of_act(asking, event.position, at, ours)))
    });
    on_record(asking, at, rows.collect())
}
