//! The desk: keys are proved, acts are weighed, signed and sent.

use crate::client::attributes;
use crate::hall::{Hall, ORIGIN, key, pair};
use crate::visitor::{FORM, form, signed, to_sign};
use axum::http::{Method, StatusCode};
use servanda_note::{Note, SignerKey};
use servanda_seal::Content;
use servanda_tlog::{Policy, Receipt, leaf_hash};

#[test]
fn a_holder_signs_in_is_told_on_every_page_and_signs_out() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let answer = hall.begin(&signed(&hall.challenge(), &armenia));
    let said = answer.json();
    assert_eq!((said["role"].as_str(), said["party"].as_str()), (Some("delegation"), Some("ARM")));
    assert_eq!(said["until"], "2026-11-22T17:00:00Z");
    let line = answer.header("set-cookie").to_owned();
    assert!(
        line.starts_with("servanda=1.") && line.ends_with("Max-Age=28800; HttpOnly; SameSite=Lax"),
        "{line}"
    );
    let cookie = line.split(';').next().unwrap().to_owned();
    assert_eq!(hall.as_holder(&cookie, "/api/v1/session").json()["party"], "ARM");
    for path in ["/", "/status/pact", "/keys", "/acts/new", "/nothing"] {
        let page = hall.as_holder(&cookie, path);
        assert!(page.text.contains("delegation of Armenia"), "{path}");
        assert!(page.header("cache-control").contains("no-store"), "{path}");
        assert_eq!(page.header("etag"), "", "{path}");
    }
    let anonymous = hall.get("/status/pact");
    assert!(!anonymous.text.contains("delegation of Armenia"));
    let tag = [("cookie", cookie.as_str()), ("if-none-match", anonymous.header("etag"))];
    let mine = hall.send(Method::GET, "/status/pact", &tag, Vec::new());
    assert_eq!(mine.status, StatusCode::OK, "another's entity tag is none of a holder's page");
    assert_eq!(anonymous.header("vary"), "Cookie");
    let out = hall.send(Method::POST, "/sign-out", &[("cookie", &cookie)], Vec::new());
    assert_eq!((out.status, out.header("location")), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(hall.as_holder(&cookie, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
}

#[test]
fn the_desk_speaks_the_readers_language_and_keeps_it() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    for (path, said, unsaid) in [
        ("/sign-in?lang=ru", "Ключом, который хранится в файле", "With a key kept in a file"),
        ("/keys?lang=ru", "Создать ключ", "Make a key"),
        ("/acts/new?lang=ru", "Одна запись журнала", "One entry of a journal"),
        ("/acts/new?draft=deposit%3Apact&lang=ru", "ратификационная грамота", "See what follows"),
    ] {
        let page = hall.as_holder(&cookie, path);
        assert!(page.text.contains("<html lang=\"ru\""), "{path}");
        assert!(page.text.contains(said), "{path}: {}", page.text);
        assert!(!page.text.contains(unsaid), "{path}: {}", page.text);
    }
    let desk = hall.as_holder(&cookie, "/acts/new?lang=ru").text;
    assert!(desk.contains("action=\"/acts/new?lang=ru\""), "{desk}");
}

#[test]
fn a_form_signs_in_without_a_script_and_over_tls_the_cookie_is_guarded() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let note = signed(&hall.challenge(), &armenia);
    let secure = [FORM, ("origin", "https://127.0.0.1:8080"), ("sec-fetch-site", "same-origin")];
    let answer = hall.send(Method::POST, "/sign-in", &secure, form(&[("note", &note)]));
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/acts/new"));
    let line = answer.header("set-cookie");
    assert!(
        line.starts_with("__Host-servanda=1.")
            && line.ends_with("Path=/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure"),
        "{line}"
    );
    let page = hall.get("/sign-in");
    assert!(page.text.contains("servanda.sign-in/v1\nleague.example/log\n"));
}

