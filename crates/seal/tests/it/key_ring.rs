//! The life of keys: genesis, enrolment, rotation, revocation, and who signs what.

use crate::sealed::{sealed, signer};
use servanda_note::SignerKey;
use servanda_seal::{
    Content, Digest, Enrolment, Genesis, KeyRing, Role, Sealed, Seen, Signers, Unsealed,
};

fn digest(key: &SignerKey) -> Digest {
    Digest::of(&key.verifier().public_key().to_bytes())
}

fn enrolment(key: &SignerKey, next: &SignerKey, role: Role) -> Enrolment {
    Enrolment { key: key.verifier(), next: digest(next), role }
}

fn cosigner(name: &str, seed: u8) -> servanda_note::CosignerKey {
    servanda_note::CosignerKey::new(servanda_note::KeyName::parse(name).unwrap(), &[seed; 32])
}

#[test]
fn a_witness_is_enrolled_signs_no_act_and_is_revoked() {
    let mut hall = Hall::open();
    let key = cosigner("example.org/arm/c", 5);
    let enrolment = Enrolment::of_witness("ARM".to_owned(), key.verifier());
    let act = sealed(&Content::Enrol(enrolment.clone()), &[&hall.chief]);
    let text = act.print();
    assert!(text.contains("\"role\":\"witness\"") && !text.contains("\"next\""), "{text}");
    assert_eq!(Sealed::parse(text.as_bytes()).unwrap(), act);
    hall.take(&act).unwrap();
    let held: Vec<_> = hall.ring.witnesses().collect();
    assert_eq!(held, [("ARM", &key.verifier())]);
    let kind =
        text.replace(&key.verifier().print(), &signer("example.org/arm/c", 5).verifier().print());
    Sealed::parse(kind.as_bytes()).unwrap_err();
    let reason = "lost".to_owned();
    let end = Content::Revoke { key: enrolment.digest(), from: hall.at, reason };
    let end = sealed(&end, &[&hall.chief]);
    hall.take(&end).unwrap();
    assert_eq!(hall.ring.witnesses().count(), 0);
}

struct Hall {
    ring: KeyRing,
    at: u64,
    chief: SignerKey,
    office: SignerKey,
}

impl Hall {
    /// Opens a log with one key of the authority and one of the depositary.
    fn open() -> Self {
        let chief = signer("example.org/authority", 1);
        let office = signer("example.org/log", 2);
        let mut hall = Self { ring: KeyRing::default(), at: 0, chief, office };
        let keys = vec![
            enrolment(&hall.chief, &signer("example.org/authority", 11), Role::Authority),
            enrolment(&hall.office, &signer("example.org/log", 12), Role::Depositary),
        ];
        let genesis = Genesis {
            organisation: "league".to_owned(),
            language: 1,
            threshold: 1,
            keys,
            rehearses: None,
        };
        let act = sealed(&Content::Genesis(genesis), &[&hall.chief, &hall.office]);
        hall.take(&act).unwrap();
        hall
    }

    fn take(&mut self, act: &Sealed) -> Result<Signers, Unsealed> {
        let signers = self.ring.signers(act)?;
        self.ring.apply(self.at, act, &signers)?;
        self.at += 1;
        Ok(signers)
    }

    fn enrol(
        &mut self,
        key: &SignerKey,
        next: &SignerKey,
        role: Role,
    ) -> Result<Signers, Unsealed> {
        let act = sealed(&Content::Enrol(enrolment(key, next, role)), &[&self.chief]);
        self.take(&act)
    }
}

fn delegation(with_person: bool) -> Role {
    Role::Delegation { party: "ARM".to_owned(), with_person }
}

fn act(text: &str) -> Content {
    Content::Act { text: text.to_owned(), seen: Seen { size: 0, root: Digest::of(b"") } }
}

#[test]
fn a_log_begins_with_its_genesis_signed_by_every_key_it_names() {
    let hall = Hall::open();
    assert_eq!(hall.ring.depositaries().count(), 1);
    let mut ring = KeyRing::default();
    let first = sealed(&act("2026-11-22 sign cst by ARM\n"), &[&hall.office]);
    assert_eq!(ring.signers(&first), Err(Unsealed::Genesis));
    let keys = vec![enrolment(&hall.chief, &hall.office, Role::Authority)];
    let without = Genesis {
        organisation: "league".to_owned(),
        language: 1,
        threshold: 1,
        keys,
        rehearses: None,
    };
    let act = sealed(&Content::Genesis(without), &[&hall.chief]);
    assert_eq!(ring.signers(&act), Err(Unsealed::TooFew));
    let again = Hall::open();
    ring = again.ring.clone();
    assert_eq!(ring.signers(&act), Err(Unsealed::Genesis));
}

