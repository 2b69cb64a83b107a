//! States and entities: the list, one with all it takes part in, and what binds it.

use super::Shown;
use super::instruments::differ;
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::name::{Name, Size, others};
use crate::named;
use crate::parts::{self, cause, day_or_nothing, day_or_unknown, evidence};
use crate::said::said;
use crate::site::Site;
use crate::tongue::{say, text};
use crate::words::find;
use crate::years::years;
use maud::{Markup, html};
use servanda_model::{BodyId, Id as _, InstrumentId, Party, PartyId, PartyKind};
use servanda_query::{
    DutyKind, RowStatus, YearlyAnswer, members, obligations as ask, status, yearly,
};

/// Lists every state and entity.
pub(crate) fn states(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let all = || (0u32..).zip(&law.parties).map(|(n, row)| (PartyId::of(n), row));
    let of = |kind: PartyKind| {
        let own = all().filter(|(_, row)| row.kind == kind).collect();
        named::sorted(site, asked, own, |(id, _)| *id)
    };
    let entities = of(PartyKind::Entity);
    let body = html! {
        h1 { (say!(asked, "frame-states")) }
        p.lede { (say!(asked, "states-lede")) }
        ul.columns { @for (id, _) in of(PartyKind::State) { li { (named::party(site, asked, id)) " " code { (law.party_names.word(id)) } } } }
        @if !entities.is_empty() {
            section {
                h2 { (say!(asked, "states-entities")) }
                p { (say!(asked, "states-entities-named")) }
                ul.columns { @for (id, row) in entities { li { (named::party(site, asked, id)) " " (named::sources(site, asked, &row.as_used_by)) } } }
            }
        }
    };
    Ok(Page { title: text!(asked, "frame-states"), body })
}

/// Shows all participations and memberships of a state.
pub(crate) fn state(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("state");
    let id = find(&law.party_names, word, "a state")?;
    let name = named::party_name(site, asked, id);
    let instruments = (0u32..).zip(&law.instruments).map(|(n, _)| InstrumentId::of(n));
    let treaties: Vec<Markup> =
        instruments.filter_map(|i| participation(site, asked, id, i)).collect();
    let bodies = (0u32..).zip(&law.bodies).map(|(n, _)| BodyId::of(n));
    let memberships: Vec<Markup> =
        bodies.filter_map(|body| membership(site, asked, id, body)).collect();
    let body = html! {
        h1 { (name.shown(asked)) }
        @if let Some(row) = law.party(id) { (head(site, asked, row, word)) }
        section {
            h2 { (say!(asked, "states-memberships-on", day = asked.day(asked.moment.on))) }
            @if memberships.is_empty() { (parts::empty(&say!(asked, "states-no-membership"))) }
            @else { (parts::table(&say!(asked, "states-memberships"), &parts::columns(asked, &["states-body", "parts-stands-as", "parts-since", "parts-because", "parts-article", "parts-act-column", ""]), &memberships)) }
        }
        section {
            h2 { (say!(asked, "states-instruments-on", day = asked.day(asked.moment.on))) }
            @if treaties.is_empty() { (parts::empty(&say!(asked, "states-no-instrument"))) }
            @else { (parts::table(&say!(asked, "states-instruments"), &parts::columns(asked, &["parts-instrument", "parts-status-column", "parts-since", "parts-until", "parts-because", "parts-article", "parts-act-column", ""]), &treaties)) }
        }
        p { a href=(asked.link(&format!("/obligations/{}", encoded(word)))) { (say!(asked, "states-what-binds-it")) } }
        (told_of(site, asked, id))
        (parts::sheets(asked, &["memberships", "participation"]))
    };
    Ok(Page { title: name.text.to_owned(), body })
}

