//! A log with every kind of entry and copies of it with one place changed: `examine` names the
//! entry. With `SERVANDA_VERIFIER` set to a directory all of them are written there, with what was
//! found, for the other verifier to find the same.

use crate::copies::{Copies, Place};
use crate::hall::{Hall, ORIGIN, pair};
use servanda_depositary::{Depositary, Founding, KeyPair, examine, seal};
use servanda_journal::RecordFile;
use servanda_note::{CosignerKey, KeyName, SignerKey};
use servanda_seal::{Content, Digest, Enrolment, Role};
use servanda_store::Body;
use servanda_tlog::{Bundle, Tile};
use std::fs;
use std::path::Path;

/// Hands acts in, each a minute after the one before.
struct Desk<'h> {
    hall: &'h mut Hall,
    minute: u8,
}

impl Desk<'_> {
    fn take(&mut self, content: &Content, keys: &[&SignerKey]) -> u64 {
        let act = seal(ORIGIN, content, keys).unwrap().print().into_bytes();
        self.minute += 1;
        let now = format!("2026-11-22T09:{:02}:00Z", self.minute);
        self.hall.one(act, &now).unwrap().index
    }

    fn act(&mut self, text: &str, keys: &[&SignerKey]) -> u64 {
        let content = Content::Act { text: text.to_owned(), seen: self.hall.seen() };
        self.take(&content, keys)
    }

    fn rotate(&mut self, pair: &KeyPair, after: u8) {
        let next = Digest::of(&[after]);
        let content = Content::Rotate { old: digest(&pair.key), key: pair.next.verifier(), next };
        self.take(&content, &[&pair.key, &pair.next]);
    }
}

fn digest(key: &SignerKey) -> Digest {
    Digest::of(&key.verifier().public_key().to_bytes())
}

const SALT: [u8; 32] = [7; 32];
const BODY: &[u8] = b"the protocol of the meeting";
const GONE: &[u8] = b"a list of persons";

fn document(body: &[u8], title: &str) -> Content {
    Content::Document {
        commitment: Digest::salted(&SALT, body),
        bytes: u64::try_from(body.len()).unwrap(),
        media: "text/plain".to_owned(),
        title: title.to_owned(),
        readers: vec!["league".to_owned()],
    }
}

/// Fills a log with every kind of entry; returns the index of an act that a delegation sent.
pub(crate) fn fill(hall: &mut Hall, address: &str) -> u64 {
    let (chief, office) = (pair("league.example/authority", 1).key, pair(ORIGIN, 2));
    let (arm, envoy) = (pair("league.example/ARM", 3), pair("league.example/ARM/envoy", 4));
    let blr = pair("league.example/BLR", 5);
    let mut desk = Desk { hall, minute: 0 };
    let party = || "ARM".to_owned();
    let role = Role::Delegation { party: party(), with_person: true };
    desk.take(&Content::Enrol(arm.enrolment(role)), &[&chief]);
    let role = Role::Person { party: party() };
    desk.take(&Content::Enrol(envoy.enrolment(role)), &[&chief]);
    let role = Role::Delegation { party: "BLR".to_owned(), with_person: false };
    desk.take(&Content::Enrol(blr.enrolment(role)), &[&chief]);
    let witness = KeyName::parse("league.example/ARM/witness/l").unwrap();
    let witness = CosignerKey::new(witness, &[6; 32]).verifier();
    desk.take(&Content::Enrol(Enrolment::of_witness(party(), witness)), &[&chief]);
    let note = "2026-11-22 notice of withdrawal from pact by ARM #note\n";
    let sent = desk.act(note, &[&envoy.key, &arm.key]);
    desk.rotate(&arm, 99);
    desk.act("2026-11-22 revoke #note by ARM\n", &[&envoy.key, &arm.next]);
    desk.act("2026-11-22 notice of withdrawal from pact by BLR\n", &[&blr.key]);
    desk.act("2026-11-22 deposit ratification of pact by KGZ\n", &[&office.key]);
    desk.take(&document(BODY, "Protocol \u{1f} \"é\" \\ 文"), &[&office.key]);
    desk.take(&document(GONE, "List"), &[&office.key]);
    let commitment = Digest::salted(&SALT, GONE);
    let reason = "asked for by those named".to_owned();
    desk.take(&Content::Erase { commitment, reason }, &[&office.key]);
    let reason = "the key was lost".to_owned();
    let revoke = Content::Revoke { key: digest(&blr.key), from: sent, reason: reason.clone() };
    desk.take(&revoke, &[&chief]);
    // One that was rotated before; what it signed until then is contested.
    let revoke = Content::Revoke { key: digest(&arm.key), from: sent, reason };
    desk.take(&revoke, &[&chief]);
    desk.rotate(&office, 98);
    desk.hall.office.sign_with(pair(ORIGIN, 2).next, None).unwrap();
    desk.act("2026-11-22 notice of withdrawal from pact by KGZ\n", &[&office.next]);
    let body = Body { salt: SALT.to_vec(), bytes: BODY.to_vec() };
    let mut store = servanda_store::open(address).unwrap();
    store.keep_body(&Digest::salted(&SALT, BODY).0, &body).unwrap();
    sent
}

