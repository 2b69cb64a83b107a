//! The log over HTTP: acts are received, and checkpoint, tiles, entries and receipts given
//! (c2sp.org/tlog-tiles).

use crate::documents;
use crate::portal::{NoAnswer, Portal};
use crate::receiving;
use crate::respond::is_listed;
use crate::tag::head_tag;
use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use axum::routing::{get, post};
use serde_json::{Value, json};
use servanda_depositary::{Job, Kept, Refused};
use servanda_seal::{Digest, LEAF_BYTES_MAX};
use servanda_tlog::{Bundle, Checkpoint, Tile};
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
        about: "The body of a document for those who may read it today, with its salt in \
                `document-salt`: whoever is signed in for a delegation reads for its party.",
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
        .route("/api/v1/acts", post(receiving::receive))
        .route("/api/v1/receipts/{act}", get(receipt))
        .route("/log/checkpoint", get(checkpoint))
        .route("/log/entry/{index}", get(entry))
        .route("/log/tile/{*tile}", get(tile))
        .route("/api/v1/documents/{commitment}", get(documents::one))
        .route("/documents/{commitment}/body", get(documents::body))
        .layer(DefaultBodyLimit::max(LEAF_BYTES_MAX))
        .with_state(portal.clone())
}

pub(crate) fn kept_as_json(kept: &Kept, law: &servanda_model::Law) -> Value {
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

async fn checkpoint(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response<Body> {
    let note = match portal.ask(Job::Checkpoint).await {
        Ok(note) => note,
        Err(none) => return no_answer(&none, "/log/checkpoint"),
    };
    let tag = Checkpoint::parse(note.text()).map(|said| head_tag(&said.head()));
    // What witnesses cosign comes to the same head: only the head is told apart.
    let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let is_known = |tag: &String| known.is_some_and(|known| is_listed(known, tag));
    let mut response = match &tag {
        Ok(tag) if is_known(tag) => {
            let mut response = made(StatusCode::NOT_MODIFIED, TEXT, FRESH, Vec::new());
            response.headers_mut().remove(CONTENT_TYPE);
            response
        }
        Ok(_) | Err(_) => made(StatusCode::OK, TEXT, FRESH, note.print().into_bytes()),
    };
    if let Some(tag) = tag.ok().and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

async fn entry(
    State(portal): State<Arc<Portal>>,
    Path(index): Path<String>,
    uri: Uri,
) -> Response<Body> {
    let path = uri.path();
    let Ok(number) = index.parse::<u64>() else {
        return absent(path, "an entry is a number from 0");
    };
    match portal.ask(|reply| Job::Entry(number, reply)).await {
        Ok(Some(bytes)) => made(StatusCode::OK, TEXT, FOR_EVER, bytes),
        Ok(None) => absent(path, "the log has not so many entries"),
        Err(none) => no_answer(&none, path),
    }
}

async fn receipt(
    State(portal): State<Arc<Portal>>,
    Path(act): Path<String>,
    uri: Uri,
) -> Response<Body> {
    let path = uri.path();
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

async fn tile(
    State(portal): State<Arc<Portal>>,
    Path(rest): Path<String>,
    uri: Uri,
) -> Response<Body> {
    let name = format!("tile/{rest}");
    let (answer, is_full) = if let Some(bundle) = Bundle::parse(&name) {
        (portal.ask(|reply| Job::Bundle(bundle, reply)).await, bundle.width() == 256)
    } else if let Some(tile) = Tile::parse(&name) {
        (portal.ask(|reply| Job::Tile(tile, reply)).await, tile.is_full())
    } else {
        return absent(uri.path(), "a tile is named as c2sp.org/tlog-tiles says");
    };
    match answer {
        Ok(Some(bytes)) => {
            made(StatusCode::OK, BYTES, if is_full { FOR_EVER } else { FRESH }, bytes)
        }
        Ok(None) => absent(uri.path(), "the log has no such tile"),
        Err(none) => no_answer(&none, uri.path()),
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

pub(crate) fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => "The document is not for this reader",
        StatusCode::GONE => "The document was erased",
        StatusCode::CONFLICT => "The act is not taken",
        StatusCode::PRECONDITION_FAILED => "The log has grown meanwhile",
        StatusCode::UNPROCESSABLE_ENTITY => "This key was sent with another request",
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
