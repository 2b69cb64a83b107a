//! What the program reads from outside once: the day and the working directory.

use crate::failure::Failure;
use anyhow::Context as _;
use servanda_journal::Record;
use servanda_model::{Day, Instant, Law};
use servanda_publish::rehearsal::Rehearsal;
use servanda_seal::{Contested, Digest};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The day and the place in which a command runs.
#[derive(Debug, Clone)]
pub struct World {
    /// The day it is, in universal time.
    pub today: Day,
    /// The directory from which paths are read.
    pub directory: PathBuf,
    /// Tells a person who waits what is being done.
    pub progress: fn(&str),
    /// What secrets of new keys are derived from, where they must be the same each time: in tests.
    pub seed: Option<[u8; 32]>,
    /// The width of the terminal that tables are set to; none where the output is no terminal.
    pub width: Option<u16>,
    /// The rehearsal that the command met, of which its answer then says that it is one.
    pub met: Arc<OnceLock<Rehearsal>>,
    /// What was amiss with what the command read and answered from all the same.
    pub amiss: Arc<OnceLock<String>>,
    /// What revocations contest of the log that the command read, by the positions of its acts.
    pub contested: Arc<OnceLock<BTreeMap<u32, Contested>>>,
    /// What is said beside an answer whose form has no room for it.
    pub beside: Arc<OnceLock<String>>,
}

impl World {
    /// Reads the clock and the working directory.
    ///
    /// # Errors
    /// Says which of the two could not be read.
    pub fn here() -> anyhow::Result<Self> {
        let today = today().context("the clock shows no day of this calendar")?;
        let directory = std::env::current_dir().context("could not read the working directory")?;
        let width = terminal_size::terminal_size().map(|(width, _)| width.0);
        let progress = if width.is_some() { on_terminal } else { nobody_waits };
        let (met, amiss, beside) = (Arc::default(), Arc::default(), Arc::default());
        let contested = Arc::default();
        Ok(Self { today, directory, progress, seed: None, width, met, amiss, contested, beside })
    }

    /// Makes a world without a terminal, in which nobody waits, the clock stands at the end of the
    /// day, and keys are the same each time.
    pub fn quiet(today: Day, directory: PathBuf) -> Self {
        let (progress, seed, met) = (nobody_waits, Some([7; 32]), Arc::default());
        let (amiss, contested, beside) = (Arc::default(), Arc::default(), Arc::default());
        Self { today, directory, progress, seed, width: None, met, amiss, contested, beside }
    }

    /// Notes the rehearsal that a record is, where it is one.
    pub(crate) fn meets(&self, record: &Record) {
        self.meets_fork_of(record.history.rehearses.as_deref());
    }

    /// Notes that what the command reads is a fork of the log of an origin.
    pub(crate) fn meets_fork_of(&self, origin: Option<&str>) {
        if let Some(origin) = origin {
            // The first that was met is told; a command reads one record.
            let _first: &Rehearsal = self.met.get_or_init(|| Rehearsal::of(origin));
        }
    }

    /// Notes that something of what the command reads is not as it was written.
    pub(crate) fn meets_amiss(&self, what: &str) {
        // The first that was met is told.
        let _first: &String = self.amiss.get_or_init(|| what.to_owned());
    }

    /// Notes what is said beside the answer.
    pub(crate) fn says_beside(&self, what: &str) {
        if !what.is_empty() {
            // A command gives one answer.
            let _first: &String = self.beside.get_or_init(|| what.to_owned());
        }
    }

    /// Returns the second it is, in universal time.
    pub(crate) fn now(&self) -> Result<Instant, Failure> {
        if self.seed.is_some() {
            return Ok(Instant::end_of(self.today));
        }
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        now.parse().map_err(|()| Failure::Usage {
            message: format!("the clock says {now}"),
            hint: Some("set it to a day of this calendar".to_owned()),
        })
    }

    /// Returns the day on which a question without one is asked: the day it is now at the seat of
    /// the law's organisation, on which what comes now is recorded, and in universal time where
    /// nothing is said of its days. Where the clock stands, it is the world's own day.
    pub(crate) fn day_under(&self, law: &Law) -> Day {
        let Some(now) = self.now().ok().filter(|_| self.seed.is_none()) else { return self.today };
        let seat = law.own.and_then(|own| law.body(own)).map(|own| &own.legal_day);
        seat.and_then(|seat| seat.day_of(now)).unwrap_or(now.day())
    }

    /// Returns the secret of a new key.
    pub(crate) fn secret(&self, of: &str) -> Result<[u8; 32], Failure> {
        if let Some(seed) = self.seed {
            return Ok(Digest::salted(&seed, of.as_bytes()).0);
        }
        self.chance()
    }

    /// Returns random bytes from the system.
    pub(crate) fn chance(&self) -> Result<[u8; 32], Failure> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|cause| Failure::Server {
            doing: "ask the system for a secret".to_owned(),
            cause: std::io::Error::other(cause),
        })?;
        Ok(secret)
    }
}

/// Reads the day off the clock, in UTC; none where it is no day of this calendar.
pub(crate) fn today() -> Option<Day> {
    let date = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let part = |n: i8| u32::try_from(n).ok();
    let (month, day) = part(date.month()).zip(part(date.day()))?;
    Day::civil(i32::from(date.year()), month, day)
}

fn nobody_waits(_doing: &str) {}

#[expect(clippy::print_stderr, reason = "progress is for the person at the terminal alone")]
fn on_terminal(doing: &str) {
    eprintln!("{doing}");
}
