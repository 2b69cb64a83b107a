//! Acts that arrive over HTTP, beside the same office without it.

use crate::client::{self, post};
use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use crate::hall::{Directory, Hall, now};
use crate::pipeline::receive;
use crate::served::{BARE, HALL, Served, runtime};
use anyhow::Result;
use servanda_depositary::Writer;

/// As many bytes as the office answers to an act of which nothing was noticed.
const ANSWER: usize = 200;

/// Sends acts over HTTP, beside the same office without it, and beside that office and a bare handler
/// that takes the same requests one after the other: client and servers share the cores.
pub(crate) fn posts(effort: Effort) -> Result<Measured> {
    let count = effort.size(10_240);
    let hall = Hall::of(count.saturating_mul(8), 0)?;
    let directory = Directory::new("posts")?;
    let at = now()?;
    let office =
        Writer::start(hall.found(&directory.address("log.db"))?, move || Some(at), |_| {})?;
    let served = Served::this(HALL, count.saturating_mul(8))?;
    let taking = Served::this(BARE, ANSWER)?;
    let runtime = runtime()?;
    let (mut own, mut alone, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..effort.rounds(3) {
        let from = round.saturating_mul(count);
        let acts = hall.acts(from..from.saturating_add(count))?;
        let requests: Vec<_> = acts.iter().map(|act| post("/api/v1/acts", act)).collect();
        let all = runtime.block_on(client::all(&taking.address, requests.clone(), 256, 200))?;
        bare.push(all.div_f64(float(count)));
        let all = runtime.block_on(client::all(&served.address, requests, 256, 201))?;
        own.push(all.div_f64(float(count)));
        let mut kept = Ok(());
        alone.push(time(|| kept = receive(&office, &acts)).div_f64(float(count)));
        kept?;
    }
    let (own, alone, bare) = (Runs::of(own), Runs::of(alone), Runs::of(bare));
    let notes = vec![
        own.spread("an act over HTTP, 256 waiting"),
        alone.spread("the office alone"),
        bare.spread("as many bytes to a bare handler"),
    ];
    let figure = |name, limit: f64, against| Figure {
        name,
        value: 1.0 / own.median(),
        unit: "acts/s",
        ratio: limit / own.median(),
        against,
    };
    let both = alone.median() + bare.median();
    let figures = vec![
        figure("posts", alone.median(), "the-office-alone"),
        figure("posts-http", both, "the-office-and-a-bare-handler"),
    ];
    Ok(Measured::Figures(figures, notes))
}
