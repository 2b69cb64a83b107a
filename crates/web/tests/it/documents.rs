//! Documents over HTTP: listed for everybody, given to those who may read, gone where erased.

use crate::client::get;
use crate::log::Hall;
use crate::openapi::against;
use axum::http::StatusCode;
use servanda_depositary::{Deposit, Depositary};
use servanda_seal::Digest;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"

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
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM
";

/// A page that would run a script, were it shown.
const PAGE: &str = "<script>alert(1)</script>";

fn letter(title: &str, readers: &[&str]) -> Deposit {
    Deposit {
        salt: [u8::try_from(title.len()).unwrap(); 32],
        body: PAGE.as_bytes().to_vec(),
        media: "text/html".to_owned(),
        title: title.to_owned(),
        readers: readers.iter().map(ToString::to_string).collect(),
    }
}

fn open() -> Deposit {
    letter("Rules \"of procedure\"; été", &[])
}

fn closed() -> Deposit {
    letter("Minutes", &["council"])
}

fn gone() -> Deposit {
    letter("Applicants", &["council"])
}

fn hall() -> Hall {
    let now = || "2026-11-22T09:00:00Z".parse().unwrap();
    Hall::with(CHARTER, JOURNAL, |office: &mut Depositary| {
        for deposit in [open(), closed(), gone()] {
            office.deposit(&deposit, now()).unwrap().unwrap();
        }
        office.erase(gone().commitment(), "at their wish", now()).unwrap().unwrap();
    })
}

fn body(hall: &Hall, deposit: &Deposit) -> crate::client::Answer {
    hall.get(&format!("/documents/{}/body", deposit.commitment()))
}

#[test]
fn what_is_for_everybody_is_given_as_a_file_that_no_browser_runs() {
    let answer = body(&hall(), &open());
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, PAGE));
    let expected = "attachment; filename*=UTF-8''Rules%20%22of%20procedure%22%3B%20%C3%A9t%C3%A9";
    assert_eq!(answer.header("content-disposition"), expected);
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let salt = Digest::parse(answer.header("document-salt")).unwrap();
    assert_eq!(Digest::salted(&salt.0, answer.text.as_bytes()), open().commitment());
}

#[test]
fn what_is_for_an_organ_is_given_to_nobody_who_does_not_say_for_whom_he_reads() {
    let hall = hall();
    let answer = body(&hall, &closed());
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["code"], "restricted");
    let said = "it is for those who have a seat in `council` on the day of reading";
    assert_eq!(problem["detail"], said);
    assert!(!answer.text.contains("script"));
    let one = hall.get(&format!("/api/v1/documents/{}", closed().commitment())).json();
    assert_eq!((&one["body"], &one["access"]["may_read"]), (&"here".into(), &"no".into()));
}

#[test]
fn what_was_erased_is_gone_and_what_was_never_there_is_not_found() {
    let hall = hall();
    let answer = body(&hall, &gone());
    assert_eq!(answer.status, StatusCode::GONE);
    assert_eq!(answer.json()["detail"], "the document was erased: at their wish");
    let one = hall.get(&format!("/api/v1/documents/{}", gone().commitment()));
    assert_eq!(one.status, StatusCode::OK);
    assert_eq!(one.json()["body"], "erased");
    assert_eq!(one.json()["erased"]["reason"], "at their wish");
    for word in ["0".repeat(64).as_str(), "nothing", "..%2F..%2Fservanda.key"] {
        for path in [format!("/documents/{word}/body"), format!("/api/v1/documents/{word}")] {
            let answer = hall.get(&path);
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        }
    }
}

#[test]
fn titles_are_public_and_stand_on_a_page_as_text() {
    let hall = hall();
    let listed = hall.get("/api/v1/documents").json();
    let titles: Vec<&str> = listed["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| document["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, [open().title.as_str(), "Minutes", "Applicants"]);
    let page = hall.get("/documents");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains(&format!("href=\"/documents/{}/body\"", open().commitment())));
    assert!(!page.text.contains(&format!("href=\"/documents/{}/body\"", closed().commitment())));
    assert!(page.text.contains("at their wish") && page.text.contains("Council"));
    assert!(page.text.contains("Rules &quot;of procedure&quot;"));
}

#[test]
fn answers_about_documents_have_the_form_the_document_promises() {
    let hall = hall();
    let document = hall.get("/openapi.json").json();
    let schemas = &document["components"]["schemas"];
    let of = |deposit: Deposit| format!("/api/v1/documents/{}", deposit.commitment());
    let one = [open(), closed(), gone()].map(|deposit| (of(deposit), "Document"));
    for (path, name) in one.into_iter().chain([("/api/v1/documents".to_owned(), "Documents")]) {
        let faults = against(&document, &schemas[name], &hall.get(&path).json(), "");
        assert!(faults.is_empty(), "{path}: {}", faults.join("\n"));
    }
}

#[test]
fn a_record_without_a_log_has_no_documents_and_says_so() {
    assert_eq!(get("/api/v1/documents").json()["documents"], serde_json::json!([]));
    assert!(get("/documents").text.contains("has no log"));
    let none = get(&format!("/documents/{}/body", open().commitment()));
    let code = none.json()["code"].as_str().map(str::to_owned);
    assert_eq!((none.status, code.as_deref()), (StatusCode::NOT_FOUND, Some("no-log")));
}
