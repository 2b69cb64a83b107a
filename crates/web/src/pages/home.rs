//! The organisation at a glance on a day.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, count, day, day_or, day_text};
use crate::site::Site;
use crate::strip::{rows, strip};
use maud::{Markup, html};
use servanda_model::{
    BodyId, BodyKind, Check, Fact, Id as _, InstrumentId, InstrumentKind, MemberStatus, OfficeId,
    PartyId, Status,
};
use servanda_query::{
    RowStatus, chair, disputes, handovers, members, memberships, office, participations, status,
};

pub(crate) fn home(site: &Site, asked: &Asked) -> Shown {
    let own = site.own();
    let body = html! {
        h1.first {
            (site.name()) " "
            span { "as a working system: its treaty, members, organs, decisions, forces and history, each answer with its article and source." }
        }
        p.second { "Other organisations run on the same rules-as-text." }
        section aria-labelledby="glance" {
            h2 #glance { "At a glance on " (day(asked.moment.on)) }
            dl.glance {
                @if let Some(own) = own { (membership(site, asked, own)) }
                (seats(site, asked))
                (record(site, asked))
            }
        }
        @if let Some(own) = own { (course(site, asked, own)) }
        section aria-labelledby="law" {
            h2 #law { "Instruments on that day" }
            (instruments(site, asked))
        }
        (questions(site, asked))
    };
    Ok(Page { title: String::new(), body })
}

fn membership(site: &Site, asked: &Asked, own: BodyId) -> Markup {
    let found = members(site.asking(), own, &asked.moment);
    let word = site.record().law.body_names.word(own);
    let of = |wanted: MemberStatus| -> Vec<PartyId> {
        let rows = found.members.iter().filter(|row| row.status == Some(wanted));
        rows.map(|row| row.party).filter(|party| !named::is_entity(site, *party)).collect()
    };
    let open: Vec<PartyId> =
        found.members.iter().filter(|row| row.status.is_none()).map(|row| row.party).collect();
    let full = of(MemberStatus::Member);
    html! {
        div {
            dt { a href=(asked.link(&format!("/members/{}", encoded(word)))) { (count(full.len(), "member", "members")) } }
            dd { (named::parties(site, asked, &full)) @if full.is_empty() { (found.note.as_deref().unwrap_or("none on that day")) } }
        }
        @for (wanted, title) in [(MemberStatus::Suspended, "suspended"), (MemberStatus::Observer, "observers"), (MemberStatus::Partner, "partners")] {
            @let some = of(wanted);
            @if !some.is_empty() { div { dt { (title) } dd { (named::parties(site, asked, &some)) } } }
        }
        @if !open.is_empty() { div { dt { "positions differ" } dd { (named::parties(site, asked, &open)) } } }
    }
}

fn seats(site: &Site, asked: &Asked) -> Markup {
    let law = &site.record().law;
    let organs = (0u32..).zip(&law.bodies).map(|(n, row)| (BodyId::of(n), row));
    let organs = organs.filter(|(_, row)| matches!(row.kind, BodyKind::Organ { .. }));
    let offices = (0u32..).zip(&law.offices).map(|(n, _)| OfficeId::of(n));
    html! {
        @for (id, row) in organs {
            @if !handovers(site.asking(), id, &asked.moment).is_empty() {
                @let found = chair(site.asking(), id, &asked.moment);
                div {
                    dt { a href=(asked.link(&format!("/chair/{}", encoded(law.body_names.word(id))))) { "chair, " (row.titles.main) } }
                    dd {
                        @match found.holder {
                            Some(holder) => { (named::party(site, asked, holder)) ", since " (day_or(found.since, "a day not known")) }
                            None => { "nobody found in this record" }
                        }
                    }
                }
            }
        }
        @for id in offices {
            @let found = office(site.asking(), id, &asked.moment);
            div {
                dt { (named::office(site, asked, id)) }
                dd {
                    @match &found.holder {
                        Some(holder) => {
                            (holder) @if let Some(of) = found.of { ", " (named::party(site, asked, of)) }
                            @if found.acting { ", acting" }
                            ", since " (day_or(found.since, "a day not known"))
                        }
                        None => { "nobody found in this record" }
                    }
                }
            }
        }
    }
}

