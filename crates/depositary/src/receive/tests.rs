//! A store that stops answering in the middle of a company of acts, or does not say what it did.

use crate::depositary::Depositary;
use crate::founding::seal;
use crate::stopping::{ORIGIN, Stopping, found, over, pair, shared};
use servanda_seal::{Content, Digest, Seen};
use servanda_store::Fault;

/// Two statements, sealed for the log as it is.
fn company(office: &Depositary) -> [Vec<u8>; 2] {
    let head = office.head();
    let seen = Seen { size: head.size, root: Digest(head.root.0) };
    ["one", "two"].map(|what| {
        let text = format!("2026-11-22 statement by ARM\n  what \"{what}\"\n");
        let content = Content::Act { text, seen };
        seal(ORIGIN, &content, &[&pair(ORIGIN, 2).key]).unwrap().print().into_bytes()
    })
}

fn acts(office: &Depositary) -> Option<usize> {
    office.ledger().record().map(|record| record.history.acts.len())
}

#[test]
fn what_the_store_did_not_keep_is_not_in_the_state() {
    let mut office = over(Stopping::at_search(found("memory:").store, 1));
    let (head, company) = (office.head(), company(&office));
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    // The first act is judged and passes; at the second the store does not answer.
    office.receive(&company, now).unwrap_err();
    assert_eq!((acts(&office), office.head()), (Some(0), head));
    let answers = office.receive(&company, now).unwrap();
    let kept: Vec<_> = answers.into_iter().map(|answer| answer.unwrap().taken.position).collect();
    assert_eq!((kept, acts(&office)), (vec![Some(0), Some(1)], Some(2)));
}

#[test]
fn an_outcome_that_stays_uncertain_is_told_so_and_the_log_says_later_what_it_was() {
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    // The head cannot be read again: nobody is told that an act was kept, or that it was not.
    let mut one = over(Stopping::unsure(found("memory:").store, 1));
    let arrived = company(&one);
    let told = one.receive(&arrived, now).unwrap_err();
    assert!(matches!(told, crate::Fault::Store(Fault::Uncertain { .. })), "{told}");
    let answers = one.receive(&arrived, now).unwrap();
    let codes: Vec<_> = answers.into_iter().map(|answer| answer.unwrap_err().code).collect();
    assert_eq!((codes, acts(&one)), (vec!["L-KNOWN", "L-KNOWN"], Some(2)));
    // It can be read: the head says that they were kept.
    let mut other = over(Stopping::unsure(found("memory:").store, 0));
    let arrived = company(&other);
    let answers = other.receive(&arrived, now).unwrap();
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(acts(&other), Some(2));
}

#[test]
fn what_was_lost_while_another_office_kept_its_own_in_the_same_second_is_kept_after_it() {
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    let log = shared();
    let mut other = over(log.clone());
    let [ours, theirs] = company(&other);
    // Both say that same second first, in entries that have one id.
    let rival = move || other.receive(&[theirs], now).unwrap().remove(0).map(drop).unwrap();
    let mut one = over(Stopping::outrun(Box::new(log), rival));
    let before = one.size();
    let kept = one.receive(std::slice::from_ref(&ours), now).unwrap().remove(0).unwrap();
    assert_eq!((kept.index, one.size()), (before + 2, before + 3), "a time of receipt, and two");
    assert_eq!(one.entry(kept.index).unwrap(), Some(ours), "what is acknowledged is in the log");
}
