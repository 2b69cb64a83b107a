//! Chairs and offices: every handover, and what each reading of the rule expected.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day_or_nothing, day_or_unknown, since};
use crate::said::{nobody, said};
use crate::site::Site;
use crate::tongue::{say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Day, Remark};
use servanda_query::{
    Chair, Chairs, Foreseen, Handover, Moment, Office, ReadingAnswer, chair as ask_chair, chairs,
    office as ask_office, successions,
};

/// Shows the chair of an organ and every handover of it.
pub(crate) fn chair(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("organ");
    let id = find(&law.body_names, word, "an organ")?;
    let name = named::body_name(site, asked, id);
    let title = text!(asked, "seats-chair-of", organ = name.text);
    let Chairs { now, handovers } = chairs(site.asking(), id, &asked.moment);
    let rows = handovers.iter().enumerate().rev().map(|(index, (turn, found))| {
        handover(site, asked, turn, found, (index.saturating_add(1) == handovers.len(), word))
    });
    let rows: Vec<Markup> = rows.collect();
    let body = html! {
        h1 { (say!(asked, "seats-chair-of", organ = name.shown(asked))) }
        p.lede {
            @match now.holder {
                Some(holder) => {
                    (say!(asked, "seats-on-since", holder = named::party(site, asked, holder), day = asked.day(asked.moment.on), since = since(asked, now.since)))
                    " " (named::why(asked, &format!("{} chair {word}", law.party_names.word(holder))))
                }
                None => { (unheld(site, asked, now.note.as_ref())) }
            }
        }
        @if let Some(ours) = ours(asked) { (chair_in_ours(site, asked, &ask_chair(site.asking(), id, &ours))) }
        (next(site, asked, &now.next))
        @if rows.is_empty() {
            (parts::empty(&say!(asked, "seats-no-handover")))
        } @else {
            (parts::table(&say!(asked, "seats-every-handover"), &parts::columns(asked, &["parts-since", "parts-through", "seats-chair", "seats-expected", "seats-stands", "parts-act-column"]), &rows))
        }
        p.elsewhere { a href=(asked.link(&format!("/members/{}", encoded(word)))) { (say!(asked, "seats-about-organ")) } " · " (parts::json(asked, &format!("/api/v1/chair/{}", encoded(word)))) }
    };
    Ok(Page { title, body })
}

/// Returns the moment of our reading, where an account is followed.
fn ours(asked: &Asked) -> Option<Moment> {
    asked.moment.account.map(|_| Moment { account: None, ..asked.moment })
}

fn chair_in_ours(site: &Site, asked: &Asked, ours: &Chair) -> Markup {
    let holder = ours.holder.map(|holder| named::party(site, asked, holder));
    let holder = holder.unwrap_or_else(|| nobody(site, asked, ours.note.as_ref()));
    in_ours(asked, holder, (ours.since, ours.until))
}

fn office_in_ours(site: &Site, asked: &Asked, ours: &Office) -> Markup {
    let holder = ours.holder.as_ref().map(|holder| {
        html! {
            (parts::written(asked, holder))
            @if let Some(of) = ours.of { " (" (named::party(site, asked, of)) ")" }
        }
    });
    let holder = holder.unwrap_or_else(|| nobody(site, asked, ours.note.as_ref()));
    in_ours(asked, holder, (ours.since, ours.until))
}

