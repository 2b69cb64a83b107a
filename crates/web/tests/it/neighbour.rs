//! The first page of a record beside which a rehearsal stands has two doors, for whoever sits at the
//! machine itself and for nobody else.

use crate::hall::Hall;
use axum::http::Method;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const DOOR: &str = "href=\"/rehearsal\"";

/// Opens a hall whose record offers a rehearsal, and counts how often it was opened.
fn offering() -> (Hall, Arc<AtomicU32>) {
    let (hall, opened) = (Hall::open(), Arc::new(AtomicU32::new(0)));
    let count = opened.clone();
    hall.portal.offer(Arc::new(move || {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(8081)
    }));
    (hall, opened)
}

fn entering(hall: &Hall, headers: &[(&str, &str)]) -> crate::client::Answer {
    hall.send(Method::GET, "/rehearsal", headers, Vec::new())
}

fn first_page(hall: &Hall, headers: &[(&str, &str)]) -> crate::client::Answer {
    hall.send(Method::GET, "/", headers, Vec::new())
}

#[test]
fn who_sits_at_the_machine_is_offered_the_rehearsal_under_the_name_he_came_by() {
    assert!(!Hall::open().get("/").text.contains("Rehearse"), "there is none");
    let (hall, opened) = offering();
    for (host, door) in [
        ("127.0.0.1:8080", "http://127.0.0.1:8081/"),
        ("localhost:8080", "http://localhost:8081/"),
        ("[::1]:8080", "http://[::1]:8081/"),
    ] {
        let page = first_page(&hall, &[("host", host)]).text;
        assert!(page.contains(DOOR) && page.contains("Read the record"), "{host}: {page}");
        let entered = entering(&hall, &[("host", host)]);
        assert_eq!(entered.status, 303, "{host}");
        assert_eq!(entered.header("location"), door);
        assert_eq!(entered.header("cache-control"), "no-store");
    }
    assert_eq!(opened.load(Ordering::Relaxed), 1, "the first who enters opens it");
    let russian = hall.get("/?lang=ru").text;
    assert!(russian.contains("Репетировать") && russian.contains(DOOR), "{russian}");
}

#[test]
fn nobody_but_who_enters_opens_it() {
    let (hall, opened) = offering();
    for (headers, status) in [
        (&[("host", "league.example")][..], 404),
        (&[("via", "1.1 proxy")][..], 404),
        (&[("sec-fetch-site", "cross-site")][..], 403),
        (&[("sec-purpose", "prefetch")][..], 403),
    ] {
        assert_eq!(entering(&hall, headers).status, status, "{headers:?}");
    }
    let looked_at = hall.send(Method::HEAD, "/rehearsal", &[], Vec::new());
    assert_eq!(looked_at.status, 405);
    assert_eq!(entering(&Hall::open(), &[]).status, 404, "none is offered");
    assert_eq!(opened.load(Ordering::Relaxed), 0);
    hall.get("/");
    assert_eq!(opened.load(Ordering::Relaxed), 0, "who reads opens nothing");
}

#[test]
fn who_comes_from_elsewhere_or_through_a_proxy_sees_no_door() {
    let (hall, _) = offering();
    let near = first_page(&hall, &[]);
    for headers in [
        &[("host", "league.example")][..],
        &[("host", "127.0.0.1.league.example")][..],
        &[("x-forwarded-for", "203.0.113.9")][..],
        &[("x-forwarded-proto", "https")][..],
        &[("forwarded", "for=203.0.113.9")][..],
        &[("via", "1.1 proxy")][..],
    ] {
        let far = first_page(&hall, headers);
        assert!(!far.text.contains(DOOR), "{headers:?}");
        assert_ne!(far.header("etag"), near.header("etag"), "{headers:?}: they are two pages");
        let known = [headers, &[("if-none-match", near.header("etag"))]].concat();
        assert_eq!(first_page(&hall, &known).status, 200, "{headers:?}");
    }
}
