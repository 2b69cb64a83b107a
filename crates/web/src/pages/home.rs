//! The organisation at a glance on a day.

use super::Shown;
use super::doors::{beginning, doors};
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::said::{all_said, nobody};
use crate::site::Site;
use crate::strip::{rows, strip};
use crate::tongue::{Part, say};
use maud::{Markup, html};
use servanda_model::{
    BodyId, BodyKind, Check, Fact, Id as _, InstrumentId, InstrumentKind, MemberStatus, OfficeId,
    PartyId, Remark, Status,
};
use servanda_query::{
    RowStatus, chair, disputes, handovers, members, memberships, office, participations, status,
};

pub(crate) fn home(site: &Site, asked: &Asked) -> Shown {
    let own = site.own();
    let body = html! {
        h1.first {
            (named::own_shown(site, asked)) " "
            span { (say!(asked, "home-first")) }
        }
        p.second { (say!(asked, "home-second")) }
        (beginning(site, asked))
        (doors(site, asked))
        section aria-labelledby="glance" {
            h2 #glance { (say!(asked, "home-glance", day = asked.day(asked.moment.on))) }
            dl.glance {
                @if let Some(own) = own { (membership(site, asked, own)) }
                (seats(site, asked))
                (record(site, asked))
            }
        }
        @if let Some(own) = own { (course(site, asked, own)) }
        section aria-labelledby="law" {
            h2 #law { (say!(asked, "home-instruments")) }
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
            dt { a href=(asked.link(&format!("/members/{}", encoded(word)))) { (say!(asked, "home-members", number = full.len())) } }
            dd { (named::parties(site, asked, &full)) @if full.is_empty() { (none(site, asked, &found.notes)) } }
        }
        @for wanted in [MemberStatus::Suspended, MemberStatus::Observer, MemberStatus::Partner] {
            @let some = of(wanted);
            @if !some.is_empty() { div { dt { (say!(asked, "home-others", status = Part::Word(wanted.word()))) } dd { (named::parties(site, asked, &some)) } } }
        }
        @if !open.is_empty() { div { dt { (say!(asked, "home-positions-differ")) } dd { (named::parties(site, asked, &open)) } } }
    }
}

fn none(site: &Site, asked: &Asked, notes: &[Remark]) -> Markup {
    match notes {
        [] => say!(asked, "home-no-members"),
        notes => all_said(site, asked, notes),
    }
}

fn seats(site: &Site, asked: &Asked) -> Markup {
    let law = &site.record().law;
    let organs = (0u32..).zip(&law.bodies).map(|(n, row)| (BodyId::of(n), row));
    let organs = organs.filter(|(_, row)| matches!(row.kind, BodyKind::Organ { .. }));
    let offices = (0u32..).zip(&law.offices).map(|(n, _)| OfficeId::of(n));
    html! {
        @for (id, _) in organs {
            @if !handovers(site.asking(), id, &asked.moment).is_empty() {
                @let found = chair(site.asking(), id, &asked.moment);
                div {
                    dt { a href=(asked.link(&format!("/chair/{}", encoded(law.body_names.word(id))))) { (say!(asked, "home-chair", organ = named::body_name(site, asked, id).shown(asked))) } }
                    dd {
                        @match found.holder {
                            Some(holder) => { (say!(asked, "home-since", holder = named::party(site, asked, holder), since = parts::since(asked, found.since))) }
                            None => { (nobody(site, asked, found.note.as_ref())) }
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
                            @let holder = html! { (parts::written(asked, holder)) @if let Some(of) = found.of { ", " (named::party(site, asked, of)) } };
                            @let since = parts::since(asked, found.since);
                            @if found.acting { (say!(asked, "home-acting-since", holder = holder, since = since)) }
                            @else { (say!(asked, "home-since", holder = holder, since = since)) }
                        }
                        None => { (nobody(site, asked, found.note.as_ref())) }
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
            dt { a href=(asked.link("/disputes")) { (say!(asked, "home-disputes", number = found.len())) } }
            dd { (say!(asked, "home-changing", number = changing)) }
        }
        div {
            dt { (say!(asked, "home-record")) }
            dd {
                @let acts = html! { a href=(asked.link("/timeline")) { (parts::acts(asked, history.acts.len())) } };
                @let sources = html! { a href=(asked.link("/sources")) { (say!(asked, "home-sources", number = site.record().law.sources.len())) } };
                @match history.complete_to {
                    Some(complete) => { (say!(asked, "home-record-complete", acts = acts, sources = sources, day = asked.day(complete))) }
                    None => { (say!(asked, "home-record-of", acts = acts, sources = sources)) }
                }
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
            (strip(site, asked, &say!(asked, "parts-participation", instrument = named::instrument_name(site, asked, first).shown(asked)), &parties))
        }
        (strip(site, asked, &say!(asked, "parts-membership", body = named::own_shown(site, asked)), &joined))
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
                    td { (parts::status(asked, if found.in_force { "in-force" } else { "not-in-force" })) }
                    td { (parts::day_or_nothing(asked, found.in_force_since)) }
                    td.number { (found.participants.iter().filter(bound).count()) }
                    td { (named::why(asked, &format!("{} in-force", law.instrument_names.word(id)))) }
                }
            }
        })
        .collect();
    if rows.is_empty() {
        return parts::empty(&say!(asked, "home-nothing-signed"));
    }
    parts::table(
        &say!(asked, "home-how-each-stands", day = asked.day(asked.moment.on)),
        &parts::columns(
            asked,
            &["parts-instrument", "parts-stands", "parts-since", "parts-parties", ""],
        ),
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
            h2 #ask { (say!(asked, "parts-ask")) }
            form.ask method="get" action="/why" {
                label for="claim" { (say!(asked, "parts-why")) }
                input #claim name="claim" required maxlength="400" placeholder=(example(site));
                (parts::kept(asked, &["on", "known", "according_to"]))
                button type="submit" { (say!(asked, "parts-ask")) }
            }
            @if let Some(check) = ended {
                @let (claim, on) = (servanda_query::claim_text(site.asking(), &check.claim), check.when.order().to_string());
                @let link = html! { a href=(asked.link_with("/why", &[("claim", &claim), ("on", &on)])) { (say!(asked, "home-claim-on", claim = html! { code { (claim) } }, day = asked.day(check.when.order()))) } };
                p.quiet { (say!(asked, "home-example", link = link)) }
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
