//! One stream: what it has told, and what it tells next.

use super::older::before_opening;
use super::telling;
use super::wanted::Wanted;
use crate::desk::{self, Session};
use crate::portal::Portal;
use crate::site::Site;
use axum::body::Bytes;
use servanda_depositary::Arrival;
use servanda_model::Day;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long a stream is silent at most, so that whoever stands between does not take it for dead.
const SILENCE: Duration = Duration::from_secs(15);
/// How many acts are looked at, and told, at once.
const COMPANY: usize = 64;

/// A reader who listens.
pub(super) struct Listening {
    portal: Arc<Portal>,
    news: watch::Receiver<bool>,
    /// The session with which it began, and what wakes it when one ends.
    held: Option<(Session, watch::Receiver<()>)>,
    wanted: Wanted,
    /// Where the reader was cut off.
    after: Option<u64>,
    /// The first entry that is not told yet.
    next: u64,
    /// The day that was told last, once the stream has begun.
    day: Option<Day>,
}

type Told = Result<Bytes, Infallible>;

impl Listening {
    pub(super) fn new(
        portal: Arc<Portal>,
        (news, session): (watch::Receiver<bool>, Option<Session>),
        wanted: Wanted,
        after: Option<u64>,
    ) -> Self {
        let held = session.map(|session| (session, portal.partings()));
        Self { portal, news, held, wanted, after, next: 0, day: None }
    }

    /// Waits for what is to be told next; none where nothing more will be.
    pub(super) async fn next(mut self) -> Option<(Told, Self)> {
        loop {
            // What comes after this look wakes the stream again.
            if !*self.news.borrow_and_update() {
                return None;
            }
            let site = self.portal.site();
            if self.has_parted(&site) {
                return None;
            }
            if let Some(text) = self.turned(&site) {
                return Some((Ok(text.into()), self));
            }
            let acts = self.acts(&site).await?;
            if !acts.is_empty() {
                match self.tell(&site, &acts) {
                    text if text.is_empty() => tokio::task::yield_now().await,
                    text => return Some((Ok(text.into()), self)),
                }
                continue;
            }
            drop(site);
            tokio::select! {
                woken = self.news.changed() => woken.ok()?,
                () = self.portal.follow() => {}
                () = parting(self.held.as_mut()) => {}
                () = tokio::time::sleep(SILENCE) => {
                    return Some((Ok(Bytes::from_static(b":\n\n")), self));
                }
            }
        }
    }

    /// Tells whether the session with which the stream began has ended.
    fn has_parted(&mut self, site: &Site) -> bool {
        let Some((session, partings)) = &mut self.held else { return false };
        // What ends after this look wakes the stream again.
        partings.mark_unchanged();
        !desk::goes_on(&self.portal, site, session)
    }

    /// Tells the beginning, and afterwards a day that has turned.
    fn turned(&mut self, site: &Site) -> Option<String> {
        let today = site.today();
        match self.day.replace(today) {
            Some(day) if day == today => None,
            Some(_yesterday) => Some(telling::day(site, today)),
            None => {
                let behind = self.after.or_else(|| newest(site));
                self.next = behind.map_or(0, |last| last.saturating_add(1));
                Some(telling::start(site, behind, today))
            }
        }
    }

    /// Returns the acts that come next; none where the office does not answer.
    async fn acts(&self, site: &Site) -> Option<Vec<Arrival>> {
        let older = before_opening(&self.portal, site, (self.next, COMPANY)).await.ok()?;
        if !older.is_empty() {
            return Some(older);
        }
        let known = site.arrivals().map(|known| known.acts.as_slice()).unwrap_or_default();
        let start = known.partition_point(|act| act.entry < self.next);
        Some(known.iter().skip(start).take(COMPANY).copied().collect())
    }

    /// Tells acts, of which those that are not wanted are passed over.
    fn tell(&mut self, site: &Site, acts: &[Arrival]) -> String {
        let history = &site.record().history;
        let mut text = String::new();
        for act in acts {
            self.next = act.entry.saturating_add(1);
            if self.wanted.takes(history, act.position) {
                text.push_str(&said(site, *act));
            }
        }
        text
    }
}

/// Waits for a session to end; for ever, where the stream began with none.
async fn parting(held: Option<&mut (Session, watch::Receiver<()>)>) {
    let heard = match held {
        Some((_, partings)) => partings.changed().await.is_ok(),
        None => false,
    };
    if !heard {
        std::future::pending::<()>().await;
    }
}

/// Returns the last entry that can be an act: the first of all, where none was received yet, so
/// that a reader who is cut off before the first act comes back with an id as well.
fn newest(site: &Site) -> Option<u64> {
    let known = site.arrivals()?;
    let last = known.acts.last().map(|act| act.entry);
    Some(last.unwrap_or_else(|| known.since.saturating_sub(1)))
}

/// Returns what is told of an act; what many are told is put into words once.
fn said(site: &Site, act: Arrival) -> Arc<str> {
    let tell = || Arc::from(telling::act(site, act));
    let number = site
        .arrivals()
        .and_then(|known| known.acts.binary_search_by_key(&act.entry, |known| known.entry).ok());
    match number.and_then(|number| site.told(number)) {
        Some(kept) => kept.get_or_init(tell).clone(),
        None => tell(),
    }
}
