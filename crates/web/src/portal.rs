//! What the server holds: the site as it is now, and the office that receives acts, where the
//! record comes from a log.

use crate::desk::{Place, Reception};
use crate::diary::{Diary, DiaryLine};
use crate::events::Older;
use crate::measured::Measured;
use crate::neighbour::{self, Entrance, Opening};
use crate::remembered::Remembered;
use crate::site::Site;
use axum::http::{HeaderMap, StatusCode};
use servanda_depositary::{Answer, Depositary, Fault, Job, Reply, Writer};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use tokio::sync::{Mutex, Notify, oneshot, watch};

/// What a proxy adds to what it passes on.
const PASSED_ON: [&str; 4] = ["forwarded", "via", "x-forwarded-for", "x-forwarded-proto"];

/// What the server holds.
pub struct Portal {
    site: RwLock<Arc<Site>>,
    writer: RwLock<Option<Writer>>,
    reception: OnceLock<Reception>,
    has_log: bool,
    /// How often the log has grown since the first site, and how much of that the site shows.
    grown: AtomicU64,
    shown: AtomicU64,
    /// Held by who makes the next site; the others wait for it.
    making: Mutex<()>,
    /// Wakes those who listen, once another site is shown; false once nothing more is told.
    news: watch::Sender<bool>,
    /// Wakes one of them when the log has grown, which makes that site for all.
    unmade: Notify,
    /// Wakes those who listen with a session, when one ended.
    parted: watch::Sender<()>,
    /// Received acts from before the log was opened, as far as anybody asked for them.
    older: Mutex<Older>,
    /// What was answered to who may send it again.
    pub(crate) remembered: Remembered,
    pub(crate) measured: Measured,
    diary: OnceLock<Diary>,
    /// The port of this machine at which the record of this rehearsal is.
    neighbour: OnceLock<u16>,
    /// The way into the rehearsal of this record.
    entrance: OnceLock<Entrance>,
}

impl fmt::Debug for Portal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Portal of {:?}", self.site())
    }
}

/// Who was woken to make the next site; where he leaves before, another is.
struct Turn<'p> {
    portal: &'p Portal,
    is_taken: bool,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if !self.is_taken {
            self.portal.unmade.notify_one();
        }
    }
}

/// Why the office gave no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// The record is served from text: there is no log.
    NoLog,
    /// The office could not do its work.
    Fault(Fault),
    /// The office has closed.
    Closed,
}

impl NoAnswer {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NoLog => StatusCode::NOT_FOUND,
            Self::Fault(_) | Self::Closed => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::NoLog => "no-log",
            Self::Fault(_) => "log-fault",
            Self::Closed => "closed",
        }
    }

    pub(crate) fn message(&self) -> String {
        match self {
            Self::NoLog => "this record is read from text, and has no log".to_owned(),
            Self::Fault(fault) => fault.to_string(),
            Self::Closed => "the office has closed".to_owned(),
        }
    }

    pub(crate) fn hint(&self) -> String {
        match self {
            Self::NoLog => "`servanda serve --log URL` serves a log".to_owned(),
            Self::Fault(fault) => fault.hint().to_owned(),
            Self::Closed => "try again".to_owned(),
        }
    }
}

impl Portal {
    /// Holds a record that is read from text and never changes.
    pub fn reading(site: Arc<Site>) -> Arc<Self> {
        Arc::new(Self::of(site, false))
    }

    /// Holds the record of a log; [`Portal::write_with`] gives it its office.
    pub fn living(site: Arc<Site>) -> Arc<Self> {
        Arc::new(Self::of(site, true))
    }

    fn of(site: Arc<Site>, has_log: bool) -> Self {
        let (site, writer) = (RwLock::new(site), RwLock::new(None));
        let (news, parted) = (watch::Sender::new(true), watch::Sender::new(()));
        let older = Mutex::default();
        let remembered = Remembered::default();
        let (reception, diary, measured) = (OnceLock::new(), OnceLock::new(), Measured::default());
        let (grown, shown, making) = (AtomicU64::new(0), AtomicU64::new(0), Mutex::new(()));
        let (neighbour, entrance) = (OnceLock::new(), OnceLock::new());
        Self {
            site,
            writer,
            reception,
            has_log,
            grown,
            shown,
            making,
            news,
            unmade: Notify::new(),
            parted,
            older,
            remembered,
            measured,
            diary,
            neighbour,
            entrance,
        }
    }

    /// Lets holders of keys sign in; a second reception is not taken.
    pub fn receive_with(&self, reception: Reception) {
        drop(self.reception.set(reception));
    }

    /// Says at which port of this machine the record of this rehearsal is; a second one is not taken.
    pub fn stand_beside(&self, port: u16) {
        let _first: &u16 = self.neighbour.get_or_init(|| port);
    }

    /// Offers a rehearsal of this record, which is opened when somebody enters it; a second one is
    /// not taken.
    pub fn offer(&self, opening: Opening) {
        drop(self.entrance.set(Entrance::of(opening)));
    }

    /// Returns the way into the rehearsal of this record, for who asks on this machine itself.
    pub(crate) fn entrance(&self, headers: &HeaderMap) -> Option<(&Entrance, Place)> {
        self.entrance.get().zip(near(headers))
    }

    /// Returns the address of what stands beside, for who asks on this machine itself; whoever comes
    /// through a proxy is elsewhere.
    pub(crate) fn neighbour(&self, headers: &HeaderMap) -> Option<String> {
        if self.entrance(headers).is_some() {
            return Some(neighbour::ENTRANCE.to_owned());
        }
        let port = self.neighbour.get()?;
        Some(near(headers)?.at(*port))
    }

