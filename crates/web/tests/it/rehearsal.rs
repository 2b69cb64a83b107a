//! Every answer over a rehearsal says that it is one; whoever plays is enrolled in one alone.

use crate::client::{Answer, send as ask_reference};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use serde_json::Value;
use servanda_depositary::{Depositary, Founding, KeyPair, Writer, forked, rehearsal_origin, seal};
use servanda_journal::RecordFile;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Seen};
use servanda_testkit::today;
use servanda_web::{Portal, REHEARSAL_ENROL, Site, log_paths, paths, router};
use tower::ServiceExt as _;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"

source book \"Book of deposits\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Council\"
  evidence official-text
  source book
  membership of league by pact
  signature subject to ratification
  in-force each on deposit
  organ council \"Council\"
    of league
    seats head-of-state of each member
  office warden \"Warden\"
    appointed by council
  procedure aid \"Aid\"
    opened by state
    step decide by council
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM
2020-01-02 request assistance by ARM #asks
  opens aid
  source book
";

fn key(name: &str, seed: u8) -> SignerKey {
    SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32])
}

fn pair(name: &str, seed: u8) -> KeyPair {
    KeyPair { key: key(name, seed), next: key(name, seed + 100) }
}

struct Exercise {
    router: Router,
    origin: String,
    seen: Seen,
}

impl Exercise {
    fn open() -> Self {
        let file = |path: &str, text: &str| RecordFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let files = vec![file("league.charter", CHARTER), file("league.journal", JOURNAL)];
        let files = forked(files, "league", "league.example/log");
        let origin = rehearsal_origin("league.example/log");
        let (authority, depositary) = (pair("league.example/authority", 1), pair(&origin, 2));
        let founding = Founding {
            origin: &origin,
            organisation: "league",
            authority: &[authority],
            threshold: 1,
            depositary: &depositary,
            rehearses: Some("league.example/log"),
        };
        let mut office = Depositary::create("memory:", &founding, &files).unwrap();
        office.sign_with(depositary.key, None).unwrap();
        office.hold_authority(vec![key("league.example/authority", 1)]).unwrap();
        let head = office.head();
        let seen = Seen { size: head.size, root: Digest(head.root.0) };
        let site = Site::open(office.ledger().record().unwrap().clone(), None, today);
        let portal = Portal::living(site);
        let shown = portal.clone();
        let grown = move |_office: &Depositary| {
            shown.grew();
        };
        let clock = || "2026-11-22T09:00:00Z".parse().ok();
        portal.write_with(Writer::start(office, clock, grown).unwrap());
        Self { router: router(portal), origin, seen }
    }

    fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Answer { status: parts.status, headers: parts.headers, text }
        })
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[], "")
    }

    fn enrol(&self, body: &str) -> Answer {
        self.ask(Method::POST, REHEARSAL_ENROL, &[("content-type", "application/json")], body)
    }
}

