//! Generated histories and decisions through the engine and the naive second engine.

use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result};
use std::time::Instant;

/// Compares the engines on so many histories, and on decisions under so many charters, from the seed in `SEED` on, or from 1.
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
    decisions(seed, count, tally);
    Ok(())
}

/// Counts decisions twice, under as many generated charters.
fn decisions(seed: u64, count: u64, tally: &mut Tally) {
    let start = Instant::now();
    let verdict = match servanda_testkit::recount(seed, count) {
        Ok(recounted) => {
            let seconds = start.elapsed().as_secs();
            println!(
                "         {} texts under {} charters counted twice from seed {seed} in {seconds} s",
                recounted.polls, recounted.chambers
            );
            Verdict::Passed
        }
        Err(recount) => Verdict::Failed(recount.to_string().lines().map(str::to_owned).collect()),
    };
    tally.note("both counts of decisions agree", &verdict);
}
