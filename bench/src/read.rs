//! From cold text to acts: how long the reference organisation takes to be read.

use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use anyhow::{Context as _, Result, ensure};
use servanda_journal::RecordFile;

/// Reads the reference organisation from its texts, over and over.
pub(crate) fn reference_organisation(effort: Effort) -> Result<Measured> {
    let files = files()?;
    ensure!(servanda_journal::read(files.clone()).is_ok(), "the reference organisation has faults");
    let (ours, checked) = Runs::in_turn(
        effort.rounds(201),
        || {
            let files = files.clone();
            time(|| servanda_journal::read(files))
        },
        || {
            time(|| {
                let texts = files.iter().map(|file| std::str::from_utf8(&file.bytes));
                texts.filter(Result::is_ok).count()
            })
        },
    );
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let notes = vec![
        format!("{bytes} bytes, {:.1} MB/s", float(bytes) / 1e6 / ours.median()),
        ours.spread("reading"),
    ];
    let figure = Figure {
        name: "reference-organisation",
        value: ours.median() * 1_000.0,
        unit: "ms",
        ratio: checked.median() / ours.median(),
        against: "checking-its-utf-8",
    };
    Ok(Measured::Figures(vec![figure], notes))
}

/// Returns the files of the reference organisation.
pub(crate) fn files() -> Result<Vec<RecordFile>> {
    let root = servanda_testkit::root();
    let named = servanda_testkit::read(&root.join("organisations/reference"))?;
    let mut files = Vec::new();
    for path in servanda_testkit::under(&root.join(named.trim()))? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        if name == "naming" || name.ends_with(".charter") || name.ends_with(".journal") {
            let bytes = std::fs::read(&path)
                .with_context(|| format!("could not read `{}`", path.display()))?;
            files.push(RecordFile { path: name.to_owned(), bytes });
        }
    }
    Ok(files)
}
