//! Live events: each act once, in order, to everybody who listens, across whatever cuts.

use crate::hall::Hall;
use axum::Router;
use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request, StatusCode};
use futures_util::StreamExt as _;
use serde_json::Value;
use servanda_model::Day;
use servanda_web::{EVENTS, Portal, Site, router};
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;
use tower::ServiceExt as _;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(60);

/// An event as a browser hands it on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Event {
    pub(crate) id: Option<u64>,
    pub(crate) name: String,
    data: Value,
}

/// A reader of one stream.
pub(crate) struct Reader {
    stream: BodyDataStream,
    rest: Vec<u8>,
    /// How many bytes reach it before it is cut off.
    left: usize,
}

impl Reader {
    async fn open(router: Router, path: &str, last: Option<u64>) -> Self {
        let last = last.map(|last| last.to_string());
        let headers: Vec<(&str, &str)> =
            last.iter().map(|last| ("last-event-id", last.as_str())).collect();
        Self::with(router, path, &headers).await
    }

    pub(crate) async fn with(router: Router, path: &str, headers: &[(&str, &str)]) -> Self {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { stream: response.into_body().into_data_stream(), rest: Vec::new(), left: usize::MAX }
    }

    /// Returns the next event, whole or not at all; none where the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(end) = self.rest.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = self.rest.drain(..end + 2).collect();
                match parse(std::str::from_utf8(&event).unwrap()) {
                    Some(event) => return Some(event),
                    None => continue,
                }
            }
            if self.left == 0 {
                return None;
            }
            let came = tokio::time::timeout(PATIENCE, self.stream.next()).await.expect("an event");
            let came = came?.unwrap();
            let came = &came[..came.len().min(self.left)];
            self.left -= came.len();
            self.rest.extend_from_slice(came);
        }
    }

    /// Returns so many acts, passing over what is no act.
    pub(crate) async fn acts(&mut self, number: usize) -> Vec<Event> {
        let mut acts = Vec::new();
        while acts.len() < number {
            let event = self.next().await.expect("the stream goes on");
            if event.name == "act" {
                acts.push(event);
            }
        }
        acts
    }
}

fn parse(text: &str) -> Option<Event> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    Some(Event {
        id: field("id: ").map(|id| id.parse().unwrap()),
        name: field("event: ")?.to_owned(),
        data: serde_json::from_str(field("data: ")?).unwrap(),
    })
}

fn ids(events: &[Event]) -> Vec<u64> {
    events.iter().map(|event| event.id.unwrap()).collect()
}

pub(crate) fn happening(number: usize) -> String {
    format!("2026-11-22 event \"Happening {number}\"\n")
}

pub(crate) fn running<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(work)
}

/// Listens while something is done; returns what the beginning and the act that came of it say.
pub(crate) fn told(router: Router, work: impl FnOnce()) -> [Value; 2] {
    let mut reader = running(Reader::open(router, EVENTS, None));
    let start = running(reader.next()).unwrap();
    work();
    [start.data, running(reader.next()).unwrap().data]
}

#[test]
fn an_act_is_told_to_who_listens_with_what_it_says() {
    let hall = Hall::open();
    let mut reader = running(Reader::open(hall.router(), EVENTS, None));
    let start = running(reader.next()).unwrap();
    assert_eq!(
        (start.name.as_str(), start.data["acts"].as_u64(), start.data["day"].as_str()),
        ("start", Some(2), Some("2026-11-22"))
    );
    let entry = hall.record("2026-11-22 request \"Water\" by ARM #water\n  opens help\n");
    let told = running(reader.next()).unwrap();
    assert_eq!((told.id, told.name.as_str()), (Some(entry), "act"));
    assert_eq!(told.data["position"], 2);
    assert_eq!(told.data["label"], "water");
    assert_eq!(told.data["matter"], "water");
    assert_eq!(told.data["organ"], Value::Null);
    assert_eq!(told.data["text"], "ARM requested Water");
    assert_eq!(told.data["when"], "2026-11-22");
}

#[test]
fn a_reader_who_was_cut_off_gets_exactly_what_is_missing() {
    let hall = Hall::open();
    let entries: Vec<u64> = (0..12).map(|number| hall.record(&happening(number))).collect();
    for (at, last) in entries.iter().enumerate() {
        let missing = entries.len() - at - 1;
        let told = running(async {
            let mut reader = Reader::open(hall.router(), EVENTS, Some(*last)).await;
            reader.acts(missing).await
        });
        assert_eq!(ids(&told), entries[at + 1..]);
        let path = format!("{EVENTS}?after={last}");
        let same =
            running(async { Reader::open(hall.router(), &path, None).await.acts(missing).await });
        assert_eq!(told, same);
    }
    // An entry that is no act, or none yet, is a place to go on from as well.
    let all = running(async { Reader::open(hall.router(), EVENTS, Some(0)).await.acts(12).await });
    assert_eq!(ids(&all), entries);
}

