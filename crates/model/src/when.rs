//! Dates as sources give them: EDTF levels 0 and 1 (ISO 8601-2), never rounded.

use crate::day::{Day, days_in_month};
use std::fmt;
use std::str::FromStr;

/// A date that covers one day or more, printed again exactly as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    lo: Day,
    hi: Day,
    start: Form,
    end: Option<Form>,
}

/// How exactly one end is written, and with what doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Form {
    grain: Grain,
    doubt: Doubt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Grain {
    Day,
    Month,
    Year,
    /// `1999-04-XX`
    SomeDay,
    /// `1999-XX`
    SomeMonth,
    /// `1999-XX-XX`
    SomeDate,
    /// `199X`
    Decade,
    /// `19XX`
    Century,
    /// `..`
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Doubt {
    None,
    Uncertain,
    Approximate,
    Both,
}

impl When {
    /// Returns the date of exactly one day.
    pub fn day(day: Day) -> Self {
        Self { lo: day, hi: day, start: Form { grain: Grain::Day, doubt: Doubt::None }, end: None }
    }

    /// Returns the first day it covers.
    pub fn earliest(self) -> Day {
        self.lo
    }

    /// Returns the last day it covers.
    pub fn latest(self) -> Day {
        self.hi
    }

    /// Returns the day by which it is ordered: the latest one, or the known end of an open interval.
    pub fn order(self) -> Day {
        if self.hi == Day::MAX { self.lo } else { self.hi }
    }

    /// Returns the day, where it is exactly one and without doubt.
    pub fn exact(self) -> Option<Day> {
        let plain = self.end.is_none() && self.start.doubt == Doubt::None;
        (plain && self.lo == self.hi).then_some(self.lo)
    }

    /// Tells whether the other date lies within this one, so that this is only less exact.
    pub fn contains(self, other: Self) -> bool {
        self.lo <= other.lo && other.hi <= self.hi
    }
}

impl FromStr for When {
    type Err = ();

    /// Reads an EDTF date or interval of levels 0 and 1.
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Ok(day) = text.parse::<Day>() {
            return Ok(Self::day(day));
        }
        let Some((first, second)) = text.split_once('/') else {
            let (lo, hi, start) = single(text)?;
            return Ok(Self { lo, hi, start, end: None });
        };
        let open = Form { grain: Grain::Open, doubt: Doubt::None };
        let (lo, start) = match first {
            ".." => (Day::MIN, open),
            _ => single(first).map(|(lo, _, form)| (lo, form))?,
        };
        let (hi, end) = match second {
            ".." => (Day::MAX, open),
            _ => single(second).map(|(_, hi, form)| (hi, form))?,
        };
        let both_open = start.grain == Grain::Open && end.grain == Grain::Open;
        if both_open || lo > hi {
            return Err(());
        }
        Ok(Self { lo, hi, start, end: Some(end) })
    }
}

/// Reads one end: its first day, its last day, and how it was written.
fn single(text: &str) -> Result<(Day, Day, Form), ()> {
    let (body, doubt) = match text.as_bytes().last().ok_or(())? {
        b'?' => (text.strip_suffix('?').ok_or(())?, Doubt::Uncertain),
        b'~' => (text.strip_suffix('~').ok_or(())?, Doubt::Approximate),
        b'%' => (text.strip_suffix('%').ok_or(())?, Doubt::Both),
        _ => (text, Doubt::None),
    };
    let mut parts = body.split('-');
    let (year, month, day) = (parts.next().ok_or(())?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 || !year.is_ascii() {
        return Err(());
    }
    let form = |grain| Form { grain, doubt };
    let (grain, lo, hi) = match (month, day) {
        (None, None) => years(year)?,
        (Some("XX"), None) => whole_year(Grain::SomeMonth, number(year, 4)?)?,
        (Some("XX"), Some("XX")) => whole_year(Grain::SomeDate, number(year, 4)?)?,
        (Some(month), None) => months(Grain::Month, number(year, 4)?, number(month, 2)?)?,
        (Some(month), Some("XX")) => months(Grain::SomeDay, number(year, 4)?, number(month, 2)?)?,
        (Some(_), Some(_)) => {
            let day: Day = body.parse()?;
            (Grain::Day, day, day)
        }
        (None, Some(_)) => return Err(()),
    };
    Ok((lo, hi, form(grain)))
}

fn number(text: &str, digits: usize) -> Result<u32, ()> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok().ok_or(()) } else { Err(()) }
}

