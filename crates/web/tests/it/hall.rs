//! A small log with its office, its reception and a clock that the test moves.

use crate::client::Answer;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use servanda_depositary::{Depositary, Founding, KeyPair, Writer, seal};
use servanda_journal::RecordFile;
use servanda_model::Instant;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Enrolment, Role, Seen};
use servanda_testkit::today;
use servanda_web::{Portal, Reception, Secret, Site, router};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;

pub(crate) const ORIGIN: &str = "league.example/log";

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature subject to ratification
  in-force each on deposit

article pact.2 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by state
    step consent by state
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM
2020-01-01 in-force pact
";

pub(crate) fn key(name: &str, seed: u8) -> SignerKey {
    SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32])
}

pub(crate) fn pair(name: &str, seed: u8) -> KeyPair {
    KeyPair { key: key(name, seed), next: key(name, seed + 100) }
}

/// Keeps passkeys in the memory of the test.
#[cfg(feature = "passkeys")]
fn place(shelf: Arc<Mutex<Option<String>>>) -> servanda_web::Shelf {
    let shown = shelf.clone();
    let read = move || Ok(shown.lock().unwrap().clone());
    let exchange = move |before: Option<&str>, after: &str| {
        let mut text = shelf.lock().unwrap();
        let is_expected = text.as_deref() == before;
        if is_expected {
            *text = Some(after.to_owned());
        }
        Ok(is_expected)
    };
    servanda_web::Shelf::new(Box::new(read), Box::new(exchange))
}

pub(crate) struct Hall {
    router: Router,
    pub(crate) portal: Arc<Portal>,
    log: PathBuf,
    clock: Arc<AtomicI64>,
    shelf: Arc<Mutex<Option<String>>>,
}

impl Drop for Hall {
    fn drop(&mut self) {
        self.portal.close();
        for end in ["", "-wal", "-shm"] {
            let mut path = self.log.clone().into_os_string();
            path.push(end);
            drop(std::fs::remove_file(path));
        }
    }
}

impl Hall {
    pub(crate) fn open() -> Self {
        Self::with(CHARTER, JOURNAL, |_office| {})
    }

