//! One act: what was done, under which articles, on whose word, and how else it is read.

use super::Shown;
use crate::asked::Asked;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::told;
use maud::{Markup, html};
use servanda_model::{Act, Details, Preference, Reading, Rival, Signed};
use servanda_query::{act_sentence, deed_sentence, place_name};

/// Shows an act.
pub(crate) fn act(site: &Site, asked: &Asked) -> Shown {
    let position = told::act(site, asked.place("act"))?;
    let history = &site.record().history;
    let sentence = act_sentence(site.asking(), position);
    let title = format!("Act {}", told::act_word(site, position));
    let last = u32::try_from(history.acts.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let body = html! {
        @if let Some(act) = history.act(position) {
            h1.sentence { (named::sentence(site, asked, &sentence)) }
            p.lede { (parts::when(act.when)) }
            dl.plain {
                div { dt { "told by" } dd { (named::sources(site, asked, history.sources(act.sources))) } }
                @if let Some(details) = &act.details { (details_of(site, asked, details)) }
                div { dt { "in the record" } dd {
                    "position " (position) ", " code { (told::place(site, act.origin)) } ", recorded as of " (parts::day(history.recorded_on(position))) } }
            }
            @if let Some(details) = &act.details { (readings(site, asked, act, details)) }
        }
        nav.neighbours aria-label="Neighbouring acts" {
            @if let Some(before) = position.checked_sub(1) { "before: " (named::act(site, asked, before)) " " }
            @if position < last { "after: " (named::act(site, asked, position.saturating_add(1))) }
        }
    };
    Ok(Page { title, body })
}

fn details_of(site: &Site, asked: &Asked, details: &Details) -> Markup {
    let texts =
        [("about", &details.what), ("claimed", &details.claims), ("remark", &details.notes)];
    html! {
        @if let Some(from) = details.from { div { dt { "counts from" } dd { (parts::when(from)) } } }
        @if let Some(place) = details.place.and_then(|place| place_name(site.asking(), place)) { div { dt { "in" } dd { (place) } } }
        @if !details.under.is_empty() {
            div { dt { "under" } dd { @for id in &details.under { (named::article(site, asked, *id)) " " } } }
        }
        @for (title, list) in texts {
            @if !list.is_empty() { div { dt { (title) } dd { @for text in list { p { (named::sentence(site, asked, text)) } } } } }
        }
        @if !details.signed.is_empty() {
            div { dt { "signed by" } dd { @for signed in &details.signed { p { (signature(site, asked, signed)) } } } }
        }
        @if !details.taking_part.is_empty() {
            div { dt { "taking part" } dd { (named::parties(site, asked, &details.taking_part)) } }
        }
        @for count in &details.counts { div { dt { (count.of) } dd { (count.number) } } }
        @for (key, text) in &details.particulars { div { dt { (key) } dd { (named::sentence(site, asked, text)) } } }
        @for expected in &details.expected {
            div { dt { (expected.grade.neutral()) } dd { (named::article_or_none(site, asked, expected.article)) " " (expected.reason) } }
        }
    }
}

fn signature(site: &Site, asked: &Asked, signed: &Signed) -> Markup {
    html! {
        (signed.person)
        @if let Some(capacity) = &signed.capacity { ", " (capacity) }
        @if let Some(of) = signed.of { ", for " (named::party(site, asked, of)) }
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
                h2 #readings { "How it is read" }
                ol.readings {
                    li { (parts::when(act.when)) ": " (named::sentence(site, asked, &deed_sentence(site.asking(), &act.deed)))
                        " " (named::sources(site, asked, own)) (mark(followed == Some(0))) }
                    @for (index, reading) in details.readings.iter().enumerate() {
                        li { (rival(site, asked, reading)) (mark(followed == Some(index.saturating_add(1)))) }
                    }
                }
                @match reason {
                    Some(reason) => { p { "Followed because " (reason) "." } }
                    None => { p { "The record does not decide between them." } }
                }
            }
        }
    }
}

fn mark(is_followed: bool) -> Markup {
    html! { @if is_followed { " " span.followed { "followed here" } } }
}

fn rival(site: &Site, asked: &Asked, reading: &Reading) -> Markup {
    html! {
        @match &reading.rival {
            Rival::Date(when) => { (parts::when(*when)) }
            Rival::Deed(deed, when) => {
                @if let Some(when) = when { (parts::when(*when)) ": " }
                (named::sentence(site, asked, &deed_sentence(site.asking(), deed)))
            }
        }
        " " (named::sources(site, asked, &reading.sources))
        @for note in &reading.notes { p.quiet { (note) } }
    }
}
