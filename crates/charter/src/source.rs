//! Sources with their numbered references and notes.

use crate::body::rest;
use crate::faults::Faults;
use crate::people::{main_name, title};
use crate::words::{date, unknown_word, weight_of_evidence};
use servanda_model::{Evidence, Id as _, Law, Note, Reference, Source, Titles};
use servanda_text::{Cursor, Kind, Node, Step};

const OF_SOURCE: &[&str] = &[
    "publisher",
    "dated",
    "undated",
    "file",
    "evidence",
    "language",
    "reference",
    "footnote",
    "name",
];

/// What is said once of a source.
const ONCE: &[&str] = &["publisher", "dated undated", "file", "evidence", "language"];

/// Reads `source ID "Title"` and its children.
pub(crate) fn source(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let name = cursor.peek_text();
    cursor.bump();
    let titles = Titles { main: main_name(&mut cursor, faults), others: Vec::new() };
    let mut source = Source {
        titles,
        publisher: None,
        dated: None,
        file: None,
        evidence: Evidence::Unverified,
        language: None,
        references: Vec::new(),
        footnotes: Vec::new(),
    };
    faults.once(node, ONCE);
    faults.found_twice(node.said_twice(numbered));
    for child in node.children() {
        if numbered(child).is_some() {
            faults.found_twice(child.said_twice(|line| Some(line.opening(1))));
        }
        let step = particular(child, &mut source, law, faults);
        faults.keep(step);
    }
    let id = law.source_names.find(name);
    if let Some(row) = id.and_then(|id| law.sources.get_mut(id.ordinal() as usize)) {
        *row = source;
    }
}

/// Returns word and number of a reference or note.
fn numbered<'t>(line: Node<'_, 't>) -> Option<&'t str> {
    matches!(line.opening(1), "reference" | "footnote").then(|| line.opening(2))
}

fn particular(node: Node<'_, '_>, source: &mut Source, law: &Law, faults: &mut Faults) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    if !OF_SOURCE.contains(&word) {
        return Err(unknown_word(&cursor, OF_SOURCE, "a source"));
    }
    cursor.bump();
    match word {
        "name" => {
            source.titles.others.push(title(node, cursor, law, faults)?);
            return Ok(());
        }
        "publisher" => source.publisher = Some(cursor.quoted("a publisher")?),
        "dated" => source.dated = Some(date(&mut cursor)?),
        "file" => source.file = Some(rest(&mut cursor)),
        "evidence" => source.evidence = weight_of_evidence(&mut cursor)?,
        "language" => {
            source.language = Some(cursor.take(Kind::Word, "a language tag")?.0.to_owned());
        }
        "reference" => source.references.push(reference(node, &mut cursor)?),
        "footnote" => source.footnotes.push(footnote(node, &mut cursor)?),
        _ => {}
    }
    cursor.end()
}

fn reference(node: Node<'_, '_>, cursor: &mut Cursor<'_, '_>) -> Step<Reference> {
    let number = cursor.number("the reference's number")?;
    let title = cursor.quoted("the reference's title")?;
    let page = if cursor.eat("page") { Some(cursor.number("a page")?) } else { None };
    let mut reference = Reference { number, title, page, particulars: Vec::new(), line: None };
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        let (word, _) = cursor.take(Kind::Word, "a word")?;
        if word == "at" {
            reference.line = Some(line(&mut cursor)?);
        } else {
            reference.particulars.push((word.to_owned(), rest(&mut cursor)));
        }
        cursor.end()?;
    }
    Ok(reference)
}

fn footnote(node: Node<'_, '_>, cursor: &mut Cursor<'_, '_>) -> Step<Note> {
    let number = cursor.number("the note's number")?;
    let mut note = Note { number, text: cursor.quoted("what the note says")?, line: None };
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        cursor.word("at")?;
        note.line = Some(line(&mut cursor)?);
        cursor.end()?;
    }
    Ok(note)
}

/// Reads the line of `s003:182`, or a bare number.
fn line(cursor: &mut Cursor<'_, '_>) -> Step<u32> {
    let raw = cursor.peek_text();
    let digits = raw.rsplit(':').next().unwrap_or(raw);
    let line = digits.parse().ok().ok_or_else(|| cursor.expected("a line, as in `s003:182`"))?;
    cursor.bump();
    Ok(line)
}
