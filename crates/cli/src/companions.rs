//! The files beside a record's texts: its boundaries, its coverage table, the opening of its
//! rehearsal. Where one is there and cannot be read, no command answers as if it were not.

use crate::failure::Failure;
use crate::world::World;
use servanda_journal::{Covered, Fault, Record, RecordFile, coverage};
use servanda_model::FileId;
use servanda_publish::locator;
use servanda_text::{Diagnostic, Lines, decode};
use std::path::Path;

/// Their names.
pub(crate) const NAMES: [&str; 3] = ["boundaries", "coverage", "rehearsal"];

/// Reads a file beside the texts of a directory, where one is there.
///
/// What has the name and is no file is as unreadable as a file that is no text.
pub(crate) fn read(name: &str, directory: &Path, world: &World) -> Result<Option<String>, Failure> {
    let shown = directory.join(name);
    let path = world.directory.join(&shown);
    if std::fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    if !path.is_file() {
        return Err(no_file(&shown));
    }
    let fault = |cause| Failure::Disk { doing: "read", path: shown.clone(), cause };
    let bytes = std::fs::read(&path).map_err(fault)?;
    text(RecordFile { path: shown.display().to_string(), bytes }).map(Some)
}

/// Says that something has the name of a file of a record and is none.
pub(crate) fn no_file(shown: &Path) -> Failure {
    let message = format!("`{}` has the name of a file of a record and is none", shown.display());
    let hint = "a directory or a link that leads nowhere cannot be read: give it another name";
    Failure::Usage { message, hint: Some(hint.to_owned()) }
}

/// Reads what stands beside the texts of a directory; gives what its coverage table says.
pub(crate) fn check(
    directory: &Path,
    record: &Record,
    world: &World,
) -> Result<Vec<Covered>, Failure> {
    legible(directory, world)?;
    match read("coverage", directory, world)? {
        Some(text) => covered(&directory.join("coverage"), &text, record),
        None => Ok(Vec::new()),
    }
}

/// Reads what stands beside the texts of a directory as far as no record is needed for it.
pub(crate) fn legible(directory: &Path, world: &World) -> Result<(), Failure> {
    for name in NAMES {
        let Some(text) = read(name, directory, world)? else { continue };
        if name == "boundaries" {
            drawn(&directory.join(name), &text)?;
        }
    }
    Ok(())
}

fn text(file: RecordFile) -> Result<String, Failure> {
    let text = String::from_utf8_lossy(&file.bytes);
    match decode(&file.bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(fault) => Err(Failure::Unreadable(vec![Fault::new(&file.path, &text, *fault)])),
    }
}

/// Reads a coverage table against the record it speaks of.
pub(crate) fn covered(path: &Path, text: &str, record: &Record) -> Result<Vec<Covered>, Failure> {
    let (lines, mut faults) = coverage(text, FileId::default(), record);
    if faults.is_empty() && lines.is_empty() {
        let fault = Diagnostic::new("J-COVERAGE", Default::default(), "the table names no fact");
        faults.push(fault.hint("name one on each line, or take the file away"));
    }
    let index = Lines::new(text);
    let path = path.display().to_string();
    let all = faults.all().iter();
    let placed: Vec<Fault> =
        all.map(|(_, fault)| Fault::among(&path, text, &index, fault.clone())).collect();
    if placed.is_empty() { Ok(lines) } else { Err(Failure::Unreadable(placed)) }
}

/// Reads a boundary file for its faults.
fn drawn(path: &Path, text: &str) -> Result<(), Failure> {
    let Err(found) = locator::parse(text) else { return Ok(()) };
    let (index, path) = (Lines::new(text), path.display().to_string());
    let placed = found.into_iter().map(|fault| {
        let span = index.line(u64::from(fault.line));
        let diagnostic = Diagnostic::new("J-BOUNDARIES", span, fault.message).hint(fault.hint);
        Fault::among(&path, text, &index, diagnostic)
    });
    Err(Failure::Unreadable(placed.collect()))
}