/// Says who holds a seat in our reading, beside what one account tells.
fn in_ours(asked: &Asked, holder: Markup, when: (Option<Day>, Option<Day>)) -> Markup {
    let reading = html! {
        (holder)
        @if let Some(since) = when.0 { " " (say!(asked, "instruments-since", day = asked.day(since))) }
        @if let Some(until) = when.1 { " " (say!(asked, "instruments-until", day = asked.day(until))) }
    };
    html! { p.note { (say!(asked, "sources-our-reading", reading = reading)) } }
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
            td { (dated(site, asked, turn)) }
            td { @if is_last { (day_or_nothing(asked, found.until)) } @else { (day_or_unknown(asked, found.until)) } }
            th scope="row" { @if let Some(party) = turn.party { (named::party(site, asked, party)) } }
            td { (readings(site, asked, &found.readings)) }
            td {
                @if found.open.is_some() { (nobody(site, asked, found.note.as_ref())) " " }
                @if let Some(text) = &found.deviation { span.departs { (said(site, asked, text)) } }
                @if let Some(text) = &found.explained { (said(site, asked, text)) }
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
fn dated(site: &Site, asked: &Asked, turn: &Handover) -> Markup {
    match site.record().history.act(turn.why.position).filter(|_| !turn.why.exact) {
        Some(act) => parts::when(asked, act.when),
        None => asked.day(turn.from),
    }
}

/// Links to why a claim stood as it did on another day than the one asked about.
fn why_on(asked: &Asked, claim: &str, on: servanda_model::Day) -> Markup {
    let on = on.to_string();
    html! { a.why href=(asked.link_with("/why", &[("claim", claim), ("on", &on)])) aria-label=(text!(asked, "seats-why-on", claim = claim, day = &on)) { (say!(asked, "parts-why")) } }
}

fn readings(site: &Site, asked: &Asked, readings: &[ReadingAnswer]) -> Markup {
    html! {
        @if readings.is_empty() { span.quiet { (say!(asked, "seats-no-reading")) } }
        ul.readings {
            @for reading in readings {
                li {
                    em { (parts::written(asked, &reading.name)) } ": "
                    @match reading.holder {
                        Some(holder) => { (named::party(site, asked, holder)) }
                        None => { span.quiet { (say!(asked, "seats-nobody-to-name")) } }
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
            p {
                @let said = html! { @for (index, turn) in turns.iter().enumerate() {
                    @let party = named::party(site, asked, turn.party);
                    @let who = match turn.from {
                        Some(from) => say!(asked, "seats-from", party = party, day = asked.day(from)),
                        None => party,
                    };
                    @if index == 0 { (say!(asked, "seats-next", who = who)) }
                    @else { (say!(asked, "seats-then", who = who)) }
                } };
                (parts::ended(said))
            }
        }
    }
}

/// Shows an office and everybody who held it.
pub(crate) fn office(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("office");
    let id = find(&law.office_names, word, "an office")?;
    let row = law.office(id);
    let name = named::office_name(site, asked, id);
    let now = ask_office(site.asking(), id, &asked.moment);
    let turns = successions(site.asking(), id, &asked.moment);
    let rows = turns.iter().rev().map(|turn| {
        let held = ask_office(site.asking(), id, &asked.moment.at(turn.from));
        succession(site, asked, turn, &held, word)
    });
    let rows: Vec<Markup> = rows.collect();
    let body = html! {
        h1 { (name.shown(asked)) }
        p.lede { (holds(site, asked, &now)) }
        @if let Some(ours) = ours(asked) { (office_in_ours(site, asked, &ask_office(site.asking(), id, &ours))) }
        @if let Some(row) = row {
            p {
                @if let Some(article) = row.article { (say!(asked, "seats-under", article = named::article(site, asked, article))) " " }
                @if let Some(organ) = row.appointed_by { (say!(asked, "seats-appointed-by", organ = named::body(site, asked, organ))) " " }
                @if let Some(organ) = row.recommended_by { (say!(asked, "seats-recommended-by", organ = named::body(site, asked, organ))) " " }
            }
        }
        @for lost in &now.lost { p.note { (said(site, asked, lost)) } }
        (next(site, asked, &now.next))
        @if rows.is_empty() { (parts::empty(&say!(asked, "seats-no-appointment"))) }
        @else { (parts::table(&say!(asked, "seats-everybody"), &parts::columns(asked, &["parts-since", "parts-through", "parts-holder", "parts-of", "seats-remarks", "parts-act-column", ""]), &rows)) }
        (parts::for_programs(asked, &format!("/api/v1/office/{}", encoded(word))))
    };
    Ok(Page { title: name.text.to_owned(), body })
}

/// Says that nobody is found on the day asked about, or why it is left open who holds the seat.
fn unheld(site: &Site, asked: &Asked, note: Option<&Remark>) -> Markup {
    let day = asked.day(asked.moment.on);
    match note {
        Some(note) => {
            say!(asked, "seats-left-open", day = day, because = said(site, asked, note))
        }
        None => say!(asked, "seats-nobody-on", day = day),
    }
}

/// Says who holds an office on the day asked about.
fn holds(site: &Site, asked: &Asked, now: &Office) -> Markup {
    let day = asked.day(asked.moment.on);
    let Some(holder) = &now.holder else {
        return unheld(site, asked, now.note.as_ref());
    };
    let (holder, since) = (parts::written(asked, holder), since(asked, now.since));
    match now.until {
        Some(until) => {
            let until = asked.day(until);
            say!(
                asked,
                "seats-on-through",
                holder = holder,
                day = day,
                since = since,
                until = until
            )
        }
        None => say!(asked, "seats-on-since", holder = holder, day = day, since = since),
    }
}

fn succession(site: &Site, asked: &Asked, turn: &Handover, held: &Office, word: &str) -> Markup {
    // An act that ends a holding on the day on which another begins makes nobody its holder.
    let is_own = held.why.is_some_and(|why| why.position == turn.why.position);
    if !is_own {
        return html! {
            tr {
                td { (dated(site, asked, turn)) }
                td {}
                th scope="row" { (say!(asked, "seats-vacant")) }
                td {} td {}
                td { (named::act(site, asked, turn.why.position)) }
                td {}
            }
        };
    }
    html! {
        tr {
            td { (dated(site, asked, turn)) }
            td { (day_or_nothing(asked, held.until)) }
            th scope="row" { @match &held.holder { Some(holder) => { (parts::written(asked, holder)) } None => { (say!(asked, "seats-vacant")) } } }
            td { @if let Some(of) = held.of { (named::party(site, asked, of)) } }
            td { @if let Some(text) = &held.deviation { (said(site, asked, text)) } (readings_unless_none(site, asked, held)) }
            td { (named::act(site, asked, turn.why.position)) }
            td { @if let Some(holder) = &held.holder { (why_on(asked, &format!("\"{holder}\" holds {word}"), turn.from)) } }
        }
    }
}

fn readings_unless_none(site: &Site, asked: &Asked, held: &Office) -> Markup {
    html! { @if !held.readings.is_empty() { (readings(site, asked, &held.readings)) } }
}
