//! Lengths of time in law: days, months and years, with month ends clamped once, here.

use crate::day::Day;
use std::fmt;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Days.
    Days(u32),
    /// Calendar months; a shorter month's last day stands for a missing one.
    Months(u32),
    /// Calendar years.
    Years(u32),
}

impl Period {
    /// Returns the day on which the period that begins on this day is over: its anniversary.
    pub fn anniversary(self, start: Day) -> Day {
        self.known_anniversary(start).unwrap_or(Day::MAX)
    }

    /// Returns the anniversary, none where the calendar has ended by then.
    pub fn known_anniversary(self, start: Day) -> Option<Day> {
        let narrow = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        match self {
            Self::Days(days) => start.days_later(narrow(days)),
            Self::Months(months) => start.months_later(narrow(months)),
            Self::Years(years) => start.months_later(narrow(years.saturating_mul(12))),
        }
    }

    /// Returns the same period so many times over.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        match self {
            Self::Days(days) => Self::Days(days.saturating_mul(count)),
            Self::Months(months) => Self::Months(months.saturating_mul(count)),
            Self::Years(years) => Self::Years(years.saturating_mul(count)),
        }
    }

    /// Returns this period and another as one, none where one is of days and the other is not.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Days(one), Self::Days(other)) => Some(Self::Days(one.saturating_add(other))),
            (Self::Days(_), _) | (_, Self::Days(_)) => None,
            (Self::Months(_) | Self::Years(_), Self::Months(_) | Self::Years(_)) => {
                Some(Self::Months(self.months().saturating_add(other.months())))
            }
        }
    }

    fn months(self) -> u32 {
        match self {
            Self::Days(_) => 0,
            Self::Months(months) => months,
            Self::Years(years) => years.saturating_mul(12),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) => (months, "month"),
            Self::Years(years) => (years, "year"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}
