//! Organisations and organs: members, and the list of organs and offices.

use super::Shown;
use super::instruments::differ;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::live;
use crate::name::{Name, Size, others};
use crate::named;
use crate::parts::{self, cause, day_or_nothing, day_or_unknown};
use crate::said::{all_said, nobody};
use crate::site::Site;
use crate::strip::{self, strip};
use crate::tongue::{Part, say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Body, BodyId, BodyKind, Id as _, MemberStatus, OfficeId, PartyId};
use servanda_query::{
    Member, Members, Moment, chair, handovers, members as ask, memberships, office,
};

/// Shows the members of an organisation or organ.
pub(crate) fn members(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("organisation");
    let id = find(&law.body_names, word, "an organisation or organ")?;
    let found = ask(site.asking(), id, &asked.moment);
    let row = site.asking().body_at(id, &asked.moment);
    let name = row.map_or_else(
        || named::body_name(site, asked, id),
        |row| Name::of(asked, &row.titles, Size::Whole),
    );
    let ours = asked.moment.account.map(|_| Moment { account: None, ..asked.moment });
    let ours = ours.map(|ours| ask(site.asking(), id, &ours));
    let rows = member_rows(site, asked, (&found, ours.as_ref()), word);
    let mut columns = vec![
        "parts-state",
        "parts-stands-as",
        "parts-since",
        "parts-because",
        "parts-article",
        "parts-act-column",
        "",
    ];
    columns.extend(ours.is_some().then_some("parts-our-reading"));
    let course = memberships(site.asking(), id, &asked.moment);
    let course = strip::rows(site, asked, &course, MemberStatus::word);
    let body = html! {
        h1 { (name.shown(asked)) }
        @if let Some(row) = row { (what(site, asked, row, word)) }
        (live::part("members", &html! {
            @if rows.is_empty() {
                p.empty {
                    @if found.notes.is_empty() { (say!(asked, "bodies-no-member")) }
                    @else { (all_said(site, asked, &found.notes)) }
                }
            } @else {
                (parts::table(&say!(asked, "bodies-members-on", day = asked.day(asked.moment.on)),
                    &parts::columns(asked, &columns), &rows))
                @if !found.notes.is_empty() { p.note { (all_said(site, asked, &found.notes)) } }
            }
            (strip(site, asked, &say!(asked, "parts-membership", body = name.shown(asked)), &course))
        }))
        @if let Some(row) = row { (particulars(site, asked, row)) }
        @if law.body(id).is_some_and(|row| matches!(row.kind, BodyKind::Organ { .. })) {
            p { a href=(asked.link(&format!("/sessions/{}", encoded(word)))) { (say!(asked, "bodies-every-session")) } }
        }
        @if !handovers(site.asking(), id, &asked.moment).is_empty() {
            p { a href=(asked.link(&format!("/chair/{}", encoded(word)))) { (say!(asked, "bodies-every-handover")) } }
        }
        (parts::for_programs(asked, &format!("/api/v1/members/{}", encoded(word))))
    };
    Ok(Page { title: name.text.to_owned(), body })
}

/// Sets out the members; beside what one account tells, how each stands in our reading.
fn member_rows(
    site: &Site,
    asked: &Asked,
    (found, ours): (&Members, Option<&Members>),
    word: &str,
) -> Vec<Markup> {
    let told = |party: PartyId| found.members.iter().find(|row| row.party == party);
    let of_ours = ours.into_iter().flat_map(|ours| &ours.members);
    let not_told = of_ours.filter(|row| told(row.party).is_none());
    let all = found.members.iter().chain(not_told).collect();
    let sorted = named::sorted(site, asked, all, |row| row.party).into_iter();
    sorted
        .map(|row| html! {
            tr {
                th scope="row" { (named::party(site, asked, row.party)) }
                @match told(row.party) {
                    Some(row) => { (member(site, asked, row, word)) }
                    None => {
                        td { span.quiet { (say!(asked, "instruments-not-told")) } }
                        @for _ in 0..5 { td {} }
                    }
                }
                @if let Some(ours) = ours {
                    td { (reading(asked, ours.members.iter().find(|own| own.party == row.party))) }
                }
            }
        })
        .collect()
}

fn stands(asked: &Asked, row: &Member) -> Markup {
    let open = if row.disputed { "disputed" } else { "unknown" };
    parts::status(asked, row.status.map_or(open, MemberStatus::word))
}

/// Shows how a state stands in our reading.
fn reading(asked: &Asked, row: Option<&Member>) -> Markup {
    html! {
        @match row {
            Some(row) => {
                (stands(asked, row))
                @if let Some(since) = row.since { " " (say!(asked, "instruments-since", day = asked.day(since))) }
                @if row.cause.is_some() { " (" (cause(asked, row.cause)) ")" }
            }
            None => { span.quiet { (say!(asked, "instruments-not-ours")) } }
        }
    }
}

fn member(site: &Site, asked: &Asked, row: &Member, word: &str) -> Markup {
    let state = site.record().law.party_names.word(row.party);
    let claimed = row.status.unwrap_or(MemberStatus::Member);
    html! {
        td { (stands(asked, row)) @if row.disputed { " " (differ(asked)) } }
        td { (day_or_unknown(asked, row.since)) }
        td { (cause(asked, row.cause)) }
        td { (named::article_or_none(site, asked, row.why.article)) }
        td { (named::act(site, asked, row.why.position)) }
        td { (named::why(asked, &format!("{state} {} {word}", claimed.word()))) }
    }
}

