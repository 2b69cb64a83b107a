//! `POST /api/v1/acts`: a sealed act arrives, is judged at the door, and is answered.

use crate::conditions::{self, Conditions};
use crate::desk::{Dear, sender, too_often};
use crate::log::{self, kept_as_json, line, made, no_answer, problem};
use crate::portal::Portal;
use crate::router::raw_of;
use axum::body::{Body, Bytes};
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, Response, StatusCode};
use serde_json::json;
use servanda_depositary::{Answer, Job};
use servanda_seal::{Digest, Sealed};
use std::sync::Arc;

const PATH: &str = "/api/v1/acts";

/// Receives an act.
pub(crate) async fn receive(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let address = sender(request.headers(), request.extensions());
    if let Some(Err(wait)) = portal.reception().map(|desk| desk.look(Dear::Noise, &address)) {
        return too_often(&portal.site(), wait, &raw_of(&request));
    }
    let Some(conditions) = Conditions::of(request.headers(), PATH) else {
        return conditions::unreadable(PATH);
    };
    let body: Result<Bytes, BytesRejection> = Bytes::from_request(request, &()).await;
    let act = match body {
        Ok(bytes) => bytes,
        Err(rejection) => return unreceived(rejection.status(), PATH),
    };
    if let Some(answer) = conditions.answered(&portal, &act, PATH) {
        return answer;
    }
    let bytes = act.to_vec();
    let answered = match conditions.heads.clone() {
        None => portal.ask(|reply| Job::Receive(bytes, reply)).await.map(Some),
        Some(heads) => portal.ask(|reply| Job::ReceiveAt(heads, bytes, reply)).await,
    };
    match answered {
        Ok(Some(answer)) => {
            portal.count(&answer);
            let is_noise = answer.as_ref().is_err_and(|refused| refused.code != KNOWN);
            if let (true, Some(desk)) = (is_noise, portal.reception()) {
                // Who sends what is not taken pays for it; acts that are taken are free, and so is
                // one that is sent again because its answer did not arrive.
                desk.charge(Dear::Noise, &address);
            }
            answer_with(&portal, &conditions, &act, answer).await
        }
        Ok(None) => moved(&portal, &act).await,
        Err(none) => no_answer(&none, PATH),
    }
}

/// The code of an act that the log has already.
pub(crate) const KNOWN: &str = "L-KNOWN";

/// Says that a request did not arrive whole.
pub(crate) fn unreceived(status: StatusCode, path: &str) -> Response<Body> {
    let said = if status == StatusCode::PAYLOAD_TOO_LARGE {
        ("the request is too long", "a sealed act, or a request, has at most 60,000 bytes")
    } else {
        ("the request ended before it was whole", "send it again")
    };
    problem(status, "unreadable", None, said, path)
}

async fn answer_with(
    portal: &Portal,
    conditions: &Conditions,
    act: &[u8],
    answer: Answer,
) -> Response<Body> {
    match answer {
        Ok(kept) => {
            // An act of which nothing was noticed names no article, and waits for no site.
            let is_plain = kept.taken.findings.is_empty();
            let site = if is_plain { portal.site() } else { portal.current().await };
            let body = line(&kept_as_json(&kept, &site.record().law));
            conditions.made(portal, act, (body, format!("/log/entry/{}", kept.index)))
        }
        Err(refused) if refused.code == KNOWN => match known(portal, act).await {
            Some((id, entry)) => again(&refused.message, id, entry),
            None => log::refusal(&refused, PATH),
        },
        Err(refused) => log::refusal(&refused, PATH),
    }
}

/// Finds the entry of an act that the log has already.
async fn known(portal: &Portal, act: &[u8]) -> Option<(Digest, u64)> {
    let id = Sealed::parse(act).ok()?.id();
    let entry = portal.ask(|reply| Job::Find(id, reply)).await.ok()??;
    Some((id, entry))
}

/// Says of an act that the log has already where it stands.
fn again(message: &str, id: Digest, entry: u64) -> Response<Body> {
    let status = StatusCode::CONFLICT;
    let place = format!("/log/entry/{entry}");
    let body = json!({
        "type": format!("/about#problem-{KNOWN}"), "title": "The log has this act already",
        "status": status.as_u16(), "detail": message, "instance": PATH, "code": KNOWN,
        "article": null, "hint": format!("it is entry {entry}: `{place}`"),
        "id": id.to_string(), "entry": entry,
    });
    let mut response = made(status, "application/problem+json", "no-store", line(&body));
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(LOCATION, place);
    }
    response
}

/// Says that the log does not stand where the sender saw it; an act that it has is told so.
async fn moved(portal: &Portal, act: &[u8]) -> Response<Body> {
    if let Some((id, entry)) = known(portal, act).await {
        let message = "the log has this act already".to_owned();
        return again(&message, id, entry);
    }
    let said = "the log does not stand at the head that `If-Match` names";
    let hint = "read `/log/checkpoint` again: its entity tag is the head of the log";
    problem(StatusCode::PRECONDITION_FAILED, "moved", None, (said, hint), PATH)
}
