//! What the server tells of itself: metrics, its diary, and the reference of its questions.

use crate::client::get;
use crate::hall::Hall;
use axum::http::{Method, StatusCode};
use servanda_web::DiaryLine;
use std::sync::{Arc, Mutex};

/// Lets a hall write its diary; returns its lines, each as text and as JSON.
fn diary(hall: &Hall) -> Arc<Mutex<Vec<String>>> {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let written = told.clone();
    hall.portal.write_diary(Box::new(move |line: DiaryLine<'_>| {
        written.lock().unwrap().push(format!("{line} {}", line.json()));
    }));
    told
}

#[test]
fn what_keeps_the_pages_from_following_the_log_is_told_in_the_diary() {
    let hall = Hall::open();
    let told = diary(&hall);
    let armenia = hall.enrolled("ARM", 30);
    let act = hall.sealed("2026-11-22 statement by ARM #said\n  what \"Heard\"\n", &armenia);
    assert_eq!(hall.post(act).status, StatusCode::CREATED);
    assert_eq!(hall.get("/acts/said").status, StatusCode::OK);
    let is_stale = |line: &String| line.contains("\"event\":\"stale\"");
    assert!(!told.lock().unwrap().iter().any(is_stale), "the pages follow");
    // What a revocation contests is read out of the log, which is not there any more.
    hall.revoke(&armenia);
    hall.damage();
    assert_eq!(hall.get("/acts/said").status, StatusCode::OK, "what was shown is shown");
    let told = told.lock().unwrap();
    let stale = told.iter().find(|line| is_stale(line)).expect("a line of the diary");
    let (text, json) = stale.split_once(" {").unwrap();
    let cause = text.strip_prefix("pages not brought up to date: ").unwrap();
    assert!(cause.contains("is not what was written"), "{stale}");
    let json: serde_json::Value = serde_json::from_str(&format!("{{{json}")).unwrap();
    assert_eq!(json["cause"], cause, "{stale}");
}

#[test]
fn the_diary_and_the_metrics_tell_routes_and_codes_and_nothing_that_was_said() {
    let hall = Hall::open();
    let told = diary(&hall);
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let person = "Vardan Mamikonian";
    let text = format!("2026-11-22 statement by ARM\n  what \"{person} speaks\"\n");
    let act = hall.sealed(&text, &armenia);
    let sent = [("cookie", cookie.as_str()), ("idempotency-key", "a-secret-word")];
    let kept = hall.send(Method::POST, "/api/v1/acts", &sent, act.clone());
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    assert_eq!(hall.send(Method::POST, "/api/v1/acts", &[], act).status, StatusCode::CONFLICT);
    hall.as_holder(&cookie, "/why?claim=a-private-question");
    hall.as_holder(&cookie, "/status/pact?on=2001-02-03");
    hall.as_holder(&cookie, "/no/such/path/of-mine");
    let metrics = hall.as_holder(&cookie, "/metrics");
    assert_eq!(metrics.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let written = told.lock().unwrap().join("\n");
    for secret in [
        person,
        "Mamikonian",
        "servanda=",
        cookie.split(';').next().unwrap(),
        "a-secret-word",
        "a-private-question",
        "2001-02-03",
        "of-mine",
        "ARM",
        &armenia.verifier().print(),
    ] {
        assert!(!written.contains(secret), "{secret}: {written}");
        assert!(!metrics.text.contains(secret), "{secret}: {}", metrics.text);
    }
    for line in ["request POST /api/v1/acts 201 ", "act kept entry ", "act L-KNOWN "] {
        assert!(written.lines().any(|known| known.starts_with(line)), "{line}: {written}");
    }
    assert!(written.contains("request GET /status/{instrument} 200 "), "{written}");
    assert!(written.contains("request GET - 404 "), "{written}");
    for row in [
        "servanda_acts_total{code=\"L-KNOWN\"} 1",
        "servanda_requests_total{route=\"/status/{instrument}\",method=\"GET\",class=\"2xx\"} 1",
    ] {
        assert!(metrics.text.lines().any(|known| known == row), "{row}\n{}", metrics.text);
    }
    assert!(metrics.text.contains("\nservanda_log_entries "), "{}", metrics.text);
}

#[test]
fn the_reference_has_every_question_and_needs_no_script() {
    let document = get("/openapi.json").json();
    let page = get("/api");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    for (path, item) in document["paths"].as_object().unwrap() {
        if !path.starts_with("/api/") {
            continue;
        }
        for operation in item.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.text.contains(&format!("<details id=\"{id}\"")), "{path} {id}");
        }
    }
    assert!(page.text.len() < 100_000, "{} bytes", page.text.len());
    assert!(get("/api?lang=ru").text.contains("Что могут спросить программы"));
    assert_eq!(get("/api.js").header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(get("/metrics").status, StatusCode::OK, "a record without a log has metrics too");
}
