//! One act: what was done, under which articles, on whose word, and how else it is read.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::capacity::capacity;
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::told;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_model::{Act, Deed, Details, Preference, Reading, Rival, Signed};

/// Shows an act.
pub(crate) fn act(site: &Site, asked: &Asked) -> Shown {
    let position = told::act(site, asked.place("act"))?;
    let history = &site.record().history;
    let title = text!(asked, "act-title", act = told::act_word(site, position));
    let last = u32::try_from(history.acts.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let body = html! {
        @if let Some(act) = history.act(position) {
            h1.sentence { (deeds::act(site, asked, position)) }
            p.lede { (parts::when(asked, act.when)) }
            @if let Some(found) = site.contested(position) { p.note { (parts::contested(asked, found)) } }
            dl.plain {
                div { dt { (say!(asked, "act-told-by")) } dd { (named::sources(site, asked, history.sources(act.sources))) } }
                @if let Some(details) = &act.details { (details_of(site, asked, details)) }
                div { dt { (say!(asked, "act-in-the-record")) } dd {
                    (say!(asked, "act-place", position = position, place = html! { code { (told::place(site, act.origin)) } }, day = asked.day(history.recorded_on(position)))) } }
            }
            @if let Some(details) = &act.details { (readings(site, asked, act, details)) }
        }
        @if history.act(position).is_some_and(|act| matches!(act.deed, Deed::Decide(_))) {
            p { a href=(asked.link(&format!("/acts/{}/decision", encoded(&told::act_word(site, position))))) { (say!(asked, "act-decision")) } }
        }
        nav.neighbours aria-label=(text!(asked, "act-neighbours")) {
            @if let Some(before) = position.checked_sub(1) { (say!(asked, "act-before", act = named::act(site, asked, before))) " " }
            @if position < last { (say!(asked, "act-after", act = named::act(site, asked, position.saturating_add(1)))) }
        }
    };
    Ok(Page { title, body })
}

fn details_of(site: &Site, asked: &Asked, details: &Details) -> Markup {
    let texts =
        [("about", &details.what), ("claimed", &details.claims), ("remark", &details.notes)];
    html! {
        @if let Some(from) = details.from { div { dt { (say!(asked, "act-counts-from")) } dd { (parts::when(asked, from)) } } }
        @if let Some(place) = details.place.and_then(|place| named::place(site, asked, place)) { div { dt { (say!(asked, "act-in")) } dd { (place) } } }
        @if !details.under.is_empty() {
            div { dt { (say!(asked, "act-under")) } dd { @for id in &details.under { (named::article(site, asked, *id)) " " } } }
        }
        @for (title, list) in texts {
            @if !list.is_empty() { div { dt { (say!(asked, "act-told", what = Part::Word(title))) } dd { @for text in list { p { (named::sentence(site, asked, text)) } } } } }
        }
        @if !details.signed.is_empty() {
            div { dt { (say!(asked, "act-signed-by")) } dd { @for signed in &details.signed { p { (signature(site, asked, signed)) } } } }
        }
        @if !details.taking_part.is_empty() {
            div { dt { (say!(asked, "act-taking-part")) } dd { (named::parties(site, asked, &details.taking_part)) } }
        }
        @for count in &details.counts { div { dt { (parts::written(asked, &count.of)) } dd { (parts::written(asked, &count.number)) } } }
        @for (key, text) in &details.particulars { div { dt { (parts::written(asked, key)) } dd { (named::sentence(site, asked, text)) } } }
        @for expected in &details.expected {
            div { dt { (parts::grade(asked, expected.grade)) } dd { (named::article_or_none(site, asked, expected.article)) " " (parts::written(asked, &expected.reason)) } }
        }
    }
}

fn signature(site: &Site, asked: &Asked, signed: &Signed) -> Markup {
    html! {
        @let person = html! { (parts::written(asked, &signed.person)) @if let Some(word) = &signed.capacity { ", " (capacity(site, asked, word)) } };
        @match signed.of {
            Some(of) => { (say!(asked, "act-signed-for", person = person, party = named::party(site, asked, of))) }
            None => { (person) }
        }
    }
}

fn readings(site: &Site, asked: &Asked, act: &Act, details: &Details) -> Markup {
    let (followed, reason) = match &details.preference {
        Preference::Undecided => (None, None),
        Preference::This(reason) => (Some(0), Some(reason)),
        Preference::Rival(index, reason) => (Some(index.saturating_add(1)), Some(reason)),
    };
    let own = site.record().history.sources(act.sources);
    html! {
        @if !details.readings.is_empty() {
            section aria-labelledby="readings" {
                h2 #readings { (say!(asked, "act-readings")) }
                ol.readings {
                    li { (parts::when(asked, act.when)) ": " (deeds::deed(site, asked, &act.deed))
                        " " (named::sources(site, asked, own)) (mark(asked, followed == Some(0))) }
                    @for (index, reading) in details.readings.iter().enumerate() {
                        li { (rival(site, asked, reading)) (mark(asked, followed == Some(index.saturating_add(1)))) }
                    }
                }
                @match reason {
                    Some(reason) => { p { (say!(asked, "parts-followed-because", reason = parts::written(asked, reason))) } }
                    None => { p { (say!(asked, "parts-undecided")) } }
                }
            }
        }
    }
}

fn mark(asked: &Asked, is_followed: bool) -> Markup {
    html! { @if is_followed { " " span.followed { (say!(asked, "parts-followed-here")) } } }
}

/// Says what another reading of an act says.
pub(super) fn read_otherwise(site: &Site, asked: &Asked, reading: &Reading) -> Markup {
    match &reading.rival {
        Rival::Date(when) => parts::when(asked, *when),
        Rival::Deed(deed, when) => html! {
            @if let Some(when) = when { (parts::when(asked, *when)) ": " }
            (deeds::deed(site, asked, deed))
        },
    }
}

fn rival(site: &Site, asked: &Asked, reading: &Reading) -> Markup {
    html! {
        (read_otherwise(site, asked, reading))
        " " (named::sources(site, asked, &reading.sources))
        @for note in &reading.notes { p.quiet { (parts::written(asked, note)) } }
    }
}
