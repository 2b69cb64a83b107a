//! One visit to the desk: who comes, from where, with what, and how he is answered.

use super::holder::{Holder, holder};
use super::limits::{Dear, TooOften};
use super::session::Place;
use crate::asked::{Asked, Raw, Unknown};
use crate::frame::{self, Page};
use crate::portal::{NoAnswer, Portal};
use crate::refusal::{Kind, Refusal};
use crate::respond;
use crate::router::raw_of;
use crate::site::Site;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, FromRequest as _, Query, Request};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, Response, StatusCode};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;

/// The most bytes of a form: a sealed act, each byte of which may be written as three.
const BODY_MAX: usize = 200_000;

/// A visit.
pub(crate) struct Visit {
    pub(crate) portal: Arc<Portal>,
    pub(crate) site: Arc<Site>,
    pub(super) headers: HeaderMap,
    pub(super) place: Option<Place>,
    pub(super) address: String,
    pub(crate) holder: Option<Holder>,
    pub(super) body: Bytes,
    pub(super) raw: Raw,
    form: Vec<(String, String)>,
}

impl Visit {
    /// Reads a request.
    pub(crate) async fn of(portal: Arc<Portal>, request: Request) -> Result<Self, Response<Body>> {
        let holder = holder(&portal, request.headers()).await;
        let site = portal.current().await;
        let mut raw = Raw { signed_in: holder.clone(), ..raw_of(&request) };
        let kept = raw.clone();
        let refused_as = |kind: Kind, message: &str, hint: &str| {
            respond::refused_at(&site, &Refusal::new(kind, message).hint(hint), &kept)
        };
        let refused = |message: &str, hint: &str| refused_as(Kind::Unreadable, message, hint);
        let query = Query::<Vec<(String, String)>>::try_from_uri(request.uri());
        let Ok(Query(query)) = query else {
            return Err(refused("the query cannot be read as fields", "use the page's own links"));
        };
        raw.fields = query;
        let (parts, body) = request.into_parts();
        let Ok(body) = to_bytes(body, BODY_MAX).await else {
            let hint = "an act has at most 60,000 bytes";
            return Err(refused_as(Kind::TooLong, "the request is too long", hint));
        };
        let form = match is_form(&parts.headers) {
            true => fields(body.clone()).await,
            false => Some(Vec::new()),
        };
        let Some(form) = form else {
            return Err(refused("the form cannot be read", "send it from the page itself"));
        };
        let address = sender(&parts.headers, &parts.extensions);
        let headers = parts.headers;
        let place = Place::of(&headers);
        Ok(Self { portal, site, headers, place, address, holder, body, raw, form })
    }

    /// Reads a request that asks for something dear, where address and key may ask for it again.
    pub(super) async fn dear(
        portal: Arc<Portal>,
        request: Request,
        what: Dear,
    ) -> Result<Self, Response<Body>> {
        let visit = Self::of(portal, request).await?;
        match visit.barred(what) {
            Some(response) => Err(response),
            None => Ok(visit),
        }
    }

    /// Returns a field of the form, with the line ends of the text it was written as: a browser
    /// sends others (HTML, "constructing the entry list").
    pub(super) fn form(&self, name: &str) -> Option<String> {
        let found = self.form.iter().find(|(field, _)| field == name);
        let text = found.map(|(_, text)| text.replace("\r\n", "\n"))?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// Returns every value that the form gives to a name.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let named = self.form.iter().filter(|(field, _)| field == name);
        named.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect()
    }

    /// Returns a field of the query.
    pub(super) fn asks(&self, name: &str) -> Option<&str> {
        let found = self.raw.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// Returns the request as the desk reads it, in the reader's language.
    pub(crate) fn asked(&self) -> Asked {
        let read = Asked::read(&self.site, self.raw.clone(), &[], Unknown::Ignored);
        // A day that cannot be read is today here: nothing of this page depends on it.
        read.unwrap_or_else(|_| Asked::plain(&self.site, &self.raw))
    }

    /// Answers with a page that runs the desk's script.
    pub(super) fn page(&self, status: StatusCode, page: &Page) -> Response<Body> {
        let text = frame::whole(&self.site, &self.asked(), page);
        let mut response = respond::scripted(respond::page(text, None));
        *response.status_mut() = status;
        respond::varying(respond::private(response))
    }

    /// Answers a program.
    pub(super) fn json(status: StatusCode, value: &Value) -> Response<Body> {
        let mut response = respond::private(respond::json(value, None));
        *response.status_mut() = status;
        response
    }

    /// Says why there is no answer.
    pub(super) fn refuse(&self, refusal: &Refusal) -> Response<Body> {
        respond::refused_at(&self.site, refusal, &self.raw)
    }

    /// Says why the office gave no answer.
    pub(super) fn no_answer(&self, none: &NoAnswer) -> Response<Body> {
        if self.raw.path.starts_with("/api/") {
            let value = json!({
                "type": format!("/about#problem-{}", none.code()), "title": "The office cannot answer now",
                "status": none.status().as_u16(), "detail": none.message(), "instance": self.raw.path,
                "code": none.code(), "hint": none.hint(),
            });
            return respond::problem(none.status(), &value);
        }
        let body = maud::html! {
            h1 { "The office cannot answer now" }
            p.lede { (none.message()) }
            p { (none.hint()) }
        };
        let title = "The office cannot answer now".to_owned();
        self.page(none.status(), &Page { title, body })
    }

    /// Takes a token for something dear, from the address and from the key; where there is none,
    /// says so.
    pub(super) fn barred(&self, what: Dear) -> Option<Response<Body>> {
        let reception = self.portal.reception()?;
        let key = self.holder.as_ref().map(|holder| format!("key {}", holder.digest));
        let who = [Some(self.address.clone()), key];
        let wait = who.into_iter().flatten().find_map(|who| reception.take(what, &who).err())?;
        Some(too_often(&self.site, wait, &self.raw))
    }
}

/// Says that one asked too often, and when to ask again.
pub(crate) fn too_often(site: &Site, TooOften(seconds): TooOften, raw: &Raw) -> Response<Body> {
    let message = "this address or this key asked for it many times within a minute";
    let refusal = Refusal::new(Kind::TooOften, message)
        .hint(format!("wait {seconds} seconds, then ask again"));
    let mut response = respond::refused_at(site, &refusal, raw);
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Returns the address that a request came from: the one a proxy on this machine speaks for, or its
/// own.
pub(crate) fn sender(headers: &HeaderMap, extensions: &Extensions) -> String {
    let found = extensions.get::<ConnectInfo<SocketAddr>>();
    let own = found.map_or("unknown".to_owned(), |ConnectInfo(address)| address.ip().to_string());
    forwarded(headers, &own).unwrap_or(own)
}

/// Returns whom a proxy on this machine itself speaks for: the last address it wrote.
fn forwarded(headers: &HeaderMap, address: &str) -> Option<String> {
    let is_proxy = address.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let line = headers.get("x-forwarded-for").filter(|_| is_proxy)?.to_str().ok()?;
    let last: std::net::IpAddr = line.rsplit(',').next()?.trim().parse().ok()?;
    Some(last.to_string())
}

fn is_form(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|media| media.to_str().ok()).unwrap_or("");
    media.starts_with("application/x-www-form-urlencoded")
}

async fn fields(body: Bytes) -> Option<Vec<(String, String)>> {
    let request = Request::builder()
        .method(Method::POST)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .ok()?;
    let form = axum::Form::<Vec<(String, String)>>::from_request(request, &()).await;
    form.ok().map(|axum::Form(fields)| fields)
}
