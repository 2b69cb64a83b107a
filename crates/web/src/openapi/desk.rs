//! The paths of the desk, as the document describes them, and the forms of what it answers.

use super::schemas::{list, object, or_null};
use crate::desk::{DeskPath, all_paths};
use serde_json::{Map, Value, json};

/// Adds the paths of the desk.
pub(super) fn add(paths: &mut Map<String, Value>) {
    for path in all_paths() {
        let item = paths.entry(path.path).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            item.insert(path.method.to_owned(), operation(path));
        }
    }
}

fn operation(path: &DeskPath) -> Value {
    let schema = |name: &str| match name {
        "" => json!({"type": "string"}),
        name => json!({"$ref": format!("#/components/schemas/{name}")}),
    };
    let (status, media, form) = path.gives;
    let mut answer = json!({"description": "The answer."});
    if let (Value::Object(answer), false) = (&mut answer, media.is_empty()) {
        answer.insert("content".to_owned(), json!({media: {"schema": schema(form)}}));
    }
    let mut responses = Map::new();
    responses.insert(status.to_string(), answer.clone());
    if path.name == "desk-receives" {
        responses.insert("201".to_owned(), answer);
    }
    for status in path.refuses {
        responses.insert(status.to_string(), refusal(path.path, *status));
    }
    let places = path.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let places = places.map(|name| {
        json!({
            "name": name, "in": "path", "required": true, "description": "What the list calls it.",
            "schema": {"type": "string", "minLength": 1},
        })
    });
    let places: Vec<Value> = places.collect();
    let mut operation = json!({
        "operationId": path.name, "summary": path.about, "tags": ["desk"], "responses": responses,
    });
    if let (Value::Object(operation), Some((media, form))) = (&mut operation, path.takes) {
        let body = json!({"required": true, "content": {media: {"schema": schema(form)}}});
        operation.insert("requestBody".to_owned(), body);
    }
    if let (Value::Object(operation), false) = (&mut operation, places.is_empty()) {
        operation.insert("parameters".to_owned(), json!(places));
    }
    operation
}

fn refusal(path: &str, status: u16) -> Value {
    let about = match status {
        400 => "The request cannot be read.",
        401 => "Nobody is signed in.",
        403 => "The key was not proved, or another site sent this.",
        404 => "Nothing has this name, or there is no log.",
        409 => "The act is not taken; the code and the article say why.",
        413 => "The request is too long.",
        429 => "This was asked too often; `Retry-After` says when to ask again.",
        _ => "The office cannot answer now.",
    };
    let content = if path.starts_with("/api/") {
        json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}})
    } else {
        json!({"text/html": {"schema": {"type": "string"}}})
    };
    json!({"description": about, "content": content})
}

/// The forms of what the desk takes and gives.
pub(super) fn desk() -> Vec<(&'static str, Value)> {
    let text = || json!({"type": "string"});
    let whole = || json!({"type": "integer"});
    let key = json!({
        "role": text(), "party": or_null("string"), "name": text(), "key": text(),
        "digest": text(), "since": whole(), "ended": or_null("integer"),
        "contested_from": or_null("integer"),
    });
    let finding = json!({"grade": text(), "article": or_null("string"), "message": text()});
    let change = json!({"what": text(), "before": text(), "after": text()});
    vec![
        ("SignedNote", object(json!({"note": {"type": "string", "maxLength": 4000}}), &[])),
        ("Nothing", json!({"type": "object"})),
        (
            "DeskForm",
            object(
                json!({"text": text(), "signed": text(), "look": text(), "draft": text(), "as": text()}),
                &["text", "signed", "look", "draft", "as"],
            ),
        ),
        (
            "Session",
            object(
                json!({"key": text(), "digest": text(), "role": text(), "party": or_null("string"), "until": text()}),
                &[],
            ),
        ),
        (
            "Keys",
            object(
                json!({"origin": text(), "rehearsal": {"type": "boolean"}, "keys": list(object(key, &[]))}),
                &[],
            ),
        ),
        ("Unsent", object(json!({"text": text(), "as": text()}), &["as"])),
        (
            "Weighed",
            object(
                json!({
                    "admitted": {"type": "boolean"}, "code": or_null("string"),
                    "article": or_null("string"), "message": or_null("string"),
                    "hint": or_null("string"), "findings": list(object(finding, &[])),
                    "changes": list(object(change, &[])), "id": or_null("string"),
                    "signed": or_null("string"),
                }),
                &[],
            ),
        ),
    ]
}

/// The forms of what is said of passkeys.
pub(super) fn passkeys() -> Vec<(&'static str, Value)> {
    let text = || json!({"type": "string"});
    let kept = || json!({"id": text(), "name": text(), "at": text(), "made": text()});
    let asked = json!({"challenge": text(), "until": text(), "options": {"type": "object"}});
    let answer = json!({"challenge": text(), "credential": {"type": "object"}});
    vec![
        (
            "NewPasskey",
            object(json!({"name": {"type": "string", "minLength": 1, "maxLength": 60}}), &[]),
        ),
        ("PasskeyChallenge", object(asked, &[])),
        ("PasskeyAnswer", object(answer, &[])),
        ("Passkey", object(kept(), &[])),
        ("Passkeys", object(json!({"passkeys": list(object(kept(), &[]))}), &[])),
        ("PasskeyForm", object(json!({"id": text()}), &[])),
    ]
}
