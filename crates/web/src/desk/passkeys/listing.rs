//! The passkeys of who is signed in, on the page of keys; and the door that they open.

use super::kept::Kept;
use super::making::NAME_MAX;
use super::place::{has_name, named_address};
use super::{Undone, passkeys};
use crate::asked::Asked;
use crate::desk::secret::{hex, unhex};
use crate::desk::sign_in::to;
use crate::desk::visit::Visit;
use crate::parts;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::tongue::{say, text};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use maud::{Markup, html};
use serde_json::json;
use servanda_seal::Digest;
use std::sync::Arc;

/// Shows the passkeys of who is signed in, and how another is made.
pub(in crate::desk) fn section(visit: &Visit) -> Markup {
    let asked = visit.asked();
    let signed_in = || html! { a href=(asked.link("/sign-in")) { (say!(asked, "desk-sign-in")) } };
    html! {
        section aria-labelledby="passkeys" {
            h2 #passkeys { (say!(asked, "passkeys")) }
            p { (say!(asked, "passkeys-lede")) }
            @match &visit.holder {
                None => { p { (say!(asked, "passkeys-signed-out", link = signed_in())) } }
                Some(holder) => {
                    (listed(visit, &asked, holder.digest))
                    @if holder.passkey.is_some() { p { (say!(asked, "passkeys-by-key")) } }
                    @else { (make(visit, &asked)) }
                }
            }
        }
        (words(&asked))
    }
}

fn listed(visit: &Visit, asked: &Asked, key: Digest) -> Markup {
    let all = match passkeys(visit).and_then(|passkeys| passkeys.all()) {
        Ok(all) => all,
        Err(_undone) => return html! { p.note { (say!(asked, "passkeys-unread")) } },
    };
    let rows: Vec<Markup> =
        all.iter().filter(|kept| kept.key == key).map(|kept| row(asked, kept)).collect();
    if rows.is_empty() {
        return html! { p data-passkeys="0" { (say!(asked, "passkeys-none")) } };
    }
    let columns = ["passkeys-name", "passkeys-at", "passkeys-made", "passkeys-remove"];
    parts::table(&say!(asked, "passkeys-own"), &parts::columns(asked, &columns), &rows)
}

fn row(asked: &Asked, kept: &Kept) -> Markup {
    html! {
        tr {
            th scope="row" { (kept.name) }
            td { (parts::code(&kept.at)) }
            td { (asked.tongue().day(kept.made.day())) }
            td {
                form.desk method="post" action="/passkeys/remove" {
                    input type="hidden" name="id" value=(hex(&kept.id));
                    button.second type="submit" aria-label=(text!(asked, "passkeys-remove-it", name = kept.name.clone())) { (say!(asked, "passkeys-remove")) }
                }
            }
        }
    }
}

fn make(visit: &Visit, asked: &Asked) -> Markup {
    html! {
        h3 { (say!(asked, "passkeys-add")) }
        @if !has_name(visit) { (unnamed(visit, asked)) }
        @else {
            (without_script(asked))
            div.desk data-passkey="make" hidden {
                form.desk {
                    label for="passkey-name" { (say!(asked, "passkeys-call-it")) }
                    input #passkey-name name="name" required maxlength=(NAME_MAX) autocomplete="off";
                    button type="submit" { (say!(asked, "passkeys-add")) }
                }
                p.quiet data-said="" role="status" {}
            }
        }
    }
}

/// Shows, where one signs in, the door for passkeys.
pub(in crate::desk) fn door(visit: &Visit) -> Markup {
    let asked = visit.asked();
    html! {
        section aria-labelledby="by-passkey" {
            h2 #by-passkey { (say!(asked, "passkeys-door")) }
            @if !has_name(visit) { (unnamed(visit, &asked)) }
            @else {
                (without_script(&asked))
                div.desk data-passkey="enter" hidden {
                    button type="button" { (say!(asked, "passkeys-enter")) }
                    p.quiet data-said="" role="status" {}
                }
            }
            p.quiet { (say!(asked, "passkeys-sign-no-act", link = html! { a href=(asked.link("/keys")) { (say!(asked, "desk-keys")) } })) }
        }
        (words(&asked))
    }
}

fn unnamed(visit: &Visit, asked: &Asked) -> Markup {
    let host = visit.place.as_ref().map_or("", |place| &place.host);
    let host = || parts::code(host);
    html! {
        p.note {
            @match named_address(visit) {
                Some(address) => { (say!(asked, "passkeys-numbered-here", host = host(), link = html! { a href=(address) { (address) } })) }
                None => { (say!(asked, "passkeys-numbered", host = host())) }
            }
        }
    }
}

fn without_script(asked: &Asked) -> Markup {
    html! { noscript { p.note { (say!(asked, "passkeys-no-script")) } } }
}

/// What the script says, and where it leads; and the script.
fn words(asked: &Asked) -> Markup {
    let words = json!({
        "in": text!(asked, "desk-script-in"),
        "made": text!(asked, "passkeys-script-made"),
        "left": text!(asked, "passkeys-script-left"),
        "there": text!(asked, "passkeys-script-there"),
        "unable": text!(asked, "passkeys-script-unable"),
    });
    html! {
        div data-passkey-words=(words) data-next=(asked.link("/acts/new")) hidden {}
        script type="module" src="/passkeys.js" {}
    }
}

/// Lists them for programs.
pub(super) async fn list(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let told = || {
        let key = own_key(&visit)?;
        let all = passkeys(&visit)?.all()?;
        let own: Vec<_> = all.iter().filter(|kept| kept.key == key).map(Kept::told).collect();
        Ok(Visit::json(StatusCode::OK, &json!({"passkeys": own})))
    };
    told().unwrap_or_else(|undone: Undone| undone.answer(&visit))
}

/// Removes one that a program names.
pub(super) async fn end(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let id = request.uri().path().rsplit('/').next().unwrap_or("").to_owned();
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match removed(&visit, &id) {
        Ok(()) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            response
        }
        Err(undone) => undone.answer(&visit),
    }
}

/// Removes one that a form names, and shows the keys again.
pub(super) async fn remove(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::of(portal, request).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match removed(&visit, visit.form("id").unwrap_or_default().trim()) {
        Ok(()) => to("/keys"),
        Err(undone) => undone.answer(&visit),
    }
}

/// Removes a passkey of who is signed in; the sessions that began with it are none any more.
fn removed(visit: &Visit, id: &str) -> Result<(), Undone> {
    let key = own_key(visit)?;
    let wanted = unhex(id);
    passkeys(visit)?.change(|all| {
        let before = all.len();
        all.retain(|kept| kept.key != key || wanted.as_deref() != Some(kept.id.as_slice()));
        if all.len() == before {
            let refusal = Refusal::new(Kind::UnknownWord, "you have no such passkey");
            return Err(refusal.hint("`/keys` lists yours").into());
        }
        Ok(())
    })?;
    visit.portal.part();
    Ok(())
}

fn own_key(visit: &Visit) -> Result<Digest, Undone> {
    let nobody = || Refusal::new(Kind::SignedOut, "no session came with this request");
    Ok(visit.holder.as_ref().ok_or_else(nobody)?.digest)
}
