//! What became of a signed note: where the log holds it and what changed, or why it is not taken.

use super::follows::follows;
use super::limits::Dear;
use super::visit::{Visit, too_often};
use super::weighing::changed;
use crate::asked::encoded;
use crate::frame::Page;
use crate::named;
use crate::receiving::KNOWN;
use crate::site::Site;
use crate::told;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use maud::html;
use servanda_depositary::{Job, Kept, Refused};

/// Hands a note to the office and shows what became of it.
pub(super) async fn sent(visit: &Visit, note: &str) -> Response<Body> {
    let reception = visit.portal.reception();
    if let Some(reception) = reception
        && let Err(wait) = reception.look(Dear::Noise, &visit.address)
    {
        return too_often(&visit.site, wait, &visit.raw);
    }
    let mut bytes = note.trim().to_owned();
    bytes.push('\n');
    let answered = visit.portal.ask(|reply| Job::Receive(bytes.into_bytes(), reply)).await;
    answered.iter().for_each(|answer| visit.portal.count(answer));
    match answered {
        Ok(Ok(kept)) => {
            let site = visit.portal.site();
            visit.page(StatusCode::CREATED, &held(visit, &site, &kept))
        }
        Ok(Err(refused)) => {
            if let Some(reception) = reception.filter(|_| refused.code != KNOWN) {
                // Who sends what is not taken pays for it; the next is told when there is too much.
                reception.charge(Dear::Noise, &visit.address);
            }
            not_taken(visit, &refused)
        }
        Err(none) => visit.no_answer(&none),
    }
}

fn held(visit: &Visit, site: &Site, kept: &Kept) -> Page {
    let asked = visit.asked();
    let (law, id) = (&site.record().law, kept.id.to_string());
    let body = html! {
        h1 { "The log holds it" }
        p.lede { "Entry " (kept.index) ", received at " time datetime=(kept.received) { (kept.received) } "." }
        dl.plain {
            @if let Some(position) = kept.taken.position {
                div { dt { "the act" } dd { (named::act(site, &asked, position)) } }
            }
            div { dt { "sent by" } dd { (kept.taken.party.as_deref().unwrap_or("the depositary")) } }
            div { dt { "id" } dd { code { (id) } } }
            div { dt { "receipt" } dd { a href=(format!("/api/v1/receipts/{id}")) download=(format!("{id}.tlog-proof")) { "proves it without this server" } ", with " a href=(format!("/log/entry/{}", kept.index)) { "the note as it was signed" } } }
        }
        @if !kept.taken.findings.is_empty() {
            h2 { "What was noticed" }
            ul.readings { @for finding in &kept.taken.findings {
                li { (finding.message(law)) " " span.quiet { (finding.grade.neutral()) } " " (named::article_or_none(site, &asked, finding.article)) }
            } }
        }
        @if let Some(position) = kept.taken.position {
            (follows(site, &asked, position, &changed(site, position), true))
            p { a href=(format!("/acts/{}/notification", encoded(&told::act_word(site, position)))) { "The notification to the states, for printing" } }
        }
        p { a href="/acts/new" { "Another act" } }
    };
    Page { title: "The log holds it".to_owned(), body }
}

/// Shows why a note is not taken, with the status that a problem document would have.
fn not_taken(visit: &Visit, refused: &Refused) -> Response<Body> {
    let asked = visit.asked();
    let site = &visit.site;
    let article = refused.article.as_deref();
    let article = article.and_then(|word| site.record().law.article_names.find(word));
    let body = html! {
        h1 { "The act is not taken" }
        p.verdict { code { (refused.code) } @if let Some(article) = article { " " (named::article(site, &asked, article)) } }
        pre.desk { (refused.message) }
        p { (refused.hint) }
        p { a href="/acts/new" { "Back to the desk" } }
    };
    let is_form = refused.code == "L-FORM";
    let status = if is_form { StatusCode::BAD_REQUEST } else { StatusCode::CONFLICT };
    visit.page(status, &Page { title: "The act is not taken".to_owned(), body })
}