/// Says what kind of body it is, who set it up and where it sits.
fn what(site: &Site, asked: &Asked, row: &Body, word: &str) -> Markup {
    let kind = match row.kind {
        BodyKind::Own => "own",
        BodyKind::Observed => "observed",
        BodyKind::Organ { .. } => "organ",
    };
    html! {
        p.lede {
            (say!(asked, "bodies-kind", kind = Part::Word(kind))) ", " code { (word) }
            @if let BodyKind::Organ { of: Some(of) } = row.kind { ", " (say!(asked, "bodies-organ-of", body = named::body(site, asked, of))) }
            @if let Some(article) = row.article { ", " (say!(asked, "bodies-established", article = named::article(site, asked, article))) }
            @if let Some(seat) = row.seat.and_then(|seat| named::place(site, asked, seat)) { ", " (say!(asked, "bodies-seat", place = seat)) }
        }
        (others(asked, &row.titles))
    }
}

/// Lists what else is told of a body, each with its sources.
fn particulars(site: &Site, asked: &Asked, row: &Body) -> Markup {
    let law = &site.record().law;
    let told = |text: &str| {
        let place = law.place_names.find(text).and_then(|id| named::place(site, asked, id));
        place.unwrap_or_else(|| parts::written(asked, text))
    };
    html! {
        @if !row.particulars.is_empty() {
            section {
                h2 { (say!(asked, "bodies-particulars")) }
                dl.plain {
                    @for (key, text, sources) in &row.particulars {
                        div { dt { (parts::written(asked, key)) } dd { (told(text)) " " (named::sources(site, asked, sources)) } }
                    }
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
        h1 { (say!(asked, "bodies-organs-and-offices")) }
        p.lede { (say!(asked, "bodies-who-holds", day = asked.day(asked.moment.on))) }
        section { h2 { (say!(asked, "frame-organs")) } (parts::table(&say!(asked, "frame-organs"), &parts::columns(asked, &["bodies-organ", "parts-word", "parts-article", "bodies-chair", "parts-since", ""]), &organs)) }
        @if !offices.is_empty() {
            section { h2 { (say!(asked, "bodies-offices")) } (parts::table(&say!(asked, "bodies-offices"), &parts::columns(asked, &["bodies-office", "parts-holder", "parts-of", "parts-since", ""]), &offices)) }
        }
        section {
            h2 { (say!(asked, "bodies-organisations")) }
            ul.columns { @for (id, _) in bodies().filter(|(_, row)| !matches!(row.kind, BodyKind::Organ { .. })) { li { (named::body(site, asked, id)) } } }
        }
        (parts::sheets(asked, &["bodies"]))
    };
    Ok(Page { title: text!(asked, "frame-organs"), body })
}

fn organ(site: &Site, asked: &Asked, id: BodyId, row: &Body) -> Markup {
    let word = site.record().law.body_names.word(id);
    let found = chair(site.asking(), id, &asked.moment);
    html! {
        tr {
            th scope="row" { (named::body(site, asked, id)) }
            td { code { (word) } }
            td { (named::article_or_none(site, asked, row.article)) }
            td {
                @match (found.holder, &found.note) {
                    (Some(holder), _) => { (named::party(site, asked, holder)) }
                    (None, Some(note)) => { (nobody(site, asked, Some(note))) }
                    (None, None) => {}
                }
            }
            td { (day_or_nothing(asked, found.since)) }
            td { (ways(site, asked, id, word)) }
        }
    }
}

/// Links to the chairs, the sessions and the rule of an organ.
fn ways(site: &Site, asked: &Asked, id: BodyId, word: &str) -> Markup {
    let name = named::body_name(site, asked, id).text;
    let path = |page: &str| asked.link(&format!("/{page}/{}", encoded(word)));
    html! {
        a href=(path("chair")) aria-label=(text!(asked, "bodies-every-chair", organ = name)) { (say!(asked, "bodies-chairs")) } " "
        a href=(path("sessions")) aria-label=(text!(asked, "bodies-sessions-of", organ = name)) { (say!(asked, "bodies-sessions")) } " "
        @if !site.asking().code.kinds_of(id).is_empty() {
            a href=(path("decide")) aria-label=(text!(asked, "bodies-how-it-decides", organ = name)) { (say!(asked, "bodies-decides")) }
        }
    }
}

fn office_row(site: &Site, asked: &Asked, id: OfficeId) -> Markup {
    let word = site.record().law.office_names.word(id);
    let found = office(site.asking(), id, &asked.moment);
    html! {
        tr {
            th scope="row" { (named::office(site, asked, id)) }
            td {
                @match (&found.holder, &found.note) {
                    (Some(holder), _) => { (parts::written(asked, holder)) }
                    (None, note) => { (nobody(site, asked, note.as_ref())) }
                }
            }
            td { @if let Some(of) = found.of { (named::party(site, asked, of)) } }
            td { (day_or_nothing(asked, found.since)) }
            td { @if let Some(holder) = &found.holder { (named::why(asked, &format!("\"{holder}\" holds {word}"))) } }
        }
    }
}
