//! What is measured of the server, and how it is told: `GET /metrics` in the text format of
//! Prometheus, version 0.0.4. Counted are routes and codes, never names, words or bodies.

use crate::diary::DiaryLine;
use crate::portal::Portal;
use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, Response};
use axum::middleware::Next;
use axum::routing::get;
use servanda_depositary::{Depositary, Fault, Job};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// Where it is told.
pub const METRICS: &str = "/metrics";
const MEDIA: &str = "text/plain; version=0.0.4; charset=utf-8";
/// What stands for a route where none matched.
const NONE: &str = "-";
/// The upper bounds of the classes of latency, in millionths of a second.
const BOUNDS: [u64; 9] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000];

/// How long the answers of a route took.
#[derive(Debug, Clone, Copy, Default)]
struct Took {
    /// How many took at most each bound.
    within: [u64; BOUNDS.len()],
    count: u64,
    micros: u64,
}

/// What was measured since the server started.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    /// By route, method and class of status.
    requests: BTreeMap<(String, &'static str, u16), u64>,
    took: BTreeMap<String, Took>,
    /// By code; `kept` for those that were taken.
    acts: BTreeMap<String, u64>,
    /// The size of the checkpoint that was kept last, and when this server first saw it.
    checkpoint: Option<(u64, Instant)>,
}

/// What the log says of itself.
struct LogTold {
    entries: u64,
    checkpoint: Option<u64>,
    cosigned: usize,
    witnesses: usize,
}

/// Measures a request, and writes its line.
pub(crate) async fn measure(
    State(portal): State<Arc<Portal>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let (route, method) = (route.unwrap_or_else(|| NONE.to_owned()), named(request.method()));
    let start = Instant::now();
    let response = next.run(request).await;
    let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    portal.measured.answered(&route, method, status, micros);
    portal.write(DiaryLine::Request { method, route: &route, status, micros });
    response
}

/// Returns a method by its name; one that nobody knows is `other`, so that it makes no new row.
fn named(method: &Method) -> &'static str {
    const KNOWN: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"];
    KNOWN.into_iter().find(|known| *known == method.as_str()).unwrap_or("other")
}

impl Measured {
    fn answered(&self, route: &str, method: &'static str, status: u16, micros: u64) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let class = status.div_euclid(100);
        let count = counts.requests.entry((route.to_owned(), method, class)).or_default();
        *count = count.saturating_add(1);
        let took = counts.took.entry(route.to_owned()).or_default();
        for (within, bound) in took.within.iter_mut().zip(BOUNDS) {
            *within = within.saturating_add(u64::from(micros <= bound));
        }
        took.count = took.count.saturating_add(1);
        took.micros = took.micros.saturating_add(micros);
    }

    /// Counts an act by its code.
    pub(crate) fn act(&self, code: &str) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.acts.entry(code.to_owned()).or_default();
        *count = count.saturating_add(1);
    }

    fn print(&self, log: Option<&LogTold>) -> String {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = log.and_then(|log| log.checkpoint);
        if let Some(size) = seen.filter(|size| counts.checkpoint.is_none_or(|(of, _)| of != *size))
        {
            counts.checkpoint = Some((size, Instant::now()));
        }
        let mut out = Text(String::new());
        out.family(
            "servanda_requests_total",
            "counter",
            "Requests by route, method and class of status.",
        );
        for ((route, method, class), count) in &counts.requests {
            let labels = format!("route={route:?},method={method:?},class=\"{class}xx\"");
            out.row("servanda_requests_total", &labels, count);
        }
        out.family("servanda_request_seconds", "histogram", "How long answers took, by route.");
        counts.took.iter().for_each(|(route, took)| out.histogram(route, took));
        out.family("servanda_acts_total", "counter", "Acts that arrived, by what became of them.");
        for (code, count) in &counts.acts {
            out.row("servanda_acts_total", &format!("code={code:?}"), count);
        }
        if let Some(log) = log {
            out.gauge("servanda_log_entries", "Entries of the log.", log.entries);
            let known = u64::try_from(log.witnesses).unwrap_or(u64::MAX);
            out.gauge("servanda_witnesses", "Members with a witness of the log.", known);
        }
        if let (Some(log), Some((size, since))) = (log, counts.checkpoint) {
            out.gauge(
                "servanda_checkpoint_entries",
                "Entries that the latest checkpoint counts.",
                size,
            );
            let about = "How long this server has known the latest checkpoint.";
            out.gauge("servanda_checkpoint_age_seconds", about, since.elapsed().as_secs());
            let seen = u64::try_from(log.cosigned).unwrap_or(u64::MAX);
            let about = "Members whose witness cosigned the latest checkpoint.";
            out.gauge("servanda_checkpoint_cosigned", about, seen);
        }
        out.0
    }
}

