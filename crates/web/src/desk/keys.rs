//! The keys that the log knows, whose they are, and how another comes among them.

use super::role_text;
use super::visit::Visit;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::portal::{NoAnswer, Portal};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use maud::{Markup, html};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Job};
use servanda_seal::{Digest, Role};
use std::sync::Arc;

/// A key of the log.
struct Listed {
    role: Role,
    name: String,
    text: String,
    digest: Digest,
    since: u64,
    ended: Option<u64>,
    contested: Option<u64>,
}

/// The keys of a log, and whether it is a rehearsal.
struct Ring {
    origin: String,
    keys: Vec<Listed>,
    is_rehearsal: bool,
}

async fn ring(visit: &Visit) -> Result<Ring, NoAnswer> {
    let look = |office: &mut Depositary| {
        office.catch_up()?;
        let ledger = office.ledger();
        let ring = ledger.ring();
        let contested: Vec<(Digest, u64)> =
            ring.contested().map(|found| (found.key, found.from)).collect();
        let listed = ring.lives().into_iter().map(|life| {
            let digest = life.enrolment.digest();
            Listed {
                role: life.enrolment.role.clone(),
                name: life.enrolment.key.name().to_string(),
                text: life.enrolment.key.print(),
                digest,
                since: life.since,
                ended: life.ended,
                contested: contested.iter().find(|(key, _)| *key == digest).map(|(_, from)| *from),
            }
        });
        let keys = listed.collect();
        let is_rehearsal = ledger.genesis().is_some_and(|genesis| genesis.rehearses.is_some());
        Ok(Ring { origin: ledger.origin().to_owned(), keys, is_rehearsal })
    };
    visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office))))).await
}

/// Shows the keys.
pub(super) async fn page(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let found = match ring(&visit).await {
        Ok(found) => found,
        Err(NoAnswer::NoLog) => {
            let body = html! { h1 { "Keys" } p.lede { "This record is read from text: there is no log, and so there are no keys." } };
            return visit.page(StatusCode::OK, &Page { title: "Keys".to_owned(), body });
        }
        Err(none) => return visit.no_answer(&none),
    };
    let rows: Vec<Markup> = found.keys.iter().map(|key| row(&visit, key)).collect();
    let body = html! {
        h1 { "Keys" }
        p.lede { "Each was enrolled by an act of the log itself, and what it may sign follows from that act alone. This is the whole of who may do what." }
        (parts::table(&html! { "Keys of " (found.origin) }, &["whose", "key", "since", "stands"].map(|word| html! { (word) }), &rows))
        (make(&visit, &found))
        p.elsewhere { "For programs: " a href="/api/v1/keys" { "the same as JSON" } }
        script type="module" src="/desk.js" {}
    };
    visit.page(StatusCode::OK, &Page { title: "Keys".to_owned(), body })
}

fn row(visit: &Visit, key: &Listed) -> Markup {
    let entry = |index: u64| html! { a href=(format!("/log/entry/{index}")) { "entry " (index) } };
    html! {
        tr {
            th scope="row" { (role_text(&visit.site, &visit.asked(), &key.role)) }
            td { code { (key.name) } details { summary { "whole" } p.digits { code { (key.text) } } p.digits { "digest " code { (key.digest.to_string()) } } } }
            td { (entry(key.since)) }
            td {
                @match key.ended {
                    None => { span.mark.is-in-use { "in use" } }
                    Some(at) => { span.mark.is-ended { "ended" } " by " (entry(at)) }
                }
                @if let Some(from) = key.contested { ", what it signed from entry " (from) " on is contested" }
            }
        }
    }
}

/// Shows how a key is made and enrolled.
fn make(visit: &Visit, found: &Ring) -> Markup {
    let law = &visit.site.record().law;
    let rehearses = if found.is_rehearsal { "yes" } else { "no" };
    html! {
        section aria-labelledby="make" {
            h2 #make { "Make a key" }
            div.desk data-desk="make" data-origin=(found.origin) data-rehearses=(rehearses) hidden {
                p { "The key is made in this browser and cannot be taken out of it, by a page or by you: if the browser's data are deleted, enrol another." }
                form.desk data-make="" {
                    label for="role" { "For" }
                    select #role name="role" {
                        option value="delegation" { "a delegation" }
                        option value="person" { "a person of a delegation" }
                        option value="depositary" { "an officer of the depositary" }
                    }
                    label for="party" { "State" }
                    select #party name="party" {
                        @for (id, word) in law.party_names.iter() {
                            @if !named::is_entity(&visit.site, id) { option value=(word) { (named::party_text(&visit.site, &visit.asked(), id)) } }
                        }
                    }
                    label for="name" { "Name of the key, an address without a scheme " span.quiet { "(made from the state where it is left out)" } }
                    input #name name="name" maxlength="200" placeholder=(format!("{}/state", found.origin)) autocomplete="off" spellcheck="false";
                    button type="submit" { "Make a key" }
                }
                p.quiet data-said="" role="status" {}
                h3 { "Keys in this browser" }
                div data-keys="" {}
            }
            p { "With the command line:" }
            pre.desk { "servanda key new " (found.origin) "/STATE --keys FILE" }
            p { "It prints the key and the digest of the one after it. The authority enrols both, and sends the note:" }
            pre.desk { "servanda key enrol --party STATE --key 'KEY' --next DIGEST --log LOG --keys servanda.key --out enrol.act\nservanda log append enrol.act --log LOG --keys servanda.key" }
        }
    }
}

/// Lists the keys for programs.
pub(super) async fn list(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match ring(&visit).await {
        Ok(found) => Visit::json(StatusCode::OK, &as_json(&found)),
        Err(none) => visit.no_answer(&none),
    }
}

fn as_json(found: &Ring) -> Value {
    let keys = found.keys.iter().map(|key| {
        json!({"role": key.role.word(), "party": key.role.party(), "name": key.name,
            "key": key.text, "digest": key.digest.to_string(), "since": key.since,
            "ended": key.ended, "contested_from": key.contested})
    });
    json!({"origin": found.origin, "rehearsal": found.is_rehearsal, "keys": keys.collect::<Vec<_>>()})
}
