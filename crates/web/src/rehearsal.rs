//! Rehearsals: every answer over one says so where it leaves, and in one whoever plays is enrolled
//! on request.

use crate::conditions::{self, Conditions};
use crate::log::{kept_as_json, line, no_answer, problem, refusal};
use crate::portal::{NoAnswer, Portal};
use crate::receiving::unreceived;
use crate::tongue::{Part, Tongue};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use axum::middleware::Next;
use axum::routing::post;
use serde_json::Value;
use servanda_depositary::{Answer, Job, Player};
use servanda_note::VerifierKey;
use servanda_publish::rehearsal::Rehearsal;
use servanda_seal::{Digest, LEAF_BYTES_MAX};
use std::sync::Arc;

/// Where whoever plays is enrolled.
pub const ENROL: &str = "/api/v1/rehearsal/enrol";

/// What every entity tag of a rehearsal begins with, so that none is one of what it rehearses.
const TAG: &str = "\"rehearsal-";

/// The header that every answer over a rehearsal carries.
const HEADER: HeaderName = HeaderName::from_static("servanda-rehearsal");

/// The most bytes of an answer that is said to be one of a rehearsal; no answer has so many.
const ANSWER_BYTES_MAX: usize = 1 << 30;

/// Lets an answer leave: over a rehearsal it says that it is one, whoever made it.
pub(crate) async fn leave(
    State(portal): State<Arc<Portal>>,
    mut request: Request,
    next: Next,
) -> Response<Body> {
    let Some(rehearsal) = Rehearsal::of_record(portal.site().record()) else {
        return next.run(request).await;
    };
    let is_openapi = request.uri().path() == "/openapi.json";
    without_mark(request.headers_mut());
    let (mut parts, body) = next.run(request).await.into_parts();
    if let Ok(said) = HeaderValue::from_str(&rehearsal.header()) {
        parts.headers.insert(HEADER, said);
    }
    mark(&mut parts.headers);
    let media = parts.headers.get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
    let form = media.and_then(|media| media.split(';').next()).unwrap_or("").to_owned();
    let (is_json, is_page) = (form.ends_with("json"), form == "text/html");
    if !is_json && !is_page && form != "text/csv" {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = to_bytes(body, ANSWER_BYTES_MAX).await else {
        parts.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Response::from_parts(parts, Body::empty());
    };
    if bytes.is_empty() {
        return Response::from_parts(parts, Body::empty());
    }
    parts.headers.remove(CONTENT_LENGTH);
    let text = String::from_utf8_lossy(&bytes);
    let told = if is_page {
        said(&rehearsal, &text)
    } else if is_json {
        as_json(&rehearsal, &text, is_openapi)
    } else {
        rehearsal.csv(&text)
    };
    Response::from_parts(parts, Body::from(told))
}

/// Says of a page, in its language, that it is one of a rehearsal and of what.
fn said(rehearsal: &Rehearsal, page: &str) -> String {
    let tag = page.split_once("<html lang=\"").and_then(|(_, rest)| rest.split('"').next());
    let tongue = tag.and_then(Tongue::of).unwrap_or_else(Tongue::english);
    let log = maud::html! { bdi { (rehearsal.origin()) } };
    let english = Tongue::english().tag;
    let lang = (tongue.tag != english).then_some(english);
    rehearsal.html_saying(page, lang, &tongue.say("frame-rehearsal", &[("log", Part::from(log))]))
}

fn as_json(rehearsal: &Rehearsal, text: &str, is_openapi: bool) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(document) if is_openapi => format!("{}\n", rehearsal.openapi(document)),
        Ok(value) => format!("{}\n", rehearsal.json(value)),
        Err(_not_json) => text.to_owned(),
    }
}

/// Marks the entity tag of an answer as one of a rehearsal.
fn mark(headers: &mut HeaderMap) {
    let tag = headers.get(ETAG).and_then(|tag| tag.to_str().ok());
    let marked = tag.map(|tag| tag.replacen('"', TAG, 1));
    if let Some(marked) = marked.and_then(|marked| HeaderValue::from_str(&marked).ok()) {
        headers.insert(ETAG, marked);
    }
}

/// Takes the mark from the tags that a reader knows; a tag without it is of another log.
fn without_mark(headers: &mut HeaderMap) {
    unmarked(headers, &IF_NONE_MATCH);
    if headers.contains_key(IF_MATCH) {
        unmarked(headers, &IF_MATCH);
        // Who names the head of another log still names a condition.
        headers.entry(IF_MATCH).or_insert(HeaderValue::from_static("\"\""));
    }
}

