//! Pages that show, while they are open, what is new: a script listens to the events and asks for
//! the page again; without it the page is what it was.

use crate::asked::{Asked, ON};
use crate::frame::{self, Page};
use crate::respond;
use crate::site::Site;
use crate::tongue::text;
use axum::body::Body;
use axum::http::Response;
use maud::{Markup, html};

/// Answers with a page whose live parts refresh themselves, where there is a log to listen to and
/// the page is about today.
pub(crate) fn answer(
    site: &Site,
    asked: &Asked,
    page: Page,
    known: Option<&str>,
) -> Response<Body> {
    if !listens(site, asked) {
        return respond::page(frame::whole(site, asked, &page), known);
    }
    let body = html! { (page.body) (listener(site, asked)) };
    let text = frame::whole(site, asked, &Page { body, ..page });
    respond::scripted(respond::page(text, known))
}

/// Tells whether a page listens: there is a log to listen to, and it is about today.
pub(crate) fn listens(site: &Site, asked: &Asked) -> bool {
    site.arrivals().is_some() && asked.field(ON.name).is_none() && asked.is_plain()
}

/// What the script is told: what the page shows, and what to say once it shows more.
fn listener(site: &Site, asked: &Asked) -> Markup {
    let matter = Some(asked.place("matter")).filter(|word| !word.is_empty());
    html! {
        p.sv-live #live role="status" aria-live="polite"
            data-acts=(site.record().history.acts.len())
            data-day=(site.today())
            data-matter=[matter]
            data-grown=(text!(asked, "live-grown"))
            data-turned=(text!(asked, "live-turned")) {}
        script type="module" src="/live.js" {}
    }
}

/// Marks a part of a page as live.
pub(crate) fn part(name: &str, content: &Markup) -> Markup {
    html! { div data-live=(name) { (content) } }
}
