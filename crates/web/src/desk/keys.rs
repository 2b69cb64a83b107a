//! The keys that the log knows, whose they are, and how another comes among them.

use super::passkeys;
use super::role_text;
use super::visit::Visit;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::portal::{NoAnswer, Portal};
use crate::tongue::{say, text};
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
            let asked = visit.asked();
            let body = html! { h1 { (say!(asked, "desk-keys")) } p.lede { (say!(asked, "desk-keys-none")) } };
            return visit.page(StatusCode::OK, &Page { title: text!(asked, "desk-keys"), body });
        }
        Err(none) => return visit.no_answer(&none),
    };
    let rows: Vec<Markup> = found.keys.iter().map(|key| row(&visit, key)).collect();
    let asked = visit.asked();
    let caption = say!(asked, "desk-keys-of", log = parts::code(&found.origin));
    let columns = ["desk-key-whose", "desk-key", "desk-key-since", "desk-key-stands"];
    let json = html! { a href="/api/v1/keys" { (say!(asked, "parts-as-json")) } };
    let body = html! {
        h1 { (say!(asked, "desk-keys")) }
        p.lede { (say!(asked, "desk-keys-lede")) }
        (parts::table(&caption, &parts::columns(&asked, &columns), &rows))
        (passkeys::section(&visit))
        (make(&visit, &found))
        p.elsewhere { (say!(asked, "parts-for-programs", link = json)) }
        (super::script_words(&asked))
        script type="module" src="/desk.js" {}
    };
    visit.page(StatusCode::OK, &Page { title: text!(asked, "desk-keys"), body })
}

fn row(visit: &Visit, key: &Listed) -> Markup {
    let asked = visit.asked();
    let entry = |index: u64| html! { a href=(format!("/log/entry/{index}")) { (say!(asked, "desk-key-entry", entry = index.to_string())) } };
    let digest = html! { code { (key.digest.to_string()) } };
    html! {
        tr {
            th scope="row" { (role_text(&visit.site, &asked, &key.role)) }
            td { (parts::code(&key.name)) details { summary { (say!(asked, "desk-key-whole")) } p.digits { (parts::code(&key.text)) } p.digits { (say!(asked, "desk-key-digest", digest = digest)) } } }
            td { (entry(key.since)) }
            td {
                @match key.ended {
                    None => { span.mark.is-in-use { (say!(asked, "desk-key-in-use")) } }
                    Some(at) => { (say!(asked, "desk-key-ended-by", ended = html! { span.mark.is-ended { (say!(asked, "desk-key-ended")) } }, entry = entry(at))) }
                }
                @if let Some(from) = key.contested { (say!(asked, "desk-key-contested", entry = from.to_string())) }
            }
        }
    }
}

/// Shows how a key is made and enrolled.
fn make(visit: &Visit, found: &Ring) -> Markup {
    let (law, asked) = (&visit.site.record().law, visit.asked());
    let rehearses = if found.is_rehearsal { "yes" } else { "no" };
    html! {
        section aria-labelledby="make" {
            h2 #make { (say!(asked, "desk-make")) }
            div.desk data-desk="make" data-origin=(found.origin) data-rehearses=(rehearses) hidden {
                p { (say!(asked, "desk-make-here")) }
                form.desk data-make="" {
                    label for="role" { (say!(asked, "desk-make-for")) }
                    select #role name="role" {
                        option value="delegation" { (say!(asked, "desk-make-delegation")) }
                        option value="person" { (say!(asked, "desk-make-person")) }
                        option value="depositary" { (say!(asked, "desk-make-officer")) }
                    }
                    label for="party" { (say!(asked, "desk-make-state")) }
                    select #party name="party" {
                        @for (id, word) in law.party_names.iter() {
                            @if !named::is_entity(&visit.site, id) { option value=(word) { (named::party_text(&visit.site, &asked, id)) } }
                        }
                    }
                    label for="name" { (say!(asked, "desk-make-name")) " " span.quiet { (say!(asked, "desk-make-name-left")) } }
                    input #name name="name" maxlength="200" placeholder=(format!("{}/state", found.origin)) autocomplete="off" spellcheck="false";
                    button type="submit" { (say!(asked, "desk-make")) }
                }
                p.quiet data-said="" role="status" {}
                h3 { (say!(asked, "desk-make-keys")) }
                div data-keys="" {}
            }
            p { (say!(asked, "desk-make-command")) }
            pre.desk lang="en" { "servanda key new " (found.origin) "/STATE --keys FILE" }
            p { (say!(asked, "desk-make-prints")) }
            pre.desk lang="en" { "servanda key enrol --party STATE --key 'KEY' --next DIGEST --log LOG --keys servanda.key --out enrol.act\nservanda log append enrol.act --log LOG --keys servanda.key" }
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
