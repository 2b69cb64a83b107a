//! The walk of an act, and each place where one is turned away beside its admissible twin.

use crate::hall::{Hall, ORIGIN, at, files, pair};
use crate::place::Place;
use servanda_depositary::{Depositary, Fault, KeyPair, Leaps, Ledger, seal};
use servanda_seal::{Content, Digest, Genesis, Role, Sealed, Seen};

fn code(answer: servanda_depositary::Answer) -> &'static str {
    answer.map_or_else(|refused| refused.code, |_| "kept")
}

#[test]
fn a_delegation_enrols_and_its_notice_counts() {
    let mut hall = Hall::open("memory:");
    let arm = pair("league.example/ARM", 3);
    let early = hall.note("2026-11-20 notice of withdrawal from pact by ARM #note\n", &arm.key);
    assert_eq!(code(hall.one(early.clone(), "2026-11-22T09:00:00Z")), "L-KEYS");
    let kept = hall.enrol(&arm, "ARM", "2026-11-22T09:00:00Z").unwrap();
    let founded = hall.office.size() - 2;
    assert_eq!(kept.index, founded + 1, "the time of receipt stands before it");
    let kept = hall.one(early.clone(), "2026-11-22T09:00:01Z").unwrap();
    assert_eq!((kept.taken.position, kept.taken.party.as_deref()), (Some(3), Some("ARM")));
    assert_eq!(code(hall.one(early, "2026-11-22T09:00:02Z")), "L-KNOWN");
    let record = hall.office.ledger().record().unwrap();
    assert_eq!(record.history.recorded_on(3).to_string(), "2026-11-22");
    assert_eq!(record.history.acts.len(), 4);
}

#[test]
fn who_is_not_a_party_of_the_law_enrols_no_delegation() {
    let mut hall = Hall::open("memory:");
    let key = pair("league.example/XYZ", 3);
    assert_eq!(code(hall.enrol(&key, "XYZ", "2026-11-22T09:00:00Z")), "L-PARTY");
    assert_eq!(code(hall.enrol(&key, "KGZ", "2026-11-22T09:00:00Z")), "kept");
}

#[test]
fn a_genesis_names_no_delegation_that_the_law_does_not_declare() {
    let genesis = |party: &str| {
        let role = Role::Delegation { party: party.to_owned(), with_person: false };
        let (chief, office) = (pair("league.example/authority", 1), pair(ORIGIN, 2));
        let delegation = pair("league.example/seal", 3);
        let keys = vec![
            chief.enrolment(Role::Authority),
            office.enrolment(Role::Depositary),
            delegation.enrolment(role),
        ];
        let (organisation, rehearses) = ("league".to_owned(), None);
        let genesis = Genesis { organisation, language: 1, threshold: 1, keys, rehearses };
        let keys = [&chief.key, &office.key, &delegation.key];
        let mut ledger = Ledger::new(ORIGIN);
        let genesis = seal(ORIGIN, &Content::Genesis(genesis), &keys).unwrap();
        for (index, sealed) in (0..).zip(std::iter::once(genesis).chain(law(&office))) {
            let signers = ledger.signers(&sealed).unwrap();
            ledger.take(index, &sealed, &signers, None).unwrap();
        }
        ledger.live().map_err(|refused| refused.code)
    };
    assert_eq!(genesis("XYZ"), Err("L-PARTY"));
    assert_eq!(genesis("KGZ"), Ok(()));
}

/// The law of the league as its depositary enacts it.
fn law(office: &KeyPair) -> Vec<Sealed> {
    let files = files().into_iter().map(|file| Content::Enact {
        text: String::from_utf8(file.bytes).unwrap(),
        file: file.path,
        line: 1,
    });
    files.map(|content| seal(ORIGIN, &content, &[&office.key]).unwrap()).collect()
}