#[test]
fn a_delegation_chooses_fills_in_sees_what_follows_signs_and_sends() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let desk = hall.as_holder(&cookie, "/acts/new").text;
    let links = attributes(&desk, "href");
    for draft in ["deposit%3Apact", "open%3Ahelp", "statement"] {
        assert!(links.contains(&format!("/acts/new?draft={draft}")), "{draft}: {links:?}");
    }
    let blank = hall.as_holder(&cookie, "/acts/new?draft=deposit%3Apact").text;
    assert!(blank.contains("name=\"form\"") && blank.contains("value=\"ratification\""));
    let filled = [("draft", "deposit:pact"), ("form", "ratification"), ("note", "a \"b\"\nc")];
    let page = hall.fill(&cookie, &filled);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("The door takes it."), "{}", page.text);
    assert!(page.text.contains("What would change") && page.text.contains("signatory"));
    let text = to_sign(&page.text);
    assert!(text.starts_with("servanda.act/v1\nleague.example/log\n{\"kind\":\"act\""));
    assert!(text.contains("deposit ratification of pact by ARM"));
    let note = signed(&text, &armenia);
    let sent = hall.fill(&cookie, &[("signed", &note)]);
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
    assert!(sent.text.contains("The log holds it") && sent.text.contains("What changed"));
    let links = attributes(&sent.text, "href");
    let receipt = links.iter().find(|link| link.starts_with("/api/v1/receipts/")).unwrap();
    let policy = Policy::new(ORIGIN, vec![pair(ORIGIN, 2).key.verifier()], vec![], 0).unwrap();
    let receipt = Receipt::parse(hall.get(receipt).text.as_bytes()).unwrap();
    receipt.verify(leaf_hash(note.as_bytes()), &policy).unwrap();
    let again = hall.fill(&cookie, &[("signed", &note)]);
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text.contains("L-KNOWN") && again.text.contains("the log has this act already"));
}

#[test]
fn a_matter_is_opened_and_objected_to_from_the_desk() {
    let hall = Hall::open();
    let (armenia, belarus) = (hall.enrolled("ARM", 30), hall.enrolled("BLR", 31));
    let (first, second) = (hall.sign_in(&armenia), hall.sign_in(&belarus));
    let send = |cookie: &str, key: &SignerKey, fields: &[(&str, &str)]| {
        let page = hall.fill(cookie, fields);
        assert!(page.text.contains("The door takes it."), "{}", page.text);
        let sent = hall.fill(cookie, &[("signed", &signed(&to_sign(&page.text), key))]);
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
    };
    send(
        &first,
        &armenia,
        &[("draft", "open:help"), ("what", "Medical help"), ("about", "about ARM")],
    );
    let label = "arm-help-2026-11-22";
    let desk = hall.as_holder(&second, "/acts/new").text;
    assert!(desk.contains(&format!("object%3A{label}")), "{desk}");
    send(&second, &belarus, &[("draft", &format!("object:{label}")), ("what", "Not yet")]);
    let desk = hall.as_holder(&first, "/acts/new").text;
    assert!(!desk.contains(&format!("object%3A{label}")), "the objection ended it");
    let matter = hall.get(&format!("/matters/{label}")).text;
    assert!(matter.contains("Not yet"), "{matter}");
}

#[test]
fn an_officer_registers_what_arrived_on_paper_with_a_key_of_his_own() {
    let hall = Hall::open();
    let officer = hall.officer(40);
    let cookie = hall.sign_in(&officer);
    let desk = hall.as_holder(&cookie, "/acts/new").text;
    assert!(desk.contains("Register an instrument received: Pact"), "{desk}");
    let filled = [
        ("draft", "deposit:pact"),
        ("form", "ratification"),
        ("state", "ARM"),
        ("note", "On paper"),
    ];
    let page = hall.fill(&cookie, &filled);
    let note = signed(&to_sign(&page.text), &officer);
    let sent = hall.fill(&cookie, &[("signed", &note)]);
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
    let links = attributes(&sent.text, "href");
    let notice = links.iter().find(|link| link.ends_with("/notification")).unwrap();
    let notice = hall.get(notice);
    assert_eq!(notice.status, StatusCode::OK);
    assert!(
        notice.text.contains("Notification") && notice.text.contains("Armenia"),
        "{}",
        notice.text
    );
}

