//! Instruments: the list, and one with its status table, its course and its articles.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::live;
use crate::name::others;
use crate::named;
use crate::parts::{self, cause, day_or_nothing, day_or_unknown, evidence, written};
use crate::said::said;
use crate::site::Site;
use crate::strip::{rows, strip};
use crate::tongue::{Part, say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{
    ArticleId, Id as _, Instrument, InstrumentId, InstrumentKind, PartyId, Rule, Status, Version,
    VersionStart,
};
use servanda_query::{Moment, Participant, RowStatus, StatusAnswer, participations, status as ask};

/// Lists every instrument.
pub(crate) fn treaties(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let kinds = [
        InstrumentKind::Treaty,
        InstrumentKind::Protocol,
        InstrumentKind::Decision,
        InstrumentKind::Practice,
    ];
    let all = || (0u32..).zip(&law.instruments).map(|(n, row)| (InstrumentId::of(n), row));
    let body = html! {
        h1 { (say!(asked, "instruments-title")) }
        p.lede { (say!(asked, "instruments-lede", day = asked.day(asked.moment.on))) }
        @for kind in kinds {
            @let rows: Vec<Markup> = all().filter(|(_, row)| row.kind == kind).map(|(id, row)| line(site, asked, id, row)).collect();
            @if !rows.is_empty() {
                section { h2 { (heading(asked, kind)) }
                    (parts::table(&heading(asked, kind), &parts::columns(asked, &["parts-instrument", "parts-word", "parts-stands", "parts-since", "instruments-bound", "parts-of"]), &rows)) }
            }
        }
        (parts::sheets(asked, &["instruments"]))
    };
    Ok(Page { title: text!(asked, "frame-treaties"), body })
}

fn heading(asked: &Asked, kind: InstrumentKind) -> Markup {
    match kind {
        InstrumentKind::Treaty => say!(asked, "instruments-treaties"),
        InstrumentKind::Protocol => say!(asked, "instruments-protocols"),
        InstrumentKind::Decision => say!(asked, "instruments-decisions"),
        InstrumentKind::Practice => say!(asked, "instruments-practice"),
    }
}

fn line(site: &Site, asked: &Asked, id: InstrumentId, row: &Instrument) -> Markup {
    let found = ask(site.asking(), id, &asked.moment);
    let has_parties = matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol);
    let bound =
        |row: &&Participant| matches!(row.status, RowStatus::Is(Status::Party | Status::Suspended));
    html! {
        tr {
            th scope="row" { (named::instrument(site, asked, id)) }
            td { code { (site.record().law.instrument_names.word(id)) } }
            td { @if has_parties { (force(asked, &found)) } }
            td { (day_or_nothing(asked, found.in_force_since)) }
            td.number { @if has_parties { (found.participants.iter().filter(bound).count()) } }
            td { @if let Some(of) = row.of { (named::body(site, asked, of)) } }
        }
    }
}

fn force(asked: &Asked, found: &StatusAnswer) -> Markup {
    parts::status(asked, if found.in_force { "in-force" } else { "not-in-force" })
}

/// Shows one instrument.
pub(crate) fn status(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("instrument");
    let id = find(&law.instrument_names, word, "an instrument")?;
    let found = ask(site.asking(), id, &asked.moment);
    let ours = asked.moment.account.map(|_| Moment { account: None, ..asked.moment });
    let ours = ours.map(|ours| ask(site.asking(), id, &ours));
    let row = law.instrument(id);
    let name = named::instrument_name(site, asked, id);
    let course = participations(site.asking(), id, &asked.moment);
    let course = rows(site, asked, &course, Status::word);
    let body = html! {
        h1 { (name.shown(asked)) }
        @if let Some(row) = row { (head(site, asked, row, word)) }
        (live::part("status", &html! {
            (standing(asked, &found, word, row))
            (participants(site, asked, (&found, ours.as_ref()), word))
            (strip(site, asked, &say!(asked, "parts-participation", instrument = name.shown(asked)), &course))
        }))
        @if let Some(row) = row { (articles(site, asked, row)) }
        (parts::for_programs(asked, &format!("/api/v1/status/{}", encoded(word))))
    };
    Ok(Page { title: name.text.to_owned(), body })
}

