//! What a measurement gives, how often it is repeated, and how far its runs lie apart.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Once and of little, to see that it runs.
    Once,
    /// Often enough and of enough for a figure.
    Full,
}

impl Effort {
    /// Returns how often to repeat, or of how much.
    pub(crate) fn rounds(self, full: usize) -> usize {
        match self {
            Self::Once => 1,
            Self::Full => full,
        }
    }

    /// Returns of how much.
    pub(crate) fn size(self, full: usize) -> usize {
        match self {
            Self::Once => full / 20,
            Self::Full => full,
        }
    }
}

/// A named measurement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measurement {
    pub(crate) name: &'static str,
    pub(crate) measure: fn(Effort) -> anyhow::Result<Measured>,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Measured {
    /// Figures, and remarks that stand beside them.
    Figures(Vec<Figure>, Vec<String>),
    /// Nothing, because outside data or a database is absent.
    Skipped(String),
}

/// One line: name, value, unit, ratio, against.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    /// How many times as good as what it is measured against, and what that is.
    pub(crate) ratio: f64,
    pub(crate) against: &'static str,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, unit, ratio, against } = self;
        write!(f, "{name} {value:.3} {unit} {ratio:.2} {against}")
    }
}

/// The times of several runs of one work, in rising order.
#[derive(Debug)]
pub(crate) struct Runs {
    times: Vec<Duration>,
}

impl Runs {
    /// Puts times in order.
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self { times }
    }

    /// Runs two works in turn, so that what else the machine does weighs on both alike. Each
    /// times itself, so that what it prepares and throws away stays outside.
    pub(crate) fn in_turn(
        rounds: usize,
        mut first: impl FnMut() -> Duration,
        mut second: impl FnMut() -> Duration,
    ) -> (Self, Self) {
        let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            firsts.push(first());
            seconds.push(second());
        }
        (Self::of(firsts), Self::of(seconds))
    }

    /// Returns the median in seconds.
    pub(crate) fn median(&self) -> f64 {
        self.share(50)
    }

    /// Returns the time below which so many runs of a hundred lie, in seconds.
    pub(crate) fn share(&self, of_hundred: usize) -> f64 {
        let at = self.times.len().saturating_mul(of_hundred) / 100;
        let at = at.min(self.times.len().saturating_sub(1));
        self.times.get(at).copied().unwrap_or(Duration::ZERO).as_secs_f64()
    }

    /// Says how far the runs lie apart.
    pub(crate) fn spread(&self, what: &str) -> String {
        let thousand = 1_000.0;
        let (low, high) = (self.share(0) * thousand, self.share(100) * thousand);
        let median = self.median() * thousand;
        let rounds = self.times.len();
        format!("{what}: {rounds} runs, median {median:.3} ms, from {low:.3} to {high:.3} ms")
    }
}

/// Times one run of a work; what it gives is thrown away afterwards.
pub(crate) fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let given = black_box(work());
    let time = start.elapsed();
    drop(given);
    time
}

/// Times one run of a work by what the processor spent on it, where the kernel tells: what else
/// the machine does then weighs less. For works of many milliseconds.
pub(crate) fn worked<T>(work: impl FnOnce() -> T) -> Duration {
    let before = on_one_core();
    let start = Instant::now();
    let given = black_box(work());
    let time = start.elapsed();
    let spent = on_one_core().zip(before);
    drop(given);
    spent.map_or(time, |(after, before)| after.saturating_sub(before))
}

/// Returns how long this thread was on a processor (`/proc/thread-self/schedstat`).
fn on_one_core() -> Option<Duration> {
    // Giving the processor up brings the kernel's account up to date.
    std::thread::yield_now();
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = said.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// Returns a count as a float, for quotients.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2 to the 53rd")]
pub(crate) fn float(count: usize) -> f64 {
    count as f64
}
