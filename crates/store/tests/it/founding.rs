//! Founding a log, and opening one that is there.

use crate::bed::{Directory, everywhere, identity, told};
use servanda_store::{Identity, found, open};
use std::os::unix::fs::PermissionsExt as _;

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

#[test]
fn the_files_of_a_log_are_their_owners_alone() {
    let directory = Directory::new();
    let path = directory.path("log.db");
    let address = format!("sqlite:{}", path.display());
    found(&address, &identity()).unwrap();
    let open = open(&address).unwrap();
    for file in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
    drop(open);
}