type Covered = (Grain, Day, Day);

fn years(text: &str) -> Result<Covered, ()> {
    let (grain, first, span) = if let Some(century) = text.strip_suffix("XX") {
        (Grain::Century, number(century, 2)?.saturating_mul(100), 99)
    } else if let Some(decade) = text.strip_suffix('X') {
        (Grain::Decade, number(decade, 3)?.saturating_mul(10), 9)
    } else {
        (Grain::Year, number(text, 4)?, 0)
    };
    let (_, lo, _) = whole_year(grain, first)?;
    let (_, _, hi) = whole_year(grain, first.saturating_add(span))?;
    Ok((grain, lo, hi))
}

fn whole_year(grain: Grain, year: u32) -> Result<Covered, ()> {
    let year = i32::try_from(year).ok().ok_or(())?;
    let lo = Day::civil(year, 1, 1).ok_or(())?;
    let hi = Day::civil(year, 12, 31).ok_or(())?;
    Ok((grain, lo, hi))
}

fn months(grain: Grain, year: u32, month: u32) -> Result<Covered, ()> {
    let year = i32::try_from(year).ok().ok_or(())?;
    let lo = Day::civil(year, month, 1).ok_or(())?;
    let hi = Day::civil(year, month, days_in_month(year, month)).ok_or(())?;
    Ok((grain, lo, hi))
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_end(f, self.start, self.lo)?;
        if let Some(end) = self.end {
            f.write_str("/")?;
            write_end(f, end, self.hi)?;
        }
        Ok(())
    }
}

fn write_end(f: &mut fmt::Formatter<'_>, form: Form, day: Day) -> fmt::Result {
    let (year, month, _) = day.parts();
    match form.grain {
        Grain::Day => write!(f, "{day}")?,
        Grain::Month => write!(f, "{year:04}-{month:02}")?,
        Grain::Year => write!(f, "{year:04}")?,
        Grain::SomeDay => write!(f, "{year:04}-{month:02}-XX")?,
        Grain::SomeMonth => write!(f, "{year:04}-XX")?,
        Grain::SomeDate => write!(f, "{year:04}-XX-XX")?,
        Grain::Decade => write!(f, "{:03}X", year.div_euclid(10))?,
        Grain::Century => write!(f, "{:02}XX", year.div_euclid(100))?,
        Grain::Open => f.write_str("..")?,
    }
    f.write_str(match form.doubt {
        Doubt::None => "",
        Doubt::Uncertain => "?",
        Doubt::Approximate => "~",
        Doubt::Both => "%",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_covers_its_days_and_prints_as_it_was_written() {
        for (text, lo, hi) in [
            ("1999-04-21", "1999-04-21", "1999-04-21"),
            ("2009-10", "2009-10-01", "2009-10-31"),
            ("2012", "2012-01-01", "2012-12-31"),
            ("2012?", "2012-01-01", "2012-12-31"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"),
            ("1999-XX", "1999-01-01", "1999-12-31"),
            ("1996-02-XX%", "1996-02-01", "1996-02-29"),
            ("2008-03-28/2012-06-28", "2008-03-28", "2012-06-28"),
            ("2010-07/..", "2010-07-01", "9999-12-31"),
            ("../1999~", "0000-01-01", "1999-12-31"),
        ] {
            let when: When = text.parse().unwrap();
            assert_eq!(
                (when.lo.to_string(), when.hi.to_string()),
                (lo.into(), hi.into()),
                "{text}"
            );
            assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "1999-4-21",
            "99",
            "1999-13",
            "2000/1999",
            "../..",
            "1999-02-30",
            "",
            "1X99",
            "1999-XX-01",
        ] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
