//! When silence ends, and which votes come too late.

use super::Motion;
use servanda_model::{Instant, LegalDay, Period, Running, Silence};

/// When a vote is too late.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) expiry: Option<Instant>,
    closed: Option<Instant>,
    /// Whether the very second of expiry is still in time.
    through: bool,
    /// Whether silence still runs at the instant asked about.
    pub(super) runs: bool,
    /// Whether it is known when silence ends.
    said: bool,
    /// The end that the circulated text says, where the article gives another.
    other: Option<Instant>,
    /// Whether days of the seat were counted.
    pub(super) by_seat: bool,
}

impl End {
    pub(super) fn of(silence: Option<Silence>, motion: &Motion, days: Option<&LegalDay>) -> Self {
        let Some(silence) = silence else {
            return Self {
                expiry: None,
                closed: motion.closed,
                through: true,
                runs: false,
                said: false,
                other: None,
                by_seat: false,
            };
        };
        let mut by_seat = false;
        let after = |opened: Instant| match silence.runs {
            Running::Hours(hours) => Some(opened.plus_hours(hours)),
            Running::Period(period) => {
                let end = days.and_then(|days| end_of_day(days, opened, period));
                by_seat = end.is_some();
                end.or_else(|| Some(opened.plus(period)))
            }
            Running::AsCirculated => None,
        };
        // The article's length goes before what the circulated text says. Where nobody says either,
        // the instant asked about is taken for the end.
        let by_article = motion.opened.and_then(after);
        let expiry = by_article.or(motion.expires).or(motion.closed);
        let other = motion.expires.filter(|said| by_article.is_some_and(|end| end != *said));
        let runs = motion.closed.zip(expiry).is_some_and(|(closed, expiry)| closed < expiry);
        let (closed, said) = (motion.closed, by_article.or(motion.expires).is_some());
        Self { expiry, closed, through: silence.through, runs, said, other, by_seat }
    }

    /// Says what was taken for the end where nobody says when it is, and where an end that was said
    /// is not the one that the article gives.
    pub(super) fn note(self, silence: Option<Silence>) -> Option<String> {
        silence?;
        if let Some((said, end)) = self.other.zip(self.expiry) {
            return Some(format!(
                "the circulated text lets silence end at {said}; the article gives {end}"
            ));
        }
        let taken = "the moment asked about is taken for the end of the silence";
        (!self.said).then(|| taken.to_owned())
    }

    pub(super) fn is_late(self, at: Instant) -> bool {
        let after = self.expiry.is_some_and(|end| at > end || (at == end && !self.through));
        let unknown = self.expiry.is_none() && self.closed.is_some_and(|closed| at > closed);
        after || unknown || (self.runs && self.closed.is_some_and(|closed| at > closed))
    }
}

/// Returns the end of the day of the seat on which a period is over that began on the day of the
/// seat of an instant.
fn end_of_day(days: &LegalDay, opened: Instant, period: Period) -> Option<Instant> {
    days.end_of(period.anniversary(days.day_of(opened)?))
}