    /// Opens a hall of another law, whose office did something before.
    pub(crate) fn with(charter: &str, journal: &str, before: impl FnOnce(&mut Depositary)) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let log =
            std::env::temp_dir().join(format!("servanda-desk-{}-{number}.db", std::process::id()));
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
        let address = format!("sqlite:{}", log.display());
        let mut office = Depositary::create(&address, &founding, &files).unwrap();
        office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
        before(&mut office);
        drop(office);
        Self::over(log, Arc::new(AtomicI64::new(0)), Arc::default())
    }

    /// Opens another server over the same log.
    pub(crate) fn beside(&self) -> Self {
        Self::over(self.log.clone(), self.clock.clone(), self.shelf.clone())
    }

    fn over(log: PathBuf, clock: Arc<AtomicI64>, shelf: Arc<Mutex<Option<String>>>) -> Self {
        let mut office = Depositary::open(&format!("sqlite:{}", log.display())).unwrap();
        office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
        let portal = Portal::living(Site::of_log(&mut office, None, today).unwrap().unwrap());
        let shown = portal.clone();
        let grown = move |_office: &Depositary| {
            shown.grew();
        };
        let start: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        let read =
            |clock: Arc<AtomicI64>| move || Some(start.plus_seconds(clock.load(Ordering::SeqCst)));
        portal.write_with(Writer::start(office, read(clock.clone()), grown).unwrap());
        let drawn = Mutex::new(u64::from(std::process::id()) << 20);
        let chance = move || {
            let mut drawn = drawn.lock().unwrap();
            *drawn += 1;
            let server = std::ptr::from_ref(&drawn) as u64;
            Some(Digest::of(format!("{drawn} {server}").as_bytes()).0)
        };
        let secret = Secret::derive(b"the office's key", "sessions");
        let reception =
            Reception::open(ORIGIN, Some(secret), Box::new(read(clock.clone())), Box::new(chance));
        let reception = reception.unwrap();
        #[cfg(feature = "passkeys")]
        let reception = reception.with_passkeys(place(shelf.clone()));
        portal.receive_with(reception);
        Self { router: router(portal.clone()), portal, log, clock, shelf }
    }

    /// Changes the text in which the passkeys are.
    #[cfg(feature = "passkeys")]
    pub(crate) fn shelved(&self, change: impl FnOnce(&mut Option<String>)) {
        change(&mut self.shelf.lock().unwrap());
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// Opens the office of the log once more.
    pub(crate) fn reopened(&self) -> Depositary {
        Depositary::open(&format!("sqlite:{}", self.log.display())).unwrap()
    }

    /// Keeps a snapshot, so that whoever opens the log next takes no earlier entry.
    pub(crate) fn keep_snapshot(&self) {
        let mut office = self.reopened();
        office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
        assert!(office.keep_snapshot().unwrap());
    }

    /// Writes over the log, as a disk does that breaks; its length stays.
    pub(crate) fn damage(&self) {
        for end in ["", "-wal", "-shm"] {
            let mut path = self.log.clone().into_os_string();
            path.push(end);
            let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
            let length = usize::try_from(file.metadata().unwrap().len()).unwrap();
            std::io::Write::write_all(&mut file, &vec![0x5a; length]).unwrap();
        }
    }

    /// Records an act of the organisation; returns its entry.
    pub(crate) fn record(&self, text: &str) -> u64 {
        let answer = self.post(self.sealed(text, &pair(ORIGIN, 2).key));
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()["entry"].as_u64().unwrap()
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:8080");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::from(body)).unwrap();
        let address: SocketAddr = "127.0.0.1:4000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(address));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Answer { status: parts.status, headers: parts.headers, text }
        })
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Vec::new())
    }

    pub(crate) fn post(&self, act: Vec<u8>) -> Answer {
        self.send(Method::POST, "/api/v1/acts", &[], act)
    }

    /// Begins a session with the cookie of another; returns the cookie it leaves with.
    pub(crate) fn begin_with(&self, note: &str, cookie: &str) -> String {
        let headers = [("cookie", cookie)];
        let answer = self.send(Method::POST, "/api/v1/session", &headers, note.as_bytes().to_vec());
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    pub(crate) fn take(&self, content: &Content, keys: &[&SignerKey]) {
        let answer = self.post(seal(ORIGIN, content, keys).unwrap().print().into_bytes());
        assert_eq!(answer.status, 201, "{}", answer.text);
    }

    fn enrol(&self, key: &SignerKey, role: Role) {
        let next = Digest::of(format!("after {}", key.verifier().print()).as_bytes());
        let enrolment = Enrolment { key: key.verifier(), next, role };
        let authority = pair("league.example/authority", 1).key;
        self.take(&Content::Enrol(enrolment), &[&authority]);
    }

    /// Enrols the seal of a delegation.
    pub(crate) fn enrolled(&self, party: &str, seed: u8) -> SignerKey {
        let key = key(&format!("league.example/{party}"), seed);
        self.enrol(&key, Role::Delegation { party: party.to_owned(), with_person: false });
        key
    }

    /// Enrols a seal that counts beside a person alone, and the person.
    pub(crate) fn with_person(&self, party: &str, seed: u8) -> (SignerKey, SignerKey) {
        let person = key("league.example/person", seed);
        let seal = key(&format!("league.example/{party}"), seed + 1);
        self.enrol(&person, Role::Person { party: party.to_owned() });
        self.enrol(&seal, Role::Delegation { party: party.to_owned(), with_person: true });
        (person, seal)
    }

    /// Enrols the key of an officer.
    pub(crate) fn officer(&self, seed: u8) -> SignerKey {
        let key = key("league.example/officer", seed);
        self.enrol(&key, Role::Depositary);
        key
    }

    pub(crate) fn revoke(&self, key: &SignerKey) {
        let digest = Digest::of(&key.verifier().public_key().to_bytes());
        let reason = "lost".to_owned();
        let content = Content::Revoke { key: digest, from: 1, reason };
        self.take(&content, &[&pair("league.example/authority", 1).key]);
    }

    /// Seals an act over the log as it is.
    pub(crate) fn sealed(&self, text: &str, key: &SignerKey) -> Vec<u8> {
        let note = self.get("/log/checkpoint").text;
        let note = servanda_note::Note::parse(note.as_bytes()).unwrap();
        let head = servanda_tlog::Checkpoint::parse(note.text()).unwrap().head();
        let seen = Seen { size: head.size, root: Digest(head.root.0) };
        let content = Content::Act { text: text.to_owned(), seen };
        seal(ORIGIN, &content, &[key]).unwrap().print().into_bytes()
    }
}