#[test]
fn a_delegation_speaks_for_its_own_state_and_records_no_organ() {
    let mut hall = Hall::open("memory:");
    let arm = pair("league.example/ARM", 3);
    hall.enrol(&arm, "ARM", "2026-11-22T09:00:00Z").unwrap();
    let foreign = hall.note("2026-11-22 notice of withdrawal from pact by BLR\n", &arm.key);
    assert_eq!(code(hall.one(foreign.clone(), "2026-11-22T09:01:00Z")), "L-CAPACITY");
    let end = hall.note("2026-11-22 expel ARM from league\n", &arm.key);
    assert_eq!(code(hall.one(end, "2026-11-22T09:01:00Z")), "L-CAPACITY");
    let early = "2026-11-22 notice of withdrawal from pact by ARM\n  received 2026-11-01\n";
    let note = hall.note(early, &arm.key);
    assert_eq!(code(hall.one(note, "2026-11-22T09:01:00Z")), "L-CAPACITY");
    let office = hall.note(
        "2026-11-22 notice of withdrawal from pact by BLR\n  received 2026-11-22\n",
        &pair(ORIGIN, 2).key,
    );
    assert_eq!(code(hall.one(office, "2026-11-22T09:01:00Z")), "kept");
}

#[test]
fn what_is_no_act_or_lies_ahead_is_told_and_leaves_nothing() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let now = "2026-11-22T09:00:00Z";
    let before = hall.office.ledger().record().unwrap().files.clone();
    let labels = hall.office.ledger().record().unwrap().history.labels.len();
    for (text, expected) in [
        ("2026-11-22 sing pact by ARM #one\n", "J-VERB"),
        ("2026-11-22 sign pact by ARX #one\n", "C-UNKNOWN"),
        ("2026-11-22 revoke #none by ARM\n", "J-LABEL"),
        ("2026-11-22 sign pact by ARM\n2026-11-22 sign pact by BLR\n", "L-ENTRY"),
        ("2026-11-22 assert ARM party pact\n", "L-ENTRY"),
        ("recorded 2026-11-22\n", "L-ENTRY"),
        ("received 2020-01-01T00:00:00Z\n2026-11-22 sign pact by ARM\n", "L-ENTRY"),
        ("2026-11-23 sign pact by ARM\n", "L-AHEAD"),
    ] {
        let act = hall.note(text, &key);
        assert_eq!(code(hall.one(act, now)), expected, "{text}");
    }
    let record = hall.office.ledger().record().unwrap();
    assert_eq!((record.history.acts.len(), record.history.labels.len()), (3, labels));
    assert_eq!(record.files, before);
    let act = hall.note("2026-11-22 sign pact by ARM #one\n", &key);
    assert_eq!(code(hall.one(act, now)), "kept");
}

#[test]
fn an_act_for_another_log_or_that_saw_another_history_is_turned_away() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let text = "2026-11-22 sign pact by ARM\n".to_owned();
    let seen = hall.seen();
    let elsewhere = Content::Act { text: text.clone(), seen };
    let elsewhere = seal("other.example/log", &elsewhere, &[&key]).unwrap();
    let now = "2026-11-22T09:00:00Z";
    assert_eq!(code(hall.one(elsewhere.print().into_bytes(), now)), "L-ORIGIN");
    let send = |hall: &mut Hall, seen| {
        let act = seal(ORIGIN, &Content::Act { text: text.clone(), seen }, &[&key]).unwrap();
        code(hall.one(act.print().into_bytes(), now))
    };
    let other = Seen { root: Digest::of(b"another history"), ..seen };
    assert_eq!(send(&mut hall, other), "L-SEEN");
    let ahead = Seen { size: seen.size + 1, ..seen };
    assert_eq!(send(&mut hall, ahead), "L-SEEN");
    assert_eq!(send(&mut hall, seen), "kept");
}

