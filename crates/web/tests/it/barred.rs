//! Whoever means ill at the desk: forged, replayed, late, foreign, too long and too often.

use crate::hall::{Hall, ORIGIN, key};
use crate::visitor::{FORM, signed};
use axum::http::{Method, StatusCode};
use servanda_note::Note;

#[test]
fn a_challenge_is_answered_once_soon_here_and_by_a_key_in_use() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let barred = |note: &str, why: &str| {
        let answer = hall.begin(note);
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{why}: {}", answer.text);
        assert_eq!(answer.json()["code"], "not-proved", "{why}");
        assert_eq!(answer.header("set-cookie"), "", "{why}");
    };
    let note = signed(&hall.challenge(), &armenia);
    assert_eq!(hall.begin(&note).status, StatusCode::CREATED);
    barred(&note, "replayed");
    barred(&signed(&hall.challenge(), &key("league.example/stranger", 99)), "a stranger's key");
    barred(&hall.challenge(), "not signed");
    let other = hall.challenge().replace("127.0.0.1:8080", "127.0.0.1:9090");
    barred(&signed(&other, &armenia), "changed");
    let text = hall.challenge();
    let twice = Note::new(text.clone(), vec![armenia.sign(&text), key(ORIGIN, 2).sign(&text)]);
    barred(&twice.unwrap().print(), "two keys");
    let note = signed(&hall.challenge(), &armenia);
    let act = hall.sealed("2026-11-22 sign pact by ARM\n", &armenia);
    barred(std::str::from_utf8(&act).unwrap(), "an act");
    hall.wait(301);
    barred(&note, "late");
}

#[test]
fn a_forged_or_ended_session_is_nobodys() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let is_known =
        |cookie: &str| hall.as_holder(cookie, "/api/v1/session").status == StatusCode::OK;
    assert!(is_known(&cookie));
    for forged in [
        cookie.replace("servanda=1", "servanda=2"),
        cookie[..cookie.len() - 1].to_owned(),
        cookie.replace("2026-11-22T17", "2027-11-22T17"),
        "servanda=".to_owned(),
        format!("servanda={}", "x".repeat(4_000)),
    ] {
        assert!(!is_known(&forged), "{forged}");
    }
    let elsewhere = [("cookie", cookie.as_str()), ("host", "league.example")];
    let answer = hall.send(Method::GET, "/api/v1/session", &elsewhere, Vec::new());
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "the local cookie counts here alone");
    hall.wait(8 * 3600);
    assert!(!is_known(&cookie), "it ended by itself");
}

#[test]
fn a_session_ends_with_its_key_and_a_given_cookie_is_not_taken_up() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let before = hall.sign_in(&armenia);
    let after = hall.begin_with(&signed(&hall.challenge(), &armenia), &before);
    assert_ne!(after, before, "what came with the request is not what it leaves with");
    assert_eq!(hall.as_holder(&before, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    assert_eq!(hall.as_holder(&after, "/api/v1/session").status, StatusCode::OK);
    hall.revoke(&armenia);
    assert_eq!(hall.as_holder(&after, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    assert!(!hall.as_holder(&after, "/").text.contains("delegation of Armenia"));
}

#[test]
fn two_servers_of_one_office_know_each_others_sessions() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let other = hall.beside();
    assert_eq!(other.as_holder(&cookie, "/api/v1/session").json()["party"], "ARM");
    let note = signed(&hall.challenge(), &armenia);
    assert_eq!(
        other.begin(&note).status,
        StatusCode::FORBIDDEN,
        "a challenge is answered where it was given"
    );
}

#[test]
fn what_is_not_taken_is_told_as_a_page_and_as_a_problem() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let act = "2026-11-22 deposit ratification of pact by BLR\n";
    let page = hall.fill(&cookie, &[("text", act)]);
    assert!(page.text.contains("does not take it") && page.text.contains("L-CAPACITY"));
    let note = String::from_utf8(hall.sealed(act, &armenia)).unwrap();
    let sent = hall.fill(&cookie, &[("signed", &note)]);
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.text.contains("L-CAPACITY"), "{}", sent.text);
    let problem = hall.post(note.into_bytes());
    assert_eq!(
        (problem.status, problem.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-CAPACITY"))
    );
    let noise = hall.fill(&cookie, &[("signed", "noise")]);
    assert_eq!(noise.status, StatusCode::BAD_REQUEST);
    assert!(noise.text.contains("L-FORM"));
}

#[test]
fn another_site_can_send_nothing() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let paths = [
        "/acts/new",
        "/sign-in",
        "/sign-out",
        "/api/v1/session",
        "/api/v1/acts",
        "/api/v1/acts/preview",
        "/api/v1/challenges",
    ];
    for path in paths {
        for from in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")][..],
            &[("origin", "https://elsewhere.example")][..],
            &[("origin", "null")][..],
        ] {
            let headers: Vec<(&str, &str)> =
                from.iter().copied().chain([FORM, ("cookie", &cookie)]).collect();
            let answer = hall.send(Method::POST, path, &headers, b"text=x".to_vec());
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {from:?}");
            assert!(answer.text.contains("another site"), "{path}");
        }
    }
    let kept = hall.as_holder(&cookie, "/api/v1/session");
    assert_eq!(kept.status, StatusCode::OK, "nobody was signed out");
}

#[test]
fn pages_of_the_desk_run_their_own_script_and_stand_in_no_frame() {
    let hall = Hall::open();
    for path in ["/sign-in", "/keys", "/acts/new"] {
        let answer = hall.get(path);
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(!answer.text.contains("<script>") && !answer.text.contains(" onclick"), "{path}");
        assert_eq!(answer.text.matches("<h1").count(), 1, "{path}");
    }
    let script = hall.get("/desk.js");
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    for barred in ["innerHTML", "eval(", "http://", "https://"] {
        assert!(!script.text.contains(barred), "{barred}");
    }
}

#[test]
fn what_is_too_long_or_too_often_is_told_so() {
    let hall = Hall::open();
    let long = hall.send(Method::POST, "/acts/new", &[FORM], vec![b'x'; 200_001]);
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    let mut last = hall.send(Method::POST, "/api/v1/challenges", &[], Vec::new());
    for _ in 0..30 {
        last = hall.send(Method::POST, "/api/v1/challenges", &[], Vec::new());
    }
    assert_eq!((last.status, last.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "3"));
    assert_eq!(last.json()["code"], "too-often");
    let other = [("x-forwarded-for", "203.0.113.7")];
    let behind = hall.send(Method::POST, "/api/v1/challenges", &other, Vec::new());
    assert_eq!(behind.status, StatusCode::CREATED, "a proxy on this machine speaks for others");
    hall.wait(3);
    let later = hall.send(Method::POST, "/api/v1/challenges", &[], Vec::new());
    assert_eq!(later.status, StatusCode::CREATED);
    for _ in 0..60 {
        assert_eq!(hall.post(b"noise".to_vec()).status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(hall.post(b"noise".to_vec()).status, StatusCode::TOO_MANY_REQUESTS);
}
