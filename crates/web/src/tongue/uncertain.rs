//! Dates that are not exactly known (EDTF, levels 0 and 1), as each language says them.

use super::{Part, Tongue};
use maud::{Markup, html};
use servanda_model::Day;

/// Where a date stands in a sentence: some languages bend it after a preposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Alone,
    Bound,
}

impl Place {
    fn word(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Bound => "bound",
        }
    }
}

impl Tongue {
    /// Says a date as exactly as it is known.
    pub(crate) fn when(&'static self, edtf: &str) -> Markup {
        let bound = |text: &str| self.one_end(text, Place::Bound);
        match edtf.split_once('/') {
            Some(("..", end)) => self.say("parts-when-by", &[("date", bound(end).into())]),
            Some((start, "..")) => self.say("parts-when-from-on", &[("date", bound(start).into())]),
            Some((start, end)) => self.between(bound(start), bound(end)),
            None => self.one_end(edtf, Place::Alone),
        }
    }

    /// Says that a day lies between two others.
    pub(crate) fn between(&'static self, first: Markup, second: Markup) -> Markup {
        self.say("parts-when-between", &[("first", first.into()), ("second", second.into())])
    }

    fn one_end(&'static self, text: &str, place: Place) -> Markup {
        if let Some(body) = text.strip_suffix('?') {
            return self
                .say("parts-when-perhaps", &[("date", self.without_doubt(body, place).into())]);
        }
        let bound = |body: &str| self.without_doubt(body, Place::Bound);
        if let Some(body) = text.strip_suffix('~') {
            return self.say("parts-when-about", &[("date", bound(body).into())]);
        }
        if let Some(body) = text.strip_suffix('%') {
            return self.say("parts-when-perhaps-about", &[("date", bound(body).into())]);
        }
        self.without_doubt(text, place)
    }

    fn without_doubt(&'static self, body: &str, place: Place) -> Markup {
        if let Ok(day) = body.parse::<Day>() {
            return html! { (self.day(day)) };
        }
        let some_day = |of: Markup| {
            self.say(
                "parts-when-some-day",
                &[("place", Part::Word(place.word())), ("when", of.into())],
            )
        };
        match body.split('-').collect::<Vec<_>>().as_slice() {
            [year, "XX", ..] => {
                some_day(self.say("parts-when-year-of", &[("year", (*year).into())]))
            }
            [year, month, "XX"] => some_day(self.month_of(year, month)),
            [year, month] => match place {
                Place::Alone => self.month_alone(year, month),
                Place::Bound => self.month_of(year, month),
            },
            [year] => match year.strip_suffix("XX").or_else(|| year.strip_suffix('X')) {
                Some(_) => {
                    let years = year.replace('X', "0");
                    let parts = [("place", Part::Word(place.word())), ("years", years.into())];
                    self.say("parts-when-years", &parts)
                }
                None => html! { (year) },
            },
            _ => html! { (body) },
        }
    }

    fn month_alone(&'static self, year: &str, month: &str) -> Markup {
        let first = year.parse().ok().zip(month.parse().ok());
        let first = first.and_then(|(year, month)| Day::civil(year, month, 1));
        first.map_or_else(|| html! { (year) "-" (month) }, |day| html! { (self.month(day)) })
    }

    fn month_of(&'static self, year: &str, month: &str) -> Markup {
        let number: u32 = month.parse().unwrap_or(0);
        self.say("parts-when-month-of", &[("month", number.into()), ("year", year.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_exactly_as_they_are_known() {
        for (edtf, english, russian) in [
            ("1999-04-21", "21 April 1999", "21 апреля 1999\u{202f}г."),
            ("2009-10", "October 2009", "октябрь 2009\u{202f}г."),
            ("2012?", "perhaps 2012", "возможно, 2012"),
            ("199X", "the years 1990s", "1990-е годы"),
            ("19XX", "the years 1900s", "1900-е годы"),
            ("1999-XX", "some day of 1999", "один из дней 1999 года"),
            (
                "1996-02-XX%",
                "perhaps about some day of February 1996",
                "возможно, около одного из дней февраля 1996 года",
            ),
            (
                "2008-03-28/2012-06-28",
                "between 28 March 2008 and 28 June 2012",
                "между 28 марта 2008\u{202f}г. и 28 июня 2012\u{202f}г.",
            ),
            ("2010-07/..", "from July 2010 on", "начиная с июля 2010 года"),
            ("../1999~", "by about 1999", "не позднее около 1999"),
        ] {
            assert_eq!(Tongue::english().when(edtf).into_string(), english);
            assert_eq!(Tongue::of("ru").unwrap().when(edtf).into_string(), russian);
        }
    }
}
