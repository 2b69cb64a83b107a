//! `servanda serve`: the record as pages and JSON, until the process is told to stop.

use crate::arguments::Serve;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::records;
use crate::world::{World, today};
use servanda_web::Site;
use std::future::Future;
use std::io::Write;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::oneshot;

/// How long open answers may take to end once the process is told to stop.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves the record until the process is told to stop.
pub(crate) fn serve(
    serve: &Serve,
    world: &World,
    out: &mut dyn Write,
    _err: &mut dyn Write,
) -> Result<Exit, Failure> {
    let record = records::load(&serve.whence, world)?;
    let boundaries = records::built_in_file("boundaries")
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let start = world.today;
    let site = Site::open(record, boundaries, move || today().unwrap_or(start));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::Server { doing: "start the server".to_owned(), cause })?;
    runtime.block_on(async {
        // The signals are watched before the address is told: whoever reads the line may stop us.
        let (interrupt, terminate) =
            (watch(SignalKind::interrupt())?, watch(SignalKind::terminate())?);
        let listener = listen(&serve.listen).await?;
        let fault = |cause| Failure::Server { doing: "tell the address".to_owned(), cause };
        let address = listener.local_addr().map_err(fault)?;
        writeln!(out, "http://{address}/")?;
        out.flush()?;
        let (stop, stopped) = oneshot::channel();
        let open = servanda_web::serve(listener, site, async move {
            // A sender that is gone says the same as one that sent.
            let (Ok(()) | Err(_)) = stopped.await;
        });
        until_told(open, stop, interrupt, terminate).await
    })
}

pub(crate) fn watch(kind: SignalKind) -> Result<Signal, Failure> {
    signal(kind).map_err(|cause| Failure::Server { doing: "watch for signals".to_owned(), cause })
}

pub(crate) async fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|cause| {
        if cause.kind() != std::io::ErrorKind::InvalidInput {
            return Failure::Server { doing: format!("listen on `{address}`"), cause };
        }
        let message = format!("`{address}` is no address to listen on");
        let hint = "write it as `127.0.0.1:8080`; port 0 takes a free one".to_owned();
        Failure::Usage { message, hint: Some(hint) }
    })
}

/// Serves until a signal comes, then lets open answers end for a while.
async fn until_told(
    open: impl Future<Output = std::io::Result<()>>,
    stop: oneshot::Sender<()>,
    mut interrupt: Signal,
    mut terminate: Signal,
) -> Result<Exit, Failure> {
    let fault = |cause| Failure::Server { doing: "serve".to_owned(), cause };
    let mut open = std::pin::pin!(open);
    tokio::select! {
        ended = &mut open => return ended.map(|()| Exit::Yes).map_err(fault),
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    drop(stop);
    match tokio::time::timeout(PATIENCE, open).await {
        Ok(ended) => ended.map(|()| Exit::Yes).map_err(fault),
        // A reader that never ends its request does not keep the process.
        Err(_elapsed) => Ok(Exit::Yes),
    }
}

/// A command that asks nothing reached the place where questions are answered.
pub(crate) fn not_a_question() -> Failure {
    Failure::Usage { message: "this command asks no question".to_owned(), hint: None }
}
