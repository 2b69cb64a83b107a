//! A store that stops answering in the middle of a company of acts.

use crate::depositary::Depositary;
use crate::founding::seal;
use crate::stopping::{ORIGIN, Stopping, found, over, pair};
use servanda_seal::{Content, Digest, Seen};

#[test]
fn what_the_store_did_not_keep_is_not_in_the_state() {
    let mut office = over(Stopping::at_search(found("memory:").store, 1));
    let head = office.head();
    let seen = Seen { size: head.size, root: Digest(head.root.0) };
    let act = |what: &str| {
        let text = format!("2026-11-22 statement by ARM\n  what \"{what}\"\n");
        let content = Content::Act { text, seen };
        seal(ORIGIN, &content, &[&pair(ORIGIN, 2).key]).unwrap().print().into_bytes()
    };
    let company = [act("one"), act("two")];
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    // The first act is judged and passes; at the second the store does not answer.
    office.receive(&company, now).unwrap_err();
    let acts = |office: &Depositary| office.ledger().record().unwrap().history.acts.len();
    assert_eq!((acts(&office), office.head()), (0, head));
    let answers = office.receive(&company, now).unwrap();
    let kept: Vec<_> = answers.into_iter().map(|answer| answer.unwrap().taken.position).collect();
    assert_eq!((kept, acts(&office)), (vec![Some(0), Some(1)], 2));
}
