//! One connection: how it is made, what is looked at before it is used, what it says unasked.

use super::asking::{Asked, Failed};
use super::{column, told};
use crate::decode::{self, damaged};
use crate::{Fault, Head, Identity, Row};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio_postgres::tls::NoTlsStream;
use tokio_postgres::types::ToSql;
use tokio_postgres::{
    AsyncMessage, Client, Config, Connection, GenericClient, NoTls, Socket, Statement,
};

/// The layout of the tables.
const LAYOUT: i64 = 1;
const TABLES: &str = include_str!("layout.sql");
/// Two who append see one another's head, and every row is found by its key: a plan made while
/// the log was short would go through all of it for ever.
const SET: &str = "set default_transaction_isolation to 'read committed'; \
                   set enable_seqscan to off; set plan_cache_mode to force_generic_plan";
/// How long a server may take to let us in.
const WAIT: Duration = Duration::from_secs(10);
/// What keeps two from founding at once: any number that others are unlikely to take.
const FOUNDING: i64 = 0x5372_7664;

/// A connection that was looked at, with the statements that are asked most.
pub(super) struct Session {
    place: String,
    client: Client,
    backend: Backend,
    warning: Arc<Mutex<Option<String>>>,
    pub(super) append: Statement,
    pub(super) append_one: Statement,
    pub(super) head: Statement,
    pub(super) page: Statement,
    pub(super) find: Statement,
    pub(super) tile: Statement,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session({}, {:?})", self.place, self.backend)
    }
}

/// Who works for a connection at the server's end; the start tells it from a later one.
#[derive(Debug)]
pub(super) struct Backend {
    number: i32,
    start: String,
}

impl Session {
    pub(super) fn place(&self) -> &str {
        &self.place
    }

    pub(super) const fn client(&self) -> &Client {
        &self.client
    }

    pub(super) fn into_backend(self) -> Backend {
        self.backend
    }

    /// Takes what the server warned of since the last time.
    pub(super) fn warning(&self) -> Option<String> {
        self.warning.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Tells whether the connection was still there a moment ago.
    pub(super) async fn stands(&self) -> bool {
        // The connection is read only while something is awaited: once for the socket to be looked
        // at, once for what came to be read, once for the end to be told. A timer would cost a
        // millisecond.
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
        !self.client.is_closed()
    }
}

/// Reads an address.
pub(super) fn config(address: &str, place: &str) -> Result<Config, Fault> {
    let mut config: Config = address
        .parse()
        .map_err(|cause| Fault::Address { address: place.to_owned(), cause: told::text(&cause) })?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(WAIT);
    }
    if config.get_application_name().is_none() {
        config.application_name("servanda");
    }
    // A line that is cut without a word is noticed within a minute.
    config.keepalives_idle(WAIT).keepalives_interval(WAIT).keepalives_retries(3);
    config.tcp_user_timeout(WAIT.saturating_mul(3));
    Ok(config)
}

type Line = Connection<Socket, NoTlsStream>;

/// Keeps a connection going, and keeps what the server warns of: when a wait for a standby is cut
/// short, the change is kept here and maybe nowhere else, and a warning is all that says so.
async fn carry(mut line: Line, warning: Arc<Mutex<Option<String>>>) {
    while let Some(Ok(message)) = std::future::poll_fn(|turn| line.poll_message(turn)).await {
        if let AsyncMessage::Notice(notice) = message
            && notice.severity() == "WARNING"
        {
            *warning.lock().unwrap_or_else(PoisonError::into_inner) = Some(notice.to_string());
        }
    }
}

async fn connect(
    place: &str,
    config: &Config,
    warning: &Arc<Mutex<Option<String>>>,
) -> Result<Client, Fault> {
    let connected = config.connect(NoTls).await;
    let (client, line) = connected.map_err(|cause| told::unreachable(place, told::text(&cause)))?;
    drop(tokio::spawn(carry(line, Arc::clone(warning))));
    Ok(client)
}

/// Makes a connection to a log that is there. Where an answer never came, whoever may still be
/// at work on it is ended first, so that what is read now stays true.
pub(super) async fn open(
    place: &str,
    config: &Config,
    unanswered: Option<&Backend>,
) -> Result<Session, Fault> {
    let warning = Arc::default();
    let client = connect(place, config, &warning).await?;
    let opened = async {
        let backend = settle(place, &client).await?;
        if let Found::Nothing = look(place, &client).await? {
            return Err(Fault::Absent { place: place.to_owned() }.into());
        }
        if let Some(unanswered) = unanswered {
            end(place, &client, unanswered).await?;
        }
        let session = Session {
            place: place.to_owned(),
            append: client.prepare(super::log::APPEND).await?,
            append_one: client.prepare(super::log::APPEND_ONE).await?,
            head: client.prepare(super::log::HEAD).await?,
            page: client.prepare(super::log::PAGE).await?,
            find: client.prepare(super::log::FIND).await?,
            tile: client.prepare(super::log::TILE).await?,
            backend,
            warning,
            client,
        };
        Ok(session)
    };
    opened.await.map_err(|failed| opening(place, failed))
}

fn opening(place: &str, failed: Failed) -> Fault {
    match failed {
        Failed::Fault(fault) => fault,
        Failed::Server(cause) if told::is_lost(&cause) => {
            told::unreachable(place, told::text(&cause))
        }
        Failed::Server(cause) => told::fault(place, Asked::Long("open"), &cause),
    }
}