    /// Writes a diary; a second one is not taken.
    pub fn write_diary(&self, diary: Diary) {
        drop(self.diary.set(diary));
    }

    /// Writes a line of the diary, where one is written.
    pub(crate) fn write(&self, line: DiaryLine<'_>) {
        if let Some(diary) = self.diary.get() {
            diary(line);
        }
    }

    /// Counts an act that was answered, and writes its line.
    pub(crate) fn count(&self, answer: &Answer) {
        let (entry, code) = match answer {
            Ok(kept) => (Some(kept.index), "kept"),
            Err(refused) => (None, refused.code),
        };
        self.measured.act(code);
        self.write(DiaryLine::Act { entry, code });
    }

    /// Returns the reception, where holders of keys can sign in.
    pub(crate) fn reception(&self) -> Option<&Reception> {
        self.reception.get()
    }

    /// Gives the portal its office.
    pub fn write_with(&self, writer: Writer) {
        *self.writer.write().unwrap_or_else(PoisonError::into_inner) = Some(writer);
    }

    /// Closes the office: what it took is kept, and it takes nothing more.
    pub fn close(&self) {
        self.hush();
        drop(self.writer.write().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Returns the site that was made last; it stays the same for whoever holds it. The log may
    /// have grown since: what does not change with it can be asked of this one.
    pub(crate) fn site(&self) -> Arc<Site> {
        self.site.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the site of the log as it is now: whoever was answered that an act is kept finds it
    /// there. Where the office has closed, it is the last that was made.
    pub(crate) async fn current(&self) -> Arc<Site> {
        if !self.is_current() {
            let _turn = self.making.lock().await;
            if !self.is_current() {
                self.make().await;
            }
        }
        self.site()
    }

    fn is_current(&self) -> bool {
        self.grown.load(Ordering::Acquire) == self.shown.load(Ordering::Acquire)
    }

    /// Asks the office for what the log holds, and puts a site over it in place.
    async fn make(&self) {
        // The office holds at least what it told of before it is asked.
        let (grown, before) = (self.grown.load(Ordering::Acquire), self.site());
        let (tell, told) = oneshot::channel();
        let look = move |office: &mut Depositary| {
            // Who no longer waits for the site makes the next one.
            drop(tell.send(before.after(office)));
        };
        if self.hand_over(Job::Look(Box::new(look))).is_ok() {
            match told.await {
                Ok(Ok(Some(site))) => {
                    *self.site.write().unwrap_or_else(PoisonError::into_inner) = site;
                    self.shown.store(grown, Ordering::Release);
                }
                Ok(Err(fault)) => self.write(DiaryLine::Stale { cause: &fault.to_string() }),
                // The office closes, or has nothing to show yet.
                Ok(Ok(None)) | Err(_) => {}
            }
        }
        self.news.send_modify(|_| {});
    }

    /// Tells that the log has grown. The next who reads, or one of those who listen, has a site made
    /// of it.
    pub fn grew(&self) {
        self.grown.fetch_add(1, Ordering::AcqRel);
        self.unmade.notify_one();
    }

    /// Waits for the log to grow, and has the next site made: one of those who listen is woken for
    /// it, and all of them when it is shown. Were they woken before, each would wait for its turn.
    pub(crate) async fn follow(&self) {
        self.unmade.notified().await;
        let mut turn = Turn { portal: self, is_taken: false };
        drop(self.current().await);
        turn.is_taken = true;
    }

    /// Tells nothing more to those who listen, so that their streams end.
    pub(crate) fn hush(&self) {
        self.news.send_replace(false);
    }

    /// Tells that a session ended, or a passkey: what was opened with it ends as well.
    pub(crate) fn part(&self) {
        self.parted.send_replace(());
    }

    /// Lets somebody who has a session hear of one that ends.
    pub(crate) fn partings(&self) -> watch::Receiver<()> {
        self.parted.subscribe()
    }

    /// Lets somebody listen; none where there is no log.
    pub(crate) fn listen(&self) -> Option<watch::Receiver<bool>> {
        self.has_log.then(|| self.news.subscribe())
    }

    /// Returns what is known of acts from before the log was opened.
    pub(crate) fn older(&self) -> &Mutex<Older> {
        &self.older
    }

    /// Asks the office and waits for its answer.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        job: impl FnOnce(Reply<T>) -> Job,
    ) -> Result<T, NoAnswer> {
        let (tell, told) = oneshot::channel();
        // Who no longer waits for the answer gets none.
        self.hand_over(job(Box::new(move |answer| drop(tell.send(answer)))))?;
        told.await.map_err(|_gone| NoAnswer::Closed)?.map_err(NoAnswer::Fault)
    }

    fn hand_over(&self, job: Job) -> Result<(), NoAnswer> {
        let writer = self.writer.read().unwrap_or_else(PoisonError::into_inner);
        match writer.as_ref() {
            Some(writer) if writer.ask(job) => Ok(()),
            None if !self.has_log => Err(NoAnswer::NoLog),
            Some(_) | None => Err(NoAnswer::Closed),
        }
    }
}

/// Returns the name by which a request reached this machine; none where it comes from elsewhere.
fn near(headers: &HeaderMap) -> Option<Place> {
    let is_passed_on = PASSED_ON.iter().any(|name| headers.contains_key(*name));
    Place::of(headers).filter(|place| place.is_local && !is_passed_on)
}
