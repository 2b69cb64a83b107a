//! Sources with their numbered references and notes.

use super::desk::Desk;
use super::facts::shown;
use super::page::{Block, Line, Piece, Section, words};
use servanda_model::{Reference, Source, SourceId};

/// Lists the sources, what each is, and its references and notes.
pub(crate) fn section(desk: &Desk<'_, '_>) -> Section {
    let law = desk.asking.law;
    let named: Vec<(SourceId, &str)> = law.source_names.iter().collect();
    let mut items = Vec::new();
    let mut folds = Vec::new();
    for (id, word) in named {
        let Some(source) = law.source(id) else { continue };
        items.push((format!("source-{word}"), entry(word, source)));
        folds.extend(numbered(word, source));
    }
    let about = "A citation names a source and, after the colon, the line of its file. What has no citation is our own arithmetic, or follows from acts under the articles named.";
    let mut blocks = vec![Block::Text(words(about)), Block::Anchored(items)];
    blocks.extend(folds);
    Section { id: "sources", heading: "Sources and references".to_owned(), blocks }
}

fn entry(word: &str, source: &Source) -> Line {
    let mut line = vec![Piece::Strong(format!("{word} ")), Piece::Text(source.titles.main.clone())];
    if let Some(publisher) = &source.publisher {
        line.push(Piece::Text(format!(", {publisher}")));
    }
    let dated = source.dated.map_or_else(|| "undated".to_owned(), shown);
    line.push(Piece::Text(format!(", {dated}.")));
    line.push(Piece::Quiet(format!(" Evidence: {}.", source.evidence.word())));
    line
}

fn numbered(word: &str, source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !source.references.is_empty() {
        let lines = source.references.iter().map(|reference| {
            (format!("reference-{word}-{}", reference.number), reference_line(word, reference))
        });
        blocks
            .push(Block::Heading(format!("The {} references of {word}", source.references.len())));
        blocks.push(Block::Anchored(lines.collect()));
    }
    if !source.footnotes.is_empty() {
        let lines = source.footnotes.iter().map(|note| {
            let at = note.line.map(|line| format!(" {word}:{line}")).unwrap_or_default();
            let line = vec![
                Piece::Strong(format!("{}. ", note.number)),
                Piece::Text(note.text.clone()),
                Piece::Quiet(at),
            ];
            (format!("footnote-{word}-{}", note.number), line)
        });
        blocks.push(Block::Heading(format!(
            "The {} notes of {word}, in our words",
            source.footnotes.len()
        )));
        blocks.push(Block::Anchored(lines.collect()));
    }
    blocks
}

fn reference_line(word: &str, reference: &Reference) -> Line {
    let mut line = vec![
        Piece::Strong(format!("{}. ", reference.number)),
        Piece::Text(reference.title.clone()),
    ];
    if let Some(page) = reference.page {
        line.push(Piece::Text(format!(", p. {page}")));
    }
    let told: Vec<String> = reference
        .particulars
        .iter()
        .map(|(key, said)| if key == "publisher" { said.clone() } else { format!("{key} {said}") })
        .collect();
    if !told.is_empty() {
        line.push(Piece::Text(format!(". {}", told.join(", "))));
    }
    line.push(Piece::Text(".".to_owned()));
    if let Some(at) = reference.line {
        line.push(Piece::Quiet(format!(" {word}:{at}")));
    }
    line
}
