//! The log over HTTP: acts are received, and checkpoint, tiles, entries and receipts given
//! (c2sp.org/tlog-tiles).

use crate::desk::{Dear, address_of, too_often};
use crate::documents;
use crate::portal::{NoAnswer, Portal};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::DefaultBodyLimit;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::routing::{get, post};
use serde_json::{Value, json};
use servanda_depositary::{Answer, Job, Kept, Refused};
use servanda_seal::{Digest, LEAF_BYTES_MAX};
use servanda_tlog::{Bundle, Tile};
use std::sync::Arc;

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";
const PROBLEM: &str = "application/problem+json";
/// A full tile never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FRESH: &str = "no-cache";

/// A path of the log, what it is for, and how it is answered.
pub(crate) struct LogPath {
    pub(crate) path: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) media: &'static str,
    pub(crate) receives: bool,
    /// The named schema of its answer, where that is JSON.
    pub(crate) schema: Option<&'static str>,
    /// What else it answers: a status, and when.
    pub(crate) problems: &'static [(&'static str, &'static str)],
}

/// The paths of the log.
pub(crate) const PATHS: &[LogPath] = &[
    LogPath {
        path: "/api/v1/acts",
        name: "receive",
        about: "Receives a sealed act, judges it at the door, and keeps it if it passes.",
        media: "application/json",
        receives: true,
        schema: Some("Kept"),
        problems: &[],
    },
    LogPath {
        path: "/api/v1/receipts/{act}",
        name: "receipt",
        about: "The receipt of an act, by its id or its entry: it verifies without the log.",
        media: TEXT,
        receives: false,
        schema: None,
        problems: &[],
    },
    LogPath {
        path: "/log/checkpoint",
        name: "checkpoint",
        about: "The signed size and root of the log.",
        media: TEXT,
        receives: false,
        schema: None,
        problems: &[],
    },
    LogPath {
        path: "/log/entry/{index}",
        name: "entry",
        about: "One entry of the log as it was signed.",
        media: TEXT,
        receives: false,
        schema: None,
        problems: &[],
    },
    LogPath {
        path: "/log/tile/{tile}",
        name: "tile",
        about: "A tile of the log's tree, or a bundle of its entries (c2sp.org/tlog-tiles).",
        media: BYTES,
        receives: false,
        schema: None,
        problems: &[],
    },
    LogPath {
        path: "/api/v1/documents/{commitment}",
        name: "document",
        about: "What the log says of a document, what became of its body, and whether it may be read.",
        media: "application/json",
        receives: false,
        schema: Some("Document"),
        problems: &[],
    },
    LogPath {
        path: "/documents/{commitment}/body",
        name: "document-body",
        about: "The body of a document that is for everybody, with its salt in `document-salt`.",
        media: BYTES,
        receives: false,
        schema: None,
        problems: &[
            ("403", "It is for those who have a seat in an organ on the day of reading."),
            ("410", "The document was erased."),
        ],
    },
];

/// Returns every path of the log.
pub fn paths() -> impl Iterator<Item = &'static str> {
    PATHS.iter().map(|path| path.path)
}

/// Returns the routes of the log.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new()
        .route("/api/v1/acts", post(receive))
        .route("/api/v1/receipts/{act}", get(receipt))
        .route("/log/checkpoint", get(checkpoint))
        .route("/log/entry/{index}", get(entry))
        .route("/log/tile/{*tile}", get(tile))
        .route("/api/v1/documents/{commitment}", get(documents::one))
        .route("/documents/{commitment}/body", get(documents::body))
        .layer(DefaultBodyLimit::max(LEAF_BYTES_MAX))
        .with_state(portal.clone())
}

async fn receive(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let address = address_of(request.extensions());
    if let Some(Err(wait)) = portal.reception().map(|desk| desk.look(Dear::Noise, &address)) {
        return too_often(&portal.site(), wait, "/api/v1/acts");
    }
    let body: Result<Bytes, BytesRejection> = Bytes::from_request(request, &()).await;
    let act = match body {
        Ok(bytes) => bytes.to_vec(),
        Err(rejection) => {
            let (status, message) = (rejection.status(), rejection.body_text());
            let hint = "a sealed act has at most 60,000 bytes";
            return problem(status, "unreadable", None, (&message, hint), "/api/v1/acts");
        }
    };
    match portal.ask(|reply| Job::Receive(act, reply)).await {
        Ok(answer) => {
            if let (Err(_), Some(desk)) = (&answer, portal.reception()) {
                // Who sends what is not taken pays for it; acts that are taken are free.
                desk.charge(Dear::Noise, &address);
            }
            received(&portal, answer, "/api/v1/acts")
        }
        Err(none) => no_answer(&none, "/api/v1/acts"),
    }
}

pub(crate) fn received(portal: &Portal, answer: Answer, path: &str) -> Response<Body> {
    match answer {
        Ok(kept) => {
            let place = format!("/log/entry/{}", kept.index);
            let site = portal.site();
            let body = kept_as_json(&kept, &site.record().law);
            let mut response = made(StatusCode::CREATED, "application/json", FRESH, line(&body));
            if let Ok(place) = HeaderValue::from_str(&place) {
                response.headers_mut().insert(LOCATION, place);
            }
            response
        }
        Err(refused) => refusal(&refused, path),
    }
}

