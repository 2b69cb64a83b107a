//! The page of the desk: choose what to communicate, fill it in, see what follows, sign, send.

use super::draft::{Ask, AskForm, Draft, Group};
use super::drafts::drafts;
use super::follows::follows;
use super::limits::Dear;
use super::outcome::sent;
use super::reasons::reason;
use super::visit::Visit;
use super::weighing::{Foretold, last, weigh};
use crate::asked::Asked;
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::noticed::noticed;
use crate::parts;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::respond;
use crate::tongue::{say, text};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::IF_NONE_MATCH;
use axum::http::{Response, StatusCode};
use maud::{Markup, html};
use servanda_model::Day;
use servanda_note::Note;
use servanda_seal::{Content, LEAF_BYTES_MAX, Sealed};
use std::sync::Arc;

/// Gives the desk's script.
pub(super) async fn script(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let known = request.headers().get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    respond::file(&portal.site().assets.desk, known)
}

/// Shows what can be communicated, or one draft to be filled in.
pub(super) async fn page(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let all = offered(&visit);
    if let Some(id) = visit.asks("draft") {
        return match all.iter().find(|draft| draft.id == id) {
            Some(draft) => visit.page(StatusCode::OK, &blank(&visit, draft)),
            None => visit.refuse(&no_draft(&visit, id)),
        };
    }
    let asked = visit.asked();
    let desk = asked.link("/acts/new");
    let body = html! {
        h1 { (say!(asked, "desk-act-title")) }
        @match &visit.holder {
            Some(holder) => { p.lede { (say!(asked, "desk-can", role = super::role_text(&visit.site, &asked, &holder.role))) } }
            None => { p.lede { (say!(asked, "desk-cannot", link = html! { a href=(asked.link("/sign-in")) { (say!(asked, "desk-sign-in")) } })) } }
        }
        @for group in Group::ALL { (listed(&visit, group, &all)) }
        section aria-labelledby="by-hand" {
            h2 #by-hand { (say!(asked, "desk-own-words")) }
            form.desk method="post" action=(desk) {
                label for="text" { (say!(asked, "desk-entry")) }
                textarea #text name="text" rows="5" required maxlength=(LEAF_BYTES_MAX) spellcheck="false" placeholder=(format!("{} statement by …", today(&visit))) {}
                @if visit.holder.is_none() { (as_whom(&visit)) }
                button type="submit" { (say!(asked, "desk-see")) }
            }
        }
        section aria-labelledby="sealed" {
            h2 #sealed { (say!(asked, "desk-signed-already")) }
            form.desk method="post" action=(desk) {
                label for="note" { (say!(asked, "desk-note")) }
                textarea #note name="signed" rows="5" required maxlength=(LEAF_BYTES_MAX) spellcheck="false" {}
                p.buttons { button type="submit" { (say!(asked, "desk-send")) } " " button.second type="submit" name="look" value="yes" { (say!(asked, "desk-look-first")) } }
            }
        }
    };
    visit.page(StatusCode::OK, &Page { title: text!(asked, "desk-act-title"), body })
}

/// Receives what the page sends: a filled-in draft, a text, or a signed note.
pub(super) async fn receive(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match (visit.form("signed"), visit.form("look")) {
        (Some(note), None) => return sent(&visit, &note).await,
        (Some(note), Some(_)) => return looked_at(&visit, &note).await,
        (None, _) => {}
    }
    let text = match visit.form("draft") {
        Some(id) => {
            let all = offered(&visit);
            let draft = all.iter().find(|draft| draft.id == id.trim());
            let draft = draft.ok_or_else(|| no_draft(&visit, id.trim()));
            draft.and_then(|draft| draft.text(|name| visit.all(name)))
        }
        None => visit.form("text").map(ended).ok_or_else(|| {
            Refusal::new(Kind::Unreadable, "no text came")
                .hint("fill in the form and send it again")
        }),
    };
    match text {
        Ok(text) => weighed(&visit, text).await,
        Err(refusal) => visit.refuse(&refusal),
    }
}

/// Ends a text as files end.
fn ended(mut text: String) -> String {
    let whole = text.trim_end().len();
    text.truncate(whole);
    text.push('\n');
    text
}

/// An act is dated on the day of the pages, which is the day on which it is recorded.
fn today(visit: &Visit) -> Day {
    visit.site.today()
}

