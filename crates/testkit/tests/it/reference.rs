//! Pages that are written from the code or by the program are as they would be written now.

use crate::program::{mode, servanda};
use servanda_testkit::{Call, pages, read, root, stale, write};
use std::path::Path;

#[test]
fn reference_pages_are_fresh() {
    for page in pages() {
        if mode().blesses(Path::new(page.path)) {
            write(&root().join(page.path), &page.text).unwrap();
        }
    }
    let stale = stale(&root()).unwrap();
    assert!(stale.is_empty(), "`BLESS=1 cargo test` writes these anew: {stale:?}");
}

/// Files that a command of the program writes.
const WRITTEN: [(&str, &[&str]); 2] = [
    ("docs/profile.html", &["export", "profile", "--format", "html"]),
    ("docs/profile.md", &["export", "profile", "--format", "markdown"]),
];

#[test]
fn the_profile_in_the_repository_is_fresh() {
    for (path, arguments) in WRITTEN {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let answer = servanda(&Call { arguments: &arguments, directory: &root() });
        assert_eq!(answer.exit, 0, "{arguments:?}: {}", answer.err);
        let file = root().join(path);
        if mode().blesses(Path::new(path)) {
            write(&file, &answer.out).unwrap();
        }
        let same = file.is_file() && read(&file).unwrap() == answer.out;
        assert!(same, "`BLESS=1 cargo test` writes `{path}` anew");
    }
}
