//! Why a claim stands as it does.

use super::Shown;
use crate::asked::Asked;
use crate::claims;
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day_or_nothing, evidence};
use crate::routes::CLAIM;
use crate::said::said;
use crate::site::Site;
use crate::told;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_query::{Reason, why as ask};

/// Shows why.
pub(crate) fn why(site: &Site, asked: &Asked) -> Shown {
    let Some(text) = asked.field(CLAIM.name) else {
        let body = html! { h1 { (say!(asked, "why-title")) } p.lede { (say!(asked, "why-lede")) } (form(asked, "")) (forms(asked)) };
        return Ok(Page { title: text!(asked, "why-title"), body });
    };
    let claim = told::claim(site, text)?;
    let found = ask(site.asking(), &claim, &asked.moment);
    let body = html! {
        h1 { (claims::claim(site, asked, &claim)) "?" }
        p.verdict {
            (say!(asked, "why-verdict", verdict = html! { strong { (say!(asked, "why-verdict-word", word = Part::Word(found.verdict.word()))) } }, day = asked.day(asked.moment.on)))
            " " (say!(asked, "why-weakest", evidence = evidence(asked, found.evidence)))
        }
        ol.because { @for reason in &found.because { (because(site, asked, reason, 0)) } }
        section { h2 { (say!(asked, "why-another")) } (form(asked, &found.claim)) (forms(asked)) }
        p.elsewhere { (say!(asked, "parts-for-programs", link = html! { a href=(asked.link_with("/api/v1/why", &[("claim", &found.claim)])) { (say!(asked, "parts-as-json")) } })) }
    };
    Ok(Page {
        title: text!(asked, "why-title-of", claim = claims::claim(site, asked, &claim)),
        body,
    })
}

/// Shows a reason, and below it those that it follows from in turn.
fn because(site: &Site, asked: &Asked, reason: &Reason, depth: usize) -> Markup {
    html! {
        li {
            @if reason.day.is_some() || depth == 0 { p.day { (day_or_nothing(asked, reason.day)) } }
            p { (said(site, asked, &reason.text)) }
            @if let Some(id) = reason.article { (gist(site, asked, id)) }
            p.rests {
                @if let Some(position) = reason.act { (named::act(site, asked, position)) " " }
                (named::sources(site, asked, &reason.sources))
            }
            @if !reason.looked_at.is_empty() {
                ul.looked { @for text in &reason.looked_at { li { (said(site, asked, text)) } } }
            }
            @if !reason.because.is_empty() {
                ol.because { @for inner in &reason.because { (because(site, asked, inner, depth.saturating_add(1))) } }
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
            @if let Some(version) = version { " " (parts::written(asked, &version.title)) " · " (evidence(asked, version.evidence)) }
        }
    }
}

fn form(asked: &Asked, claim: &str) -> Markup {
    html! {
        form.ask method="get" action="/why" {
            label for="claim" { (say!(asked, "why-claim")) }
            input #claim name=(CLAIM.name) value=(claim) required maxlength="400";
            (parts::kept(asked, &["on", "known", "according_to"]))
            button type="submit" { (say!(asked, "parts-ask")) }
        }
    }
}

fn forms(asked: &Asked) -> Markup {
    let forms = [
        ("STATE party INSTRUMENT", say!(asked, "why-form-party")),
        ("STATE member ORGANISATION", say!(asked, "why-form-member")),
        ("INSTRUMENT in-force", say!(asked, "why-form-force")),
        ("STATE chair ORGAN", say!(asked, "why-form-chair")),
        ("\"PERSON\" holds OFFICE", say!(asked, "why-form-office")),
        ("adopted #LABEL", say!(asked, "why-form-adopted")),
        ("not …", say!(asked, "why-form-not")),
    ];
    let rows: Vec<Markup> = forms
        .iter()
        .map(|(form, about)| html! { tr { th scope="row" { code { (form) } } td { (about) } } })
        .collect();
    let columns = parts::columns(asked, &["why-claim", "why-asks"]);
    parts::table(&say!(asked, "why-forms"), &columns, &rows)
}