fn offered(visit: &Visit) -> Vec<Draft> {
    let holder = visit.holder.as_ref();
    let asked = visit.asked();
    holder.map(|holder| drafts(&visit.site, &asked, holder, today(visit))).unwrap_or_default()
}

fn no_draft(visit: &Visit, id: &str) -> Refusal {
    let kind = if visit.holder.is_some() { Kind::UnknownWord } else { Kind::SignedOut };
    let message = format!("`{}` is nothing you can communicate today", crate::words::shown(id));
    Refusal::new(kind, message).hint("`/acts/new` lists what you can")
}

fn listed(visit: &Visit, group: Group, all: &[Draft]) -> Markup {
    let asked = visit.asked();
    let of_group: Vec<&Draft> = all.iter().filter(|draft| draft.group == group).collect();
    html! {
        @if !of_group.is_empty() {
            section {
                h2 { (group.title(&asked)) }
                ul.drafts {
                    @for draft in of_group {
                        li {
                            a href=(asked.link_with("/acts/new", &[("draft", &draft.id)])) { (draft.title) }
                            @if let Some(article) = draft.article { " " (named::article(&visit.site, &asked, article)) }
                        }
                    }
                }
            }
        }
    }
}

fn as_whom(visit: &Visit) -> Markup {
    let (law, asked) = (&visit.site.record().law, visit.asked());
    html! {
        label for="as" { (say!(asked, "desk-as-whom")) }
        select #as name="as" {
            option value="" { (say!(asked, "desk-depositary")) }
            @for (id, word) in law.party_names.iter() { option value=(word) { (named::party_text(&visit.site, &asked, id)) " (" (word) ")" } }
        }
    }
}

/// Shows a draft to be filled in.
fn blank(visit: &Visit, draft: &Draft) -> Page {
    let asked = visit.asked();
    let body = html! {
        h1 { (draft.title) }
        @if let Some(article) = draft.article { p.lede { (say!(asked, "desk-under", article = named::article(&visit.site, &asked, article))) } }
        form.desk method="post" action=(asked.link("/acts/new")) {
            input type="hidden" name="draft" value=(draft.id);
            @for ask in &draft.asks { (place(&asked, ask)) }
            button type="submit" { (say!(asked, "desk-see")) }
        }
        p.quiet { (say!(asked, "desk-nothing-sent")) }
        p { a href=(asked.link("/acts/new")) { (say!(asked, "desk-else")) } }
    };
    Page { title: draft.title.clone(), body }
}

fn place(asked: &Asked, ask: &Ask) -> Markup {
    let label = html! { (ask.label) @if !ask.is_needed { " " span.quiet { (say!(asked, "desk-optional")) } } };
    html! {
        @match &ask.form {
            AskForm::Words => {
                label for=(ask.name) { (label) }
                textarea id=(ask.name) name=(ask.name) rows="2" required[ask.is_needed] {}
            }
            AskForm::One(of) => {
                label for=(ask.name) { (label) }
                select id=(ask.name) name=(ask.name) required[ask.is_needed] {
                    option value="" { "–" }
                    @for (word, shown) in of { option value=(word) { (shown) } }
                }
            }
            AskForm::Several(of) => {
                fieldset {
                    legend { (label) }
                    @for (word, shown) in of { label { input type="checkbox" name=(ask.name) value=(word); " " (shown) } }
                }
            }
        }
    }
}

/// Shows what follows from a text.
async fn weighed(visit: &Visit, text: String) -> Response<Body> {
    if let Some(response) = visit.barred(Dear::Weighing) {
        return response;
    }
    let own = visit.holder.as_ref().and_then(|holder| holder.party().map(str::to_owned));
    let party = if visit.holder.is_some() { own } else { visit.form("as") };
    match weigh(visit, text.clone(), party).await {
        Ok(found) => {
            let page = before(visit, &found, &text, None);
            visit.page(StatusCode::OK, &page)
        }
        Err(none) => visit.no_answer(&none),
    }
}

