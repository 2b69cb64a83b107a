//! Signing in with a passkey: the session is that of the key for which it was made.

use super::ceremony::Ceremony;
use super::kept::{Kept, bearer, id};
use super::making::{moment, no_challenge, unread};
use super::place::{party, unlike};
use super::{Undone, body, given, not_proved, passkeys, word};
use crate::desk::limits::Dear;
use crate::desk::secret::{hex, unhex};
use crate::desk::sign_in::{remember, session_json};
use crate::desk::visit::Visit;
use crate::portal::Portal;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use servanda_depositary::{Depositary, Job};
use std::sync::Arc;
use webauthn_rs::prelude::PublicKeyCredential;

/// Gives out a challenge that a passkey answers; nobody says whose.
pub(super) async fn challenge(
    State(portal): State<Arc<Portal>>,
    request: Request,
) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    challenged(&visit).unwrap_or_else(|undone| undone.answer(&visit))
}

fn challenged(visit: &Visit) -> Result<Response<Body>, Undone> {
    let passkeys = passkeys(visit)?;
    let party = party(visit, &passkeys.origin)?;
    let begun = party.webauthn.start_discoverable_authentication();
    let (options, state) = begun.map_err(|flaw| unlike(&flaw))?;
    let options = serde_json::to_value(&options.public_key)
        .map_err(|flaw| Undone::Fault(flaw.to_string()))?;
    let (now, nonce) = moment(visit)?;
    let until = passkeys.ceremonies().wait(nonce, Ceremony::Entering { state }, now);
    Ok(given(&hex(&nonce), until, &options))
}

/// Receives a passkey's answer and begins a session.
pub(super) async fn begin(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    match proved(&visit) {
        Ok(kept) => entered(&visit, &kept).await,
        Err(undone) => undone.answer(&visit),
    }
}

/// Finds the passkey that answered the challenge, and counts that it did.
fn proved(visit: &Visit) -> Result<Kept, Undone> {
    let passkeys = passkeys(visit)?;
    let party = party(visit, &passkeys.origin)?;
    let (value, (now, _)) = (body(visit), moment(visit)?);
    let challenge = word(&value, "challenge").and_then(unhex).unwrap_or_default();
    let waited = passkeys.ceremonies().take(&challenge, now);
    let Some(Ceremony::Entering { state }) = waited else { return Err(no_challenge()) };
    let answer = value.get("credential").cloned().unwrap_or_default();
    let answer: PublicKeyCredential =
        serde_json::from_value(answer).map_err(|flaw| unread(&flaw))?;
    let identified = party.webauthn.identify_discoverable_authentication(&answer);
    let (whose, credential) = identified.map_err(|flaw| unlike(&flaw))?;
    let wanted = id(credential);
    passkeys.change(|all| {
        let is_it = |kept: &&mut Kept| {
            let is_own = bearer(&passkeys.origin, kept.key) == whose;
            kept.id == wanted && kept.at == party.name && is_own
        };
        let found = all.iter_mut().find(is_it);
        let kept = found.ok_or_else(|| {
            not_proved("this passkey is not kept here: it was removed, or made for another log")
        })?;
        let finished = party.webauthn.finish_discoverable_authentication_v2(
            &answer,
            state.clone(),
            &kept.passkey,
        );
        let answered = finished.map_err(|flaw| unlike(&flaw))?;
        // A passkey that does not count stays as it is.
        let _changed: Option<bool> = kept.passkey.update_credential(&answered);
        Ok(kept.clone())
    })
}

/// Begins the session of the key for which a passkey was made, where the log has it in use.
async fn entered(visit: &Visit, kept: &Kept) -> Response<Body> {
    let key = kept.key;
    let look = move |office: &mut Depositary| {
        office.catch_up()?;
        let enrolment = office.ledger().ring().using(key);
        Ok(enrolment.map(|held| (held.role.clone(), held.key.name().to_string())))
    };
    let found = visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    let (role, name) = match found.await {
        Ok(Some(found)) => found,
        Ok(None) => {
            let message = "the key for which this passkey was made is in use no more";
            return not_proved(message).answer(visit);
        }
        Err(none) => return visit.no_answer(&none),
    };
    let session = visit.portal.reception().and_then(|reception| reception.begin_by(key, kept.id));
    let Some(session) = session else {
        return not_proved("clock or chance of this machine failed").answer(visit);
    };
    let mut response = Visit::json(StatusCode::CREATED, &session_json(&role, &name, &session));
    remember(visit, &session, &mut response);
    response
}
