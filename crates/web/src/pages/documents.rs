//! The documents beside the log: what they are called, for whom they are, where they stand.

use super::Shown;
use crate::asked::Asked;
use crate::documents::listed;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use maud::{Markup, html};
use servanda_depositary::Document;
use servanda_seal::Digest;

/// Lists the documents beside the log.
pub(crate) fn documents(site: &Site, asked: &Asked) -> Shown {
    let listed = listed(site);
    let rows: Vec<Markup> = listed.iter().rev().map(|one| row(site, asked, one)).collect();
    let body = html! {
        h1 { "Documents" }
        p.lede {
            "The log holds what a document is called, for which organs it is, and a commitment that \
             gives nothing of it away. Its body stands beside the log and can be erased."
        }
        @if site.documents().is_none() {
            (parts::empty("This record is read from text: it has no log, and no documents beside one."))
        } @else if rows.is_empty() {
            (parts::empty("No document was deposited."))
        } @else {
            (parts::table("Documents, the latest first",
                &["document", "deposited", "for", "type", "bytes", "commitment"], &rows))
            p.note { "Whoever has a seat in one of its organs on the day of reading may read a document." }
        }
        p.elsewhere { "For programs: " a href="/api/v1/documents" { "the same as JSON" } }
    };
    Ok(Page { title: "Documents".to_owned(), body })
}

fn row(site: &Site, asked: &Asked, (commitment, document): &(Digest, &Document)) -> Markup {
    let is_open = document.readers.is_empty() && document.erased.is_none();
    html! {
        tr {
            th scope="row" {
                @if is_open { a href={ "/documents/" (commitment) "/body" } { (document.title) } }
                @else { (document.title) }
                @if let Some(erasure) = &document.erased {
                    span.quiet { " – erased: " (erasure.reason) " (" a href={ "/log/entry/" (erasure.entry) } { "entry " (erasure.entry) } ")" }
                }
            }
            td {
                @if let Some(at) = document.received { (parts::day(at.day())) " " }
                a href={ "/log/entry/" (document.entry) } { "entry " (document.entry) }
            }
            td { (readers(site, asked, document)) }
            td { (document.media) }
            td { (document.bytes) }
            td { code title=(commitment) { (commitment.to_string().chars().take(12).collect::<String>()) } }
        }
    }
}

fn readers(site: &Site, asked: &Asked, document: &Document) -> Markup {
    html! {
        @if document.readers.is_empty() { "everybody" }
        @for (index, word) in document.readers.iter().enumerate() {
            @if index > 0 { ", " }
            @match site.record().law.body_names.find(word) {
                Some(id) => { (named::body(site, asked, id)) }
                None => { (word) }
            }
        }
    }
}
