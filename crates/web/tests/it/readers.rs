//! Who reads a document that is for an organ: its members on the day of reading, by their own
//! sessions, and nobody else by any way there is.

use crate::client::Answer;
use crate::hall::Hall;
use axum::http::{Method, StatusCode};
use servanda_depositary::{Deposit, Depositary};
use servanda_web::{desk_paths, ledger_paths, log_paths, paths, reference_paths};

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"
party KAZ \"Kazakhstan\"

source book \"Book\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature definitive
  in-force each on deposit
article pact.2 \"Council\"
  evidence official-text
  membership of league by pact
  organ council \"Council\"
    of league
    seats representative of each member
  office warden \"Warden\"
    appointed by council
article pact.3 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by state
    step consent by state
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM, BLR
2021-01-01 request \"Water\" by ARM #water
  opens help
2025-01-01 end pact for BLR cause withdrawn
";

/// What stands in the document alone.
const SECRET: &str = "the-well-is-dry";

fn minutes() -> Deposit {
    Deposit {
        salt: [7; 32],
        body: SECRET.as_bytes().to_vec(),
        media: "text/plain".to_owned(),
        title: "Minutes".to_owned(),
        readers: vec!["council".to_owned()],
    }
}

fn hall() -> Hall {
    let now = "2026-11-22T08:00:00Z".parse().unwrap();
    Hall::with(CHARTER, JOURNAL, |office: &mut Depositary| {
        office.deposit(&minutes(), now).unwrap().unwrap();
    })
}

fn body_path() -> String {
    format!("/documents/{}/body", minutes().commitment())
}

fn about_path() -> String {
    format!("/api/v1/documents/{}", minutes().commitment())
}

fn is_barred(answer: &Answer, why: &str) {
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{why}: {}", answer.text);
    assert_eq!(answer.json()["code"], "restricted", "{why}");
    assert!(!answer.text.contains(SECRET), "{why}");
}

#[test]
fn a_member_reads_by_its_own_session_and_nobody_keeps_the_answer() {
    let hall = hall();
    let armenia = hall.enrolled("ARM", 30);
    is_barred(&hall.get(&body_path()), "nobody is signed in");
    let cookie = hall.sign_in(&armenia);
    let body = hall.as_holder(&cookie, &body_path());
    assert_eq!((body.status, body.text.as_str()), (StatusCode::OK, SECRET));
    assert_eq!(body.header("cache-control"), "private, no-store");
    assert_eq!(body.header("vary"), "Cookie");
    let about = hall.as_holder(&cookie, &about_path());
    assert_eq!(about.json()["access"]["may_read"], "yes");
    assert_eq!(about.json()["access"]["as"], "ARM");
    assert_eq!(about.header("cache-control"), "private, no-store");
    let link = format!("href=\"{}\"", body_path());
    assert!(hall.as_holder(&cookie, "/documents").text.contains(&link));
    assert!(!hall.get("/documents").text.contains(&link), "nobody is led where he may not read");
    hall.send(Method::DELETE, "/api/v1/session", &[("cookie", &cookie)], Vec::new());
    is_barred(&hall.as_holder(&cookie, &body_path()), "the session has ended");
}

#[test]
fn the_wrong_member_reads_on_no_day_that_it_can_ask_for() {
    let hall = hall();
    for (party, seed, why) in [("BLR", 31, "it has left"), ("KAZ", 32, "it never was a member")] {
        let cookie = hall.sign_in(&hall.enrolled(party, seed));
        for fields in ["", "?on=2022-01-01", "?known=0", "?as=ARM", "?state=ARM&on=2022-01-01"] {
            let path = format!("{}{fields}", body_path());
            is_barred(&hall.as_holder(&cookie, &path), &format!("{why}: {fields}"));
            let about = hall.as_holder(&cookie, &format!("{}{fields}", about_path())).json();
            assert_eq!(about["access"]["may_read"], "no", "{why}: {fields}");
            assert_eq!(about["access"]["as"], party, "{why}: {fields}");
        }
        let page = hall.as_holder(&cookie, "/documents?on=2022-01-01").text;
        assert!(!page.contains(&body_path()), "{why}");
    }
}

