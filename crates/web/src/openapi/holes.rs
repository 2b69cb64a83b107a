//! The forms of what is noticed about a record and what its law leaves open, as JSON Schema.

use super::schemas::{list, object, or_null, reference};
use serde_json::{Value, json};

/// Returns the named schemas.
pub(super) fn holes() -> Vec<(&'static str, Value)> {
    vec![("Check", check()), ("Lint", lint())]
}

fn check() -> Value {
    let texts = || list(json!({"type": "string"}));
    let place = || {
        let number = || json!({"type": "integer"});
        object(json!({"file": {"type": "string"}, "line": number(), "column": number()}), &[])
    };
    let finding = object(
        json!({
            "grade": {"type": "string"}, "article": or_null("string"),
            "act": reference("ActName"), "message": {"type": "string"},
            "expected": {"type": "boolean"}, "reason": or_null("string"),
            "where": place(), "other": place(),
        }),
        &["other"],
    );
    let failure = json!({"message": {"type": "string"}, "where": place(), "other": place()});
    let failure = object(failure, &["other"]);
    let counts = object(json!({"held": {"type": "integer"}, "failed": {"type": "integer"}}), &[]);
    object(
        json!({
            "acts": {"type": "integer"}, "assertions": counts, "failures": list(failure),
            "findings": list(finding),
            "evidence": {"type": "object", "additionalProperties": texts()},
            "holes": list(hole()),
        }),
        &[],
    )
}

fn lint() -> Value {
    let count = || json!({"type": "integer"});
    object(json!({"open": count(), "remarks": count(), "holes": list(hole())}), &[])
}

fn hole() -> Value {
    object(
        json!({
            "code": {"type": "string"}, "gravity": {"type": "string"},
            "article": or_null("string"), "message": {"type": "string"},
            "hint": {"type": "string"},
        }),
        &[],
    )
}
