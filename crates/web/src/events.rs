//! Live events: each act that the log takes is told once to whoever listens, in the order of the
//! log, and a reader who was cut off goes on where it was (WHATWG HTML, "server-sent events").
//!
//! Streams read the site that is shown and never ask the office for what is new, so that a slow
//! reader holds up nobody.

mod older;
mod stream;
mod telling;
mod wanted;

pub(crate) use older::{Older, before_opening};
pub(crate) use wanted::FIELDS;

use crate::desk;
use crate::log::{no_answer, problem};
use crate::portal::{NoAnswer, Portal};
use crate::refusal::Refusal;
use crate::respond::{self, Reader};
use crate::router::raw_of;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use axum::routing::get;
use std::sync::Arc;
use stream::Listening;
use wanted::Wanted;

/// Where events are told.
pub const EVENTS: &str = "/events";

/// What a reader who was cut off says: the last event that reached it.
const LAST: HeaderName = HeaderName::from_static("last-event-id");

/// Returns the route of the events.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new().route(EVENTS, get(listen)).with_state(portal.clone())
}

async fn listen(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let Some(news) = portal.listen() else { return no_answer(&NoAnswer::NoLog, EVENTS) };
    if !*news.borrow() {
        return no_answer(&NoAnswer::Closed, EVENTS);
    }
    let site = portal.current().await;
    let raw = raw_of(&request);
    let refused = |refusal: &Refusal| respond::refusal(&site, refusal, &raw, Reader::Program);
    let wanted = match Wanted::read(&site, &raw.fields) {
        Ok(wanted) => wanted,
        Err(refusal) => return refused(&refusal),
    };
    let after = match last(request.headers()) {
        Ok(last) => last.or(wanted.after),
        Err(text) => {
            let message = format!("`{}` is no event of this log", crate::words::shown(text));
            let hint = "an event is named by its entry, as in `last-event-id: 1200`";
            return problem(StatusCode::BAD_REQUEST, "unreadable", None, (&message, hint), EVENTS);
        }
    };
    let session = desk::session(&portal, request.headers());
    let session = session.filter(|session| desk::goes_on(&portal, &site, session));
    let first = Listening::new(portal, (news, session), wanted, after);
    let stream = futures_util::stream::unfold(first, Listening::next);
    let mut response = Response::new(Body::from_stream(stream));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy in front must hand each event on at once.
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    headers.insert(unbuffered, HeaderValue::from_static("no"));
    response
}

/// Reads which event reached a reader last; an empty one is none (WHATWG HTML, "last event ID").
fn last(headers: &HeaderMap) -> Result<Option<u64>, &str> {
    let Some(value) = headers.get(LAST) else { return Ok(None) };
    let text = value.to_str().map_err(|_not_text| "")?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_not_a_number| text)
}