/// Lines of the format.
struct Text(String);

impl Text {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        self.0.push_str(&line.to_string());
        self.0.push('\n');
    }

    fn family(&mut self, name: &str, kind: &str, about: &str) {
        self.line(format_args!("# HELP {name} {about}"));
        self.line(format_args!("# TYPE {name} {kind}"));
    }

    fn row(&mut self, name: &str, labels: &str, value: &u64) {
        self.line(format_args!("{name}{{{labels}}} {value}"));
    }

    fn gauge(&mut self, name: &str, about: &str, value: u64) {
        self.family(name, "gauge", about);
        self.line(format_args!("{name} {value}"));
    }

    fn histogram(&mut self, route: &str, took: &Took) {
        let name = "servanda_request_seconds";
        for (within, bound) in took.within.iter().zip(BOUNDS) {
            let labels = format!("route={route:?},le=\"{}\"", seconds(bound));
            self.row(&format!("{name}_bucket"), &labels, within);
        }
        self.row(&format!("{name}_bucket"), &format!("route={route:?},le=\"+Inf\""), &took.count);
        self.line(format_args!("{name}_sum{{route={route:?}}} {}", seconds(took.micros)));
        self.row(&format!("{name}_count"), &format!("route={route:?}"), &took.count);
    }
}

/// Writes millionths as seconds.
fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000))
}

/// Returns the route.
pub(crate) fn router(portal: &Arc<Portal>) -> Router {
    Router::new().route(METRICS, get(told)).with_state(portal.clone())
}

async fn told(State(portal): State<Arc<Portal>>) -> Response<Body> {
    let log = portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    // A record without a log, or an office that does not answer now, leaves these rows out.
    let log = log.await.ok();
    let mut response = Response::new(Body::from(portal.measured.print(log.as_ref())));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Looks at the log, and signs nothing.
fn look(office: &mut Depositary) -> Result<LogTold, Fault> {
    let kept = office.kept_checkpoint()?;
    let witnesses: std::collections::BTreeSet<&str> =
        office.ledger().ring().witnesses().map(|(party, _)| party).collect();
    let cosigned = kept.as_ref().map(|(_, note)| office.seen(note)).transpose()?;
    Ok(LogTold {
        entries: office.size(),
        checkpoint: kept.map(|(size, _)| size),
        cosigned: cosigned.map_or(0, |seen| seen.members),
        witnesses: witnesses.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_measured_is_told_in_the_form_that_is_scraped() {
        let measured = Measured::default();
        measured.answered("/status/{instrument}", "GET", 200, 700);
        measured.answered("/status/{instrument}", "GET", 404, 3_000_000);
        measured.act("kept");
        let log = LogTold { entries: 9, checkpoint: Some(7), cosigned: 1, witnesses: 2 };
        let text = measured.print(Some(&log));
        for line in [
            "servanda_requests_total{route=\"/status/{instrument}\",method=\"GET\",class=\"2xx\"} 1",
            "servanda_request_seconds_bucket{route=\"/status/{instrument}\",le=\"0.000500\"} 0",
            "servanda_request_seconds_bucket{route=\"/status/{instrument}\",le=\"0.001000\"} 1",
            "servanda_request_seconds_bucket{route=\"/status/{instrument}\",le=\"+Inf\"} 2",
            "servanda_request_seconds_sum{route=\"/status/{instrument}\"} 3.000700",
            "servanda_acts_total{code=\"kept\"} 1",
            "servanda_log_entries 9",
            "servanda_checkpoint_entries 7",
            "servanda_checkpoint_cosigned 1",
            "servanda_witnesses 2",
        ] {
            assert!(text.lines().any(|known| known == line), "{line}\n{text}");
        }
    }
}
