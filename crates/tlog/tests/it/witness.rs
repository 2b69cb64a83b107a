//! What a witness answers, case by case of c2sp.org/tlog-witness.

use crate::grown::Grown;
use crate::{log_key, oracle, signed, witness_key};
use servanda_note::Note;
use servanda_tlog::{
    AddCheckpoint, Answer, CheckpointFlaw, Followed, Hash, Plan, RequestFlaw, TreeHead, origin_hash,
};

fn proof(old: u64, new: u64) -> Vec<Hash> {
    Grown::new(new).fold(&Plan::consistency(old, new).unwrap())
}

fn head(size: u64) -> TreeHead {
    oracle::head(&oracle::leaves(size))
}

fn request(old: u64, proof: Vec<Hash>, note: Note) -> AddCheckpoint {
    AddCheckpoint::new(old, proof, note).unwrap()
}

/// Asks a witness that saw the head of a size last.
fn answer(request: &AddCheckpoint, latest: Option<u64>) -> Answer {
    let keys = [log_key().verifier()];
    request.answer(Some(Followed { keys: &keys, latest: latest.map(head) }))
}

#[test]
fn a_checkpoint_that_goes_on_is_cosigned() {
    for (old, new) in [(0, 0), (0, 5), (5, 5), (5, 8), (8, 13)] {
        let asked = request(old, proof(old, new), signed(head(new), &[]));
        let answered = answer(&asked, (old > 0).then_some(old));
        assert_eq!((answered.status(), answered), (200, Answer::Cosign(head(new))));
    }
    // Never cosigned and cosigned while empty are the same.
    assert_eq!(answer(&request(0, Vec::new(), signed(head(3), &[])), Some(0)).status(), 200);
}

#[test]
fn each_refusal_has_its_status() {
    let good = signed(head(8), &[]);
    let asked = request(5, proof(5, 8), good.clone());
    assert_eq!(asked.answer(None).status(), 404);
    let strangers = [witness_key(9).verifier()];
    let stranger = asked.answer(Some(Followed { keys: &strangers, latest: Some(head(5)) }));
    assert_eq!(stranger.status(), 403);
    let spoiled = good.clone().with(vec![log_key().sign("another text\n")]).unwrap();
    assert_eq!(answer(&request(5, proof(5, 8), spoiled), Some(5)).status(), 403);
    assert_eq!(answer(&request(9, Vec::new(), good.clone()), Some(9)).status(), 400);
    for latest in [None, Some(4), Some(8)] {
        let conflict = answer(&asked, latest);
        assert_eq!(conflict.status(), 409);
        assert_eq!(conflict.content_type(), "text/x.tlog.size");
        assert_eq!(conflict.body(), format!("{}\n", latest.unwrap_or(0)));
    }
    let other_root = TreeHead { size: 5, root: head(6).root };
    let cases = [
        (request(5, proof(4, 8), good.clone()), Some(5)),
        (request(5, Vec::new(), good.clone()), Some(5)),
        (request(0, proof(5, 8), good), None),
        (request(5, Vec::new(), signed(other_root, &[])), Some(5)),
        (request(0, Vec::new(), signed(TreeHead { size: 0, root: head(1).root }, &[])), None),
    ];
    for (asked, latest) in cases {
        let answered = answer(&asked, latest);
        assert_eq!(answered.status(), 422, "{answered:?}");
        assert!(!answered.body().is_empty());
    }
}

#[test]
fn a_request_is_read_as_it_was_printed() {
    let asked = request(5, proof(5, 8), signed(head(8), &[2]));
    assert_eq!(AddCheckpoint::parse(asked.print().as_bytes()), Ok(asked.clone()));
    let first = request(0, Vec::new(), signed(head(8), &[]));
    assert!(first.print().starts_with("old 0\n\nlog.example/a\n8\n"));
    assert_eq!(AddCheckpoint::parse(first.print().as_bytes()), Ok(first.clone()));
}

#[test]
fn each_departure_from_the_form_has_its_line() {
    let hash = Hash::empty().print();
    let lines = |count: usize| format!("old 0\n{}", format!("{hash}\n").repeat(count));
    let cases = [
        ("old 0", "old 00", RequestFlaw::Old),
        ("old 0", "old", RequestFlaw::Old),
        ("old 0", "old -0", RequestFlaw::Old),
        ("old 0\n", "old 0\r\n", RequestFlaw::Old),
        ("old 0\n", "old 0\nx\n", RequestFlaw::Hash(2)),
        ("old 0\n", &lines(64), RequestFlaw::Many(65)),
        ("\n8\n", "\n08\n", CheckpointFlaw::Size.into()),
    ];
    let good = request(0, Vec::new(), signed(head(8), &[])).print();
    for (from, to, flaw) in cases {
        let text = good.replacen(from, to, 1);
        assert_eq!(AddCheckpoint::parse(text.as_bytes()), Err(flaw), "{from:?} as {to:?}");
    }
    let most = AddCheckpoint::parse(good.replacen("old 0\n", &lines(63), 1).as_bytes());
    assert!(most.is_ok_and(|asked| asked.old() == 0));
    assert_eq!(AddCheckpoint::parse(b"old \xff"), Err(RequestFlaw::Utf8));
    assert_eq!(AddCheckpoint::parse(b"old 0\n"), Err(RequestFlaw::NoGap));
    let spoiled = good.replacen("—", "-", 1);
    assert!(matches!(AddCheckpoint::parse(spoiled.as_bytes()), Err(RequestFlaw::Note(_))));
}

#[test]
fn no_damaged_request_is_cosigned() {
    let asked = request(5, proof(5, 8), signed(head(8), &[2]));
    let bytes = asked.print().into_bytes();
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        if let Ok(read) = AddCheckpoint::parse(&damaged) {
            assert_eq!(read.print().into_bytes(), damaged);
            // The signature of the witness on it is not looked at.
            let is_cosignature = read.checkpoint() == asked.checkpoint()
                && read.note().signatures()[0] == asked.note().signatures()[0];
            let is_cosigned = answer(&read, Some(5)).status() == 200;
            assert!(!is_cosigned || is_cosignature, "bit {bit} is not missed");
        }
    }
}

#[test]
fn an_origin_is_found_by_its_hash() {
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(origin_hash("abc"), known);
}
