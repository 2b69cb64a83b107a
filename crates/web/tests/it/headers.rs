//! Headers that every answer carries.

use crate::client::{get, page};

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
        ("/profile.css", "text/css; charset=utf-8"),
        ("/profile/law", "text/html; charset=utf-8"),
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
fn the_profile_is_told_leaf_by_leaf_and_carries_no_style() {
    let lead = page("/profile?on=2020-05-15");
    assert!(lead.contains("class=\"sv-bar\""), "the profile has no date bar");
    let sections: Vec<&str> = lead
        .split("href=\"/profile/")
        .skip(1)
        .filter_map(|rest| rest.split(['?', '"']).next())
        .collect();
    assert!(sections.len() > 8 && sections.contains(&"notes"), "{sections:?}");
    for path in sections.iter().map(|section| format!("/profile/{section}?on=2020-05-15")) {
        let answer = get(&path);
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        let text = page(&path);
        assert!(text.contains("rel=\"prev\"") && text.contains("class=\"contents\""), "{path}");
        assert_eq!(text.contains("rel=\"next\""), !path.contains("/notes"), "{path}");
    }
    assert_eq!(get("/profile/organ").status.as_u16(), 404);
    // A word of a source leads to the page of the sources.
    assert!(lead.contains("href=\"/profile/sources?on=2020-05-15#source-"), "{lead}");
}

#[test]
fn the_sources_are_listed_above_each_of_them() {
    for fields in ["", "?format=csv"] {
        let list = page(&format!("/api/v1/sources{fields}"));
        assert_eq!(list, page(&format!("/api/v1/sheets/sources{fields}")), "{fields}");
    }
    assert_eq!(get("/api/v1/sources/nothing").status.as_u16(), 404);
}