/// Shows what a note says that somebody signed already, so that another line can stand below it.
async fn looked_at(visit: &Visit, note: &str) -> Response<Body> {
    if let Some(response) = visit.barred(Dear::Weighing) {
        return response;
    }
    let note = ended(note.trim_start().to_owned());
    let sealed = match Sealed::parse(note.as_bytes()) {
        Ok(sealed) => sealed,
        Err(flaw) => {
            return visit
                .refuse(&Refusal::new(Kind::Unreadable, flaw.to_string()).hint(flaw.hint()));
        }
    };
    let Content::Act { text, .. } = sealed.content() else {
        let message = format!("this note is a sealed `{}`, and no act", sealed.content().kind());
        return visit.refuse(&Refusal::new(Kind::Unreadable, message).hint("send it as it is"));
    };
    let own = visit.holder.as_ref().and_then(|holder| holder.party().map(str::to_owned));
    match weigh(visit, text.clone(), own).await {
        Ok(found) => {
            let page = before(visit, &found, text, Some(sealed.note()));
            visit.page(StatusCode::OK, &page)
        }
        Err(none) => visit.no_answer(&none),
    }
}

fn before(visit: &Visit, found: &Foretold, text: &str, note: Option<&Note>) -> Page {
    let signed = match note {
        Some(note) => {
            Some((note.text().to_owned(), servanda_seal::Digest::of(note.text().as_bytes())))
        }
        None => found.signed.clone(),
    };
    let asked = visit.asked();
    let body = html! {
        h1 { (say!(asked, "desk-before")) }
        @if let Some(after) = found.after.as_deref() { p.standing { (deeds::act_with_about(after, &asked, last(after))) "." } }
        (verdict(visit, found))
        @if let (Some(after), true) = (found.after.as_deref(), found.answer.is_ok()) { (follows(after, &asked, last(after), &found.changes, false)) }
        @if let Some((text, id)) = &signed { (to_sign(&asked, text, &id.to_string(), note)) }
        section aria-labelledby="again" {
            h2 #again { (say!(asked, "desk-change")) }
            form.desk method="post" action=(asked.link("/acts/new")) {
                label for="text" { (say!(asked, "desk-entry")) }
                textarea #text name="text" rows="6" required maxlength=(LEAF_BYTES_MAX) spellcheck="false" { (text) }
                @if visit.holder.is_none() { (as_whom(visit)) }
                button type="submit" { (say!(asked, "desk-see")) }
            }
        }
        (super::script_words(&asked))
        script type="module" src="/desk.js" {}
    };
    Page { title: text!(asked, "desk-before"), body }
}

/// Tells what the door would say.
fn verdict(visit: &Visit, found: &Foretold) -> Markup {
    let site = found.after.as_deref().unwrap_or(&visit.site);
    let asked = visit.asked();
    html! {
        @match &found.answer {
            Ok(findings) => {
                p.verdict.is-taken { strong { (say!(asked, "desk-taken")) } }
                @if !findings.is_empty() {
                    p { (say!(asked, "desk-noticed")) }
                    ul.readings { @for finding in findings {
                        li { (noticed(site, &asked, finding)) " " span.quiet { (parts::grade(&asked, finding.grade)) } " " (named::article_or_none(site, &asked, finding.article)) }
                    } }
                }
            }
            Err(refused) => {
                p.verdict { strong { (say!(asked, "desk-not-taken")) } " " code { (refused.code) }
                    @if let Some(article) = refused.article.as_deref().and_then(|word| site.record().law.article_names.find(word)) { " " (named::article(site, &asked, article)) } }
                (reason(site, &asked, refused))
            }
        }
    }
}

/// Shows the exact text, and the ways to sign it.
fn to_sign(asked: &Asked, text: &str, id: &str, note: Option<&Note>) -> Markup {
    let lines = note.map(Note::print).unwrap_or_default();
    html! {
        section aria-labelledby="sign" {
            h2 #sign { (say!(asked, "desk-sign")) }
            p { (say!(asked, "desk-exactly")) }
            @if asked.signed_in().is_some_and(|holder| holder.passkey.is_some()) { p.note { (say!(asked, "passkeys-act-by-key")) } }
            pre.desk data-text="" data-id=(id) tabindex="0" { (text) }
            p.quiet { (say!(asked, "desk-id", id = html! { code { (id) } })) }
            div.desk data-desk="sign" hidden {
                div data-keys="" {}
                p.quiet data-said="" role="status" {}
            }
            p { (say!(asked, "desk-with-file", file = parts::code("act.txt"))) }
            pre.desk lang="en" { "servanda sign act.txt --keys FILE" }
            form.desk method="post" action=(asked.link("/acts/new")) {
                label for="note" { (say!(asked, "desk-signed-note")) }
                textarea #note name="signed" rows="8" required maxlength=(LEAF_BYTES_MAX) spellcheck="false" { (lines) }
                button type="submit" { (say!(asked, "desk-send")) }
            }
        }
    }
}
