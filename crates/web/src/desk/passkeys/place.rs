//! For which host a passkey counts: the one that the browser shows, as a relying party.

use super::{Undone, not_proved};
use crate::desk::sign_in::{is_secure, secured};
use crate::desk::visit::Visit;
use crate::refusal::{Kind, Refusal};
use webauthn_rs::prelude::{Url, WebauthnError};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// A host that passkeys can be made for.
pub(super) struct Party {
    /// What holds an answer against a challenge.
    pub(super) webauthn: Webauthn,
    /// The host's name, which is the id of the relying party.
    pub(super) name: String,
}

/// Returns the host that was asked, where it has a name: a browser makes no passkey for a number.
pub(super) fn party(visit: &Visit, origin: &str) -> Result<Party, Undone> {
    let place = secured(visit)?;
    let scheme = if is_secure(&visit.headers) { "https" } else { "http" };
    let url = Url::parse(&format!("{scheme}://{}/", place.host)).ok();
    let named = url.as_ref().and_then(|url| Some((url, url.domain()?.to_owned())));
    let numbered = || {
        let message = format!("`{}` is no name, and a passkey is made for a name", place.host);
        let hint =
            named_address(visit).unwrap_or("open the page by the name of the host".to_owned());
        Refusal::new(Kind::Unreadable, message).hint(format!("go to {hint}"))
    };
    let (url, name) = named.ok_or_else(numbered)?;
    let built =
        WebauthnBuilder::new(&name, url).and_then(|builder| builder.rp_name(origin).build());
    let webauthn = built.map_err(|_flaw| numbered())?;
    Ok(Party { webauthn, name })
}

/// Returns the address by name of this machine itself, where it was asked by a number.
pub(super) fn named_address(visit: &Visit) -> Option<String> {
    let place = visit.place.as_ref().filter(|place| place.is_local)?;
    let url = Url::parse(&format!("http://{}/", place.host)).ok()?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    url.domain().is_none().then(|| format!("http://localhost{port}{}", visit.raw.path))
}

/// Tells whether the host that was asked has a name.
pub(super) fn has_name(visit: &Visit) -> bool {
    let host = visit.place.as_ref().map_or("", |place| &place.host);
    Url::parse(&format!("http://{host}/")).is_ok_and(|url| url.domain().is_some())
}

/// Says what keeps an answer of a browser from being taken.
pub(super) fn unlike(flaw: &WebauthnError) -> Undone {
    use WebauthnError as Flaw;
    if matches!(flaw, Flaw::MismatchedChallenge) {
        return not_proved("the browser answered another challenge");
    }
    if matches!(flaw, Flaw::InvalidRPOrigin | Flaw::InvalidRPIDHash) {
        return not_proved("the browser answered for another address");
    }
    if matches!(flaw, Flaw::UserNotVerified | Flaw::UserNotPresent) {
        return not_proved("the device did not make sure who holds it");
    }
    if matches!(flaw, Flaw::CredentialPossibleCompromise) {
        return not_proved("the passkey counted no further than before: there may be a copy of it");
    }
    not_proved("the browser's answer is none that this passkey makes to this challenge")
}
