//! The sessions of an organ, with what is on record of each.

use super::Shown;
use super::docket::told_act;
use crate::asked::{Asked, encoded};
use crate::capacity::capacity;
use crate::deeds::{self, label};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::tongue::{Part, say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::SessionForm;
use servanda_query::{
    ActAnswer, ItemAnswer, SatAnswer, SessionAnswer, Sessions, sessions as ask_sessions,
};

/// Shows the sessions of an organ.
pub(crate) fn sessions(site: &Site, asked: &Asked) -> Shown {
    let word = asked.place("organ");
    let id = find(&site.record().law.body_names, word, "an organ")?;
    let found = ask_sessions(site.asking(), id, &asked.moment);
    let rows: Vec<Markup> =
        found.sessions.iter().rev().map(|one| session(site, asked, one)).collect();
    let title = text!(asked, "sessions-title", organ = named::body_name(site, asked, id).text);
    let body = html! {
        h1 { (say!(asked, "sessions-title", organ = named::body_name(site, asked, id).shown(asked))) }
        (asked_of(asked, &found))
        @if rows.is_empty() { (parts::empty(&say!(asked, "sessions-none"))) }
        @else { (parts::table(&say!(asked, "sessions-latest-first"), &parts::columns(asked, &["sessions-when", "sessions-where", "sessions-host", "sessions-how", "sessions-decided"]), &rows)) }
        @if !found.short_years.is_empty() {
            @let years = html! { @for (index, (year, count)) in found.short_years.iter().enumerate() { @if index > 0 { ", " } (year) " (" (count) ")" } };
            p.note { (say!(asked, "sessions-fewer", years = years)) }
        }
        @for one in found.sessions.iter().rev() { (papers(site, asked, one)) }
        @if !found.unplaced.is_empty() {
            section { h2 { (say!(asked, "sessions-unplaced")) }
                ul { @for act in &found.unplaced { li { (asked.tongue().when(&act.when)) ": " (told_act(site, asked, act)) } } } }
        }
        @if !found.called.is_empty() {
            section { h2 { (say!(asked, "sessions-called")) }
                ul { @for call in &found.called { li { (asked.day(call.on)) ", " (form(asked, call.form)) ": " (told_act(site, asked, &call.act)) } } } }
        }
        (parts::for_programs(asked, &format!("/api/v1/sessions/{}", encoded(word))))
    };
    Ok(Page { title, body })
}

/// Says what the law asks of the sessions of an organ.
fn asked_of(asked: &Asked, found: &Sessions) -> Markup {
    html! {
        @if let Some(yearly) = found.yearly {
            p.lede {
                (say!(asked, "sessions-yearly", number = yearly))
                @if found.alternates { " " (say!(asked, "sessions-alternate")) }
            }
        }
    }
}

fn form(asked: &Asked, form: SessionForm) -> Markup {
    say!(asked, "sessions-form", form = Part::Word(form.word().unwrap_or("untold")))
}

fn session(site: &Site, asked: &Asked, one: &SessionAnswer) -> Markup {
    let place = one.place.and_then(|place| named::place(site, asked, place));
    html! {
        tr {
            th scope="row" { (asked.tongue().when(&one.act.when)) " " (named::sources(site, asked, &one.act.sources)) }
            td { (place.unwrap_or_default()) }
            td { @if let Some(host) = one.host { (named::party(site, asked, host)) } }
            td { (form(asked, one.form)) }
            td { @for act in &one.decided { p { (told_act(site, asked, act)) } } }
        }
    }
}

/// Tells of the call, the agenda, the register and the minutes of a session, where any is found.
fn papers(site: &Site, asked: &Asked, one: &SessionAnswer) -> Markup {
    let lines = lines(site, asked, one);
    html! {
        @if !lines.is_empty() {
            section {
                h2 { (asked.tongue().when(&one.act.when)) ", " (form(asked, one.form)) }
                dl.plain { @for (of, text) in &lines { div { dt { (of) } dd { (text) } } } }
            }
        }
    }
}

/// Returns what is on record of a session beside that it was held: what, and in words.
fn lines(site: &Site, asked: &Asked, one: &SessionAnswer) -> Vec<(Markup, Markup)> {
    let by = |act: &ActAnswer| {
        html! { (asked.tongue().when(&act.when)) " (" (named::act(site, asked, act.position)) ")" }
    };
    let mut lines = Vec::new();
    if let Some(call) = &one.call {
        let text = html! { (deeds::act(site, asked, call.position)) ", " (by(call)) };
        lines.push((say!(asked, "sessions-call"), text));
    }
    for agenda in &one.agenda {
        let what = say!(asked, "sessions-agenda", stage = Part::Word(agenda.stage.word()));
        let items = agenda.items.iter().enumerate();
        let items = html! {
            @for (index, item) in items { (index.saturating_add(1)) " " (item_of(site, asked, item)) "; " }
        };
        lines.push((what, html! { (items) (by(&agenda.act)) }));
    }
    for sat in &one.register {
        lines.push((say!(asked, "sessions-present"), person(site, asked, sat)));
    }
    for (place, minutes) in one.minutes.iter().enumerate() {
        let (revision, act) = (minutes.revision, by(&minutes.act));
        let text = if place == 0 {
            say!(asked, "sessions-revision", revision = revision, act = act)
        } else {
            say!(asked, "sessions-revision-replaced", revision = revision, act = act)
        };
        lines.push((say!(asked, "sessions-minutes"), text));
    }
    if let Some(host) = one.host.filter(|_| one.hosts_again) {
        let host = named::party(site, asked, host);
        let text = say!(asked, "sessions-hosted-before", host = host);
        lines.push((say!(asked, "sessions-host"), text));
    }
    lines
}

fn item_of(site: &Site, asked: &Asked, item: &ItemAnswer) -> Markup {
    html! {
        (parts::written(asked, &item.title))
        @if let Some(matter) = item.matter { " (" (label(site, asked, matter)) ")" }
    }
}

/// Says who sat in a session, for whom, and how far credentials have come.
fn person(site: &Site, asked: &Asked, sat: &SatAnswer) -> Markup {
    html! {
        (parts::written(asked, &sat.sat.person))
        @if let Some(word) = &sat.sat.capacity { ", " (capacity(site, asked, word)) }
        @if let Some(of) = sat.sat.of { " (" (named::party(site, asked, of)) ")" }
        @if let Some(seat) = &sat.sits_for {
            ", " (say!(asked, "sessions-seat", capacity = parts::written(asked, seat)))
        }
        @if let Some((stage, act)) = &sat.credentials {
            ", " (say!(asked, "sessions-credentials", stage = parts::written(asked, stage), when = asked.tongue().when(&act.when), act = named::act(site, asked, act.position)))
        }
    }
}
