//! The forms of how states stand, and of who holds a seat; along one account, beside our reading.

use super::schemas::{answer, list, object, or_null, reference};
use serde_json::{Value, json};

/// How states stand to an instrument and to an organisation.
pub(super) fn standings() -> Vec<(&'static str, Value)> {
    let causes = json!([
        "expired-not-extended",
        "withdrawn",
        "expelled",
        "suspended-sanction",
        "suspended-own-request",
        "superseded",
        null
    ]);
    let participant = object(
        json!({
            "state": {"type": "string"},
            "status": {"enum": ["signatory", "contracting", "provisional", "party", "suspended", "former", "disputed", "unknown"]},
            "since": reference("DayOrNull"), "until": reference("DayOrNull"), "cause": {"enum": causes.clone()},
            "disputed": {"type": "boolean"}, "article": or_null("string"), "act": reference("ActName"), "through": {"type": "string"},
        }),
        &[],
    );
    let member = object(
        json!({
            "state": {"type": "string"},
            "entity": {"type": "boolean"}, "status": {"enum": ["member", "suspended", "observer", "partner", "former", "disputed", "unknown"], "description": "`unknown` only in the list of that name"},
            "since": reference("DayOrNull"), "cause": {"enum": causes},
            "disputed": {"type": "boolean"}, "article": or_null("string"), "act": reference("ActName"),
        }),
        &[],
    );
    let term = json!({"type": ["object", "null"], "required": ["number", "from", "through"], "properties": {
        "number": {"type": "integer"}, "from": reference("Day"), "through": reference("DayOrNull")}});
    vec![
        (
            "Status",
            answer(json!({
                "instrument": {"type": "string"}, "in_force": {"type": "boolean"}, "in_force_since": reference("DayOrNull"),
                "term": term, "participants": list(participant.clone()), "notes": list(json!({"type": "string"})),
                "our_reading": list(participant), "as_printed": as_printed(),
            })),
        ),
        (
            "Members",
            answer(json!({
                "organisation": {"type": "string"}, "members": list(member.clone()), "unknown": list(member.clone()), "votes": list(lost_vote()),
                "our_reading": list(member), "as_printed": as_printed(),
            })),
        ),
    ]
}

/// A vote that an act took under an article.
fn lost_vote() -> Value {
    object(
        json!({
            "state": {"type": "string"}, "body": {"type": "string"},
            "right": {"enum": ["without-vote", "vote-permitted", "disputed", "unknown"]},
            "since": reference("DayOrNull"), "stays_in_electorate": {"type": "boolean"}, "also": or_null("string"),
            "disputed": {"type": "boolean"}, "article": or_null("string"), "act": reference("ActName"),
        }),
        &[],
    )
}

/// Chairs and offices.
pub(super) fn seats() -> Vec<(&'static str, Value)> {
    let held = object(
        json!({
            "holder": or_null("string"), "of": or_null("string"), "since": reference("DayOrNull"),
            "until": reference("DayOrNull"), "article": or_null("string"), "act": reference("ActNameOrNull"),
        }),
        &["of"],
    );
    let seat = |own: Value| {
        let mut all = json!({
            "holder": or_null("string"), "since": reference("DayOrNull"), "until": reference("DayOrNull"),
            "article": or_null("string"), "deviation": or_null("string"), "explained": or_null("string"),
            "readings": list(reference("ReadingOfRule")), "next": list(reference("Turn")), "act": reference("ActNameOrNull"),
            "our_reading": held,
        });
        if let (Value::Object(all), Value::Object(own)) = (&mut all, own) {
            all.extend(own);
        }
        answer(all)
    };
    vec![
        ("Chair", seat(json!({"organ": {"type": "string"}}))),
        (
            "Office",
            seat(
                json!({"lost": list(json!({"type": "string"})), "office": {"type": "string"}, "of": or_null("string"), "acting": {"type": "boolean"}}),
            ),
        ),
    ]
}

/// What an account's own tables print about the same thing.
fn as_printed() -> Value {
    list(object(
        json!({
            "table": {"type": "string"}, "state": {"type": "string"}, "name": {"type": "string"},
            "cells": list(json!({"type": "string"})), "sources": reference("SourceLines"),
        }),
        &[],
    ))
}
