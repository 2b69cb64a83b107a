//! The forms of matters and sessions as JSON Schema.

use super::schemas::{answer, list, object, or_null, reference, rows};
use serde_json::{Map, Value, json};

/// Returns the schemas of the docket.
pub(super) fn docket() -> Vec<(&'static str, Value)> {
    let texts = list(json!({"type": "string"}));
    let act = object(
        json!({
            "act": reference("ActName"), "when": reference("Edtf"), "text": {"type": "string"},
            "under": texts.clone(), "sources": reference("SourceLines"),
        }),
        &[],
    );
    let step = object(
        json!({
            "step": {"type": "string"}, "by": {"type": "string"}, "optional": {"type": "boolean"},
            "state": {"type": "string"}, "acts": list(act.clone()), "message": or_null("string"),
            "awaits": texts.clone(),
        }),
        &[],
    );
    let finding = object(json!({"act": reference("ActName"), "message": {"type": "string"}}), &[]);
    let mut whole = summary();
    let more = json!({"steps": list(step), "beside": list(act), "findings": list(finding),
        "message": or_null("string"), "contributions": maybe(contributions())});
    if let (Value::Object(whole), Value::Object(more)) = (&mut whole, more) {
        whole.extend(more);
    }
    let mut listed = summary();
    if let Some(listed) = listed.as_object_mut() {
        listed.insert("called".to_owned(), json!({"type": "string"}));
    }
    vec![
        ("Docket", rows(listed, &["called"])),
        ("Matter", answer(whole)),
        ("SideBySide", side_by_side()),
        ("Sessions", sessions(&texts)),
    ]
}

fn side_by_side() -> Value {
    let (left, right) = (reference("Matter"), reference("Matter"));
    let pair = json!({"type": "array", "items": or_null("integer"), "minItems": 2, "maxItems": 2});
    let part_at = or_null("string");
    object(json!({"left": left, "right": right, "beside": list(pair), "part_at": part_at}), &[])
}

fn contributions() -> Value {
    let texts = list(json!({"type": "string"}));
    let count = object(json!({"of": {"type": "string"}, "number": {"type": "string"}}), &[]);
    let one = object(
        json!({
            "state": {"type": "string"}, "kind": {"type": "string"}, "what": {"type": "string"},
            "counts": list(count), "act": reference("ActName"),
        }),
        &[],
    );
    object(json!({"voluntary": {"type": "boolean"}, "states": list(one), "not_found": texts}), &[])
}

fn summary() -> Value {
    let all = json!({
        "matter": reference("ActName"), "procedure": {"type": "string"}, "title": {"type": "string"},
        "article": or_null("string"), "opened": maybe(reference("Edtf")), "may_be_opened": {"type": "boolean"}, "opener": or_null("string"),
        "about": or_null("string"), "area": or_null("string"), "signed": list(json!({"type": "string"})),
        "wording": or_null("string"), "evidence": or_null("string"), "closed": {"type": "boolean"},
        "next": or_null("string"), "next_state": or_null("string"),
    });
    Value::Object(all.as_object().cloned().unwrap_or_else(Map::new))
}

fn sessions(texts: &Value) -> Value {
    let session = object(
        json!({
            "act": reference("ActName"), "when": reference("Edtf"), "place": or_null("string"),
            "host": or_null("string"), "form": or_null("string"),
            "decided": list(reference("ActName")), "sources": texts,
            "hosts_again": {"type": "boolean"}, "call": maybe(paper(&[])),
            "agenda": list(paper(&["items", "stage"])), "register": list(sat()),
            "minutes": list(paper(&["revision"])),
        }),
        &[],
    );
    let fewer = object(
        json!({
            "year": {"type": "integer"}, "sessions": {"type": "integer"}, "grade": {"type": "string"},
        }),
        &[],
    );
    answer(json!({
        "organ": {"type": "string"}, "sessions": list(session), "yearly": or_null("integer"),
        "fewer_found": list(fewer), "article": or_null("string"), "alternates": {"type": "boolean"},
        "called": list(paper(&["on", "form"])), "unplaced": list(paper(&[])),
    }))
}

/// A paper of a session with more about it.
fn paper(more: &[&str]) -> Value {
    let item = object(json!({"title": {"type": "string"}, "matter": or_null("string")}), &[]);
    let mut all =
        json!({"act": reference("ActName"), "when": reference("Edtf"), "text": {"type": "string"}});
    let kinds = json!({
        "items": list(item), "stage": {"type": "string"}, "revision": {"type": "integer"},
        "on": reference("Day"), "form": {"type": "string"},
    });
    for name in more {
        if let (Value::Object(all), Some(kind)) = (&mut all, kinds.get(name)) {
            all.insert((*name).to_owned(), kind.clone());
        }
    }
    object(all, &["text"])
}

fn sat() -> Value {
    object(
        json!({
            "person": {"type": "string"}, "capacity": or_null("string"), "of": or_null("string"),
            "sits_for": or_null("string"), "credentials": maybe(paper(&["stage"])),
        }),
        &[],
    )
}

fn maybe(schema: Value) -> Value {
    json!({"anyOf": [schema, {"type": "null"}]})
}
