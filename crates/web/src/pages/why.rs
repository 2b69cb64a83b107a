//! Why a claim stands as it does.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day, day_or, evidence};
use crate::routes::CLAIM;
use crate::site::Site;
use crate::told;
use maud::{Markup, html};
use servanda_query::{Reason, Verdict, why as ask};

/// Shows why.
pub(crate) fn why(site: &Site, asked: &Asked) -> Shown {
    let Some(text) = asked.field(CLAIM.name) else {
        let body =
            html! { h1 { "Why?" } p.lede { "Ask about a claim." } (form(asked, "")) (forms()) };
        return Ok(Page { title: "Why?".to_owned(), body });
    };
    let claim = told::claim(site, text)?;
    let found = ask(site.asking(), &claim, &asked.moment);
    let body = html! {
        h1 { (named::sentence(site, asked, &found.claim)) "?" }
        p.verdict {
            strong { (verdict(found.verdict)) } " on " (day(asked.moment.on))
            ". The weakest evidence it rests on is " (evidence(found.evidence)) "."
        }
        ol.because { @for reason in &found.because { (because(site, asked, reason)) } }
        section { h2 { "Ask about another claim" } (form(asked, &found.claim)) (forms()) }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/why?claim={}", encoded(&found.claim)))) { "the same as JSON" } }
    };
    Ok(Page { title: format!("Why: {}", found.claim), body })
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "Yes",
        Verdict::No => "No",
        Verdict::Disputed => "Positions differ",
        Verdict::Undetermined => "It depends on a date that is not known",
    }
}

fn because(site: &Site, asked: &Asked, reason: &Reason) -> Markup {
    html! {
        li {
            p.day { (day_or(reason.day, "")) }
            p { (named::sentence(site, asked, &reason.text)) }
            @if let Some(id) = reason.article { (gist(site, asked, id)) }
            p.rests {
                @if let Some(position) = reason.act { (named::act(site, asked, position)) " " }
                (named::sources(site, asked, &reason.sources))
            }
            @if !reason.looked_at.is_empty() {
                ul.looked { @for text in &reason.looked_at { li { (named::sentence(site, asked, text)) } } }
            }
        }
    }
}

/// Shows what an article says, in short.
fn gist(site: &Site, asked: &Asked, id: servanda_model::ArticleId) -> Markup {
    let version = site.record().law.article(id).and_then(|article| article.versions.first());
    html! {
        p.quiet {
            (named::article(site, asked, id))
            @if let Some(version) = version { " " (version.title) " · " (evidence(version.evidence)) }
        }
    }
}

fn form(asked: &Asked, claim: &str) -> Markup {
    html! {
        form.ask method="get" action="/why" {
            label for="claim" { "claim" }
            input #claim name=(CLAIM.name) value=(claim) required maxlength="400";
            @for name in ["on", "known", "according_to"] { @if let Some(text) = asked.field(name) { input type="hidden" name=(name) value=(text); } }
            button type="submit" { "Ask" }
        }
    }
}

fn forms() -> Markup {
    let forms = [
        ("STATE party INSTRUMENT", "or signatory, contracting, provisional, suspended, former"),
        ("STATE member ORGANISATION", "or suspended, observer, partner, former"),
        ("INSTRUMENT in-force", "whether it is in force"),
        ("STATE chair ORGAN", "who has the chair"),
        ("\"PERSON\" holds OFFICE", "who holds an office"),
        ("adopted #LABEL", "whether a decision was adopted"),
        ("not …", "before any of them"),
    ];
    let rows: Vec<Markup> = forms
        .iter()
        .map(|(form, about)| html! { tr { th scope="row" { code { (form) } } td { (about) } } })
        .collect();
    parts::table("What can be claimed", &["claim", "what it asks"], &rows)
}
