//! What became of a signed note: where the log holds it and what changed, or why it is not taken.

use super::follows::follows;
use super::limits::Dear;
use super::reasons::reason;
use super::visit::{Visit, too_often};
use super::weighing::changed;
use crate::asked::encoded;
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::noticed::noticed;
use crate::parts;
use crate::receiving::KNOWN;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
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
            let site = visit.portal.current().await;
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
    let id = kept.id.to_string();
    let receipt = html! { a href=(format!("/api/v1/receipts/{id}")) download=(format!("{id}.tlog-proof")) { (say!(asked, "desk-receipt-link")) } };
    let note =
        html! { a href=(format!("/log/entry/{}", kept.index)) { (say!(asked, "desk-note-link")) } };
    let body = html! {
        h1 { (say!(asked, "desk-held")) }
        p.lede { (say!(asked, "desk-held-at", entry = kept.index.to_string(), time = html! { time datetime=(kept.received) { (kept.received) } })) }
        dl.plain {
            @if let Some(position) = kept.taken.position {
                div { dt { (say!(asked, "desk-held-act")) } dd { (deeds::act_with_about(site, &asked, position)) " (" (named::act(site, &asked, position)) ")" } }
            }
            div { dt { (say!(asked, "desk-held-by")) } dd { @match &kept.taken.party { Some(party) => { (parts::code(party)) } None => { (say!(asked, "desk-depositary")) } } } }
            div { dt { (say!(asked, "desk-held-id")) } dd { code { (id) } } }
            div { dt { (say!(asked, "desk-held-receipt")) } dd { (say!(asked, "desk-held-proves", receipt = receipt, note = note)) } }
        }
        @if !kept.taken.findings.is_empty() {
            h2 { (say!(asked, "parts-noticed")) }
            ul.readings { @for finding in &kept.taken.findings {
                li { (noticed(site, &asked, finding)) " " span.quiet { (parts::grade(&asked, finding.grade)) } " " (named::article_or_none(site, &asked, finding.article)) }
            } }
        }
        @if let Some(position) = kept.taken.position {
            (follows(site, &asked, position, &changed(site, position), true))
            p { a href=(format!("/acts/{}/notification", encoded(&told::act_word(site, position)))) { (say!(asked, "desk-notification")) } }
        }
        p { a href=(asked.link("/acts/new")) { (say!(asked, "desk-another")) } }
    };
    Page { title: text!(asked, "desk-held"), body }
}

/// Shows why a note is not taken, with the status that a problem document would have.
fn not_taken(visit: &Visit, refused: &Refused) -> Response<Body> {
    let asked = visit.asked();
    let site = &visit.site;
    let article = refused.article.as_deref();
    let article = article.and_then(|word| site.record().law.article_names.find(word));
    let body = html! {
        h1 { (say!(asked, "desk-refused")) }
        p.verdict { code { (refused.code) } @if let Some(article) = article { " " (named::article(site, &asked, article)) } }
        (reason(site, &asked, refused))
        p { a href=(asked.link("/acts/new")) { (say!(asked, "desk-back")) } }
    };
    let is_form = refused.code == "L-FORM";
    let status = if is_form { StatusCode::BAD_REQUEST } else { StatusCode::CONFLICT };
    visit.page(status, &Page { title: text!(asked, "desk-refused"), body })
}