#[test]
fn one_company_of_acts_gets_one_answer_each_and_counts_in_order() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let good = hall.note("2026-11-22 deposit ratification of pact by KGZ #k\n", &key);
    let bad = hall.note("2026-11-22 deposit ratification of pact by QQQ\n", &key);
    let second = hall.note("2026-11-22 notice of withdrawal from pact by KGZ\n", &key);
    let company = [good.clone(), bad, second, b"noise".to_vec(), good];
    let size = hall.office.size();
    let answers = hall.office.receive(&company, at("2026-11-22T09:00:00Z")).unwrap();
    let codes: Vec<_> = answers.into_iter().map(code).collect();
    assert_eq!(codes, ["kept", "C-UNKNOWN", "kept", "L-FORM", "L-KNOWN"]);
    assert_eq!(hall.office.size(), size + 3, "two acts and the time of their receipt");
}

#[test]
fn a_clock_that_went_back_stops_the_office_and_loses_nothing() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let first = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &key);
    hall.one(first, "2026-11-22T09:00:00Z").unwrap();
    let second = hall.note("2026-11-22 notice of withdrawal from pact by KGZ\n", &key);
    let fault =
        hall.office.receive(std::slice::from_ref(&second), at("2026-11-22T08:59:59Z")).unwrap_err();
    assert!(matches!(fault, Fault::Clock { .. }), "{fault}");
    assert_eq!(code(hall.one(second, "2026-11-22T09:00:00Z")), "kept");
}

#[test]
fn a_clock_that_leaps_ahead_is_told_before_it_keeps_every_later_act_out() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let first = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &key);
    hall.one(first, "2026-11-22T09:00:00Z").unwrap();
    let second = hall.note("2026-11-22 notice of withdrawal from pact by KGZ\n", &key);
    let ahead = at("2036-11-22T09:00:00Z");
    let fault = hall.office.receive(std::slice::from_ref(&second), ahead).unwrap_err();
    assert!(matches!(fault, Fault::Leap { .. }), "{fault}");
    // Somebody looked at the clock, and it is right.
    hall.office.leap(Leaps::Taken);
    let answer = hall.office.receive(&[second], ahead).unwrap().remove(0);
    assert_eq!(code(answer), "kept");
}

#[test]
fn of_two_offices_the_one_whose_clock_is_behind_says_the_time_of_the_other() {
    let place = Place::new("clocks");
    let mut hall = Hall::open(&place.address());
    let mut other = Depositary::open(&place.address()).unwrap();
    other.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    let key = pair(ORIGIN, 2).key;
    let act = |party: &str| {
        let text = format!("2026-11-22 notice of withdrawal from pact by {party}\n");
        let seen = Seen { size: 0, root: Digest(servanda_tlog::Hash::empty().0) };
        let content = Content::Act { text, seen };
        seal(ORIGIN, &content, &[&key]).unwrap().print().into_bytes()
    };
    hall.one(act("ARM"), "2026-11-22T09:00:01Z").unwrap();
    let late = other.receive(&[act("BLR")], at("2026-11-22T09:00:00Z")).unwrap().remove(0).unwrap();
    assert_eq!(late.received, at("2026-11-22T09:00:01Z"));
    // A clock that is behind by hours, or that went back by itself, is told.
    for now in ["2026-11-22T07:59:59Z", "2026-11-22T08:59:59Z"] {
        let fault = other.receive(&[act("KGZ")], at(now)).unwrap_err();
        assert!(matches!(fault, Fault::Clock { .. }), "{fault}");
    }
    assert_eq!(code(hall.one(act("KGZ"), "2026-11-22T09:00:02Z")), "kept");
    assert!(servanda_depositary::examine(&place.address()).unwrap().conforms);
}

#[test]
fn an_act_dated_before_others_is_placed_where_it_belongs() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let later = hall.note("2026-11-20 notice of withdrawal from pact by ARM #note\n", &key);
    hall.one(later, "2026-11-22T09:00:00Z").unwrap();
    let late = hall.note("2020-04-01 deposit ratification of pact by KGZ\n", &key);
    let kept = hall.one(late, "2026-11-22T09:00:01Z").unwrap();
    assert_eq!(kept.taken.position, Some(4));
}