fn unmarked(headers: &mut HeaderMap, name: &HeaderName) {
    let known = headers.get(name).and_then(|tags| tags.to_str().ok());
    let own = |tag: &str| {
        let tag = tag.trim();
        (tag == "*" || tag.contains(TAG)).then(|| tag.replacen(TAG, "\"", 1))
    };
    let kept = known.map(|known| known.split(',').filter_map(own).collect::<Vec<_>>().join(", "));
    headers.remove(name);
    let kept = kept.filter(|kept| !kept.is_empty());
    if let Some(kept) = kept.and_then(|kept| HeaderValue::from_str(&kept).ok()) {
        headers.insert(name.clone(), kept);
    }
}

/// Returns the routes of rehearsals.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    let limit = DefaultBodyLimit::max(LEAF_BYTES_MAX);
    Router::new().route(ENROL, post(enrol)).layer(limit).with_state(portal.clone())
}

/// Enrols a key for the delegation of a party, or for an officer of the depositary.
async fn enrol(
    State(portal): State<Arc<Portal>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response<Body> {
    if portal.site().record().history.rehearses.is_none() {
        let said = ("this record is no rehearsal", "its authority enrols keys, by `key enrol`");
        return problem(StatusCode::NOT_FOUND, "no-rehearsal", None, said, ENROL);
    }
    // A page of another site sends no JSON without asking first, and is not answered then.
    let media = headers.get(CONTENT_TYPE).and_then(|media| media.to_str().ok()).unwrap_or("");
    if media.split(';').next().map(str::trim) != Some("application/json") {
        let said = ("the request is no JSON", "send it as `application/json`");
        return problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unreadable", None, said, ENROL);
    }
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return unreceived(rejection.status(), ENROL),
    };
    let Some(conditions) = Conditions::of(&headers, ENROL) else {
        return conditions::unreadable(ENROL);
    };
    if let Some(answer) = conditions.answered(&portal, &body, ENROL) {
        return answer;
    }
    match player(&body) {
        Err(message) => {
            let hint = "{\"party\": \"a code\", \"key\": \"NAME+ID+BASE64\"}, or \"role\": \
                        \"depositary\" in place of the party, and \"next\", the digest of the key \
                        after it, where one is to come";
            problem(StatusCode::BAD_REQUEST, "unreadable", None, (&message, hint), ENROL)
        }
        Ok(player) => match enrolled(&portal, player).await {
            Ok(Ok(kept)) => {
                let told = line(&kept_as_json(&kept, &portal.current().await.record().law));
                conditions.made(&portal, &body, (told, format!("/log/entry/{}", kept.index)))
            }
            Ok(Err(refused)) => refusal(&refused, ENROL),
            Err(none) => no_answer(&none, ENROL),
        },
    }
}

async fn enrolled(portal: &Portal, player: Player) -> Result<Answer, NoAnswer> {
    let answer = portal.ask(|reply| Job::Enrol(Box::new(player), reply)).await?;
    portal.count(&answer);
    Ok(answer)
}

/// Reads who is to be enrolled.
fn player(body: &[u8]) -> Result<Player, String> {
    let asked: Value = serde_json::from_slice(body).map_err(|fault| fault.to_string())?;
    let Value::Object(fields) = asked else { return Err("it is no object".to_owned()) };
    let known = ["party", "role", "key", "next"];
    if let Some(other) = fields.keys().find(|name| !known.contains(&name.as_str())) {
        return Err(format!("`{}` is no field of it", crate::words::shown(other)));
    }
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let party = match (fields.get("role"), text("role")) {
        (None, _) | (Some(_), Some("delegation")) => {
            Some(text("party").ok_or("`party` is missing, or no text")?.to_owned())
        }
        (Some(_), Some("depositary")) if fields.get("party").is_none() => None,
        (Some(_), Some("depositary")) => return Err("an officer has no `party`".to_owned()),
        (Some(_), _) => return Err("`role` is `delegation` or `depositary`".to_owned()),
    };
    let key = text("key").ok_or("`key` is missing, or no text")?;
    let key = VerifierKey::parse(key).map_err(|flaw| format!("`key` is no key: {flaw}"))?;
    let next = match (fields.get("next"), text("next")) {
        // No other key is fixed to come after it, and its own digest stands there.
        (None, _) => Digest::of(&key.public_key().to_bytes()),
        (Some(_), next) => next.and_then(Digest::parse).ok_or("`next` is no digest")?,
    };
    Ok(Player { party, key, next })
}
