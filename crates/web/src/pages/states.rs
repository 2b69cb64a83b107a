//! States and entities: the list, one with all it takes part in, and what binds it.

use super::Shown;
use super::instruments::differ;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, cause, day, day_or, evidence};
use crate::site::Site;
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{BodyId, Id as _, InstrumentId, Party, PartyId, PartyKind};
use servanda_query::{
    DutyKind, RowStatus, YearlyAnswer, members, obligations as ask, status, yearly, years_text,
};

/// Lists every state and entity.
pub(crate) fn states(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let all = || (0u32..).zip(&law.parties).map(|(n, row)| (PartyId::of(n), row));
    let entities: Vec<(PartyId, &Party)> =
        all().filter(|(_, row)| row.kind == PartyKind::Entity).collect();
    let body = html! {
        h1 { "States" }
        p.lede { "Everybody this record names." }
        ul.columns { @for (id, _) in all().filter(|(_, row)| row.kind == PartyKind::State) { li { (named::party(site, asked, id)) " " code { (law.party_names.word(id)) } } } }
        @if !entities.is_empty() {
            section {
                h2 { "Entities that not all recognise as states" }
                p { "Named as the sources use the name, and never counted among states or members." }
                ul.columns { @for (id, row) in entities { li { (named::party(site, asked, id)) " " (named::sources(site, asked, &row.as_used_by)) } } }
            }
        }
    };
    Ok(Page { title: "States".to_owned(), body })
}

/// Shows all participations and memberships of a state.
pub(crate) fn state(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("state");
    let id = find(&law.party_names, word, "a state")?;
    let title = named::party_text(site, asked, id).to_owned();
    let instruments = (0u32..).zip(&law.instruments).map(|(n, _)| InstrumentId::of(n));
    let treaties: Vec<Markup> =
        instruments.filter_map(|i| participation(site, asked, id, i)).collect();
    let bodies = (0u32..).zip(&law.bodies).map(|(n, _)| BodyId::of(n));
    let memberships: Vec<Markup> =
        bodies.filter_map(|body| membership(site, asked, id, body)).collect();
    let body = html! {
        h1 { (title) }
        @if let Some(row) = law.party(id) { (head(site, asked, row, word)) }
        section {
            h2 { "Memberships on " (day(asked.moment.on)) }
            @if memberships.is_empty() { (parts::empty("None is found in this record on that day.")) }
            @else { (parts::table("Memberships", &["organisation or organ", "stands as", "since", "because", "article", "act", ""], &memberships)) }
        }
        section {
            h2 { "Instruments on " (day(asked.moment.on)) }
            @if treaties.is_empty() { (parts::empty("It stands to no instrument of this record on that day.")) }
            @else { (parts::table("Instruments", &["instrument", "status", "since", "until", "because", "article", "act", ""], &treaties)) }
        }
        p { a href=(asked.link(&format!("/obligations/{}", encoded(word)))) { "What binds it on that day" } }
        (told_of(site, asked, id))
    };
    Ok(Page { title, body })
}

fn head(site: &Site, asked: &Asked, row: &Party, word: &str) -> Markup {
    html! {
        p.lede {
            (row.titles.main) ", " code { (word) }
            @if row.kind == PartyKind::Entity { "; not recognised as a state by all, named as used by " (named::sources(site, asked, &row.as_used_by)) }
        }
        @if !row.titles.others.is_empty() {
            p.names { @for title in &row.titles.others { span lang=(title.language) { (title.text) } " " } }
        }
    }
}

fn participation(site: &Site, asked: &Asked, party: PartyId, id: InstrumentId) -> Option<Markup> {
    let found = status(site.asking(), id, &asked.moment);
    let row = found.participants.iter().find(|row| row.party == party)?;
    let law = &site.record().law;
    let claimed = match row.status {
        RowStatus::Is(status) => status.word(),
        RowStatus::Disputed | RowStatus::Unknown => "party",
    };
    let claim =
        format!("{} {claimed} {}", law.party_names.word(party), law.instrument_names.word(id));
    Some(html! {
        tr {
            th scope="row" { (named::instrument(site, asked, id)) }
            td { (parts::status(row.status.word())) @if row.disputed { " " (differ(asked)) } }
            td { (day_or(row.since, "not known")) }
            td { (day_or(row.until, "")) }
            td { (cause(row.cause)) }
            td { (named::article_or_none(site, asked, row.why.article)) }
            td { (named::act(site, asked, row.why.position)) }
            td { (named::why(asked, &claim)) }
        }
    })
}

