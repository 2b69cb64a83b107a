//! `servanda serve`: the record as pages and JSON, until the process is told to stop.

use crate::arguments::{Diary, Format, Serve};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::founding::{self, Wanted};
use crate::key_file::KeyFile;
#[cfg(feature = "passkeys")]
use crate::passkeys;
use crate::world::World;
use crate::{beside, logs, records, rehearsing};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Opened, Writer};
use servanda_model::{Day, Law};
use servanda_web::{DiaryLine, Portal, Reception, Secret, Site};
use std::fs::File;
use std::future::Future;
use std::io::Write;
use std::net::SocketAddr;
use std::os::fd::AsFd as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch::{Receiver, Sender, channel};

/// The log that is served where none is named.
pub(crate) const OWN_LOG: &str = "servanda.db";
/// How long open answers may take to end once the process is told to stop.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves the record until the process is told to stop.
pub(crate) fn serve(
    serve: &Serve,
    world: &World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Exit, Failure> {
    // An address that cannot be had is told before anything is founded.
    let listener = listen(&serve.listen)?;
    if serve.rehearse {
        near(&listener)?;
    }
    let portal = portal(serve, world, err)?;
    if let Some(diary) = diary(serve.log_format, world)? {
        portal.write_diary(diary);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::Server { doing: "start the server".to_owned(), cause })?;
    if world.met.get().is_some() {
        near(&listener)?;
    }
    runtime.block_on(async {
        // The signals are watched before the address is told: whoever reads the line may stop us.
        let (interrupt, terminate) =
            (watch(SignalKind::interrupt())?, watch(SignalKind::terminate())?);
        let fault = |cause| Failure::Server { doing: "tell the address".to_owned(), cause };
        let listener = TcpListener::from_std(listener).map_err(fault)?;
        let address = listener.local_addr().map_err(fault)?;
        let offered = beside::offer(serve, (address, &portal), world);
        match serve.format {
            Format::Json => writeln!(out, "{}", json!({"url": format!("http://{address}/")}))?,
            Format::Text | Format::Csv => writeln!(out, "http://{address}/")?,
        }
        out.flush()?;
        let (stop, stopped) = channel(());
        let first = servanda_web::serve(listener, portal.clone(), told(stopped.clone()));
        let second = beside::serve(offered, stopped);
        let open = async { tokio::try_join!(first, second).map(drop) };
        let ended = until_told(open, stop, interrupt, terminate).await;
        // What the office took is kept before the program ends.
        portal.close();
        ended
    })
}

/// Waits until the program is told to stop: a sender that is gone says so.
pub(crate) async fn told(mut stopped: Receiver<()>) {
    while stopped.changed().await.is_ok() {}
}

/// Opens the error output once more: whoever holds it while the program serves does not keep a line
/// from being written.
pub(crate) fn errors() -> Result<File, Failure> {
    let fault = |cause| Failure::Server { doing: "write to the error output".to_owned(), cause };
    std::io::stderr().as_fd().try_clone_to_owned().map(File::from).map_err(fault)
}

/// Makes the diary: each line begins with the second it is, and is whole or not there.
fn diary(form: Diary, world: &World) -> Result<Option<servanda_web::Diary>, Failure> {
    if form == Diary::None {
        return Ok(None);
    }
    let clock = world.clone();
    let errors = errors()?;
    Ok(Some(Box::new(move |line: DiaryLine<'_>| {
        let at = clock.now().map(|now| now.to_string()).unwrap_or_default();
        let text = match (form, line.json()) {
            (Diary::Json, Value::Object(fields)) => {
                let mut whole = serde_json::Map::from_iter([("at".to_owned(), json!(at))]);
                whole.extend(fields);
                format!("{}\n", Value::Object(whole))
            }
            (Diary::None | Diary::Text | Diary::Json, _) => format!("{at} {line}\n"),
        };
        // Who reads no diary does not keep the server from its work.
        drop((&errors).write_all(text.as_bytes()));
    })))
}

/// Makes what is served: a record read from text, or a log with its office.
fn portal(serve: &Serve, world: &World, err: &mut dyn Write) -> Result<Arc<Portal>, Failure> {
    if serve.whence.record.is_some() && !serve.rehearse {
        let record = records::load(&serve.whence, world)?;
        tell_rehearsal(world, err)?;
        let today = day(&record.law, world);
        return Ok(Portal::reading(Site::open(record, boundaries(), today)));
    }
    let (office, keys) = match &serve.whence.log {
        _ if serve.rehearse => rehearsing::beside(&serve.whence, OWN_LOG, world, err)?,
        Some(log) => (served(log, &serve.keys, world)?, serve.keys.clone()),
        None => (own_log(serve, world, err)?, serve.keys.clone()),
    };
    living(office, &keys, world, err)
}

/// Tells the day on which a question without one is asked: where the law tells of the days of a
/// seat, it is the day there, on which what comes now is recorded.
fn day(law: &Law, world: &World) -> impl Fn() -> Day + Send + Sync + use<> {
    let own = law.own.and_then(|own| law.body(own));
    let (seat, clock) = (own.map(|own| own.legal_day.clone()), world.clone());
    move || {
        let Ok(now) = clock.now() else { return clock.today };
        seat.as_ref().and_then(|seat| seat.day_of(now)).unwrap_or(now.day())
    }
}

