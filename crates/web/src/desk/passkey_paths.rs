//! The paths of passkeys, for the document that describes them where the program has any.

use super::paths::{DeskPath, FORM, JSON, PAGE};

macro_rules! path {
    ($path:literal, $method:literal, $name:literal, $about:literal, $takes:expr, $gives:expr, $refuses:expr) => {
        DeskPath {
            path: $path,
            method: $method,
            name: $name,
            about: $about,
            takes: $takes,
            gives: $gives,
            refuses: $refuses,
        }
    };
}

/// Everything that is answered about passkeys.
pub(super) const PASSKEY_PATHS: &[DeskPath] = &[
    path!(
        "/passkeys.js",
        "get",
        "passkeys-script",
        "The script that asks the browser for passkeys.",
        None,
        (200, "text/javascript", ""),
        &[]
    ),
    path!(
        "/passkeys/remove",
        "post",
        "remove-passkey-page",
        "Removes a passkey of who is signed in; leads to the keys.",
        Some((FORM, "PasskeyForm")),
        (303, PAGE, ""),
        &[400, 401, 403, 404, 413, 503]
    ),
    path!(
        "/api/v1/challenges/passkey",
        "post",
        "passkey-challenge",
        "What a browser is asked to sign in with a passkey, within five minutes and once.",
        None,
        (201, JSON, "PasskeyChallenge"),
        &[400, 403, 404, 413, 429, 503]
    ),
    path!(
        "/api/v1/challenges/new-passkey",
        "post",
        "new-passkey-challenge",
        "What a browser is asked to make a passkey for who proved a key.",
        Some((JSON, "NewPasskey")),
        (201, JSON, "PasskeyChallenge"),
        &[400, 401, 403, 404, 413, 429, 503]
    ),
    path!(
        "/api/v1/session/passkey",
        "post",
        "begin-session-by-passkey",
        "Receives a passkey's answer and begins a session of the key for which it was made.",
        Some((JSON, "PasskeyAnswer")),
        (201, JSON, "Session"),
        &[400, 403, 404, 413, 429, 503]
    ),
    path!(
        "/api/v1/passkeys",
        "get",
        "passkeys",
        "The passkeys of who is signed in.",
        None,
        (200, JSON, "Passkeys"),
        &[401, 404, 503]
    ),
    path!(
        "/api/v1/passkeys",
        "post",
        "keep-passkey",
        "Keeps the passkey that a browser made.",
        Some((JSON, "PasskeyAnswer")),
        (201, JSON, "Passkey"),
        &[400, 401, 403, 404, 413, 429, 503]
    ),
    path!(
        "/api/v1/passkeys/{id}",
        "delete",
        "remove-passkey",
        "Removes a passkey of who is signed in, and ends the sessions that began with it.",
        None,
        (204, "", ""),
        &[401, 403, 404, 503]
    ),
];