fn membership(site: &Site, asked: &Asked, party: PartyId, id: BodyId) -> Option<Markup> {
    let found = members(site.asking(), id, &asked.moment);
    let row = found.members.iter().find(|row| row.party == party)?;
    let law = &site.record().law;
    let word = row
        .status
        .map_or(if row.disputed { "disputed" } else { "unknown" }, |status| status.word());
    let claimed = row.status.map_or("member", |status| status.word());
    let claim = format!("{} {claimed} {}", law.party_names.word(party), law.body_names.word(id));
    Some(html! {
        tr {
            th scope="row" { (named::body(site, asked, id)) }
            td { (parts::status(word)) @if row.disputed { " " (differ(asked)) } }
            td { (day_or(row.since, "not known")) }
            td { (cause(row.cause)) }
            td { (named::article_or_none(site, asked, row.why.article)) }
            td { (named::act(site, asked, row.why.position)) }
            td { (named::why(asked, &claim)) }
        }
    })
}

/// Lists the acts that name the state.
fn told_of(site: &Site, asked: &Asked, party: PartyId) -> Markup {
    let history = &site.record().history;
    let events = servanda_query::timeline(site.asking(), &asked.moment);
    let own: Vec<_> = events
        .iter()
        .filter(|event| {
            history
                .act(event.position)
                .is_some_and(|act| history.parties_of(&act.deed).contains(&party))
        })
        .collect();
    html! {
        @if !own.is_empty() {
            section.year {
                h2 { "In the record" }
                ol {
                    @for event in own {
                        li {
                            span.date { (parts::when(event.when)) }
                            span.event { (named::sentence(site, asked, &event.text)) }
                            span.rests { (named::act(site, asked, event.position)) }
                        }
                    }
                }
            }
        }
    }
}

/// Shows what binds a state, and what it may claim.
pub(crate) fn obligations(site: &Site, asked: &Asked) -> Shown {
    let word = asked.place("state");
    let id = find(&site.record().law.party_names, word, "a state")?;
    let duties = ask(site.asking(), id, &asked.moment);
    let name = named::party_text(site, asked, id);
    let of = |wanted: DutyKind| -> Vec<Markup> {
        let own = duties.iter().filter(|duty| duty.kind == wanted);
        own.map(|duty| {
            html! {
                tr {
                    th scope="row" { (duty.text) }
                    td { (named::article(site, asked, duty.article)) }
                    td { (named::instrument(site, asked, duty.instrument)) }
                    td { (parts::status(duty.status.word())) }
                    td { (evidence(duty.evidence)) }
                    td { (named::act(site, asked, duty.act)) }
                    td { (named::sources(site, asked, &duty.sources)) }
                }
            }
        })
        .collect()
    };
    let years = yearly(site.asking(), &asked.moment);
    let years: Vec<Markup> = years
        .iter()
        .filter(|year| year.binds(id))
        .map(|year| each_year(site, asked, year))
        .collect();
    let columns = ["what", "article", "instrument", "bound as", "evidence", "by", "source"];
    let body = html! {
        h1 { "What binds " (name) }
        p.lede { "On " (day(asked.moment.on)) ", under the instruments this record encodes." }
        @for (kind, title) in [(DutyKind::Obligation, "It is obliged to"), (DutyKind::Entitlement, "It may"), (DutyKind::Loss, "What it has lost")] {
            @let rows = of(kind);
            @if !rows.is_empty() { section { h2 { (title) } (parts::table(title, &columns, &rows)) } }
        }
        @if !years.is_empty() { section { h2 { "Each year" } (parts::table("Each year", &["what", "article", "evidence", "by", "source"], &years)) } }
        @if duties.is_empty() && years.is_empty() { (parts::empty("Nothing in this record binds it on that day.")) }
        p.elsewhere { a href=(asked.link(&format!("/states/{}", encoded(word)))) { "All it takes part in" } " · "
            a href=(asked.link(&format!("/api/v1/obligations/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title: format!("What binds {name}"), body })
}

/// Tells of a duty of each year: the years that are found, and those that are not.
fn each_year(site: &Site, asked: &Asked, duty: &YearlyAnswer<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { (duty.duty.title) ": " (years_text(duty)) }
            td { (named::article(site, asked, duty.article)) }
            td { (evidence(duty.evidence)) }
            td { @for (_, position) in &duty.found { (named::act(site, asked, *position)) " " } }
            td { (named::sources(site, asked, &duty.sources)) }
        }
    }
}
