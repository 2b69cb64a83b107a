//! What stands beside what is served: a record offers its rehearsal, a rehearsal leads back to its
//! record. Both are on this machine, each at a port of its own, so that neither page is the
//! other's origin.

use crate::desk::is_for_here;
use crate::portal::Portal;
use crate::router::router;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use tower::ServiceExt as _;

/// Opens what is entered, or says why it cannot be opened.
pub type Opening = Arc<dyn Fn() -> Result<Arc<Portal>, String> + Send + Sync>;

/// What was opened, and its router.
type Opened = OnceCell<(Arc<Portal>, Router)>;

/// Serves what the first who enters opens, until `stop` is done; then closes its office.
///
/// # Errors
/// Returns the fault that ended it.
pub async fn serve_when_entered(
    listener: TcpListener,
    opening: Opening,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let opened: Arc<Opened> = Arc::default();
    let (entered, hushed) = (opened.clone(), opened.clone());
    let enter = move |request: Request| {
        let (opened, opening) = (entered.clone(), opening.clone());
        async move { enter(&opened, opening, request).await }
    };
    let service = Router::new().fallback(enter).into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        stop.await;
        if let Some((portal, _)) = hushed.get() {
            portal.hush();
        }
    };
    let ended = axum::serve(listener, service).with_graceful_shutdown(stop).await;
    if let Some((portal, _)) = opened.get() {
        portal.close();
    }
    ended
}

async fn enter(opened: &Opened, opening: Opening, request: Request) -> Response<Body> {
    if opened.get().is_none() && !may_open(request.headers()) {
        return told(StatusCode::FORBIDDEN, "what is here is opened from this machine itself");
    }
    let open = || async {
        match tokio::task::spawn_blocking(move || opening()).await {
            Ok(Ok(portal)) => Ok((portal.clone(), router(portal))),
            Ok(Err(why)) => Err(why),
            Err(_broken) => Err("the opening broke off".to_owned()),
        }
    };
    match opened.get_or_try_init(open).await {
        Ok((_, router)) => match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        },
        Err(why) => told(StatusCode::SERVICE_UNAVAILABLE, &why),
    }
}

/// Tells whether a request may open what is not open yet: it names this machine, and no other site
/// sent it.
fn may_open(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    is_for_here(headers) && site.is_none_or(|site| site != "cross-site")
}

fn told(status: StatusCode, why: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(format!("{why}\n")));
    *response.status_mut() = status;
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