/// Puts words of the record, or a word it does not know, into the places of a path.
fn filled(path: &str, is_known: bool) -> String {
    let part = |part: &str| {
        let Some((name, ending)) = part.strip_prefix('{').and_then(|part| part.split_once('}'))
        else {
            return part.to_owned();
        };
        let word = match name {
            "organisation" => "league",
            "instrument" => "pact",
            "organ" => "council",
            "office" => "warden",
            "state" => "ARM",
            "id" => "book",
            "matter" => "asks",
            "article" => "pact.1",
            "table" => "acts",
            "section" => "law",
            "act" | "index" => "1",
            "tile" => "0/000.p/9",
            // No document stands beside this log.
            "commitment" => "0000000000000000000000000000000000000000000000000000000000000000",
            other => panic!("no word is known for `{other}` of {path}"),
        };
        format!("{}{ending}", if is_known { word } else { "nothing" })
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// What each question needs beside its path.
fn asked(path: &str) -> &'static str {
    match path {
        "/api/v1/why" | "/why" => "?claim=ARM%20party%20pact",
        "/api/v1/diff" | "/diff" => "?before=2020-01-01&after=2021-01-01",
        "/api/v1/overlap" => "?first=pact&second=league",
        "/api/v1/entry-into-force/{instrument}" => {
            "?deposits=state,action,date%0AARM,deposit,2020-02-01"
        }
        _ => "",
    }
}

fn says(path: &str, answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let expected = "REHEARSAL, INVENTED ACTS: a fork of league.example/log, not its record";
    if answer.header("servanda-rehearsal") != expected {
        faults.push(format!("{path} [{}]: no header", answer.status));
    }
    let media = answer.header("content-type");
    let text = &answer.text;
    let is_said = match media.split(';').next().unwrap_or("") {
        "text/html" => {
            text.contains("<title>REHEARSAL, INVENTED ACTS · ")
                && text.contains(
                    "<p class=\"sv-rehearsal\" role=\"note\"><strong>REHEARSAL, INVENTED ACTS",
                )
        }
        "application/json" | "application/problem+json" => {
            let value = answer.json();
            let info = &value["info"];
            if path == "/openapi.json" {
                is_marked(&serde_json::json!({"rehearsal": info["x-rehearsal"]}))
                    && info["title"].as_str().unwrap().starts_with("REHEARSAL, INV")
            } else if let Some(items) = value.as_array() {
                items.iter().all(is_marked)
            } else {
                is_marked(&value)
            }
        }
        "text/plain" => {
            ["/healthz", "/fonts/OFL.txt"].contains(&path)
                || text.contains("/REHEARSAL-INVENTED-ACTS")
        }
        "application/atom+xml" => {
            let titles = text.matches("<title>").count();
            titles > 0 && text.matches("<title>REHEARSAL, INVENTED ACTS: ").count() == titles
        }
        "text/csv" => text.lines().all(|line| line.contains("REHEARSAL, INVENTED ACTS")),
        "text/calendar" => {
            let titles = text.matches("\r\nSUMMARY:").count() + 1;
            let words = ":REHEARSAL\\, INVENTED ACTS: ";
            text.contains("\r\nDESCRIPTION:REHEARSAL\\, INVENTED ACTS: a fork of league")
                && text.matches(&format!("\r\nSUMMARY{words}")).count() + 1 == titles
                && text.contains(&format!("\r\nNAME{words}"))
        }
        // Hashes, and files of the program: the header says it.
        "application/octet-stream"
        | "text/css"
        | "text/javascript"
        | "image/svg+xml"
        | "font/woff2" => true,
        other => panic!("{path}: nothing is known of `{other}`"),
    };
    if !is_said {
        faults.push(format!("{path} [{}] {media}: {text}", answer.status));
    }
    faults
}

fn is_marked(value: &Value) -> bool {
    value["rehearsal"]["says"] == "REHEARSAL, INVENTED ACTS"
        && value["rehearsal"]["of"] == "league.example/log"
}

#[test]
fn every_answer_over_a_rehearsal_says_that_it_is_one() {
    let exercise = Exercise::open();
    let mut faults = Vec::new();
    let all: Vec<&str> = paths().chain(log_paths()).chain([REHEARSAL_ENROL, "/nowhere"]).collect();
    assert!(all.len() > 45, "{all:?}");
    for path in all {
        let known = format!("{}{}", filled(path, true), asked(path));
        let answer = exercise.get(&known);
        let is_answer = answer.status == StatusCode::OK
            || path == REHEARSAL_ENROL
            || (path.contains("{commitment}") && answer.status == StatusCode::NOT_FOUND);
        let needs_more = [
            "/api/v1/decide",
            "/api/v1/what-if",
            "/api/v1/side-by-side",
            "/acts/{act}/decision",
            "/crisis/",
            "/nowhere",
        ];
        if !is_answer && !needs_more.iter().any(|start| path.starts_with(start)) {
            faults.push(format!("{known} [{}]: {}", answer.status, answer.text));
        }
        faults.extend(says(&known, &answer));
        let unknown = filled(path, false);
        faults.extend(says(&unknown, &exercise.get(&unknown)));
        faults.extend(says(&unknown, &exercise.ask(Method::POST, &unknown, &[], "nothing")));
        faults.extend(says(&known, &exercise.ask(Method::DELETE, &known, &[], "")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_event_of_a_rehearsal_says_that_it_is_one() {
    let exercise = Exercise::open();
    let router = exercise.router.clone();
    let told = crate::events::told(router, || {
        let text = "2026-11-22 event \"Invented\"\n".to_owned();
        let content = Content::Act { text, seen: exercise.seen };
        let act = seal(&exercise.origin, &content, &[&pair(&exercise.origin, 2).key]).unwrap();
        let kept = exercise.ask(Method::POST, "/api/v1/acts", &[], &act.print());
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    });
    assert!(told.iter().all(is_marked), "{told:?}");
}

#[test]
fn an_entity_tag_is_of_the_rehearsal_alone() {
    let exercise = Exercise::open();
    let path = "/api/v1/status/pact";
    let tag = exercise.get(path).header("etag").to_owned();
    assert!(tag.starts_with("\"rehearsal-"), "{tag}");
    let again = exercise.ask(Method::GET, path, &[("if-none-match", &tag)], "");
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header("etag"), tag);
    let of_the_log = tag.replacen("rehearsal-", "", 1);
    let other = exercise.ask(Method::GET, path, &[("if-none-match", &of_the_log)], "");
    assert_eq!(other.status, StatusCode::OK);
    let (head, get) = (exercise.ask(Method::HEAD, path, &[], ""), exercise.get(path));
    let length = head.header("content-length");
    assert!(length.is_empty() || length == get.text.len().to_string(), "{length}");
}

#[test]
fn whoever_plays_is_enrolled_and_acts_at_once() {
    let exercise = Exercise::open();
    let player = key("arm.example/browser", 9);
    let body = |party: &str| {
        serde_json::json!({"party": party, "key": player.verifier().print()}).to_string()
    };
    let refused = exercise.enrol(&body("XYZ"));
    assert_eq!(
        (refused.status, refused.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-PARTY"))
    );
    let enrolled = exercise.enrol(&body("ARM"));
    assert_eq!(enrolled.status, StatusCode::CREATED, "{}", enrolled.text);
    assert!(is_marked(&enrolled.json()), "{}", enrolled.text);
    let twice = exercise.enrol(&body("ARM"));
    assert_eq!(
        (twice.status, twice.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-KEYS"))
    );
    let text = "2026-11-22 deposit ratification of pact by ARM\n".to_owned();
    let content = Content::Act { text, seen: exercise.seen };
    let sealed = |origin: &str| seal(origin, &content, &[&player]).unwrap().print();
    let other = exercise.ask(Method::POST, "/api/v1/acts", &[], &sealed("league.example/log"));
    assert_eq!(
        (other.status, other.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-ORIGIN"))
    );
    let kept = exercise.ask(Method::POST, "/api/v1/acts", &[], &sealed(&exercise.origin));
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    assert_eq!(kept.json()["party"], "ARM");
}

#[test]
fn an_officer_is_enrolled_in_a_rehearsal_and_records_what_organs_did() {
    let exercise = Exercise::open();
    let officer = key("league.example/officer", 9);
    let line = officer.verifier().print();
    let body = serde_json::json!({"role": "depositary", "key": line}).to_string();
    let enrolled = exercise.enrol(&body);
    assert_eq!(enrolled.status, StatusCode::CREATED, "{}", enrolled.text);
    let text = "2026-11-22 in-force pact\n".to_owned();
    let content = Content::Act { text, seen: exercise.seen };
    let sealed = seal(&exercise.origin, &content, &[&officer]).unwrap().print();
    let kept = exercise.ask(Method::POST, "/api/v1/acts", &[], &sealed);
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    let with_party = format!("{{\"role\":\"depositary\",\"party\":\"ARM\",\"key\":\"{line}\"}}");
    assert_eq!(exercise.enrol(&with_party).status, StatusCode::BAD_REQUEST);
}

#[test]
fn a_request_to_be_enrolled_that_cannot_be_read_is_told_why() {
    let exercise = Exercise::open();
    for body in ["", "[]", "{}", "{\"party\":\"ARM\"}", "{\"party\":\"ARM\",\"key\":\"x\"}"] {
        assert_eq!(exercise.enrol(body).status, StatusCode::BAD_REQUEST, "{body}");
    }
    let key = key("arm.example/browser", 9).verifier().print();
    for more in ["\"next\":\"00\"", "\"role\":\"authority\""] {
        let body = format!("{{\"party\":\"ARM\",\"key\":\"{key}\",{more}}}");
        assert_eq!(exercise.enrol(&body).status, StatusCode::BAD_REQUEST, "{body}");
    }
    assert_eq!(exercise.enrol(&"x".repeat(70_000)).status, StatusCode::PAYLOAD_TOO_LARGE);
    // A form of another site is sent as text, and is not answered.
    let form = exercise.ask(Method::POST, REHEARSAL_ENROL, &[("content-type", "text/plain")], "{}");
    assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[test]
fn nobody_is_enrolled_so_where_nothing_is_rehearsed() {
    let json = [("content-type", "application/json")];
    let answer = ask_reference(Method::POST, REHEARSAL_ENROL, &json);
    assert_eq!(
        (answer.status, answer.json()["code"].as_str()),
        (StatusCode::NOT_FOUND, Some("no-rehearsal"))
    );
    assert_eq!(answer.header("servanda-rehearsal"), "");
}

#[test]
fn a_name_that_leads_here_from_elsewhere_gets_nothing_of_a_rehearsal() {
    let exercise = Exercise::open();
    let body = r#"{"party": "ARM", "key": "x"}"#;
    let json = ("content-type", "application/json");
    for host in ["evil.example", "127.0.0.1.evil.example:8080"] {
        let enrol = exercise.ask(Method::POST, REHEARSAL_ENROL, &[json, ("host", host)], body);
        assert_eq!(enrol.status, StatusCode::FORBIDDEN, "{host}: {}", enrol.text);
        let read = exercise.ask(Method::GET, "/api/v1/acts", &[("host", host)], "");
        assert_eq!(read.status, StatusCode::FORBIDDEN, "{host}: {}", read.text);
    }
    let near = exercise.ask(Method::GET, "/api/v1/acts", &[("host", "localhost:8080")], "");
    assert_eq!(near.status, StatusCode::OK);
}

#[test]
fn an_enrolment_sent_again_with_its_key_is_answered_as_the_first_time() {
    let exercise = Exercise::open();
    let player = key("armenia.example/delegation", 40).verifier().print();
    let body = format!(r#"{{"party": "ARM", "key": "{player}"}}"#);
    let headers = [("content-type", "application/json"), ("idempotency-key", "one")];
    let first = exercise.ask(Method::POST, REHEARSAL_ENROL, &headers, &body);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = exercise.ask(Method::POST, REHEARSAL_ENROL, &headers, &body);
    assert_eq!((again.status, &again.text), (StatusCode::CREATED, &first.text));
    assert_eq!(again.header("idempotency-replayed"), "true");
    let other = exercise.ask(Method::POST, REHEARSAL_ENROL, &headers, "{}");
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.text);
}
