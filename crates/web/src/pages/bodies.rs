//! Organisations and organs: members, and the list of organs and offices.

use super::Shown;
use super::instruments::differ;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, cause, day, day_or, day_text};
use crate::site::Site;
use crate::strip::{self, strip};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Body, BodyId, BodyKind, Id as _, MemberStatus, OfficeId};
use servanda_query::{Member, chair, handovers, members as ask, memberships, office, place_name};

/// Shows the members of an organisation or organ.
pub(crate) fn members(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("organisation");
    let id = find(&law.body_names, word, "an organisation or organ")?;
    let found = ask(site.asking(), id, &asked.moment);
    let title = named::body_text(site, id);
    let rows: Vec<Markup> =
        found.members.iter().map(|row| member(site, asked, row, word)).collect();
    let course = memberships(site.asking(), id, &asked.moment);
    let course = strip::rows(site, asked, &course, MemberStatus::word);
    let body = html! {
        h1 { (title) }
        @if let Some(row) = law.body(id) { (particulars(site, asked, row, word)) }
        @if rows.is_empty() {
            @let note = found.note.as_deref().unwrap_or("No member is found in this record on that day.");
            p.empty { (named::sentence(site, asked, note)) }
        } @else {
            (parts::table(&format!("Members on {}", day_text(asked.moment.on)),
                &["state", "stands as", "since", "because", "article", "act", ""], &rows))
            @if let Some(note) = &found.note { p.note { (named::sentence(site, asked, note)) } }
        }
        (strip(site, asked, &format!("Membership of the {title}"), &course))
        @if law.body(id).is_some_and(|row| matches!(row.kind, BodyKind::Organ { .. })) {
            p { a href=(asked.link(&format!("/sessions/{}", encoded(word)))) { "Every session" } }
        }
        @if !handovers(site.asking(), id, &asked.moment).is_empty() {
            p { a href=(asked.link(&format!("/chair/{}", encoded(word)))) { "Every handover of its chair" } }
        }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/members/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title: title.to_owned(), body })
}

fn member(site: &Site, asked: &Asked, row: &Member, word: &str) -> Markup {
    let state = site.record().law.party_names.word(row.party);
    let open = if row.disputed { "disputed" } else { "unknown" };
    let claimed = row.status.unwrap_or(MemberStatus::Member);
    html! {
        tr {
            th scope="row" { (named::party(site, asked, row.party)) }
            td { (parts::status(row.status.map_or(open, MemberStatus::word))) @if row.disputed { " " (differ(asked)) } }
            td { (day_or(row.since, "not known")) }
            td { (cause(row.cause)) }
            td { (named::article_or_none(site, asked, row.why.article)) }
            td { (named::act(site, asked, row.why.position)) }
            td { (named::why(asked, &format!("{state} {} {word}", claimed.word()))) }
        }
    }
}

fn particulars(site: &Site, asked: &Asked, row: &Body, word: &str) -> Markup {
    let kind = match row.kind {
        BodyKind::Own => "the organisation of this record",
        BodyKind::Observed => "another organisation, of which only memberships are recorded",
        BodyKind::Organ { .. } => "organ",
    };
    html! {
        p.lede {
            (kind) ", " code { (word) }
            @if let BodyKind::Organ { of: Some(of) } = row.kind { ", of the " (named::body(site, asked, of)) }
            @if let Some(article) = row.article { ", established by " (named::article(site, asked, article)) }
            @if let Some(seat) = row.seat.and_then(|seat| place_name(site.asking(), seat)) { ", seated in " (seat) }
        }
        @if !row.titles.others.is_empty() {
            p.names { @for title in &row.titles.others { span lang=(title.language) { (title.text) } " " } }
        }
        @if !row.particulars.is_empty() {
            dl.plain {
                @for (key, text, sources) in &row.particulars {
                    div { dt { (key) } dd { (text) " " (named::sources(site, asked, sources)) } }
                }
            }
        }
    }
}

/// Lists the organs and the offices, and who holds them.
pub(crate) fn organs(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let bodies = || (0u32..).zip(&law.bodies).map(|(n, row)| (BodyId::of(n), row));
    let organs: Vec<Markup> = bodies()
        .filter(|(_, row)| matches!(row.kind, BodyKind::Organ { .. }))
        .map(|(id, row)| organ(site, asked, id, row))
        .collect();
    let offices: Vec<Markup> =
        (0u32..).zip(&law.offices).map(|(n, _)| office_row(site, asked, OfficeId::of(n))).collect();
    let body = html! {
        h1 { "Organs and offices" }
        p.lede { "Who has each chair and office on " (day(asked.moment.on)) "." }
        section { h2 { "Organs" } (parts::table("Organs", &["organ", "word", "article", "chair", "since", ""], &organs)) }
        @if !offices.is_empty() {
            section { h2 { "Offices" } (parts::table("Offices", &["office", "holder", "of", "since", ""], &offices)) }
        }
        section {
            h2 { "Organisations" }
            ul.columns { @for (id, _) in bodies().filter(|(_, row)| !matches!(row.kind, BodyKind::Organ { .. })) { li { (named::body(site, asked, id)) } } }
        }
    };
    Ok(Page { title: "Organs".to_owned(), body })
}

fn organ(site: &Site, asked: &Asked, id: BodyId, row: &Body) -> Markup {
    let word = site.record().law.body_names.word(id);
    let found = chair(site.asking(), id, &asked.moment);
    html! {
        tr {
            th scope="row" { (named::body(site, asked, id)) }
            td { code { (word) } }
            td { (named::article_or_none(site, asked, row.article)) }
            td { @if let Some(holder) = found.holder { (named::party(site, asked, holder)) } }
            td { (day_or(found.since, "")) }
            td { a href=(asked.link(&format!("/chair/{}", encoded(word)))) aria-label=(format!("chairs of the {}", row.titles.main)) { "chairs" } }
        }
    }
}

fn office_row(site: &Site, asked: &Asked, id: OfficeId) -> Markup {
    let word = site.record().law.office_names.word(id);
    let found = office(site.asking(), id, &asked.moment);
    html! {
        tr {
            th scope="row" { (named::office(site, asked, id)) }
            td { (found.holder.as_deref().or(found.note.as_deref()).unwrap_or("nobody found in this record")) }
            td { @if let Some(of) = found.of { (named::party(site, asked, of)) } }
            td { (day_or(found.since, "")) }
            td { @if let Some(holder) = &found.holder { (named::why(asked, &format!("\"{holder}\" holds {word}"))) } }
        }
    }
}
