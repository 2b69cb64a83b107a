//! The forms of whole tables, articles and entries into force as JSON Schema.

use super::schemas::{answer, list, object, or_null, reference};
use serde_json::{Value, json};

/// Returns the named schemas.
pub(super) fn sheets() -> Vec<(&'static str, Value)> {
    let text = || json!({"type": "string"});
    let texts = || list(json!({"type": "string"}));
    let version = object(
        json!({
            "current": {"type": "boolean"}, "since": reference("DayOrNull"),
            "made_by": or_null("string"), "title": text(), "gist": or_null("string"),
            "text": or_null("string"), "evidence": text(), "sources": texts(),
            "repeals": {"type": "boolean"},
        }),
        &[],
    );
    let article = answer(json!({
        "article": text(), "instrument": text(), "in_force": {"type": "boolean"},
        "counts_as_told": {"type": "boolean", "description": "Whether it counts without an entry into force, as practice and regulations do."},
        "versions": list(version),
    }));
    let bound = object(json!({"state": text(), "date": reference("DayOrNull")}), &[]);
    let entry = answer(json!({
        "instrument": text(), "in_force": {"type": "boolean"}, "date": reference("DayOrNull"),
        "why": {"type": "object"}, "per_party": list(bound),
        "counted": {"type": ["array", "null"], "items": text()},
    }));
    let sheet = object(
        json!({"table": text(), "columns": texts(), "rows": list(texts()), "left_out": texts()}),
        &[],
    );
    vec![("Article", article), ("EntryIntoForce", entry), ("Sheet", sheet)]
}
