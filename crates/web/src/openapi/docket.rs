//! The forms of matters and sessions as JSON Schema.

use super::schemas::{answer, list, object, or_null, reference};
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
            "state": {"type": "string"}, "acts": list(act.clone()),
        }),
        &[],
    );
    let finding = object(json!({"act": reference("ActName"), "message": {"type": "string"}}), &[]);
    let mut whole = summary();
    let more = json!({"steps": list(step), "beside": list(act), "findings": list(finding)});
    if let (Value::Object(whole), Value::Object(more)) = (&mut whole, more) {
        whole.extend(more);
    }
    vec![
        ("Docket", list(object(summary(), &[]))),
        ("Matter", answer(whole)),
        ("Sessions", sessions(&texts)),
    ]
}

fn summary() -> Value {
    let all = json!({
        "matter": reference("ActName"), "procedure": {"type": "string"}, "title": {"type": "string"},
        "article": or_null("string"), "opened": reference("Day"), "opener": or_null("string"),
        "about": or_null("string"), "signed": list(json!({"type": "string"})),
        "wording": or_null("string"), "evidence": or_null("string"), "closed": {"type": "boolean"},
        "next": or_null("string"), "next_state": or_null("string"),
    });
    Value::Object(all.as_object().cloned().unwrap_or_else(Map::new))
}

fn sessions(texts: &Value) -> Value {
    let session = object(
        json!({
            "act": reference("ActName"), "when": reference("Edtf"), "place": or_null("string"),
            "host": or_null("string"), "form": {"type": "string"},
            "decided": list(reference("ActName")), "sources": texts,
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
        "fewer_found": list(fewer),
    }))
}
