//! One question to the server and its answer; what it means when none comes.

use super::session::{self, Session};
use super::{Postgres, told};
use crate::{Fault, Row};
use std::time::Duration;
use tokio::time::timeout;

/// How long an answer is waited for.
const WAIT: Duration = Duration::from_secs(30);
/// How long for what goes through a whole table.
const LONG: Duration = Duration::from_secs(3_600);

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked {
    /// Something of a row.
    Read(Row),
    /// A change.
    Write(&'static str),
    /// What goes through a whole table, and may be asked again.
    Long(&'static str),
}

/// Why an answer did not come.
#[derive(Debug)]
pub(super) enum Failed {
    Server(tokio_postgres::Error),
    Fault(Fault),
}

impl From<tokio_postgres::Error> for Failed {
    fn from(cause: tokio_postgres::Error) -> Self {
        Self::Server(cause)
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Postgres {
    /// Asks, on a connection that stands or on a new one.
    pub(super) fn ask<T>(
        &mut self,
        asked: Asked,
        work: impl AsyncFn(&Session) -> Result<T, Failed>,
    ) -> Result<T, Fault> {
        let is_new = self.session.is_none();
        let first = self.ask_once(asked, &work);
        // A connection that stood may have ended long ago, and a reader loses nothing by asking
        // again. A writer would not know whether it was heard.
        match (asked, first) {
            (Asked::Read(_) | Asked::Long(_), Err(Fault::Unreachable { .. })) if !is_new => {
                self.ask_once(asked, &work)
            }
            (_, answer) => answer,
        }
    }

    fn ask_once<T>(
        &mut self,
        asked: Asked,
        work: &impl AsyncFn(&Session) -> Result<T, Failed>,
    ) -> Result<T, Fault> {
        let limit = match asked {
            Asked::Read(_) | Asked::Write(_) => WAIT,
            Asked::Long(_) => LONG,
        };
        let place = &self.place;
        let session = match self.session.take() {
            Some(session) if self.runtime.block_on(session.stands()) => session,
            Some(_) | None => {
                let opened = session::open(place, &self.config, self.unanswered.as_ref());
                self.runtime.block_on(async {
                    timeout(WAIT, opened)
                        .await
                        .unwrap_or_else(|late| Err(told::unreachable(place, late.to_string())))
                })?
            }
        };
        self.unanswered = None;
        let answer = self.runtime.block_on(async { timeout(limit, work(&session)).await });
        let warning = session.warning();
        let fault = match (answer, asked, warning) {
            (Ok(Ok(_)), Asked::Write(_), Some(cause)) => told::uncertain(place, cause),
            (Ok(Ok(answer)), ..) => {
                self.session = Some(session);
                return Ok(answer);
            }
            (Ok(Err(Failed::Fault(fault))), ..) => {
                self.session = Some(session);
                return Err(fault);
            }
            (Ok(Err(Failed::Server(cause))), ..) if !told::is_lost(&cause) => {
                self.session = Some(session);
                return Err(told::fault(place, asked, &cause));
            }
            (Ok(Err(Failed::Server(cause))), ..) => told::lost(place, asked, told::text(&cause)),
            (Err(_), ..) => {
                let cause = format!("no answer came in {} seconds", limit.as_secs());
                told::lost(place, asked, cause)
            }
        };
        self.unanswered = Some(session.into_backend());
        Err(fault)
    }
}
