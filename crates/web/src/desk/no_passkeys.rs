//! What the desk has where the program was made without passkeys: none.

use super::session::PasskeyId;
use super::visit::Visit;
use crate::portal::Portal;
use axum::Router;
use maud::{Markup, html};
use servanda_seal::Digest;
use std::sync::Arc;

/// What keeps passkeys; nothing makes one here.
#[derive(Debug)]
pub(super) enum Passkeys {}

impl Passkeys {
    pub(super) fn keeps(&self, _id: PasskeyId, _key: Digest) -> bool {
        match *self {}
    }
}

pub(super) fn router(_portal: &Arc<Portal>) -> Router {
    Router::new()
}

pub(super) fn section(_visit: &Visit) -> Markup {
    html! {}
}

pub(super) fn door(_visit: &Visit) -> Markup {
    html! {}
}
