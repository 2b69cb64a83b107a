//! The ledger: what the log is at this hour, who has seen it, and how anybody verifies it.

use crate::asked::Asked;
use crate::desk::Visit;
use crate::frame::{self, Page};
use crate::parts;
use crate::portal::{NoAnswer, Portal};
use crate::respond;
use crate::tongue::{say, text};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, Response};
use axum::routing::get;
use maud::{Markup, html};
use servanda_depositary::{Depositary, Fault, Job, Seen};
use servanda_note::Note;
use servanda_seal::{Content, Contested, Digest, Role, Sealed};
use servanda_tlog::TreeHead;
use std::sync::Arc;

/// How many of the latest entries are listed.
const LATEST: u64 = 20;

/// Where the page stands.
pub(crate) const PAGE: &str = "/ledger";
/// Where its script stands.
pub(crate) const SCRIPT: &str = "/ledger.js";

/// Returns every path of the ledger.
pub fn paths() -> impl Iterator<Item = &'static str> {
    [PAGE, SCRIPT].into_iter()
}

/// Returns the routes of the ledger.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new().route(PAGE, get(page)).route(SCRIPT, get(script)).with_state(portal.clone())
}

/// What the page shows of the log.
struct Ledger {
    origin: String,
    keys: Vec<String>,
    head: TreeHead,
    seen: Seen,
    checkpoint: Note,
    witnesses: Vec<Witness>,
    latest: Vec<Row>,
    contested: Vec<Contested>,
}

/// A member's witness, and whether its line stands on the checkpoint.
struct Witness {
    party: String,
    name: String,
    has_seen: bool,
}

/// An entry.
struct Row {
    index: u64,
    kind: &'static str,
    first_line: String,
    contested: Option<Contested>,
}

fn look(office: &mut Depositary) -> Result<Ledger, Fault> {
    office.catch_up()?;
    let checkpoint = office.checkpoint()?;
    let seen = office.seen(&checkpoint)?;
    let head = office.head();
    let ring = office.ledger().ring();
    let lives = ring.lives();
    let in_use = lives.iter().filter(|life| life.ended.is_none());
    let of = |role: &Role| matches!(role, Role::Depositary);
    let keys = in_use.clone().filter(|life| of(&life.enrolment.role));
    let keys = keys.map(|life| life.enrolment.key.print()).collect();
    let witnesses = in_use.filter_map(|life| {
        let Role::Witness { party } = &life.enrolment.role else { return None };
        let key = &life.enrolment.key;
        let has_seen = checkpoint
            .signatures()
            .iter()
            .any(|line| key.is_named_by(line) && key.verify(checkpoint.text(), line).is_some());
        Some(Witness { party: party.clone(), name: key.name().to_string(), has_seen })
    });
    let witnesses = witnesses.collect();
    let origin = office.ledger().origin().to_owned();
    let size = office.size();
    let mut latest = Vec::new();
    for index in (size.saturating_sub(LATEST)..size).rev() {
        if let Some(bytes) = office.entry(index)? {
            let contested = office.contested()?.entries.get(&index).copied();
            latest.push(Row { contested, ..row(index, &bytes) });
        }
    }
    let contested = office.ledger().ring().contested().collect();
    Ok(Ledger { origin, keys, head, seen, checkpoint, witnesses, latest, contested })
}

fn row(index: u64, bytes: &[u8]) -> Row {
    let Ok(sealed) = Sealed::parse(bytes) else {
        return Row { index, kind: "", first_line: String::new(), contested: None };
    };
    let content = sealed.content();
    Row { index, kind: content.kind(), first_line: first_line(content), contested: None }
}

/// Returns what tells an entry from its neighbours.
fn first_line(content: &Content) -> String {
    match content {
        Content::Enact { text, .. } | Content::Recite { text, .. } | Content::Act { text, .. } => {
            let told = |line: &&str| !line.trim().is_empty() && !line.starts_with(';');
            text.lines().find(told).unwrap_or_default().to_owned()
        }
        Content::Genesis(genesis) => genesis.organisation.clone(),
        Content::Received { at } => at.to_string(),
        Content::Enrol(enrolment) => enrolment.key.name().to_string(),
        Content::Rotate { key, .. } => key.name().to_string(),
        Content::Revoke { reason, .. } | Content::Erase { reason, .. } => reason.clone(),
        Content::Document { title, .. } => title.clone(),
    }
}

async fn page(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let asked = visit.asked();
    let found = visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    let page = match found.await {
        Ok(ledger) => whole(&asked, &ledger),
        Err(none) => without(&asked, &none),
    };
    let text = frame::whole(&visit.site, &asked, &page);
    let response = respond::varying(respond::scripted(respond::page(text, None)));
    if visit.holder.is_some() { respond::private(response) } else { response }
}

async fn script(State(portal): State<Arc<Portal>>, headers: HeaderMap) -> Response<Body> {
    let known = headers.get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    respond::file(&portal.site().assets.ledger, known)
}

