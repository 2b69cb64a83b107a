//! What stands beside what is served: a record offers its rehearsal, a rehearsal leads back to its
//! record. Both are on this machine, each at a port of its own, so that neither page is the
//! other's origin. The port of the rehearsal is taken when somebody enters it from the first page.

use crate::desk::Place;
use crate::log::problem;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::respond;
use crate::router::raw_of;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use axum::routing::get;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// Where one enters the rehearsal of a record.
pub const ENTRANCE: &str = "/rehearsal";

/// Opens the rehearsal and tells the port of this machine at which it answers, or says why it cannot
/// be opened.
pub type Opening = Arc<dyn Fn() -> Result<u16, String> + Send + Sync>;

/// The way into the rehearsal of a record: the first who enters opens it.
pub(crate) struct Entrance {
    opening: Opening,
    port: OnceCell<u16>,
}

impl Entrance {
    pub(crate) fn of(opening: Opening) -> Self {
        Self { opening, port: OnceCell::new() }
    }

    /// Returns the port of the rehearsal, which is open from then on.
    async fn port(&self) -> Result<u16, String> {
        let open = || async {
            let opening = self.opening.clone();
            let opened = tokio::task::spawn_blocking(move || opening()).await;
            opened.unwrap_or_else(|_broken| Err("the opening broke off".to_owned()))
        };
        self.port.get_or_try_init(open).await.copied()
    }
}

/// Returns the route of the entrance.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new().route(ENTRANCE, get(enter)).with_state(portal.clone())
}

/// Leads into the rehearsal.
async fn enter(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let (headers, method) = (request.headers(), request.method());
    let refused = |kind: Kind, message: &str, hint: &str| {
        let refusal = Refusal::new(kind, message).hint(hint);
        respond::refused_at(&portal.site(), &refusal, &raw_of(&request))
    };
    let Some((entrance, place)) = portal.entrance(headers) else {
        let hint = "`servanda serve --rehearse` serves one, on the machine itself";
        return refused(Kind::NoSuchPath, "no rehearsal is offered here", hint);
    };
    // What only looks ahead opens nothing.
    if *method != Method::GET {
        let mut response = refused(Kind::Method, "looking ahead opens nothing", "ask with GET");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET"));
        return response;
    }
    if !comes_in_person(headers) {
        let message = "another site, or a browser that looks ahead, sent this";
        return refused(Kind::CrossSite, message, "enter from the first page of the record");
    }
    match entrance.port().await {
        Ok(port) => led(&place, port),
        Err(why) => {
            let said = (why.as_str(), "what is in the way is told; then enter again");
            problem(StatusCode::SERVICE_UNAVAILABLE, "not-opened", None, said, ENTRANCE)
        }
    }
}

/// Tells whether no other site sent a request, and no browser that only looks ahead.
fn comes_in_person(headers: &HeaderMap) -> bool {
    let is_foreign = headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site");
    !is_foreign && !headers.contains_key("sec-purpose")
}

fn led(place: &Place, port: u16) -> Response<Body> {
    let address = place.at(port);
    let mut response = Response::new(Body::from(format!("{address}\n")));
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(address) = HeaderValue::from_str(&address) {
        response.headers_mut().insert(LOCATION, address);
    }
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
