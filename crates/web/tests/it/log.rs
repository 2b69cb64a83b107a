//! The log over HTTP: an act is received and read back, and everything is proved.

use crate::client::Answer;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use servanda_depositary::{Depositary, Founding, KeyPair, Writer, seal};
use servanda_journal::RecordFile;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Seen};
use servanda_testkit::today;
use servanda_tlog::{Checkpoint, Policy, Receipt, leaf_hash, parse_bundle};
use servanda_web::{Portal, Site, router};
use tower::ServiceExt as _;

const ORIGIN: &str = "league.example/log";

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature subject to ratification
  in-force each on deposit
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM
";

fn pair(name: &str, seed: u8) -> KeyPair {
    let key = |seed| SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32]);
    KeyPair { key: key(seed), next: key(seed + 100) }
}

pub(crate) struct Hall {
    router: Router,
    portal: std::sync::Arc<Portal>,
    seen: Seen,
}

/// Founds a log in memory, whose office signs.
pub(crate) fn founded(charter: &str, journal: &str) -> Depositary {
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [file("league.charter", charter), file("league.journal", journal)];
    let founding = Founding {
        origin: ORIGIN,
        organisation: "league",
        authority: &[pair("league.example/authority", 1)],
        threshold: 1,
        depositary: &pair(ORIGIN, 2),
        rehearses: None,
    };
    let mut office = Depositary::create("memory:", &founding, &files).unwrap();
    office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
    office
}

impl Hall {
    pub(crate) fn open() -> Self {
        Self::with(CHARTER, JOURNAL, |_office| {})
    }

    /// Opens a hall whose office did something before.
    pub(crate) fn with(charter: &str, journal: &str, before: impl FnOnce(&mut Depositary)) -> Self {
        let mut office = founded(charter, journal);
        before(&mut office);
        let head = office.head();
        let seen = Seen { size: head.size, root: Digest(head.root.0) };
        let portal = Portal::living(Site::of_log(&mut office, None, today).unwrap().unwrap());
        let shown = portal.clone();
        let grown = move |_office: &Depositary| {
            shown.grew();
        };
        let clock = || "2026-11-22T09:00:00Z".parse().ok();
        portal.write_with(Writer::start(office, clock, grown).unwrap());
        Self { router: router(portal.clone()), portal, seen }
    }

    pub(crate) fn act(&self, text: &str) -> Vec<u8> {
        let content = Content::Act { text: text.to_owned(), seen: self.seen };
        seal(ORIGIN, &content, &[&pair(ORIGIN, 2).key]).unwrap().print().into_bytes()
    }

    fn ask(&self, method: Method, path: &str, body: Vec<u8>) -> (Answer, Vec<u8>) {
        self.send(method, path, &[], body)
    }

    pub(crate) fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> (Answer, Vec<u8>) {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (Answer { status: parts.status, headers: parts.headers, text }, bytes)
        })
    }

    pub(crate) fn post(&self, act: Vec<u8>) -> Answer {
        self.ask(Method::POST, "/api/v1/acts", act).0
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, Vec::new()).0
    }
}

#[test]
fn an_act_is_received_counts_at_once_and_its_receipt_verifies() {
    let hall = Hall::open();
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    let before = hall.get("/api/v1/status/pact?on=2026-11-22").json();
    assert_eq!(before["participants"][0]["status"], "signatory");
    let answer = hall.post(act.clone());
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    let kept = answer.json();
    assert_eq!(
        (kept["position"].as_u64(), kept["received"].as_str()),
        (Some(1), Some("2026-11-22T09:00:00Z"))
    );
    let after = hall.get("/api/v1/status/pact?on=2026-11-22").json();
    assert_eq!(after["participants"][0]["status"], "party");
    let entry = hall.get(answer.header("location"));
    assert_eq!(entry.text.as_bytes(), act);
    let receipt = hall.get(&format!("/api/v1/receipts/{}", kept["id"].as_str().unwrap()));
    let policy = Policy::new(ORIGIN, vec![pair(ORIGIN, 2).key.verifier()], vec![], 0).unwrap();
    let receipt = Receipt::parse(receipt.text.as_bytes()).unwrap();
    receipt.verify(leaf_hash(&act), &policy).unwrap();
}

#[test]
fn the_entries_of_the_tiles_make_the_root_of_the_checkpoint() {
    let hall = Hall::open();
    let note = servanda_note::Note::parse(hall.get("/log/checkpoint").text.as_bytes()).unwrap();
    note.verify(&[pair(ORIGIN, 2).key.verifier()]).unwrap();
    let head = Checkpoint::parse(note.text()).unwrap().head();
    let path = format!("/log/tile/entries/000.p/{}", head.size);
    let (answer, bytes) = hall.ask(Method::GET, &path, Vec::new());
    assert_eq!(answer.status, StatusCode::OK);
    let bundle = servanda_tlog::Bundle::parse(path.strip_prefix("/log/").unwrap()).unwrap();
    let mut tree = servanda_tlog::Frontier::new();
    for entry in parse_bundle(bundle, &bytes).unwrap() {
        tree.append(leaf_hash(entry), |_, _| {});
    }
    assert_eq!(tree.head(), head);
    assert_eq!(hall.get("/log/tile/0/001").status, StatusCode::NOT_FOUND);
    assert_eq!(hall.get("/log/tile/0/1").status, StatusCode::NOT_FOUND);
    assert_eq!(hall.get("/log/entry/999").status, StatusCode::NOT_FOUND);
}

#[test]
fn what_is_not_taken_has_its_status_its_code_and_its_hint() {
    let hall = Hall::open();
    let noise = hall.post(b"noise".to_vec());
    assert_eq!(
        (noise.status, noise.json()["code"].as_str()),
        (StatusCode::BAD_REQUEST, Some("L-FORM"))
    );
    let late = hall.post(hall.act("2026-11-23 deposit ratification of pact by ARM\n"));
    assert_eq!(
        (late.status, late.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-AHEAD"))
    );
    assert_eq!(late.header("content-type"), "application/problem+json");
    let large = hall.post(vec![b'x'; 60_001]);
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let act = hall.act("2026-11-22 deposit ratification of pact by ARM\n");
    assert_eq!(hall.post(act.clone()).status, StatusCode::CREATED);
    let again = hall.post(act);
    assert_eq!(
        (again.status, again.json()["code"].as_str()),
        (StatusCode::CONFLICT, Some("L-KNOWN"))
    );
}

#[test]
fn an_office_that_closed_and_a_record_without_a_log_say_so() {
    let hall = Hall::open();
    hall.portal.close();
    let closed = hall.post(hall.act("2026-11-22 sign pact by ARM\n"));
    assert_eq!(closed.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(hall.get("/status/pact").status, StatusCode::OK, "what was read stays readable");
    let text = crate::client::get("/log/checkpoint");
    assert_eq!(
        (text.status, text.json()["code"].as_str()),
        (StatusCode::NOT_FOUND, Some("no-log"))
    );
}
