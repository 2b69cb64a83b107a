//! What of a page can be followed: its feed and its calendar, in its head and at its end.

use crate::asked::{Asked, encoded};
use crate::tongue::{say, text};
use maud::{Markup, html};

/// A page, the place in its path, and the path of what follows it before and behind that place.
type Offer = (&'static str, &'static str, &'static str, Form);

/// In which form something is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Feed,
    Calendar,
}

const OFFERS: &[Offer] = &[
    ("/sessions/", "organ", "/feeds/organs/", Form::Feed),
    ("/sessions/", "organ", "/calendar/organs/", Form::Calendar),
    ("/matters/", "matter", "/feeds/matters/", Form::Feed),
    ("/status/", "instrument", "/feeds/instruments/", Form::Feed),
    ("/today/", "state", "/calendar/states/", Form::Calendar),
];

/// The pages that tell of the whole record.
const WHOLE: &[&str] = &["/", "/timeline"];

/// Returns what a page offers.
fn offered(asked: &Asked) -> Vec<(String, Form)> {
    let own = OFFERS.iter().filter(|(page, ..)| asked.path().starts_with(page));
    let own = own.filter_map(|(_, place, path, form)| {
        let word = asked.place(place);
        let ending = match form {
            Form::Feed => ".atom",
            Form::Calendar => ".ics",
        };
        (!word.is_empty()).then(|| (format!("{path}{}{ending}", encoded(word)), *form))
    });
    let whole = WHOLE.contains(&asked.path());
    own.chain(whole.then(|| ("/feeds/acts.atom".to_owned(), Form::Feed))).collect()
}

/// Returns the links of a page's head, by which programs find what they can follow.
pub(crate) fn head(asked: &Asked) -> Markup {
    html! {
        @for (path, form) in offered(asked) {
            @match form {
                Form::Feed => { link rel="alternate" type="application/atom+xml" title=(text!(asked, "followed-feed")) href=(path); }
                Form::Calendar => { link rel="alternate" type="text/calendar" title=(text!(asked, "followed-calendar")) href=(path); }
            }
        }
    }
}

/// Returns the links that people follow.
pub(crate) fn foot(asked: &Asked) -> Markup {
    let offered = offered(asked);
    html! {
        @if !offered.is_empty() {
            p.elsewhere {
                @for (index, (path, form)) in offered.iter().enumerate() {
                    @if index > 0 { " · " }
                    a href=(path) {
                        @match form {
                            Form::Feed => { (say!(asked, "followed-feed")) }
                            Form::Calendar => { (say!(asked, "followed-calendar")) }
                        }
                    }
                }
            }
        }
    }
}
