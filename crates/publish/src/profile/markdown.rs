//! A page as Markdown.

use super::page::{Block, Line, Page, Piece, Row, Set, Table};
use crate::calendar::day_text;
use std::fmt::Write as _;

/// Writes a page as Markdown.
pub(crate) fn render(page: &Page) -> String {
    let mut out = format!("# {}\n\n", escaped(&page.title));
    let complete = page.complete_to.map_or_else(|| "not stated".to_owned(), day_text);
    put(
        &mut out,
        &format!("On {}. Record complete to {complete}.{}\n\n", day_text(page.day), expected(page)),
    );
    for line in &page.lead {
        put(&mut out, &format!("{}\n\n", inline(line)));
    }
    page.map.iter().for_each(|map| block(&mut out, map));
    put(&mut out, "| | |\n|---|---|\n");
    for (heading, lines) in &page.facts {
        let said: Vec<String> = lines.iter().map(inline).collect();
        put(&mut out, &format!("| **{}** | {} |\n", escaped(heading), said.join("<br>")));
    }
    for section in &page.sections {
        put(&mut out, &format!("\n## {}\n\n", escaped(&section.heading)));
        section.blocks.iter().for_each(|block| self::block(&mut out, block));
    }
    put(&mut out, "\n## Notes\n\n");
    for (number, note) in (1usize..).zip(&page.notes) {
        put(&mut out, &format!("{number}. <a id=\"note-{number}\"></a>{}\n", inline(note)));
    }
    put(&mut out, &format!("\n---\n\nRecord complete to {complete}. {}\n", evidence(page)));
    out
}

/// Says that the page looks past the record's end, where it does.
pub(crate) fn expected(page: &Page) -> &'static str {
    let past = page.complete_to.is_some_and(|complete| complete < page.day);
    if past { " What follows later is expected from rules." } else { "" }
}

/// Says on what evidence the page rests, and the weakest of it.
pub(crate) fn evidence(page: &Page) -> String {
    let told: Vec<String> = page
        .evidence
        .iter()
        .map(|(evidence, count)| format!("{} {count}", evidence.word()))
        .collect();
    match page.evidence.last() {
        Some((weakest, _)) => {
            format!(
                "Statements by the surest evidence cited for each: {}. Weakest evidence on this page: {}.",
                told.join(", "),
                weakest.word()
            )
        }
        None => "No statement of this page cites a source.".to_owned(),
    }
}

fn put(out: &mut String, text: &str) {
    out.push_str(text);
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(heading) => put(out, &format!("### {}\n\n", escaped(heading))),
        Block::Text(line) => put(out, &format!("{}\n\n", inline(line))),
        Block::Aside(line) => put(out, &format!("> {}\n\n", inline(line))),
        Block::List(lines) => {
            lines.iter().for_each(|line| put(out, &format!("- {}\n", inline(line))));
            out.push('\n');
        }
        Block::Dated(entries) => {
            entries.iter().for_each(|(date, line)| {
                put(out, &format!("- **{}** {}\n", escaped(date), inline(line)));
            });
            out.push('\n');
        }
        Block::Anchored(items) => {
            for (anchor, line) in items {
                put(out, &format!("- <a id=\"{}\"></a>{}\n", slug(anchor), inline(line)));
            }
            out.push('\n');
        }
        Block::Table(table) => self::table(out, table),
        Block::Picture(picture) => {
            put(
                out,
                &format!("*The drawing stands in the HTML page: {}*\n\n", inline(&picture.caption)),
            );
        }
        Block::Fold(open, blocks) => {
            put(out, &format!("<details><summary>{}</summary>\n\n", summary(open)));
            blocks.iter().for_each(|inner| self::block(out, inner));
            put(out, "</details>\n\n");
        }
    }
}

fn table(out: &mut String, table: &Table) {
    put(out, &format!("{}\n\n|", inline(&table.caption)));
    table.heads.iter().for_each(|head| put(out, &format!(" {} |", escaped(&head.text))));
    out.push_str("\n|");
    for head in &table.heads {
        put(out, if head.set == Set::Numbers { "---:|" } else { "---|" });
    }
    out.push('\n');
    table.rows.iter().for_each(|row| self::row(out, row));
    out.push('\n');
}

fn row(out: &mut String, row: &Row) {
    out.push('|');
    row.cells.iter().for_each(|cell| put(out, &format!(" {} |", inline(cell))));
    out.push('\n');
}

/// Writes a line.
fn inline(line: &Line) -> String {
    let mut out = String::new();
    for piece in line {
        let written = match piece {
            Piece::Text(text) | Piece::Quiet(text) | Piece::Foreign(_, text) => escaped(text),
            Piece::Strong(text) => {
                let core = text.trim();
                let (before, after) = text.split_once(core).unwrap_or(("", ""));
                format!("{before}**{}**{after}", escaped(core))
            }
            Piece::Entity(name, used) => {
                format!("┆{}┆ (as used by {})", escaped(name), escaped(used))
            }
            Piece::Cite(word, anchor) => format!("[\\[{}\\]](#{})", escaped(word), slug(anchor)),
            Piece::Note(number) => format!("<sup>[{number}](#note-{number})</sup>"),
        };
        out.push_str(&written);
    }
    out
}

/// Writes the words of a fold, which stand within HTML.
fn summary(line: &Line) -> String {
    let mut out = String::new();
    for c in super::page::plain(line).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(safe(c)),
        }
    }
    out
}

/// Keeps what Markdown and HTML would read as theirs from being read so.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(safe(c)),
        }
    }
    out
}

/// Puts a mark in the place of what would turn the direction of the text around it.
pub(crate) fn safe(c: char) -> char {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if turns || (c.is_control() && c != '\n') { '\u{fffd}' } else { c }
}

/// Keeps an anchor to letters, digits and hyphens.
pub(crate) fn slug(anchor: &str) -> String {
    let mut out = String::new();
    for c in anchor.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            out.push('-');
            // An anchor is never compared with what is not its own: the code point keeps two apart.
            let _written = write!(out, "{:x}", u32::from(c));
        }
    }
    out
}
