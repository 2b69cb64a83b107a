//! The forms of answers about documents.

use super::schemas::{list, object, or_null, reference};
use serde_json::{Value, json};

/// Returns the named schemas.
pub(super) fn documents() -> Vec<(&'static str, Value)> {
    let texts = || list(json!({"type": "string"}));
    let erased = object(json!({"entry": {"type": "integer"}, "reason": {"type": "string"}}), &[]);
    let access = object(
        json!({
            "as": or_null("string"), "on": reference("Day"),
            "may_read": {"enum": ["yes", "no", "disputed", "undetermined"]},
            "article": or_null("string"), "because": texts(),
        }),
        &[],
    );
    let document = object(
        json!({
            "commitment": {"type": "string"}, "title": {"type": "string"},
            "media": {"type": "string"}, "bytes": {"type": "integer"}, "readers": texts(),
            "entry": {"type": "integer"}, "received": or_null("string"),
            "erased": {"anyOf": [erased, {"type": "null"}]},
            "body": {"enum": ["here", "kept", "erased", "absent", "damaged"]},
            "access": access,
        }),
        &["access"],
    );
    let all =
        object(json!({"documents": list(reference("Document")), "note": or_null("string")}), &[]);
    vec![("Document", document), ("Documents", all)]
}
