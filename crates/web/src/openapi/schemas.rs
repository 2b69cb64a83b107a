//! The forms of the answers as JSON Schema 2020-12; a test holds every answer against them.

use serde_json::{Map, Value, json};

/// Returns every named schema.
pub(super) fn schemas() -> Value {
    let mut all = Map::new();
    for (name, schema) in shared()
        .into_iter()
        .chain(answers())
        .chain(super::docket::docket())
        .chain(super::documents::documents())
        .chain(super::holes::holes())
        .chain(super::supposing::supposing())
        .chain(super::sheets::sheets())
        .chain(super::desk::desk())
        .chain(super::desk::passkeys().into_iter().filter(|_| cfg!(feature = "passkeys")))
    {
        all.insert(name.to_owned(), schema);
    }
    Value::Object(all)
}

pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

pub(super) fn list(items: Value) -> Value {
    json!({"type": "array", "items": items})
}

pub(super) fn or_null(name: &str) -> Value {
    json!({"type": [name, "null"]})
}

/// What a named form says, or nothing.
pub(super) fn or_nothing(name: &str) -> Value {
    json!({"anyOf": [reference(name), {"type": "null"}]})
}

/// An object of which every property is required, but for those that are named as optional.
pub(super) fn object(properties: Value, optional: &[&str]) -> Value {
    let names = properties.as_object().into_iter().flat_map(Map::keys);
    let required: Vec<&String> = names.filter(|name| !optional.contains(&name.as_str())).collect();
    json!({"type": "object", "required": required, "properties": properties})
}

/// A list about a moment: what other answers say of it once stands in each row.
pub(super) fn rows(properties: Value, optional: &[&str]) -> Value {
    let mut all = properties;
    let moment = json!({"record_note": {"type": "string"}, "expected": {"type": "boolean"}});
    if let (Value::Object(all), Value::Object(moment)) = (&mut all, moment) {
        all.extend(moment);
    }
    let optional: Vec<&str> = optional.iter().copied().chain(["record_note", "expected"]).collect();
    list(object(all, &optional))
}

/// An answer about a moment.
pub(super) fn answer(properties: Value) -> Value {
    let mut all = properties;
    let moment = json!({
        "on": reference("Day"),
        "known": {"type": ["string", "integer"]},
        "record_note": {"type": "string"},
        "according_to": {"type": "string"},
        "complete_to": reference("Day"),
        "expected": {"type": "boolean"},
        "note": or_null("string"),
    });
    if let (Value::Object(all), Value::Object(moment)) = (&mut all, moment) {
        all.extend(moment);
    }
    let optional = ["record_note", "according_to", "complete_to", "expected", "note"];
    let along = ["our_reading", "as_printed"];
    object(all, &optional.into_iter().chain(along).collect::<Vec<&str>>())
}

fn shared() -> Vec<(&'static str, Value)> {
    vec![
        (
            "Problem",
            object(
                json!({
                    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
                    "detail": {"type": "string"}, "instance": {"type": "string"}, "code": {"type": "string"},
                    "hint": or_null("string"), "article": or_null("string"),
                    "id": {"type": "string"}, "entry": {"type": "integer"},
                }),
                &["article", "id", "entry"],
            ),
        ),
        (
            "Kept",
            object(
                json!({
                    "id": {"type": "string"}, "entry": {"type": "integer"},
                    "position": or_null("integer"), "party": or_null("string"),
                    "received": {"type": "string"},
                    "findings": {"type": "array", "items": {"type": "object"}},
                }),
                &[],
            ),
        ),
        ("Day", json!({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})),
        ("DayOrNull", json!({"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"})),
        ("Edtf", json!({"type": "string", "description": "An EDTF date of level 0 or 1."})),
        (
            "ActName",
            json!({"type": ["string", "integer"], "description": "The label of an act, else its position."}),
        ),
        ("ActNameOrNull", json!({"type": ["string", "integer", "null"]})),
        (
            "SourceLines",
            list(
                json!({"type": "string", "description": "A source and its lines, as in `s003:35`."}),
            ),
        ),
        (
            "ReadingOfRule",
            object(
                json!({"name": {"type": "string"}, "holder": or_null("string"), "article": {"type": "string"}}),
                &[],
            ),
        ),
        (
            "Turn",
            object(
                json!({"state": {"type": "string"}, "from": reference("DayOrNull"), "expected": {"type": "boolean"}}),
                &[],
            ),
        ),
    ]
}

fn answers() -> Vec<(&'static str, Value)> {
    let mut all = super::standing::standings();
    all.extend(super::standing::seats());
    all.extend(reasons());
    all.extend(duties());
    all.extend(documents());
    all
}

fn reasons() -> Vec<(&'static str, Value)> {
    let evidence = json!({"enum": ["official-text", "account", "secondary", "unverified"]});
    let reason = object(
        json!({
            "text": {"type": "string"}, "from": reference("DayOrNull"), "article": or_null("string"),
            "act": reference("ActNameOrNull"), "sources": reference("SourceLines"), "looked_at": list(json!({"type": "string"})),
            "because": list(reference("Reason")),
        }),
        &[],
    );
    let reading = object(
        json!({"value": {"type": "string"}, "sources": reference("SourceLines"), "less_exact": {"type": "boolean"}}),
        &[],
    );
    let change = object(
        json!({
            "from": reference("DayOrNull"), "from_uncertain": reference("DayOrNull"),
            "until": reference("DayOrNull"), "until_uncertain": reference("DayOrNull"),
            "what": {"type": "string"},
        }),
        &[],
    );
    vec![
        ("Reason", reason),
        (
            "Why",
            answer(json!({
                "claim": {"type": "string"}, "verdict": {"enum": ["yes", "no", "disputed", "undetermined"]},
                "evidence": evidence, "because": list(reference("Reason")),
            })),
        ),
        (
            "Disputes",
            rows(
                json!({
                    "act": reference("ActName"), "what": {"type": "string"}, "readings": list(reading),
                    "preferred": or_null("string"), "reason": or_null("string"), "changes": list(change),
                }),
                &[],
            ),
        ),
        (
            "Diff",
            object(
                json!({
                    "before": {"type": "object"}, "after": {"type": "object"},
                    "differences": list(object(json!({"what": {"type": "string"}, "before": {"type": "string"}, "after": {"type": "string"}}), &[])),
                    "undetermined": list(object(json!({"what": {"type": "string"}, "before": {"type": "string"}, "after": {"type": "string"}, "because": {"type": "string"}}), &[])),
                }),
                &[],
            ),
        ),
    ]
}

