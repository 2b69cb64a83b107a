//! How states stand to an instrument and to an organisation.

use super::account::{beside, printed};
use super::{act, article, day, joined, moment, party, said};
use serde_json::{Value, json};
use servanda_model::{Asks, PartyId, PartyKind, VoteRight};
use servanda_query::{
    Asking, LostVote, Member, Members, Moment, StatusAnswer, members as ask_members,
    status as ask_status, through_text,
};

/// The answer to `status`.
pub fn status(asking: &Asking<'_>, answer: &StatusAnswer, at: &Moment) -> Value {
    let term = answer.term.map(|term| {
        json!({"number": term.number, "from": term.from.to_string(), "through": term.through.map(|day| day.to_string())})
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
    let of = answer.instrument;
    let told = moment(
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
    );
    let told = beside(told, at, |ours| {
        status(asking, &ask_status(asking, of, ours), ours).get("participants").cloned()
    });
    printed(
        told,
        asking,
        at,
        |asks| matches!(asks, Asks::EntryYearOf(it) | Asks::ExitYearOf(it) if *it == of),
    )
}

/// Tells whether a party is an entity that not all recognise as a state.
fn is_entity(asking: &Asking<'_>, id: PartyId) -> bool {
    asking.law.party(id).is_some_and(|row| row.kind == PartyKind::Entity)
}

fn member(asking: &Asking<'_>, row: &Member) -> Value {
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
}

/// Returns the rows of an answer to `members`: those whose standing is told, then the others.
pub fn every_member(answer: &Value) -> Value {
    let list = |key: &str| answer.get(key).and_then(Value::as_array).into_iter().flatten();
    list("members").chain(list("unknown")).cloned().collect()
}

/// The answer to `members`.
pub fn members(asking: &Asking<'_>, answer: &Members, at: &Moment) -> Value {
    // How some stand is not known: they stand apart, so that a list of members has none of them.
    let is_told = |row: &&Member| row.status.is_some() || row.disputed;
    let (told, unknown): (Vec<&Member>, Vec<&Member>) = answer.members.iter().partition(is_told);
    let rows =
        |list: Vec<&Member>| -> Value { list.into_iter().map(|row| member(asking, row)).collect() };
    let of = answer.body;
    let told = moment(
        asking,
        at,
        json!({
            "organisation": asking.law.body_names.word(answer.body),
            "members": rows(told),
            "unknown": rows(unknown),
            "votes": votes(asking, &answer.votes),
            "note": joined(asking, &answer.notes),
        }),
    );
    let told = beside(told, at, |ours| {
        Some(every_member(&members(asking, &ask_members(asking, of, ours), ours)))
    });
    printed(
        told,
        asking,
        at,
        |asks| matches!(asks, Asks::Membership(it) | Asks::EntryYear(it) | Asks::ExitYear(it) if *it == of),
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
