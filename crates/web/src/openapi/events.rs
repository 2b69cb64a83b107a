//! The stream of events, as the document describes it.

use super::query_parameter;
use crate::events::{EVENTS, FIELDS};
use serde_json::{Map, Value, json};

const ABOUT: &str = "A stream of server-sent events that does not end by itself. It begins with `start`: \
     how many acts the record has, and which day it is. Each act that the log takes is one `act`, \
     whose id is its entry, with the data `entry`, `position`, `label`, `matter`, `organ`, `when` and \
     `text`; who comes back with the id that reached it last gets each later act once. `day` tells \
     that the legal day has turned. Lines that begin with a colon keep the connection open.";

/// Adds the stream.
pub(super) fn add(paths: &mut Map<String, Value>) {
    let problem = |about: &str| {
        json!({"description": about,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}})
    };
    let mut parameters: Vec<Value> =
        FIELDS.iter().map(|field| query_parameter(field, false)).collect();
    parameters.push(json!({
        "name": "last-event-id", "in": "header", "required": false,
        "description": "The id of the event that reached the reader last.",
        "schema": {"type": "integer", "minimum": 0},
    }));
    let item = json!({
        "get": {
            "operationId": "events",
            "summary": "Each act as the log takes it, as server-sent events.",
            "description": ABOUT,
            "tags": ["log"],
            "parameters": parameters,
            "responses": {
                "200": {"description": "The stream.", "content": {"text/event-stream": {"schema": {"type": "string"}}}},
                "400": problem("The question cannot be read."),
                "404": problem("A word names nothing in this record, or there is no log."),
                "503": problem("The office has closed."),
            },
        }
    });
    paths.insert(EVENTS.to_owned(), item);
}
