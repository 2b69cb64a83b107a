//! The paths of the desk, for the document that describes them.

use super::passkey_paths::PASSKEY_PATHS;

/// A path of the desk with one of its methods.
#[derive(Debug)]
pub(crate) struct DeskPath {
    pub(crate) path: &'static str,
    pub(crate) method: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// The media type and, of JSON, the form of what is sent.
    pub(crate) takes: Option<(&'static str, &'static str)>,
    /// The status, media type and form of an answer.
    pub(crate) gives: (u16, &'static str, &'static str),
    /// The statuses of refusals.
    pub(crate) refuses: &'static [u16],
}

pub(super) const PAGE: &str = "text/html";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";
pub(super) const TEXT: &str = "text/plain";
pub(super) const JSON: &str = "application/json";

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

/// Everything that the desk answers.
const PATHS: &[DeskPath] = &[
    path!(
        "/sign-in",
        "get",
        "sign-in-page",
        "Where a holder proves a key.",
        None,
        (200, PAGE, ""),
        &[400]
    ),
    path!(
        "/sign-in",
        "post",
        "sign-in",
        "Receives a signed challenge; leads to the desk.",
        Some((FORM, "SignedNote")),
        (303, PAGE, ""),
        &[400, 403, 413, 429]
    ),
    path!(
        "/sign-out",
        "post",
        "sign-out",
        "Ends a session; leads to the first page.",
        Some((FORM, "Nothing")),
        (303, PAGE, ""),
        &[403]
    ),
    path!(
        "/keys",
        "get",
        "keys-page",
        "The keys of the log, and how another is enrolled.",
        None,
        (200, PAGE, ""),
        &[400, 503]
    ),
    path!(
        "/acts/new",
        "get",
        "desk",
        "What the holder can communicate today.",
        None,
        (200, PAGE, ""),
        &[400, 401, 404]
    ),
    path!(
        "/acts/new",
        "post",
        "desk-receives",
        "Weighs a draft or a text, or receives a signed note; 201 where the log holds it.",
        Some((FORM, "DeskForm")),
        (200, PAGE, ""),
        &[400, 401, 403, 404, 409, 413, 429, 503]
    ),
    path!(
        "/desk.js",
        "get",
        "desk-script",
        "The script of the desk.",
        None,
        (200, "text/javascript", ""),
        &[]
    ),
    path!(
        "/api/v1/challenges",
        "post",
        "challenge",
        "A text that a holder signs to prove a key, within five minutes and once.",
        None,
        (201, TEXT, ""),
        &[403, 429]
    ),
    path!(
        "/api/v1/session",
        "get",
        "session",
        "Who is signed in.",
        None,
        (200, JSON, "Session"),
        &[401]
    ),
    path!(
        "/api/v1/session",
        "post",
        "begin-session",
        "Receives a signed challenge and begins a session.",
        Some((TEXT, "")),
        (201, JSON, "Session"),
        &[400, 403, 413, 429]
    ),
    path!(
        "/api/v1/session",
        "delete",
        "end-session",
        "Ends a session.",
        None,
        (204, "", ""),
        &[403]
    ),
    path!(
        "/api/v1/keys",
        "get",
        "keys",
        "The keys of the log.",
        None,
        (200, JSON, "Keys"),
        &[404, 503]
    ),
    path!(
        "/api/v1/acts/preview",
        "post",
        "preview",
        "What the door would say of an act that is not sent, and what would change.",
        Some((JSON, "Unsent")),
        (200, JSON, "Weighed"),
        &[400, 403, 404, 413, 429, 503]
    ),
];

/// Returns everything that the desk of this program answers.
pub(crate) fn all() -> impl Iterator<Item = &'static DeskPath> {
    PATHS.iter().chain(PASSKEY_PATHS.iter().filter(|_| cfg!(feature = "passkeys")))
}

/// Returns every path of the desk; one that answers several methods stands several times.
pub fn paths() -> impl Iterator<Item = &'static str> {
    all().map(|path| path.path)
}