/// Writes a log as tiles, as it would be served.
fn publish(office: &mut Depositary, directory: &Path) {
    let save = |path: &str, bytes: Vec<u8>| {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    save("checkpoint", office.checkpoint().unwrap().print().into_bytes());
    let size = office.size();
    for tile in servanda_tlog::tiles_between(0, size) {
        save(&tile.path(), office.tile(tile).unwrap().unwrap());
    }
    for bundle in servanda_tlog::bundles_between(0, size) {
        save(&bundle.path(), office.bundle(bundle).unwrap().unwrap());
    }
}

#[test]
fn a_changed_place_is_named_by_its_entry() {
    let place = Place::new("verifier");
    let address = place.address("sound.db");
    let mut hall = Hall::open(&address);
    let sent = fill(&mut hall, &address);
    let before = hall.office.checkpoint().unwrap();
    publish(&mut hall.office, &place.path("tiles"));
    let found = examine(&address).unwrap();
    assert!(found.conforms, "{found:?}");
    let mut copies = Copies::of(place, &address);
    copies.holds("sound.db");
    copies.holds("tiles");
    copies.each_field();
    copies.order();
    copies.disk(&before);
    copies.tiles(sent);
    let receipt = hall.office.receipt(sent).unwrap().unwrap();
    let act = hall.office.entry(sent).unwrap().unwrap();
    copies.receipts(&receipt, &act, &pair(ORIGIN, 2).next.verifier().print());
    copies.end();
}

/// A log with full tiles of two levels, and a part of each.
#[test]
fn a_log_of_several_tiles_is_published() {
    let place = Place::new("published");
    let address = place.address("many.db");
    let entry = |n: u16| format!("2020-01-02 statement by ARM\n  what \"{n}\"\n\n");
    let mut files = crate::hall::files();
    let text: String = (0..270).map(entry).collect();
    let journal = format!("journal league\n  recorded on the day done\n\n{text}");
    files.push(RecordFile { path: "more.journal".to_owned(), bytes: journal.into_bytes() });
    let founding = Founding {
        origin: ORIGIN,
        organisation: "league",
        authority: &[pair("league.example/authority", 1)],
        threshold: 1,
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    let mut office = Depositary::create(&address, &founding, &files).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    publish(&mut office, &place.path("many"));
    assert!(examine(&address).unwrap().conforms);
    assert!(office.tile(Tile::new(1, 0, 1).unwrap()).unwrap().is_some());
    assert!(office.bundle(Bundle::new(1, 20).unwrap()).unwrap().is_some());
    let mut copies = Copies::of(place, &address);
    copies.holds("many.db");
    copies.holds("many");
    copies.end();
}

/// What a page for strangers says of refusals is what the program says.
#[test]
fn the_page_lists_every_code() {
    let page = include_str!("../../../../docs/formats/log.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `L-")).collect();
    let row = |(code, meaning): &(&str, &str)| format!("| `{code}` | {meaning} |");
    let expected: Vec<String> = servanda_depositary::Refused::CODES.iter().map(row).collect();
    assert_eq!(rows, expected);
}
