//! What a witness answers over HTTP, until the process is told to stop.

use crate::failure::Failure;
use crate::serving::{listen, watch as watch_signal};
use crate::witnessing::Waiting;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde_json::json;
use servanda_depositary::{Fault, Shelf, WitnessAnswer};
use std::io::Write;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::SignalKind;
use tokio::sync::{mpsc, oneshot, watch};

/// The most bytes of a request: a note and a proof, and room.
const REQUEST_BYTES_MAX: usize = 1_100_000;
/// How long open answers may take to end once the process is told to stop.
const PATIENCE: Duration = Duration::from_secs(5);
const TEXT: &str = "text/plain; charset=utf-8";

/// What a witness found and publishes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Posted {
    pub(crate) divergence: Option<String>,
    pub(crate) split_views: Vec<String>,
}

/// Where requests come in.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) tasks: Sender<Waiting>,
    pub(crate) post: watch::Receiver<Posted>,
    /// What the mirror shows, which is read beside the thread that owns it.
    pub(crate) shelf: Arc<Mutex<Shelf>>,
}

/// Answers at an address where one is given, and tells what the witness says, until a signal comes.
pub(crate) fn serve(
    address: Option<&str>,
    desk: Desk,
    told: mpsc::UnboundedReceiver<String>,
    writers: (&mut dyn Write, &mut dyn Write),
) -> Result<(), Failure> {
    let fault = |cause| Failure::Server { doing: "start the server".to_owned(), cause };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(fault)?;
    let ended = runtime.block_on(open(address, desk, told, writers));
    // An answer that is still being made does not keep the process.
    runtime.shutdown_background();
    ended
}

async fn open(
    address: Option<&str>,
    desk: Desk,
    mut told: mpsc::UnboundedReceiver<String>,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<(), Failure> {
    let mut interrupt = watch_signal(SignalKind::interrupt())?;
    let mut terminate = watch_signal(SignalKind::terminate())?;
    let (stop, stopped) = oneshot::channel::<()>();
    let answering = match address {
        None => {
            // The desk is kept, so that the thread does not think that all are gone.
            tokio::spawn(async move {
                let (Ok(()) | Err(_)) = stopped.await;
                drop(desk);
            })
        }
        Some(address) => {
            let listener = listen(address)?;
            let fault = |cause| Failure::Server { doing: "tell the address".to_owned(), cause };
            let listener = TcpListener::from_std(listener).map_err(fault)?;
            let address = listener.local_addr().map_err(fault)?;
            writeln!(out, "http://{address}/")?;
            out.flush()?;
            tokio::spawn(answer(listener, desk, stopped))
        }
    };
    loop {
        tokio::select! {
            _ = interrupt.recv() => break,
            _ = terminate.recv() => break,
            line = told.recv() => match line {
                Some(line) => writeln!(err, "{line}")?,
                None => break,
            },
        }
    }
    drop(stop);
    // A reader that never ends its request does not keep the process.
    let (Ok(_) | Err(_)) = tokio::time::timeout(PATIENCE, answering).await;
    Ok(())
}

async fn answer(listener: TcpListener, desk: Desk, stopped: oneshot::Receiver<()>) {
    let routes = Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/witness/checkpoint", get(checkpoint))
        .route("/witness/add-checkpoint", post(add_checkpoint))
        .route("/witness/divergence", get(divergence))
        .route("/witness/split-view/{number}", get(split_view))
        .route("/log/{*path}", get(shown))
        .fallback(|| async { absent() })
        .layer(DefaultBodyLimit::max(REQUEST_BYTES_MAX))
        .with_state(desk);
    let served = axum::serve(listener, routes).with_graceful_shutdown(async move {
        // A sender that is gone says the same as one that sent.
        let (Ok(()) | Err(_)) = stopped.await;
    });
    // A connection that broke is its reader's.
    let (Ok(()) | Err(_)) = served.await;
}

async fn checkpoint(State(desk): State<Desk>) -> Response {
    from_shelf(desk, "checkpoint".to_owned()).await
}

async fn shown(State(desk): State<Desk>, Path(path): Path<String>) -> Response {
    from_shelf(desk, path).await
}

/// Reads the mirror beside the thread that writes to it.
async fn from_shelf(desk: Desk, path: String) -> Response {
    let kind = if path == "checkpoint" { TEXT } else { "application/octet-stream" };
    let read = tokio::task::spawn_blocking(move || {
        let mut shelf = desk.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.show(&path)
    });
    match read.await {
        Ok(Ok(Some(bytes))) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        Ok(Ok(None)) => absent(),
        // What the mirror's own disk changed is told, and trying again does not mend it.
        Ok(Err(
            fault @ (Fault::OtherTile { .. }
            | Fault::Root { .. }
            | Fault::Tile(_)
            | Fault::Entry { .. }
            | Fault::Store(servanda_store::Fault::Damaged { .. })),
        )) => {
            let detail = format!("the mirror is not what was cosigned: {fault}");
            problem(StatusCode::SERVICE_UNAVAILABLE, "unavailable", &detail, fault.hint())
        }
        Ok(Err(_)) | Err(_) => unavailable("the mirror cannot be read now"),
    }
}

async fn divergence(State(desk): State<Desk>) -> Response {
    let posted = desk.post.borrow().divergence.clone();
    posted.map_or_else(absent, text)
}

async fn split_view(State(desk): State<Desk>, Path(number): Path<usize>) -> Response {
    let posted = desk.post.borrow().split_views.get(number).cloned();
    posted.map_or_else(absent, text)
}

/// Hands the request to the thread that owns the witness and waits for its turn.
async fn add_checkpoint(State(desk): State<Desk>, body: Bytes) -> Response {
    let (answer, answered) = oneshot::channel();
    if desk.tasks.send(Waiting { body: body.to_vec(), answer }).is_err() {
        return unavailable("the witness stopped");
    }
    match answered.await {
        Ok(Some(WitnessAnswer { status, content_type, body })) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
            (status, [(CONTENT_TYPE, content_type)], body).into_response()
        }
        Ok(None) | Err(_) => unavailable("the tree of this checkpoint cannot be mirrored now"),
    }
}

fn text(body: String) -> Response {
    ([(CONTENT_TYPE, TEXT)], body).into_response()
}

fn absent() -> Response {
    let hint = "a witness answers at `/witness/checkpoint` and shows its mirror below `/log/`";
    problem(StatusCode::NOT_FOUND, "absent", "there is none", hint)
}

fn unavailable(why: &str) -> Response {
    problem(StatusCode::SERVICE_UNAVAILABLE, "unavailable", why, "try again")
}

/// Makes a problem document (RFC 9457).
fn problem(status: StatusCode, code: &str, detail: &str, hint: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("There is no answer");
    let body = json!({"type": "about:blank", "title": title, "status": status.as_u16(),
        "detail": detail, "code": code, "hint": hint});
    (status, [(CONTENT_TYPE, "application/problem+json")], format!("{body}\n")).into_response()
}
