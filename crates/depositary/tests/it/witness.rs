//! A witness from outside: it follows, cosigns, and says where its own judging differs.

use crate::hall::{Hall, ORIGIN, pair};
use crate::place::Place;
use crate::raw::{Raw, asked};
use servanda_depositary::{
    DIVERGENCE, Depositary, Fault, Followed, Mirror, Shelf, Unanswered, Witness, WitnessKeys,
    rebuild, seal,
};
use servanda_note::{CosignatureTime, CosignerKey, KeyName, Note, VerifierKey};
use servanda_seal::{Content, Digest, Enrolment, Seen};
use servanda_store::CheckpointLock;
use servanda_tlog::{Policy, Receipt, Tile, leaf_hash};

pub(crate) fn keys() -> WitnessKeys {
    let cosigner = |name: &str, seed| CosignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32]);
    WitnessKeys {
        consistent: cosigner("arm.example/witness/c", 21),
        conforming: cosigner("arm.example/witness/l", 22),
        divergence: pair("arm.example/witness/divergence", 23).key,
    }
}

pub(crate) fn time(seconds: u64) -> CosignatureTime {
    CosignatureTime::new(seconds).unwrap()
}

/// A witness with its mirror and its lock at a place.
pub(crate) fn began(
    place: &Place,
    trusted: Option<&VerifierKey>,
    source: &mut dyn FnMut(&str) -> Result<Vec<u8>, Unanswered>,
) -> Result<Witness, Fault> {
    let (address, path) = (place.mirror(), place.0.join("keys.signed"));
    let is_new = !path.exists();
    let (mirror, lock) = if is_new {
        let mirror = Witness::found_mirror(&address, trusted, source)?;
        (mirror, CheckpointLock::create(&path, ORIGIN).unwrap())
    } else {
        (Mirror::open(&address)?, CheckpointLock::open(&path, ORIGIN).unwrap())
    };
    Witness::over(mirror, keys(), lock, trusted.cloned())
}

/// Returns the names of the witness's keys that signed its latest checkpoint.
fn cosigned(witness: &mut Witness) -> Vec<String> {
    let note = witness.checkpoint().unwrap().unwrap();
    let note = Note::parse(note.as_bytes()).unwrap();
    let known = [keys().consistent.verifier(), keys().conforming.verifier()];
    let signed = note.verify(&known).unwrap();
    signed.iter().map(|by| by.key.name().to_string().replace("arm.example/witness", "")).collect()
}

pub(crate) fn notice(hall: &mut Hall, party: &str, second: u32) -> u64 {
    let text = format!("2026-11-22 notice of withdrawal from pact by {party}\n");
    let note = hall.note(&text, &pair(ORIGIN, 2).key);
    hall.one(note, &format!("2026-11-22T09:00:{second:02}Z")).unwrap().index
}

#[test]
fn a_log_grows_and_its_witness_follows_and_cosigns() {
    let place = Place::new("follows");
    let mut hall = Hall::open("memory:");
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    assert_eq!(witness.mirror().head().size, 0);
    for (round, party) in (1_u32..).zip(["ARM", "BLR"]) {
        let followed =
            witness.follow(&mut |path| asked(&mut hall.office, path), time(u64::from(round)));
        assert_eq!(followed.unwrap(), Followed::Mirrored);
        assert_eq!(witness.mirror().head(), hall.office.head());
        assert_eq!(cosigned(&mut witness), ["/c", "/l"]);
        notice(&mut hall, party, round);
    }
    let before = witness.checkpoint().unwrap();
    drop(witness);
    // Opened again it says the same, and goes on.
    let mut witness = began(&place, None, &mut |_| Err(Unanswered::Absent)).unwrap();
    assert_eq!(witness.checkpoint().unwrap(), before);
    witness.follow(&mut |path| asked(&mut hall.office, path), time(9)).unwrap();
    assert_eq!(witness.mirror().head(), hall.office.head());
    assert_eq!((witness.divergence().unwrap(), witness.split_views().unwrap().len()), (None, 0));
    for tile in Tile::partials(hall.office.size()) {
        let shown = Shelf::new(&place.mirror()).show(&tile.path()).unwrap();
        assert_eq!(shown, hall.office.tile(tile).unwrap());
    }
    assert_eq!(Shelf::new(&place.mirror()).show("tile/0/001").unwrap(), None);
}

