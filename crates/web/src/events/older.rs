//! Received acts from before the log was opened: a snapshot tells the record and no entries, so
//! they are looked up, a few at a time, when a reader asks for them, and remembered.

use crate::portal::{NoAnswer, Portal};
use crate::site::Site;
use servanda_depositary::{Arrival, Arrivals, Job};
use std::collections::VecDeque;

/// How many entries the office looks through at once.
const LOOKED_THROUGH: u64 = 256;

/// What is known of received acts from before the log was opened.
#[derive(Debug, Default)]
pub(crate) struct Older {
    /// The first entry that is known.
    since: u64,
    /// Up to where: from there on the site knows them itself.
    until: u64,
    /// How many acts the record had before `since`.
    before: u32,
    acts: VecDeque<Arrival>,
}

impl Older {
    fn behind(known: &Arrivals) -> Self {
        let Arrivals { since, before, .. } = *known;
        Self { since, until: since, before, acts: VecDeque::new() }
    }

    /// Goes back by the entries from `from` on.
    fn add(&mut self, from: u64, entries: &[u64]) {
        for entry in entries.iter().rev() {
            self.before = self.before.saturating_sub(1);
            self.acts.push_front(Arrival { entry: *entry, position: self.before });
        }
        self.since = from;
    }

    fn from(&self, next: u64, most: usize) -> Vec<Arrival> {
        let start = self.acts.partition_point(|act| act.entry < next);
        self.acts.iter().skip(start).take(most).copied().collect()
    }
}

/// Returns the received acts from an entry on, at most so many, of those that the site does not
/// know the entries of.
pub(crate) async fn before_opening(
    portal: &Portal,
    site: &Site,
    (next, most): (u64, usize),
) -> Result<Vec<Arrival>, NoAnswer> {
    let Some(known) = site.arrivals().filter(|known| next < known.since) else {
        return Ok(Vec::new());
    };
    let mut older = portal.older().lock().await;
    if older.until != known.since {
        *older = Older::behind(known);
    }
    while next < older.since {
        let (from, until) = (older.since.saturating_sub(LOOKED_THROUGH), older.since);
        let asked = portal
            .ask(|reply| Job::Look(Box::new(move |office| reply(office.acts_among(from..until)))));
        let among = asked.await?;
        let from = if among.has_founding { 0 } else { from };
        older.add(from, &among.acts);
    }
    Ok(older.from(next, most))
}
