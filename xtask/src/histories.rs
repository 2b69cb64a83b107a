//! Generated histories and decisions through the engine and the naive second engine, on all cores.

use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result};
use servanda_testkit::{Compared, Recounted};
use std::fmt::Display;
use std::sync::{Mutex, PoisonError};
use std::thread::{available_parallelism, scope};
use std::time::Instant;

/// Seeds that one thread takes at a time; after each share a long run says how far it is.
const SHARE: u64 = 5_000;

/// Compares the engines on so many histories, and on decisions under so many charters, from the seed in `SEED` on, or from 1.
pub(crate) fn run(count: &str, tally: &mut Tally) -> Result<()> {
    let count: u64 =
        count.parse().with_context(|| format!("`{count}` is no number of histories"))?;
    let seed = match std::env::var("SEED") {
        Ok(seed) => seed.parse().with_context(|| format!("`{seed}` is no seed"))?,
        Err(_) => 1,
    };
    histories(seed, count, tally);
    decisions(seed, count, tally);
    Ok(())
}

/// Follows histories with both engines.
fn histories(seed: u64, count: u64, tally: &mut Tally) {
    let verdict = match shared(seed, count, "histories", servanda_testkit::compare) {
        Ok((shares, seconds)) => {
            let sum = |of: fn(&Compared) -> u64| shares.iter().map(of).sum::<u64>();
            println!(
                "         {} histories, {} acts, {} days compared from seed {seed} in {seconds} s",
                sum(|one| one.histories),
                sum(|one| one.acts),
                sum(|one| one.days)
            );
            Verdict::Passed
        }
        Err(told) => Verdict::Failed(told.lines().map(str::to_owned).collect()),
    };
    tally.note("both engines agree", &verdict);
}

/// Counts decisions twice, under as many generated charters.
fn decisions(seed: u64, count: u64, tally: &mut Tally) {
    let verdict = match shared(seed, count, "charters", servanda_testkit::recount) {
        Ok((shares, seconds)) => {
            let sum = |of: fn(&Recounted) -> u64| shares.iter().map(of).sum::<u64>();
            println!(
                "         {} texts under {} charters counted twice from seed {seed} in {seconds} s",
                sum(|one| one.polls),
                sum(|one| one.chambers)
            );
            Verdict::Passed
        }
        Err(told) => Verdict::Failed(told.lines().map(str::to_owned).collect()),
    };
    tally.note("both counts of decisions agree", &verdict);
}

/// What is left of a run, and what came of the shares that are done.
struct Run<T> {
    next: u64,
    end: u64,
    done: Vec<T>,
    different: Option<(u64, String)>,
}

impl<T> Run<T> {
    /// Hands out the next share, as its first seed and how many, until a difference is met.
    fn share(&mut self) -> Option<(u64, u64)> {
        let from = self.next;
        if from >= self.end || self.different.is_some() {
            return None;
        }
        self.next = from.saturating_add(SHARE).min(self.end);
        Some((from, self.next.saturating_sub(from)))
    }

    /// Takes what a share came to; of several differences the one with the smallest seed stays.
    fn take(&mut self, from: u64, looked: Result<T, String>) {
        match looked {
            Ok(one) => self.done.push(one),
            Err(told) if self.different.as_ref().is_none_or(|(first, _)| from < *first) => {
                self.different = Some((from, told));
            }
            Err(_) => {}
        }
    }
}

/// Looks at `count` seeds from `seed` on, share by share on every core, until one differs. Returns
/// what each share looked at and the seconds it took, or the difference.
fn shared<T: Send, E: Display>(
    seed: u64,
    count: u64,
    what: &str,
    look: impl Fn(u64, u64) -> Result<T, E> + Sync,
) -> Result<(Vec<T>, u64), String> {
    let start = Instant::now();
    let end = seed.saturating_add(count);
    let run = Mutex::new(Run { next: seed, end, done: Vec::new(), different: None });
    let held = || run.lock().unwrap_or_else(PoisonError::into_inner);
    let work = || {
        while let Some((from, some)) = { held().share() } {
            let looked = look(from, some).map_err(|told| told.to_string());
            held().take(from, looked);
            if count > SHARE.saturating_mul(10) {
                let seconds = start.elapsed().as_secs();
                println!("         {what} from {from}: {some} looked at, {seconds} s");
            }
        }
    };
    scope(|threads| {
        for _ in 0..available_parallelism().map_or(1, usize::from) {
            threads.spawn(work);
        }
    });
    let run = run.into_inner().unwrap_or_else(PoisonError::into_inner);
    let seconds = start.elapsed().as_secs();
    run.different.map_or(Ok((run.done, seconds)), |(_, told)| Err(told))
}