#[test]
fn a_member_that_leaves_or_whose_key_ends_reads_no_more_and_one_that_joins_reads() {
    let hall = hall();
    let armenia = hall.sign_in(&hall.enrolled("ARM", 30));
    let key = hall.enrolled("KAZ", 32);
    let kazakhstan = hall.sign_in(&key);
    assert_eq!(hall.as_holder(&armenia, &body_path()).status, StatusCode::OK);
    is_barred(&hall.as_holder(&kazakhstan, &body_path()), "not a member yet");
    hall.record("2026-11-22 sign pact by KAZ\n");
    hall.record("2026-11-22 end pact for ARM cause withdrawn\n");
    is_barred(&hall.as_holder(&armenia, &body_path()), "a member no more");
    assert_eq!(hall.as_holder(&kazakhstan, &body_path()).text, SECRET);
    hall.revoke(&key);
    is_barred(&hall.as_holder(&kazakhstan, &body_path()), "its key was revoked");
}

#[test]
fn neither_an_officer_nor_a_forged_or_foreign_cookie_reads() {
    let hall = hall();
    let officer = hall.sign_in(&hall.officer(40));
    is_barred(&hall.as_holder(&officer, &body_path()), "an officer has no seat");
    let cookie = hall.sign_in(&hall.enrolled("ARM", 30));
    is_barred(&hall.as_holder(&cookie.replace("=1.", "=2."), &body_path()), "a forged cookie");
    let elsewhere = [("cookie", cookie.as_str()), ("host", "evil.example")];
    let answer = hall.send(Method::GET, &body_path(), &elsewhere, Vec::new());
    is_barred(&answer, "a name that leads here from elsewhere");
    let other = hall.as_holder(&cookie, &body_path().replace("/documents/", "/documents/../"));
    assert!(!other.text.contains(SECRET), "{}", other.text);
}

/// Puts words of the record into the places of a path.
fn filled(path: &str) -> String {
    let commitment = minutes().commitment().to_string();
    let words = [
        ("{instrument}", "pact"),
        ("{organisation}", "league"),
        ("{organ}", "council"),
        ("{office}", "warden"),
        ("{state}", "ARM"),
        ("{id}", "book"),
        ("{matter}", "water"),
        ("{act}", "1"),
        ("{article}", "pact.1"),
        ("{table}", "acts"),
        ("{section}", "law"),
        ("{commitment}", &commitment),
        ("{index}", "4"),
        ("{tile}", "0/000.p/4"),
    ];
    words.iter().fold(path.to_owned(), |path, (place, word)| path.replace(place, word))
}

#[test]
fn no_page_feed_calendar_export_search_or_stream_carries_the_body_to_the_wrong_member() {
    let hall = hall();
    let cookie = hall.sign_in(&hall.enrolled("BLR", 31));
    let all: Vec<&str> = paths()
        .chain(log_paths())
        .chain(desk_paths())
        .chain(ledger_paths())
        .chain(reference_paths())
        .collect();
    assert!(all.len() > 60, "{}", all.len());
    for path in all {
        let path = filled(path);
        assert!(!path.contains('{'), "{path} has a place that nothing fills");
        for fields in ["", "?format=csv", "?on=2022-01-01", "?claim=BLR+party+pact&state=ARM"] {
            let answer = hall.as_holder(&cookie, &format!("{path}{fields}"));
            assert!(!answer.text.contains(SECRET), "{path}{fields}");
            assert_ne!(answer.header("document-salt").len(), 64, "{path}{fields}");
        }
    }
    for entry in 0..12 {
        let shown = hall.as_holder(&cookie, &format!("/log/entry/{entry}"));
        assert!(!shown.text.contains(SECRET), "entry {entry}");
    }
    let told = crate::events::told(hall.router(), || {
        hall.record("2026-11-22 request \"Wine\" by ARM\n  opens help\n");
    });
    assert!(told.iter().all(|told| !told.to_string().contains(SECRET)), "{told:?}");
}
