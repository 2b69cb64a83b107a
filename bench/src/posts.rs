//! Acts that arrive over HTTP, beside the same office without it.

use crate::client::{self, post};
use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use crate::hall::{Directory, Hall, now};
use crate::pipeline::receive;
use crate::served::{HALL, Served, runtime};
use anyhow::Result;
use servanda_depositary::Writer;

/// Sends acts over HTTP, beside the same office without it.
pub(crate) fn posts(effort: Effort) -> Result<Measured> {
    let count = effort.size(10_240);
    let hall = Hall::of(count.saturating_mul(8), 0)?;
    let directory = Directory::new("posts")?;
    let at = now()?;
    let office =
        Writer::start(hall.found(&directory.address("log.db"))?, move || Some(at), |_| {})?;
    let served = Served::this(HALL, count.saturating_mul(8))?;
    let runtime = runtime()?;
    let (mut own, mut alone) = (Vec::new(), Vec::new());
    for round in 0..effort.rounds(3) {
        let from = round.saturating_mul(count);
        let acts = hall.acts(from..from.saturating_add(count))?;
        let requests = acts.iter().map(|act| post("/api/v1/acts", act)).collect();
        let all = runtime.block_on(client::all(&served.address, requests, 256, 201))?;
        own.push(all.div_f64(float(count)));
        let mut kept = Ok(());
        alone.push(time(|| kept = receive(&office, &acts)).div_f64(float(count)));
        kept?;
    }
    let (own, alone) = (Runs::of(own), Runs::of(alone));
    let notes = vec![own.spread("an act over HTTP, 256 waiting"), alone.spread("the office alone")];
    let figure = Figure {
        name: "posts",
        value: 1.0 / own.median(),
        unit: "acts/s",
        ratio: alone.median() / own.median(),
        against: "the-office-alone",
    };
    Ok(Measured::Figures(vec![figure], notes))
}
