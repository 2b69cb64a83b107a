//! `servanda import`: other people's forms read safely, with counts and what was left out.

use crate::answer::Answer;
use crate::arguments::{Format, Import};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{output, questions, records};
use serde_json::{Value, json};
use servanda_journal::Fault;
use servanda_model::{Id as _, Law};
use servanda_publish::authentic::{self, Articles};
use servanda_publish::encyclopaedia::{Literal, Parsed, Row, name_of_slug, parse};
use servanda_text::{Diagnostic, Span};
use std::io::Write;
use std::path::Path;

/// Reads a file of another form and says what it holds.
pub(crate) fn import(form: &Import, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    match form {
        Import::EncyclopaediaRow { file, read } => {
            let record = records::load(&read.whence, world)?;
            let text = text_of(file, world)?;
            let parsed = parse(&text).map_err(|fault| {
                let start = offset(&text, fault.line, fault.column);
                let diagnostic = Diagnostic::new(
                    "U-ROW",
                    Span { start, end: start },
                    fault.message,
                )
                .hint(
                    "only `INSERT INTO table(columns) VALUES (literals);` is read; nothing is run",
                );
                Failure::Unreadable(vec![Fault::new(
                    &file.display().to_string(),
                    &text,
                    diagnostic,
                )])
            })?;
            let answer = rows(&parsed, &record.law);
            output::print(&answer, read.format, world.width, out)?;
            Ok(answer.exit)
        }
        Import::Text { instrument, file, read } => {
            let record = records::load(&read.whence, world)?;
            questions::find(&record.law.instrument_names, instrument, "an instrument")?;
            let articles = authentic::cut(&text_of(file, world)?);
            charter(instrument, &articles, &record.law, (read.format, out))
        }
    }
}

/// Returns the byte at which a line and column stand.
fn offset(text: &str, line: u32, column: u32) -> u32 {
    let before = (1..line).zip(text.split_inclusive('\n')).map(|(_, line)| line.len());
    let start: usize = before.sum();
    let rest = text.get(start..).unwrap_or_default();
    let within: usize = (1..column).zip(rest.chars()).map(|(_, letter)| letter.len_utf8()).sum();
    u32::try_from(start.saturating_add(within)).unwrap_or(u32::MAX)
}

/// The most bytes of a file that are read.
const BYTES: u64 = 64 * 1024 * 1024;

