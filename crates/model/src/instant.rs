//! Instants of deadlines: UTC, to the second (RFC 3339).

mod legal_day;

pub use legal_day::LegalDay;

use crate::day::Day;
use crate::period::Period;
use std::fmt;
use std::str::FromStr;

const DAY: i64 = 86_400;

/// A second of universal time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    day: Day,
    second: u32,
}

impl Instant {
    /// Returns the last second of a day.
    pub fn end_of(day: Day) -> Self {
        Self { day, second: 86_399 }
    }

    /// Returns the first second of a day.
    pub fn begin_of(day: Day) -> Self {
        Self { day, second: 0 }
    }

    /// Returns what clocks show that are so many seconds ahead.
    #[must_use]
    pub fn ahead(self, seconds: i32) -> Self {
        self.plus_seconds(seconds.into())
    }

    /// Returns the day in universal time.
    pub fn day(self) -> Day {
        self.day
    }

    /// Returns the seconds since the first one of 1970.
    pub fn number(self) -> i64 {
        i64::from(self.day.number()).saturating_mul(DAY).saturating_add(i64::from(self.second))
    }

    /// Returns the instant so many hours later.
    #[must_use]
    pub fn plus_hours(self, hours: u32) -> Self {
        self.plus_seconds(i64::from(hours).saturating_mul(3600))
    }

    /// Returns the same time of day on the day a period is over.
    #[must_use]
    pub fn plus(self, period: Period) -> Self {
        Self { day: period.anniversary(self.day), ..self }
    }

    /// Returns the instant so many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let total = i64::from(self.second).saturating_add(seconds);
        let days = i32::try_from(total.div_euclid(DAY)).unwrap_or(i32::MAX);
        let second = u32::try_from(total.rem_euclid(DAY)).unwrap_or(0);
        Self { day: self.day.plus_days(days), second }
    }
}

impl FromStr for Instant {
    type Err = ();

    /// Reads `2009-06-14T12:00:00Z` or the same with an offset such as `+03:00`; seconds may be
    /// left out.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (date, time) = text.split_once('T').ok_or(())?;
        let at = time.find(['Z', '+', '-']).ok_or(())?;
        let (clock, offset) = time.split_at_checked(at).ok_or(())?;
        let second = seconds_of(clock, 24)?;
        let ahead = if offset == "Z" { 0 } else { offset_of(offset).ok_or(())?.into() };
        let midnight = Self { day: date.parse()?, second: 0 };
        Ok(midnight.plus_seconds(second.saturating_sub(ahead)))
    }
}

/// Returns by how many seconds clocks are ahead of universal time by `+03:00` or `-05:00`.
pub fn offset_of(text: &str) -> Option<i32> {
    let (sign, clock) = text.split_at_checked(1)?;
    let seconds = i32::try_from(seconds_of(clock, 24).ok()?).ok()?;
    match sign {
        "+" => Some(seconds),
        "-" => Some(seconds.saturating_neg()),
        _ => None,
    }
}

/// Returns the seconds of `12:00` or `12:00:30`.
fn seconds_of(clock: &str, hours: i64) -> Result<i64, ()> {
    let mut total = 0i64;
    let parts: Vec<&str> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) || parts.iter().any(|part| part.len() != 2) {
        return Err(());
    }
    for (part, (most, unit)) in parts.iter().zip([(hours, 3600), (60, 60), (60, 1)]) {
        let number: i64 = part.parse().map_err(|_fault| ())?;
        if !(0..most).contains(&number) {
            return Err(());
        }
        total = total.saturating_add(number.saturating_mul(unit));
    }
    Ok(total)
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.day)
    }
}
