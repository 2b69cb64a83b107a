//! The path by which whoever plays in a rehearsal is enrolled, as the document describes it.

use crate::rehearsal::ENROL;
use serde_json::{Map, Value, json};

/// Adds the path.
pub(super) fn add(paths: &mut Map<String, Value>) {
    let problem = |about: &str| {
        json!({"description": about,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}})
    };
    let text = || json!({"type": "string"});
    let body = json!({
        "type": "object", "required": ["key"], "additionalProperties": false,
        "properties": {"party": text(), "role": {"enum": ["delegation", "depositary"]},
            "key": text(), "next": text()},
    });
    let kept = json!({"$ref": "#/components/schemas/Kept"});
    let operation = json!({
        "operationId": "enrolPlayer",
        "summary": "In a rehearsal alone: enrols a key for the delegation of a party, or for an officer.",
        "tags": ["rehearsal"],
        "parameters": [super::idempotency()],
        "requestBody": {"required": true, "content": {"application/json": {"schema": body}}},
        "responses": {
            "201": {"description": "The key is enrolled.", "content": {"application/json": {"schema": kept}}},
            "400": problem("The request cannot be read."),
            "403": problem("Another site sent this, or the request is for another host."),
            "422": problem(super::REUSED),
            "404": problem("This record is no rehearsal."),
            "409": problem("The key is not enrolled; the code says why."),
            "413": problem("The request is too large."),
            "415": problem("The request is no JSON."),
            "503": problem("The office cannot answer now."),
        },
    });
    paths.insert(ENROL.to_owned(), json!({"post": operation}));
}
