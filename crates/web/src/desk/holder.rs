//! Who is signed in: the key that proved itself, as the log has it at this moment.

use super::session::{PasskeyId, Session, cookies};
use crate::portal::Portal;
use crate::site::Site;
use axum::http::HeaderMap;
use servanda_depositary::{Depositary, Job};
use servanda_model::{Instant, Law, PartyId};
use servanda_seal::{Digest, Role};

/// Who is signed in. There is no other table of what a holder may do than the keys of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holder {
    /// What the log enrolled the key for, which names the party.
    pub(crate) role: Role,
    /// The key's name.
    pub(crate) key: String,
    /// The key's digest.
    pub(crate) digest: Digest,
    /// Until when the proof is remembered.
    pub(crate) until: Instant,
    /// The passkey that answered for the key, where one did.
    pub(crate) passkey: Option<PasskeyId>,
}

impl Holder {
    /// Returns the party that the holder speaks for.
    pub(crate) fn party(&self) -> Option<&str> {
        self.role.party()
    }

    /// Returns the party for which the holder reads what is not for everybody: a witness looks after
    /// the log for a party, and an officer after the office, and neither is a delegation.
    pub(crate) fn reads_for(&self, law: &Law) -> Option<PartyId> {
        let party = self.party().filter(|_| self.is_delegate())?;
        law.party_names.find(party)
    }

    /// Tells whether the holder is an officer of the depositary.
    pub(crate) fn is_officer(&self) -> bool {
        self.role == Role::Depositary
    }

    /// Tells whether the holder's line makes an act of a state: a delegation's, or a person's beside
    /// it.
    pub(crate) fn is_delegate(&self) -> bool {
        matches!(self.role, Role::Delegation { .. } | Role::Person { .. })
    }
}

/// Finds the session with which a request comes: what it opens ends with the session.
pub(crate) fn session(portal: &Portal, headers: &HeaderMap) -> Option<Session> {
    portal.reception()?.session(&cookies(headers))
}

/// Tells whether a session goes on: neither it nor its passkey has ended, nor its key in the log.
pub(crate) fn goes_on(portal: &Portal, site: &Site, session: &Session) -> bool {
    let stands = |reception: &super::Reception| reception.goes_on(session);
    portal.reception().is_some_and(stands) && site.uses(session.key)
}

/// Finds who is signed in, by the cookie and by the keys at the head of the log: a key that was
/// revoked a moment ago is nobody's.
pub(crate) async fn holder(portal: &Portal, headers: &HeaderMap) -> Option<Holder> {
    let found = cookies(headers);
    if found.is_empty() {
        return None;
    }
    let reception = portal.reception()?;
    let session = reception.session(&found)?;
    let (key, until, passkey) = (session.key, session.until, session.passkey);
    if passkey.is_some_and(|id| !reception.keeps(id, key)) {
        return None;
    }
    let look = move |office: &mut Depositary| {
        office.catch_up()?;
        let enrolment = office.ledger().ring().using(key);
        Ok(enrolment.map(|held| (held.role.clone(), held.key.name().to_string())))
    };
    let held = portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office))))).await;
    let (role, name) = held.ok()??;
    Some(Holder { role, key: name, digest: key, until, passkey })
}
