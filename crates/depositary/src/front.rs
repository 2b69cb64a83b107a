//! The front of the office: while acts are judged and kept, those that came after them are read
//! and their signatures verified.

use crate::depositary::Depositary;
use crate::incoming::{Incoming, Keys};
use crate::receive::Answer;
use crate::writer::{COMPANY_MAX, Job, Reply};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, RwLock};

/// What the writing thread does next, in the order in which it was asked.
pub(crate) enum Work {
    /// It receives an act that was looked at.
    Receive(Incoming, Reply<Answer>),
    /// It does another job.
    Do(Job),
}

/// The keys by which the front verifies: those of the log a moment ago. Whoever judges an act
/// looks again where they have changed.
#[derive(Debug, Clone)]
pub(crate) struct Shown(Arc<RwLock<Arc<Keys>>>);

impl Shown {
    pub(crate) fn of(office: &Depositary) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(Keys::of(office.ledger())))))
    }

    /// Shows the keys of the log as they are now.
    pub(crate) fn renew(&self, office: &Depositary) {
        if self.keys().are_those_of(office.ledger()) {
            return;
        }
        let keys = Arc::new(Keys::of(office.ledger()));
        // Nothing breaks while it holds the lock; were it so, what is in it is whole.
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = keys;
    }

    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

/// Looks at what waits and hands it on in its order, until nobody asks or nobody works any more.
pub(crate) fn look(waiting: &Receiver<Job>, keys: &Shown, work: &SyncSender<Work>) {
    let mut held: Option<Job> = None;
    while let Some(job) = held.take().or_else(|| waiting.recv().ok()) {
        let Job::Receive(act, reply) = job else {
            if work.send(Work::Do(job)).is_err() {
                return;
            }
            continue;
        };
        let (mut acts, mut replies) = (vec![act], vec![reply]);
        while acts.len() < COMPANY_MAX && held.is_none() {
            match waiting.try_recv() {
                Ok(Job::Receive(act, reply)) => {
                    acts.push(act);
                    replies.push(reply);
                }
                Ok(other) => held = Some(other),
                Err(_) => break,
            }
        }
        let arrivals = keys.keys().look_at(&acts);
        for (arrival, reply) in arrivals.into_iter().zip(replies) {
            if work.send(Work::Receive(arrival, reply)).is_err() {
                return;
            }
        }
    }
}
