//! Instruments: the list, and one with its status table, its course and its articles.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, cause, day, day_or, day_text, evidence};
use crate::site::Site;
use crate::strip::{rows, strip};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{
    ArticleId, Id as _, Instrument, InstrumentId, InstrumentKind, Rule, Status, Version,
    VersionStart,
};
use servanda_query::{Participant, RowStatus, StatusAnswer, participations, status as ask};

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
        h1 { "Treaties and other instruments" }
        p.lede { "How each stands on " (day(asked.moment.on)) "." }
        @for kind in kinds {
            @let rows: Vec<Markup> = all().filter(|(_, row)| row.kind == kind).map(|(id, row)| line(site, asked, id, row)).collect();
            @if !rows.is_empty() {
                section { h2 { (heading(kind)) }
                    (parts::table(heading(kind), &["instrument", "word", "stands", "since", "bound", "of"], &rows)) }
            }
        }
    };
    Ok(Page { title: "Treaties".to_owned(), body })
}

fn heading(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::Treaty => "Treaties",
        InstrumentKind::Protocol => "Agreements, protocols and charters",
        InstrumentKind::Decision => "Decisions and regulations of organs",
        InstrumentKind::Practice => "Practice",
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
            td { @if has_parties { (force(&found)) } }
            td { (day_or(found.in_force_since, "")) }
            td.number { @if has_parties { (found.participants.iter().filter(bound).count()) } }
            td { @if let Some(of) = row.of { (named::body(site, asked, of)) } }
        }
    }
}

fn force(found: &StatusAnswer) -> Markup {
    parts::status(if found.in_force { "in-force" } else { "not-in-force" })
}

/// Shows one instrument.
pub(crate) fn status(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("instrument");
    let id = find(&law.instrument_names, word, "an instrument")?;
    let found = ask(site.asking(), id, &asked.moment);
    let row = law.instrument(id);
    let title = named::instrument_text(site, id);
    let course = participations(site.asking(), id, &asked.moment);
    let course = rows(site, asked, &course, Status::word);
    let body = html! {
        h1 { (title) }
        @if let Some(row) = row { (head(site, asked, row, word)) }
        (standing(asked, &found, word, row))
        (participants(site, asked, &found, word))
        (strip(site, asked, &format!("Participation in the {title}"), &course))
        @if let Some(row) = row { (articles(site, asked, row)) }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/status/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title: title.to_owned(), body })
}

fn head(site: &Site, asked: &Asked, row: &Instrument, word: &str) -> Markup {
    html! {
        p.lede {
            (parts::kind_text(row.kind)) ", " code { (word) }
            @if let Some(of) = row.of { ", of the " (named::body(site, asked, of)) }
            @if let Some(amends) = row.amends { "; amends the " (named::instrument(site, asked, amends)) }
        }
        @if !row.titles.others.is_empty() {
            p.names {
                @for title in &row.titles.others {
                    span lang=(title.language) { (title.text) } " "
                    @if title.draft { span.quiet { "draft, unreviewed " } }
                }
            }
        }
    }
}

fn standing(asked: &Asked, found: &StatusAnswer, word: &str, row: Option<&Instrument>) -> Markup {
    let has_force = row
        .is_some_and(|row| matches!(row.kind, InstrumentKind::Treaty | InstrumentKind::Protocol));
    html! {
        @if has_force {
            p.standing {
                (force(found)) " on " (day(asked.moment.on))
                @if let Some(since) = found.in_force_since { ", since " (day(since)) }
                " " (named::why(asked, &format!("{word} in-force")))
            }
        }
        @if let Some(term) = found.term {
            p.standing {
                "Period " (term.number) ", from " (day(term.from)) " through " (day(term.through)) " "
                (named::why(asked, &format!("term {word} = {}", term.number)))
            }
        }
    }
}

fn participants(site: &Site, asked: &Asked, found: &StatusAnswer, word: &str) -> Markup {
    let rows: Vec<Markup> =
        found.participants.iter().map(|row| participant(site, asked, row, word)).collect();
    html! {
        @if rows.is_empty() {
            (parts::empty("No state had signed it, consented to it or acceded to it on that day, as far as this record goes."))
        } @else {
            (parts::table(&format!("Status on {}", day_text(asked.moment.on)),
                &["state", "status", "since", "until", "because", "article", "act", ""], &rows))
        }
        @for note in &found.notes { p.note { (named::sentence(site, asked, note)) } }
    }
}

fn participant(site: &Site, asked: &Asked, row: &Participant, word: &str) -> Markup {
    let state = site.record().law.party_names.word(row.party);
    let status = match row.status {
        RowStatus::Is(status) => status,
        RowStatus::Disputed | RowStatus::Unknown => Status::Party,
    };
    html! {
        tr {
            th scope="row" { (named::party(site, asked, row.party)) }
            td { (parts::status(row.status.word())) @if row.disputed { " " (differ(asked)) } }
            td { (day_or(row.since, "not known")) }
            td { (day_or(row.until, "")) }
            td { (cause(row.cause)) }
            td { (named::article_or_none(site, asked, row.why.article)) }
            td { (named::act(site, asked, row.why.position)) }
            td { (named::why(asked, &format!("{state} {} {word}", status.word()))) }
        }
    }
}

/// Marks a row that another reading would change.
pub(crate) fn differ(asked: &Asked) -> Markup {
    html! { a.differ href=(asked.link("/disputes")) title="another reading would change this row" { "accounts differ" } }
}

fn articles(site: &Site, asked: &Asked, row: &Instrument) -> Markup {
    html! {
        section aria-labelledby="articles" {
            h2 #articles { "Articles" }
            @if row.articles.is_empty() { (parts::empty("No article of it is encoded here.")) }
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
    let duties: Vec<(&str, String)> =
        version.clauses.iter().filter_map(|clause| duty(&clause.rule)).collect();
    html! {
        h3 { span.number { (word) } " " (version.title) @if version.repeals { " (taken away)" } }
        p.quiet { (start(site, asked, version.start)) (evidence(version.evidence)) " " (named::sources(site, asked, &version.sources)) }
        @if let Some(gist) = &version.gist { p { (gist) } }
        @if let Some(text) = &version.text { blockquote { (text) } }
        @if !duties.is_empty() { ul.duties { @for (kind, text) in &duties { li { em { (kind) } " " (text) } } } }
    }
}

fn start(site: &Site, asked: &Asked, start: VersionStart) -> Markup {
    html! {
        @match start {
            VersionStart::Original => {}
            VersionStart::WithInstrument(by, article) => {
                "since the " (named::instrument(site, asked, by)) " is in force, by " (named::article(site, asked, article)) " · "
            }
            VersionStart::From(from, article) => { "from " (day(from)) ", by " (named::article(site, asked, article)) " · " }
            VersionStart::ByAct(position) => { "by " (named::act(site, asked, position)) " · " }
        }
    }
}