#[test]
fn weighing_takes_nothing() {
    let hall = Hall::open();
    let body = |text: &str, party: &str| {
        serde_json::json!({"text": text, "as": party}).to_string().into_bytes()
    };
    let weigh = |body| hall.send(Method::POST, "/api/v1/acts/preview", &[], body);
    let before = hall.get("/log/checkpoint").text;
    let text = "2026-11-22 deposit ratification of pact by ARM\n";
    for _ in 0..2 {
        let answer = weigh(body(text, "ARM"));
        let value = answer.json();
        assert_eq!(
            (answer.status, value["admitted"].as_bool()),
            (StatusCode::OK, Some(true)),
            "{value}"
        );
        assert!(!value["changes"].as_array().unwrap().is_empty(), "{value}");
        assert!(value["signed"].as_str().unwrap().contains(ORIGIN));
    }
    let refused = weigh(body(text, "BLR")).json();
    assert_eq!(
        (refused["admitted"].as_bool(), refused["code"].as_str()),
        (Some(false), Some("L-CAPACITY"))
    );
    let ahead = weigh(body("2026-11-23 sign pact by ARM\n", "ARM")).json();
    assert_eq!(ahead["code"], "L-AHEAD");
    let amended = "2026-11-22 amend pact\n  repeals pact.1\n";
    assert!(weigh(body(amended, "")).json()["admitted"].is_boolean());
    let unread = weigh(body("2026-11-22 dposit\n", "ARM")).json();
    assert_eq!(unread["code"], "J-VERB");
    assert_eq!(weigh(b"{".to_vec()).status, StatusCode::BAD_REQUEST);
    assert_eq!(hall.get("/log/checkpoint").text, before);
    assert_eq!(
        hall.get("/api/v1/status/pact?on=2026-11-22").json()["participants"][0]["status"],
        "signatory"
    );
    hall.post(hall.sealed(text, &key(ORIGIN, 2)));
    assert_eq!(
        hall.get("/api/v1/status/pact?on=2026-11-22").json()["participants"][0]["status"],
        "party"
    );
}

#[test]
fn a_seal_that_needs_a_person_is_completed_line_by_line() {
    let hall = Hall::open();
    let (person, seal) = hall.with_person("ARM", 50);
    let cookie = hall.sign_in(&person);
    let page = hall.fill(&cookie, &[("text", "2026-11-22 sign pact by ARM\n")]);
    let first = signed(&to_sign(&page.text), &person);
    let alone = hall.fill(&cookie, &[("signed", &first)]);
    assert_eq!(alone.status, StatusCode::CONFLICT, "a person alone is no delegation");
    let second = hall.sign_in(&seal);
    let looked = hall.fill(&second, &[("signed", &first), ("look", "yes")]);
    assert!(looked.text.contains(&first.lines().last().unwrap()[..20]), "{}", looked.text);
    let text = to_sign(&looked.text);
    let both = Note::parse(first.as_bytes()).unwrap().with(vec![seal.sign(&text)]).unwrap();
    let sent = hall.fill(&second, &[("signed", &both.print())]);
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
}

#[test]
fn what_the_desk_tells_programs_has_the_form_the_document_promises() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let document = hall.get("/openapi.json").json();
    let weighed = br#"{"text":"2026-11-22 deposit ratification of pact by ARM\n","as":"ARM"}"#;
    let answers = [
        ("Session", hall.as_holder(&cookie, "/api/v1/session")),
        ("Keys", hall.get("/api/v1/keys")),
        ("Weighed", hall.send(Method::POST, "/api/v1/acts/preview", &[], weighed.to_vec())),
        ("Problem", hall.get("/api/v1/session")),
    ];
    for (form, answer) in answers {
        let schema = &document["components"]["schemas"][form];
        let faults = crate::openapi::against(&document, schema, &answer.json(), "");
        assert!(faults.is_empty(), "{form}: {faults:?}");
    }
}

#[test]
fn keys_are_listed_with_their_lives() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    hall.revoke(&armenia);
    let value = hall.get("/api/v1/keys").json();
    let keys = value["keys"].as_array().unwrap();
    assert_eq!((keys[0]["role"].as_str(), keys[0]["since"].as_u64()), (Some("authority"), Some(0)));
    let last = keys.last().unwrap();
    assert_eq!((last["party"].as_str(), last["ended"].is_u64()), (Some("ARM"), true));
    assert_eq!(value["rehearsal"], false);
    let page = hall.get("/keys");
    assert!(page.text.contains("delegation of Armenia") && page.text.contains("ended"));
    assert!(page.text.contains("data-rehearses=\"no\""));
}

#[test]
fn an_act_that_is_taken_reads_back_as_it_was_signed() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let said = "2026-11-22 statement by ARM\n  what \"Ещё раз: «да» & <нет>\"\n";
    let page = hall.fill(&cookie, &[("text", said)]);
    let note = signed(&to_sign(&page.text), &armenia);
    assert_eq!(hall.fill(&cookie, &[("signed", &note)]).status, StatusCode::CREATED);
    let sealed = servanda_seal::Sealed::parse(note.as_bytes()).unwrap();
    assert!(matches!(sealed.content(), Content::Act { text, .. } if text == said));
}

#[test]
fn a_record_without_a_log_says_that_there_is_nothing_to_sign() {
    for path in ["/sign-in", "/keys", "/acts/new"] {
        let answer = crate::client::get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    assert!(crate::client::page("/sign-in").contains("read from text"));
    assert_eq!(crate::client::get("/api/v1/keys").json()["code"], "no-log");
}
