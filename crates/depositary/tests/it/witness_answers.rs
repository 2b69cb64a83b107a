//! What a witness answers to `add-checkpoint`, status by status.

use crate::hall::{Hall, ORIGIN, pair};
use crate::place::Place;
use crate::raw::{Raw, asked};
use crate::witness::{began, time};
use servanda_depositary::{Fault, Unanswered, Witness};
use servanda_note::{Note, SignatureLine};
use servanda_tlog::Checkpoint;

struct Stage {
    _place: Place,
    witness: Witness,
    log: Raw,
    old: u64,
}

/// A witness that cosigned a log, and the log two entries later.
fn stage(name: &str) -> Stage {
    let place = Place::new(name);
    let mut hall = Hall::open("memory:");
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let old = hall.office.size();
    hall.enrol(&pair("league.example/ARM", 3), "ARM", "2026-11-22T09:00:00Z").unwrap();
    let log = Raw::of(&mut hall);
    Stage { _place: place, witness, log, old }
}

impl Stage {
    fn ask(&mut self, request: &[u8]) -> (u16, &'static str, String) {
        let log = &self.log;
        let reply = self.witness.add_checkpoint(request, &mut |path| log.asked(path), time(2));
        let reply = reply.unwrap();
        (reply.status, reply.content_type, reply.body)
    }
}

#[test]
fn each_status_is_answered_as_specified() {
    let mut stage = stage("statuses");
    let old = stage.old;
    let log = stage.log.clone();
    assert_eq!(stage.ask(b"old one\n").0, 400);
    let mut foreign = Checkpoint::new("other.example/log", log.head()).unwrap().print();
    let line = pair(ORIGIN, 2).key.sign(&foreign);
    let foreign = Note::new(std::mem::take(&mut foreign), vec![line]).unwrap();
    assert_eq!(stage.ask(&log.request(old, foreign)).0, 404);
    let unsigned = log.note_by(&pair(ORIGIN, 9).key);
    assert_eq!(stage.ask(&log.request(old, unsigned)).0, 403);
    let larger = stage.ask(&log.request(old + 9, log.note()));
    assert_eq!(larger.0, 400);
    let conflict = stage.ask(&log.request(old - 1, log.note()));
    assert_eq!(conflict, (409, "text/x.tlog.size", format!("{old}\n")));
    let mut other = log.clone();
    other.entries[1] = b"another history".to_vec();
    assert_eq!(stage.ask(&other.request(old, other.note())).0, 422);
    assert_eq!(stage.witness.split_views().unwrap().len(), 0, "a proof may be anybody's");
    other.entries.truncate(usize::try_from(old).unwrap());
    other.size = other.entries.len();
    assert_eq!(stage.ask(&other.request(old, other.note())).0, 422);
    assert_eq!(stage.witness.split_views().unwrap().len(), 1, "two roots of one size are not");
    let request = log.request(old, log.note());
    let (status, _, body) = stage.ask(&request);
    assert_eq!((status, SignatureLine::parse_all(&body).unwrap().len()), (200, 2));
    assert_eq!(stage.witness.mirror().head(), log.head());
    // Of two requests that expect the same size one moves the head, and the other is told.
    let size = log.head().size;
    assert_eq!(stage.ask(&request), (409, "text/x.tlog.size", format!("{size}\n")));
    assert_eq!(stage.ask(&log.request(size, log.note())).0, 200);
}

#[test]
fn what_cannot_be_mirrored_is_not_cosigned() {
    let mut stage = stage("not-mirrored");
    let request = stage.log.request(stage.old, stage.log.note());
    let before = stage.witness.checkpoint().unwrap();
    let absent = &mut |_: &str| Err(Unanswered::Failed("nobody is there".to_owned()));
    let answer = stage.witness.add_checkpoint(&request, absent, time(2));
    assert!(matches!(answer, Err(Fault::Unanswered { .. })), "{answer:?}");
    assert_eq!(stage.witness.checkpoint().unwrap(), before);
    assert_eq!(stage.ask(&request).0, 200);
}
