//! Challenges that were given out and not answered yet: few, short-lived, and each answered once.

use crate::desk::challenge::SECONDS;
use servanda_model::Instant;
use servanda_seal::Digest;
use std::collections::BTreeMap;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

/// The most that wait at once; the one that would have ended first makes room.
const WAITING_MAX: usize = 10_000;

/// What a challenge was given out for.
#[derive(Debug)]
pub(super) enum Ceremony {
    /// To make a passkey for the holder of a key.
    Making {
        /// What the answer is compared with.
        state: PasskeyRegistration,
        /// The key.
        key: Digest,
        /// What the passkey will be called.
        name: String,
    },
    /// To sign in with one.
    Entering {
        /// What the answer is compared with.
        state: DiscoverableAuthentication,
    },
}

/// The challenges that wait for their answers.
#[derive(Debug, Default)]
pub(super) struct Ceremonies {
    waiting: BTreeMap<[u8; 16], (Instant, Ceremony)>,
}

impl Ceremonies {
    /// Lets a challenge wait; returns until when.
    pub(super) fn wait(&mut self, id: [u8; 16], ceremony: Ceremony, now: Instant) -> Instant {
        self.waiting.retain(|_, (until, _)| *until > now);
        while self.waiting.len() >= WAITING_MAX {
            let first = self.waiting.iter().min_by_key(|(_, (until, _))| *until);
            let Some(id) = first.map(|(id, _)| *id) else { break };
            self.waiting.remove(&id);
        }
        let until = now.plus_seconds(SECONDS);
        self.waiting.insert(id, (until, ceremony));
        until
    }

    /// Takes a challenge that is answered: whatever the answer is, there is no second one.
    pub(super) fn take(&mut self, id: &[u8], now: Instant) -> Option<Ceremony> {
        let id: &[u8; 16] = id.try_into().ok()?;
        let (until, ceremony) = self.waiting.remove(id)?;
        (until > now).then_some(ceremony)
    }
}
