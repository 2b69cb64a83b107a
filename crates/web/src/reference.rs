//! The reference of what programs can ask, as a page made from the document that programs read:
//! complete without a script; with one, each operation is sent from here and its answer shown.

use crate::asked::Asked;
use crate::desk::Visit;
use crate::frame::{self, Page};
use crate::openapi;
use crate::portal::Portal;
use crate::respond;
use crate::tongue::{say, text};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Where the page stands.
pub(crate) const PAGE: &str = "/api";
/// Where its script stands.
pub(crate) const SCRIPT: &str = "/api.js";

/// Returns every path of the reference.
pub fn paths() -> impl Iterator<Item = &'static str> {
    [PAGE, SCRIPT].into_iter()
}

/// Returns the routes of the reference.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new().route(PAGE, get(page)).route(SCRIPT, get(script)).with_state(portal.clone())
}

async fn page(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let asked = visit.asked();
    let document = openapi::document(&visit.site);
    let page = Page { title: text!(asked, "reference-title"), body: whole(&asked, &document) };
    let text = frame::whole(&visit.site, &asked, &page);
    let response = respond::varying(respond::scripted(respond::page(text, None)));
    if visit.holder.is_some() { respond::private(response) } else { response }
}

async fn script(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response<Body> {
    let known = headers.get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    respond::file(&portal.site().assets.reference, known)
}

/// An operation of the document.
struct Operation<'d> {
    path: &'d str,
    method: &'d str,
    told: &'d Value,
}

impl Operation<'_> {
    fn word(&self, key: &str) -> &str {
        self.told.get(key).and_then(Value::as_str).unwrap_or("")
    }

    /// Tells whether programs ask it: pages are for people, and are listed elsewhere.
    fn is_for_programs(&self) -> bool {
        let starts = ["/api/", "/log/", "/feeds/", "/calendar/", "/documents/"];
        starts.iter().any(|start| self.path.starts_with(start))
            || matches!(self.path, "/healthz" | "/metrics" | "/openapi.json")
    }
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    let each = paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.map(move |(method, told)| Operation { path, method, told })
    });
    each.filter(Operation::is_for_programs).collect()
}

fn whole(asked: &Asked, document: &Value) -> Markup {
    let all = operations(document);
    html! {
        h1 { (say!(asked, "reference-title")) }
        p.lede { (say!(asked, "reference-lede", link = html! { a href="/openapi.json" { "OpenAPI 3.1" } })) }
        p.quiet data-reference="hint" hidden { (say!(asked, "reference-send-hint")) }
        div lang="en" { @for operation in &all { (one(asked, operation)) } }
        template data-reference="words" data-send=(text!(asked, "reference-send")) data-body=(text!(asked, "reference-body")) {}
        script type="module" src=(SCRIPT) {}
    }
}

fn one(asked: &Asked, operation: &Operation<'_>) -> Markup {
    let id = operation.word("operationId");
    let list = |key: &str| operation.told.get(key).and_then(Value::as_array);
    let parameters = list("parameters").map(Vec::as_slice).unwrap_or_default();
    let responses = operation.told.get("responses").and_then(Value::as_object);
    let takes = operation.told.pointer("/requestBody/content").and_then(Value::as_object);
    html! {
        details id=(id) data-operation=(operation.method) data-path=(operation.path) data-takes=[takes.and_then(media)] {
            summary { code { (operation.method.to_uppercase()) " " (operation.path) } " " (operation.word("summary")) }
            @if !parameters.is_empty() { dl.plain { @for parameter in parameters { (taken(parameter)) } } }
            @if let Some(takes) = takes { p { (say!(asked, "reference-takes")) " " code { (media(takes).unwrap_or("")) } } }
            p { @for (status, told) in responses.into_iter().flatten() { span title=(described(told)) { code { (status) } } " " } }
        }
    }
}

fn media(content: &Map<String, Value>) -> Option<&str> {
    content.keys().next().map(String::as_str)
}

fn described(told: &Value) -> &str {
    told.get("description").and_then(Value::as_str).unwrap_or("")
}

/// What an operation takes, one field.
fn taken(parameter: &Value) -> Markup {
    let word = |key: &str| parameter.get(key).and_then(Value::as_str).unwrap_or("");
    let is_needed = parameter.get("required").and_then(Value::as_bool).unwrap_or(false);
    html! {
        div data-name=(word("name")) data-in=(word("in")) data-needed[is_needed] {
            dt { code { (word("name")) } @if is_needed { " *" } " " span.quiet { (word("in")) } }
            dd { (word("description")) }
        }
    }
}
