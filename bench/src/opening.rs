//! A long log opened from its snapshot, and what of the time goes where.

use crate::figure::{Effort, Figure, Measured, Runs, time};
use crate::hall::{Directory, Hall};
use anyhow::{Context as _, Result, ensure};
use servanda_depositary::{Depositary, Opened};

/// Seconds that opening may take.
const BOUND: f64 = 2.0;

/// Opens a log of a million acts.
pub(crate) fn opening(effort: Effort) -> Result<Measured> {
    let acts = effort.size(1_000_000);
    let directory = Directory::new("opening")?;
    let address = directory.address("log.db");
    let mut office = Hall::of(acts, acts)?.found(&address)?;
    ensure!(office.keep_snapshot()?, "no snapshot was kept");
    let files: Vec<(String, String)> = office
        .ledger()
        .files()
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    drop(office);
    let mut opened = None;
    let rounds = effort.rounds(5);
    let runs = (0..rounds).map(|_| time(|| opened = Some(Depositary::open(&address))));
    let runs = Runs::of(runs.collect());
    let office = opened.context("it was opened")??;
    ensure!(matches!(office.opened(), Opened::After(_)), "{:?}", office.opened());
    let mut store = servanda_store::open(&address)?;
    let kept = Runs::of((0..rounds).map(|_| time(|| store.snapshot())).collect());
    let read = || {
        let files = files.iter().map(|(path, text)| servanda_journal::RecordFile {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        });
        servanda_journal::read(files.collect())
    };
    let read = Runs::of((0..rounds).map(|_| time(read)).collect());
    let value = runs.median();
    let notes = vec![
        runs.spread(&format!("a log of {acts} acts opened")),
        kept.spread("of this, its snapshot read from the store"),
        read.spread("and the texts in it read to acts"),
    ];
    let figure = Figure { name: "opening", value, unit: "s", ratio: BOUND / value, against: "2-s" };
    Ok(Measured::Figures(vec![figure], notes))
}
