//! Decisions counted twice: by the engine, and head by head.

use servanda_testkit::naive::{Miscount, not_asked};
use servanda_testkit::{recount, recount_with};

/// Charters that every run decides under, sixteen texts each; `cargo xtask ci` takes more.
const CHAMBERS: u64 = 2_000;

fn seed() -> u64 {
    std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0)
}

#[test]
fn the_engine_and_the_naive_count_decide_alike() {
    let recounted = recount(seed(), CHAMBERS).unwrap_or_else(|found| panic!("{found}"));
    assert_eq!(recounted.polls, CHAMBERS * 16);
    assert_eq!(not_asked(&recounted.parts), Vec::<String>::new(), "nothing is left out");
    let hidden = recounted.hidden;
    assert!(hidden.open > 0 && hidden.sure > 8 * hidden.missed, "{hidden:?}");
}

#[test]
fn every_planted_miscount_is_caught() {
    let escaped =
        Miscount::ALL.iter().filter(|wrong| recount_with(seed(), CHAMBERS, Some(**wrong)).is_ok());
    assert_eq!(escaped.collect::<Vec<_>>(), Vec::<&Miscount>::new());
}