/// What binds a state, and what is awaited of it.
fn duties() -> Vec<(&'static str, Value)> {
    let evidence = json!({"enum": ["official-text", "account", "secondary", "unverified"]});
    vec![
        (
            "Obligations",
            rows(
                json!({
                    "kind": {"enum": ["obligation", "entitlement", "loss", "discharged", "not-told", "each-year"]}, "text": {"type": "string"}, "instrument": {"type": "string"},
                    "article": {"type": "string"}, "evidence": evidence, "status": {"type": "string"},
                    "act": {"anyOf": [reference("ActName"), {"type": "null"}]}, "sources": reference("SourceLines"),
                    "found": list(json!({"type": "integer"})), "not_found": list(json!({"type": "integer"})),
                    "due": or_null("string"),
                }),
                &["found", "not_found", "due"],
            ),
        ),
        (
            "Today",
            rows(
                json!({
                    "kind": {"type": "string"}, "weight": {"enum": ["overdue", "timed", "open", "free"]},
                    "text": {"type": "string"}, "due": or_null("string"), "then": or_null("string"),
                    "article": or_null("string"), "act": {"anyOf": [reference("ActName"), {"type": "null"}]},
                    "opener": or_null("string"), "about": or_null("string"),
                }),
                &[],
            ),
        ),
    ]
}

fn documents() -> Vec<(&'static str, Value)> {
    let texts = list(json!({"type": "string"}));
    vec![
        (
            "Timeline",
            rows(
                json!({
                    "date": reference("Edtf"), "act": reference("ActName"), "text": {"type": "string"},
                    "article": or_null("string"), "articles": texts.clone(), "sources": reference("SourceLines"),
                    "our_reading": or_null("string"), "contested": reference("Contested"),
                }),
                &["our_reading", "contested"],
            ),
        ),
        ("Contested", contested()),
        ("Tables", tables(texts.clone())),
        ("Source", source()),
        ("Acts", acts(texts)),
    ]
}

/// What contests an act: its key was revoked by an entry, from an earlier one on.
fn contested() -> Value {
    let whole = json!({"type": "integer"});
    object(json!({"key": {"type": "string"}, "from": whole, "revoked_at": whole}), &[])
}

fn tables(texts: Value) -> Value {
    let cell = object(
        json!({"printed": {"type": "string"}, "ours": or_null("string"), "because": or_null("string")}),
        &[],
    );
    let row = object(
        json!({"state": {"type": "string"}, "name": {"type": "string"}, "sources": reference("SourceLines"), "cells": list(cell)}),
        &[],
    );
    list(object(
        json!({
            "table": {"type": "string"}, "title": {"type": "string"}, "on": reference("Day"),
            "sources": reference("SourceLines"), "columns": texts, "rows": list(row),
            "record_note": {"type": "string"},
        }),
        &["record_note"],
    ))
}

fn source() -> Value {
    let numbered = object(
        json!({
            "number": {"type": "integer"}, "title": {"type": "string"}, "page": or_null("integer"),
            "particulars": {"type": "object", "additionalProperties": {"type": "string"}}, "cited": or_null("string"),
        }),
        &[],
    );
    let noted = object(
        json!({"number": {"type": "integer"}, "text": {"type": "string"}, "cited": or_null("string")}),
        &[],
    );
    let cited = object(
        json!({
            "cited": {"type": "string"}, "date": or_nothing("Edtf"), "text": {"type": "string"},
            "act": or_nothing("ActName"), "article": {"type": "string"}, "where": or_null("string"),
        }),
        &["article"],
    );
    answer(json!({
        "source": {"type": "string"}, "title": {"type": "string"}, "publisher": or_null("string"), "dated": or_null("string"),
        "file": or_null("string"), "evidence": {"type": "string"}, "references": list(numbered),
        "notes": list(noted), "cited_for": list(cited),
    }))
}

fn acts(texts: Value) -> Value {
    let act = object(
        json!({
            "position": {"type": "integer"}, "label": or_null("string"), "date": reference("Edtf"), "recorded": reference("Day"),
            "text": {"type": "string"}, "article": or_null("string"), "articles": texts,
            "sources": reference("SourceLines"), "where": {"type": "string"}, "contested": reference("Contested"),
        }),
        &["contested"],
    );
    object(
        json!({
            "after": or_null("integer"), "size": {"type": "integer"}, "through": or_null("integer"),
            "corrected": list(object(json!({"label": {"type": "string"}, "position": or_null("integer"), "by": {"type": "integer"}}), &[])),
            "erased": list(object(json!({"commitment": {"type": "string"}, "entry": {"type": "integer"}, "reason": {"type": "string"}}), &[])), "acts": list(act), "next": or_null("integer"),
            "record_note": {"type": "string"},
        }),
        &["record_note"],
    )
}