fn head(site: &Site, asked: &Asked, row: &Instrument, word: &str) -> Markup {
    html! {
        p.lede {
            (parts::kind(asked, row.kind)) ", " code { (word) }
            @if let Some(of) = row.of { ", " (say!(asked, "instruments-of", body = named::body(site, asked, of))) }
            @if let Some(amends) = row.amends { "; " (say!(asked, "instruments-amends", instrument = named::instrument(site, asked, amends))) }
        }
        (others(asked, &row.titles))
    }
}

fn standing(asked: &Asked, found: &StatusAnswer, word: &str, row: Option<&Instrument>) -> Markup {
    let has_force = row
        .is_some_and(|row| matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol));
    html! {
        @if has_force {
            p.standing {
                @let (force, on) = (force(asked, found), asked.day(asked.moment.on));
                @match found.in_force_since {
                    Some(since) => { (say!(asked, "instruments-stands-since", force = force, day = on, since = asked.day(since))) }
                    None => { (say!(asked, "instruments-stands", force = force, day = on)) }
                }
                " " (named::why(asked, &format!("{word} in-force")))
            }
        }
        @if let Some(term) = found.term {
            p.standing {
                @match term.through {
                    Some(through) => { (say!(asked, "instruments-period", number = term.number, from = asked.day(term.from), through = asked.day(through))) }
                    None => { (say!(asked, "instruments-period-goes-on", number = term.number, from = asked.day(term.from))) }
                }
                " "
                (named::why(asked, &format!("term {word} = {}", term.number)))
            }
        }
    }
}

/// Lists who takes part; beside what one account tells, how each stands in our reading.
fn participants(
    site: &Site,
    asked: &Asked,
    (found, ours): (&StatusAnswer, Option<&StatusAnswer>),
    word: &str,
) -> Markup {
    let told = |party: PartyId| found.participants.iter().find(|row| row.party == party);
    let of_ours = ours.into_iter().flat_map(|ours| &ours.participants);
    let not_told = of_ours.filter(|row| told(row.party).is_none());
    let all = found.participants.iter().chain(not_told).collect();
    let rows: Vec<Markup> = named::sorted(site, asked, all, |row| row.party)
        .into_iter()
        .map(|row| match told(row.party) {
            Some(row) => participant(site, asked, (row, ours), word),
            None => html! {
                tr {
                    th scope="row" { (named::party(site, asked, row.party)) }
                    td { span.quiet { (say!(asked, "instruments-not-told")) } }
                    @for _ in 0..6 { td {} }
                    td { (reading(asked, Some(row))) }
                }
            },
        })
        .collect();
    let mut columns = vec![
        "parts-state",
        "parts-status-column",
        "parts-since",
        "parts-until",
        "parts-because",
        "parts-article",
        "parts-act-column",
        "",
    ];
    columns.extend(asked.moment.account.map(|_| "parts-our-reading"));
    html! {
        @if rows.is_empty() {
            (parts::empty(&say!(asked, "instruments-nobody")))
        } @else {
            (parts::table(&say!(asked, "instruments-status-on", day = asked.day(asked.moment.on)),
                &parts::columns(asked, &columns), &rows))
        }
        @for note in &found.notes { p.note { (said(site, asked, note)) } }
    }
}

/// Shows how a state stands in our reading.
fn reading(asked: &Asked, row: Option<&Participant>) -> Markup {
    html! {
        @match row {
            Some(row) => {
                (parts::status(asked, row.status.word()))
                @if let Some(since) = row.since { " " (say!(asked, "instruments-since", day = asked.day(since))) }
                @if let Some(until) = row.until { " " (say!(asked, "instruments-until", day = asked.day(until))) }
                @if row.cause.is_some() { " (" (cause(asked, row.cause)) ")" }
            }
            None => { span.quiet { (say!(asked, "instruments-not-ours")) } }
        }
    }
}

