//! The OpenAPI 3.1 document, made from the table of routes.

mod desk;
mod docket;
mod documents;
mod events;
mod holes;
mod ledger;
mod log;
mod program;
mod rehearsal;
mod schemas;
mod sheets;
mod standing;
mod supposing;

use crate::asked::{FORMAT, Field, Form, MOMENT};
use crate::csv;
use crate::routes::{Place, Route, Shows, routes};
use crate::site::Site;
use serde_json::{Map, Value, json};

/// Returns the document.
pub(crate) fn document(site: &Site) -> Value {
    let mut paths: Map<String, Value> =
        routes().map(|route| (route.path.to_owned(), path_item(route))).collect();
    log::add(&mut paths);
    desk::add(&mut paths);
    events::add(&mut paths);
    rehearsal::add(&mut paths);
    ledger::add(&mut paths);
    program::add(&mut paths);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{}: the record", site.name()),
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Who was bound to whom, when, and on whose word.",
            "description": "Questions to a record and, where it comes from a log, the door for acts. Every answer has a strong entity tag; errors are problem documents (RFC 9457).",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {"name": "questions", "description": "JSON for programs."},
            {"name": "pages", "description": "Pages for people."},
            {"name": "feeds", "description": "Feeds and calendars for programs that follow the record."},
            {"name": "program", "description": "The program itself."},
        ],
        "paths": paths,
        "components": {"schemas": schemas::schemas(), "headers": headers()},
    })
}

fn headers() -> Value {
    json!({"ETag": {"description": "The strong entity tag of the answer.", "schema": {"type": "string"}}})
}

/// What 422 says.
const REUSED: &str = "The `Idempotency-Key` came with another request before.";

/// The header by which a request may be sent again.
fn idempotency() -> Value {
    json!({
        "name": "Idempotency-Key", "in": "header", "required": false,
        "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
        "description": "A word for this request: sent again with the same word it is answered as the first time, with `Idempotency-Replayed: true`. This server remembers ten thousand of them, until it ends.",
    })
}

fn path_item(route: &Route) -> Value {
    let tag = match route.shows {
        Shows::Json(..) => "questions",
        Shows::Page(_) | Shows::Live(_) | Shows::Proved(_) | Shows::Profile => "pages",
        Shows::Feed(_) | Shows::Calendar(_) | Shows::Sheet(_) => "feeds",
        Shows::File(..) | Shows::Font(_) | Shows::OpenApi | Shows::Health => "program",
    };
    json!({
        "get": {
            "operationId": route.name,
            "summary": route.about,
            "tags": [tag],
            "parameters": parameters(route),
            "responses": responses(route),
        }
    })
}

fn parameters(route: &Route) -> Vec<Value> {
    let asks = asks(route);
    let moment = MOMENT.iter().filter(|_| asks);
    let is_page = !matches!(route.shows, Shows::Json(..));
    let has_table = !is_page && csv::is_offered(route.name);
    let format = [&FORMAT].into_iter().filter(|_| has_table);
    let fields =
        moment.chain(format).chain(route.fields).map(|field| query_parameter(field, is_page));
    route.places.iter().map(path_parameter).chain(fields).collect()
}

/// Tells whether a route answers about a moment.
fn asks(route: &Route) -> bool {
    match route.shows {
        Shows::Json(..)
        | Shows::Page(_)
        | Shows::Live(_)
        | Shows::Proved(_)
        | Shows::Feed(_)
        | Shows::Sheet(_)
        | Shows::Calendar(_)
        | Shows::Profile => true,
        Shows::File(..) | Shows::Font(_) | Shows::OpenApi | Shows::Health => false,
    }
}

fn path_parameter(place: &Place) -> Value {
    json!({
        "name": place.name, "in": "path", "required": true, "description": place.about,
        "schema": {"type": "string", "minLength": 1},
    })
}

/// A page without a field it needs asks for it.
fn query_parameter(field: &Field, is_page: bool) -> Value {
    json!({
        "name": field.name, "in": "query", "required": field.is_needed && !is_page,
        "description": field.about,
        "schema": if field.name == FORMAT.name { json!({"enum": ["json", "csv"]}) } else { form(field.form) },
    })
}

fn form(form: Form) -> Value {
    const DAY: &str = r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?";
    match form {
        Form::Day => json!({"type": "string", "pattern": format!("^{DAY}$")}),
        Form::Known => json!({"type": "string", "pattern": format!(r"^(\d+|{DAY})$")}),
        Form::Position => json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
        Form::Text => json!({"type": "string"}),
    }
}

fn responses(route: &Route) -> Value {
    let (media, schema) = match route.shows {
        Shows::Json(_, name) => {
            ("application/json", json!({"$ref": format!("#/components/schemas/{name}")}))
        }
        Shows::OpenApi => ("application/json", json!({"type": "object"})),
        Shows::Page(_) | Shows::Live(_) | Shows::Proved(_) | Shows::Profile => {
            ("text/html", json!({"type": "string"}))
        }
        Shows::Feed(_) => ("application/atom+xml", json!({"type": "string"})),
        Shows::Sheet(_) => ("text/csv", json!({"type": "string"})),
        Shows::Calendar(_) => ("text/calendar", json!({"type": "string"})),
        Shows::File(_, media) => (media, json!({"type": "string"})),
        Shows::Font(_) => ("font/woff2", json!({"type": "string"})),
        Shows::Health => ("text/plain", json!({"type": "string", "const": "ok"})),
    };
    let refusal = match route.shows {
        Shows::Json(..) | Shows::Feed(_) | Shows::Calendar(_) | Shows::Sheet(_) => {
            json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}})
        }
        Shows::Page(_)
        | Shows::Live(_)
        | Shows::Proved(_)
        | Shows::Profile
        | Shows::File(..)
        | Shows::Font(_)
        | Shows::OpenApi
        | Shows::Health => {
            json!({"text/html": {"schema": {"type": "string"}}})
        }
    };
    let etag = json!({"ETag": {"$ref": "#/components/headers/ETag"}});
    let is_tagged = !matches!(route.shows, Shows::Health);
    let mut all = Map::new();
    let mut content = json!({media: {"schema": schema}});
    if matches!(route.shows, Shows::Json(..)) && csv::is_offered(route.name) {
        content = merged(content, json!({"text/csv": {"schema": {"type": "string"}}}));
    }
    let mut ok = json!({"description": "The answer.", "content": content});
    if is_tagged {
        ok = merged(ok, json!({"headers": etag}));
        all.insert("304".to_owned(), json!({"description": "Unchanged since the entity tag that was sent.", "headers": etag}));
    }
    all.insert("200".to_owned(), ok);
    if asks(route) {
        all.insert(
            "400".to_owned(),
            json!({"description": "The question cannot be read.", "content": refusal}),
        );
        all.insert("404".to_owned(), json!({"description": "A word names nothing in this record; the nearest known one is the hint.", "content": refusal}));
    }
    all.insert(
        "405".to_owned(),
        json!({"description": "Only GET and HEAD are answered.", "content": refusal}),
    );
    Value::Object(all)
}

fn merged(mut value: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut value, more) {
        fields.extend(more);
    }
    value
}
