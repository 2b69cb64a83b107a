//! Dates as a language writes them, and the order of its names.

use icu_calendar::{Date, Iso};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_locale_core::Locale;
use servanda_model::Day;
use std::cmp::Ordering;

/// How a language writes dates and sorts names; without data for it, as ISO 8601 and by letters.
pub(super) struct Dates {
    days: Option<DateTimeFormatter<YMD>>,
    months: Option<DateTimeFormatter<YM>>,
    order: Option<CollatorBorrowed<'static>>,
}

impl Dates {
    /// Returns what is known of a language.
    pub(super) fn of(tag: &str) -> Self {
        // English as it is written where days stand before months, as in treaties.
        let tag = if tag == "en" { "en-GB" } else { tag };
        let Ok(locale) = tag.parse::<Locale>() else {
            return Self { days: None, months: None, order: None };
        };
        Self {
            days: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            months: DateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok(),
        }
    }

    /// Returns a day in words.
    pub(super) fn day(&self, day: Day) -> String {
        match (&self.days, date(day)) {
            (Some(days), Some(date)) => days.format(&date).to_string(),
            _without_data => day.to_string(),
        }
    }

    /// Returns a month in words.
    pub(super) fn month(&self, day: Day) -> String {
        match (&self.months, date(day)) {
            (Some(months), Some(date)) => months.format(&date).to_string(),
            _without_data => day.to_string(),
        }
    }

    /// Compares two names.
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.order.as_ref().map_or_else(|| one.cmp(other), |order| order.compare(one, other))
    }
}

fn date(day: Day) -> Option<Date<Iso>> {
    let (year, month, day) = day.parts();
    Date::try_new_iso(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}
