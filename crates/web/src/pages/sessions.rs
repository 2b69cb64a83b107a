//! The sessions of an organ, with what is on record of each.

use super::Shown;
use super::docket::told_act;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::words::find;
use maud::{Markup, html};
use servanda_query::{SessionAnswer, session_lines, sessions as ask_sessions};

/// Shows the sessions of an organ.
pub(crate) fn sessions(site: &Site, asked: &Asked) -> Shown {
    let word = asked.place("organ");
    let id = find(&site.record().law.body_names, word, "an organ")?;
    let found = ask_sessions(site.asking(), id, &asked.moment);
    let rows: Vec<Markup> =
        found.sessions.iter().rev().map(|one| session(site, asked, one)).collect();
    let title = format!("Sessions of the {}", named::body_text(site, id));
    let body = html! {
        h1 { (title) }
        @if let Some(yearly) = found.yearly {
            p.lede { "The law asks for at least " (yearly) " a year." @if found.alternates { " Regular sessions go from one member to another." } }
        }
        @if rows.is_empty() { (parts::empty("No session is found in this record by that day.")) }
        @else { (parts::table("Sessions, the latest first", &["when", "where", "host", "how", "decided"], &rows)) }
        @if !found.short_years.is_empty() {
            p.note { "Fewer found in this record: "
                @for (index, (year, count)) in found.short_years.iter().enumerate() { @if index > 0 { ", " } (year) " (" (count) ")" } "." }
        }
        @for one in found.sessions.iter().rev() { (papers(site, asked, one)) }
        @if !found.called.is_empty() {
            section { h2 { "Called, and no session found" }
                ul { @for call in &found.called { li { (call.on.to_string()) " " (call.form.word()) ": " (told_act(site, asked, &call.act)) } } } }
        }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/sessions/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title, body })
}

fn session(site: &Site, asked: &Asked, one: &SessionAnswer) -> Markup {
    let place = one.place.and_then(|place| servanda_query::place_name(site.asking(), place));
    html! {
        tr {
            th scope="row" { (parts::when_text(&one.act.when)) " " (named::sources(site, asked, &one.act.sources)) }
            td { (place.unwrap_or_default()) }
            td { @if let Some(host) = one.host { (named::party(site, asked, host)) } }
            td { (one.form.word()) }
            td { @for act in &one.decided { p { (told_act(site, asked, act)) } } }
        }
    }
}

/// Tells of the call, the agenda, the register and the minutes of a session, where any is found.
fn papers(site: &Site, asked: &Asked, one: &SessionAnswer) -> Markup {
    let lines = session_lines(site.asking(), one);
    html! {
        @if !lines.is_empty() {
            section {
                h2 { (parts::when_text(&one.act.when)) ", " (one.form.word()) }
                dl.plain { @for (of, text) in &lines { div { dt { (of) } dd { (named::sentence(site, asked, text)) } } } }
            }
        }
    }
}
