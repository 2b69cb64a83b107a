//! Forces and exercises, as far as the record holds them: who takes part in the instruments by
//! which forces are sent, what is pledged, which exercises were held, which figures sources give.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::routes::INSTRUMENT_ASKED;
use crate::site::Site;
use crate::tongue::{say, text};
use crate::years::years;
use maud::{Markup, html};
use servanda_model::{
    Actor, Deed, Figure, Id as _, InstrumentId, InstrumentKind, List, PartyId, Procedure, Rule,
    StepKind, When,
};
use servanda_query::{Contribution, MatterAnswer, RowStatus, docket, status as ask_status, yearly};

/// Shows what the record holds of forces and exercises.
pub(crate) fn forces(site: &Site, asked: &Asked) -> Shown {
    let instruments = instruments(site);
    let matters = docket(site.asking(), &asked.moment);
    let exercises = exercises(site, asked);
    let figures = figures(site, asked);
    let body = html! {
        h1 { (say!(asked, "forces-title")) }
        p.lede { (say!(asked, "forces-lede", day = asked.day(asked.moment.on))) }
        nav.contents aria-label=(text!(asked, "forces-on-this-page")) {
            a href="#forces" { (say!(asked, "forces-who")) } " · "
            a href="#exercises" { (say!(asked, "forces-exercises")) } " · "
            a href="#figures" { (say!(asked, "forces-figures")) }
        }
        section aria-labelledby="forces" {
            h2 #forces { (say!(asked, "forces-who")) }
            @if instruments.is_empty() { (parts::empty(&say!(asked, "forces-no-instrument"))) }
            @for id in instruments { (instrument(site, asked, id, &matters)) }
        }
        section aria-labelledby="exercises" {
            h2 #exercises { (say!(asked, "forces-exercises")) }
            @if exercises.is_empty() { (parts::empty(&say!(asked, "forces-no-exercise"))) }
            @else { (parts::table(&say!(asked, "forces-exercises"), &parts::columns(asked, &["parts-date", "parts-what", "forces-where", "act-taking-part", "crisis-count", "parts-source"]), &exercises)) }
            (held_yearly(site, asked))
        }
        section aria-labelledby="figures" {
            h2 #figures { (say!(asked, "forces-figures")) }
            p { (say!(asked, "forces-figures-lede")) }
            @if figures.is_empty() { (parts::empty(&say!(asked, "forces-no-figure"))) }
            @else { (parts::table(&say!(asked, "forces-figures"), &parts::columns(asked, &["parts-what", "parts-of", "crisis-count", "parts-date", "parts-source"]), &figures)) }
        }
        p.elsewhere {
            (say!(asked, "forces-csv")) " "
            @for (path, title) in [("/forces.csv", "forces-who"), ("/exercises.csv", "forces-exercises"), ("/figures.csv", "forces-figures")] {
                a href=(asked.link(path)) { (asked.tongue().say(title, &[])) } " · "
            }
            a href=(asked.link("/tables")) { (say!(asked, "forces-tables")) } " · "
            a href=(asked.link("/crisis")) { (say!(asked, "crisis-title")) }
        }
    };
    Ok(Page { title: text!(asked, "forces-title"), body })
}

/// Returns the own treaties and agreements by which forces are sent: a procedure of theirs asks for
/// a contribution, or lets anyone carry it out, until anyone ends it.
pub(crate) fn instruments(site: &Site) -> Vec<InstrumentId> {
    let law = &site.record().law;
    let all = (0u32..).zip(&law.instruments).filter(|(_, row)| {
        let has_parties = matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol);
        let clauses = row.articles.iter().filter_map(|id| law.article(*id));
        let mut clauses =
            clauses.flat_map(|row| &row.versions).flat_map(|version| &version.clauses);
        let sends = |rule: &Rule| {
            if let Rule::Procedure(procedure) = rule { sends_forces(procedure) } else { false }
        };
        has_parties && row.of == law.own && clauses.any(|clause| sends(&clause.rule))
    });
    all.map(|(n, _)| InstrumentId::of(n)).collect()
}

fn sends_forces(procedure: &Procedure) -> bool {
    let has = |kind: StepKind, by: &[Actor]| {
        procedure.steps.iter().any(|step| step.kind == kind && by.contains(&step.by))
    };
    let sends = has(StepKind::Contribute, &[Actor::Member, Actor::EachOtherMember])
        || has(StepKind::CarryOut, &[Actor::Nobody]);
    sends && has(StepKind::End, &[Actor::Nobody])
}

