//! When silence ends, and which votes come too late.

use super::Motion;
use servanda_model::{Instant, LegalDay, Remark, Running, Silence, remark};

/// When a vote is too late.
#[derive(Clone, Copy)]
pub(super) struct End {
    silence: Option<Silence>,
    pub(super) expiry: Option<Instant>,
    closed: Option<Instant>,
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
                silence: None,
                expiry: None,
                closed: motion.closed,
                runs: false,
                said: false,
                other: None,
                by_seat: false,
            };
        };
        let in_days = |opened: Instant| match silence.runs {
            Running::Period(period) => days.and_then(|days| days.end_after(opened, period)),
            Running::Hours(_) | Running::AsCirculated => None,
        };
        let by_seat = motion.opened.and_then(in_days).is_some();
        // The article's length goes before what the circulated text says. Where nobody says either,
        // the instant asked about is taken for the end.
        let by_article = motion.opened.and_then(|opened| silence.end(opened, days));
        let expiry = by_article.or(motion.expires).or(motion.closed);
        let other = motion.expires.filter(|said| by_article.is_some_and(|end| end != *said));
        let runs = motion.closed.zip(expiry).is_some_and(|(closed, expiry)| closed < expiry);
        let (closed, said) = (motion.closed, by_article.or(motion.expires).is_some());
        Self { silence: Some(silence), expiry, closed, runs, said, other, by_seat }
    }

    /// Says what was taken for the end where nobody says when it is, and where an end that was said
    /// is not the one that the article gives.
    pub(super) fn note(self, silence: Option<Silence>) -> Option<Remark> {
        silence?;
        if let Some((said, end)) = self.other.zip(self.expiry) {
            return Some(remark!(SILENCE_SAID, said = said, end = end));
        }
        (!self.said).then(|| remark!(SILENCE_TAKEN))
    }

    pub(super) fn is_late(self, at: Instant) -> bool {
        let ended = self.silence.zip(self.expiry);
        let after = ended.is_some_and(|(silence, end)| silence.is_late(end, at));
        let unknown = self.expiry.is_none() && self.closed.is_some_and(|closed| at > closed);
        after || unknown || (self.runs && self.closed.is_some_and(|closed| at > closed))
    }
}
