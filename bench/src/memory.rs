//! What a record and its folded state hold in memory, beyond the text.
//!
//! Measured from outside: a program of its own reads and folds, and the kernel says how many of
//! its pages are resident (`/proc/self/statm`). What the allocator wastes is in the figure.

use crate::figure::{Effort, Figure, Measured, float};
use crate::fold::folded;
use crate::participations::{FILE, Participations};
use crate::texts::Texts;
use anyhow::{Context as _, Result, ensure};
use servanda_engine::Code;
use servanda_journal::RecordFile;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// The word that asks this program to hold a record and say what it holds.
pub(crate) const HOLD: &str = "--hold";
/// Bytes an act that are allowed.
const BOUND: f64 = 150.0;

/// Lets a program of its own read and fold a record of a million acts.
pub(crate) fn memory(effort: Effort) -> Result<Measured> {
    let Some(path) = servanda_testkit::outside_data(FILE) else {
        return Ok(Measured::Skipped(format!("`{FILE}` is not there")));
    };
    if !Path::new("/proc/self/statm").is_file() {
        return Ok(Measured::Skipped("there is no `/proc/self/statm`".to_owned()));
    }
    let texts = Texts::of(&Participations::read(&path)?, effort.size(1_000_000));
    let directory = std::env::temp_dir().join(format!("servanda-bench-{}", std::process::id()));
    std::fs::create_dir_all(&directory)?;
    for file in texts.files() {
        std::fs::write(directory.join(&file.path), &file.bytes)?;
    }
    let acts = texts.entries.len();
    drop(texts);
    let here = std::env::current_exe().context("could not find this program")?;
    let output = Command::new(here).arg(HOLD).arg(&directory).output()?;
    std::fs::remove_dir_all(&directory)?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "the record was not held: {said}");
    let mut numbers = said.split_whitespace().filter_map(|word| word.parse::<usize>().ok());
    let mut next = || numbers.next().context("the holder said too little");
    let (text, read, held) = (next()?, next()?, next()?);
    let beyond = float(held.saturating_sub(text)) / float(acts);
    let notes = vec![format!(
        "{acts} acts, text {text} bytes; resident beyond it: {:.1} bytes an act when read, \
         {beyond:.1} when folded; size of an act {}",
        float(read.saturating_sub(text)) / float(acts),
        size_of::<servanda_model::Act>(),
    )];
    let figures = vec![
        Figure {
            name: "memory",
            value: beyond,
            unit: "bytes/act",
            ratio: BOUND / beyond,
            against: "150-bytes",
        },
        Figure {
            name: "memory-text",
            value: beyond,
            unit: "bytes/act",
            ratio: float(text) / float(acts) / beyond,
            against: "the-text-itself",
        },
    ];
    Ok(Measured::Figures(figures, notes))
}

/// Reads and folds the record of a directory and returns, in bytes: its text, what is resident
/// more once it is read, and once it is folded.
pub(crate) fn hold(directory: &str) -> Result<(usize, usize, usize)> {
    let before = resident()?;
    let mut files = Vec::new();
    let mut text = 0usize;
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let bytes = std::fs::read(entry.path())?;
        text = text.saturating_add(bytes.len());
        let path = entry.file_name().to_string_lossy().into_owned();
        files.push(RecordFile { path, bytes });
    }
    let Ok(record) = servanda_journal::read(files) else {
        anyhow::bail!("the record has faults");
    };
    let read = resident()?.saturating_sub(before);
    let code = Code::compile(&record.law);
    let state = folded(&record, &code);
    let held = resident()?.saturating_sub(before);
    drop(black_box((state, record.history.acts.len())));
    Ok((text, read, held))
}

/// Returns how many bytes of this program are resident.
fn resident() -> Result<usize> {
    let said = std::fs::read_to_string("/proc/self/statm").context("could not read statm")?;
    let pages: Option<usize> = said.split_whitespace().nth(1).and_then(|n| n.parse().ok());
    let pages = pages.context("statm says something else")?;
    Ok(pages.saturating_mul(4_096))
}