fn head(site: &Site, asked: &Asked, row: &Party, word: &str) -> Markup {
    html! {
        p.lede {
            (Name::of(asked, &row.titles, Size::Official).shown(asked)) ", " code { (word) }
            @if row.kind == PartyKind::Entity { "; " (say!(asked, "states-not-by-all", sources = named::sources(site, asked, &row.as_used_by))) }
        }
        (others(asked, &row.titles))
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
            td { (parts::status(asked, row.status.word())) @if row.disputed { " " (differ(asked)) } }
            td { (day_or_unknown(asked, row.since)) }
            td { (day_or_nothing(asked, row.until)) }
            td { (cause(asked, row.cause)) }
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
            td { (parts::status(asked, word)) @if row.disputed { " " (differ(asked)) } }
            td { (day_or_unknown(asked, row.since)) }
            td { (cause(asked, row.cause)) }
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
                h2 { (say!(asked, "states-in-the-record")) }
                ol {
                    @for event in own {
                        li {
                            span.date { (parts::when(asked, event.when)) }
                            span.event { (deeds::act_with_about(site, asked, event.position)) }
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
    let name = named::party_name(site, asked, id);
    let of = |wanted: DutyKind| -> Vec<Markup> {
        let own = duties.iter().filter(|duty| duty.kind == wanted);
        own.map(|duty| {
            html! {
                tr {
                    th scope="row" { (said(site, asked, &duty.text)) }
                    td { (named::article(site, asked, duty.article)) }
                    td { (named::instrument(site, asked, duty.instrument)) }
                    td { (parts::status(asked, duty.status.word())) }
                    td { (evidence(asked, duty.evidence)) }
                    td { @if let Some(act) = duty.act { (named::act(site, asked, act)) } }
                    td { (named::sources(site, asked, &duty.sources)) }
                }
            }
        })
        .collect()
    };
    let owed = yearly(site.asking(), &asked.moment);
    let each_year: Vec<Markup> =
        owed.iter().filter(|year| year.binds(id)).map(|year| year_of(site, asked, year)).collect();
    let columns = parts::columns(
        asked,
        &[
            "parts-what",
            "parts-article",
            "parts-instrument",
            "states-bound-as",
            "parts-evidence-column",
            "parts-by",
            "parts-source",
        ],
    );
    let each_year_columns = parts::columns(
        asked,
        &["parts-what", "parts-article", "parts-evidence-column", "parts-by", "parts-source"],
    );
    let body = html! {
        h1 { (say!(asked, "states-what-binds", state = name.shown(asked))) }
        p.lede { (say!(asked, "states-binds-on", day = asked.day(asked.moment.on))) }
        @for (kind, title) in [(DutyKind::Obligation, say!(asked, "states-obliged")), (DutyKind::Entitlement, say!(asked, "states-may")), (DutyKind::Loss, say!(asked, "states-lost")), (DutyKind::Discharged, say!(asked, "states-discharged")), (DutyKind::NotTold, say!(asked, "states-not-told"))] {
            @let rows = of(kind);
            @if !rows.is_empty() { section { h2 { (title) } (parts::table(&title, &columns, &rows)) } }
        }
        @if !each_year.is_empty() { section { h2 { (say!(asked, "parts-each-year")) } (parts::table(&say!(asked, "parts-each-year"), &each_year_columns, &each_year)) } }
        @if duties.is_empty() && each_year.is_empty() { (parts::empty(&say!(asked, "states-nothing-binds"))) }
        p.elsewhere { a href=(asked.link(&format!("/states/{}", encoded(word)))) { (say!(asked, "states-all")) } " · "
            (parts::json(asked, &format!("/api/v1/obligations/{}", encoded(word)))) }
    };
    Ok(Page { title: text!(asked, "states-what-binds", state = name.text), body })
}

/// Tells of a duty of each year: the years that are found, and those that are not.
fn year_of(site: &Site, asked: &Asked, duty: &YearlyAnswer<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { (named::duty(asked, duty.duty).shown(asked)) ": " (years(asked, duty)) }
            td { (named::article(site, asked, duty.article)) }
            td { (evidence(asked, duty.evidence)) }
            td { @for (_, position) in &duty.found { (named::act(site, asked, *position)) " " } }
            td { (named::sources(site, asked, &duty.sources)) }
        }
    }
}
