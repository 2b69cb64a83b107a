//! Signing in: a challenge is given out, signed by its holder, and remembered in a cookie.

use super::limits::Dear;
use super::passkeys;
use super::role_text;
use super::session::{Jar, Place, Session, cookie, cookies};
use super::visit::Visit;
use crate::asked::Asked;
use crate::frame::Page;
use crate::parts;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::tongue::{say, text};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use maud::{Markup, html};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Job};
use servanda_note::Note;
use servanda_seal::{Digest, Role};
use std::sync::Arc;

/// The longest signed challenge, in bytes.
const NOTE_MAX: usize = 4_000;

/// A key that proved itself.
struct Proved {
    key: Digest,
    name: String,
    role: Role,
}

/// Shows the page on which one signs in.
pub(super) async fn page(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let text = match challenge_for(&visit) {
        Ok(text) => text,
        Err(refusal) => {
            let asked = visit.asked();
            let body = html! { h1 { (say!(asked, "desk-sign-in")) } p.lede { (parts::written(&asked, &refusal.message)) "." }
            @if let Some(hint) = &refusal.hint { p { (parts::written(&asked, hint)) } } };
            return visit.page(StatusCode::OK, &Page { title: text!(asked, "desk-sign-in"), body });
        }
    };
    let asked = visit.asked();
    let body = html! {
        h1 { (say!(asked, "desk-sign-in")) }
        p.lede { (say!(asked, "desk-prove")) }
        @if let Some(holder) = &visit.holder {
            p.note { (say!(asked, "desk-already", role = role_text(&visit.site, &asked, &holder.role), key = parts::code(&holder.key))) }
        }
        (in_browser(&asked))
        (passkeys::door(&visit))
        (by_hand(&visit, &asked, &text))
        (super::script_words(&asked))
        script type="module" src="/desk.js" {}
    };
    visit.page(StatusCode::OK, &Page { title: text!(asked, "desk-sign-in"), body })
}

fn in_browser(asked: &Asked) -> Markup {
    html! {
        section.desk data-desk="sign-in" hidden {
            h2 { (say!(asked, "desk-browser-key")) }
            div data-keys="" {}
            p.quiet data-said="" role="status" {}
        }
    }
}

fn by_hand(visit: &Visit, asked: &Asked, text: &str) -> Markup {
    let at = visit.place.as_ref().map_or("", |place| &place.host);
    html! {
        section aria-labelledby="by-hand" {
            h2 #by-hand { (say!(asked, "desk-file-key")) }
            p { (say!(asked, "desk-that-machine")) }
            pre.desk lang="en" { "servanda sign-in --keys FILE --at http://" (at) }
            p { (say!(asked, "desk-it-asks")) }
            pre.desk data-challenge="" lang="en" { (text) }
            form.desk method="post" action=(asked.link("/sign-in")) {
                label for="note" { (say!(asked, "desk-signed-text")) }
                textarea #note name="note" rows="7" required maxlength=(NOTE_MAX) spellcheck="false" autocomplete="off" {}
                button type="submit" { (say!(asked, "desk-sign-in")) }
            }
            p.quiet { (say!(asked, "desk-says-only")) }
        }
    }
}

/// Receives a signed challenge from a form.
pub(super) async fn answer(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let note = visit.form("note").unwrap_or_default();
    match proved(&visit, note.trim_start()).await {
        Ok((_, session)) => {
            let mut response = to("/acts/new");
            remember(&visit, &session, &mut response);
            response
        }
        Err(refusal) => visit.refuse(&refusal),
    }
}

/// Gives a program a challenge.
pub(super) async fn challenge(
    State(portal): State<Arc<Portal>>,
    request: Request,
) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match challenge_for(&visit) {
        Ok(text) => {
            let mut response = Response::new(Body::from(text));
            *response.status_mut() = StatusCode::CREATED;
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(refusal) => visit.refuse(&refusal),
    }
}

/// Receives a signed challenge from a program.
pub(super) async fn begin(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let Ok(note) = std::str::from_utf8(&visit.body) else {
        return visit.refuse(&Refusal::new(Kind::Unreadable, "the bytes are not UTF-8"));
    };
    match proved(&visit, note).await {
        Ok((found, session)) => {
            let value = session_json(&found.role, &found.name, &session);
            let mut response = Visit::json(StatusCode::CREATED, &value);
            remember(&visit, &session, &mut response);
            response
        }
        Err(refusal) => visit.refuse(&refusal),
    }
}

/// Tells a program the session that begins.
pub(super) fn session_json(role: &Role, name: &str, session: &Session) -> Value {
    json!({"key": name, "digest": session.key.to_string(),
        "role": role.word(), "party": role.party(), "until": session.until.to_string()})
}

/// Tells a program who is signed in.
pub(super) async fn told(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match &visit.holder {
        Some(holder) => {
            let value = json!({"key": holder.key, "digest": holder.digest.to_string(),
                "role": holder.role.word(), "party": holder.party(), "until": holder.until.to_string()});
            Visit::json(StatusCode::OK, &value)
        }
        None => visit.refuse(&Refusal::new(Kind::SignedOut, "no session came with this request")),
    }
}

/// Ends a session, and shows the first page.
pub(super) async fn leave(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let mut response = to("/");
    forget(&portal, request.headers(), &mut response);
    response
}

