//! Pages asked over HTTP, beside a bare handler that returns as many bytes; and from start to first
//! page.

use crate::client::{self, Line, get};
use crate::cold::program;
use crate::figure::{Effort, Figure, Measured, Runs, float};
use crate::served::{BARE, Served, runtime};
use anyhow::{Context as _, Result, ensure};
use servanda_model::Day;
use std::time::Duration;

/// The pages that are asked: the members, and the status of an instrument.
const PAGES: [(&str, &str); 2] =
    [("page-members", "/members/csto"), ("page-status", "/status/cst")];
const CONNECTIONS: usize = 32;
/// Milliseconds within which ninety-nine of a hundred pages come at half load.
const LATE: f64 = 25.0;
/// Milliseconds from start to first page.
const FIRST: f64 = 300.0;

/// Asks for pages again and again, beside the bare handler; and each on another day.
pub(crate) fn pages(effort: Effort) -> Result<Measured> {
    let (mut figures, mut notes) = (Vec::new(), Vec::new());
    let (ours, runtime) = (Served::program()?, runtime()?);
    for (name, path) in PAGES {
        let (status, bytes) =
            runtime.block_on(async { Line::open(&ours.address).await?.ask(&get(path)).await })?;
        ensure!(status == 200, "`{path}` answered {status}");
        let bare = Served::this(BARE, bytes)?;
        let count = effort.size(8_000);
        let spent = |address: &str, paths: Vec<Vec<u8>>| {
            runtime.block_on(client::all(address, paths, CONNECTIONS, 200))
        };
        let (mut own, mut theirs, mut fresh) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..effort.rounds(7) {
            let same = || vec![get(path); count];
            own.push(spent(&ours.address, same())?.div_f64(float(count)));
            theirs.push(spent(&bare.address, same())?.div_f64(float(count)));
            let days: Result<Vec<_>> = (0..count / 20).map(|day| dated(path, round, day)).collect();
            let days = days?;
            let asked = float(days.len());
            fresh.push(spent(&ours.address, days)?.div_f64(asked));
        }
        let (own, theirs, fresh) = (Runs::of(own), Runs::of(theirs), Runs::of(fresh));
        notes.push(own.spread(&format!("`{path}`, {bytes} bytes")));
        notes.push(theirs.spread("as many bytes from a bare handler"));
        notes.push(fresh.spread("the page of a day that was not asked before"));
        figures.push(Figure {
            name,
            value: 1.0 / own.median(),
            unit: "pages/s",
            ratio: theirs.median() / own.median(),
            against: "bare-handler",
        });
        let pace = Duration::from_secs_f64(2.0 * own.median());
        let lines = u32::try_from(CONNECTIONS)?;
        let asked = u32::try_from(count)?;
        let times = runtime.block_on(client::paced(&ours.address, path, pace, asked, lines))?;
        let slow = Runs::of(times).share(99) * 1e3;
        let name = if name == "page-members" { "page-members-p99" } else { "page-status-p99" };
        figures.push(Figure {
            name,
            value: slow,
            unit: "ms",
            ratio: LATE / slow,
            against: "25-ms",
        });
    }
    drop(ours);
    figures.push(first_page(effort, &mut notes)?);
    Ok(Measured::Figures(figures, notes))
}

/// The path for a day that no other round asks about.
fn dated(path: &str, round: usize, day: usize) -> Result<Vec<u8>> {
    let days = i32::try_from(round.saturating_mul(400).saturating_add(day))?;
    let first = Day::civil(1993, 1, 1).context("a day that is one")?;
    Ok(get(&format!("{path}?on={}", first.plus_days(days))))
}

/// Starts the program over a log that is there, until its first page has come.
fn first_page(effort: Effort, notes: &mut Vec<String>) -> Result<Figure> {
    let (runtime, program) = (runtime()?, program()?);
    let mut served = Served::program()?;
    let mut runs = Vec::new();
    for _ in 0..effort.rounds(11) {
        let start = served.again(&program)?;
        let page = async { Line::open(&served.address).await?.ask(&get("/")).await };
        let (status, _) = runtime.block_on(page)?;
        runs.push(start.elapsed());
        ensure!(status == 200, "no page came");
    }
    let runs = Runs::of(runs);
    notes.push(runs.spread("from start to first page, the log there already"));
    let value = runs.median() * 1e3;
    Ok(Figure { name: "first-page", value, unit: "ms", ratio: FIRST / value, against: "300-ms" })
}
