//! Requests that change something come from these pages, or from no browser at all.
//!
//! Browsers say where a request comes from; who forges that is no browser, and carries no cookie
//! that is not his own. So no token needs to stand in a form.

use super::session::Place;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::respond;
use crate::router::raw_of;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, Response};
use axum::middleware::Next;
use std::sync::Arc;

/// Bars what another site lets a browser send.
pub(crate) async fn bar(portal: Arc<Portal>, request: Request, next: Next) -> Response<Body> {
    if portal.site().record().history.rehearses.is_some() && !is_for_here(request.headers()) {
        let message = "a rehearsal answers under the names of this machine alone";
        let refusal = Refusal::new(Kind::CrossSite, message)
            .hint("open it at the address that `servanda serve` told");
        return respond::refused_at(&portal.site(), &refusal, &raw_of(&request));
    }
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_from_here(request.headers()) {
        return next.run(request).await;
    }
    let refusal = Refusal::new(Kind::CrossSite, "another site sent this through your browser")
        .hint("open the page here and send it from there");
    respond::refused_at(&portal.site(), &refusal, &raw_of(&request))
}

/// Tells whether a request is for a name of this machine itself: who lets another name lead here
/// would read and write with the rights of whoever sits before it. What names no host is from no
/// browser.
fn is_for_here(headers: &HeaderMap) -> bool {
    !headers.contains_key(HOST) || Place::of(headers).is_some_and(|place| place.is_local)
}

/// Tells whether a request comes from a page of this host, or from no browser.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |value: &axum::http::HeaderValue| value.to_str().ok().map(str::to_owned);
    let origin = headers.get(ORIGIN);
    match headers.get("sec-fetch-site") {
        Some(site) => matches!(site.as_bytes(), b"same-origin" | b"none"),
        None => match origin {
            None => true,
            Some(origin) => {
                let host = Place::of(headers).map(|place| place.host);
                let from = text(origin)
                    .and_then(|origin| origin.split_once("://").map(|(_, host)| host.to_owned()));
                host.is_some() && host == from
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_here_from_elsewhere_is_told_apart() {
        for (host, is_ours) in [
            ("localhost:8080", true),
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("evil.example:8080", false),
            ("127.0.0.1.evil.example", false),
            ("localhost.evil.example", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            assert_eq!(is_for_here(&headers), is_ours, "{host}");
        }
        assert!(is_for_here(&HeaderMap::new()));
    }

    #[test]
    fn what_another_site_sends_is_told_apart() {
        let is_ours = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs.iter().chain(&[("host", "a.example")]) {
                headers.insert(*name, value.parse().unwrap());
            }
            is_from_here(&headers)
        };
        assert!(is_ours(&[]));
        assert!(is_ours(&[("sec-fetch-site", "same-origin"), ("origin", "https://a.example")]));
        assert!(is_ours(&[("sec-fetch-site", "none")]));
        assert!(is_ours(&[("origin", "https://a.example")]));
        assert!(!is_ours(&[("sec-fetch-site", "same-site")]));
        assert!(!is_ours(&[("sec-fetch-site", "cross-site"), ("origin", "https://a.example")]));
        assert!(!is_ours(&[("origin", "https://b.example")]));
        assert!(!is_ours(&[("origin", "https://a.example.b.example")]));
        assert!(!is_ours(&[("origin", "null")]));
    }
}