/// Ends a session.
pub(super) async fn end(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    forget(&portal, request.headers(), &mut response);
    response
}

/// Makes a challenge for the host that was asked.
fn challenge_for(visit: &Visit) -> Result<String, Refusal> {
    let nothing = |message: &str| Refusal::new(Kind::NotProved, message);
    let Some(reception) = visit.portal.reception() else {
        return Err(nothing("this record is read from text: there is no log, and no key to prove")
            .hint("`servanda serve --log URL` serves a log"));
    };
    let place = secured(visit)?;
    let text = reception.challenge(&place.host);
    text.ok_or_else(|| nothing("clock or chance of this machine failed").hint("try again"))
}

/// Returns the host, where a cookie set for it stays with it.
pub(super) fn secured(visit: &Visit) -> Result<&Place, Refusal> {
    let nothing = |message: &str| Refusal::new(Kind::NotProved, message);
    let place = visit.place.as_ref().ok_or_else(|| nothing("the request names no host"))?;
    // A form sent over TLS says so itself; what a page asks for does not, and a proxy tells.
    if place.is_local || is_secure(&visit.headers) {
        return Ok(place);
    }
    Err(nothing("one signs in over TLS, or on the machine itself")
        .hint("put a proxy with TLS before the server, which sets `X-Forwarded-Proto: https`"))
}

/// Tells whether the browser spoke TLS: its own word in `Origin`, or that of a proxy.
pub(super) fn is_secure(headers: &HeaderMap) -> bool {
    let says = |name: &str, wanted: &str| {
        let found = headers.get(name).and_then(|value| value.to_str().ok());
        found.is_some_and(|value| value.starts_with(wanted))
    };
    says(ORIGIN.as_str(), "https://") || says("x-forwarded-proto", "https")
}

/// Looks whether a note is a challenge of this server, signed by one key that is in use.
async fn proved(visit: &Visit, note: &str) -> Result<(Proved, Session), Refusal> {
    let not = |message: String| {
        Refusal::new(Kind::NotProved, message).hint("ask for a new challenge and sign it as it is")
    };
    let reception = visit.portal.reception().ok_or_else(|| {
        not("this record is read from text: there is no log, and no key to prove".to_owned())
    })?;
    let place = secured(visit)?;
    let mut note = note.to_owned();
    if !note.ends_with('\n') {
        note.push('\n');
    }
    if note.len() > NOTE_MAX {
        return Err(not(format!("a signed challenge has at most {NOTE_MAX} bytes")));
    }
    let note = Note::parse(note.as_bytes()).map_err(|flaw| not(flaw.to_string()))?;
    let answered =
        reception.answered(note.text(), &place.host).map_err(|why| not(why.to_owned()))?;
    if note.signatures().len() != 1 {
        return Err(not("a challenge is signed by one key".to_owned()));
    }
    let look = move |office: &mut Depositary| {
        office.catch_up()?;
        Ok(signer(office, &note))
    };
    let found = visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    let found = found.await.map_err(|none| not(none.message()))?;
    let found = found.ok_or_else(|| {
        not("no key in use in this log made this signature over this text".to_owned())
    })?;
    let session = reception.begin(&answered, found.key);
    let session = session.ok_or_else(|| not("the challenge was answered already".to_owned()))?;
    Ok((found, session))
}

/// Finds the key in use that signed a note.
fn signer(office: &Depositary, note: &Note) -> Option<Proved> {
    let line = note.signatures().first()?;
    let in_use = office.ledger().ring().keys().filter(|(_, ended)| ended.is_none());
    let mut named = in_use.map(|(held, _)| held).filter(|held| held.key.is_named_by(line));
    let held = named.find(|held| held.key.verify(note.text(), line).is_some())?;
    let (key, name) = (held.digest(), held.key.name().to_string());
    Some(Proved { key, name, role: held.role.clone() })
}

/// Sets the cookie of a session. Whatever session came with the request is none any more.
pub(super) fn remember(visit: &Visit, session: &Session, response: &mut Response<Body>) {
    let Some(reception) = visit.portal.reception() else { return };
    if let Some(before) = reception.session(&cookies(&visit.headers)) {
        reception.end(&before);
        visit.portal.part();
    }
    let value = reception.print(session);
    let jar = match visit.site.record().history.rehearses {
        Some(_) => Jar::Rehearsed,
        None if is_secure(&visit.headers) => Jar::Guarded,
        None => Jar::Local,
    };
    set(&cookie(Some(&value), jar), response);
}

fn forget(portal: &Portal, headers: &HeaderMap, response: &mut Response<Body>) {
    if let Some(reception) = portal.reception()
        && let Some(session) = reception.session(&cookies(headers))
    {
        reception.end(&session);
        portal.part();
    }
    let jars: &[Jar] = match portal.site().record().history.rehearses {
        Some(_) => &[Jar::Rehearsed],
        None => &[Jar::Guarded, Jar::Local],
    };
    for jar in jars {
        set(&cookie(None, *jar), response);
    }
}

fn set(line: &str, response: &mut Response<Body>) {
    if let Ok(line) = HeaderValue::from_str(line) {
        response.headers_mut().append(SET_COOKIE, line);
    }
}

/// Leads on with a question of its own (RFC 9110, section 15.4.4).
pub(super) fn to(path: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, HeaderValue::from_static(path));
    let page = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, page);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
