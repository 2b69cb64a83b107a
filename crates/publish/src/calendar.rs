//! Days as people write them: `20 April 1999`.

use servanda_model::Day;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the name of a month from 1, nothing where there is none.
pub fn month_name(number: u32) -> &'static str {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// Returns a day as people write it.
pub fn day_text(day: Day) -> String {
    let (year, month, date) = day.parts();
    format!("{date} {} {year}", month_name(month))
}
