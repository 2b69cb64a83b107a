//! Documents over HTTP: what the log says of one, and the body for those who may read it.
//!
//! Whoever is signed in for a delegation reads for its party, whoever is not for nobody. The day of
//! reading is today, whatever day a request asks about.

use crate::asked::encoded;
use crate::desk;
use crate::log::{absent, line, made, no_answer, problem};
use crate::portal::Portal;
use crate::respond::{private, varying};
use crate::site::Site;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use serde_json::{Value, json};
use servanda_depositary::{Document, Erasure, Job, Shelved};
use servanda_model::{Day, Instant, PartyId};
use servanda_publish::json::access;
use servanda_query::{Access, Moment, Verdict};
use servanda_seal::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whatever a body is, a browser neither shows nor runs it.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";
const BYTES: &str = "application/octet-stream";
/// The most characters of a title that name a file.
const NAME_CHARS: usize = 80;

/// Returns what the log says of a document, and what became of its body: `here`, `erased`,
/// `absent`, `damaged`.
pub fn document_json(commitment: Digest, document: &Document, body: &str) -> Value {
    let erasure = |erasure: &Erasure| json!({"entry": erasure.entry, "reason": erasure.reason});
    json!({
        "commitment": commitment.to_string(),
        "title": document.title,
        "media": document.media,
        "bytes": document.bytes,
        "readers": document.readers,
        "entry": document.entry,
        "received": document.received.map(|at| at.to_string()),
        "erased": document.erased.as_ref().map(erasure),
        "body": body,
    })
}

/// Lists the documents of a log by their entries, each with what the log says of its body.
pub(crate) fn listed(site: &Site) -> Vec<(Digest, &Document)> {
    let documents = site.documents().into_iter().flatten();
    let mut listed: Vec<(Digest, &Document)> =
        documents.map(|(commitment, document)| (*commitment, document)).collect();
    listed.sort_by_key(|(_, document)| document.entry);
    listed
}

