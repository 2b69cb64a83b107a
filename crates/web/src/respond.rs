//! Answers as HTTP: content types, entity tags, and the headers every answer carries.

use crate::asked::{Asked, Raw};
use crate::assets::{File, tag};
use crate::frame;
use crate::refusal::Refusal;
use crate::site::Site;
use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Response, StatusCode};
use serde_json::Value;

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";
/// What a page may load, where it says nothing else: no script, no style within it.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Who reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A person, who gets a page.
    Person,
    /// A program, which gets JSON.
    Program,
}

/// Answers with a page.
pub(crate) fn page(text: String, if_none_match: Option<&str>) -> Response<Body> {
    tagged(text, HTML, if_none_match)
}

/// Answers with one JSON value.
pub(crate) fn json(value: &Value, if_none_match: Option<&str>) -> Response<Body> {
    tagged(format!("{value}\n"), JSON, if_none_match)
}

/// Answers with a table.
pub(crate) fn csv(text: String, if_none_match: Option<&str>) -> Response<Body> {
    tagged(text, "text/csv; charset=utf-8; header=present", if_none_match)
}

/// Answers with a feed.
pub(crate) fn feed(text: String, if_none_match: Option<&str>) -> Response<Body> {
    tagged(text, "application/atom+xml; charset=utf-8", if_none_match)
}

/// Answers with a table.
pub(crate) fn sheet(text: String, if_none_match: Option<&str>) -> Response<Body> {
    tagged(text, "text/csv; charset=utf-8", if_none_match)
}

/// Answers with a calendar.
pub(crate) fn calendar(text: String, if_none_match: Option<&str>) -> Response<Body> {
    tagged(text, "text/calendar; charset=utf-8", if_none_match)
}

/// Answers with a file of the program.
pub(crate) fn file(file: &File, if_none_match: Option<&str>) -> Response<Body> {
    with_tag(file.bytes.clone(), file.media, &file.tag, if_none_match)
}

/// Answers with a file of the program that never changes under its name.
pub(crate) fn lasting_file(file: &File, if_none_match: Option<&str>) -> Response<Body> {
    let mut response = with_tag(file.bytes.clone(), file.media, &file.tag, if_none_match);
    let lasting = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, lasting);
    response
}

/// Answers that the program is well.
pub(crate) fn health() -> Response<Body> {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    made(StatusCode::OK, &headers, Body::from("ok"))
}

/// Tells why there is no answer.
pub(crate) fn refusal(site: &Site, refusal: &Refusal, raw: &Raw, reader: Reader) -> Response<Body> {
    let (text, media) = match reader {
        Reader::Person => (frame::refusal(site, &Asked::plain(site, raw), refusal), HTML),
        Reader::Program => (format!("{}\n", refusal.problem(&raw.path)), PROBLEM),
    };
    made(
        refusal.kind.status(),
        &[(CONTENT_TYPE, media), (CACHE_CONTROL, "no-store")],
        Body::from(text),
    )
}

/// Tells why there is no answer to a request of a path: people a page, programs a problem document.
pub(crate) fn refused_at(site: &Site, why: &Refusal, raw: &Raw) -> Response<Body> {
    let is_for_programs = raw.path.starts_with("/api/") || raw.path.starts_with("/log/");
    let reader = if is_for_programs { Reader::Program } else { Reader::Person };
    refusal(site, why, raw, reader)
}

/// Answers a holder: what depends on who is signed in is kept by nobody.
pub(crate) fn private(mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().remove(ETAG);
    let own = HeaderValue::from_static("private, no-store");
    response.headers_mut().insert(CACHE_CONTROL, own);
    response
}

/// Lets a page run the program's own script, which asks this server alone.
pub(crate) fn scripted(mut response: Response<Body>) -> Response<Body> {
    let policy = format!("{POLICY}; script-src 'self'; connect-src 'self'");
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Answers a program with a problem document.
pub(crate) fn problem(status: StatusCode, value: &Value) -> Response<Body> {
    let headers = [(CONTENT_TYPE, PROBLEM), (CACHE_CONTROL, "no-store")];
    made(status, &headers, Body::from(format!("{value}\n")))
}

/// Says that an answer depends on who is signed in.
pub(crate) fn varying(mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().append(VARY, HeaderValue::from_static("Cookie"));
    response
}

fn tagged(text: String, media: &'static str, if_none_match: Option<&str>) -> Response<Body> {
    let tag = tag(text.as_bytes());
    with_tag(text, media, &tag, if_none_match)
}

/// The bytes of an answer that is there whole.
#[derive(Debug, Clone)]
pub(crate) struct Whole(pub(crate) Bytes);

fn with_tag(
    body: impl Into<Bytes>,
    media: &'static str,
    tag: &str,
    if_none_match: Option<&str>,
) -> Response<Body> {
    let unchanged = if_none_match.is_some_and(|known| is_listed(known, tag));
    let headers = [(CONTENT_TYPE, media), (ETAG, tag), (CACHE_CONTROL, "no-cache")];
    if unchanged {
        return made(StatusCode::NOT_MODIFIED, headers.get(1..).unwrap_or(&[]), Body::empty());
    }
    let body = body.into();
    let mut response = made(StatusCode::OK, &headers, Body::from(body.clone()));
    response.extensions_mut().insert(Whole(body));
    response
}

/// Tells whether a line of tags lists one (RFC 9110, section 13.1.2: weak comparison, `*` matches
/// whatever there is).
pub(crate) fn is_listed(known: &str, tag: &str) -> bool {
    let is_same = |known: &str| known.trim() == "*" || known.trim().trim_start_matches("W/") == tag;
    known.split(',').any(is_same)
}

/// Answers that nothing has changed since the tag that was sent.
pub(crate) fn unchanged(tag: &str) -> Response<Body> {
    made(StatusCode::NOT_MODIFIED, &[(ETAG, tag), (CACHE_CONTROL, "no-cache")], Body::empty())
}

/// Gives an answer the tag of what it was made of.
pub(crate) fn tagged_as(mut response: Response<Body>, tag: &str) -> Response<Body> {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

fn made(status: StatusCode, headers: &[(HeaderName, &str)], body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Adds what every answer carries, whoever made it.
pub(crate) async fn guard(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let is_page = headers.get(CONTENT_TYPE).is_some_and(|media| media == HTML);
    if is_page {
        headers.append(VARY, HeaderValue::from_static("accept-language"));
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    headers.insert(opener, HeaderValue::from_static("same-origin"));
    response
}
