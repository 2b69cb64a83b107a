//! From acts to state, derivations included, on one core.

use crate::figure::{Effort, Figure, Measured, Runs, float, worked};
use crate::participations::{FILE, Participations};
use crate::texts::Texts;
use anyhow::Result;
use servanda_engine::{Code, Placed, State};
use servanda_journal::Record;
use servanda_model::Day;

/// Acts a second that are asked for.
const BOUND: f64 = 1_500_000.0;

/// Folds a long record, in the order of its days.
pub(crate) fn fold(effort: Effort) -> Result<Measured> {
    let Some(path) = servanda_testkit::outside_data(FILE) else {
        return Ok(Measured::Skipped(format!("`{FILE}` is not there")));
    };
    let participations = Participations::read(&path)?;
    let record = Texts::of(&participations, effort.size(500_000)).read()?;
    let code = Code::compile(&record.law);
    let (ours, copied) = Runs::in_turn(
        effort.rounds(11),
        || worked(|| folded(&record, &code)),
        || worked(|| record.history.acts.clone()),
    );
    let state = folded(&record, &code);
    let parties = state.treaties.values().map(|treaty| treaty.parties.len());
    let acts = record.history.acts.len();
    let speed = float(acts) / ours.median();
    let notes = vec![
        format!(
            "{acts} acts, {} participations, {} findings, each change with its act and article",
            parties.sum::<usize>(),
            state.findings.len()
        ),
        ours.spread("fold, on the processor"),
        copied.spread("copying the acts"),
    ];
    let figures = vec![
        Figure {
            name: "fold",
            value: speed,
            unit: "acts/s",
            ratio: speed / BOUND,
            against: "1500000-acts/s",
        },
        Figure {
            name: "fold-copy",
            value: speed,
            unit: "acts/s",
            ratio: copied.median() / ours.median(),
            against: "copying-the-acts",
        },
    ];
    Ok(Measured::Figures(figures, notes))
}

/// Folds a whole record.
pub(crate) fn folded(record: &Record, code: &Code<'_>) -> State {
    let history = &record.history;
    let mut placed: Vec<Placed<'_>> = (0u32..)
        .zip(&history.acts)
        .map(|(position, act)| Placed::new(history, position, act))
        .collect();
    placed.sort_by_key(|placed| (placed.day, placed.position));
    servanda_engine::fold(code, placed, State::default(), Day::MAX)
}
