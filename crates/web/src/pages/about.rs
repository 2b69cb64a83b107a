//! How to read these pages, and what programs can ask: made from the tables of the code.

use super::Shown;
use crate::asked::{Asked, MOMENT};
use crate::frame::Page;
use crate::parts;
use crate::refusal::Kind;
use crate::routes::{PAGES, QUESTIONS, Route, Shows};
use crate::site::Site;
use maud::{Markup, html};
use servanda_model::{Evidence, Grade, Status};

/// Shows how to read everything.
pub(crate) fn about(_site: &Site, asked: &Asked) -> Shown {
    let body = html! {
        h1 { "How to read these pages" }
        p.lede { "Every fact is a link to why: the act, the article, the source, and how sure it is." }
        (moment())
        (words())
        section {
            h2 { "Every page" }
            (list(asked, PAGES))
        }
        section #programs {
            h2 { "For programs" }
            p { "The same questions answer in JSON, described in " a href="/openapi.json" { "OpenAPI 3.1" }
                ". Every answer has a strong entity tag. Errors are problem documents (RFC 9457) with a hint." }
            (list(asked, QUESTIONS))
            dl.plain { @for kind in Kind::ALL { div id=(format!("problem-{}", kind.code())) { dt { code { (kind.code()) } " " (kind.status().as_u16()) } dd { (kind.title()) } } } }
        }
    };
    Ok(Page { title: "How to read these pages".to_owned(), body })
}

fn moment() -> Markup {
    html! {
        section {
            h2 { "Which day, known when, according to whom" }
            dl.plain { @for field in MOMENT { div { dt { code { (field.name) } } dd { (field.about) } } } }
            p { "An answer past the last day for which the record is complete follows from rules alone, and says so. What is not known stays not known: no date is guessed." }
        }
    }
}

fn words() -> Markup {
    html! {
        section {
            h2 { "Words" }
            dl.plain { @for status in Status::ALL { div { dt { (parts::status(status.word())) } dd { (meaning(status)) } } }
                div { dt { (parts::status("disputed")) } dd { "readings between which the record does not decide give different answers" } }
                div { dt { (parts::status("unknown")) } dd { "it depends on a date that is not known" } }
            }
            h3 { "How sure" }
            dl.plain { @for evidence in [Evidence::OfficialText, Evidence::Account, Evidence::Secondary, Evidence::Unverified] {
                div id=(evidence.word()) { dt { (parts::evidence_text(evidence)) } dd { (sure(evidence)) } } } }
            h3 { "What is noticed about an act" }
            ul { @for grade in Grade::ALL { li { (grade.neutral()) } } }
            p { "That our record lacks an act and that an act on record departs from an article are two things and never merged." }
        }
    }
}

fn meaning(status: Status) -> &'static str {
    match status {
        Status::Signatory => "it signed and has not consented to be bound",
        Status::Contracting => "it consented, and the instrument is not in force for it",
        Status::Provisional => "it applies the instrument provisionally",
        Status::Party => "it is bound",
        Status::Suspended => "its participation is suspended",
        Status::Former => "it was bound and is no longer; the cause stands beside it",
    }
}

fn sure(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::OfficialText => "the authentic text was seen",
        Evidence::Account => "one of the accounts of the record says so",
        Evidence::Secondary => "a public source beyond the accounts says so",
        Evidence::Unverified => "general knowledge, to be verified",
    }
}

fn list(asked: &Asked, routes: &'static [Route]) -> Markup {
    let rows: Vec<Markup> = routes
        .iter()
        .map(|route| {
            let is_open = route.places.is_empty() && !matches!(route.shows, Shows::Json(..));
            html! { tr {
                th scope="row" { @if is_open { a href=(asked.link(route.path)) { code { (route.path) } } } @else { code { (route.path) } } }
                td { (route.about) }
                td { @for field in route.fields { code { (field.name) } " " } }
            } }
        })
        .collect();
    parts::table("Paths", &["path", "what it shows", "takes"], &rows)
}
