//! A page as HTML: one file, its style within, nothing fetched, nothing run.

use super::markdown::{evidence, expected, safe, slug};
use super::page::{Block, Line, Page, Piece, Row, Set, Table};
use crate::calendar::day_text;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

/// Writes a page as HTML.
pub(crate) fn render(page: &Page) -> String {
    let title = plain(&page.title);
    let complete = page.complete_to.map_or_else(|| "not stated".to_owned(), day_text);
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – profile" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header.top {
                    h1 { bdi { (title) } }
                    p.asof { "On " (day_text(page.day)) " · record complete to " (complete) "." (expected(page)) }
                }
                main {
                    div.opening {
                        div.lead {
                            @for line in &page.lead { p { (inline(line)) } }
                            (contents(page))
                            @if let Some(map) = &page.map { (block(map)) }
                        }
                        (facts(page))
                    }
                    @for section in &page.sections {
                        section id=(section.id) {
                            h2 { (plain(&section.heading)) }
                            @for block in &section.blocks { (self::block(block)) }
                        }
                    }
                    (notes(page))
                }
                footer {
                    p { "Record complete to " (complete) ". " (evidence(page)) }
                    p { "Generated from the record alone: every figure carries its source and date, and what was computed is marked as derived." }
                }
            }
        }
    };
    markup.into_string()
}

fn facts(page: &Page) -> Markup {
    html! {
        aside.facts aria-label="In short" {
            dl {
                @for (heading, lines) in &page.facts {
                    div {
                        dt { (plain(heading)) }
                        @for line in lines { dd { (inline(line)) } }
                    }
                }
            }
        }
    }
}

fn contents(page: &Page) -> Markup {
    html! {
        nav.contents aria-label="Contents" {
            ol {
                @for section in &page.sections {
                    li { a href={ "#" (section.id) } { (plain(&section.heading)) } }
                }
                li { a href="#notes" { "Notes" } }
            }
        }
    }
}

fn notes(page: &Page) -> Markup {
    html! {
        section id="notes" {
            h2 { "Notes" }
            p { "Remarks of this record, numbered as they are pointed to above." }
            ol.notes {
                @for (number, note) in (1usize..).zip(&page.notes) {
                    li id={ "note-" (number) } { (inline(note)) }
                }
            }
        }
    }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(heading) => h3 { (plain(heading)) },
            Block::Text(line) => p { (inline(line)) },
            Block::Aside(line) => p.aside { (inline(line)) },
            Block::List(lines) => ul { @for line in lines { li { (inline(line)) } } },
            Block::Dated(entries) => ol.dated {
                @for (date, line) in entries { li { span.date { (plain(date)) } div { (inline(line)) } } }
            },
            Block::Anchored(items) => ul.anchored {
                @for (anchor, line) in items { li id=(slug(anchor)) { (inline(line)) } }
            },
            Block::Table(table) => (self::table(table)),
            Block::Picture(picture) => figure { (PreEscaped(&picture.svg)) figcaption { (inline(&picture.caption)) } },
            Block::Fold(open, blocks) => details {
                summary { (inline(open)) }
                @for inner in blocks { (self::block(inner)) }
            },
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        div class=(shape(table)) tabindex="0" role="region" aria-label=(plain(&super::page::plain(&table.caption))) {
            table {
                caption { (inline(&table.caption)) }
                thead { tr { @for head in &table.heads { th scope="col" class=[set(head.set)] { (plain(&head.text)) } } } }
                tbody { @for row in &table.rows { (self::row(row, table)) } }
            }
        }
    }
}

/// Returns how a table is set on a narrow page: a card for each row where it is all words, else
/// as it is, to be moved sideways.
fn shape(table: &Table) -> &'static str {
    let numbers = table.heads.iter().any(|head| head.set == Set::Numbers);
    if numbers || table.heads.len() > CARD_COLUMNS { "table wide" } else { CARDS }
}

/// The class of a table that is set as cards on a narrow page.
const CARDS: &str = "table cards";

/// The most columns of a card.
const CARD_COLUMNS: usize = 6;

fn row(row: &Row, table: &Table) -> Markup {
    let class = match row.from {
        super::page::From::Record => None,
        super::page::From::Derived => Some("derived"),
    };
    // Only a card names the column beside each cell.
    let is_card = shape(table) == CARDS;
    let cells = row.cells.iter().zip(table.heads.iter().map(|head| (head, set(head.set))));
    html! {
        tr class=[class] {
            @for (index, (cell, (head, set))) in cells.enumerate() {
                @if index == 0 { th scope="row" class=[set] { (inline(cell)) } }
                @else { td class=[set] data-head=[is_card.then(|| plain(&head.text))] { (inline(cell)) } }
            }
        }
    }
}

/// Returns the class of a column; words are set as all else is.
fn set(set: Set) -> Option<&'static str> {
    match set {
        Set::Words => None,
        Set::Numbers => Some("numbers"),
        Set::Days => Some("days"),
    }
}

/// Writes a line.
fn inline(line: &Line) -> Markup {
    html! {
        @for piece in line {
            @match piece {
                Piece::Text(text) => (plain(text)),
                Piece::Strong(text) => strong { (plain(text)) },
                Piece::Quiet(text) => span.quiet { (plain(text)) },
                Piece::Foreign(language, text) => bdi lang=(plain(language)) { (plain(text)) },
                Piece::Entity(name, used) => span.entity title={ "as used by " (plain(used)) } { bdi { (plain(name)) } " " span.quiet { "as used by " (plain(used)) } },
                Piece::Cite(word, anchor) => a.cite href={ "#" (slug(anchor)) } { "[" (plain(word)) "]" },
                Piece::Note(number) => sup { a.note href={ "#note-" (number) } { (number) } },
            }
        }
    }
}

/// Takes out what would turn the direction of the text around it; maud escapes the rest.
fn plain(text: &str) -> String {
    text.chars().map(safe).collect()
}
