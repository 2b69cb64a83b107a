//! Headers that every answer carries.

use crate::client::{get, page};
use servanda_web::style_source;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[test]
fn every_answer_is_guarded() {
    for path in [
        "/",
        "/status/cst",
        "/nothing",
        "/members/nothing",
        "/api/v1/status/cst",
        "/api/v1/status/x",
        "/style.css",
        "/healthz",
    ] {
        let answer = get(path);
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[test]
fn content_types_are_told() {
    for (path, media) in [
        ("/", "text/html; charset=utf-8"),
        ("/profile", "text/html; charset=utf-8"),
        ("/nothing", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/mark.svg", "image/svg+xml"),
        ("/fonts/serif-cyrillic-1.woff2", "font/woff2"),
        ("/openapi.json", "application/json"),
        ("/api/v1/disputes", "application/json"),
        ("/api/v1/status/nothing", "application/problem+json"),
    ] {
        assert_eq!(get(path).header("content-type"), media, "{path}");
    }
}

#[test]
fn fonts_are_kept_by_browsers_and_asked_for_by_the_languages_that_need_them() {
    let style = page("/style.css");
    let paths = style.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let fonts: Vec<&str> = paths.filter(|path| path.ends_with(".woff2")).collect();
    assert_eq!(fonts.len(), 4, "{fonts:?}");
    for font in fonts {
        let answer = get(font);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{font}");
        assert!(!answer.header("etag").is_empty(), "{font}");
    }
}

#[test]
fn the_profile_admits_its_own_style_by_hash_and_no_other() {
    let text = page("/profile?on=2020-05-15");
    let answer = get("/profile?on=2020-05-15");
    let policy = answer.header("content-security-policy");
    let style = text
        .split_once("<style>")
        .and_then(|(_, rest)| rest.split_once("</style>"))
        .map(|(style, _)| style);
    assert!(
        policy.contains(&style_source(style.expect("the profile carries its style"))),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(text.contains("class=\"sv-bar\""), "the profile has no date bar");
}
