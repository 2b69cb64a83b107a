//! Under which conditions a request may change the log, and what of it was answered before:
//! `Idempotency-Key` and `If-Match` (RFC 9110, section 13.1.1).

use crate::log::{made, problem};
use crate::portal::Portal;
use crate::remembered::Given;
use crate::tag;
use axum::body::{Body, Bytes};
use axum::http::header::{HeaderName, IF_MATCH, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use servanda_seal::Digest;
use servanda_tlog::TreeHead;

/// The header by which a sender names a request that it may send again.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The header that says that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// The longest key, in bytes.
const KEY_BYTES_MAX: usize = 255;

/// The conditions of one request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions {
    /// The key, behind the path it was sent to.
    key: Option<String>,
    /// The heads at one of which the log must stand.
    pub(crate) heads: Option<Vec<TreeHead>>,
}

impl Conditions {
    /// Reads the conditions of a request to a path; none where its key cannot be read.
    pub(crate) fn of(headers: &HeaderMap, path: &str) -> Option<Self> {
        let key = match headers.get(KEY) {
            None => None,
            Some(key) => Some(format!("{path} {}", readable(key)?)),
        };
        let wanted = headers.get(IF_MATCH).map(|tags| tags.to_str().unwrap_or(""));
        let heads = wanted.filter(|tags| tags.trim() != "*").map(tag::heads);
        Some(Self { key, heads })
    }

    /// Returns the answer that the same request had before; of another request with the same key,
    /// says that it is another.
    pub(crate) fn answered(
        &self,
        portal: &Portal,
        sent: &[u8],
        path: &str,
    ) -> Option<Response<Body>> {
        let given = portal.remembered.find(self.key.as_ref()?)?;
        if given.sent != Digest::of(sent) {
            let said = "this `Idempotency-Key` came with another request before";
            let hint = "take a new key for each request, the same one only to send it again";
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Some(problem(status, "key-reused", None, (said, hint), path));
        }
        let mut response = created(given.body.to_vec(), &given.place);
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        Some(response)
    }

    /// Answers that something was made, and remembers the answer where it may be asked for again.
    pub(crate) fn made(
        &self,
        portal: &Portal,
        sent: &[u8],
        (body, place): (Vec<u8>, String),
    ) -> Response<Body> {
        if let Some(key) = &self.key {
            let body = Bytes::from(body.clone());
            portal
                .remembered
                .keep(key, Given { sent: Digest::of(sent), place: place.clone(), body });
        }
        created(body, &place)
    }
}

/// Says that the key of a request cannot be read.
pub(crate) fn unreadable(path: &str) -> Response<Body> {
    let said = "`Idempotency-Key` cannot be read";
    let hint = "it has 1 to 255 visible characters of ASCII, as a UUID has";
    problem(StatusCode::BAD_REQUEST, "unreadable", None, (said, hint), path)
}

fn created(body: Vec<u8>, place: &str) -> Response<Body> {
    let mut response = made(StatusCode::CREATED, "application/json", "no-store", body);
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(LOCATION, place);
    }
    response
}

fn readable(key: &HeaderValue) -> Option<String> {
    let text = key.to_str().ok()?.trim();
    let is_visible = text.bytes().all(|byte| byte.is_ascii_graphic());
    ((1..=KEY_BYTES_MAX).contains(&text.len()) && is_visible).then(|| text.to_owned())
}