fn participant(
    site: &Site,
    asked: &Asked,
    (row, ours): (&Participant, Option<&StatusAnswer>),
    word: &str,
) -> Markup {
    let state = site.record().law.party_names.word(row.party);
    let status = match row.status {
        RowStatus::Is(status) => status,
        RowStatus::Disputed | RowStatus::Unknown => Status::Party,
    };
    html! {
        tr {
            th scope="row" { (named::party(site, asked, row.party)) }
            td { (parts::status(asked, row.status.word())) @if row.disputed { " " (differ(asked)) } }
            td { (day_or_unknown(asked, row.since)) }
            td { (day_or_nothing(asked, row.until)) }
            td { (cause(asked, row.cause)) }
            td { (named::article_or_none(site, asked, row.why.article)) }
            td { (named::act(site, asked, row.why.position)) }
            td { (named::why(asked, &format!("{state} {} {word}", status.word()))) }
            @if let Some(ours) = ours {
                td { (reading(asked, ours.participants.iter().find(|own| own.party == row.party))) }
            }
        }
    }
}

/// Marks a row that another reading would change.
pub(crate) fn differ(asked: &Asked) -> Markup {
    html! { a.differ href=(asked.link("/disputes")) title=(text!(asked, "instruments-another-reading")) { (say!(asked, "instruments-accounts-differ")) } }
}

fn articles(site: &Site, asked: &Asked, row: &Instrument) -> Markup {
    html! {
        section aria-labelledby="articles" {
            h2 #articles { (say!(asked, "instruments-articles")) }
            @if row.articles.is_empty() { (parts::empty(&say!(asked, "instruments-no-article"))) }
            @for id in &row.articles { (article(site, asked, *id)) }
        }
    }
}

fn article(site: &Site, asked: &Asked, id: ArticleId) -> Markup {
    let law = &site.record().law;
    let word = law.article_names.word(id);
    html! {
        @if let Some(article) = law.article(id) {
            article.clause id=(word) {
                @for version in &article.versions { (version_of(site, asked, word, version)) }
            }
        }
    }
}

fn version_of(site: &Site, asked: &Asked, word: &str, version: &Version) -> Markup {
    let duty = |rule: &'_ Rule| -> Option<(&'static str, String)> {
        if let Rule::Obliges(text) = rule {
            return Some(("obliges", text.clone()));
        }
        if let Rule::Entitles(text) = rule { Some(("entitles", text.clone())) } else { None }
    };
    let duties: Vec<(&'static str, String)> =
        version.clauses.iter().filter_map(|clause| duty(&clause.rule)).collect();
    html! {
        h3 { span.number { (word) } " " (written(asked, &version.title)) @if version.repeals { " " (say!(asked, "instruments-taken-away")) } }
        p.quiet { (start(site, asked, version.start)) (evidence(asked, version.evidence)) " " (named::sources(site, asked, &version.sources)) }
        @if let Some(gist) = &version.gist { p { (written(asked, gist)) } }
        @if let Some(text) = &version.text { blockquote { (written(asked, text)) } }
        @if !duties.is_empty() { ul.duties { @for (kind, text) in &duties { li { em { (say!(asked, "instruments-duty", kind = Part::Word(kind))) } " " (written(asked, text)) } } } }
    }
}

fn start(site: &Site, asked: &Asked, start: VersionStart) -> Markup {
    html! {
        @match start {
            VersionStart::Original => {}
            VersionStart::WithInstrument(by, article) => {
                (say!(asked, "instruments-since-force", instrument = named::instrument(site, asked, by), article = named::article(site, asked, article))) " · "
            }
            VersionStart::From(from, article) => { (say!(asked, "instruments-from", day = asked.day(from), article = named::article(site, asked, article))) " · " }
            VersionStart::ByAct(position) => { (say!(asked, "instruments-by-act", act = named::act(site, asked, position))) " · " }
        }
    }
}
