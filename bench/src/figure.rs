//! What a measurement gives, and how long it may take.

use std::fmt;
use std::time::{Duration, Instant};

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Once, to see that it runs.
    Once,
    /// Often enough for a figure.
    Full,
}

impl Effort {
    /// Returns how often to repeat.
    pub(crate) fn rounds(self, full: u32) -> u32 {
        match self {
            Self::Once => 1,
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
    /// Figures.
    Figures(Vec<Figure>),
    /// Nothing, because outside data or a database is absent.
    #[expect(dead_code, reason = "the first measurement needs nothing from outside")]
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
        let Self {
            name,
            value,
            unit,
            ratio,
            against,
        } = self;
        write!(f, "{name} {value:.3} {unit} {ratio:.2} {against}")
    }
}

/// Runs something so many times and returns the shortest time: what else the machine does only
/// makes it longer.
pub(crate) fn shortest(rounds: u32, mut work: impl FnMut()) -> Duration {
    let times = (0..rounds.max(1)).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.min().unwrap_or(Duration::ZERO)
}