fn kept_as_json(kept: &Kept, law: &servanda_model::Law) -> Value {
    let findings = kept.taken.findings.iter().map(|finding| {
        let article = finding.article.map(|id| law.article_names.word(id).to_owned());
        json!({"grade": finding.grade.word(), "article": article, "message": finding.message(law)})
    });
    json!({
        "id": kept.id.to_string(),
        "entry": kept.index,
        "position": kept.taken.position,
        "party": kept.taken.party,
        "received": kept.received.to_string(),
        "findings": findings.collect::<Vec<_>>(),
    })
}

/// A form that cannot be read is 400; whatever was read and not taken is 409.
pub(crate) fn refusal(refused: &Refused, path: &str) -> Response<Body> {
    let is_form = refused.code == "L-FORM";
    let status = if is_form { StatusCode::BAD_REQUEST } else { StatusCode::CONFLICT };
    let said = (refused.message.as_str(), refused.hint.as_str());
    problem(status, refused.code, refused.article.as_deref(), said, path)
}

async fn checkpoint(State(portal): State<Arc<Portal>>) -> Response<Body> {
    match portal.ask(Job::Checkpoint).await {
        Ok(note) => made(StatusCode::OK, TEXT, FRESH, note.print().into_bytes()),
        Err(none) => no_answer(&none, "/log/checkpoint"),
    }
}

async fn entry(State(portal): State<Arc<Portal>>, Path(index): Path<String>) -> Response<Body> {
    let path = "/log/entry";
    let Ok(number) = index.parse::<u64>() else {
        return absent(path, "an entry is a number from 0");
    };
    match portal.ask(|reply| Job::Entry(number, reply)).await {
        Ok(Some(bytes)) => made(StatusCode::OK, TEXT, FOR_EVER, bytes),
        Ok(None) => absent(path, "the log has not so many entries"),
        Err(none) => no_answer(&none, path),
    }
}

async fn receipt(State(portal): State<Arc<Portal>>, Path(act): Path<String>) -> Response<Body> {
    let path = "/api/v1/receipts";
    let index = match (act.parse::<u64>(), Digest::parse(&act)) {
        (Ok(index), _) => Ok(Some(index)),
        (Err(_), Some(id)) => portal.ask(|reply| Job::Find(id, reply)).await,
        (Err(_), None) => return absent(path, "an act is named by its id or its entry"),
    };
    match index {
        Ok(Some(index)) => match portal.ask(|reply| Job::Receipt(index, reply)).await {
            Ok(Some(receipt)) => made(StatusCode::OK, TEXT, FRESH, receipt.print().into_bytes()),
            Ok(None) => absent(path, "the log has not so many entries"),
            Err(none) => no_answer(&none, path),
        },
        Ok(None) => absent(path, "the log has no act with this id"),
        Err(none) => no_answer(&none, path),
    }
}

async fn tile(State(portal): State<Arc<Portal>>, Path(rest): Path<String>) -> Response<Body> {
    let name = format!("tile/{rest}");
    let (answer, is_full) = if let Some(bundle) = Bundle::parse(&name) {
        (portal.ask(|reply| Job::Bundle(bundle, reply)).await, bundle.width() == 256)
    } else if let Some(tile) = Tile::parse(&name) {
        (portal.ask(|reply| Job::Tile(tile, reply)).await, tile.is_full())
    } else {
        return absent("/log/tile", "a tile is named as c2sp.org/tlog-tiles says");
    };
    match answer {
        Ok(Some(bytes)) => {
            made(StatusCode::OK, BYTES, if is_full { FOR_EVER } else { FRESH }, bytes)
        }
        Ok(None) => absent("/log/tile", "the log has no such tile"),
        Err(none) => no_answer(&none, "/log/tile"),
    }
}

pub(crate) fn absent(path: &str, hint: &str) -> Response<Body> {
    problem(StatusCode::NOT_FOUND, "unknown-word", None, ("nothing has this name", hint), path)
}

pub(crate) fn no_answer(none: &NoAnswer, path: &str) -> Response<Body> {
    problem(none.status(), none.code(), None, (&none.message(), &none.hint()), path)
}

/// Makes a problem document (RFC 9457).
pub(crate) fn problem(
    status: StatusCode,
    code: &str,
    article: Option<&str>,
    (message, hint): (&str, &str),
    path: &str,
) -> Response<Body> {
    let body = json!({
        "type": format!("/about#problem-{code}"), "title": title(status),
        "status": status.as_u16(), "detail": message, "instance": path, "code": code,
        "article": article, "hint": hint,
    });
    made(status, PROBLEM, "no-store", line(&body))
}

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => "The document is not for this reader",
        StatusCode::GONE => "The document was erased",
        StatusCode::CONFLICT => "The act is not taken",
        StatusCode::NOT_FOUND => "The log has nothing of this name",
        StatusCode::SERVICE_UNAVAILABLE => "The office cannot answer now",
        _ => "The act cannot be read",
    }
}

pub(crate) fn line(value: &Value) -> Vec<u8> {
    format!("{value}\n").into_bytes()
}

pub(crate) fn made(
    status: StatusCode,
    media: &'static str,
    cache: &'static str,
    body: Vec<u8>,
) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
