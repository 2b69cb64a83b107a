//! Where passkeys are kept: a text that is read when it is asked for, and exchanged for another.

use super::Undone;
use super::ceremony::Ceremonies;
use super::kept::{self, Kept};
use crate::desk::session::PasskeyId;
use servanda_seal::Digest;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Reads the text; none where none was ever written.
type Read = Box<dyn Fn() -> std::io::Result<Option<String>> + Send + Sync>;
/// Puts a text in the place of the one that is expected, and says whether that one was there.
type Exchange = Box<dyn Fn(Option<&str>, &str) -> std::io::Result<bool> + Send + Sync>;
/// How often a change is tried again that another server came before.
const TRIES: usize = 8;

/// A place for one text, which servers may share.
pub struct Shelf {
    read: Read,
    exchange: Exchange,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shelf")
    }
}

impl Shelf {
    /// Makes a shelf of what reads the text, and of what exchanges it durably for another where it
    /// still is as expected.
    pub fn new(read: Read, exchange: Exchange) -> Self {
        Self { read, exchange }
    }

    /// Tells what keeps the text from being read as the passkeys of a log.
    ///
    /// # Errors
    /// Says the place in the text and the cause.
    pub fn look(&self, origin: &str) -> Result<(), String> {
        let text = (self.read)().map_err(|fault| fault.to_string())?;
        kept::parse(text.as_deref(), origin).map(drop)
    }
}

/// The passkeys of a log, and the challenges that are not answered yet.
#[derive(Debug)]
pub(in crate::desk) struct Passkeys {
    pub(super) origin: String,
    shelf: Shelf,
    ceremonies: Mutex<Ceremonies>,
}

impl Passkeys {
    pub(in crate::desk) fn new(origin: &str, shelf: Shelf) -> Self {
        Self { origin: origin.to_owned(), shelf, ceremonies: Mutex::default() }
    }

    /// Tells whether a passkey is kept, for that key: one that was removed a moment ago signs nobody
    /// in any more.
    pub(in crate::desk) fn keeps(&self, id: PasskeyId, key: Digest) -> bool {
        let found = self.all().unwrap_or_default();
        found.iter().any(|kept| kept.id == id && kept.key == key)
    }

    /// Returns the challenges that are not answered yet.
    pub(super) fn ceremonies(&self) -> MutexGuard<'_, Ceremonies> {
        self.ceremonies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns every passkey.
    pub(super) fn all(&self) -> Result<Vec<Kept>, Undone> {
        self.read().map(|(_, found)| found)
    }

    fn read(&self) -> Result<(Option<String>, Vec<Kept>), Undone> {
        let text = (self.shelf.read)().map_err(|fault| Undone::Fault(fault.to_string()))?;
        let found = kept::parse(text.as_deref(), &self.origin).map_err(Undone::Fault)?;
        Ok((text, found))
    }

    /// Changes what is kept.
    pub(super) fn change<T>(
        &self,
        change: impl Fn(&mut Vec<Kept>) -> Result<T, Undone>,
    ) -> Result<T, Undone> {
        for _ in 0..TRIES {
            let (before, mut found) = self.read()?;
            let done = change(&mut found)?;
            let after = kept::print(&found, &self.origin).map_err(Undone::Fault)?;
            let exchanged = (self.shelf.exchange)(before.as_deref(), &after);
            if exchanged.map_err(|fault| Undone::Fault(fault.to_string()))? {
                return Ok(done);
            }
        }
        Err(Undone::Fault("others change them all the time".to_owned()))
    }
}
