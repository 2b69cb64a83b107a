//! The days of a seat: how far its clocks are ahead of universal time, from which day on.

use crate::day::Day;
use crate::instant::Instant;
use crate::period::Period;

/// By how many seconds the clocks of a seat are ahead of universal time, from which days on.
///
/// A law that tells none has no days of a seat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LegalDay {
    /// In rising order of the first day; one without counts from the beginning.
    rows: Vec<(Option<Day>, i32)>,
}

impl LegalDay {
    /// Adds by how many seconds clocks are ahead from a day of the seat on; tells whether that day
    /// is later than the ones before.
    pub fn add(&mut self, from: Option<Day>, ahead: i32) -> bool {
        let rises = self.rows.last().is_none_or(|(last, _)| *last < from);
        if rises {
            self.rows.push((from, ahead));
        }
        rises
    }

    /// Tells whether nothing is told.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the day of the seat on which an instant lies, none where nothing is told for it.
    pub fn day_of(&self, at: Instant) -> Option<Day> {
        let near = [at.day().previous(), at.day(), at.day().next()];
        let ends_after = |day: &Day| self.end_of(*day).is_some_and(|end| at < end);
        let day = near.into_iter().find(ends_after)?;
        // The first day that is told begins by its own clocks; every other one where the day before
        // it ended.
        let (_, ahead) = self.told_on(day)?;
        let begins = Instant::begin_of(day).ahead(ahead.saturating_neg());
        (self.told_on(day.previous()).is_some() || begins <= at).then_some(day)
    }

    /// Returns the first second after a day of the seat, none where nothing is told for that day.
    pub fn end_of(&self, day: Day) -> Option<Instant> {
        let (_, ahead) = self.told_on(day)?;
        Some(Instant::begin_of(day.next()).ahead(ahead.saturating_neg()))
    }

    /// Returns the end of the day of the seat on which a period is over that began on the day of the
    /// seat of an instant, none where nothing is told for those days.
    pub fn end_after(&self, at: Instant, period: Period) -> Option<Instant> {
        self.end_of(period.anniversary(self.day_of(at)?))
    }

    /// Returns the row that counts on a day of the seat.
    fn told_on(&self, day: Day) -> Option<(Option<Day>, i32)> {
        let counts = |from: Option<Day>| from.is_none_or(|from| from <= day);
        self.rows.iter().rev().find(|(from, _)| counts(*from)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_of_the_seat_ends_when_its_clocks_say_so() {
        let mut days = LegalDay::default();
        assert!(days.add(Some(day("2011-03-27")), 4 * 3600));
        assert!(days.add(Some(day("2014-10-26")), 3 * 3600));
        assert!(!days.add(Some(day("2014-10-26")), 0));
        assert_eq!(days.end_of(day("2011-03-26")), None);
        assert_eq!(days.end_of(day("2011-03-27")), Some(instant("2011-03-27T20:00:00Z")));
        assert_eq!(days.end_of(day("2014-10-25")), Some(instant("2014-10-25T20:00:00Z")));
        assert_eq!(days.end_of(day("2014-10-26")), Some(instant("2014-10-26T21:00:00Z")));
        assert_eq!(days.day_of(instant("2015-01-01T20:59:59Z")), Some(day("2015-01-01")));
        assert_eq!(days.day_of(instant("2015-01-01T21:00:00Z")), Some(day("2015-01-02")));
        assert_eq!(days.day_of(instant("2011-03-26T19:59:59Z")), None);
        // The hour by which clocks went back belongs to the day that has it twice.
        assert_eq!(days.day_of(instant("2014-10-25T20:30:00Z")), Some(day("2014-10-26")));
    }

    #[test]
    fn a_seat_behind_universal_time_has_its_days_later() {
        let mut days = LegalDay::default();
        assert!(days.add(None, -5 * 3600));
        assert_eq!(days.day_of(instant("2001-01-02T04:59:59Z")), Some(day("2001-01-01")));
        assert_eq!(days.end_of(day("2001-01-01")), Some(instant("2001-01-02T05:00:00Z")));
    }
}
