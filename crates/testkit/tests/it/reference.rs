//! Pages that are written from the code or by the program are as they would be written now.

use crate::program::mode;
use servanda_testkit::{pages, root, stale, write};
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