#[test]
fn a_delegation_signs_with_its_seal_and_with_a_person_where_enrolled_so() {
    let mut hall = Hall::open();
    let (seal, next) = (signer("example.org/ARM", 3), signer("example.org/ARM", 13));
    let note = act("2026-11-22 sign cst by ARM\n");
    let early = sealed(&note, &[&seal]);
    assert_eq!(hall.take(&early), Err(Unsealed::NoCapacity { line: 1 }));
    hall.enrol(&seal, &next, delegation(true)).unwrap();
    assert_eq!(hall.take(&early), Err(Unsealed::Lines { needed: 2, found: 1 }));
    let person = signer("example.org/ARM/envoy", 4);
    let both = sealed(&note, &[&person, &seal]);
    assert_eq!(hall.take(&both), Err(Unsealed::NoCapacity { line: 1 }));
    let role = Role::Person { party: "ARM".to_owned() };
    hall.enrol(&person, &signer("example.org/ARM/envoy", 14), role).unwrap();
    let signers = hall.take(&both).unwrap();
    assert_eq!(
        (signers.party(), signers.keys()),
        (Some("ARM"), &[digest(&person), digest(&seal)][..])
    );
    let other_way = sealed(&note, &[&seal, &person]);
    assert_eq!(hall.take(&other_way), Err(Unsealed::NoCapacity { line: 2 }));
    let office = sealed(&note, &[&hall.office]);
    assert_eq!(hall.take(&office).unwrap().party(), None);
}

#[test]
fn a_key_rotates_to_the_one_fixed_before_and_to_no_other() {
    let mut hall = Hall::open();
    let (seal, next) = (signer("example.org/ARM", 3), signer("example.org/ARM", 13));
    hall.enrol(&seal, &next, delegation(false)).unwrap();
    let after = signer("example.org/ARM", 23);
    let rotate = |old: &SignerKey, new: &SignerKey| {
        let content =
            Content::Rotate { old: digest(old), key: new.verifier(), next: digest(&after) };
        sealed(&content, &[old, new])
    };
    assert_eq!(hall.take(&rotate(&seal, &after)), Err(Unsealed::NotNext));
    hall.take(&rotate(&seal, &next)).unwrap();
    let note = act("2026-11-22 sign cst by ARM\n");
    assert_eq!(hall.take(&sealed(&note, &[&seal])), Err(Unsealed::Ended { line: 1, at: 2 }));
    assert_eq!(hall.take(&sealed(&note, &[&next])).unwrap().party(), Some("ARM"));
    let again = hall.enrol(&seal, &after, delegation(false));
    assert_eq!(again, Err(Unsealed::Known));
}

#[test]
fn a_revocation_contests_what_was_signed_since_an_entry_and_ends_the_key() {
    let mut hall = Hall::open();
    let (seal, next) = (signer("example.org/ARM", 3), signer("example.org/ARM", 13));
    hall.enrol(&seal, &next, delegation(false)).unwrap();
    let note = act("2026-11-22 sign cst by ARM\n");
    hall.take(&sealed(&note, &[&seal])).unwrap();
    let revoke = |key: &SignerKey, from: u64| Content::Revoke {
        key: digest(key),
        from,
        reason: "the key was lost".to_owned(),
    };
    let ahead = sealed(&revoke(&seal, 99), &[&hall.chief]);
    assert_eq!(hall.take(&ahead), Err(Unsealed::Ahead));
    let own = sealed(&revoke(&seal, 2), &[&seal]);
    assert_eq!(hall.take(&own), Err(Unsealed::NoCapacity { line: 1 }));
    hall.take(&sealed(&revoke(&seal, 2), &[&hall.chief])).unwrap();
    let contested: Vec<_> = hall.ring.contested().collect();
    assert_eq!(
        (contested[0].key, contested[0].from, contested[0].revoked_at),
        (digest(&seal), 2, 3)
    );
    assert_eq!(hall.take(&sealed(&note, &[&seal])), Err(Unsealed::Ended { line: 1, at: 3 }));
    let office = sealed(&revoke(&hall.office, 4), &[&hall.chief]);
    assert_eq!(hall.take(&office), Err(Unsealed::TooFew));
}

/// A thief who has a key may rotate it away: what it signed before is contested all the same.
#[test]
fn a_key_that_was_rotated_may_be_revoked_once() {
    let mut hall = Hall::open();
    let (seal, next) = (signer("example.org/ARM", 3), signer("example.org/ARM", 13));
    hall.enrol(&seal, &next, delegation(false)).unwrap();
    let note = act("2026-11-22 sign cst by ARM\n");
    let forged = sealed(&note, &[&seal]);
    hall.take(&forged).unwrap();
    let content =
        Content::Rotate { old: digest(&seal), key: next.verifier(), next: Digest::of(b"") };
    hall.take(&sealed(&content, &[&seal, &next])).unwrap();
    assert_eq!(hall.ring.contests(2, &forged), None, "a rotation contests nothing");
    let revoke = |key: &SignerKey, from: u64| {
        let reason = "the key was lost".to_owned();
        sealed(&Content::Revoke { key: digest(key), from, reason }, &[&hall.chief])
    };
    let (ahead, first, again) = (revoke(&seal, 99), revoke(&seal, 2), revoke(&seal, 1));
    let of_next = revoke(&next, 5);
    assert_eq!(hall.take(&ahead), Err(Unsealed::Ahead));
    hall.take(&first).unwrap();
    let found = hall.ring.contests(2, &forged).unwrap();
    assert_eq!((found.key, found.from, found.revoked_at), (digest(&seal), 2, 4));
    assert_eq!(hall.take(&again), Err(Unsealed::Revoked { at: 4, from: 2 }));
    // The key that took its place signs on, and the old one ended where it was rotated.
    hall.take(&sealed(&note, &[&next])).unwrap();
    assert_eq!(hall.take(&forged), Err(Unsealed::Ended { line: 1, at: 3 }));
    hall.take(&of_next).unwrap();
    assert_eq!(hall.ring.contested().count(), 2);
}

