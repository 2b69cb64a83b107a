//! The life of keys: who may sign at which entry of the log, and the exact set of lines of each
//! kind of entry.

use crate::Digest;
use crate::content::{Content, Enrolment, Genesis, Role};
use crate::sealed::Sealed;
use crate::unsealed::Unsealed;
use servanda_note::{SignatureLine, VerifierKey};
use std::collections::BTreeMap;

/// The keys that the log itself enrolled, as after its entries so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyRing {
    threshold: usize,
    keys: BTreeMap<Digest, Held>,
    /// INVARIANT (signers): the number of changes made; signers found before another are stale.
    changes: u64,
}

/// A key of the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    enrolment: Enrolment,
    /// The entry that took it into use.
    since: u64,
    /// The entry that ended it.
    ended: Option<u64>,
    /// The entry that revoked it, then or later, and the one from which on its acts are contested.
    revoked: Option<(u64, u64)>,
}

/// Who signed an act, found for the ring as it was then; [`KeyRing::apply`] needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    keys: Vec<Digest>,
    party: Option<String>,
    changes: u64,
}

/// A key and the entries between which it signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyLife<'r> {
    /// What its enrolment says.
    pub enrolment: &'r Enrolment,
    /// The entry that took it into use.
    pub since: u64,
    /// The entry that ended it, where one did.
    pub ended: Option<u64>,
}

/// Entries of a key that are contested since its revocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contested {
    /// The key.
    pub key: Digest,
    /// The first entry that is contested.
    pub from: u64,
    /// The entry that revoked the key.
    pub revoked_at: u64,
}

impl Signers {
    /// Returns the party that signed; none where the organisation's own offices did.
    pub fn party(&self) -> Option<&str> {
        self.party.as_deref()
    }

    /// Returns the keys, in the order of the lines.
    pub fn keys(&self) -> &[Digest] {
        &self.keys
    }
}

impl Held {
    fn life(&self) -> KeyLife<'_> {
        KeyLife { enrolment: &self.enrolment, since: self.since, ended: self.ended }
    }
}

impl KeyRing {
    /// Returns every key ever enrolled, with the entry that ended it.
    pub fn keys(&self) -> impl Iterator<Item = (&Enrolment, Option<u64>)> {
        self.keys.values().map(|held| (&held.enrolment, held.ended))
    }