/// Ends another connection and waits until it is gone; what it did is then kept or undone.
async fn end(place: &str, client: &Client, other: &Backend) -> Result<(), Failed> {
    let of = "from pg_stat_activity where pid = $1 and backend_start::text = $2";
    let who: [&(dyn ToSql + Sync); 2] = [&other.number, &other.start];
    client.query(&format!("select pg_terminate_backend(pid, 10000) {of}"), &who).await?;
    if client.query_opt(&format!("select 1 {of}"), &who).await?.is_some() {
        let cause = "an earlier connection is still at work there".to_owned();
        return Err(told::unreachable(place, cause).into());
    }
    // A commit waits for every standby that has to have what was committed before.
    client.execute("update servanda.head set size = size where one = 1", &[]).await?;
    Ok(())
}

/// Sets up a connection, and checks that the server keeps what it acknowledges.
async fn settle(place: &str, client: &Client) -> Result<Backend, Failed> {
    client.batch_execute(SET).await?;
    let query = "select a.pid, a.backend_start::text, current_setting('fsync'), \
                 current_setting('full_page_writes'), current_setting('synchronous_commit'), \
                 current_setting('transaction_read_only') \
                 from pg_stat_activity a where a.pid = pg_backend_pid()";
    let row = client.query_one(query, &[]).await?;
    let text = |index| column::<String>(place, Row::Whole, &row, index);
    let needs = [
        (2, "fsync", ["on", "on"]),
        (3, "full_page_writes", ["on", "on"]),
        (4, "synchronous_commit", ["on", "remote_apply"]),
    ];
    for (index, setting, good) in needs {
        let found = text(index)?;
        if !good.contains(&found.as_str()) {
            let (setting, needed) = (setting.to_owned(), format!("`{}`", good[0]));
            return Err(Fault::Setting { place: place.to_owned(), setting, found, needed }.into());
        }
    }
    if text(5)? != "off" {
        let cause = "the server takes no changes: it is a standby, or is set so".to_owned();
        return Err(Fault::ReadOnly { place: place.to_owned(), cause }.into());
    }
    Ok(Backend { number: column(place, Row::Whole, &row, 0)?, start: text(1)? })
}

/// What stands in a database.
enum Found {
    Nothing,
    Log,
}

/// Tells what stands in a database: nothing, or a log that this program knows.
async fn look(place: &str, client: &impl GenericClient) -> Result<Found, Failed> {
    let query = "select to_regnamespace('servanda') is not null, \
                 to_regclass('servanda.layout') is not null";
    let row = client.query_one(query, &[]).await?;
    let is_there = |index| column::<bool>(place, Row::Whole, &row, index);
    if !is_there(0)? {
        return Ok(Found::Nothing);
    }
    if !is_there(1)? {
        let cause = "its schema `servanda` has no table `layout`".to_owned();
        return Err(Fault::Foreign { place: place.to_owned(), cause }.into());
    }
    let query = "select version from servanda.layout where one = 1";
    let row = client.query_opt(query, &[]).await?;
    let row = row.ok_or_else(|| damaged(place, Row::Whole, "the table `layout` is empty"))?;
    let found: i64 = column(place, Row::Whole, &row, 0)?;
    if found > LAYOUT {
        return Err(Fault::Newer { place: place.to_owned(), found, known: LAYOUT }.into());
    }
    Ok(Found::Log)
}

/// Reads the identity.
pub(super) async fn identity(place: &str, client: &impl GenericClient) -> Result<Identity, Failed> {
    let query = "select origin, format, language, sum from servanda.identity where one = 1";
    let row = client.query_opt(query, &[]).await?;
    let row = row.ok_or_else(|| damaged(place, Row::Identity, "it is not there"))?;
    let number = |index| column::<i64>(place, Row::Identity, &row, index);
    let origin = column(place, Row::Identity, &row, 0)?;
    Ok(decode::identity(place, origin, (number(1)?, number(2)?), number(3)?)?)
}

/// Founds a log where none is.
pub(super) async fn found(place: &str, config: &Config, identity: &Identity) -> Result<(), Fault> {
    let mut client = connect(place, config, &Arc::default()).await?;
    let written = async {
        settle(place, &client).await?;
        let change = client.transaction().await?;
        change.execute("select pg_advisory_xact_lock($1)", &[&FOUNDING]).await?;
        if let Found::Log = look(place, &change).await? {
            let origin = self::identity(place, &change).await?.origin;
            return Err(Fault::Founded { place: place.to_owned(), origin }.into());
        }
        change.batch_execute(TABLES).await?;
        change.execute("insert into servanda.layout values (1, $1)", &[&LAYOUT]).await?;
        let (format, language) = (i64::from(identity.format), i64::from(identity.language));
        let query = "insert into servanda.identity values (1, $1, $2, $3, $4)";
        let sum = identity.sum();
        change.execute(query, &[&identity.origin, &format, &language, &sum]).await?;
        let Head { size: _, root } = Head::EMPTY;
        let query = "insert into servanda.head values (1, 0, $1, $2)";
        change.execute(query, &[&root.as_slice(), &Head::EMPTY.sum()]).await?;
        Ok(change)
    };
    let change = written.await.map_err(|failed| opening(place, failed))?;
    let doing = Asked::Write("found a log at");
    change.commit().await.map_err(|cause| {
        if told::is_lost(&cause) {
            return told::lost(place, doing, told::text(&cause));
        }
        told::fault(place, doing, &cause)
    })
}
