//! From cold text to acts: how long the reference organisation takes to be read.

use crate::figure::{Effort, Figure, Measured, shortest};
use anyhow::{Context as _, Result, ensure};
use servanda_journal::RecordFile;
use std::hint::black_box;

/// Milliseconds that reading may take.
const BOUND: f64 = 50.0;

/// Reads the reference organisation from its texts, over and over.
pub(crate) fn reference_organisation(effort: Effort) -> Result<Measured> {
    let files = files()?;
    ensure!(
        servanda_journal::read(files.clone()).is_ok(),
        "the reference organisation has faults"
    );
    let time = shortest(effort.rounds(200), || {
        black_box(servanda_journal::read(black_box(files.clone())).is_ok());
    });
    let value = time.as_secs_f64() * 1_000.0;
    Ok(Measured::Figures(vec![Figure {
        name: "reference-organisation",
        value,
        unit: "ms",
        ratio: BOUND / value,
        against: "50-ms",
    }]))
}

fn files() -> Result<Vec<RecordFile>> {
    let root = servanda_testkit::root();
    let named = servanda_testkit::read(&root.join("organisations/reference"))?;
    let mut files = Vec::new();
    for path in servanda_testkit::under(&root.join(named.trim()))? {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        if name == "naming" || name.ends_with(".charter") || name.ends_with(".journal") {
            let bytes = std::fs::read(&path)
                .with_context(|| format!("could not read `{}`", path.display()))?;
            files.push(RecordFile {
                path: name.to_owned(),
                bytes,
            });
        }
    }
    Ok(files)
}
