//! Who was bound: one state or all of them, by an instrument, on a day, with a citation to paste.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, evidence};
use crate::routes::{INSTRUMENT_ASKED, STATE_ASKED};
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Id as _, InstrumentId, InstrumentKind, PartyId, PartyKind};
use servanda_query::{
    Participant, RowStatus, StatusAnswer, Why, source_text, status, why as ask_why,
};

/// Answers who was bound.
pub(crate) fn bound(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let title = text!(asked, "bound-title");
    let Some(word) = asked.field(INSTRUMENT_ASKED.name) else {
        let body =
            html! { h1 { (title) } p.lede { (say!(asked, "bound-lede")) } (form(site, asked)) };
        return Ok(Page { title, body });
    };
    let instrument = find(&law.instrument_names, word, "an instrument")?;
    let found = status(site.asking(), instrument, &asked.moment);
    let state = asked.field(STATE_ASKED.name);
    let state = state.map(|word| find(&law.party_names, word, "a state")).transpose()?;
    let body = html! {
        h1 { (title) }
        @match state {
            Some(state) => { (one(site, asked, &found, state)?) }
            None => { (all(site, asked, &found)) }
        }
        section { h2 { (say!(asked, "bound-another")) } (form(site, asked)) }
        p.elsewhere { a href=(asked.link(&format!("/status/{}", encoded(word)))) { (say!(asked, "bound-instrument-whole")) } }
    };
    Ok(Page { title, body })
}

/// Lists everybody who takes part.
fn all(site: &Site, asked: &Asked, found: &StatusAnswer) -> Markup {
    let rows: Vec<&Participant> = found.participants.iter().collect();
    let rows = named::sorted(site, asked, rows, |row| row.party);
    let shown: Vec<Markup> = rows
        .into_iter()
        .map(|row| {
            html! { tr {
                th scope="row" { (named::party(site, asked, row.party)) }
                td { (parts::status(asked, row.status.word())) }
                td { @if let Some(since) = row.since { (asked.day(since)) } }
                td { (named::article_or_none(site, asked, row.why.article)) }
                td { (named::act(site, asked, row.why.position)) }
            } }
        })
        .collect();
    let day = asked.day(asked.moment.on);
    let instrument = named::instrument(site, asked, found.instrument);
    html! {
        p.verdict { (say!(asked, "bound-all", instrument = instrument, day = day)) }
        @if shown.is_empty() { (parts::empty(&say!(asked, "bound-nobody"))) }
        @else {
            (parts::table(&say!(asked, "bound-who"),
                &parts::columns(asked, &["parts-state", "parts-stands-as", "parts-since", "parts-article", "parts-act-column"]), &shown))
        }
    }
}

/// Tells how one state stands, and what to cite.
fn one(
    site: &Site,
    asked: &Asked,
    found: &StatusAnswer,
    state: PartyId,
) -> Result<Markup, crate::refusal::Refusal> {
    let law = &site.record().law;
    let row = found.participants.iter().find(|row| row.party == state);
    let claimed = match row.map(|row| row.status) {
        Some(RowStatus::Is(status)) => status.word(),
        Some(RowStatus::Disputed | RowStatus::Unknown) | None => "party",
    };
    let (party, instrument) =
        (law.party_names.word(state), law.instrument_names.word(found.instrument));
    let claim = format!("{party} {claimed} {instrument}");
    let why = ask_why(site.asking(), &told::claim(site, &claim)?, &asked.moment);
    let stands = row.map_or("no-participant", |row| row.status.word());
    let day = asked.day(asked.moment.on);
    Ok(html! {
        p.verdict {
            (say!(asked, "bound-one", state = named::party(site, asked, state), status = parts::status(asked, stands),
                instrument = named::instrument(site, asked, found.instrument), day = day))
            " " (named::why(asked, &claim))
        }
        @if let Some(row) = row {
            p.standing {
                @if let Some(since) = row.since { (say!(asked, "bound-since", day = asked.day(since))) " " }
                @if row.cause.is_some() { (say!(asked, "bound-because", cause = parts::cause(asked, row.cause))) " " }
                (named::article_or_none(site, asked, row.why.article)) " " (named::act(site, asked, row.why.position))
            }
        }
        p { (say!(asked, "why-weakest", evidence = evidence(asked, why.evidence))) }
        section {
            h2 { (say!(asked, "bound-cite")) }
            pre.desk lang="en" tabindex="0" { (citation(site, asked, row, &why)) }
        }
    })
}

/// Writes what a reader may paste into a footnote: who said it, as of when, on whose word.
fn citation(site: &Site, asked: &Asked, row: Option<&Participant>, why: &Why) -> String {
    let law = &site.record().law;
    let article = row.and_then(|row| row.why.article).map(|id| law.article_names.word(id));
    let mut sources: Vec<String> = Vec::new();
    for source in why.because.iter().flat_map(|reason| &reason.sources) {
        let text = source_text(site.asking(), source);
        if !sources.contains(&text) {
            sources.push(text);
        }
    }
    let known = site.record().history.acts.len();
    let mut text = format!(
        "\"{}\" on {}: {}. Servanda, record of the {}, as known at position {}",
        why.claim,
        asked.moment.on,
        why.verdict.word(),
        site.name(),
        known.saturating_sub(1),
    );
    if let Some(article) = article {
        text.push_str(&format!("; article {article}"));
    }
    if let Some(row) = row {
        text.push_str(&format!("; act {}", told::act_word(site, row.why.position)));
    }
    if !sources.is_empty() {
        text.push_str(&format!("; sources {}", sources.join(", ")));
    }
    text.push_str(&format!("; weakest evidence: {}.", why.evidence.word()));
    text
}

/// Asks for a state, an instrument and a day; whoever takes part where no state is chosen.
pub(crate) fn form(site: &Site, asked: &Asked) -> Markup {
    let law = &site.record().law;
    let states = (0u32..).zip(&law.parties).filter(|(_, row)| row.kind == PartyKind::State);
    let states = states.map(|(n, _)| PartyId::of(n)).collect();
    let states: Vec<PartyId> = named::sorted(site, asked, states, |id| *id);
    let has_parties = |kind| matches!(kind, InstrumentKind::Treaty | InstrumentKind::Protocol);
    let instruments = (0u32..).zip(&law.instruments).filter(|(_, row)| has_parties(row.kind));
    let chosen = (asked.field(STATE_ASKED.name), asked.field(INSTRUMENT_ASKED.name));
    html! {
        form.ask method="get" action="/bound" {
            label for="bound-state" { (say!(asked, "parts-state")) }
            select #bound-state name=(STATE_ASKED.name) {
                option value="" { (text!(asked, "bound-everybody")) }
                @for id in states {
                    @let word = law.party_names.word(id);
                    @let name = named::party_name(site, asked, id);
                    option value=(word) lang=[name.lender] selected[chosen.0 == Some(word)] { (name.text) }
                }
            }
            label for="bound-instrument" { (say!(asked, "parts-instrument")) }
            select #bound-instrument name=(INSTRUMENT_ASKED.name) required {
                @for (n, _) in instruments {
                    @let word = law.instrument_names.word(InstrumentId::of(n));
                    @let name = named::instrument_name(site, asked, InstrumentId::of(n));
                    option value=(word) lang=[name.lender] selected[chosen.1 == Some(word)] { (name.text) }
                }
            }
            label for="bound-on" { (say!(asked, "bound-on-day")) }
            input #bound-on type="date" name="on" value=(asked.moment.on) required;
            (parts::kept(asked, &["known", "according_to"]))
            button type="submit" { (say!(asked, "parts-ask")) }
        }
    }
}
