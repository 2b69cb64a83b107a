//! What happened, in order, year by year.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::paging::{Paged, on_page, paged};
use crate::parts;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use maud::{Markup, html};
use servanda_query::{Event, timeline as ask};

/// The most acts of one page.
const PAGE_ACTS: usize = 120;

/// Lists the acts up to the day asked about.
pub(crate) fn timeline(site: &Site, asked: &Asked) -> Shown {
    let events = ask(site.asking(), &asked.moment);
    let Paged { shown, here, pages } = paged(asked, &events, PAGE_ACTS)?;
    let body = html! {
        h1 { (say!(asked, "frame-timeline")) }
        p.lede { (lede(asked, events.len(), pages)) }
        @if events.is_empty() { (parts::empty(&say!(asked, "timeline-none"))) }
        (years(asked, &events, here))
        @for list in shown.chunk_by(|a, b| year(a) == year(b)) {
            @if let Some(first) = list.first() {
                section.year id=(format!("y{}", year(first))) {
                    h2 { (year(first)) }
                    ol { @for event in list { (line(site, asked, event)) } }
                }
            }
        }
        @if here < pages { p { a href=(on_page(asked, "/timeline", here.saturating_add(1))) { (say!(asked, "timeline-next")) } } }
        (parts::for_programs(asked, "/api/v1/timeline"))
    };
    Ok(Page { title: text!(asked, "frame-timeline"), body })
}

/// Says how many acts there are up to the day asked about.
fn lede(asked: &Asked, acts: usize, pages: usize) -> Markup {
    let day = asked.day(asked.moment.on);
    if pages > 1 {
        return say!(asked, "timeline-acts-on-pages", number = acts, day = day, pages = pages);
    }
    say!(asked, "timeline-acts", number = acts, day = day)
}

fn year(event: &Event) -> i32 {
    event.when.order().year()
}

/// Links every year, on whichever page it begins.
fn years(asked: &Asked, events: &[Event], here: usize) -> Markup {
    let mut first: Vec<(i32, usize)> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let page = index.checked_div(PAGE_ACTS).unwrap_or(0).saturating_add(1);
        if first.last().is_none_or(|(last, _)| *last != year(event)) {
            first.push((year(event), page));
        }
    }
    html! {
        nav.years aria-label=(text!(asked, "timeline-years")) {
            @for (year, page) in first {
                @let path = if page == here { String::new() } else { on_page(asked, "/timeline", page) };
                a href={ (path) "#y" (year) } { (year) } " "
            }
        }
    }
}

/// Shows one act: its date leads to the act, its words to their own pages.
fn line(site: &Site, asked: &Asked, event: &Event) -> Markup {
    let word = told::act_word(site, event.position);
    html! {
        li {
            a.date href=(asked.link(&format!("/acts/{}", encoded(&word)))) { (parts::when(asked, event.when)) }
            span.event {
                (deeds::act_with_about(site, asked, event.position))
                @if let Some(ours) = deeds::our_reading(site, asked, event.position) { " " (ours) }
                @if let Some(found) = site.contested(event.position) { " " (parts::contested(asked, found)) }
            }
            span.rests {
                @for id in &event.articles { (named::article(site, asked, *id)) " " }
                (named::sources(site, asked, &event.sources))
            }
        }
    }
}
