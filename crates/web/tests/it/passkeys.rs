//! Passkeys: made for a key, good for signing in, and gone with the key or when they are removed.

use crate::authenticator::Device;
use crate::client::Answer;
use crate::hall::{Hall, key, pair};
use crate::parting::{is_cut, is_told, listening};
use crate::visitor::{FORM, form, signed, to_sign};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use servanda_note::SignerKey;
use servanda_seal::{Content, Digest, Enrolment, Role};

const HOST: (&str, &str) = ("host", "localhost:8080");
const ORIGIN: &str = "http://localhost:8080";

impl Hall {
    fn tells(&self, path: &str, cookie: &str, value: &Value) -> Answer {
        let headers = [HOST, ("cookie", cookie), ("content-type", "application/json")];
        self.send(Method::POST, path, &headers, value.to_string().into_bytes())
    }

    fn asked_to_make(&self, cookie: &str, name: &str) -> Value {
        let answer = self.tells("/api/v1/challenges/new-passkey", cookie, &json!({"name": name}));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()
    }

    fn asked_to_enter(&self) -> Value {
        let answer = self.tells("/api/v1/challenges/passkey", "", &json!({}));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()
    }

    /// Makes a passkey for who is signed in.
    fn passkey(&self, cookie: &str, name: &str, seed: u8) -> Device {
        let given = self.asked_to_make(cookie, name);
        let (device, answer) = Device::make(&given["options"], ORIGIN, seed);
        let answer = json!({"challenge": given["challenge"], "credential": answer});
        let kept = self.tells("/api/v1/passkeys", cookie, &answer);
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
        assert_eq!(
            (kept.json()["name"].as_str(), kept.json()["at"].as_str()),
            (Some(name), Some("localhost"))
        );
        device
    }

    fn enter(&self, device: &mut Device) -> Answer {
        let given = self.asked_to_enter();
        let answer = device.answer(&given["options"], ORIGIN);
        self.tells(
            "/api/v1/session/passkey",
            "",
            &json!({"challenge": given["challenge"], "credential": answer}),
        )
    }

    fn own(&self, cookie: &str) -> Vec<Value> {
        let answer =
            self.send(Method::GET, "/api/v1/passkeys", &[HOST, ("cookie", cookie)], Vec::new());
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()["passkeys"].as_array().unwrap().clone()
    }
}

fn cookie(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

fn refused(answer: &Answer, said: &str) {
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text);
    assert!(answer.json()["detail"].as_str().unwrap().contains(said), "{}", answer.text);
    assert_eq!(answer.header("set-cookie"), "");
}

#[test]
fn a_passkey_signs_in_who_holds_the_key_it_was_made_for_and_signs_no_act() {
    let hall = Hall::open();
    let armenia = hall.enrolled("ARM", 30);
    let mine = hall.sign_in(&armenia);
    let page = hall.as_holder(&mine, "/keys").text;
    assert!(
        page.contains("http://localhost:8080/keys") && !page.contains("data-passkey=\"make\""),
        "{page}"
    );
    let here = |path: &str, cookie: &str| {
        hall.send(Method::GET, path, &[HOST, ("cookie", cookie)], Vec::new()).text
    };
    assert!(here("/keys", &mine).contains("data-passkey=\"make\""));
    assert!(here("/keys", &mine).contains("<noscript>"));
    let mut device = hall.passkey(&mine, "Telephone", 7);
    assert!(here("/keys", &mine).contains("Telephone"));
    let answer = hall.enter(&mut device);
    assert_eq!(
        (answer.json()["party"].as_str(), answer.json()["role"].as_str()),
        (Some("ARM"), Some("delegation"))
    );
    let by_passkey = cookie(&answer);
    assert!(by_passkey.starts_with("servanda=2."), "{by_passkey}");
    assert!(hall.as_holder(&by_passkey, "/").text.contains("delegation of Armenia"));
    let page = hall.fill(&by_passkey, &[("text", "2026-11-22 sign pact by ARM\n")]);
    assert!(page.text.contains("which signs no act"), "{}", page.text);
    let note = signed(&to_sign(&page.text), &armenia);
    assert_eq!(hall.fill(&by_passkey, &[("signed", &note)]).status, StatusCode::CREATED);
    // It makes no other.
    let more =
        hall.tells("/api/v1/challenges/new-passkey", &by_passkey, &json!({"name": "Another"}));
    refused(&more, "began with a passkey");
    assert!(here("/keys", &by_passkey).contains("sign in with the key itself"));
    // Another server over the same log and the same place knows it, and what it counted.
    let beside = hall.beside();
    assert_eq!(beside.own(&by_passkey).len(), 1);
    cookie(&beside.enter(&mut device));
}