#[test]
fn a_time_of_receipt_is_not_sent() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let received = Content::Received { at: at("2026-11-22T08:00:00Z") };
    let received = seal(ORIGIN, &received, &[&key]).unwrap().print().into_bytes();
    assert_eq!(code(hall.one(received, "2026-11-22T09:00:00Z")), "L-ORDER");
    let note = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &key);
    assert_eq!(code(hall.one(note, "2026-11-22T09:00:00Z")), "kept");
}

#[test]
fn an_office_whose_key_ended_signs_nothing_more() {
    let mut hall = Hall::open("memory:");
    let office = pair(ORIGIN, 2);
    let next = Digest::of(b"a key to come");
    let old = Digest::of(&office.key.verifier().public_key().to_bytes());
    let rotate = Content::Rotate { old, key: office.next.verifier(), next };
    let rotate = seal(ORIGIN, &rotate, &[&office.key, &office.next]).unwrap();
    hall.one(rotate.print().into_bytes(), "2026-11-22T09:00:00Z").unwrap();
    let note = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &office.next);
    let later = at("2026-11-22T09:00:01Z");
    let fault = hall.office.receive(std::slice::from_ref(&note), later).unwrap_err();
    assert!(matches!(fault, Fault::Key { .. }), "{fault}");
    assert!(matches!(hall.office.checkpoint().unwrap_err(), Fault::Key { .. }));
    hall.office.sign_with(office.next, None).unwrap();
    assert_eq!(code(hall.one(note, "2026-11-22T09:00:01Z")), "kept");
}

#[test]
fn an_office_goes_on_with_the_key_that_was_fixed_to_come() {
    let mut hall = Hall::open("memory:");
    hall.office.sign_with_pair(pair(ORIGIN, 2), None).unwrap();
    let (office, next) = (pair(ORIGIN, 2), Digest::of(b"a key to come"));
    let old = Digest::of(&office.key.verifier().public_key().to_bytes());
    let rotate = Content::Rotate { old, key: office.next.verifier(), next };
    let rotate = seal(ORIGIN, &rotate, &[&office.key, &office.next]).unwrap();
    hall.one(rotate.print().into_bytes(), "2026-11-22T09:00:00Z").unwrap();
    let note = hall.note("2026-11-22 deposit ratification of pact by KGZ\n", &office.next);
    assert_eq!(code(hall.one(note, "2026-11-22T09:00:01Z")), "kept");
    let checkpoint = hall.office.checkpoint().unwrap();
    checkpoint.verify(&[office.next.verifier()]).unwrap();
    // Who starts with the file of before has the next key in it.
    hall.office.sign_with_pair(pair(ORIGIN, 2), None).unwrap();
    let fault = hall.office.sign_with(pair(ORIGIN, 2).key, None).unwrap_err();
    assert!(matches!(fault, Fault::Key { .. }), "{fault}");
}

#[test]
fn an_erased_document_does_not_come_back() {
    let mut hall = Hall::open("memory:");
    let key = pair(ORIGIN, 2).key;
    let commitment = Digest::of(b"salt and body");
    let document = |title: &str| Content::Document {
        commitment,
        bytes: 4,
        media: "text/plain".to_owned(),
        title: title.to_owned(),
        readers: Vec::new(),
    };
    let erase = Content::Erase { commitment, reason: "asked for".to_owned() };
    let mut send = |content: &Content, now: &str| {
        let act = seal(ORIGIN, content, &[&key]).unwrap().print().into_bytes();
        code(hall.one(act, now))
    };
    assert_eq!(send(&erase, "2026-11-22T09:00:00Z"), "L-DOCUMENT");
    assert_eq!(send(&document("One"), "2026-11-22T09:00:01Z"), "kept");
    assert_eq!(send(&document("Two"), "2026-11-22T09:00:02Z"), "L-DOCUMENT");
    assert_eq!(send(&erase, "2026-11-22T09:00:03Z"), "kept");
    assert_eq!(send(&document("Three"), "2026-11-22T09:00:04Z"), "L-DOCUMENT");
}
