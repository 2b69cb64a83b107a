//! Days of law, counted on fingers.

use super::fault::Fault;
use servanda_model::{Day, Delay, Period};

/// Returns the day on which a period that begins on a day is over.
pub(super) fn over(period: Period, start: Day, fault: Option<Fault>) -> Day {
    match period {
        Period::Days(days) => start.plus_days(i32::try_from(days).unwrap_or(i32::MAX)),
        Period::Months(months) => months_on(start, months, fault),
        Period::Years(years) => months_on(start, years.saturating_mul(12), fault),
    }
}

/// Returns the same day so many months on, or the last one that month has.
fn months_on(start: Day, months: u32, fault: Option<Fault>) -> Day {
    let (mut year, mut month, date) = start.parts();
    for _ in 0..months {
        month = month.saturating_add(1);
        if month > 12 {
            (year, month) = (year.saturating_add(1), 1);
        }
    }
    if fault == Some(Fault::NoClampAtMonthEnd) {
        let first = Day::civil(year, month, 1).unwrap_or(Day::MAX);
        return (1..date).fold(first, |day, _| day.next());
    }
    let kept = (1..=date).rev().find_map(|date| Day::civil(year, month, date));
    kept.unwrap_or(Day::MAX)
}

/// Returns the day of the effect after a delay.
pub(super) fn after(delay: Delay, start: Day, fault: Option<Fault>) -> Day {
    if fault == Some(Fault::DelayIgnored) {
        return start;
    }
    match delay {
        Delay::None => start,
        Delay::After(period) => over(period, start, fault),
        Delay::FirstOfMonthAfter(period) => {
            let mut day = over(period, start, fault);
            if fault != Some(Fault::FirstOfMonthMayBeTheDayItself) {
                day = day.next();
            }
            while day.parts().2 != 1 {
                day = day.next();
            }
            day
        }
    }
}

/// Returns a period so many times over, in one piece.
pub(super) fn times(period: Period, count: u32) -> Period {
    match period {
        Period::Days(days) => Period::Days(days.saturating_mul(count)),
        Period::Months(months) => Period::Months(months.saturating_mul(count)),
        Period::Years(years) => Period::Years(years.saturating_mul(count)),
    }
}
