//! The router, made from the one table of routes, and the loop that serves it.

use crate::asked::{Asked, FORMAT, Raw, Unknown, accepted, encoded};
use crate::desk::{Holder, Place};
use crate::openapi;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::respond::{self, Reader};
use crate::routes::{Route, Shows, routes};
use crate::site::Site;
use crate::{
    csv, desk, events, frame, ledger, live, log, measured, neighbour, pages, proof, reference,
    rehearsal, tag,
};
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{MatchedPath, Query, RawPathParams, Request};
use axum::http::header::{ACCEPT, IF_NONE_MATCH};
use axum::http::{HeaderMap, Response};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::routing::get;
use serde_json::Value;
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
        .merge(measured::router(&portal))
        .merge(neighbour::router(&portal))
        .merge(reference::router(&portal))
        .merge(rehearsal::router(&portal));
    for route in routes() {
        let portal = portal.clone();
        let answer = move |places: Result<RawPathParams, RawPathParamsRejection>,
                           request: Request| {
            let portal = portal.clone();
            async move {
                let signed_in = desk::holder(&portal, request.headers()).await;
                let site = portal.current().await;
                let proof = proof::of(&portal, &site, route, places.as_ref().ok()).await;
                let neighbour = portal.neighbour(request.headers());
                let leaves = matches!(route.shows, Shows::Feed(_) | Shows::Calendar(_));
                let address = Place::address(request.headers()).filter(|_| leaves);
                let raw = Raw { signed_in, proof, address, neighbour, ..raw_of(&request) };
                reply(&site, route, places, &request, raw)
            }
        };
        router = router.route(route.matched(), get(answer));
    }
    let (lost, barred) = (portal.clone(), portal.clone());
    let (guarded, told, counted) = (portal.clone(), portal.clone(), portal);
    router
        .fallback(move |request: Request| {
            let portal = lost.clone();
            async move {
                let holder = desk::holder(&portal, request.headers()).await;
                no_such_path(&*portal.current().await, &request, holder)
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
        .layer(from_fn_with_state(counted, measured::measure))
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

/// Returns for whom a route answers, what becomes of fields that it does not know, and whether the
/// answer depends on who is signed in.
fn manner(shows: Shows) -> (Reader, Unknown, bool) {
    match shows {
        Shows::Json(..) => (Reader::Program, Unknown::Refused, true),
        // What follows a feed may add fields of its own.
        Shows::Feed(_) | Shows::Calendar(_) | Shows::Sheet(_) => {
            (Reader::Program, Unknown::Ignored, false)
        }
        Shows::Page(_) | Shows::Live(_) | Shows::Proved(_) | Shows::Profile => {
            (Reader::Person, Unknown::Ignored, true)
        }
        Shows::File(..) | Shows::Font(_) | Shows::OpenApi | Shows::Health => {
            (Reader::Person, Unknown::Ignored, false)
        }
    }
}

/// Answers one request: reads its words, asks, renders.
fn answer(site: &Site, route: &Route, raw: Raw, headers: &HeaderMap) -> Response<Body> {
    let (reader, unknown, depends) = manner(route.shows);
    let is_private = depends && raw.signed_in.is_some();
    let known = headers.get(IF_NONE_MATCH).filter(|_| !is_private);
    let known = known.and_then(|tag| tag.to_str().ok());
    let kept = raw.clone();
    let question = question_of(&kept);
    let mut tag = None;
    let made = Asked::read(site, raw, route.fields, unknown).and_then(|asked| {
        if let Some(own) = told_before(route, site, &asked, &question) {
            let is_known =
                known.is_some_and(|known| known != "*" && respond::is_listed(known, &own));
            if is_known {
                let unchanged = respond::unchanged(&own);
                // What a browser has kept goes by the policy that comes with this answer.
                let runs = matches!(route.shows, Shows::Live(_)) && live::listens(site, &asked);
                return Ok(if runs { respond::scripted(unchanged) } else { unchanged });
            }
            if !is_private
                && known != Some("*")
                && let Some(given) = site.given.find(&own)
            {
                return Ok(given);
            }
            tag = Some(own);
        }
        // A tag that was known before is told apart above, but for the one that stands for any.
        show(site, route, &asked, known.filter(|known| tag.is_none() || *known == "*"))
    });
    let made = made.map(|response| match &tag {
        Some(tag) => {
            let response = respond::tagged_as(response, tag);
            if !is_private {
                site.given.keep(tag, &response);
            }
            response
        }
        None => response,
    });
    let response = made.unwrap_or_else(|refusal| respond::refusal(site, &refusal, &kept, reader));
    match (depends, is_private) {
        (_, true) => respond::varying(respond::private(response)),
        (true, false) => respond::varying(response),
        (false, false) => response,
    }
}

/// Returns what is asked, in one line: the path as it came, and the fields in their order.
fn question_of(raw: &Raw) -> String {
    let fields =
        raw.fields.iter().map(|(name, text)| format!("{}={}", encoded(name), encoded(text)));
    format!("{}?{}", raw.path, fields.collect::<Vec<_>>().join("&"))
}

/// Returns the tag of an answer that follows from the record, the day and the question alone; a
/// file of the program is named by its own bytes.
fn told_before(route: &Route, site: &Site, asked: &Asked, question: &str) -> Option<String> {
    match route.shows {
        Shows::Json(..)
        | Shows::Page(_)
        | Shows::Live(_)
        | Shows::Feed(_)
        | Shows::Sheet(_)
        | Shows::Calendar(_)
        | Shows::Profile
        | Shows::OpenApi => Some(tag::of_answer(site, asked, question)),
        // What is proved of it is asked of the log for each reader.
        Shows::Proved(_) | Shows::File(..) | Shows::Font(_) | Shows::Health => None,
    }
}

/// Shows what a route shows.
fn show(
    site: &Site,
    route: &Route,
    asked: &Asked,
    known: Option<&str>,
) -> Result<Response<Body>, Refusal> {
    match route.shows {
        Shows::Json(ask, _) => {
            let form = Written::of(route, asked)?;
            ask(site, asked).map(|value| form.respond(route, &value, known))
        }
        Shows::Page(show) | Shows::Proved(show) => {
            show(site, asked).map(|page| respond::page(frame::whole(site, asked, &page), known))
        }
        Shows::Live(show) => show(site, asked).map(|page| live::answer(site, asked, page, known)),
        Shows::Sheet(tell) => tell(site, asked).map(|text| respond::sheet(text, known)),
        Shows::Feed(tell) => {
            let rehearsal = Rehearsal::of_record(site.record());
            tell(site, asked).map(|feed| respond::feed(feed.print(rehearsal.as_ref()), known))
        }
        Shows::Calendar(tell) => {
            let rehearsal = Rehearsal::of_record(site.record());
            tell(site, asked).map(|file| respond::calendar(file.print(rehearsal.as_ref()), known))
        }
        Shows::Profile => pages::profile(site, asked).map(|text| respond::page(text, known)),
        Shows::File(of, _) => Ok(respond::file(of(&site.assets), known)),
        Shows::Font(of) => Ok(respond::lasting_file(of(&site.assets), known)),
        Shows::OpenApi => Ok(respond::json(&openapi::document(site), known)),
        Shows::Health => Ok(respond::health()),
    }
}

/// How the answer to a question is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Json,
    Csv,
}

impl Written {
    fn of(route: &Route, asked: &Asked) -> Result<Self, Refusal> {
        match asked.field(FORMAT.name) {
            None | Some("json") => Ok(Self::Json),
            Some("csv") if csv::is_offered(route.name) => Ok(Self::Csv),
            Some("csv") => {
                let message = "the answer to this question is no table";
                let hint = format!("tables: {}", csv::offered().join(", "));
                Err(Refusal::new(Kind::Unreadable, message).hint(hint))
            }
            Some(other) => {
                let message = format!("`{}` is no format", crate::words::shown(other));
                Err(Refusal::new(Kind::Unreadable, message).hint("known: json, csv"))
            }
        }
    }

    fn respond(self, route: &Route, value: &Value, known: Option<&str>) -> Response<Body> {
        let table = match self {
            Self::Json => None,
            Self::Csv => csv::of_answer(route.name, value),
        };
        match table {
            Some(table) => respond::csv(table, known),
            None => respond::json(value, known),
        }
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
    respond::refusal(site, &Refusal { near, ..refusal }, &raw, reader_of_request(request))
}

fn other_method(site: &Site, request: &Request) -> Response<Body> {
    let path = request.uri().path();
    let method = request.method();
    let message = format!("`{}` is not answered here", crate::words::shown(method.as_str()));
    let matched = request.extensions().get::<MatchedPath>().map_or(path, MatchedPath::as_str);
    let refusal = Refusal::new(Kind::Method, message);
    let refusal = refusal.hint(format!("this path answers {}", methods(matched).join(", ")));
    let raw = raw_of(request);
    respond::refusal(site, &refusal, &raw, reader_of_request(request))
}

/// Tells for whom a refusal is where no route says it: for a program, where its path or what it
/// accepts says so.
fn reader_of_request(request: &Request) -> Reader {
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    let of_programs = ["/log/", "/witness/", "/healthz", "/taxii2/"];
    let path = request.uri().path();
    let is_program = accepted.is_some_and(|it| it.contains("json") && !it.contains("text/html"));
    if is_program || of_programs.iter().any(|known| path.starts_with(known)) {
        Reader::Program
    } else {
        reader_of(path)
    }
}

/// Returns the methods that a path answers, as the router matches it.
fn methods(matched: &str) -> Vec<&'static str> {
    let matched = matched.replace("{*", "{");
    let of_log = log::PATHS.iter().filter(|path| path.path == matched);
    let of_log = of_log.map(|path| if path.receives { "POST" } else { "GET" });
    let of_desk = desk::all_paths().filter(|path| path.path == matched);
    let of_desk = of_desk.map(|path| match path.method {
        "post" => "POST",
        "delete" => "DELETE",
        _ => "GET",
    });
    let of_rehearsal = (matched == rehearsal::ENROL).then_some("POST");
    let asked = routes().any(|route| route.matched() == matched).then_some("GET");
    let mut all: Vec<&str> =
        asked.into_iter().chain(of_log).chain(of_desk).chain(of_rehearsal).collect();
    if all.is_empty() || all.contains(&"GET") {
        all.insert(0, "HEAD");
        all.insert(0, "GET");
    }
    let mut found = Vec::new();
    for method in all {
        if !found.contains(&method) {
            found.push(method);
        }
    }
    found
}