#[test]
fn a_trusted_key_is_the_only_one_that_begins_a_mirror() {
    let place = Place::new("trusted");
    let mut hall = Hall::open("memory:");
    let other = pair(ORIGIN, 9).key.verifier();
    let refused = began(&place, Some(&other), &mut |path| asked(&mut hall.office, path));
    assert!(matches!(refused, Err(Fault::Unsigned(_))), "{refused:?}");
    let key = pair(ORIGIN, 2).key.verifier();
    began(&place, Some(&key), &mut |path| asked(&mut hall.office, path)).unwrap();
}

/// Follows an honest log with one notice, then a raw one, and returns the divergence.
fn diverges(name: &str, more: impl FnOnce(&mut Raw, &mut Hall)) -> (Vec<String>, String) {
    let place = Place::new(name);
    let mut hall = Hall::open("memory:");
    notice(&mut hall, "ARM", 1);
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let mut raw = Raw::of(&mut hall);
    more(&mut raw, &mut hall);
    witness.follow(&mut |path| raw.asked(path), time(2)).unwrap();
    assert_eq!(witness.mirror().head(), raw.head(), "what is consistent is mirrored");
    let (names, divergence) = (cosigned(&mut witness), witness.divergence().unwrap().unwrap());
    let views = witness.split_views().unwrap();
    drop(witness);
    let mut again = began(&place, None, &mut |path| raw.asked(path)).unwrap();
    assert_eq!(again.divergence().unwrap().as_ref(), Some(&divergence));
    assert_eq!(again.split_views().unwrap(), views);
    let note = Note::parse(divergence.as_bytes()).unwrap();
    note.verify(&[keys().divergence.verifier()]).unwrap();
    assert!(divergence.starts_with(&format!("{DIVERGENCE}\n{ORIGIN}\n")), "{divergence}");
    let views: Vec<&str> = views.iter().filter_map(|view| view.lines().nth(2)).collect();
    (names, format!("{}{}", divergence.lines().nth(2).unwrap(), views.concat()))
}

#[test]
fn an_act_that_the_door_refuses_is_a_divergence_with_its_article() {
    let (names, said) = diverges("refused", |raw, hall| {
        let text = "2026-11-22 appoint warden \"Ada Lind\" of KGZ by council\n";
        raw.push(hall.note(text, &pair(ORIGIN, 2).key));
    });
    assert_eq!(names, ["/c"]);
    let act = said.split('"').nth(3).unwrap().to_owned();
    let entry = said.split("\"entry\":").nth(1).unwrap().split(',').next().unwrap().to_owned();
    let expected = format!(
        "{{\"act\":\"{act}\",\"article\":\"pact.3\",\"code\":\"R-DEPARTS\",\"entry\":{entry},\
         \"log\":\"taken\",\"says\":\"the article asks for a citizen of a member; KGZ is none on \
         that day\",\"witness\":\"not taken\"}}"
    );
    assert_eq!(said, expected);
    let twin = |raw: &mut Raw, hall: &mut Hall| {
        let text = "2026-11-22 appoint warden \"Ada Lind\" of BLR by council\n";
        let act = hall.note(text, &pair(ORIGIN, 2).key);
        hall.one(act.clone(), "2026-11-22T09:00:01Z").unwrap();
        raw.push(act);
        // The twin conforms: only a second copy of it does not.
        raw.push(raw.entries.last().unwrap().clone());
    };
    let (_, said) = diverges("twin", twin);
    assert!(said.contains("\"L-KNOWN\""), "{said}");
}

#[test]
fn a_forged_entry_is_a_divergence() {
    let (names, said) = diverges("forged", |raw, hall| {
        let text = "2026-11-22 notice of withdrawal from pact by BLR\n";
        raw.push(hall.note(text, &pair(ORIGIN, 9).key));
    });
    assert_eq!(names, ["/c"]);
    assert!(said.contains("\"code\":\"L-KEYS\""), "{said}");
    let (_, said) = diverges("no-act", |raw, _| raw.push(b"no act at all".to_vec()));
    assert!(said.contains("\"code\":\"L-FORM\""), "{said}");
}

