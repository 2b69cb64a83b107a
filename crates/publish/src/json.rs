//! Answers as JSON, in the forms that programs rely on.

mod access;
mod article;
mod awaited;
mod decision;
mod docket;
mod duties;
mod entry;
mod sessions;
mod source;
mod supposed;
mod whole;

pub use access::access;
pub use article::article as article_answer;
pub use awaited::awaited;
pub use decision::decision;
pub use docket::{docket, matter, side_by_side};
pub use duties::obligations;
pub use entry::entry;
pub use sessions::sessions;
pub use source::source;
pub use supposed::{overlap, supposed_lines, supposed_versions};
pub use whole::{check, diff, lint, tables, what_if};

use serde_json::{Map, Value, json};
use servanda_model::{ArticleId, Day, PartyId, PartyKind, Remark, SourceRef, VoteRight};
use servanda_query::{
    Asking, Chair, Dispute, Event, Foreseen, Known, LostVote, Members, Moment, Office,
    ReadingAnswer, Reason, StatusAnswer, Why, act_sentence, source_text, through_text,
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

fn act(asking: &Asking<'_>, position: u32) -> Value {
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
fn record_note(asking: &Asking<'_>, at: &Moment) -> Option<String> {
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

/// The answer to `status`.
pub fn status(asking: &Asking<'_>, answer: &StatusAnswer, at: &Moment) -> Value {
    let term = answer.term.map(|term| {
        json!({"number": term.number, "from": term.from.to_string(), "through": term.through.to_string()})
    });
    let participants: Vec<Value> = answer
        .participants
        .iter()
        .map(|row| {
            json!({
                "state": party(asking, row.party),
                "status": row.status.word(),
                "since": day(row.since),
                "until": day(row.until),
                "cause": row.cause.map(|cause| cause.word()),
                "disputed": row.disputed,
                "article": article(asking, row.why.article),
                "act": act(asking, row.why.position),
                "through": through_text(row.why.through),
            })
        })
        .collect();
    moment(
        asking,
        at,
        json!({
            "instrument": asking.law.instrument_names.word(answer.instrument),
            "in_force": answer.in_force,
            "in_force_since": day(answer.in_force_since),
            "term": term,
            "participants": participants,
            "notes": said(asking, &answer.notes),
        }),
    )
}

/// Tells whether a party is an entity that not all recognise as a state.
fn is_entity(asking: &Asking<'_>, id: PartyId) -> bool {
    asking.law.party(id).is_some_and(|row| row.kind == PartyKind::Entity)
}

/// The answer to `members`.
pub fn members(asking: &Asking<'_>, answer: &Members, at: &Moment) -> Value {
    let rows: Vec<Value> = answer
        .members
        .iter()
        .map(|row| {
            let open = if row.disputed { "disputed" } else { "unknown" };
            json!({
                "state": party(asking, row.party),
                "entity": is_entity(asking, row.party),
                "status": row.status.map_or(open, |status| status.word()),
                "since": day(row.since),
                "cause": row.cause.map(|cause| cause.word()),
                "disputed": row.disputed,
                "article": article(asking, row.why.article),
                "act": act(asking, row.why.position),
            })
        })
        .collect();
    moment(
        asking,
        at,
        json!({
            "organisation": asking.law.body_names.word(answer.body),
            "members": rows,
            "votes": votes(asking, &answer.votes),
            "note": joined(asking, &answer.notes),
        }),
    )
}

/// The votes that acts took; `without-vote`, or `vote-permitted` although taken.
fn votes(asking: &Asking<'_>, lost: &[LostVote]) -> Value {
    let row = |lost: &LostVote| {
        let open = if lost.disputed { "disputed" } else { "unknown" };
        json!({
            "state": party(asking, lost.party),
            "body": asking.law.body_names.word(lost.body),
            "right": lost.right.map_or(open, VoteRight::word),
            "since": day(lost.since),
            "stays_in_electorate": lost.stays_in_electorate,
            "also": lost.also,
            "disputed": lost.disputed,
            "article": article(asking, lost.why.article),
            "act": act(asking, lost.why.position),
        })
    };
    lost.iter().map(row).collect()
}

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
    moment(
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
    )
}

/// The answer to `office`.
pub fn office(asking: &Asking<'_>, answer: &Office, at: &Moment) -> Value {
    moment(
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
    )
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
                    json!({"from": change.from.to_string(), "until": day(change.until), "what": change.what.english(asking.law)})
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

/// The answer to `timeline`.
pub fn timeline(asking: &Asking<'_>, events: &[Event]) -> Value {
    events
        .iter()
        .map(|event| {
            let articles: Vec<Value> =
                event.articles.iter().map(|id| article(asking, Some(*id))).collect();
            json!({
                "date": event.when.to_string(),
                "act": act(asking, event.position),
                "text": event.text,
                "article": articles.first().cloned().unwrap_or(Value::Null),
                "articles": articles,
                "sources": sources(asking, &event.sources),
            })
        })
        .collect()
}