#[test]
fn a_reader_who_was_cut_off_before_the_first_act_gets_it() {
    let hall = Hall::open();
    let start = running(async { Reader::open(hall.router(), EVENTS, None).await.next().await });
    let entry = hall.record(&happening(1));
    let last = start.unwrap().id;
    assert!(last.is_some());
    let told = running(async { Reader::open(hall.router(), EVENTS, last).await.acts(1).await });
    assert_eq!(ids(&told), [entry]);
}

#[test]
fn cuts_at_any_byte_lose_nothing_and_double_nothing() {
    let hall = Hall::open();
    let entries: Vec<u64> = (0..40).map(|number| hall.record(&happening(number))).collect();
    let mut chance = 1_u64;
    for _round in 0..60 {
        let told = running(async {
            let (mut told, mut last) = (Vec::new(), entries[0] - 1);
            while told.len() < entries.len() {
                let mut reader = Reader::open(hall.router(), EVENTS, Some(last)).await;
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                reader.left = usize::try_from(chance >> 52).unwrap();
                // What came whole before the cut has reached the reader, and nothing else.
                while told.len() < entries.len() {
                    let Some(event) = reader.next().await else { break };
                    last = event.id.unwrap_or(last);
                    told.extend((event.name == "act").then_some(event));
                }
            }
            told
        });
        assert_eq!(ids(&told), entries);
    }
}

#[test]
fn two_hundred_readers_are_told_the_same_while_one_reads_nothing() {
    let hall = Hall::open();
    let router = hall.router();
    let (open, opened) = std::sync::mpsc::channel();
    let told = std::thread::scope(|scope| {
        let listening = scope.spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_time()
                .build()
                .unwrap();
            runtime.block_on(async {
                let _sleeping = Reader::open(router.clone(), EVENTS, None).await;
                let mut readers = Vec::new();
                for _ in 0..200 {
                    let mut reader = Reader::open(router.clone(), EVENTS, None).await;
                    assert_eq!(reader.next().await.unwrap().name, "start");
                    readers.push(tokio::spawn(async move { reader.acts(25).await }));
                }
                open.send(()).unwrap();
                let mut told = Vec::new();
                for reader in readers {
                    told.push(ids(&reader.await.unwrap()));
                }
                told
            })
        });
        opened.recv().unwrap();
        let entries: Vec<u64> = (0..25).map(|number| hall.record(&happening(number))).collect();
        let told = listening.join().unwrap();
        assert!(told.iter().all(|told| *told == entries), "a reader was told something else");
        told
    });
    assert_eq!(told.len(), 200);
}

#[test]
fn what_a_snapshot_covers_is_told_by_who_opened_the_log_from_it() {
    let hall = Hall::open();
    let first: Vec<u64> = (0..5).map(|number| hall.record(&happening(number))).collect();
    hall.keep_snapshot();
    let later = hall.beside();
    let all: Vec<u64> = first.into_iter().chain([later.record(&happening(5))]).collect();
    let told = running(async { Reader::open(later.router(), EVENTS, Some(0)).await.acts(6).await });
    assert_eq!(ids(&told), all);
    let positions: Vec<u64> =
        told.iter().map(|event| event.data["position"].as_u64().unwrap()).collect();
    assert_eq!(positions, [2, 3, 4, 5, 6, 7]);
    let some =
        running(async { Reader::open(later.router(), EVENTS, Some(all[2])).await.acts(3).await });
    assert_eq!(some, told[3..]);
}

