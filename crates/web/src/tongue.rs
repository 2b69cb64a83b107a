//! The languages of the pages: their words, their dates, and the order in which they sort names.
//!
//! The words stand in `messages/LANGUAGE/*.ftl` (Project Fluent). English and Russian are whole,
//! which a test holds. What another language lacks is borrowed from Russian, what Russian lacks
//! from English, and a borrowed sentence says in its `lang` whose it is.

mod dates;
mod part;
#[cfg(test)]
mod tests;
mod texts;
mod uncertain;

pub(crate) use part::Part;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use maud::{Markup, PreEscaped, html};
use servanda_model::Day;
use std::cmp::Ordering;
use std::fmt;
use std::sync::LazyLock;

/// A language of the pages.
pub(crate) struct Tongue {
    /// Its tag (BCP 47), as in `ru`.
    pub(crate) tag: &'static str,
    /// What it calls itself.
    pub(crate) name: &'static str,
    /// Whether its words were reviewed by somebody who speaks it.
    pub(crate) is_reviewed: bool,
    /// The tag of the language whose words it borrows.
    borrows: Option<&'static str>,
    words: FluentBundle<FluentResource>,
    dates: dates::Dates,
}

impl fmt::Debug for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

static ENGLISH: LazyLock<Tongue> = LazyLock::new(texts::english);
static OTHERS: LazyLock<Vec<Tongue>> = LazyLock::new(texts::others);

/// What stands for the first part of a message while it is put together; private use, and no text
/// of a message has it.
const FIRST_MARK: u32 = 0xE000;

impl Tongue {
    /// Returns every language, English first.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        std::iter::once(Self::english()).chain(OTHERS.iter())
    }

    /// Returns the language of a tag.
    pub(crate) fn of(tag: &str) -> Option<&'static Self> {
        Self::all().find(|tongue| tongue.tag.eq_ignore_ascii_case(tag))
    }

    /// Returns the language and those it borrows from, in order.
    pub(crate) fn and_lenders(&'static self) -> impl Iterator<Item = &'static Self> {
        std::iter::successors(Some(self), |tongue| tongue.borrows.and_then(Self::of))
    }

    /// Returns English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    /// Returns the language that a browser asks for (RFC 9110, section 12.5.4): of those that are
    /// here the one with the highest quality, the first of equals.
    pub(crate) fn wanted(accepted: &str) -> &'static Self {
        let quality = |parameters: &str| {
            let text = parameters.trim().strip_prefix("q=").unwrap_or("1");
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            // `1`, `0.8` and `0.75` as thousandths: digits after the point are filled up.
            format!("{digits:0<4}").get(..4).and_then(|digits| digits.parse::<u32>().ok())
        };
        let mut best: Option<(u32, &'static Self)> = None;
        for range in accepted.split(',') {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
            let primary = tag.trim().split('-').next().unwrap_or("");
            let quality = quality(parameters).unwrap_or(0);
            if let Some(tongue) = Self::of(primary)
                && quality > best.map_or(0, |(quality, _)| quality)
            {
                best = Some((quality, tongue));
            }
        }
        best.map_or_else(Self::english, |(_, tongue)| tongue)
    }

    /// Returns a day in words.
    pub(crate) fn day(&self, day: Day) -> String {
        self.dates.day(day)
    }

    /// Returns a month in words.
    pub(crate) fn month(&self, day: Day) -> String {
        self.dates.month(day)
    }

    /// Compares two names as the language sorts them.
    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.dates.compare(one, other)
    }

    /// Returns the language that has a message: this one, or the one it borrows from.
    fn holder(&'static self, id: &str) -> Option<&'static Self> {
        if self.words.has_message(id) {
            return Some(self);
        }
        self.borrows.and_then(Self::of).and_then(|other| other.holder(id))
    }

    /// Returns a message as plain text, for attributes and titles.
    pub(crate) fn text(&'static self, id: &'static str, parts: &[(&'static str, Part)]) -> String {
        match self.holder(id) {
            Some(holder) => holder.put_together(id, parts, |part| part.plain()),
            None => id.to_owned(),
        }
    }

    /// Returns a message as part of a page, marked where it is borrowed.
    pub(crate) fn say(&'static self, id: &str, parts: &[(&'static str, Part)]) -> Markup {
        let Some(holder) = self.holder(id) else { return html! { (id) } };
        let whole = PreEscaped(holder.put_together(id, parts, |part| part.page()));
        if holder.tag == self.tag {
            return whole;
        }
        html! { span.sv-borrowed lang=(holder.tag) { (whole) } }
    }

    /// Returns a message whose parts are written by `write`; the message's own text is escaped as
    /// `write` escapes text.
    fn put_together(
        &self,
        id: &str,
        parts: &[(&'static str, Part)],
        write: impl Fn(&Part) -> String,
    ) -> String {
        let Some(pattern) = self.words.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (mark, (name, part)) in (FIRST_MARK..).zip(parts) {
            match part {
                Part::Number(number) => arguments.set(*name, FluentValue::from(*number)),
                Part::Word(word) => arguments.set(*name, FluentValue::from(*word)),
                Part::Text(_) | Part::Page(_) => {
                    let mark = char::from_u32(mark).map(String::from).unwrap_or_default();
                    arguments.set(*name, FluentValue::from(mark));
                }
            }
        }
        let mut faults = Vec::new();
        let text = self.words.format_pattern(pattern, Some(&arguments), &mut faults);
        debug_assert!(faults.is_empty(), "BUG: `{id}` of {}: {faults:?}", self.tag);
        let mut whole = String::with_capacity(text.len());
        let mut plain = String::new();
        // A date may end with the point of an abbreviation, which then ends the sentence as well.
        let mut has_point = false;
        for letter in text.chars() {
            let index = u32::from(letter).checked_sub(FIRST_MARK).map(|index| index as usize);
            match index.and_then(|index| parts.get(index)) {
                Some((_, part)) => {
                    whole.push_str(&write(&Part::Text(std::mem::take(&mut plain))));
                    whole.push_str(&write(part));
                    has_point = part.plain().ends_with('.');
                }
                None => {
                    if !(has_point && letter == '.') {
                        plain.push(letter);
                    }
                    has_point = false;
                }
            }
        }
        whole.push_str(&write(&Part::Text(plain)));
        whole
    }
}

/// Says a message of the pages in the reader's language: `say!(asked, "id", name = part, …)`.
macro_rules! say {
    ($asked:expr, $id:literal $(, $name:ident = $part:expr)* $(,)?) => {
        $asked.tongue().say($id, &[$((stringify!($name), $crate::tongue::Part::from($part))),*])
    };
}

/// The same as plain text, for attributes and titles.
macro_rules! text {
    ($asked:expr, $id:literal $(, $name:ident = $part:expr)* $(,)?) => {
        $asked.tongue().text($id, &[$((stringify!($name), $crate::tongue::Part::from($part))),*])
    };
}

pub(crate) use {say, text};