/// Says why there is no log to show.
fn without(asked: &Asked, none: &NoAnswer) -> Page {
    let body = html! {
        h1 { (say!(asked, "ledger-title")) }
        p.empty lang="en" { (none.message()) ". " (none.hint()) "." }
    };
    Page { title: text!(asked, "ledger-title"), body }
}

fn whole(asked: &Asked, ledger: &Ledger) -> Page {
    let seen = ledger.seen;
    let body = html! {
        h1 { (say!(asked, "ledger-title")) }
        p.lede { (say!(asked, "ledger-lede")) }
        dl.plain {
            div { dt { (say!(asked, "ledger-origin")) } dd { code { (ledger.origin) } } }
            div { dt { (say!(asked, "ledger-size")) } dd { (ledger.head.size) } }
            div { dt { (say!(asked, "ledger-root")) } dd { code.digits { (Digest(ledger.head.root.0)) } } }
            @for key in &ledger.keys { div { dt { (say!(asked, "ledger-key")) } dd { code.digits { (key) } } } }
            div { dt { (say!(asked, "ledger-witnesses")) } dd {
                @if ledger.witnesses.is_empty() { (say!(asked, "ledger-no-witness")) }
                @else { (say!(asked, "ledger-seen-by", seen = seen.members, all = seen.known, conforming = seen.conforming)) }
                @for witness in &ledger.witnesses {
                    p { code { (witness.party) } " " (witness.name) ": "
                        @if witness.has_seen { (say!(asked, "ledger-has-seen")) } @else { (say!(asked, "ledger-has-not-seen")) } }
                }
            } }
            @for found in &ledger.contested { div { dt { (say!(asked, "ledger-contested")) } dd { (contested(asked, *found)) } } }
        }
        (verify_here(asked, ledger))
        (verify_yourself(asked, ledger))
        section {
            h2 { (say!(asked, "ledger-latest")) }
            (latest(asked, &ledger.latest))
        }
        details {
            summary { (say!(asked, "ledger-checkpoint")) }
            pre.desk { (ledger.checkpoint.print()) }
        }
        script type="module" src="/ledger.js" {}
    };
    Page { title: text!(asked, "ledger-title"), body }
}

/// Says what the revocation of a key contests.
fn contested(asked: &Asked, found: Contested) -> Markup {
    let key = html! { code.digits { (found.key) } };
    let (from, revoked) = (found.from.to_string(), found.revoked_at.to_string());
    say!(asked, "ledger-contested-by", key = key, from = from, revoked = revoked)
}

/// The reader's own browser reckons the root from every entry; without a script it says how else.
fn verify_here(asked: &Asked, ledger: &Ledger) -> Markup {
    html! {
        section.desk #verify
            data-origin=(ledger.origin)
            data-key=[ledger.keys.first()]
            data-reading=(text!(asked, "ledger-reading"))
            data-holds=(text!(asked, "ledger-holds"))
            data-unsigned=(text!(asked, "ledger-unsigned"))
            data-other-root=(text!(asked, "ledger-other-root"))
            data-fault=(text!(asked, "ledger-no-answer"))
        {
            h2 { (say!(asked, "ledger-here")) }
            p { (say!(asked, "ledger-here-how")) }
            p { button type="button" hidden { (say!(asked, "ledger-verify")) } }
            p #verified role="status" aria-live="polite" {}
            noscript { p.note { (say!(asked, "ledger-needs-script")) } }
        }
    }
}

/// What a member runs on its own machine.
fn verify_yourself(asked: &Asked, ledger: &Ledger) -> Markup {
    let key = ledger.keys.first().map_or("KEY", String::as_str);
    html! {
        section {
            h2 { (say!(asked, "ledger-yourself")) }
            p { (say!(asked, "ledger-yourself-how")) }
            pre.desk { "servanda witness --of http://127.0.0.1:8080 --log sqlite:mirror.db --keys witness.key --name example.org/witness --once\nservanda verify --log sqlite:mirror.db" }
            p { (say!(asked, "ledger-python")) }
            pre.desk { "python3 docs/verifier/verify.py --receipt receipt.tlog-proof --act act.note --key '" (key) "'" }
        }
    }
}

fn latest(asked: &Asked, rows: &[Row]) -> Markup {
    let headings = ["ledger-entry", "ledger-kind", "ledger-says", "ledger-receipt"];
    let headings = parts::columns(asked, &headings);
    let rows: Vec<Markup> = rows
        .iter()
        .map(|row| {
            html! { tr {
                th scope="row" { a href={ "/log/entry/" (row.index) } { (row.index) } }
                td { code { (row.kind) } }
                td { code { (row.first_line) } @if let Some(found) = row.contested { " " (parts::contested(asked, found)) } }
                td { a href={ "/api/v1/receipts/" (row.index) } aria-label=(text!(asked, "ledger-receipt-of", entry = row.index.to_string())) { (say!(asked, "ledger-receipt")) } }
            } }
        })
        .collect();
    parts::table(&say!(asked, "ledger-latest"), &headings, &rows)
}
