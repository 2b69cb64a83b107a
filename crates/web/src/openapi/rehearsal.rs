//! The paths by which a rehearsal is entered and whoever plays in it is enrolled, as the document
//! describes them.

use crate::neighbour::ENTRANCE;
use crate::rehearsal::ENROL;
use serde_json::{Map, Value, json};

/// Adds the paths.
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
    let page = |about: &str| json!({"description": about, "content": {"text/html": {}}});
    let entrance = json!({
        "operationId": "enterRehearsal",
        "summary": "Leads into the rehearsal beside this record, and opens it for the first who enters.",
        "tags": ["rehearsal"],
        "responses": {
            "303": {"description": "The rehearsal is at another port of this machine.", "content": {"text/plain": {}}},
            "403": page("Another site, or a browser that looks ahead, sent this."),
            "404": page("No rehearsal is offered here."),
            "503": problem("The rehearsal cannot be opened."),
        },
    });
    paths.insert(ENTRANCE.to_owned(), json!({"get": entrance}));
}
