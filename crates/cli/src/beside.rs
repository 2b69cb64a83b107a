//! The rehearsal beside the program's own log: it is forked when somebody first enters it from the
//! first page, and answers on this machine alone, at a port of its own.

use crate::arguments::{Serve, Whence};
use crate::failure::Failure;
use crate::rehearsing;
use crate::serving::{OWN_LOG, address, errors, is_near, living};
use crate::world::World;
use servanda_web::{Opening, Portal, serve_when_entered};
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

/// Takes a port for the rehearsal, which the record then offers: the one after that of the record, so that a browser finds its
/// keys again, or a free one. None where none is wanted, where another log or a text is served, where the log is a
/// rehearsal itself, or where other machines reach the record.
pub(crate) fn listen(
    serve: &Serve,
    (record, portal): (&TcpListener, &Portal),
    world: &World,
) -> Result<Option<TcpListener>, Failure> {
    let is_own = serve.whence.log.is_none() && serve.whence.record.is_none() && !serve.rehearse;
    let at = address(record)?;
    if !is_own || serve.no_rehearsal || world.met.get().is_some() || !is_near(at) {
        return Ok(None);
    }
    let next = at.port().checked_add(1);
    let next = next.and_then(|port| TcpListener::bind(SocketAddr::new(at.ip(), port)).ok());
    let fault = |cause| Failure::Server { doing: "listen for a rehearsal".to_owned(), cause };
    let second = match next {
        Some(next) => next,
        None => TcpListener::bind(SocketAddr::new(at.ip(), 0)).map_err(fault)?,
    };
    second.set_nonblocking(true).map_err(fault)?;
    portal.stand_beside(address(&second)?.port());
    Ok(Some(second))
}

/// Serves the rehearsal beside the record at a port; does nothing where there is none.
pub(crate) async fn serve(
    listener: Option<TcpListener>,
    serve: &Serve,
    record: u16,
    world: &World,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let Some(listener) = listener else { return Ok(()) };
    let listener = tokio::net::TcpListener::from_std(listener)?;
    // What is met in the rehearsal is not met in the record.
    let (whence, world) = (serve.whence.clone(), World { met: Arc::default(), ..world.clone() });
    let opening: Opening = Arc::new(move || {
        let portal = opened(&whence, &world).map_err(|failure| failure.message())?;
        portal.stand_beside(record);
        Ok(portal)
    });
    serve_when_entered(listener, opening, stop).await
}

fn opened(whence: &Whence, world: &World) -> Result<Arc<Portal>, Failure> {
    let mut err = errors()?;
    let (office, keys) = rehearsing::beside(whence, OWN_LOG, world, &mut err)?;
    living(office, &keys, world, &mut err)
}
