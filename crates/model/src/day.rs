//! Legal days: a proleptic Gregorian calendar of whole days, without zones or clocks.

use std::fmt;
use std::num::NonZero;
use std::str::FromStr;

/// One day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZero<u32>);

/// The first and last day that can be written: years 0000 to 9999.
const FIRST: i32 = -719_528;
const LAST: i32 = 2_932_896;

impl Day {
    /// The earliest day there is.
    pub const MIN: Self = Self::numbered(FIRST);
    /// The latest day there is.
    pub const MAX: Self = Self::numbered(LAST);

    /// Returns the day of a year, month and day of the month, where there is one.
    #[inline]
    pub fn civil(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (0..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        real.then(|| Self::numbered(days_from_civil(year, month, day)))
    }

    /// Returns year, month and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        civil_from_days(self.number())
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.parts().0
    }

    /// Returns the number of days since 1970-01-01.
    #[inline]
    pub fn number(self) -> i32 {
        self.0.get().cast_signed().saturating_add(FIRST).saturating_sub(1)
    }

    /// Makes the day of a number. Within, days are counted from 1 at the first, so that an
    /// `Option` of a day takes no more room than a day.
    const fn numbered(number: i32) -> Self {
        let counted = number.saturating_sub(FIRST).saturating_add(1).cast_unsigned();
        match NonZero::new(counted) {
            Some(counted) => Self(counted),
            None => Self(NonZero::<u32>::MIN),
        }
    }

    /// Returns the day so many days later, kept within the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::numbered(self.number().saturating_add(days).clamp(FIRST, LAST))
    }

    /// Returns the day so many days later, none where the calendar has ended by then.
    pub fn days_later(self, days: i32) -> Option<Self> {
        let number = self.number().checked_add(days)?;
        (FIRST..=LAST).contains(&number).then(|| Self::numbered(number))
    }

    /// Returns the next day.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// Returns the day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// Returns the same day of the month so many months later; where that month is shorter,
    /// its last day.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        self.months_later(months).unwrap_or(if months < 0 { Self::MIN } else { Self::MAX })
    }

    /// Returns what [`Self::plus_months`] does, none where the calendar has ended by then.
    pub fn months_later(self, months: i32) -> Option<Self> {
        let (year, month, day) = self.parts();
        let zero_based = i32::try_from(month).unwrap_or(1).saturating_sub(1);
        let total = year.saturating_mul(12).saturating_add(zero_based).saturating_add(months);
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12).saturating_add(1));
        let month = u32::try_from(month).unwrap_or(1);
        let clamped = day.min(days_in_month(year, month));
        Self::civil(year, month, clamped)
    }

    /// Returns the first day of the month after this one's, or this day if it is a first.
    #[must_use]
    pub fn first_of_month_on_or_after(self) -> Self {
        let (year, month, day) = self.parts();
        if day == 1 {
            return self;
        }
        Self::civil(year, month, 1).map_or(self, |first| first.plus_months(1))
    }
}

/// Returns the number of days of a month.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

// The two conversions follow H. Hinnant, "chrono-compatible low-level date algorithms":
// eras of 400 years, years that begin in March, all in exact integers.
#[expect(clippy::arithmetic_side_effects, reason = "years are 0 to 9999: far from overflow")]
#[expect(clippy::cast_possible_wrap, reason = "months and days are below 32")]
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = (month as i32 + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[expect(clippy::arithmetic_side_effects, reason = "day numbers are within years 0 to 9999")]
#[expect(clippy::cast_sign_loss, reason = "a month and a day of the month are positive")]
fn civil_from_days(number: i32) -> (i32, u32, u32) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = ();

    /// Reads `YYYY-MM-DD`.
    #[inline]
    fn from_str(text: &str) -> Result<Self, ()> {
        let bytes = text.as_bytes();
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else {
            return Err(());
        };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0u32, |sum, digit| {
                let value =
                    digit.is_ascii_digit().then(|| u32::from(digit.saturating_sub(b'0')))?;
                Some(sum.saturating_mul(10).saturating_add(value))
            })
        };
        let year = number(&[y1, y2, y3, y4]).and_then(|year| i32::try_from(year).ok()).ok_or(())?;
        let month = number(&[m1, m2]).ok_or(())?;
        let day = number(&[d1, d2]).ok_or(())?;
        Self::civil(year, month, day).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn every_day_of_the_calendar_survives_the_round_trip() {
        let mut expected = Day::MIN;
        for number in FIRST..=LAST {
            let (year, month, date) = Day::numbered(number).parts();
            assert_eq!(Day::civil(year, month, date), Some(expected));
            expected = expected.next();
        }
        assert_eq!(day("1970-01-01").number(), 0);
        assert_eq!(Day::MIN.to_string(), "0000-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
    }

    #[test]
    fn months_clamp_to_the_end_of_a_shorter_month() {
        assert_eq!(day("2023-08-30").plus_months(6), day("2024-02-29"));
        assert_eq!(day("2024-08-31").plus_months(6), day("2025-02-28"));
        assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
        assert_eq!(day("1994-04-20").plus_months(60), day("1999-04-20"));
        assert_eq!(day("1999-01-31").plus_months(-2), day("1998-11-30"));
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_none() {
        for text in ["1999-02-29", "1900-02-29", "2000-13-01", "2000-00-10", "2000-04-31", "20-1-1"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        assert!("2000-02-29".parse::<Day>().is_ok());
    }
}
