//! The documents beside the log: what they are called, for whom they are, where they stand.

use super::Shown;
use crate::asked::Asked;
use crate::documents::{listed, readable};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::tongue::{say, text};
use maud::{Markup, html};
use servanda_depositary::Document;
use servanda_seal::Digest;

/// Lists the documents beside the log.
pub(crate) fn documents(site: &Site, asked: &Asked) -> Shown {
    let listed = listed(site);
    let reader = asked.signed_in().and_then(|holder| holder.reads_for(&site.record().law));
    let open = readable(site, reader);
    let linked = |one: &(Digest, &Document)| row(site, asked, one, open.contains(&one.0));
    let rows: Vec<Markup> = listed.iter().rev().map(linked).collect();
    let body = html! {
        h1 { (say!(asked, "frame-documents")) }
        p.lede { (say!(asked, "documents-lede")) }
        @if site.documents().is_none() {
            (parts::empty(&say!(asked, "documents-no-log")))
        } @else if rows.is_empty() {
            (parts::empty(&say!(asked, "documents-none")))
        } @else {
            (parts::table(&say!(asked, "documents-latest-first"),
                &parts::columns(asked, &["documents-document", "documents-deposited", "documents-for", "documents-type", "documents-bytes", "documents-commitment"]), &rows))
            p.note { (say!(asked, "documents-who-reads")) }
        }
        (parts::for_programs(asked, "/api/v1/documents"))
    };
    Ok(Page { title: text!(asked, "frame-documents"), body })
}

fn row(
    site: &Site,
    asked: &Asked,
    (commitment, document): &(Digest, &Document),
    is_open: bool,
) -> Markup {
    html! {
        tr {
            th scope="row" {
                @if is_open { a href={ "/documents/" (commitment) "/body" } { (parts::written(asked, &document.title)) } }
                @else { (parts::written(asked, &document.title)) }
                @if let Some(erasure) = &document.erased {
                    " " span.quiet { (say!(asked, "documents-erased", reason = parts::written(asked, &erasure.reason), entry = entry(asked, erasure.entry.to_string()))) }
                }
            }
            td {
                @if let Some(at) = document.received { (asked.day(at.day())) " " }
                (entry(asked, document.entry.to_string()))
            }
            td { (readers(site, asked, document)) }
            td { code { (document.media) } }
            td { (document.bytes) }
            td { code title=(commitment) { (commitment.to_string().chars().take(12).collect::<String>()) } }
        }
    }
}

/// Links to an entry of the log.
fn entry(asked: &Asked, index: String) -> Markup {
    html! { a href={ "/log/entry/" (index) } { (say!(asked, "documents-entry", number = &index)) } }
}

fn readers(site: &Site, asked: &Asked, document: &Document) -> Markup {
    html! {
        @if document.readers.is_empty() { (say!(asked, "documents-everybody")) }
        @for (index, word) in document.readers.iter().enumerate() {
            @if index > 0 { ", " }
            @match site.record().law.body_names.find(word) {
                Some(id) => { (named::body(site, asked, id)) }
                None => { code { (word) } }
            }
        }
    }
}