#[test]
fn an_act_whose_signer_saw_another_log_is_kept_as_a_split_view() {
    let (_, said) = diverges("seen", |raw, hall| {
        let seen = Seen { size: hall.seen().size - 1, root: Digest([9; 32]) };
        let text = "2026-11-22 notice of withdrawal from pact by BLR\n".to_owned();
        let act = seal(ORIGIN, &Content::Act { text, seen }, &[&pair(ORIGIN, 2).key]).unwrap();
        raw.push(act.print().into_bytes());
    });
    assert!(said.contains("\"code\":\"L-SEEN\""), "{said}");
    assert!(said.contains("\"how\":\"seen\""), "{said}");
}

#[test]
fn a_history_that_was_rewritten_shortened_or_withheld_is_not_cosigned() {
    let place = Place::new("rewritten");
    let mut hall = Hall::open("memory:");
    let middle = notice(&mut hall, "ARM", 1);
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let (before, honest) = (witness.checkpoint().unwrap(), Raw::of(&mut hall));
    let at = usize::try_from(middle).unwrap();
    let text = "2026-11-22 notice of withdrawal from pact by KGZ\n";
    let other = hall.note(text, &pair(ORIGIN, 2).key);
    let mut same_size = honest.clone();
    same_size.entries[at] = other.clone();
    let mut longer = same_size.clone();
    longer.push(other.clone());
    let mut dropped = honest.clone();
    dropped.entries.remove(at - 1);
    dropped.push(other.clone());
    let mut shorter = same_size.clone();
    shorter.entries.swap(at - 1, at);
    shorter.size = at;
    for (count, (raw, entry)) in (1_usize..).zip([
        (&same_size, middle),
        (&longer, middle),
        (&dropped, middle - 1),
        (&shorter, middle - 1),
    ]) {
        let followed = witness.follow(&mut |path| raw.asked(path), time(2)).unwrap();
        assert_eq!(followed, Followed::Split(Some(entry)));
        let views = witness.split_views().unwrap();
        assert_eq!(views.len(), count, "each is kept");
        assert!(views[count - 1].contains("\"mirrored\":\"league.example/log\\n"), "{views:?}");
        witness.follow(&mut |path| raw.asked(path), time(2)).unwrap();
        assert_eq!(witness.split_views().unwrap().len(), count, "and once");
    }
    let mut earlier = honest.clone();
    earlier.size = at;
    let followed = witness.follow(&mut |path| earlier.asked(path), time(3)).unwrap();
    assert_eq!(followed, Followed::Behind);
    // A bundle that lacks an entry, or holds another than was signed, leads nowhere.
    let mut grown = honest.clone();
    grown.push(other);
    let mut lies = grown.clone();
    *lies.entries.last_mut().unwrap() = b"other".to_vec();
    for path_of in ["tile/entries", "tile/0"] {
        let followed = witness.follow(
            &mut |path| {
                if path.starts_with(path_of) { lies.asked(path) } else { grown.asked(path) }
            },
            time(4),
        );
        assert!(matches!(followed, Err(Fault::Withheld { .. })), "{followed:?}");
    }
    let without = |path: &str| match path.starts_with("tile/entries") {
        true => Err(Unanswered::Absent),
        false => grown.asked(path),
    };
    let followed = witness.follow(&mut { without }, time(4));
    assert!(matches!(followed, Err(Fault::Unanswered { .. })), "{followed:?}");
    assert_eq!(witness.checkpoint().unwrap(), before, "nothing of it was cosigned");
    witness.follow(&mut |path| grown.asked(path), time(5)).unwrap();
    assert_eq!(cosigned(&mut witness), ["/c", "/l"]);
}