#[test]
fn one_matter_is_told_apart_and_words_that_name_nothing_are_told_so() {
    let hall = Hall::open();
    hall.record("2026-11-22 request \"Water\" by ARM #water\n  opens help\n");
    hall.record(&happening(1));
    let step = "2026-11-22 statement by BLR #answer\n  on #water consent\n";
    let step = hall.record(step);
    let path = format!("{EVENTS}?matter=water");
    let told = running(async { Reader::open(hall.router(), &path, Some(0)).await.acts(2).await });
    assert_eq!(told[1].id, Some(step));
    let amiss = [
        (format!("{EVENTS}?matter=wine"), 404),
        (format!("{EVENTS}?matter=answer"), 404),
        (format!("{EVENTS}?organ=senate"), 404),
        (format!("{EVENTS}?after=x"), 400),
        (format!("{EVENTS}?until=3"), 400),
    ];
    for (path, status) in amiss {
        let answer = hall.get(&path);
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
    let headers = [("last-event-id", "yesterday")];
    let answer = hall.send(axum::http::Method::GET, EVENTS, &headers, Vec::new());
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
}

#[test]
fn a_record_without_a_log_says_so_and_a_stream_ends_with_the_office() {
    let text = crate::client::get(EVENTS);
    assert_eq!(
        (text.status, text.json()["code"].as_str()),
        (StatusCode::NOT_FOUND, Some("no-log"))
    );
    let hall = Hall::open();
    let mut reader = running(Reader::open(hall.router(), EVENTS, None));
    assert!(running(reader.next()).is_some());
    hall.portal.close();
    assert_eq!(running(reader.next()), None);
    assert_eq!(hall.get(EVENTS).status, StatusCode::SERVICE_UNAVAILABLE);
}

const SILENCE: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Members\"
  evidence official-text
  signature definitive
  in-force each on deposit
  membership of league by pact

article pact.2 \"Silence\"
  evidence official-text
  procedure silence \"Silence on a text\"
    opened by member
    step circulate by opener
    step consent by each other member within 3 days
      on expiry consents
";

const CIRCULATED: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM, BLR
2026-11-20 request \"A text\" by ARM #text
  opens silence
2026-11-20 report \"The text goes round\" by ARM
  on #text circulate
";

#[test]
fn a_silence_runs_out_while_the_page_is_open() {
    let day: Day = "2026-11-22".parse().unwrap();
    let passed = Arc::new(AtomicI32::new(0));
    let shared = passed.clone();
    let today = move || day.plus_days(shared.load(Ordering::SeqCst));
    let mut office = crate::log::founded(SILENCE, CIRCULATED);
    let portal = Portal::living(Site::of_log(&mut office, None, today).unwrap().unwrap());
    let router = router(portal.clone());
    let page = || {
        let request = Request::builder().uri("/matters/text").body(Body::empty()).unwrap();
        let answer = running(router.clone().oneshot(request)).unwrap();
        let bytes = running(axum::body::to_bytes(answer.into_body(), usize::MAX)).unwrap();
        crate::crisis::said(std::str::from_utf8(&bytes).unwrap())
    };
    let mut reader = running(Reader::open(router.clone(), EVENTS, None));
    assert_eq!(running(reader.next()).unwrap().data["day"], "2026-11-22");
    assert!(page().contains("due by 23 November 2026"), "{}", page());
    for (after, day) in [(1, "2026-11-23"), (2, "2026-11-24")] {
        // On the last day somebody may still object.
        assert!(page().contains("due by 23 November 2026"), "{}", page());
        passed.store(after, Ordering::SeqCst);
        portal.grew();
        let told = running(reader.next()).unwrap();
        assert_eq!((told.name.as_str(), told.id), ("day", None));
        assert_eq!(told.data["day"], day);
    }
    assert!(page().contains("time passed 23 November 2026"), "{}", page());
    assert!(page().contains("Closed on 24 November 2026"), "{}", page());
}

#[test]
fn a_page_that_is_live_says_where_it_stands_and_one_of_another_day_does_not() {
    let hall = Hall::open();
    hall.record("2026-11-22 request \"Water\" by ARM #water\n  opens help\n");
    for path in ["/docket", "/today", "/today/ARM", "/matters/water"] {
        let answer = hall.get(path);
        assert!(answer.text.contains("data-live="), "{path}");
        assert!(answer.text.contains("src=\"/live.js\""), "{path}");
        assert!(answer.text.contains("data-acts=\"3\" data-day=\"2026-11-22\""), "{path}");
        assert!(answer.header("content-security-policy").contains("script-src 'self'"), "{path}");
        let then = hall.get(&format!("{path}?on=2026-11-22"));
        assert!(!then.text.contains("<script"), "{path}");
    }
    assert!(hall.get("/matters/water").text.contains("data-matter=\"water\""));
    assert!(!crate::client::page("/docket").contains("<script"));
}

#[test]
fn a_live_page_that_is_unchanged_may_run_its_script_still() {
    let hall = Hall::open();
    let page = hall.get("/docket");
    let policy = page.header("content-security-policy").to_owned();
    assert!(policy.contains("script-src 'self'"), "{policy}");
    let again = [("if-none-match", page.header("etag"))];
    let again = hall.send(Method::GET, "/docket", &again, Vec::new());
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("content-security-policy"), policy);
}