/// Two of three authorities sign together, in any order; what one of them can do alone is to rotate.
#[test]
fn as_many_authorities_as_the_genesis_says_sign_together() {
    let [a, b, c] = [1, 3, 4].map(|seed| signer("example.org/authority", seed));
    let office = signer("example.org/log", 2);
    let fresh = |seed| signer("example.org/authority", seed);
    let keys = [(&a, 11), (&b, 13), (&c, 14)];
    let mut keys: Vec<Enrolment> =
        keys.iter().map(|(key, next)| enrolment(key, &fresh(*next), Role::Authority)).collect();
    keys.push(enrolment(&office, &signer("example.org/log", 12), Role::Depositary));
    let genesis = |threshold| {
        let (organisation, keys) = ("league".to_owned(), keys.clone());
        let genesis = Genesis { organisation, language: 1, threshold, keys, rehearses: None };
        sealed(&Content::Genesis(genesis), &[&a, &b, &c, &office])
    };
    let ring = KeyRing::default();
    assert_eq!(ring.signers(&genesis(4)), Err(Unsealed::TooFew));
    assert_eq!(ring.signers(&genesis(0)), Err(Unsealed::TooFew));
    let first = genesis(2);
    let mut hall = Hall { ring, at: 0, chief: fresh(1), office: signer("example.org/log", 2) };
    hall.take(&first).unwrap();
    let seal = enrolment(&signer("example.org/ARM", 5), &fresh(15), delegation(false));
    let enrol = Content::Enrol(seal);
    assert_eq!(hall.take(&sealed(&enrol, &[&a])), Err(Unsealed::Lines { needed: 2, found: 1 }));
    let three = sealed(&enrol, &[&a, &b, &c]);
    assert_eq!(hall.take(&three), Err(Unsealed::Lines { needed: 2, found: 3 }));
    assert_eq!(hall.take(&sealed(&enrol, &[&a, &a])), Err(Unsealed::Twice));
    let with_office = sealed(&enrol, &[&a, &office]);
    assert_eq!(hall.take(&with_office), Err(Unsealed::NoCapacity { line: 2 }));
    hall.take(&sealed(&enrol, &[&c, &a])).unwrap();
    let revoke = |key: &SignerKey| Content::Revoke {
        key: digest(key),
        from: 1,
        reason: "it was lost".to_owned(),
    };
    hall.take(&sealed(&revoke(&c), &[&a, &b])).unwrap();
    let of_b = sealed(&revoke(&b), &[&a, &b]);
    assert_eq!(hall.take(&of_b), Err(Unsealed::TooFew));
    let next = fresh(11);
    let rotate = Content::Rotate { old: digest(&a), key: next.verifier(), next: Digest::of(b"") };
    hall.take(&sealed(&rotate, &[&a, &next])).unwrap();
    let other = enrolment(&fresh(6), &fresh(16), Role::Authority);
    hall.take(&sealed(&Content::Enrol(other), &[&b, &next])).unwrap();
    assert_eq!(hall.take(&of_b), Err(Unsealed::Ended { line: 1, at: 3 }));
    hall.take(&sealed(&revoke(&b), &[&b, &next])).unwrap();
    assert_eq!(hall.ring.authorities().count(), hall.ring.threshold());
}

#[test]
fn one_line_too_many_or_by_another_key_is_told() {
    let mut hall = Hall::open();
    let at = "2026-11-22T09:00:00Z".parse().unwrap();
    let received = Content::Received { at };
    let two = sealed(&received, &[&hall.office, &hall.chief]);
    assert_eq!(hall.take(&two), Err(Unsealed::Lines { needed: 1, found: 2 }));
    let chief = sealed(&received, &[&hall.chief]);
    assert_eq!(hall.take(&chief), Err(Unsealed::NoCapacity { line: 1 }));
    let forger = signer("example.org/log", 99);
    assert_eq!(hall.take(&sealed(&received, &[&forger])), Err(Unsealed::NoCapacity { line: 1 }));
    hall.take(&sealed(&received, &[&hall.office])).unwrap();
}

#[test]
fn signers_found_before_the_keys_changed_are_stale() {
    let mut hall = Hall::open();
    let note = sealed(&act("2026-11-22 sign cst by ARM\n"), &[&hall.office]);
    let before = hall.ring.signers(&note).unwrap();
    let seal = signer("example.org/ARM", 3);
    hall.enrol(&seal, &signer("example.org/ARM", 13), delegation(false)).unwrap();
    assert_eq!(hall.ring.apply(9, &note, &before), Err(Unsealed::Stale));
}
