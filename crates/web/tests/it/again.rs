//! Requests that are sent again, and requests that name what they know.

use crate::client::{Answer, send};
use crate::log::Hall;
use axum::http::{Method, StatusCode};

fn post(hall: &Hall, headers: &[(&str, &str)], act: &[u8]) -> Answer {
    hall.send(Method::POST, "/api/v1/acts", headers, act.to_vec()).0
}

fn code(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.json()["code"].as_str().unwrap_or("").to_owned())
}

#[test]
fn an_act_that_is_sent_again_is_told_its_entry() {
    let hall = Hall::open();
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    let first = post(&hall, &[], &act);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = post(&hall, &[], &act);
    assert_eq!(code(&again), (409, "L-KNOWN".to_owned()));
    assert_eq!(again.json()["entry"], first.json()["entry"]);
    assert_eq!(again.json()["id"], first.json()["id"]);
    assert_eq!(again.header("location"), first.header("location"));
}

#[test]
fn the_same_key_gives_the_same_answer_and_no_other_request_may_have_it() {
    let hall = Hall::open();
    let key = [("idempotency-key", "3f1c")];
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    let first = post(&hall, &key, &act);
    assert_eq!((first.status, first.header("idempotency-replayed")), (StatusCode::CREATED, ""));
    let again = post(&hall, &key, &act);
    assert_eq!((again.status, &again.text), (StatusCode::CREATED, &first.text));
    assert_eq!(again.header("idempotency-replayed"), "true");
    let other = hall.act("2026-11-22 sign pact by ARM\n");
    assert_eq!(code(&post(&hall, &key, &other)), (422, "key-reused".to_owned()));
    assert_eq!(code(&post(&hall, &[("idempotency-key", "")], &other)).0, 400);
    assert_eq!(code(&post(&hall, &[("idempotency-key", &"x".repeat(256))], &other)).0, 400);
}

#[test]
fn an_act_for_a_head_is_taken_at_that_head_alone() {
    let hall = Hall::open();
    let checkpoint = hall.get("/log/checkpoint");
    let tag = checkpoint.header("etag").to_owned();
    let same = hall.send(Method::GET, "/log/checkpoint", &[("if-none-match", &tag)], Vec::new()).0;
    assert_eq!((same.status, same.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    for other in ["\"x\"", "", &format!("W/{tag}")] {
        let moved = post(&hall, &[("if-match", other)], &act);
        assert_eq!(code(&moved), (412, "moved".to_owned()), "{other}");
    }
    let taken = post(&hall, &[("if-match", &tag)], &act);
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text);
    assert_ne!(hall.get("/log/checkpoint").header("etag"), tag);
    let later = hall.act("2026-11-22 sign pact by ARM\n");
    assert_eq!(code(&post(&hall, &[("if-match", &tag)], &later)), (412, "moved".to_owned()));
    assert_eq!(code(&post(&hall, &[("if-match", &tag)], &act)), (409, "L-KNOWN".to_owned()));
}

#[test]
fn a_tag_stands_until_the_log_grows_and_for_one_language_and_question_alone() {
    let hall = Hall::open();
    let asked = |path: &str, tag: &str| {
        hall.send(Method::GET, path, &[("if-none-match", tag)], Vec::new()).0
    };
    for path in ["/api/v1/status/pact", "/status/pact", "/feeds/acts.atom"] {
        let first = hall.get(path);
        let tag = first.header("etag").to_owned();
        let second = hall.get(path);
        assert_eq!((second.header("etag"), &second.text), (tag.as_str(), &first.text), "{path}");
        assert_eq!(second.header("content-type"), first.header("content-type"), "{path}");
        let same = asked(path, &tag);
        assert_eq!((same.status, same.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        assert_eq!(same.header("etag"), tag, "{path}");
        assert_eq!(asked(&format!("{path}?on=2020-01-02"), &tag).status, StatusCode::OK, "{path}");
    }
    let english = hall.get("/status/pact").header("etag").to_owned();
    let russian = [("accept-language", "ru"), ("if-none-match", &english)];
    let russian = hall.send(Method::GET, "/status/pact", &russian, Vec::new()).0;
    assert_eq!(russian.status, StatusCode::OK);
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    assert_eq!(post(&hall, &[], &act).status, StatusCode::CREATED);
    assert_eq!(asked("/status/pact", &english).status, StatusCode::OK, "the log has grown");
}

#[test]
fn a_path_says_which_methods_it_answers_and_a_problem_names_the_whole_path() {
    let hint = |method: Method, path: &str| {
        let answer = send(method, path, &[]);
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        answer.json()["hint"].as_str().unwrap().to_owned()
    };
    assert_eq!(hint(Method::DELETE, "/api/v1/acts"), "this path answers GET, HEAD, POST");
    assert_eq!(hint(Method::PUT, "/api/v1/session"), "this path answers GET, HEAD, POST, DELETE");
    assert_eq!(hint(Method::POST, "/api/v1/status/cst"), "this path answers GET, HEAD");
    let hall = Hall::open();
    for path in ["/log/entry/999", "/api/v1/receipts/999", "/log/tile/0/999", "/api/v1/documents/x"]
    {
        assert_eq!(hall.get(path).json()["instance"], path);
    }
}

#[test]
fn what_an_act_took_the_place_of_is_told_to_who_asks_for_what_is_new() {
    let answer = send(Method::GET, "/api/v1/acts", &[]).json();
    let corrected = answer["corrected"].as_array().unwrap();
    for tombstone in corrected {
        assert!(tombstone["by"].as_u64() > tombstone["position"].as_u64(), "{tombstone}");
    }
    let last = answer["size"].as_u64().unwrap() - 1;
    let none = send(Method::GET, &format!("/api/v1/acts?after={last}"), &[]).json();
    assert_eq!(
        (&none["acts"], &none["corrected"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    assert_eq!(none["through"].as_u64(), Some(last), "who asks on from here misses none");
}

#[test]
fn tables_come_as_comma_separated_values() {
    let answer = send(Method::GET, "/api/v1/status/cst?on=1999-04-21&format=csv", &[]);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert!(answer.text.starts_with("state,status,since,until,cause,disputed,article\r\n"));
    let sheet = send(Method::GET, "/api/v1/sheets/memberships?format=csv", &[]);
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(sheet.text.lines().count() > 2, "{}", sheet.text);
    let decided = "/api/v1/decide/csc?matter=ordinary&on=2012-01-01&votes=state,vote%0AARM,yes";
    let table = send(Method::GET, &format!("{decided}&format=csv"), &[]).text;
    assert!(table.contains("rule,article,question,condition,counted,holds\r\n"), "{table}");
    let unknown = send(Method::GET, "/api/v1/status/cst?format=xml", &[]);
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    assert!(unknown.json()["hint"].as_str().unwrap().starts_with("known: json, csv"));
}
