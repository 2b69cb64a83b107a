//! A passkey is made: for the key that proved itself, on the device that the browser finds.

use super::ceremony::Ceremony;
use super::kept::{Kept, bearer, id};
use super::place::{party, unlike};
use super::{Undone, body, given, not_proved, passkeys, word};
use crate::desk::holder::Holder;
use crate::desk::limits::Dear;
use crate::desk::role_text;
use crate::desk::secret::{hex, unhex};
use crate::desk::visit::Visit;
use crate::portal::Portal;
use crate::refusal::{Kind, Refusal};
use crate::words::shown;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Job};
use servanda_seal::Digest;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most letters of a name.
pub(super) const NAME_MAX: usize = 60;
/// The most passkeys of one key.
const OF_KEY_MAX: usize = 20;

/// Gives out a challenge with which a passkey is made.
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
    let holder = by_key(visit)?;
    let passkeys = passkeys(visit)?;
    let party = party(visit, &passkeys.origin)?;
    let name = name(&body(visit))?;
    let all = passkeys.all()?;
    let own: Vec<&Kept> = all.iter().filter(|kept| kept.key == holder.digest).collect();
    if own.len() >= OF_KEY_MAX {
        return Err(too_many());
    }
    let here = own.iter().filter(|kept| kept.at == party.name);
    let here = here.map(|kept| kept.passkey.cred_id().clone()).collect();
    let whose = role_text(&visit.site, &visit.asked(), &holder.role);
    let bearer = bearer(&passkeys.origin, holder.digest);
    let begun = party.webauthn.start_passkey_registration(bearer, &holder.key, &whose, Some(here));
    let (options, state) = begun.map_err(|flaw| unlike(&flaw))?;
    let mut options = serde_json::to_value(&options.public_key)
        .map_err(|flaw| Undone::Fault(flaw.to_string()))?;
    // Nobody is named when signing in, so that the device itself must know whose the passkey is.
    if let Some(Value::Object(wanted)) = options.get_mut("authenticatorSelection") {
        wanted.insert("residentKey".to_owned(), json!("required"));
        wanted.insert("requireResidentKey".to_owned(), json!(true));
    }
    let (now, nonce) = moment(visit)?;
    let ceremony = Ceremony::Making { state, key: holder.digest, name };
    let until = passkeys.ceremonies().wait(nonce, ceremony, now);
    Ok(given(&hex(&nonce), until, &options))
}

/// Keeps the passkey that a browser made.
pub(super) async fn keep(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Proof).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let ended = ended(&visit).await;
    match made(&visit, &ended) {
        Ok(kept) => Visit::json(StatusCode::CREATED, &kept.told()),
        Err(undone) => undone.answer(&visit),
    }
}

/// Returns the keys that ended, of which no passkey signs anybody in ever again; none where the
/// office does not answer now.
async fn ended(visit: &Visit) -> BTreeSet<Digest> {
    let look = |office: &mut Depositary| {
        office.catch_up()?;
        let keys = office.ledger().ring().keys();
        let ended = keys.filter(|(_, ended)| ended.is_some());
        Ok(ended.map(|(enrolment, _)| enrolment.digest()).collect())
    };
    let found = visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    found.await.unwrap_or_default()
}

fn made(visit: &Visit, ended: &BTreeSet<Digest>) -> Result<Kept, Undone> {
    let holder = by_key(visit)?;
    let passkeys = passkeys(visit)?;
    let party = party(visit, &passkeys.origin)?;
    let (value, (now, _)) = (body(visit), moment(visit)?);
    let challenge = word(&value, "challenge").and_then(unhex).unwrap_or_default();
    let waited = passkeys.ceremonies().take(&challenge, now);
    let Some(Ceremony::Making { state, key, name }) = waited else { return Err(no_challenge()) };
    if key != holder.digest {
        return Err(not_proved("the challenge was given out to the holder of another key"));
    }
    let answer = value.get("credential").cloned().unwrap_or_default();
    let answer = serde_json::from_value(answer).map_err(|flaw| unread(&flaw))?;
    let made = party.webauthn.finish_passkey_registration(&answer, &state);
    let passkey = made.map_err(|flaw| unlike(&flaw))?;
    let kept = Kept { id: id(passkey.cred_id()), key, name, at: party.name, made: now, passkey };
    passkeys.change(|all| {
        all.retain(|other| !ended.contains(&other.key));
        if all.iter().any(|other| other.id == kept.id) {
            return Err(not_proved("this passkey is kept already"));
        }
        if all.iter().filter(|other| other.key == key).count() >= OF_KEY_MAX {
            return Err(too_many());
        }
        all.push(kept.clone());
        Ok(())
    })?;
    Ok(kept)
}

/// Returns who proved the key itself: a passkey makes no other, so that one that was lost leaves
/// nothing behind when it is removed.
fn by_key(visit: &Visit) -> Result<&Holder, Undone> {
    let nobody = || Refusal::new(Kind::SignedOut, "no session came with this request");
    let holder = visit.holder.as_ref().ok_or_else(nobody)?;
    if holder.passkey.is_some() {
        let refusal = Refusal::new(Kind::NotProved, "this session began with a passkey");
        return Err(refusal.hint("sign in with the key itself to add a passkey").into());
    }
    Ok(holder)
}

fn name(value: &Value) -> Result<String, Undone> {
    let name = word(value, "name").unwrap_or("").trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || shown(name) != name {
        let message = format!("a passkey's name is one line of at most {NAME_MAX} letters");
        let refusal = Refusal::new(Kind::Unreadable, message);
        return Err(refusal.hint("as in {\"name\":\"Telephone\"}").into());
    }
    Ok(name.to_owned())
}

fn too_many() -> Undone {
    let message = format!("this key has {OF_KEY_MAX} passkeys, and may have no more");
    Refusal::new(Kind::Unreadable, message).hint("remove one at `/keys` first").into()
}

pub(super) fn no_challenge() -> Undone {
    not_proved("the challenge was answered already, or given out more than five minutes ago")
}

pub(super) fn unread(flaw: &serde_json::Error) -> Undone {
    let refusal = Refusal::new(Kind::Unreadable, format!("`credential` cannot be read: {flaw}"));
    refusal.hint("send what the browser gave, its bytes in base64url").into()
}

/// Returns the second it is, and chance.
pub(super) fn moment(visit: &Visit) -> Result<(servanda_model::Instant, [u8; 16]), Undone> {
    let reception = visit.portal.reception();
    let found = reception.and_then(|reception| Some((reception.now()?, reception.nonce()?)));
    found.ok_or_else(|| not_proved("clock or chance of this machine failed"))
}
