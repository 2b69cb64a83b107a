//! Founding a log, and opening one that is there.

use crate::bed::{everywhere, identity, told};
use servanda_store::{Identity, found, open};

#[test]
fn a_log_is_what_it_was_founded_as() {
    everywhere(|bed| {
        assert_eq!(bed.open().identity().unwrap(), identity());
    });
}

#[test]
fn an_origin_is_one_line() {
    for origin in ["", "two\nlines"] {
        let identity = Identity { origin: origin.to_owned(), ..identity() };
        let expected = "this cannot be kept: an origin is one line of text, and not empty";
        assert_eq!(told(found("memory:", &identity)), expected);
    }
}

#[test]
fn a_log_that_was_never_founded_is_not_opened() {
    assert_eq!(told(open("memory:")), "no log is at `memory:`");
}
