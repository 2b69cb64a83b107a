//! The rehearsal beside the program's own log: nothing of it is there until somebody enters it from
//! the first page. Then a port is taken, on this machine alone, and it is forked.

use crate::arguments::{Serve, Whence};
use crate::failure::Failure;
use crate::rehearsing;
use crate::serving::{OWN_LOG, address, errors, is_near, living, told};
use crate::world::World;
use servanda_web::{Opening, Portal};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::sync::watch;

/// What was entered, and where it answers.
type Entered = (TcpListener, Arc<Portal>);

/// Lets a record offer its rehearsal, and returns what tells of it once it is entered. None where
/// none is wanted, where another log or a text is served, where the log is a rehearsal itself, or
/// where other machines reach the record.
pub(crate) fn offer(
    serve: &Serve,
    (record, portal): (SocketAddr, &Portal),
    world: &World,
) -> Option<Receiver<Entered>> {
    let is_own = serve.whence.log.is_none() && serve.whence.record.is_none() && !serve.rehearse;
    if !is_own || serve.no_rehearsal || world.met.get().is_some() || !is_near(record) {
        return None;
    }
    let (tell, offered) = channel(1);
    // What is met in the rehearsal is not met in the record.
    let (whence, world) = (serve.whence.clone(), World { met: Arc::default(), ..world.clone() });
    let opening: Opening = Arc::new(move || {
        let (entered, port) = open(record, &whence, &world).map_err(|failure| failure.message())?;
        tell.try_send(entered).map_err(|_ended| "the server ends".to_owned())?;
        Ok(port)
    });
    portal.offer(opening);
    Some(offered)
}

/// Takes a port for the rehearsal and opens it.
fn open(record: SocketAddr, whence: &Whence, world: &World) -> Result<(Entered, u16), Failure> {
    let listener = listen(record)?;
    let port = address(&listener)?.port();
    let mut err = errors()?;
    let (office, keys) = rehearsing::beside(whence, OWN_LOG, world, &mut err)?;
    let portal = living(office, &keys, world, &mut err)?;
    portal.stand_beside(record.port());
    Ok(((listener, portal), port))
}

/// Takes the port after that of the record, so that a browser finds its keys again, or a free one.
fn listen(record: SocketAddr) -> Result<TcpListener, Failure> {
    let fault = |cause| Failure::Server { doing: "listen for a rehearsal".to_owned(), cause };
    let next = record.port().checked_add(1);
    let next = next.and_then(|port| TcpListener::bind(SocketAddr::new(record.ip(), port)).ok());
    let listener = match next {
        Some(next) => next,
        None => TcpListener::bind(SocketAddr::new(record.ip(), 0)).map_err(fault)?,
    };
    listener.set_nonblocking(true).map_err(fault)?;
    Ok(listener)
}

/// Serves the rehearsal from when it is entered until the program is told to stop, then closes its office; does
/// nothing where none is offered.
pub(crate) async fn serve(
    offered: Option<Receiver<Entered>>,
    stopped: watch::Receiver<()>,
) -> std::io::Result<()> {
    let Some(mut offered) = offered else { return Ok(()) };
    let entered = tokio::select! {
        entered = offered.recv() => entered,
        () = told(stopped.clone()) => None,
    };
    let Some((listener, portal)) = entered else { return Ok(()) };
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let ended = servanda_web::serve(listener, portal.clone(), told(stopped)).await;
    portal.close();
    ended
}
