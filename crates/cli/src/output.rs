//! Printing an answer: a table for people, JSON, or CSV.

use crate::answer::Answer;
use crate::arguments::Format;
use crate::failure::Failure;
use comfy_table::{ContentArrangement, Table, presets};
use servanda_publish::columns::cell;
use std::io::Write;

/// Prints an answer.
pub(crate) fn print(
    answer: &Answer,
    format: Format,
    width: Option<u16>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    match format {
        Format::Json => writeln!(out, "{:#}", answer.json)?,
        Format::Csv if answer.columns.is_empty() => {
            let fields = answer.json.as_object().into_iter().flatten();
            let (headings, row): (Vec<String>, Vec<String>) =
                fields.map(|(key, value)| (key.clone(), cell(Some(value)))).unzip();
            writeln!(out, "{}\n{}", csv_line(&headings), csv_line(&row))?;
        }
        Format::Csv => {
            let headings: Vec<String> =
                answer.columns.iter().map(|heading| (*heading).to_owned()).collect();
            for row in std::iter::once(&headings).chain(&answer.rows) {
                writeln!(out, "{}", csv_line(row))?;
            }
        }
        Format::Text => text(answer, width, out)?,
    }
    Ok(())
}

fn text(answer: &Answer, width: Option<u16>, out: &mut dyn Write) -> Result<(), Failure> {
    for line in &answer.heading {
        writeln!(out, "{line}")?;
    }
    if !answer.rows.is_empty() {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        match width {
            Some(width) => {
                table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
            }
            None => {
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        table.set_header(&answer.columns);
        for row in &answer.rows {
            table.add_row(row);
        }
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    for note in &answer.notes {
        writeln!(out, "{note}")?;
    }
    Ok(())
}

/// Sets one row out as CSV (RFC 4180).
pub(crate) fn csv_line(row: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    row.iter().map(quoted).collect::<Vec<_>>().join(",")
}