fn record(site: &Site, asked: &Asked) -> Markup {
    let found = disputes(site.asking(), &asked.moment);
    let changing = found.iter().filter(|dispute| !dispute.changes.is_empty()).count();
    let history = &site.record().history;
    html! {
        div {
            dt { a href=(asked.link("/disputes")) { (count(found.len(), "dispute", "disputes")) } }
            dd { (count(changing, "changes an answer of this record", "change an answer of this record")) }
        }
        div {
            dt { "the record" }
            dd {
                a href=(asked.link("/timeline")) { (count(history.acts.len(), "act", "acts")) } " on the word of "
                a href=(asked.link("/sources")) { (count(site.record().law.sources.len(), "source", "sources")) }
                @if let Some(complete) = history.complete_to { ", complete to " (day(complete)) }
            }
        }
    }
}

/// Draws the membership, and before it the instruments without a clause of membership of their own.
fn course(site: &Site, asked: &Asked, own: BodyId) -> Markup {
    let first =
        site.record().law.instruments.iter().position(|row| row.kind == InstrumentKind::Treaty);
    let first = first.and_then(|n| u32::try_from(n).ok()).map(InstrumentId::of);
    let parties =
        first.map(|first| participations(site.asking(), first, &asked.moment)).unwrap_or_default();
    let parties = rows(site, asked, &parties, Status::word);
    let joined = memberships(site.asking(), own, &asked.moment);
    let joined = rows(site, asked, &joined, MemberStatus::word);
    html! {
        @if let Some(first) = first {
            (strip(site, asked, &format!("Participation in the {}", named::instrument_text(site, first)), &parties))
        }
        (strip(site, asked, &format!("Membership of the {}", site.name()), &joined))
    }
}

fn instruments(site: &Site, asked: &Asked) -> Markup {
    let law = &site.record().law;
    let all = (0u32..).zip(&law.instruments).map(|(n, row)| (InstrumentId::of(n), row));
    let own = all.filter(|(_, row)| {
        row.of == law.own && matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol)
    });
    let mut own: Vec<_> = own
        .map(|(id, _)| (id, status(site.asking(), id, &asked.moment)))
        .filter(|(_, found)| found.in_force || !found.participants.is_empty())
        .collect();
    own.sort_by_key(|(_, found)| (!found.in_force, found.in_force_since));
    let rows: Vec<Markup> = own
        .into_iter()
        .map(|(id, found)| {
            let bound = |row: &&servanda_query::Participant| row.status == RowStatus::Is(Status::Party);
            html! {
                tr {
                    th scope="row" { (named::instrument(site, asked, id)) }
                    td { @if found.in_force { (parts::status("in-force")) } @else { (parts::status("not-in-force")) } }
                    td { (day_or(found.in_force_since, "")) }
                    td.number { (found.participants.iter().filter(bound).count()) }
                    td { (named::why(asked, &format!("{} in-force", law.instrument_names.word(id)))) }
                }
            }
        })
        .collect();
    if rows.is_empty() {
        return parts::empty(
            "No instrument has been signed on that day, as far as this record goes.",
        );
    }
    parts::table(
        &format!("How each stands on {}", day_text(asked.moment.on)),
        &["instrument", "stands", "since", "parties", ""],
        &rows,
    )
}

/// Offers a few whole questions, made from the record itself.
fn questions(site: &Site, asked: &Asked) -> Markup {
    let history = &site.record().history;
    let is_telling =
        |check: &&Check| !check.claim.holds && matches!(check.claim.fact, Fact::Participation(..));
    let ended = history.checks.iter().find(is_telling).or_else(|| history.checks.first());
    html! {
        section aria-labelledby="ask" {
            h2 #ask { "Ask" }
            form.ask method="get" action="/why" {
                label for="claim" { "why" }
                input #claim name="claim" required maxlength="400" placeholder=(example(site));
                @for name in ["on", "known", "according_to"] {
                    @if let Some(text) = asked.field(name) { input type="hidden" name=(name) value=(text); }
                }
                button type="submit" { "Ask" }
            }
            @if let Some(check) = ended {
                @let (claim, on) = (servanda_query::claim_text(site.asking(), &check.claim), check.when.order().to_string());
                p.quiet { "For example: " a href=(asked.link_with("/why", &[("claim", &claim), ("on", &on)])) { (claim) " on " (day_text(check.when.order())) } "." }
            }
        }
    }
}

fn example(site: &Site) -> String {
    let law = &site.record().law;
    let party = law.party_names.iter().next().map_or("", |(_, word)| word);
    let instrument = law.instrument_names.iter().next().map_or("", |(_, word)| word);
    format!("{party} party {instrument}")
}