#[test]
fn a_key_that_was_rotated_is_followed() {
    let place = Place::new("rotated");
    let mut hall = Hall::open("memory:");
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let (old, after) = (pair(ORIGIN, 2), pair(ORIGIN, 77));
    let digest =
        |key: &servanda_note::SignerKey| Digest::of(&key.verifier().public_key().to_bytes());
    let rotate = Content::Rotate {
        old: digest(&old.key),
        key: old.next.verifier(),
        next: digest(&after.key),
    };
    let act = seal(ORIGIN, &rotate, &[&old.key, &old.next]).unwrap();
    hall.one(act.print().into_bytes(), "2026-11-22T09:00:01Z").unwrap();
    hall.office.sign_with(pair(ORIGIN, 2).next, None).unwrap();
    let followed = witness.follow(&mut |path| asked(&mut hall.office, path), time(2)).unwrap();
    assert_eq!(followed, Followed::Mirrored);
    // A witness that begins now knows the genesis alone, and finds the rotation.
    let late = Place::new("rotated-late");
    let mut late = began(&late, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    late.follow(&mut |path| asked(&mut hall.office, path), time(3)).unwrap();
    assert_eq!(cosigned(&mut late), ["/c", "/l"]);
    // The key that went signs no checkpoint any more.
    let mut raw = Raw::of(&mut hall);
    raw.push(b"more".to_vec());
    let followed = late.follow(&mut |path| raw.asked(path), time(4));
    assert!(matches!(followed, Err(Fault::Unsigned(_))), "{followed:?}");
}

#[test]
fn a_log_rebuilt_from_its_witness_is_the_same_byte_for_byte() {
    let (place, new) = (Place::new("rebuilt"), Place::new("rebuilt-new"));
    let mut hall = Hall::open(&place.address());
    for second in 1..4 {
        hall.enrol(
            &pair("league.example/ARM", 30 + second),
            "ARM",
            &format!("2026-11-22T09:00:0{second}Z"),
        )
        .unwrap();
    }
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    drop(witness);
    let mirror = place.mirror();
    let mut shelf = Shelf::new(&mirror);
    let mut source = |path: &str| shelf.show(path).unwrap().ok_or(Unanswered::Absent);
    let rebuilt = rebuild(&new.address(), None, &mut source).unwrap();
    assert_eq!((rebuilt.head, rebuilt.departure), (hall.office.head(), None));
    let mut again = Depositary::open(&new.address()).unwrap();
    for index in 0..hall.office.size() {
        assert_eq!(again.entry(index).unwrap(), hall.office.entry(index).unwrap());
    }
    let lock = CheckpointLock::create(&new.0.join("lock"), ORIGIN).unwrap();
    again.sign_with(pair(ORIGIN, 2).key, Some(lock)).unwrap();
    assert_eq!(again.checkpoint().unwrap().text(), hall.office.checkpoint().unwrap().text());
    assert!(servanda_depositary::examine(&new.address()).unwrap().conforms);
}

#[test]
fn a_receipt_carries_cosignatures_and_holds_under_a_quorum() {
    let place = Place::new("quorum");
    let mut hall = Hall::open("memory:");
    for (second, key) in (1..).zip([keys().consistent.verifier(), keys().conforming.verifier()]) {
        let content = Content::Enrol(Enrolment::of_witness("ARM".to_owned(), key));
        let act = seal(ORIGIN, &content, &[&hall.chief.key]).unwrap();
        hall.one(act.print().into_bytes(), &format!("2026-11-22T09:00:0{second}Z")).unwrap();
    }
    let index = notice(&mut hall, "ARM", 5);
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let note = hall.office.checkpoint().unwrap();
    assert_eq!(hall.office.seen(&note).unwrap().to_string(), "seen by 0 of 1 members");
    let request = hall.office.add_checkpoint(hall.office.size()).unwrap().unwrap();
    let source = &mut |path: &str| asked(&mut hall.office, path);
    let reply = witness.add_checkpoint(request.print().as_bytes(), source, time(7)).unwrap();
    assert_eq!(reply.status, 200);
    let lines = servanda_note::SignatureLine::parse_all(&reply.body).unwrap();
    assert_eq!(hall.office.keep_cosignatures(&note, &lines).unwrap(), 2);
    assert_eq!(hall.office.keep_cosignatures(&note, &lines).unwrap(), 2, "once more is the same");
    let receipt = hall.office.receipt(index).unwrap().unwrap();
    assert_eq!(receipt.note().signatures().len(), 3);
    let seen = hall.office.seen(receipt.note()).unwrap();
    assert_eq!(seen.to_string(), "seen by 1 of 1 members, found to conform by 1");
    let known = vec![keys().consistent.verifier(), keys().conforming.verifier()];
    let log = vec![pair(ORIGIN, 2).key.verifier()];
    let policy = Policy::new(ORIGIN, log, known, 2).unwrap();
    let leaf = leaf_hash(&hall.office.entry(index).unwrap().unwrap());
    let read = Receipt::parse(receipt.print().as_bytes()).unwrap();
    assert_eq!(read.verify(leaf, &policy).unwrap().witnesses.len(), 2);
}
