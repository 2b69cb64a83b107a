//! All journals of a record as one, in the positions that the acts have.

use crate::failure::Failure;
use servanda_journal::Record;
use std::borrow::Cow;
use std::io::Write;

/// Writes the journals one after the other, with one header.
pub(super) fn export(record: &Record, out: &mut dyn Write) -> Result<Vec<String>, Failure> {
    let journals: Vec<_> =
        record.files.iter().filter(|(path, _)| path.ends_with(".journal")).collect();
    let mut first: Option<Vec<String>> = None;
    for (_, text) in &journals {
        let (header, rest) = parted(text);
        match &first {
            None => {
                out.write_all(with_rehearsal(text, record).as_bytes())?;
                first = Some(header);
            }
            Some(known) => {
                // The day of recording is the one part of a header that can stand on its own.
                let recorded = header.iter().find(|line| line.starts_with("recorded"));
                if let Some(line) = recorded.filter(|line| !known.contains(*line)) {
                    writeln!(out, "{line}")?;
                }
                writeln!(out)?;
                out.write_all(rest.as_bytes())?;
            }
        }
    }
    let mut report =
        vec![format!("{} acts of {} journals", record.history.acts.len(), journals.len())];
    let charters = record.files.len().saturating_sub(journals.len());
    report.push(format!(
        "left out: {charters} charter files, which say what may be done and stay as they are"
    ));
    report
        .push("left out: the headers of all journals but the first, which say the same".to_owned());
    Ok(report)
}

/// Puts into the one header that stays which log the record rehearses.
fn with_rehearsal<'a>(text: &'a str, record: &Record) -> Cow<'a, str> {
    let Some(of) = &record.history.rehearses else { return Cow::Borrowed(text) };
    if parted(text).0.iter().any(|line| line.starts_with("rehearses ")) {
        return Cow::Borrowed(text);
    }
    let said = of.replace('\\', "\\\\").replace('"', "\\\"");
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        out.push_str(line);
        if line.starts_with("journal ") {
            out.push_str(&format!("  rehearses \"{said}\"\n"));
        }
    }
    Cow::Owned(out)
}

/// Parts a journal into the lines of its header and the rest, comments kept.
fn parted(text: &str) -> (Vec<String>, String) {
    let mut header = Vec::new();
    let mut rest = String::new();
    let mut within = false;
    for line in text.lines() {
        let is_head = line.starts_with("journal ") && header.is_empty();
        within = is_head || (within && line.starts_with(' '));
        if within {
            header.push(line.trim().to_owned());
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    (header, rest)
}