/// Shows who takes part in an instrument on the day, and what is pledged under it.
fn instrument(
    site: &Site,
    asked: &Asked,
    id: InstrumentId,
    matters: &[MatterAnswer<'_>],
) -> Markup {
    let law = &site.record().law;
    let word = law.instrument_names.word(id);
    let found = ask_status(site.asking(), id, &asked.moment);
    let mut standings: Vec<RowStatus> = found.participants.iter().map(|row| row.status).collect();
    standings.sort_by_key(|status| status.word());
    standings.dedup();
    let of = |status: RowStatus| -> Vec<PartyId> {
        let rows = found.participants.iter().filter(|row| row.status == status);
        named::sorted(site, asked, rows.map(|row| row.party).collect(), |party| *party)
    };
    let is_under = |one: &&MatterAnswer<'_>| {
        law.article(one.article).is_some_and(|article| article.instrument == id)
    };
    let under = matters.iter().filter(is_under).filter_map(|one| one.contributions.as_ref());
    let pledged: Vec<&Contribution> = under.flat_map(|given| &given.states).collect();
    html! {
        article.clause id=(word) {
            h3 { (named::instrument(site, asked, id)) " " (parts::status(asked, if found.in_force { "in-force" } else { "not-in-force" })) }
            @if standings.is_empty() { p.quiet { (say!(asked, "bound-nobody")) } }
            dl.plain {
                @for status in standings { div { dt { (parts::status(asked, status.word())) } dd { (named::parties(site, asked, &of(status))) } } }
                div { dt { (say!(asked, "forces-pledged")) } dd {
                    @if pledged.is_empty() { span.quiet { (say!(asked, "docket-state-passed-over")) } }
                    @for one in pledged { p { (pledge(site, asked, one)) } }
                } }
            }
            p.quiet {
                a href=(asked.link_with("/bound", &[(INSTRUMENT_ASKED.name, word)])) { (say!(asked, "forces-with-articles")) } " · "
                (parts::json(asked, &format!("/api/v1/status/{}", encoded(word))))
            }
        }
    }
}

fn pledge(site: &Site, asked: &Asked, one: &Contribution) -> Markup {
    html! {
        (named::party(site, asked, one.party)) ": " (parts::written(asked, &one.what))
        @for (of, number) in &one.counts { ", " (parts::written(asked, &format!("{number} {of}"))) }
        " " (named::act(site, asked, one.position))
    }
}

/// Lists the exercises known by the day, the latest first.
fn exercises(site: &Site, asked: &Asked) -> Vec<Markup> {
    let mut rows = Vec::new();
    for (position, when, deed) in told(site, asked) {
        if let Deed::Exercise { name, parties } = deed {
            let row = exercise(site, asked, (position, when), (name, *parties));
            rows.push((when.order(), row));
        }
    }
    rows.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Returns every act that was done and known by the day.
pub(crate) fn told<'s>(site: &'s Site, asked: &Asked) -> Vec<(u32, When, &'s Deed)> {
    let count = u32::try_from(site.record().history.acts.len()).unwrap_or(u32::MAX);
    let placed = (0..count).filter_map(|position| {
        let placed = site.asking().place(position, &asked.moment, &[])?;
        (placed.when.order() <= asked.moment.on).then_some((position, placed.when, placed.deed))
    });
    placed.collect()
}

fn exercise(
    site: &Site,
    asked: &Asked,
    (position, when): (u32, When),
    (name, place): (&str, List),
) -> Markup {
    let history = &site.record().history;
    let act = history.act(position);
    let details = act.and_then(|act| act.details.as_deref());
    let taking_part = details.map(|details| details.taking_part.as_slice()).unwrap_or_default();
    let counts = details.map(|details| details.counts.as_slice()).unwrap_or_default();
    html! { tr {
        td { (parts::when(asked, when)) }
        th scope="row" { (parts::written(asked, name)) " " (named::act(site, asked, position)) }
        td { (named::parties(site, asked, history.parties(place))) }
        td { @if taking_part.is_empty() { span.quiet { (say!(asked, "parts-not-known")) } } @else { (named::parties(site, asked, taking_part)) } }
        td { @for count in counts { p { (parts::written(asked, &format!("{} {}", count.number, count.of))) } } }
        td { @if let Some(act) = act { (named::sources(site, asked, history.sources(act.sources))) } }
    } }
}

/// Says for which years the record has none, where an article asks for one each year.
fn held_yearly(site: &Site, asked: &Asked) -> Markup {
    let history = &site.record().history;
    let duties = yearly(site.asking(), &asked.moment);
    let is_held = |position: u32| {
        history.act(position).is_some_and(|act| matches!(act.deed, Deed::Exercise { .. }))
    };
    let of_exercises = duties.iter().filter(|duty| duty.found.iter().any(|(_, act)| is_held(*act)));
    html! {
        @for duty in of_exercises {
            p.note { (named::duty(asked, duty.duty).shown(asked)) " (" (named::article(site, asked, duty.article)) "): " (parts::ended(years(asked, duty))) }
        }
    }
}

/// Lists the figures that sources give, by what they count.
fn figures(site: &Site, asked: &Asked) -> Vec<Markup> {
    let history = &site.record().history;
    let mut rows: Vec<(&Figure, u32, When)> = Vec::new();
    for (position, when, deed) in told(site, asked) {
        if let Deed::Figure(figure) = deed {
            rows.push((figure, position, when));
        }
    }
    rows.sort_by(|(one, _, first), (other, _, second)| {
        let name = |figure: &Figure| figure.party.map(|id| named::party_text(site, asked, id));
        let by_name = one.name.cmp(&other.name).then_with(|| second.order().cmp(&first.order()));
        by_name.then_with(|| name(one).cmp(&name(other)))
    });
    let row = |(figure, position, when): (&Figure, u32, When)| {
        html! { tr {
            th scope="row" { (parts::written(asked, &figure.name.replace('-', " "))) }
            td {
                @if let Some(party) = figure.party { (named::party(site, asked, party)) }
                @if let Some(body) = figure.body { (named::body(site, asked, body)) }
            }
            td.number { (parts::written(asked, &figure.number)) }
            td { (parts::when(asked, when)) }
            td { @if let Some(act) = history.act(position) { (named::sources(site, asked, history.sources(act.sources))) } " " (named::act(site, asked, position)) }
        } }
    };
    rows.into_iter().map(row).collect()
}