#[test]
fn a_passkey_is_gone_with_the_key_and_so_are_its_sessions() {
    let hall = Hall::open();
    let (armenia, belarus) = (hall.enrolled("ARM", 30), hall.enrolled("BLR", 31));
    let mut device = hall.passkey(&hall.sign_in(&armenia), "Telephone", 7);
    let mut other = hall.passkey(&hall.sign_in(&belarus), "Laptop", 8);
    let (mine, its) = (cookie(&hall.enter(&mut device)), cookie(&hall.enter(&mut other)));
    hall.revoke(&armenia);
    assert_eq!(hall.as_holder(&mine, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    refused(&hall.enter(&mut device), "in use no more");
    assert_eq!(hall.as_holder(&its, "/api/v1/session").json()["party"], "BLR");
    // When another is added, those of keys that ended leave the file.
    hall.passkey(&hall.sign_in(&belarus), "Tablet", 9);
    hall.shelved(|text| {
        let text = text.as_deref().unwrap();
        assert!(text.contains("Laptop") && !text.contains("Telephone"), "{text}");
    });
}

#[test]
fn a_key_that_takes_the_place_of_another_has_none_of_its_passkeys() {
    let hall = Hall::open();
    let (old, new) = (key("league.example/ARM", 30), key("league.example/ARM", 130));
    let digest = |key: &SignerKey| Digest::of(&key.verifier().public_key().to_bytes());
    let role = Role::Delegation { party: "ARM".to_owned(), with_person: false };
    let enrolment = Enrolment { key: old.verifier(), next: digest(&new), role };
    hall.take(&Content::Enrol(enrolment), &[&pair("league.example/authority", 1).key]);
    let mine = hall.sign_in(&old);
    let mut device = hall.passkey(&mine, "Telephone", 7);
    let by_passkey = cookie(&hall.enter(&mut device));
    let next = Digest::of(b"the key after it");
    let rotation = Content::Rotate { old: digest(&old), key: new.verifier(), next };
    hall.take(&rotation, &[&old, &new]);
    assert_eq!(hall.as_holder(&by_passkey, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    refused(&hall.enter(&mut device), "in use no more");
    assert!(hall.own(&hall.sign_in(&new)).is_empty());
}

#[test]
fn who_removes_a_passkey_ends_what_began_with_it_and_nobody_elses() {
    let hall = Hall::open();
    let (armenia, belarus) = (hall.enrolled("ARM", 30), hall.enrolled("BLR", 31));
    let (mine, another) = (hall.sign_in(&armenia), hall.sign_in(&belarus));
    let (mut lost, mut left) = (hall.passkey(&mine, "Lost", 7), hall.passkey(&mine, "Left", 8));
    let (by_lost, by_left) = (cookie(&hall.enter(&mut lost)), cookie(&hall.enter(&mut left)));
    let id = hall.own(&mine)[0]["id"].as_str().unwrap().to_owned();
    let remove = |who: &str| {
        hall.send(
            Method::DELETE,
            &format!("/api/v1/passkeys/{id}"),
            &[HOST, ("cookie", who)],
            Vec::new(),
        )
    };
    assert_eq!(remove(&another).status, StatusCode::NOT_FOUND);
    assert_eq!(remove("").status, StatusCode::UNAUTHORIZED);
    assert_eq!(remove(&by_left).status, StatusCode::NO_CONTENT);
    assert_eq!(remove(&by_left).status, StatusCode::NOT_FOUND);
    assert_eq!(hall.as_holder(&by_lost, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    refused(&hall.enter(&mut lost), "not kept here");
    // The same by a form, without a script.
    let id = hall.own(&mine)[0]["id"].as_str().unwrap().to_owned();
    let answer = hall.send(
        Method::POST,
        "/passkeys/remove",
        &[FORM, ("cookie", &mine)],
        form(&[("id", &id)]),
    );
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/keys"));
    assert_eq!(hall.as_holder(&by_left, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    assert_eq!(hall.as_holder(&mine, "/api/v1/session").status, StatusCode::OK);
    assert!(hall.own(&mine).is_empty());
}

#[test]
fn a_stream_ends_with_the_passkey_it_was_opened_with() {
    let hall = Hall::open();
    let mine = hall.sign_in(&hall.enrolled("ARM", 30));
    let (mut lost, mut left) = (hall.passkey(&mine, "Lost", 7), hall.passkey(&mine, "Left", 8));
    let (by_lost, by_left) = (cookie(&hall.enter(&mut lost)), cookie(&hall.enter(&mut left)));
    let mut cut = listening(&hall, &by_lost);
    let (mut goes_on, mut by_key) = (listening(&hall, &by_left), listening(&hall, &mine));
    let id = hall.own(&mine)[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/passkeys/{id}");
    let removed = hall.send(Method::DELETE, &path, &[HOST, ("cookie", &mine)], Vec::new());
    assert_eq!(removed.status, StatusCode::NO_CONTENT);
    assert!(is_cut(&mut cut));
    assert!(is_told(&hall, &mut goes_on) && is_told(&hall, &mut by_key));
}

#[test]
fn a_challenge_is_answered_once_soon_and_where_it_was_given_out() {
    let hall = Hall::open();
    let mine = hall.sign_in(&hall.enrolled("ARM", 30));
    let mut device = hall.passkey(&mine, "Telephone", 7);
    let enter = |challenge: &Value, answer: &Value| {
        hall.tells(
            "/api/v1/session/passkey",
            "",
            &json!({"challenge": challenge, "credential": answer}),
        )
    };
    let given = hall.asked_to_enter();
    let answer = device.answer(&given["options"], ORIGIN);
    cookie(&enter(&given["challenge"], &answer));
    refused(&enter(&given["challenge"], &answer), "answered already");
    refused(&enter(&hall.asked_to_enter()["challenge"], &answer), "another challenge");
    refused(&enter(&json!("00"), &answer), "answered already");
    let late = hall.asked_to_enter();
    hall.wait(301);
    refused(&enter(&late["challenge"], &device.answer(&late["options"], ORIGIN)), "five minutes");
    for origin in ["http://localhost:8081", "https://localhost:8080", "http://evil.example"] {
        let given = hall.asked_to_enter();
        let answer = device.answer(&given["options"], origin);
        refused(&enter(&given["challenge"], &answer), "another address");
    }
    let given = hall.asked_to_enter();
    device.at = "evil.example".to_owned();
    refused(
        &enter(&given["challenge"], &device.answer(&given["options"], ORIGIN)),
        "another address",
    );
    device.at = "localhost".to_owned();
    // A copy counts what the first counted already; who was not made sure of may be anybody.
    device.count = 0;
    refused(&hall.enter(&mut device), "there may be a copy");
    device.count = 100;
    device.is_verified = false;
    refused(&hall.enter(&mut device), "make sure who holds it");
    device.is_verified = true;
    cookie(&hall.enter(&mut device));
    // A challenge to make one signs nobody in, and one to sign in makes none.
    let making = hall.asked_to_make(&mine, "Another");
    let answer = device.answer(&given["options"], ORIGIN);
    refused(&enter(&making["challenge"], &answer), "answered already");
}

#[test]
fn a_passkey_is_made_once_for_its_own_holder_and_at_a_host_with_a_name() {
    let hall = Hall::open();
    let (mine, another) =
        (hall.sign_in(&hall.enrolled("ARM", 30)), hall.sign_in(&hall.enrolled("BLR", 31)));
    let keep = |who: &str, given: &Value, answer: &Value| {
        hall.tells(
            "/api/v1/passkeys",
            who,
            &json!({"challenge": given["challenge"], "credential": answer}),
        )
    };
    let given = hall.asked_to_make(&mine, "Telephone");
    let (_, answer) = Device::make(&given["options"], ORIGIN, 7);
    refused(&keep(&another, &given, &answer), "holder of another key");
    refused(&keep(&mine, &given, &answer), "answered already");
    hall.passkey(&mine, "Telephone", 7);
    let again = hall.asked_to_make(&another, "Telephone");
    let (_, answer) = Device::make(&again["options"], ORIGIN, 7);
    refused(&keep(&another, &again, &answer), "kept already");
    let again = hall.asked_to_make(&mine, "Telephone");
    assert_eq!(again["options"]["excludeCredentials"].as_array().unwrap().len(), 1);
    for name in ["", " ", "two\nlines", "\u{202e}turned", &"a".repeat(61)] {
        let answer = hall.tells("/api/v1/challenges/new-passkey", &mine, &json!({"name": name}));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{name:?}");
    }
    let unread = keep(&mine, &again, &json!({}));
    assert_eq!(unread.status, StatusCode::BAD_REQUEST, "{}", unread.text);
    let nobody = hall.tells("/api/v1/challenges/new-passkey", "", &json!({"name": "Mine"}));
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    let numbered = hall.send(Method::POST, "/api/v1/challenges/passkey", &[], b"{}".to_vec());
    assert_eq!(numbered.status, StatusCode::BAD_REQUEST);
    assert!(numbered.text.contains("http://localhost:8080/"), "{}", numbered.text);
    let elsewhere = [("host", "league.example"), ("origin", "https://league.example")];
    let named = hall.send(Method::POST, "/api/v1/challenges/passkey", &elsewhere, b"{}".to_vec());
    assert_eq!(named.json()["options"]["rpId"], "league.example");
    let plain = [("host", "league.example")];
    let plain = hall.send(Method::POST, "/api/v1/challenges/passkey", &plain, b"{}".to_vec());
    refused(&plain, "over TLS");
    let crossed = [HOST, ("sec-fetch-site", "cross-site")];
    let crossed = hall.send(Method::POST, "/api/v1/challenges/passkey", &crossed, b"{}".to_vec());
    assert_eq!(crossed.json()["code"], "cross-site");
}

#[test]
fn what_is_told_of_passkeys_has_the_form_the_document_promises() {
    let hall = Hall::open();
    let mine = hall.sign_in(&hall.enrolled("ARM", 30));
    let document = hall.get("/openapi.json").json();
    let given = hall.asked_to_make(&mine, "Telephone");
    let (_, answer) = Device::make(&given["options"], ORIGIN, 7);
    let kept = hall.tells(
        "/api/v1/passkeys",
        &mine,
        &json!({"challenge": given["challenge"], "credential": answer}),
    );
    let listed = hall.send(Method::GET, "/api/v1/passkeys", &[HOST, ("cookie", &mine)], Vec::new());
    for (form, value) in [
        ("PasskeyChallenge", given),
        ("PasskeyChallenge", hall.asked_to_enter()),
        ("Passkey", kept.json()),
        ("Passkeys", listed.json()),
    ] {
        let schema = &document["components"]["schemas"][form];
        let faults = crate::openapi::against(&document, schema, &value, "");
        assert!(faults.is_empty(), "{form}: {faults:?}");
    }
    assert_eq!(hall.get("/passkeys.js").status, StatusCode::OK);
}

#[test]
fn passkeys_that_cannot_be_read_are_told_and_changed_by_nobody() {
    let hall = Hall::open();
    let mine = hall.sign_in(&hall.enrolled("ARM", 30));
    let mut device = hall.passkey(&mine, "Telephone", 7);
    let its = cookie(&hall.enter(&mut device));
    hall.shelved(|text| *text = text.take().map(|text| text.replace("\"name\"", "\"nome\"")));
    let answer = hall.enter(&mut device);
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text);
    assert!(answer.text.contains("line 2: `nome` is not known here"), "{}", answer.text);
    assert!(hall.as_holder(&mine, "/keys").text.contains("cannot be read now"));
    assert_eq!(hall.as_holder(&its, "/api/v1/session").status, StatusCode::UNAUTHORIZED);
    hall.shelved(|text| *text = text.take().map(|text| text.replace("\"nome\"", "\"name\"")));
    cookie(&hall.enter(&mut device));
}
