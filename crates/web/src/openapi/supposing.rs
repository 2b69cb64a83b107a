//! The forms of decisions, supposed laws and overlaps as JSON Schema.

use super::schemas::{answer, list, object, or_null, reference};
use serde_json::{Value, json};

/// Returns the schemas of questions that come with a text of their own.
pub(super) fn supposing() -> Vec<(&'static str, Value)> {
    let span = object(
        json!({
            "from": or_null("string"), "from_between": or_null("string"),
            "until": or_null("string"), "until_between": or_null("string"),
            "suspended": {"type": "boolean"},
        }),
        &[],
    );
    let both = json!({"anyOf": [span.clone(), {"type": "null"}]});
    let row = object(
        json!({
            "state": {"type": "string"}, "first": span.clone(), "second": span, "both": both,
            "at_once": {"enum": ["yes", "unknown", "never"]}, "exact": {"type": "boolean"},
        }),
        &[],
    );
    let overlap = json!({
        "first": {"type": "string"}, "second": {"type": "string"}, "overlaps": list(row),
    });
    vec![("Decision", decision()), ("WhatIf", what_if()), ("Overlap", answer(overlap))]
}

fn decision() -> Value {
    let texts = list(json!({"type": "string"}));
    let tree = json!({"type": ["object", "null"]});
    let reading = object(
        json!({
            "name": {"type": "string"}, "outcome": {"type": "string"}, "article": or_null("string"),
            "followed": {"type": "boolean"}, "bound": texts.clone(), "why": {"type": "object"},
        }),
        &[],
    );
    let aside = object(
        json!({
            "state": {"type": "string"}, "vote": {"type": "string"}, "at": or_null("string"),
            "why": {"type": "string"}, "article": or_null("string"),
        }),
        &[],
    );
    answer(json!({
        "organ": {"type": "string"}, "matter": {"type": "string"}, "outcome": {"type": "string"},
        "rule": or_null("string"), "article": or_null("string"), "counts": tree.clone(),
        "bound": texts.clone(), "not_bound": texts.clone(), "aside": or_null("string"), "binds": or_null("string"), "precedent": or_null("string"),
        "why": tree, "readings": list(reading), "set_aside": list(aside),
        "expiry": or_null("string"), "notes": texts,
    }))
}

fn what_if() -> Value {
    let text = json!({"type": "string"});
    let difference =
        object(json!({"what": text.clone(), "before": text.clone(), "after": text.clone()}), &[]);
    let open = object(
        json!({
            "what": text.clone(), "before": text.clone(), "after": text.clone(),
            "because": text.clone(),
        }),
        &[],
    );
    let lost = object(
        json!({"act": reference("ActName"), "article": or_null("string"), "message": text.clone()}),
        &[],
    );
    object(
        json!({
            "before": {"type": "object"}, "after": {"type": "object"}, "compared": {"type": "integer"},
            "differences": list(difference), "undetermined": list(open),
            "without_basis": list(lost), "notes": list(text),
        }),
        &[],
    )
}
