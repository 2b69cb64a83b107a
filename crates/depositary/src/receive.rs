//! The walk of an act: its form, its keys, its text, its law; then it is kept, and counts.

use crate::depositary::{Depositary, Leaps, entry};
use crate::fault::Fault;
use crate::founding::seal;
use crate::incoming::{Incoming, Keys};
use crate::ledger::Taken;
use crate::reading::has_seen;
use crate::refused::Refused;
use servanda_model::Instant;
use servanda_seal::{Content, Digest, Sealed, Signers};
use servanda_store::{Appended, Entry};
use servanda_tlog::TreeHead;

/// How often an act is judged again because others appended first.
const TRIES: usize = 16;
/// How far another office's clock may be ahead.
const AHEAD_HOURS_MAX: u32 = 1;

/// How long after the last act another one may be received without anybody looking at the clock.
const LEAP_HOURS_MAX: u32 = 366 * 24;

/// An act that the log holds durably.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: Digest,
    /// Its entry.
    pub index: u64,
    /// When it was received.
    pub received: Instant,
    /// What was noticed, and the position of its act in the record.
    pub taken: Taken,
}

/// The answer to one arrival.
pub type Answer = Result<Kept, Refused>;

impl Depositary {
    /// Receives acts that arrived together and answers each; those that pass are appended at once,
    /// durably, before anybody is answered.
    ///
    /// # Errors
    /// What kept the office from its work. Nothing was acknowledged then; where the disk of the lock
    /// did not answer, the log may hold the acts.
    pub fn receive(&mut self, arrivals: &[Vec<u8>], now: Instant) -> Result<Vec<Answer>, Fault> {
        let arrivals = Keys::of(&self.ledger).look_at(arrivals);
        self.receive_looked_at(&arrivals, now)
    }

    /// Receives an act if the log stands at one of some heads; none where it does not.
    ///
    /// # Errors
    /// As [`Depositary::receive`].
    pub fn receive_at(
        &mut self,
        act: Vec<u8>,
        heads: &[TreeHead],
        now: Instant,
    ) -> Result<Option<Answer>, Fault> {
        self.catch_up()?;
        if !heads.contains(&self.head()) {
            return Ok(None);
        }
        let size = self.size();
        let incoming = Keys::of(&self.ledger).look_at(&[act]);
        let answers = self.receive_where(&incoming, now, Some(size))?;
        Ok(answers.and_then(|mut answers| answers.pop()))
    }

    /// Receives acts whose form and signatures were looked at by the keys of some moment.
    ///
    /// # Errors
    /// As [`Depositary::receive`].
    pub(crate) fn receive_looked_at(
        &mut self,
        arrivals: &[Incoming],
        now: Instant,
    ) -> Result<Vec<Answer>, Fault> {
        Ok(self.receive_where(arrivals, now, None)?.unwrap_or_default())
    }

    /// Receives acts; where a size is given and the log has another, none.
    fn receive_where(
        &mut self,
        arrivals: &[Incoming],
        now: Instant,
        size: Option<u64>,
    ) -> Result<Option<Vec<Answer>>, Fault> {
        let clock = self.clock;
        self.clock = clock.max(Some(now));
        for _ in 0..TRIES {
            self.catch_up()?;
            if size.is_some_and(|size| size != self.size()) {
                return Ok(None);
            }
            let at = self.time_of_receipt(clock, now)?;
            let (answers, entries) = match self.judge_all(arrivals, at) {
                Ok(judged) => judged,
                Err(fault) => {
                    // Acts before the fault are in the state and in no log: they are forgotten.
                    return Err(self.forgetting(fault));
                }
            };
            if self.keep(&entries)? {
                if !entries.is_empty() {
                    // A database that is put back later is found out by what is remembered here.
                    self.remember()?;
                }
                return Ok(Some(answers));
            }
        }
        Err(Fault::Contended)
    }

    /// Returns the time at which acts are received; it never goes back. Another office on the same
    /// log may have said a later one since the clock was read, or by a clock that is ahead: then it
    /// is that one. A clock that goes back by itself is told, and so is one that leaps far ahead: what
    /// it says once, every later act would have to come after.
    fn time_of_receipt(&self, before: Option<Instant>, now: Instant) -> Result<Instant, Fault> {
        let Some(last) = self.ledger.received() else { return Ok(now) };
        if self.leaps == Leaps::Refused && last.plus_hours(LEAP_HOURS_MAX) < now {
            return Err(Fault::Leap { last, now });
        }
        if last <= now {
            return Ok(now);
        }
        let went_back = before.is_some_and(|before| now < before);
        if went_back || now.plus_hours(AHEAD_HOURS_MAX) < last {
            return Err(Fault::Clock { last, now });
        }
        Ok(last)
    }

