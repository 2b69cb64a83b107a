//! What a witness keeps of two histories proves them to whoever has the log's key, and to nobody
//! with another; what is of one history proves nothing.

use crate::hall::{Hall, ORIGIN, pair};
use crate::place::Place;
use crate::raw::{Raw, asked};
use crate::witness::{began, keys, notice, time};
use servanda_depositary::{Followed, NoEvidence, SPLIT_VIEW, TwoHistories, two_histories};
use servanda_note::{Note, VerifierKey};
use servanda_seal::Digest;
use servanda_tlog::{ProofFlaw, TreeHead};

fn key() -> VerifierKey {
    pair(ORIGIN, 2).key.verifier()
}

fn told(paper: &str) -> Result<TwoHistories, NoEvidence> {
    two_histories(paper.as_bytes(), &[key()])
}

/// Shows a witness of a log another history of it, and returns the head that it mirrored, the head
/// of the other history, and the paper that it keeps.
fn shown(name: &str, other: impl FnOnce(&mut Raw, Vec<u8>)) -> (TreeHead, TreeHead, String) {
    let place = Place::new(name);
    let mut hall = Hall::open("memory:");
    notice(&mut hall, "ARM", 1);
    let mut witness = began(&place, None, &mut |path| asked(&mut hall.office, path)).unwrap();
    witness.follow(&mut |path| asked(&mut hall.office, path), time(1)).unwrap();
    let mut raw = Raw::of(&mut hall);
    let text = "2026-11-22 notice of withdrawal from pact by KGZ\n";
    other(&mut raw, hall.note(text, &pair(ORIGIN, 2).key));
    let followed = witness.follow(&mut |path| raw.asked(path), time(2)).unwrap();
    assert!(matches!(followed, Followed::Split(_)), "{followed:?}");
    let mut views = witness.split_views().unwrap();
    assert_eq!(views.len(), 1);
    (hall.office.head(), raw.head(), views.remove(0))
}

/// Changes the digit that stands behind a word.
fn changed(paper: &str, word: &str) -> String {
    let (before, rest) = paper.split_once(word).unwrap();
    let digit = if rest.starts_with('0') { '1' } else { '0' };
    let behind: String = rest.chars().skip(1).collect();
    format!("{before}{word}{digit}{behind}")
}

fn proves(heads: (TreeHead, TreeHead), paper: &str) {
    let found = told(paper).unwrap();
    assert_eq!((found.shorter, found.longer), heads);
    assert_ne!(found.then, found.shorter.root);
    let stranger = two_histories(paper.as_bytes(), &[pair(ORIGIN, 9).key.verifier()]);
    assert!(matches!(stranger, Err(NoEvidence::Unsigned(_))), "{stranger:?}");
    for word in ["\"then\":\"", "\"proof\":[\""] {
        let refused = told(&changed(paper, word));
        assert!(matches!(refused, Err(NoEvidence::Proof(_))), "{word}: {refused:?}");
    }
    let without = paper.replace("\"then\":\"", "\"than\":\"");
    assert!(matches!(told(&without), Err(NoEvidence::Form(_))));
}

#[test]
fn a_longer_history_that_began_otherwise_is_proven() {
    let (ours, theirs, paper) = shown("split-longer", |raw, act| {
        *raw.entries.last_mut().unwrap() = act.clone();
        raw.push(act);
    });
    proves((ours, theirs), &paper);
}

#[test]
fn a_shorter_history_is_proven_by_what_was_mirrored() {
    let (ours, theirs, paper) = shown("split-shorter", |raw, _| {
        raw.size -= 2;
        raw.entries.swap(raw.size - 2, raw.size - 1);
    });
    proves((theirs, ours), &paper);
}

#[test]
fn two_roots_of_one_size_need_no_proof() {
    let (ours, theirs, paper) = shown("split-same", |raw, act| {
        *raw.entries.last_mut().unwrap() = act;
    });
    assert!(!paper.contains("\"then\""), "{paper}");
    let found = told(&paper).unwrap();
    assert_eq!((found.shorter, found.longer, found.then), (ours, theirs, theirs.root));
}

/// A paper that says of two sizes of one honest log what it wants.
#[test]
fn checkpoints_of_one_history_are_no_evidence() {
    let mut hall = Hall::open("memory:");
    let before = Raw::of(&mut hall);
    notice(&mut hall, "ARM", 1);
    let after = Raw::of(&mut hall);
    let (old, new) = (before.head(), after.head());
    let proof = after.proof(old.size);
    let proof: Vec<String> = proof.iter().map(|hash| format!("\"{}\"", Digest(hash.0))).collect();
    let quoted = |note: Note| note.print().replace('\n', "\\n");
    let says = |how: &str, then: Digest| {
        let (mirrored, shown) = (quoted(before.note()), quoted(after.note()));
        let line = format!(
            "{{\"how\":\"{how}\",\"mirrored\":\"{mirrored}\",\"proof\":[{}],\
             \"shown\":\"{shown}\",\"then\":\"{then}\"}}",
            proof.join(",")
        );
        let text = format!("{SPLIT_VIEW}\n{ORIGIN}\n{line}\n");
        let line = keys().divergence.sign(&text);
        told(&Note::new(text, vec![line]).unwrap().print())
    };
    assert_eq!(says("checkpoint", Digest(old.root.0)), Err(NoEvidence::One));
    let refused = says("checkpoint", Digest(new.root.0));
    assert_eq!(refused, Err(NoEvidence::Proof(ProofFlaw::OldRoot)));
    assert_eq!(says("seen", Digest(old.root.0)), Err(NoEvidence::Seen));
}
