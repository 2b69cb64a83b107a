//! The page of the ledger, as the document describes it: it asks the office, as the log does.

use crate::ledger::{PAGE, SCRIPT};
use serde_json::{Map, Value, json};

/// Adds the paths.
pub(super) fn add(paths: &mut Map<String, Value>) {
    let page = |about: &str| json!({"description": about, "content": {"text/html": {"schema": {"type": "string"}}}});
    let etag = json!({"ETag": {"$ref": "#/components/headers/ETag"}});
    let script = json!({
        "description": "The answer.", "headers": etag.clone(),
        "content": {"text/javascript": {"schema": {"type": "string"}}},
    });
    let operation = |name: &str, about: &str, responses: Value| json!({"get": {"operationId": name, "summary": about, "tags": ["log"], "responses": responses}});
    let shown = json!({
        "200": page("The answer."), "400": page("The query cannot be read."),
        "404": page("There is no log."), "503": page("The office cannot answer now."),
    });
    let about = "What the log is at this hour, who has seen it, and how anybody verifies it.";
    paths.insert(PAGE.to_owned(), operation("ledger-page", about, shown));
    let given = json!({
        "200": script,
        "304": {"description": "Unchanged since the entity tag that was sent.", "headers": etag},
    });
    paths.insert(SCRIPT.to_owned(), operation("ledger-script", "The script of the ledger.", given));
}