fn boundaries() -> Option<String> {
    let bytes = records::built_in_file("boundaries")?;
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// Makes a log with its office ready to be served.
pub(crate) fn living(
    mut office: Depositary,
    keys: &Path,
    world: &World,
    err: &mut dyn Write,
) -> Result<Arc<Portal>, Failure> {
    tell_rehearsal(world, err)?;
    if let Opened::Despite(why) = office.opened() {
        writeln!(err, "warning: every entry was read, because {why}")?;
    }
    sweep(&mut office, err)?;
    let law = office.ledger().record().map(|record| &record.law);
    let today = day(law.ok_or_else(not_a_question)?, world);
    let Some(site) = Site::of_log(&mut office, boundaries(), today)? else {
        return Err(not_a_question());
    };
    let origin = office.ledger().origin().to_owned();
    let portal = Portal::living(site);
    let shown = portal.clone();
    let grown = move |_office: &Depositary| shown.grew();
    let clock = world.clone();
    let writer = Writer::start(office, move || clock.now().ok(), grown)
        .map_err(|cause| Failure::Server { doing: "start the office".to_owned(), cause })?;
    portal.write_with(writer);
    if let Some(reception) = reception(&origin, keys, world)? {
        portal.receive_with(reception);
    }
    Ok(portal)
}

/// Opens the reception, at which holders of keys sign in. What seals their sessions follows from
/// the office's own key, so that every server with it knows them.
fn reception(origin: &str, keys: &Path, world: &World) -> Result<Option<Reception>, Failure> {
    let pair = KeyFile::read(keys, world)?.of("depositary")?.swap_remove(0);
    let purpose = format!("servanda.session-secret/v1\n{origin}\n");
    let secret = Secret::derive(pair.key.print().as_bytes(), &purpose);
    let (clock, chance) = (world.clone(), world.clone());
    let clock = Box::new(move || clock.now().ok());
    let chance = Box::new(move || chance.chance().ok());
    let reception = Reception::open(origin, Some(secret), clock, chance);
    #[cfg(feature = "passkeys")]
    let reception = reception.map(|open| passkeys::kept(open, origin, keys, world)).transpose()?;
    Ok(reception)
}

/// Makes true what a crash left undone about bodies; what cannot be now, the next start does.
fn sweep(office: &mut Depositary, err: &mut dyn Write) -> Result<(), Failure> {
    match office.sweep() {
        Ok(0) => {}
        Ok(count) => writeln!(err, "destroyed bodies that stood for no document: {count}")?,
        Err(fault) => writeln!(err, "bodies that stand for no document are still there: {fault}")?,
    }
    Ok(())
}

/// Opens the log that is served; the office of a rehearsal enrols whoever plays.
fn served(log: &str, keys: &Path, world: &World) -> Result<Depositary, Failure> {
    let mut office = logs::open_to_write(log, keys, world)?;
    if office.rehearses().is_some() {
        rehearsing::hold(&mut office, keys, world)?;
    }
    Ok(office)
}

/// Says that what is served is a rehearsal, where it is one.
fn tell_rehearsal(world: &World, err: &mut dyn Write) -> Result<(), Failure> {
    match world.met.get() {
        Some(rehearsal) => Ok(writeln!(err, "{}", rehearsal.sentence())?),
        None => Ok(()),
    }
}

/// A rehearsal answers on this machine alone.
fn near(listener: &std::net::TcpListener) -> Result<(), Failure> {
    let address = address(listener)?;
    if is_near(address) {
        return Ok(());
    }
    let message = format!("`{address}` can be reached from other machines");
    let hint = "a rehearsal listens on this machine alone, as on `127.0.0.1:8080`".to_owned();
    Err(Failure::Usage { message, hint: Some(hint) })
}

pub(crate) fn address(listener: &std::net::TcpListener) -> Result<SocketAddr, Failure> {
    let fault = |cause| Failure::Server { doing: "tell the address".to_owned(), cause };
    listener.local_addr().map_err(fault)
}

/// Tells whether this machine alone reaches an address.
pub(crate) fn is_near(address: SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}

/// Opens the log in the working directory; at the first start founds it with the reference
/// organisation, and says so.
fn own_log(serve: &Serve, world: &World, err: &mut dyn Write) -> Result<Depositary, Failure> {
    let log = format!("sqlite:{OWN_LOG}");
    if world.directory.join(OWN_LOG).exists() {
        return served(&log, &serve.keys, world);
    }
    let files = records::files(None, world)?;
    let office = founding::found(&Wanted::plain(&log, None, &serve.keys), &files, world)?;
    let keys = serve.keys.display();
    writeln!(err, "founded {} in {OWN_LOG}, with keys in {keys}", office.ledger().origin())?;
    Ok(office)
}

pub(crate) fn watch(kind: SignalKind) -> Result<Signal, Failure> {
    signal(kind).map_err(|cause| Failure::Server { doing: "watch for signals".to_owned(), cause })
}

pub(crate) fn listen(address: &str) -> Result<std::net::TcpListener, Failure> {
    let bound = std::net::TcpListener::bind(address)
        .and_then(|listener| listener.set_nonblocking(true).map(|()| listener));
    bound.map_err(|cause| {
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
    stop: Sender<()>,
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
