//! Another law: how long it takes to suppose an article repealed and to compare every answer.

use crate::figure::{Effort, Figure, Measured, Runs, worked};
use anyhow::{Result, anyhow};
use servanda_journal::{Record, RecordFile, Supposition, read, suppose};
use servanda_model::Day;
use servanda_query::{Asking, Moment, what_if as compare};

/// Milliseconds that it may take.
const BOUND: f64 = 100.0;

/// Supposes an article of the reference organisation repealed, on the last day of its record,
/// where most depends on dates that are not known.
pub(crate) fn what_if(effort: Effort) -> Result<Measured> {
    let files = crate::read::files()?;
    let record =
        read(files.clone()).map_err(|faults| anyhow!("{} faults in the text", faults.len()))?;
    let last = record.history.complete_to.ok_or_else(|| anyhow!("the record has no last day"))?;
    let changed = repeal(&record);
    let (ours, reading) = Runs::in_turn(
        effort.rounds(51),
        || {
            let supposition = Supposition { file: changed.clone(), from: None, on: last };
            worked(|| differing(&record, supposition, last))
        },
        || {
            let files = files.clone();
            worked(|| read(files))
        },
    );
    let value = ours.median() * 1_000.0;
    let notes = vec![ours.spread("what-if"), reading.spread("reading the record")];
    let figure =
        Figure { name: "what-if", value, unit: "ms", ratio: BOUND / value, against: "100-ms" };
    Ok(Measured::Figures(vec![figure], notes))
}

/// Returns the number of answers that differ; none where the supposition cannot be read.
fn differing(record: &Record, supposition: Supposition, last: Day) -> Option<usize> {
    let supposed = suppose(record, supposition).ok()?;
    let asking = Asking::new(&record.law, &record.history);
    let supposing = Asking::new(&supposed.law, &supposed.history).supposing_the_last();
    Some(compare(&asking, &supposing, &Moment::on(last)).differences.differing.len())
}

/// Repeals the first article of the record.
fn repeal(record: &Record) -> RecordFile {
    let first = record.law.article_names.iter().map(|(_, word)| word).next().unwrap_or_default();
    let bytes = format!("repeals {first}\n").into_bytes();
    RecordFile { path: "repeal.charter".to_owned(), bytes }
}
