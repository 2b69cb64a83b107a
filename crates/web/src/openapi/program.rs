//! The paths of the program itself beside the record: what is measured, and the reference.

use crate::measured::METRICS;
use crate::reference::{PAGE, SCRIPT};
use serde_json::{Map, Value, json};

/// Adds the paths.
pub(super) fn add(paths: &mut Map<String, Value>) {
    let text = |media: &str, about: &str| json!({"description": about, "content": {media: {"schema": {"type": "string"}}}});
    let operation = |name: &str, about: &str, responses: Value| json!({"get": {"operationId": name, "summary": about, "tags": ["program"], "responses": responses}});
    let about = "What is measured of the server, in the text format of Prometheus.";
    let told = json!({"200": text("text/plain", "The answer.")});
    paths.insert(METRICS.to_owned(), operation("metrics", about, told));
    let about = "The reference of what programs can ask, as a page.";
    let shown = json!({
        "200": text("text/html", "The answer."),
        "400": text("text/html", "The query cannot be read."),
    });
    paths.insert(PAGE.to_owned(), operation("reference", about, shown));
    let etag = json!({"ETag": {"$ref": "#/components/headers/ETag"}});
    let unchanged =
        json!({"description": "Unchanged since the entity tag that was sent.", "headers": etag});
    let given = json!({"200": text("text/javascript", "The answer."), "304": unchanged});
    paths.insert(SCRIPT.to_owned(), operation("reference-script", "Its script.", given));
}