    /// Judges each act in order; what passes is in the state already and becomes an entry.
    fn judge_all(
        &mut self,
        arrivals: &[Incoming],
        at: Instant,
    ) -> Result<(Vec<Answer>, Vec<Entry>), Fault> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut answers = Vec::with_capacity(arrivals.len());
        for arrival in arrivals {
            // Keys may have changed by an act before this one in the same company.
            let answer = match self.ledger.signed(arrival) {
                Ok((sealed, signers)) => self.judge_one(sealed, &signers, at, &mut entries)?,
                Err(refused) => Err(refused),
            };
            answers.push(answer);
        }
        Ok((answers, entries))
    }

    fn judge_one(
        &mut self,
        sealed: &Sealed,
        signers: &Signers,
        at: Instant,
        entries: &mut Vec<Entry>,
    ) -> Result<Answer, Fault> {
        let id = sealed.id();
        if self.is_known(id, entries)? {
            let message = "the log has this act already".to_owned();
            return Ok(Err(Refused::new("L-KNOWN", message, "an act is sent once")));
        }
        if matches!(sealed.content(), Content::Received { .. }) {
            // The office says itself when it receives; two who say so could say times that fall.
            let message = "a time of receipt is not sent".to_owned();
            let hint = "send the act: the log says when it was received";
            return Ok(Err(Refused::new("L-ORDER", message, hint)));
        }
        if let Content::Act { seen, .. } = sealed.content()
            && let Err(refused) = has_seen(&mut self.tree, self.store.as_mut(), *seen)?
        {
            return Ok(Err(refused));
        }
        let clock = self.said_time(at, entries)?;
        let count = u64::try_from(entries.len().saturating_add(clock.iter().len())).unwrap_or(0);
        let index = self.size().saturating_add(count);
        Ok(match self.ledger.take(index, sealed, signers, Some(at)) {
            Ok(taken) => {
                if clock.is_some() {
                    self.ledger.receiving_at(index.saturating_sub(1), at);
                }
                entries.extend(clock);
                entries.push(entry(sealed));
                Ok(Kept { id, index, received: at, taken })
            }
            Err(refused) => Err(refused),
        })
    }

    fn is_known(&mut self, id: Digest, entries: &[Entry]) -> Result<bool, Fault> {
        let is_here = entries.iter().any(|entry| entry.id == id.0);
        Ok(is_here || self.store.find(&id.0)?.is_some())
    }

    /// Makes the entry that says when what follows was received, where none says so yet.
    fn said_time(&self, at: Instant, entries: &[Entry]) -> Result<Option<Entry>, Fault> {
        if !entries.is_empty() || self.ledger.received() == Some(at) {
            return Ok(None);
        }
        let key = self.signing()?;
        let sealed = seal(self.ledger.origin(), &Content::Received { at }, &[key]);
        sealed.map(|sealed| Some(entry(&sealed))).map_err(|flaw| Fault::Record(flaw.to_string()))
    }

    /// Appends what passed; false where others appended first, and all is to be judged again.
    fn keep(&mut self, entries: &[Entry]) -> Result<bool, Fault> {
        if entries.is_empty() {
            return Ok(true);
        }
        match self.tree.append(self.store.as_mut(), entries) {
            Ok(Appended::Done) => Ok(true),
            Ok(Appended::Stale(_) | Appended::Known(_)) => self.reload().map(|()| false),
            Err(fault @ Fault::Store(servanda_store::Fault::Uncertain { .. })) => {
                // The answer did not come; the log says what became of it.
                let before = self.size();
                if self.reload().is_err() {
                    return Err(fault);
                }
                self.holds(before, entries)
            }
            Err(fault) => Err(self.forgetting(fault)),
        }
    }

    /// Tells whether the log holds exactly these entries from an index on. One alone says nothing:
    /// two offices that receive in one second say the same time of receipt.
    fn holds(&mut self, from: u64, entries: &[Entry]) -> Result<bool, Fault> {
        let count = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        let found = self.store.hashes(from..from.saturating_add(count))?;
        Ok(found.iter().eq(entries.iter().map(|entry| &entry.hash)))
    }

    /// Forgets what the state is ahead of the log, and tells the fault that was first. Where the
    /// log cannot be read again now, the next company reads the rest of it.
    fn forgetting(&mut self, fault: Fault) -> Fault {
        drop(self.reload());
        fault
    }
}

#[cfg(test)]
mod tests;
