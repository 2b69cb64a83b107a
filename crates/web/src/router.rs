//! The router, made from the one table of routes, and the loop that serves it.

use crate::asked::{Asked, Raw, Unknown, accepted};
use crate::desk::Holder;
use crate::openapi;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::respond::{self, Reader};
use crate::routes::{Route, Shows, routes};
use crate::site::Site;
use crate::{desk, events, frame, ledger, live, log, pages, proof, rehearsal};
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{Query, RawPathParams, Request};
use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, Response};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::routing::get;
use servanda_journal::nearest;
use servanda_publish::rehearsal::Rehearsal;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serves what a portal holds until `stop` is done, then lets open answers end.
///
/// # Errors
/// Returns the fault that ended it.
pub async fn serve(
    listener: TcpListener,
    portal: Arc<Portal>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router(portal.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        stop.await;
        // A stream of events would never end by itself.
        portal.hush();
    };
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

/// Returns the router of a portal.
pub fn router(portal: Arc<Portal>) -> Router {
    let mut router = log::router(&portal)
        .merge(desk::router(&portal))
        .merge(ledger::router(&portal))
        .merge(events::router(&portal))
        .merge(rehearsal::router(&portal));
    for route in routes() {
        let portal = portal.clone();
        let answer = move |places: Result<RawPathParams, RawPathParamsRejection>,
                           request: Request| {
            let portal = portal.clone();
            async move {
                let signed_in = desk::holder(&portal, request.headers()).await;
                let site = portal.site();
                let proof = proof::of(&portal, &site, route, places.as_ref().ok()).await;
                let raw = Raw { signed_in, proof, ..raw_of(&request) };
                reply(&site, route, places, &request, raw)
            }
        };
        router = router.route(route.matched(), get(answer));
    }
    let (lost, barred) = (portal.clone(), portal.clone());
    let (guarded, told) = (portal.clone(), portal);
    router
        .fallback(move |request: Request| {
            let portal = lost.clone();
            async move {
                let holder = desk::holder(&portal, request.headers()).await;
                no_such_path(&portal.site(), &request, holder)
            }
        })
        .method_not_allowed_fallback(move |request: Request| {
            std::future::ready(other_method(&barred.site(), &request))
        })
        .layer(from_fn(move |request: Request, next: Next| {
            desk::bar(guarded.clone(), request, next)
        }))
        .layer(map_response(respond::guard))
        .layer(from_fn_with_state(told, rehearsal::leave))
}

/// Answers a request whose path is a route's.
fn reply(
    site: &Site,
    route: &Route,
    places: Result<RawPathParams, RawPathParamsRejection>,
    request: &Request,
    mut raw: Raw,
) -> Response<Body> {
    let uri = request.uri();
    let kept = raw.clone();
    let unreadable = |message: &str| {
        let refusal = Refusal::new(Kind::Unreadable, message);
        respond::refusal(site, &refusal, &kept, reader_of(uri.path()))
    };
    match places {
        Ok(places) => {
            raw.places.extend(places.iter().map(|(name, word)| (name.to_owned(), word.to_owned())));
        }
        Err(_not_text) => return unreadable("a word of the path is not UTF-8"),
    }
    if let Some((_, word)) = raw.places.last_mut().filter(|_| !route.ending().is_empty()) {
        match word.strip_suffix(route.ending()) {
            Some(own) => *word = own.to_owned(),
            None => return without_ending(site, route, &kept),
        }
    }
    match Query::<Vec<(String, String)>>::try_from_uri(uri) {
        Ok(Query(fields)) => raw.fields = fields,
        Err(_not_fields) => return unreadable("the query cannot be read as fields"),
    }
    answer(site, route, raw, request.headers())
}

/// Tells that a path lacks its ending.
fn without_ending(site: &Site, route: &Route, raw: &Raw) -> Response<Body> {
    let (path, ending) = (crate::words::shown(&raw.path), route.ending());
    let refusal = Refusal::new(Kind::NoSuchPath, format!("nothing answers at `{path}`"));
    let refusal = refusal.hint(format!("the path ends in `{ending}`"));
    respond::refusal(site, &refusal, raw, reader_of(&raw.path))
}

/// Answers one request: reads its words, asks, renders.
fn answer(site: &Site, route: &Route, raw: Raw, headers: &HeaderMap) -> Response<Body> {
    let depends = match route.shows {
        Shows::Json(..) | Shows::Page(_) | Shows::Live(_) | Shows::Proved(_) | Shows::Profile => {
            true
        }
        Shows::Feed(_)
        | Shows::Sheet(_)
        | Shows::Calendar(_)
        | Shows::Style
        | Shows::Script
        | Shows::Mark
        | Shows::OpenApi
        | Shows::Health => false,
    };
    let is_private = depends && raw.signed_in.is_some();
    let known = headers.get(IF_NONE_MATCH).filter(|_| !is_private);
    let known = known.and_then(|tag| tag.to_str().ok());
    let (reader, unknown) = match route.shows {
        Shows::Json(..) => (Reader::Program, Unknown::Refused),
        // What follows a feed may add fields of its own.
        Shows::Feed(_) | Shows::Calendar(_) | Shows::Sheet(_) => {
            (Reader::Program, Unknown::Ignored)
        }
        Shows::Page(_)
        | Shows::Live(_)
        | Shows::Proved(_)
        | Shows::Profile
        | Shows::Style
        | Shows::Script
        | Shows::Mark
        | Shows::OpenApi
        | Shows::Health => (Reader::Person, Unknown::Ignored),
    };
    let kept = raw.clone();
    let made = Asked::read(site, raw, route.fields, unknown).and_then(|asked| match route.shows {
        Shows::Json(ask, _) => ask(site, &asked).map(|value| respond::json(&value, known)),
        Shows::Page(show) | Shows::Proved(show) => {
            show(site, &asked).map(|page| respond::page(frame::whole(site, &asked, &page), known))
        }
        Shows::Live(show) => show(site, &asked).map(|page| live::answer(site, &asked, page, known)),
        Shows::Feed(tell) => {
            let rehearsal = Rehearsal::of_record(site.record());
            tell(site, &asked).map(|feed| respond::feed(feed.print(rehearsal.as_ref()), known))
        }
        Shows::Calendar(tell) => {
            let rehearsal = Rehearsal::of_record(site.record());
            tell(site, &asked).map(|file| respond::calendar(file.print(rehearsal.as_ref()), known))
        }
        Shows::Sheet(tell) => tell(site, &asked).map(|text| respond::sheet(text, known)),
        Shows::Profile => Ok(respond::document(pages::profile(site, &asked), known)),
        Shows::Style => Ok(respond::file(&site.assets.style, known)),
        Shows::Script => Ok(respond::file(&site.assets.live, known)),
        Shows::Mark => Ok(respond::file(&site.assets.mark, known)),
        Shows::OpenApi => Ok(respond::json(&openapi::document(site), known)),
        Shows::Health => Ok(respond::health()),
    });
    let response = made.unwrap_or_else(|refusal| respond::refusal(site, &refusal, &kept, reader));
    match (depends, is_private) {
        (_, true) => respond::varying(respond::private(response)),
        (true, false) => respond::varying(response),
        (false, false) => response,
    }
}

/// Returns what is known of a request before its words are read.
pub(crate) fn raw_of(request: &Request) -> Raw {
    let path = request.uri().path().to_owned();
    // A page that refuses speaks the language that was chosen, where the query can be read.
    let fields = Query::<Vec<(String, String)>>::try_from_uri(request.uri());
    let fields = fields.map(|Query(fields)| fields).unwrap_or_default();
    Raw { path, fields, accepted: accepted(request.headers()), ..Raw::default() }
}

/// Tells a program from a person by the path alone, so that an answer never depends on `Accept`.
fn reader_of(path: &str) -> Reader {
    let of_programs = ["/api/", "/feeds/", "/calendar/", events::EVENTS];
    let is_for_programs = of_programs.iter().any(|start| path.starts_with(start));
    if is_for_programs { Reader::Program } else { Reader::Person }
}

fn no_such_path(site: &Site, request: &Request, signed_in: Option<Holder>) -> Response<Body> {
    let path = request.uri().path();
    let shown = crate::words::shown(path);
    let known = routes().map(|route| route.path).filter(|known| !known.contains('{'));
    let near = nearest(path, known).map(str::to_owned);
    let refusal = Refusal::new(Kind::NoSuchPath, format!("nothing answers at `{shown}`"));
    let refusal = match &near {
        Some(near) => refusal.hint(format!("did you mean `{near}`?")),
        None => refusal.hint("`/about` lists every page, `/openapi.json` every question"),
    };
    let raw = Raw { signed_in, ..raw_of(request) };
    respond::refusal(site, &Refusal { near, ..refusal }, &raw, reader_of(path))
}

fn other_method(site: &Site, request: &Request) -> Response<Body> {
    let path = request.uri().path();
    let method = request.method();
    let message = format!("`{}` is not answered here", crate::words::shown(method.as_str()));
    let refusal =
        Refusal::new(Kind::Method, message).hint("the record is read-only: use GET or HEAD");
    let raw = raw_of(request);
    respond::refusal(site, &refusal, &raw, reader_of(path))
}
