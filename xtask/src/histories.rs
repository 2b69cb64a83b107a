//! Generated histories through the engine and the naive second engine.

use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result};
use std::time::Instant;

/// Compares the engines on so many histories from the seed in `SEED` on, or from 1.
pub(crate) fn run(count: &str, tally: &mut Tally) -> Result<()> {
    let count: u64 =
        count.parse().with_context(|| format!("`{count}` is no number of histories"))?;
    let seed = match std::env::var("SEED") {
        Ok(seed) => seed.parse().with_context(|| format!("`{seed}` is no seed"))?,
        Err(_) => 1,
    };
    let start = Instant::now();
    let verdict = match servanda_testkit::compare(seed, count) {
        Ok(compared) => {
            let seconds = start.elapsed().as_secs();
            println!(
                "         {} histories, {} acts, {} days compared from seed {seed} in {seconds} s",
                compared.histories, compared.acts, compared.days
            );
            Verdict::Passed
        }
        Err(disagreement) => {
            Verdict::Failed(disagreement.to_string().lines().map(str::to_owned).collect())
        }
    };
    tally.note("both engines agree", &verdict);
    Ok(())
}
