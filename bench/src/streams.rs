//! Many streams of events, each of which tells every act that is taken.

use crate::client::{Line, get, post};
use crate::figure::{Effort, Figure, Measured, Runs, float};
use crate::hall::Hall;
use crate::served::{HALL, Served, runtime};
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};

/// How many streams of events are open at once.
const STREAMS: usize = 10_000;
/// Milliseconds within which ninety-nine of a hundred streams tell an act, and megabytes held then.
const TOLD: f64 = 250.0;
const HELD: f64 = 1_000.0;

/// Opens streams of events, sends acts, and waits until every stream has told each.
pub(crate) fn streams(effort: Effort) -> Result<Measured> {
    let (count, acts) = (effort.size(STREAMS), effort.rounds(20));
    let hall = Hall::of(1_000, 0)?;
    let served = Served::this(HALL, 1_000)?;
    let sealed = hall.acts(0..acts)?;
    let (times, held) = runtime()?.block_on(async {
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
            let (status, _) = office.ask(&post("/api/v1/acts", &act)).await?;
            ensure!(status == 201, "it answered {status}");
            for _ in 0..count {
                let told = tokio::time::timeout(Duration::from_secs(30), heard.recv()).await?;
                times.extend(told.map(|at| at.saturating_duration_since(sent)));
            }
        }
        Ok::<_, anyhow::Error>((times, served.resident()?))
    })?;
    let times = Runs::of(times);
    let notes = vec![times.spread(&format!("{count} streams, from sending an act to each"))];
    let (slow, held) = (times.share(99) * 1e3, float(held) / 1e6);
    let figure = |name, value, unit, ratio, against| Figure { name, value, unit, ratio, against };
    Ok(Measured::Figures(
        vec![
            figure("streams-p99", slow, "ms", TOLD / slow, "250-ms"),
            figure("streams-memory", held, "MB", HELD / held, "1-GB"),
        ],
        notes,
    ))
}
