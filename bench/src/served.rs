//! Servers of other processes: the program over the reference organisation, a log made for the
//! measurements, and a bare handler that returns as many bytes.

use crate::cold::program;
use crate::hall::{Directory, Hall, now};
use anyhow::{Context as _, Result};
use servanda_depositary::{Depositary, Writer};
use servanda_web::{Portal, Site};
use std::future::pending;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;
use tokio::net::TcpListener;

/// The word that makes this program the bare handler.
pub(crate) const BARE: &str = "--serve-bare";
/// The word that makes this program the bare handler of streams.
pub(crate) const STREAMS_BARE: &str = "--serve-bare-streams";
/// The word that makes this program the server of a log with room for so many acts.
pub(crate) const HALL: &str = "--serve-hall";

const SERVE: [&str; 3] = ["serve", "--listen", "127.0.0.1:0"];

/// A server that ends with this value.
pub(crate) struct Served {
    child: Child,
    pub(crate) address: String,
    directory: Arc<Directory>,
}

impl Served {
    /// Starts the program over the reference organisation.
    pub(crate) fn program() -> Result<Self> {
        let mut command = Command::new(program()?);
        command.args(SERVE);
        Self::start(command, Directory::new("served")?.into())
    }

    /// Ends it and starts the program again over the log that it founded; returns when it did.
    pub(crate) fn again(&mut self, program: &Path) -> Result<Instant> {
        self.end();
        let mut command = Command::new(program);
        command.args(SERVE);
        let start = Instant::now();
        *self = Self::start(command, self.directory.clone())?;
        Ok(start)
    }

    /// Starts this program as another server.
    pub(crate) fn this(word: &str, number: usize) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args([word, &number.to_string()]);
        Self::start(command, Directory::new(word.trim_start_matches('-'))?.into())
    }

    fn start(mut command: Command, directory: Arc<Directory>) -> Result<Self> {
        let mut child = command
            .current_dir(&directory.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = child.stdout.take().context("it has an output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
        let address = address.context("it told no address")?.to_owned();
        Ok(Self { child, address, directory })
    }

    /// Returns how many bytes it holds in memory.
    pub(crate) fn resident(&self) -> Result<usize> {
        let said = std::fs::read_to_string(format!("/proc/{}/statm", self.child.id()))?;
        let pages: usize = said.split_whitespace().nth(1).context("it says how many")?.parse()?;
        Ok(pages.saturating_mul(4_096))
    }
}

impl Served {
    fn end(&mut self) {
        // A process that has ended already has nothing to be told.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.end();
    }
}

/// Reads every request and answers it with so many bytes, until the process ends.
pub(crate) fn bare(bytes: &str) -> Result<()> {
    let page = axum::body::Bytes::from(vec![b'x'; bytes.parse()?]);
    let answer = move |_sent: axum::body::Bytes| {
        let page = page.clone();
        async move { ([("content-type", "text/html; charset=utf-8")], page) }
    };
    serve(axum::Router::new().fallback(answer))
}

/// Serves a router, until the process ends.
pub(crate) fn serve(router: axum::Router) -> Result<()> {
    runtime()?.block_on(async {
        let listener = told().await?;
        Ok(axum::serve(listener, router).await?)
    })
}

/// Serves a log made in this directory, until the process ends.
pub(crate) fn hall(room: &str) -> Result<()> {
    let mut office = Hall::of(room.parse()?, 0)?.found("sqlite:log.db")?;
    let today = now()?.day();
    let site = Site::of_log(&mut office, None, move || today)?.context("it was founded")?;
    let portal = Portal::living(site);
    let (shown, at) = (portal.clone(), now()?);
    let grown = move |_office: &Depositary| shown.grew();
    portal.write_with(Writer::start(office, move || Some(at), grown)?);
    runtime()?.block_on(async {
        let listener = told().await?;
        Ok(servanda_web::serve(listener, portal, pending()).await?)
    })
}

/// Listens, and says where.
async fn told() -> Result<TcpListener> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut out = std::io::stdout();
    writeln!(out, "http://{}/", listener.local_addr()?)?;
    out.flush()?;
    Ok(listener)
}

pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
