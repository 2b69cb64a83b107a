//! Chairs and offices: every handover, and what each reading of the rule expected.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day, day_or};
use crate::site::Site;
use crate::words::find;
use maud::{Markup, html};
use servanda_query::{
    Chair, Chairs, Foreseen, Handover, Office, ReadingAnswer, chairs, office as ask_office,
    successions,
};

/// Shows the chair of an organ and every handover of it.
pub(crate) fn chair(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("organ");
    let id = find(&law.body_names, word, "an organ")?;
    let title = format!("Chair of the {}", named::body_text(site, id));
    let Chairs { now, handovers } = chairs(site.asking(), id, &asked.moment);
    let rows = handovers.iter().enumerate().rev().map(|(index, (turn, found))| {
        handover(site, asked, turn, found, (index.saturating_add(1) == handovers.len(), word))
    });
    let rows: Vec<Markup> = rows.collect();
    let body = html! {
        h1 { (title) }
        p.lede {
            @match now.holder {
                Some(holder) => { (named::party(site, asked, holder)) " on " (day(asked.moment.on)) ", since " (day_or(now.since, "a day not known")) " " (named::why(asked, &format!("{} chair {word}", law.party_names.word(holder)))) }
                None => { "Nobody is found in this record on " (day(asked.moment.on)) "." }
            }
        }
        (next(site, asked, &now.next))
        @if rows.is_empty() {
            (parts::empty("No handover of this chair is in the record up to that day. A chair of another organ may be: see the list of organs."))
        } @else {
            (parts::table("Every handover, the latest first", &["since", "through", "chair", "what each reading expected", "how it stands to the reading followed", "act"], &rows))
        }
        p.elsewhere { a href=(asked.link(&format!("/members/{}", encoded(word)))) { "About the organ" } " · " a href=(asked.link(&format!("/api/v1/chair/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title, body })
}

fn handover(
    site: &Site,
    asked: &Asked,
    turn: &Handover,
    found: &Chair,
    (is_last, word): (bool, &str),
) -> Markup {
    let holder = turn.party.map(|party| site.record().law.party_names.word(party));
    html! {
        tr {
            td { (dated(site, turn)) }
            td { (day_or(found.until, if is_last { "" } else { "not known" })) }
            th scope="row" { @if let Some(party) = turn.party { (named::party(site, asked, party)) } }
            td { (readings(site, asked, &found.readings)) }
            td {
                @if let Some(text) = &found.deviation { span.departs { (named::sentence(site, asked, text)) } }
                @if let Some(text) = &found.explained { (named::sentence(site, asked, text)) }
                @if found.deviation.is_none() && found.explained.is_none() { (named::article_or_none(site, asked, found.article)) }
            }
            td {
                (named::act(site, asked, turn.why.position)) " "
                @if let Some(holder) = holder { (why_on(asked, &format!("{holder} chair {word}"), turn.from)) }
            }
        }
    }
}

/// Shows the date of a handover as exactly as the act gives it.
fn dated(site: &Site, turn: &Handover) -> Markup {
    match site.record().history.act(turn.why.position).filter(|_| !turn.why.exact) {
        Some(act) => parts::when(act.when),
        None => day(turn.from),
    }
}

/// Links to why a claim stood as it did on another day than the one asked about.
fn why_on(asked: &Asked, claim: &str, on: servanda_model::Day) -> Markup {
    let on = on.to_string();
    html! { a.why href=(asked.link_with("/why", &[("claim", claim), ("on", &on)])) aria-label=(format!("why: {claim} on {on}")) { "why" } }
}

fn readings(site: &Site, asked: &Asked, readings: &[ReadingAnswer]) -> Markup {
    html! {
        @if readings.is_empty() { span.quiet { "no reading reaches this day" } }
        ul.readings {
            @for reading in readings {
                li {
                    em { (reading.name) } ": "
                    @match reading.holder {
                        Some(holder) => { (named::party(site, asked, holder)) }
                        None => { span.quiet { "nobody it can name" } }
                    }
                    " " (named::article(site, asked, reading.article))
                }
            }
        }
    }
}

fn next(site: &Site, asked: &Asked, turns: &[Foreseen]) -> Markup {
    html! {
        @if !turns.is_empty() {
            p { "Expected next: "
                @for (index, turn) in turns.iter().enumerate() {
                    @if index > 0 { ", then " }
                    (named::party(site, asked, turn.party))
                    @if let Some(from) = turn.from { " from " (day(from)) }
                }
                "." }
        }
    }
}

/// Shows an office and everybody who held it.
pub(crate) fn office(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("office");
    let id = find(&law.office_names, word, "an office")?;
    let row = law.office(id);
    let title = row.map_or_else(|| word.to_owned(), |row| row.titles.main.clone());
    let now = ask_office(site.asking(), id, &asked.moment);
    let turns = successions(site.asking(), id, &asked.moment);
    let rows = turns.iter().rev().map(|turn| {
        let held = ask_office(site.asking(), id, &asked.moment.at(turn.from));
        succession(site, asked, turn, &held, word)
    });
    let rows: Vec<Markup> = rows.collect();
    let body = html! {
        h1 { (title) }
        p.lede {
            @match &now.holder {
                Some(holder) => { (holder) " on " (day(asked.moment.on)) ", since " (day_or(now.since, "a day not known")) @if let Some(until) = now.until { ", through " (day(until)) } }
                None => {
                    @match &now.note {
                        Some(note) => { "Left open on " (day(asked.moment.on)) ": " (named::sentence(site, asked, note)) "." }
                        None => { "Nobody is found in this record on " (day(asked.moment.on)) "." }
                    }
                }
            }
        }
        @if let Some(row) = row {
            p {
                @if let Some(article) = row.article { "Under " (named::article(site, asked, article)) ". " }
                @if let Some(organ) = row.appointed_by { "Appointed by the " (named::body(site, asked, organ)) ". " }
                @if let Some(organ) = row.recommended_by { "Recommended by the " (named::body(site, asked, organ)) ". " }
            }
        }
        @for lost in &now.lost { p.note { (named::sentence(site, asked, lost)) } }
        (next(site, asked, &now.next))
        @if rows.is_empty() { (parts::empty("No appointment is in the record up to that day.")) }
        @else { (parts::table("Everybody who held it, the latest first", &["since", "through", "holder", "of", "remarks", "act", ""], &rows)) }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/office/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title, body })
}

fn succession(site: &Site, asked: &Asked, turn: &Handover, held: &Office, word: &str) -> Markup {
    html! {
        tr {
            td { (dated(site, turn)) }
            td { (day_or(held.until, "")) }
            th scope="row" { (held.holder.as_deref().unwrap_or("vacant")) }
            td { @if let Some(of) = held.of { (named::party(site, asked, of)) } }
            td { @if let Some(text) = &held.deviation { (named::sentence(site, asked, text)) } (readings_unless_none(site, asked, held)) }
            td { (named::act(site, asked, turn.why.position)) }
            td { @if let Some(holder) = &held.holder { (why_on(asked, &format!("\"{holder}\" holds {word}"), turn.from)) } }
        }
    }
}

fn readings_unless_none(site: &Site, asked: &Asked, held: &Office) -> Markup {
    html! { @if !held.readings.is_empty() { (readings(site, asked, &held.readings)) } }
}