pub(crate) async fn one(
    State(portal): State<Arc<Portal>>,
    Path(word): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Response<Body> {
    let reader = reader(&portal, &headers).await;
    answered(one_for(&portal, &word, reader, uri.path()).await, reader)
}

pub(crate) async fn body(
    State(portal): State<Arc<Portal>>,
    Path(word): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Response<Body> {
    let reader = reader(&portal, &headers).await;
    answered(body_for(&portal, &word, reader, uri.path()).await, reader)
}

/// Returns the party for which a request reads: that of the key which its session proves.
async fn reader(portal: &Portal, headers: &HeaderMap) -> Option<PartyId> {
    let holder = desk::holder(portal, headers).await?;
    holder.reads_for(&portal.site().record().law)
}

/// What one reader is told is kept for no other.
fn answered(response: Response<Body>, reader: Option<PartyId>) -> Response<Body> {
    varying(if reader.is_some() { private(response) } else { response })
}

/// Tells which documents a reader may read today, by their commitments.
pub(crate) fn readable(site: &Site, reader: Option<PartyId>) -> BTreeSet<Digest> {
    let today = Moment::on(site.today());
    // Documents for the same organs from the same day are read by the same.
    let mut told: BTreeMap<(&[String], Option<Day>), bool> = BTreeMap::new();
    let mut open = BTreeSet::new();
    for (commitment, document) in site.documents().into_iter().flatten() {
        let from = document.received.map(Instant::day);
        let may = *told.entry((&document.readers, from)).or_insert_with(|| {
            document.access(site.asking(), reader, &today).verdict() == Verdict::Yes
        });
        if may && document.erased.is_none() {
            open.insert(*commitment);
        }
    }
    open
}

/// Tells what the log says of a document, and whether a reader may read it today.
pub(crate) async fn one_for(
    portal: &Portal,
    word: &str,
    reader: Option<PartyId>,
    path: &str,
) -> Response<Body> {
    let Some(commitment) = Digest::parse(word) else { return no_document(path) };
    let shelved = match portal.ask(|reply| Job::Body(commitment, reply)).await {
        Ok(Some(shelved)) => shelved,
        Ok(None) => return no_document(path),
        Err(none) => return no_answer(&none, path),
    };
    let site = portal.current().await;
    let Some(document) = found(&site, commitment) else { return no_document(path) };
    let body = match shelved {
        Shelved::Here { .. } => "here",
        Shelved::Erased(_) => "erased",
        Shelved::Absent => "absent",
    };
    let mut answer = document_json(commitment, document, body);
    if let Value::Object(fields) = &mut answer {
        let today = Moment::on(site.today());
        let may = document.access(site.asking(), reader, &today);
        fields.insert("access".to_owned(), access(site.asking(), &may, reader, today.on));
    }
    made(StatusCode::OK, "application/json", "no-cache", line(&answer))
}

/// Gives the body of a document to a reader who may read it today.
pub(crate) async fn body_for(
    portal: &Portal,
    word: &str,
    reader: Option<PartyId>,
    path: &str,
) -> Response<Body> {
    let Some(commitment) = Digest::parse(word) else { return no_document(path) };
    let site = portal.current().await;
    // Who may not read is told so before it is looked whether there is anything to read.
    if let Some(document) = found(&site, commitment)
        && document.erased.is_none()
    {
        let may = document.access(site.asking(), reader, &Moment::on(site.today()));
        if may.verdict() != Verdict::Yes {
            return restricted(&site, &may, path);
        }
    }
    match portal.ask(|reply| Job::Body(commitment, reply)).await {
        Ok(Some(Shelved::Here { salt, bytes })) => {
            // The office may know of a document of which the site did not yet.
            let site = portal.current().await;
            match found(&site, commitment) {
                Some(document) => opened(&site, document, reader, (salt, bytes), path),
                None => no_document(path),
            }
        }
        Ok(Some(Shelved::Erased(erasure))) => erased(&erasure, path),
        Ok(Some(Shelved::Absent)) => {
            let said = "the body of this document is not in this database";
            let hint = "the log has its commitment: whoever has the body can deposit it again";
            problem(StatusCode::NOT_FOUND, "no-body", None, (said, hint), path)
        }
        Ok(None) => no_document(path),
        Err(none) => no_answer(&none, path),
    }
}

/// Gives the body, unless it may not be read as the record is now.
fn opened(
    site: &Site,
    document: &Document,
    reader: Option<PartyId>,
    (salt, bytes): ([u8; 32], Vec<u8>),
    path: &str,
) -> Response<Body> {
    let may = document.access(site.asking(), reader, &Moment::on(site.today()));
    if may.verdict() == Verdict::Yes {
        given(document, salt, bytes)
    } else {
        restricted(site, &may, path)
    }
}

fn given(document: &Document, salt: [u8; 32], bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    let name: String = document.title.chars().take(NAME_CHARS).collect();
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded(&name));
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    put(CONTENT_TYPE, BYTES);
    put(CONTENT_TYPE, &document.media);
    put(CONTENT_DISPOSITION, "attachment");
    put(CONTENT_DISPOSITION, &disposition);
    put(CONTENT_SECURITY_POLICY, SANDBOX);
    put(CACHE_CONTROL, "no-store");
    put(HeaderName::from_static("document-salt"), &Digest(salt).to_string());
    response
}

fn found(site: &Site, commitment: Digest) -> Option<&Document> {
    site.documents()?.get(&commitment)
}

fn restricted(site: &Site, may: &Access, path: &str) -> Response<Body> {
    let article = may.article().map(|id| site.record().law.article_names.word(id));
    let mut said = may.reasons(site.asking(), site.today()).join("; ");
    if said.is_empty() {
        "the law does not know the organs it is for".clone_into(&mut said);
    }
    let hint = "who has a seat there, on the day of reading, reads it through its delegation";
    problem(StatusCode::FORBIDDEN, "restricted", article, (&said, hint), path)
}

fn erased(erasure: &Erasure, path: &str) -> Response<Body> {
    let said = format!("the document was erased: {}", erasure.reason);
    let hint = format!("`/log/entry/{}` is the act that says so", erasure.entry);
    problem(StatusCode::GONE, "erased", None, (&said, &hint), path)
}

fn no_document(path: &str) -> Response<Body> {
    absent(path, "`/api/v1/documents` lists the documents, each by its commitment")
}
