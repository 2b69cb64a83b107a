//! The first page of a record beside which a rehearsal stands has two doors, for whoever sits at the
//! machine itself and for nobody else.

use crate::hall::Hall;
use axum::http::Method;

const DOOR: &str = ":8081/\"";

fn first_page(hall: &Hall, headers: &[(&str, &str)]) -> crate::client::Answer {
    hall.send(Method::GET, "/", headers, Vec::new())
}

#[test]
fn who_sits_at_the_machine_is_offered_the_rehearsal_under_the_name_he_came_by() {
    let hall = Hall::open();
    assert!(!hall.get("/").text.contains("Rehearse"), "there is none");
    hall.portal.stand_beside(8081);
    for (host, door) in [
        ("127.0.0.1:8080", "href=\"http://127.0.0.1:8081/\""),
        ("localhost:8080", "href=\"http://localhost:8081/\""),
        ("[::1]:8080", "href=\"http://[::1]:8081/\""),
    ] {
        let page = first_page(&hall, &[("host", host)]).text;
        assert!(page.contains(door), "{host}: {page}");
        assert!(page.contains("Read the record"), "{host}");
    }
    let russian = hall.get("/?lang=ru").text;
    assert!(russian.contains("Репетировать") && russian.contains(DOOR), "{russian}");
}

#[test]
fn who_comes_from_elsewhere_or_through_a_proxy_sees_no_door() {
    let hall = Hall::open();
    hall.portal.stand_beside(8081);
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
