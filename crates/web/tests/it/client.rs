//! A reader in process: one router over the reference organisation for all tests.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::Value;
use servanda_journal::{Record, RecordFile};
use servanda_testkit::{read, root, today, under};
use servanda_web::{Portal, Site, router};
use std::sync::OnceLock;
use tower::ServiceExt as _;

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|fault| panic!("{fault}: {}", self.text))
    }
}

/// Reads the reference organisation.
pub(crate) fn reference() -> Record {
    let named = read(&root().join("organisations/reference")).unwrap();
    let is_record = |path: &std::path::Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name == "naming" || name.ends_with(".charter") || name.ends_with(".journal")
    };
    let paths = under(&root().join(named.trim())).unwrap();
    let file = |path: &std::path::PathBuf| RecordFile {
        path: path.display().to_string(),
        bytes: std::fs::read(path).unwrap(),
    };
    let files = paths.iter().filter(|path| is_record(path)).map(file).collect();
    servanda_journal::read(files).expect("the reference organisation reads")
}

fn site_router() -> Router {
    static ROUTER: OnceLock<Router> = OnceLock::new();
    ROUTER.get_or_init(|| router(Portal::reading(Site::open(reference(), None, today)))).clone()
}

/// Sends a request.
pub(crate) fn send(method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    send_to(site_router(), method, path, headers)
}

/// Asks for a path of another record: of a charter, and of the acts of its one journal.
pub(crate) fn get_of(
    (charter, acts): (&str, &str),
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let journal = format!("journal league\n  recorded on the day done\n\n{acts}");
    let files = vec![file("league.charter", charter), file("league.journal", &journal)];
    let record = servanda_journal::read(files).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(|fault| fault.rendered.clone()).collect::<String>())
    });
    let router = router(Portal::reading(Site::open(record, None, today)));
    send_to(router, Method::GET, path, headers)
}

fn send_to(router: Router, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let response = router.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    })
}

/// Asks for a path.
pub(crate) fn get(path: &str) -> Answer {
    send(Method::GET, path, &[])
}

/// Asks for a path that answers.
pub(crate) fn page(path: &str) -> String {
    let answer = get(path);
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    answer.text
}

/// Returns what stands in an attribute, for every element that carries it, unescaped.
pub(crate) fn attributes(text: &str, name: &str) -> Vec<String> {
    let lead = format!(" {name}=\"");
    let values = text.split(&lead).skip(1).filter_map(|rest| rest.split('"').next());
    values
        .map(|value| {
            value
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
        })
        .collect()
}
