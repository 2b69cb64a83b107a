//! How to read these pages, and what programs can ask: made from the tables of the code.

use super::Shown;
use crate::asked::{Asked, MOMENT};
use crate::frame::Page;
use crate::parts;
use crate::problems::OTHERS;
use crate::reference;
use crate::refusal::Kind;
use crate::routes::{FEEDS, PAGES, QUESTIONS, Route, Shows};
use crate::site::Site;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_depositary::Refused;
use servanda_model::{Evidence, Grade, Status};

/// Shows how to read everything.
pub(crate) fn about(_site: &Site, asked: &Asked) -> Shown {
    let body = html! {
        h1 { (say!(asked, "frame-how-to-read")) }
        p.lede { (say!(asked, "about-lede")) }
        (moment(asked))
        (words(asked))
        section {
            h2 { (say!(asked, "about-every-page")) }
            (list(asked, PAGES))
        }
        section #programs {
            h2 { (say!(asked, "frame-for-programs")) }
            p { (say!(asked, "about-programs", link = html! { a href="/openapi.json" { "OpenAPI 3.1" } })) " " a href=(asked.link(reference::PAGE)) { (say!(asked, "reference-title")) } "." }
            div lang=[parts::written_in(asked)] { (list(&asked.in_english(), QUESTIONS)) (list(&asked.in_english(), FEEDS)) }
            dl.plain { @for kind in Kind::ALL { div id=(format!("problem-{}", kind.code())) { dt { code { (kind.code()) } " " (kind.status().as_u16()) } dd { (kind.said(asked)) } } } }
            (codes(asked))
        }
    };
    Ok(Page { title: text!(asked, "frame-how-to-read"), body })
}

/// Lists the codes of every other problem document: a problem's type leads here.
fn codes(asked: &Asked) -> Markup {
    let texts = [servanda_charter::CODES, servanda_publish::votes::CODES];
    let tables = Refused::TABLES.into_iter().chain(texts).chain([OTHERS]);
    html! {
        dl.plain lang=[parts::written_in(asked)] {
            @for (code, about) in tables.flatten() {
                div id=(format!("problem-{code}")) { dt { code { (code) } } dd { (about) } }
            }
        }
    }
}

fn moment(asked: &Asked) -> Markup {
    html! {
        section {
            h2 { (say!(asked, "about-moment")) }
            dl.plain { @for field in MOMENT { div { dt { code { (field.name) } } dd { (say!(asked, "about-field", field = Part::Word(field.name))) } } } }
            p { (say!(asked, "about-unknown")) }
        }
    }
}

fn words(asked: &Asked) -> Markup {
    html! {
        section {
            h2 { (say!(asked, "about-words")) }
            dl.plain { @for status in Status::ALL { div { dt { (parts::status(asked, status.word())) } dd { (say!(asked, "about-status", word = Part::Word(status.word()))) } } }
                div { dt { (parts::status(asked, "disputed")) } dd { (say!(asked, "about-disputed")) } }
                div { dt { (parts::status(asked, "unknown")) } dd { (say!(asked, "about-not-known")) } }
            }
            h3 { (say!(asked, "about-how-sure")) }
            dl.plain { @for evidence in [Evidence::OfficialText, Evidence::Account, Evidence::Secondary, Evidence::Unverified] {
                div id=(evidence.word()) { dt { (parts::evidence_text(asked, evidence)) } dd { (say!(asked, "about-evidence", word = Part::Word(evidence.word()))) } } } }
            h3 { (say!(asked, "about-noticed")) }
            ul { @for grade in Grade::ALL { li { (parts::grade(asked, grade)) } } }
            p { (say!(asked, "about-two-things")) }
        }
    }
}

fn list(asked: &Asked, routes: &'static [Route]) -> Markup {
    let rows: Vec<Markup> = routes
        .iter()
        .map(|route| {
            let is_open = route.places.is_empty() && !matches!(route.shows, Shows::Json(..));
            html! { tr {
                th scope="row" { @if is_open { a href=(asked.link(route.path)) { code { (route.path) } } } @else { code { (route.path) } } }
                td { (say!(asked, "about-path", path = Part::Word(route.name), about = route.about)) }
                td { @for field in route.fields { code { (field.name) } " " } }
            } }
        })
        .collect();
    let columns = parts::columns(asked, &["about-path-column", "about-shows", "about-takes"]);
    parts::table(&say!(asked, "about-paths"), &columns, &rows)
}
