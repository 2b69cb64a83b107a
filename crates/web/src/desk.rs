//! The desk: holders of keys sign in, compose an act, see what the door would say, sign and send.
//!
//! The server's own key signs nothing for anybody here; docs/formats/session.md says what is
//! signed, and with what.

mod acts;
mod challenge;
mod draft;
mod drafts;
mod follows;
mod holder;
mod keys;
mod limits;
mod outcome;
mod passkey_paths;
#[cfg(feature = "passkeys")]
mod passkeys;
#[cfg(not(feature = "passkeys"))]
#[path = "desk/no_passkeys.rs"]
mod passkeys;
mod paths;
mod reasons;
mod reception;
mod same_origin;
mod secret;
mod session;
mod sign_in;
mod visit;
mod weighing;

pub use challenge::challenge_again;
#[cfg(feature = "passkeys")]
pub use passkeys::Shelf;
pub use paths::paths;
pub use reception::{Chance, Clock, Reception};
pub use secret::Secret;
pub use session::session_again;

pub(crate) use holder::{Holder, goes_on, holder, session};
pub(crate) use limits::Dear;
pub(crate) use paths::{DeskPath, all as all_paths};
pub(crate) use same_origin::bar;
pub(crate) use session::{Place, Session};
pub(crate) use visit::{Visit, sender, too_often};

use crate::asked::Asked;
use crate::named;
use crate::portal::Portal;
use crate::site::Site;
use crate::tongue::{say, text};
use axum::Router;
use axum::routing::{get, post};
use maud::{Markup, html};
use servanda_seal::Role;
use std::sync::Arc;

/// Returns the routes of the desk.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new()
        .route("/sign-in", get(sign_in::page).post(sign_in::answer))
        .route("/sign-out", post(sign_in::leave))
        .route("/keys", get(keys::page))
        .route("/acts/new", get(acts::page).post(acts::receive))
        .route("/desk.js", get(acts::script))
        .route("/api/v1/challenges", post(sign_in::challenge))
        .route("/api/v1/session", get(sign_in::told).post(sign_in::begin).delete(sign_in::end))
        .route("/api/v1/keys", get(keys::list))
        .route("/api/v1/acts/preview", post(weighing::preview))
        .with_state(portal.clone())
        .merge(passkeys::router(portal))
}

/// Shows who is signed in, or where to sign in; every page carries it.
pub(crate) fn who(site: &Site, asked: &Asked) -> Markup {
    html! {
        div.sv-who {
            @match asked.signed_in() {
                None => { a href=(asked.link("/keys")) { (say!(asked, "desk-keys")) } " " a href=(asked.link("/sign-in")) { (say!(asked, "desk-sign-in")) } }
                Some(holder) => {
                    span { (say!(asked, "desk-signed-in")) " " strong { (role_text(site, asked, &holder.role)) } " " code { (holder.key) } }
                    " " a href=(asked.link(&today(holder))) { (say!(asked, "desk-today")) }
                    " " a href=(asked.link("/acts/new")) { (say!(asked, "desk-new-act")) }
                    " " a href=(asked.link("/keys")) { (say!(asked, "desk-keys")) }
                    " " form method="post" action="/sign-out" { button type="submit" { (say!(asked, "desk-sign-out")) } }
                }
            }
        }
    }
}

/// Returns the page of what is awaited of the holder's state, or of whom it can be asked.
fn today(holder: &Holder) -> String {
    holder.party().map_or("/today".to_owned(), |party| format!("/today/{party}"))
}

/// Returns what a role is in words.
pub(crate) fn role_text(site: &Site, asked: &Asked, role: &Role) -> String {
    let state = |word: &str| {
        let found = site.record().law.party_names.find(word);
        found.map_or(word.to_owned(), |id| named::party_text(site, asked, id).to_owned())
    };
    match role {
        Role::Authority => text!(asked, "desk-role-authority"),
        Role::Depositary => text!(asked, "desk-role-depositary"),
        Role::Delegation { party, with_person: false } => {
            text!(asked, "desk-role-delegation", state = state(party))
        }
        Role::Delegation { party, with_person: true } => {
            text!(asked, "desk-role-seal", state = state(party))
        }
        Role::Person { party } => text!(asked, "desk-role-person", state = state(party)),
        Role::Witness { party } => text!(asked, "desk-role-witness", state = state(party)),
    }
}

/// Returns what the desk's script says, in the reader's language.
pub(super) fn script_words(asked: &Asked) -> Markup {
    let words = serde_json::json!({
        "no-key": text!(asked, "desk-script-no-key"),
        "make-one": text!(asked, "desk-script-make-one"),
        "in": text!(asked, "desk-script-in"),
        "other-text": text!(asked, "desk-script-other-text"),
        "beginning": text!(asked, "desk-script-beginning"),
        "signed": text!(asked, "desk-script-signed"),
        "enrols": text!(asked, "desk-script-enrols"),
        "enrol-here": text!(asked, "desk-script-enrol-here"),
        "enrolled": text!(asked, "desk-script-enrolled"),
        "sign-in": text!(asked, "desk-sign-in"),
        "name": text!(asked, "desk-script-name"),
        "made": text!(asked, "desk-script-made"),
        "no-keys": text!(asked, "desk-script-no-keys"),
        "sign-in-with": text!(asked, "desk-script-sign-in-with"),
        "sign-with": text!(asked, "desk-script-sign-with"),
        "key": text!(asked, "desk-script-key"),
        "next": text!(asked, "desk-script-next"),
        "digest": text!(asked, "desk-script-digest"),
        "delegation": text!(asked, "desk-make-delegation"),
        "person": text!(asked, "desk-make-person"),
        "depositary": text!(asked, "desk-make-officer"),
    });
    let links = serde_json::json!({
        "/keys": asked.link("/keys"),
        "/sign-in": asked.link("/sign-in"),
        "/acts/new": asked.link("/acts/new"),
    });
    html! { div data-words=(words) data-links=(links) hidden {} }
}
