//! `servanda check`: a record's assertions, claims and findings.

use crate::answer::Answer;
use crate::arguments::{Check, Whence};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{companions, output, records};
use serde_json::json;
use servanda_journal::{Record, read};
use servanda_model::{Gravity, Hole, Origin};
use servanda_publish::{json as forms, rows};
use servanda_query::{Asking, Report, check as check_record};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Checks a record.
pub(crate) fn check(check: &Check, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let record = load(&check.paths, world)?;
    let carried = carried(check, world, &record)?;
    let asking = Asking::new(&record.law, &record.history);
    let report = check_record(&asking, world.day_under(&record.law));
    let mut answer = answer(&record, &asking, &report, check.strict);
    answer.notes.extend(carried);
    output::print(&answer, check.format, world.width, out)?;
    Ok(answer.exit)
}

/// Reads the coverage table beside a record, where there is one, and says what it covers.
fn carried(check: &Check, world: &World, record: &Record) -> Result<Option<String>, Failure> {
    let mut covered = Vec::new();
    if check.paths.is_empty()
        && let Some(bytes) = records::built_in_file("coverage")
    {
        let text = String::from_utf8_lossy(bytes);
        covered.extend(companions::covered(Path::new("coverage"), &text, record)?);
    }
    for path in &check.paths {
        covered.extend(companions::check(path, record, world)?);
    }
    let open = covered.iter().filter(|line| line.reason.is_some()).count();
    let told =
        format!("facts covered: {}, of them not recorded, with a reason: {open}", covered.len());
    Ok((!covered.is_empty()).then_some(told))
}

/// Reads the record of directories and files; without any, the reference organisation.
pub(crate) fn load(paths: &[PathBuf], world: &World) -> Result<Record, Failure> {
    if paths.is_empty() {
        return records::load(&Whence::default(), world);
    }
    let mut files = Vec::new();
    for path in paths {
        records::gather(&world.directory.join(path), path, &mut files)?;
    }
    if files.is_empty() {
        let message = "the paths hold no charter or journal file".to_owned();
        return Err(Failure::Usage {
            message,
            hint: Some("a record has `*.charter` and `*.journal` files".to_owned()),
        });
    }
    records::tell_size(&files, world);
    let record = read(files).map_err(Failure::Unreadable)?;
    for path in paths {
        companions::check(path, &record, world)?;
    }
    world.meets(&record);
    Ok(record)
}

fn answer(record: &Record, asking: &Asking<'_>, report: &Report, strict: bool) -> Answer {
    let place = |origin: Origin| {
        let (file, line, column) = record.place(origin);
        json!({"file": file, "line": line, "column": column})
    };
    let holes = servanda_charter::lint(asking.law);
    let json = forms::check(asking, (report, &holes), place);
    let (columns, rows) = rows::check(&json);
    let unexpected = report.findings.iter().filter(|checked| checked.expected.is_none()).count();
    let no = !report.failed.is_empty() || (strict && unexpected > 0);
    let mut notes: Vec<String> = holes.iter().map(hole_line).collect();
    notes.push(format!(
        "{} acts; assertions: {} held, {} failed; findings: {}, of them not expected: {unexpected}",
        report.acts,
        report.held,
        report.failed.len(),
        report.findings.len()
    ));
    notes.extend(evidence_notes(asking, report));
    Answer {
        json,
        heading: Vec::new(),
        columns,
        rows,
        notes,
        exit: if no { Exit::No } else { Exit::Yes },
    }
}

/// Lists the articles by how sure they are.
fn evidence_notes(asking: &Asking<'_>, report: &Report) -> Vec<String> {
    let mut notes = Vec::new();
    for (evidence, articles) in &report.evidence {
        let words: Vec<&str> =
            articles.iter().map(|id| asking.law.article_names.word(*id)).collect();
        let listed = if words.is_empty() { "none".to_owned() } else { words.join(", ") };
        notes.push(format!("articles resting on {}: {listed}", evidence.word()));
    }
    notes
}

/// Returns how a hole is told below the findings; with what would close it, where it may be meant so.
fn hole_line(hole: &Hole) -> String {
    let (code, message) = (hole.code.word(), &hole.message);
    match hole.gravity {
        Gravity::Open => format!("hole [{code}]: {message}"),
        Gravity::Remark => format!("remark [{code}]: {message}; {}", hole.hint),
    }
}