    /// Returns every key ever enrolled with its life, the earliest first.
    pub fn lives(&self) -> Vec<KeyLife<'_>> {
        let mut lives: Vec<KeyLife<'_>> = self.keys.values().map(Held::life).collect();
        lives.sort_by_key(|life| life.since);
        lives
    }

    /// Returns what revocations contest.
    pub fn contested(&self) -> impl Iterator<Item = Contested> {
        self.keys.iter().filter_map(|(key, held)| {
            let (revoked_at, from) = held.revoked?;
            (from < revoked_at).then_some(Contested { key: *key, from, revoked_at })
        })
    }

    /// Returns what contests an entry: the revocation of a key that had signed it.
    pub fn contests(&self, index: u64, sealed: &Sealed) -> Option<Contested> {
        let text = sealed.note().text();
        self.contested().find(|found| {
            let key = self.keys.get(&found.key).map(|held| &held.enrolment.key);
            let is_by = |line: &SignatureLine| {
                key.is_some_and(|key| key.is_named_by(line) && key.verify(text, line).is_some())
            };
            (found.from..found.revoked_at).contains(&index)
                && sealed.note().signatures().iter().any(is_by)
        })
    }

    /// Returns how many authorities sign an enrolment or revocation together.
    pub fn threshold(&self) -> usize {
        self.threshold
    }

    /// Returns the digests of the authorities' keys that sign now.
    pub fn authorities(&self) -> impl Iterator<Item = Digest> {
        self.in_use().filter(|held| held.role == Role::Authority).map(Enrolment::digest)
    }

    /// Returns the keys of the depositary that sign now, which also sign checkpoints.
    pub fn depositaries(&self) -> impl Iterator<Item = &VerifierKey> {
        self.in_use().filter(|e| e.role == Role::Depositary).map(|enrolment| &enrolment.key)
    }

    /// Returns the keys of witnesses that cosign now, each with the party whose witness it is.
    pub fn witnesses(&self) -> impl Iterator<Item = (&str, &VerifierKey)> {
        self.in_use().filter_map(|held| match &held.role {
            Role::Witness { party } => Some((party.as_str(), &held.key)),
            Role::Authority | Role::Depositary | Role::Delegation { .. } | Role::Person { .. } => {
                None
            }
        })
    }

    fn in_use(&self) -> impl Iterator<Item = &Enrolment> {
        self.keys.values().filter(|held| held.ended.is_none()).map(|held| &held.enrolment)
    }

    /// Returns the keys that are in use, in the order of their digests.
    pub fn keys_in_use(&self) -> impl Iterator<Item = Digest> {
        self.keys.iter().filter(|(_, held)| held.ended.is_none()).map(|(key, _)| *key)
    }

    /// Returns the enrolment of a key that is in use.
    pub fn using(&self, key: Digest) -> Option<&Enrolment> {
        self.keys.get(&key).filter(|held| held.ended.is_none()).map(|held| &held.enrolment)
    }

    /// Finds who signed an act, and that these are exactly the lines its kind needs now.
    ///
    /// # Errors
    /// Another set of lines, or a change of keys that cannot be made.
    pub fn signers(&self, sealed: &Sealed) -> Result<Signers, Unsealed> {
        self.found(sealed).map_err(|why| self.ended(sealed, why))
    }

    /// Says of a line without a capacity that its key ended, where it did.
    fn ended(&self, sealed: &Sealed, why: Unsealed) -> Unsealed {
        let Unsealed::NoCapacity { line } = why else { return why };
        let signature = sealed.note().signatures().get(line.saturating_sub(1));
        let by = |held: &&Held| signature.is_some_and(|by| held.enrolment.key.is_named_by(by));
        let ended = self.keys.values().filter(by).find_map(|held| held.ended);
        ended.map_or(why, |at| Unsealed::Ended { line, at })
    }

    fn found(&self, sealed: &Sealed) -> Result<Signers, Unsealed> {
        let is_first = self.keys.is_empty();
        if is_first != matches!(sealed.content(), Content::Genesis(_)) {
            return Err(Unsealed::Genesis);
        }
        match sealed.content() {
            Content::Genesis(genesis) => self.founders(genesis, sealed),
            Content::Enact { .. }
            | Content::Recite { .. }
            | Content::Received { .. }
            | Content::Document { .. }
            | Content::Erase { .. } => {
                count(sealed, 1)?;
                self.of_role(sealed, |role| *role == Role::Depositary)
            }
            Content::Act { .. } => self.delegation(sealed),
            Content::Enrol(enrolment) => {
                self.not_known(enrolment)?;
                count(sealed, self.threshold)?;
                self.of_role(sealed, |role| *role == Role::Authority)
            }
            Content::Revoke { key, .. } => {
                self.may_be_revoked(key)?;
                count(sealed, self.threshold)?;
                self.of_role(sealed, |role| *role == Role::Authority)
            }
            Content::Rotate { old, key, next } => {
                let held = self.using(*old).ok_or(Unsealed::NotInUse)?;
                let (next, role) = (*next, held.role.clone());
                let coming = Enrolment { key: key.clone(), next, role };
                self.not_known(&coming)?;
                if held.next != coming.digest() {
                    return Err(Unsealed::NotNext);
                }
                count(sealed, 2)?;
                self.by_each(sealed, &[held, &coming])
            }
        }
    }

    fn founders(&self, genesis: &Genesis, sealed: &Sealed) -> Result<Signers, Unsealed> {
        let of = |role: &Role| genesis.keys.iter().filter(|key| key.role == *role).count();
        let (authority, depositary) = (of(&Role::Authority), of(&Role::Depositary));
        let threshold = usize::try_from(genesis.threshold).unwrap_or(usize::MAX);
        if threshold == 0 || threshold > authority || depositary == 0 {
            return Err(Unsealed::TooFew);
        }
        let keys: Vec<&Enrolment> = genesis.keys.iter().collect();
        count(sealed, keys.len())?;
        self.by_each(sealed, &keys)
    }

    /// An act carries its delegation's seal, last, and the line of a person before it where the
    /// seal was enrolled so; an act of the organisation's own offices carries the depositary's.
    fn delegation(&self, sealed: &Sealed) -> Result<Signers, Unsealed> {
        let lines = sealed.note().signatures();
        let last = lines.last().ok_or(Unsealed::Lines { needed: 1, found: 0 })?;
        if self.depositaries().any(|key| key.is_named_by(last)) {
            count(sealed, 1)?;
            return self.of_role(sealed, |role| *role == Role::Depositary);
        }
        let seal = self.in_use().find(|held| {
            matches!(held.role, Role::Delegation { .. }) && held.key.is_named_by(last)
        });
        let seal = seal.ok_or(Unsealed::NoCapacity { line: lines.len() })?;
        let Role::Delegation { party, with_person } = &seal.role else {
            return Err(Unsealed::NoCapacity { line: lines.len() });
        };
        count(sealed, if *with_person { 2 } else { 1 })?;
        let mut signed = Vec::new();
        if *with_person {
            let person = Role::Person { party: party.clone() };
            let first = lines.first().unwrap_or(last);
            let held =
                self.in_use().find(|held| held.role == person && held.key.is_named_by(first));
            signed.push(held.ok_or(Unsealed::NoCapacity { line: 1 })?);
        }
        signed.push(seal);
        let signers = self.by_each(sealed, &signed)?;
        Ok(Signers { party: Some(party.clone()), ..signers })
    }

    /// Finds the key of each line among those of a role, each once.
    fn of_role(&self, sealed: &Sealed, is: impl Fn(&Role) -> bool) -> Result<Signers, Unsealed> {
        let find = |(line, signature): (usize, &SignatureLine)| {
            let mut named = self.in_use().filter(|held| is(&held.role));
            let held = named.find(|held| held.key.is_named_by(signature));
            held.ok_or(Unsealed::NoCapacity { line })
        };
        let lines = (1..).zip(sealed.note().signatures());
        let held: Vec<&Enrolment> = lines.map(find).collect::<Result<_, _>>()?;
        self.by_each(sealed, &held)
    }

    /// Verifies each line by its key, one by one.
    fn by_each(&self, sealed: &Sealed, held: &[&Enrolment]) -> Result<Signers, Unsealed> {
        let mut keys: Vec<Digest> = Vec::with_capacity(held.len());
        for (line, (signature, held)) in (1..).zip(sealed.note().signatures().iter().zip(held)) {
            if !held.key.is_named_by(signature) {
                return Err(Unsealed::NoCapacity { line });
            }
            if held.key.verify(sealed.note().text(), signature).is_none() {
                return Err(Unsealed::Mismatch { line });
            }
            let key = held.digest();
            if keys.contains(&key) {
                return Err(Unsealed::Twice);
            }
            keys.push(key);
        }
        Ok(Signers { keys, party: None, changes: self.changes })
    }

    fn not_known(&self, enrolment: &Enrolment) -> Result<(), Unsealed> {
        let is_known = self.keys.contains_key(&enrolment.digest());
        if is_known { Err(Unsealed::Known) } else { Ok(()) }
    }

    /// Tells whether a key may be revoked: one in use, or one whose place another took, since what
    /// it signed before may turn out not to be its holder's. Each is revoked once.
    fn may_be_revoked(&self, key: &Digest) -> Result<(), Unsealed> {
        let held = self.keys.get(key).ok_or(Unsealed::NotInUse)?;
        if let Some((at, from)) = held.revoked {
            return Err(Unsealed::Revoked { at, from });
        }
        if held.ended.is_none() { self.may_end(&held.enrolment) } else { Ok(()) }
    }

    /// Tells whether a key may end without the log standing still.
    fn may_end(&self, key: &Enrolment) -> Result<(), Unsealed> {
        let left = self.in_use().filter(|held| held.role == key.role).count().saturating_sub(1);
        let needed = match key.role {
            Role::Authority => self.threshold,
            Role::Depositary => 1,
            Role::Delegation { .. } | Role::Person { .. } | Role::Witness { .. } => 0,
        };
        if left < needed { Err(Unsealed::TooFew) } else { Ok(()) }
    }

    /// Returns how many changes of keys were made.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Tells whether signers were found for the keys as they are now.
    pub fn is_current(&self, signers: &Signers) -> bool {
        signers.changes == self.changes
    }

    /// Takes an act that was signed as it must be into account, at its entry.
    ///
    /// # Errors
    /// The keys changed since the signers were found, or a revocation reaches ahead.
    pub fn apply(&mut self, at: u64, sealed: &Sealed, signers: &Signers) -> Result<(), Unsealed> {
        if !self.is_current(signers) {
            return Err(Unsealed::Stale);
        }
        match sealed.content() {
            Content::Genesis(genesis) => {
                self.threshold = usize::try_from(genesis.threshold).unwrap_or(usize::MAX);
                genesis.keys.iter().for_each(|key| self.enrol(key.clone(), at));
            }
            Content::Enrol(enrolment) => self.enrol(enrolment.clone(), at),
            Content::Rotate { old, key, next } => {
                let role = self.using(*old).ok_or(Unsealed::NotInUse)?.role.clone();
                self.end(*old, at);
                self.enrol(Enrolment { key: key.clone(), next: *next, role }, at);
            }
            Content::Revoke { key, from, .. } => {
                if *from > at {
                    return Err(Unsealed::Ahead);
                }
                self.end(*key, at);
                if let Some(held) = self.keys.get_mut(key) {
                    held.revoked = Some((at, *from));
                }
            }
            Content::Enact { .. }
            | Content::Recite { .. }
            | Content::Act { .. }
            | Content::Received { .. }
            | Content::Document { .. }
            | Content::Erase { .. } => return Ok(()),
        }
        self.changes = self.changes.saturating_add(1);
        Ok(())
    }

    fn enrol(&mut self, enrolment: Enrolment, since: u64) {
        self.keys.insert(enrolment.digest(), Held { enrolment, since, ended: None, revoked: None });
    }

    /// Ends a key that did not end before.
    fn end(&mut self, key: Digest, at: u64) {
        if let Some(held) = self.keys.get_mut(&key) {
            held.ended = held.ended.or(Some(at));
        }
    }
}

/// Tells whether an act has so many signature lines.
fn count(sealed: &Sealed, needed: usize) -> Result<(), Unsealed> {
    let found = sealed.note().signatures().len();
    if found == needed { Ok(()) } else { Err(Unsealed::Lines { needed, found }) }
}
