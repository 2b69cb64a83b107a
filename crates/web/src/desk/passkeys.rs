//! Passkeys (WebAuthn, Level 3): a device signs its holder in, in place of the key that the log
//! enrolled, for as long as that key is in use. It signs no act.

mod ceremony;
mod entering;
mod kept;
mod listing;
mod making;
mod place;
mod shelf;

pub(super) use listing::{door, section};
pub(super) use shelf::Passkeys;
pub use shelf::Shelf;

use super::visit::Visit;
use crate::assets::File;
use crate::portal::{NoAnswer, Portal};
use crate::refusal::{Kind, Refusal};
use crate::respond;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::IF_NONE_MATCH;
use axum::http::{Response, StatusCode};
use axum::routing::{delete, get, post};
use serde_json::{Value, json};
use servanda_depositary::Fault;
use servanda_model::Instant;
use std::sync::Arc;

/// Returns the routes of passkeys.
pub(super) fn router(portal: &Arc<Portal>) -> Router {
    let text = include_str!("../../assets/passkeys.js");
    let script = Arc::new(File::of_text(text, "text/javascript; charset=utf-8"));
    let script = move |request: Request| {
        let known = request.headers().get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
        std::future::ready(respond::file(&script, known))
    };
    Router::new()
        .route("/passkeys.js", get(script))
        .route("/passkeys/remove", post(listing::remove))
        .route("/api/v1/challenges/passkey", post(entering::challenge))
        .route("/api/v1/challenges/new-passkey", post(making::challenge))
        .route("/api/v1/session/passkey", post(entering::begin))
        .route("/api/v1/passkeys", get(listing::list).post(making::keep))
        .route("/api/v1/passkeys/{id}", delete(listing::end))
        .with_state(portal.clone())
}

/// Why something was not done.
#[derive(Debug)]
enum Undone {
    /// It is not to be done.
    Refused(Refusal),
    /// The place where passkeys are kept does not answer.
    Fault(String),
}

impl From<Refusal> for Undone {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Undone {
    fn answer(&self, visit: &Visit) -> Response<Body> {
        match self {
            Self::Refused(refusal) => visit.refuse(refusal),
            Self::Fault(cause) => {
                let cause =
                    format!("the passkeys that are kept cannot be read or changed: {cause}");
                visit.no_answer(&NoAnswer::Fault(Fault::Record(cause)))
            }
        }
    }
}

/// Returns what keeps passkeys here.
fn passkeys(visit: &Visit) -> Result<&Passkeys, Undone> {
    let found = visit.portal.reception().and_then(|reception| reception.passkeys.as_ref());
    let none = || {
        Refusal::new(Kind::UnknownWord, "this server keeps no passkeys")
            .hint("`servanda serve` of a log keeps them beside the office's keys")
    };
    Ok(found.ok_or_else(none)?)
}

fn not_proved(message: impl Into<String>) -> Undone {
    let refusal = Refusal::new(Kind::NotProved, message);
    refusal.hint("go back to the page, and begin again").into()
}

fn word<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

fn body(visit: &Visit) -> Value {
    serde_json::from_slice(&visit.body).unwrap_or(Value::Null)
}

/// Answers with a challenge and what the browser is asked with it.
fn given(id: &str, until: Instant, options: &Value) -> Response<Body> {
    let value = json!({"challenge": id, "until": until.to_string(), "options": options});
    Visit::json(StatusCode::CREATED, &value)
}