/// Reads a file of text that is not too large.
pub(crate) fn text_of(file: &Path, world: &World) -> Result<String, Failure> {
    let path = world.directory.join(file);
    let fault = |cause| Failure::Disk { doing: "read", path: file.to_owned(), cause };
    let size = std::fs::metadata(&path).map_err(fault)?.len();
    if size > BYTES {
        let message = format!("`{}` has {size} bytes; {BYTES} are read at most", file.display());
        let hint = "cut it into smaller files".to_owned();
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    let bytes = std::fs::read(&path).map_err(fault)?;
    String::from_utf8(bytes).map_err(|cause| {
        let at = cause.utf8_error().valid_up_to();
        let message = format!("`{}` is not UTF-8 from byte {at} on", file.display());
        Failure::Usage { message, hint: Some("convert it to UTF-8 first".to_owned()) }
    })
}

/// The columns of the encyclopaedia's table, and what an empty one means.
const COLUMNS: [&str; 5] = ["id", "article_id", "title", "article", "img_url"];

fn rows(parsed: &Parsed, law: &Law) -> Answer {
    let mut left: Vec<(String, String)> = parsed
        .left_out
        .iter()
        .map(|left| (format!("line {}: {}", left.line, left.what), left.why.to_owned()))
        .collect();
    let mut table = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    for row in &parsed.rows {
        let slug = text(row, "article_id").unwrap_or_default();
        let name = name_of_slug(&slug);
        let title = text(row, "title").unwrap_or_default();
        let subject = known(law, &name).or_else(|| known(law, &title));
        let article = text(row, "article").unwrap_or_default();
        left.extend(not_taken(row));
        values.push(json!({"table": row.table, "slug": slug, "name": name, "title": title,
            "subject": subject, "article_characters": article.chars().count()}));
        table.push(vec![
            name,
            title,
            subject.unwrap_or_default(),
            article.chars().count().to_string(),
        ]);
    }
    if parsed.rows.is_empty() {
        left.push(("everything".to_owned(), "no line begins with INSERT INTO".to_owned()));
    }
    let listed: Vec<Value> =
        left.iter().map(|(what, why)| json!({"what": what, "why": why})).collect();
    let json = json!({"rows": parsed.rows.len(), "read": values, "left_out": listed});
    let mut notes = vec![format!("{} rows read, nothing run", parsed.rows.len())];
    notes.extend(left.iter().map(|(what, why)| format!("left out: {what}, because {why}")));
    let columns = vec!["name", "title", "subject in this record", "characters of article"];
    let exit = if parsed.rows.is_empty() { Exit::No } else { Exit::Yes };
    Answer { json, heading: Vec::new(), columns, rows: table, notes, exit }
}

fn text(row: &Row, column: &str) -> Option<String> {
    match row.cell(column)? {
        Literal::Text(text) => Some(text.clone()),
        Literal::Number(digits) => Some(digits.clone()),
        Literal::Null => None,
    }
}

/// Says which cells of a row carry nothing this record can take.
fn not_taken(row: &Row) -> Vec<(String, String)> {
    let mut left = Vec::new();
    match row.cell("id") {
        Some(Literal::Text(id)) => left.push((
            format!("id '{id}'"),
            "it is a string, not a number: words that look like a call are words".to_owned(),
        )),
        Some(Literal::Number(id)) => {
            left.push((format!("id {id}"), "it numbers rows of another table".to_owned()));
        }
        Some(Literal::Null) | None => {}
    }
    for column in ["article", "img_url"] {
        let empty = text(row, column).is_none_or(|text| text.is_empty());
        if row.cell(column).is_some() && empty {
            left.push((column.to_owned(), "it is empty in the row".to_owned()));
        }
    }
    for (column, _) in row.cells.iter().filter(|(column, _)| !COLUMNS.contains(&column.as_str())) {
        left.push((format!("column {column}"), "this form does not have it".to_owned()));
    }
    if row.cell("article_id").is_none() {
        left.push((
            "article_id".to_owned(),
            "the row has no such column, so it names no page".to_owned(),
        ));
    }
    left
}

/// Finds the organisation or organ that carries a name, case aside.
fn known(law: &Law, name: &str) -> Option<String> {
    let wanted = name.to_lowercase();
    let found = (0u32..).zip(&law.bodies).find(|(_, body)| {
        let others = body.titles.others.iter().map(|title| title.text.as_str());
        others.chain([body.titles.main.as_str()]).any(|known| known.to_lowercase() == wanted)
    });
    found.map(|(ordinal, _)| law.body_names.word(servanda_model::BodyId::of(ordinal)).to_owned())
}

/// Prints the articles as charter text, and what was left out as comments below.
fn charter(
    instrument: &str,
    articles: &Articles,
    law: &Law,
    (format, out): (Format, &mut dyn Write),
) -> Result<Exit, Failure> {
    let title = |id: &str| {
        let article = law.article_names.find(id).and_then(|id| law.article(id))?;
        article.versions.first().map(|version| version.title.clone())
    };
    let printed = authentic::print(instrument, articles, title);
    let has = |id: &str| law.article_names.find(id).is_some();
    let new: Vec<String> = articles
        .cuts
        .iter()
        .map(|cut| format!("{instrument}.{}", cut.number))
        .filter(|id| !has(id))
        .collect();
    let mut left = articles.left_out.clone();
    if !new.is_empty() {
        left.push(format!("nothing, but this record does not have {} yet", new.join(", ")));
    }
    let exit = if articles.cuts.is_empty() { Exit::No } else { Exit::Yes };
    if format == Format::Json {
        let json = json!({"instrument": instrument, "articles": articles.cuts.len(), "charter": printed, "left_out": left});
        writeln!(out, "{json:#}")?;
        return Ok(exit);
    }
    writeln!(
        out,
        "{printed}; {} articles of {instrument}; put the lines with `|` under the articles of the record",
        articles.cuts.len()
    )?;
    for line in &left {
        writeln!(out, "; left out: {line}")?;
    }
    if articles.cuts.is_empty() {
        writeln!(out, "; no line begins with an article's heading, such as `Article 1`")?;
    }
    Ok(exit)
}
