//! When silence ends, and which votes come too late.

use super::Motion;
use servanda_model::{Instant, Running, Silence};

/// When a vote is too late.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) expiry: Option<Instant>,
    closed: Option<Instant>,
    /// Whether the very second of expiry is still in time.
    through: bool,
    /// Whether silence still runs at the instant asked about.
    pub(super) runs: bool,
    /// Whether it is known when the text was circulated.
    opened: bool,
}

impl End {
    pub(super) fn of(silence: Option<Silence>, motion: &Motion) -> Self {
        let Some(silence) = silence else {
            return Self {
                expiry: None,
                closed: motion.closed,
                through: true,
                runs: false,
                opened: false,
            };
        };
        let after = |opened: Instant| match silence.runs {
            Running::Hours(hours) => Some(opened.plus_hours(hours)),
            Running::Period(period) => Some(opened.plus(period)),
            Running::AsCirculated => None,
        };
        // Where nobody says when it was circulated, the instant asked about is its end.
        let expiry = motion.opened.and_then(after).or(motion.closed);
        let runs = motion.closed.zip(expiry).is_some_and(|(closed, expiry)| closed < expiry);
        let (closed, opened) = (motion.closed, motion.opened.is_some());
        Self { expiry, closed, through: silence.through, runs, opened }
    }

    /// Says what was taken for the end where nobody says when the text was circulated.
    pub(super) fn note(self, silence: Option<Silence>) -> Option<&'static str> {
        let runs = silence?.runs;
        let opened = self.opened && runs != Running::AsCirculated;
        (!opened).then_some("the moment asked about is taken for the end of the silence")
    }

    pub(super) fn is_late(self, at: Instant) -> bool {
        let after = self.expiry.is_some_and(|end| at > end || (at == end && !self.through));
        let unknown = self.expiry.is_none() && self.closed.is_some_and(|closed| at > closed);
        after || unknown || (self.runs && self.closed.is_some_and(|closed| at > closed))
    }
}
