//! Many streams of events, each of which tells every act that is taken.

use crate::client::{Line, get, post};
use crate::figure::{Effort, Figure, Measured, Runs, float};
use crate::hall::Hall;
use crate::served::{HALL, STREAMS_BARE, Served, runtime, serve};
use anyhow::{Result, ensure};
use axum::body::Body;
use axum::http::StatusCode;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How many streams of events are open at once.
const STREAMS: usize = 10_000;
/// Milliseconds within which ninety-nine of a hundred streams tell an act, and megabytes held then.
const TOLD: f64 = 250.0;
const HELD: f64 = 1_000.0;

/// As many bytes as an act is told in.
const EVENT: usize = 300;

/// Opens streams of events, sends acts, and waits until every stream has told each: of the log, and
/// of a bare handler that tells as many bytes to as many.
pub(crate) fn streams(effort: Effort) -> Result<Measured> {
    let (count, acts) = (effort.size(STREAMS), effort.rounds(20));
    let sealed = Hall::of(1_000, 0)?.acts(0..acts)?;
    let runtime = runtime()?;
    let bare = {
        let served = Served::this(STREAMS_BARE, EVENT)?;
        Runs::of(runtime.block_on(told(&served, count, &sealed))?)
    };
    let served = Served::this(HALL, 1_000)?;
    let (times, held) = runtime.block_on(async {
        let times = told(&served, count, &sealed).await?;
        Ok::<_, anyhow::Error>((Runs::of(times), served.resident()?))
    })?;
    let notes = vec![
        times.spread(&format!("{count} streams, from sending an act to each")),
        bare.spread("as many streams of a bare handler"),
    ];
    let (slow, slow_bare) = (times.share(99) * 1e3, bare.share(99) * 1e3);
    let held = float(held) / 1e6;
    let figure = |name, value, unit, ratio, against| Figure { name, value, unit, ratio, against };
    Ok(Measured::Figures(
        vec![
            figure("streams-p99", slow, "ms", TOLD / slow, "250-ms"),
            figure("streams-p99-bare", slow, "ms", slow_bare / slow, "a-bare-handler"),
            figure("streams-memory", held, "MB", HELD / held, "1-GB"),
        ],
        notes,
    ))
}

/// Returns after how long each stream told each act, from when it was sent.
async fn told(served: &Served, count: usize, sealed: &[Vec<u8>]) -> Result<Vec<Duration>> {
    let (send, mut heard) = tokio::sync::mpsc::unbounded_channel();
    for _ in 0..count {
        let mut line = Line::open(&served.address).await?;
        line.listen(&get("/events")).await?;
        let send = send.clone();
        tokio::spawn(async move {
            while let Ok(bytes) = line.more().await {
                let told = bytes.windows(10).filter(|ten| ten == b"event: act").count();
                for _ in 0..told {
                    // Who counts may have stopped.
                    let (Ok(()) | Err(_)) = send.send(Instant::now());
                }
            }
        });
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut office = Line::open(&served.address).await?;
    let mut times = Vec::new();
    for act in sealed {
        let sent = Instant::now();
        let (status, _) = office.ask(&post("/api/v1/acts", act)).await?;
        ensure!(status == 201, "it answered {status}");
        for _ in 0..count {
            let told = tokio::time::timeout(Duration::from_secs(30), heard.recv()).await?;
            times.extend(told.map(|at| at.saturating_duration_since(sent)));
        }
    }
    Ok(times)
}

/// Tells whoever listens so many bytes for each request that sends something, until the process ends.
pub(crate) fn bare(bytes: &str) -> Result<()> {
    let event = format!("event: act\ndata: {}\n\n", "x".repeat(bytes.parse()?));
    let event = axum::body::Bytes::from(event);
    let news = Arc::new(watch::Sender::new(()));
    let heard = news.clone();
    let listen = move || {
        let (heard, event) = (heard.subscribe(), event.clone());
        let told = futures_util::stream::unfold((heard, event), |(mut heard, event)| async move {
            heard.changed().await.ok()?;
            Some((Ok::<_, Infallible>(event.clone()), (heard, event)))
        });
        async move { Body::from_stream(told) }
    };
    let send = move |_sent: axum::body::Bytes| {
        news.send_replace(());
        async move { StatusCode::CREATED }
    };
    serve(axum::Router::new().fallback(axum::routing::get(listen).post(send)))
}
