//! The reception: it gives out challenges, remembers who proved a key, and counts who asks often.

use super::challenge::{Challenge, SECONDS};
use super::limits::{Dear, Limits, TooOften};
use super::passkeys::Passkeys;
use super::secret::Secret;
use super::session::{HOURS, PasskeyId, Session};
use servanda_model::Instant;
use servanda_seal::Digest;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Tells the second it is; none where the clock shows no day of this calendar.
pub type Clock = Box<dyn Fn() -> Option<Instant> + Send + Sync>;
/// Gives random bytes; none where the system has none.
pub type Chance = Box<dyn Fn() -> Option<[u8; 32]> + Send + Sync>;

/// What a server needs to let holders of keys sign in.
pub struct Reception {
    origin: String,
    /// Seals sessions; servers with the same office key have the same.
    sessions: Secret,
    /// Seals challenges; each server has its own, so that each is answered once and here.
    challenges: Secret,
    clock: Clock,
    chance: Chance,
    /// What was answered or ended, until it would have ended by itself.
    spent: Mutex<BTreeMap<[u8; 16], Instant>>,
    limits: Mutex<Limits>,
    /// What keeps passkeys, where something does.
    pub(super) passkeys: Option<Passkeys>,
}

impl fmt::Debug for Reception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reception of {}", self.origin)
    }
}

impl Reception {
    /// Opens the reception of a log; without a secret for sessions it takes one by chance. None
    /// where the system gives no chance.
    pub fn open(
        origin: &str,
        sessions: Option<Secret>,
        clock: Clock,
        chance: Chance,
    ) -> Option<Self> {
        let sessions = match sessions {
            Some(secret) => secret,
            None => Secret::new(chance()?),
        };
        let challenges = Secret::new(chance()?);
        let (spent, limits) = (Mutex::default(), Mutex::default());
        Some(Self {
            origin: origin.to_owned(),
            sessions,
            challenges,
            clock,
            chance,
            spent,
            limits,
            passkeys: None,
        })
    }

    /// Lets holders of keys sign in with passkeys, which are kept on a shelf.
    #[cfg(feature = "passkeys")]
    #[must_use]
    pub fn with_passkeys(self, shelf: super::Shelf) -> Self {
        let passkeys = Some(Passkeys::new(&self.origin, shelf));
        Self { passkeys, ..self }
    }

    /// Tells whether a passkey of a key is kept.
    pub(crate) fn keeps(&self, id: PasskeyId, key: Digest) -> bool {
        self.passkeys.as_ref().is_some_and(|passkeys| passkeys.keeps(id, key))
    }

    /// Begins the session of a key for which a passkey answered; none where clock or chance fail.
    #[cfg(feature = "passkeys")]
    pub(super) fn begin_by(&self, key: Digest, passkey: PasskeyId) -> Option<Session> {
        let (now, nonce) = (self.now()?, self.nonce()?);
        Some(Session { key, until: now.plus_hours(HOURS), nonce, passkey: Some(passkey) })
    }

    /// Returns the second it is.
    pub(crate) fn now(&self) -> Option<Instant> {
        (self.clock)()
    }

    pub(super) fn nonce(&self) -> Option<[u8; 16]> {
        (self.chance)()?.first_chunk::<16>().copied()
    }

    /// Gives out a challenge to be answered at a host; none where clock or chance fail.
    pub(crate) fn challenge(&self, host: &str) -> Option<String> {
        let until = self.now()?.plus_seconds(SECONDS);
        let challenge = Challenge { host: host.to_owned(), until, nonce: self.nonce()? };
        Some(challenge.text(&self.challenges, &self.origin))
    }

    /// Looks whether a text is a challenge of this server that can still be answered at a host, and
    /// says why not.
    pub(crate) fn answered(&self, text: &str, host: &str) -> Result<Challenge, &'static str> {
        let found = Challenge::parse(text, &self.challenges, &self.origin)
            .ok_or("the text is no challenge that this server gave out since it started")?;
        let now = self.now().ok_or("the clock shows no day of this calendar")?;
        if found.host != host {
            return Err("the challenge was given out for another address");
        }
        if found.until <= now {
            return Err("the challenge was given out more than five minutes ago");
        }
        if self.is_spent(found.nonce) {
            return Err("the challenge was answered already");
        }
        Ok(found)
    }

    /// Begins the session of a key that answered a challenge; none where the challenge was answered
    /// meanwhile, or chance fails.
    pub(crate) fn begin(&self, answered: &Challenge, key: Digest) -> Option<Session> {
        let (now, nonce) = (self.now()?, self.nonce()?);
        let is_first = self.spend(answered.nonce, answered.until);
        is_first.then_some(Session { key, until: now.plus_hours(HOURS), nonce, passkey: None })
    }

    /// Returns the value of a session's cookie.
    pub(crate) fn print(&self, session: &Session) -> String {
        session.print(&self.sessions, &self.origin)
    }

    /// Reads the first of some cookies that tells a session which has not ended.
    pub(crate) fn session(&self, cookies: &[&str]) -> Option<Session> {
        let now = self.now()?;
        let read = |value: &&str| Session::parse(value, &self.sessions, &self.origin);
        let mut found = cookies.iter().filter_map(read);
        found.find(|session| session.until > now && !self.is_spent(session.nonce))
    }

    /// Tells whether a session has not ended, nor the passkey with which it began.
    pub(crate) fn goes_on(&self, session: &Session) -> bool {
        let is_kept = session.passkey.is_none_or(|id| self.keeps(id, session.key));
        let is_over = self.now().is_none_or(|now| session.until <= now);
        is_kept && !is_over && !self.is_spent(session.nonce)
    }

    /// Ends a session at this server.
    pub(crate) fn end(&self, session: &Session) {
        self.spend(session.nonce, session.until);
    }

    fn is_spent(&self, nonce: [u8; 16]) -> bool {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&nonce)
    }

    /// Marks something as answered or ended; false where it was before.
    fn spend(&self, nonce: [u8; 16], until: Instant) -> bool {
        let now = self.now();
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        spent.retain(|_, until| now.is_none_or(|now| *until > now));
        spent.insert(nonce, until).is_none()
    }

    /// Takes a token for something dear.
    pub(crate) fn take(&self, what: Dear, who: &str) -> Result<(), TooOften> {
        let now = self.now().ok_or(TooOften(60))?;
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).take(what, who, now)
    }

    /// Takes a token where there is one: what was done is paid for afterwards.
    pub(crate) fn charge(&self, what: Dear, who: &str) {
        match self.take(what, who) {
            Ok(()) | Err(TooOften(_)) => {}
        }
    }

    /// Looks whether there would be a token for something dear.
    pub(crate) fn look(&self, what: Dear, who: &str) -> Result<(), TooOften> {
        let now = self.now().ok_or(TooOften(60))?;
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).look(what, who, now)
    }
}
