//! The paths of the log, as the document describes them.

use crate::log::{LogPath, PATHS};
use serde_json::{Map, Value, json};

/// Adds the paths of the log; one that receives stands beside the question of the same path.
pub(super) fn add(paths: &mut Map<String, Value>) {
    for path in PATHS {
        let method = if path.receives { "post" } else { "get" };
        let item = paths.entry(path.path).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            item.insert(method.to_owned(), operation(path));
        }
    }
}

fn operation(path: &LogPath) -> Value {
    let problem = |about: &str| {
        json!({"description": about,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}})
    };
    let schema = match path.schema {
        Some(name) => json!({"$ref": format!("#/components/schemas/{name}")}),
        None => json!({"type": "string"}),
    };
    let answer = json!({"description": "The answer.", "content": {path.media: {"schema": schema}}});
    let mut responses = Map::new();
    responses.insert(if path.receives { "201" } else { "200" }.to_owned(), answer);
    responses
        .insert("404".to_owned(), problem("The log has nothing of this name, or there is no log."));
    for (status, about) in path.problems {
        responses.insert((*status).to_owned(), problem(about));
    }
    responses.insert("503".to_owned(), problem("The office cannot answer now."));
    if path.name == "checkpoint" {
        let tag = json!({"ETag": {"$ref": "#/components/headers/ETag"}});
        let unchanged = "The log still stands at the head that was sent.";
        responses.insert("304".to_owned(), json!({"description": unchanged, "headers": tag}));
    }
    let mut operation = json!({
        "operationId": path.name, "summary": path.about, "tags": ["log"],
        "parameters": parameters(path.path),
    });
    if let Value::Object(fields) = &mut operation {
        if path.receives {
            responses.insert("400".to_owned(), problem("The bytes are no sealed act."));
            responses.insert(
                "409".to_owned(),
                problem("The act is not taken; the code and the article say why."),
            );
            responses.insert("413".to_owned(), problem("A sealed act has at most 60,000 bytes."));
            let body = json!({"required": true, "content": {"application/octet-stream":
                {"schema": {"type": "string", "format": "binary", "maxLength": 60000}}}});
            fields.insert("requestBody".to_owned(), body);
            fields.insert("parameters".to_owned(), json!([super::idempotency(), if_match()]));
            let about = "The log does not stand at the head that `If-Match` names.";
            responses.insert("412".to_owned(), problem(about));
            responses.insert("422".to_owned(), problem(super::REUSED));
            responses.insert("403".to_owned(), problem("Another site sent this."));
            responses.insert("429".to_owned(), problem("This was sent too often."));
        }
        fields.insert("responses".to_owned(), Value::Object(responses));
    }
    operation
}

fn parameters(path: &str) -> Vec<Value> {
    let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameter = |name| {
        json!({"name": name, "in": "path", "required": true,
            "schema": {"type": "string", "minLength": 1}})
    };
    names.map(parameter).collect()
}

fn if_match() -> Value {
    json!({
        "name": "If-Match", "in": "header", "required": false, "schema": {"type": "string"},
        "description": "The head at which the log must stand: the entity tag of `/log/checkpoint`, \"SIZE.ROOT\".",
    })
}
