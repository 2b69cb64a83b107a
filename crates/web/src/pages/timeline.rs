//! What happened, in order, year by year.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day};
use crate::site::Site;
use maud::{Markup, html};
use servanda_query::{Event, timeline as ask};

/// Lists the acts up to the day asked about.
pub(crate) fn timeline(site: &Site, asked: &Asked) -> Shown {
    let events = ask(&site.asking, &asked.moment);
    let mut years: Vec<(i32, Vec<&Event>)> = Vec::new();
    for event in &events {
        let year = event.when.order().year();
        match years.last_mut().filter(|(last, _)| *last == year) {
            Some((_, list)) => list.push(event),
            None => years.push((year, vec![event])),
        }
    }
    let body = html! {
        h1 { "Timeline" }
        p.lede { (parts::count(events.len(), "act", "acts")) " up to " (day(asked.moment.on)) "." }
        @if events.is_empty() { (parts::empty("The record begins later. Choose a later day above.")) }
        nav.years aria-label="Years" { @for (year, _) in &years { a href=(format!("#y{year}")) { (year) } " " } }
        @for (year, list) in &years {
            section.year id=(format!("y{year}")) {
                h2 { (year) }
                ol { @for event in list { (line(site, asked, event)) } }
            }
        }
        p.elsewhere { "For programs: " a href=(asked.link("/api/v1/timeline")) { "the same as JSON" } }
    };
    Ok(Page { title: "Timeline".to_owned(), body })
}

/// Shows one act: its date leads to the act, its words to their own pages.
fn line(site: &Site, asked: &Asked, event: &Event) -> Markup {
    let word = crate::told::act_word(site, event.position);
    html! {
        li {
            a.date href=(asked.link(&format!("/acts/{}", encoded(&word)))) { (parts::when(event.when)) }
            span.event { (named::sentence(site, asked, &event.text)) }
            span.rests {
                @for id in &event.articles { (named::article(site, asked, *id)) " " }
                (named::sources(site, asked, &event.sources))
            }
        }
    }
}
