//! A page as HTML: one file, its style within, nothing fetched, nothing run.

use super::markdown::{evidence, expected, safe, slug};
use super::page::{Block, Line, Page, Piece, Row, Set, Table};
use crate::calendar::day_text;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

/// Tells where an anchor leads, as a link.
pub(super) type Href<'h> = &'h dyn Fn(&str) -> String;

/// Returns the style sheet of a page.
pub(super) fn sheet() -> &'static str {
    STYLE
}

/// Writes a page as HTML.
pub(crate) fn render(page: &Page) -> String {
    let href: Href<'_> = &|anchor| format!("#{anchor}");
    let title = plain(&page.title);
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
                    (as_of(page))
                }
                main {
                    (opening(page, href))
                    @for section in &page.sections {
                        section id=(section.id) {
                            h2 { (plain(&section.heading)) }
                            @for block in &section.blocks { (self::block(block, href)) }
                        }
                    }
                    section id=(NOTES.0) { h2 { (NOTES.1) } (notes(page, href)) }
                }
                (foot(page))
            }
        }
    };
    markup.into_string()
}

/// The anchor and the heading of the remarks.
pub(super) const NOTES: (&str, &str) = ("notes", "Notes");

/// Writes the day that a page tells of.
pub(super) fn as_of(page: &Page) -> Markup {
    html! { p.asof { "On " (day_text(page.day)) " · record complete to " (complete(page)) "." (expected(page)) } }
}

fn complete(page: &Page) -> String {
    page.complete_to.map_or_else(|| "not stated".to_owned(), day_text)
}

/// Writes what stands first: the first sentences, the contents, the map, the box of facts.
pub(super) fn opening(page: &Page, href: Href<'_>) -> Markup {
    html! {
        div.opening {
            div.lead {
                @for line in &page.lead { p { (inline(line, href)) } }
                (contents(page, href))
                @if let Some(map) = &page.map { (block(map, href)) }
            }
            (facts(page, href))
        }
    }
}

/// Writes what stands last: what the page rests on.
pub(super) fn foot(page: &Page) -> Markup {
    html! {
        footer {
            p { "Record complete to " (complete(page)) ". " (evidence(page)) }
            p { "Generated from the record alone: every figure carries its source and date, and what was computed is marked as derived." }
        }
    }
}

fn facts(page: &Page, href: Href<'_>) -> Markup {
    html! {
        aside.facts aria-label="In short" {
            dl {
                @for (heading, lines) in &page.facts {
                    div {
                        dt { (plain(heading)) }
                        @for line in lines { dd { (inline(line, href)) } }
                    }
                }
            }
        }
    }
}

/// Writes the headings, each with where it stands.
pub(super) fn contents(page: &Page, href: Href<'_>) -> Markup {
    html! {
        nav.contents aria-label="Contents" {
            ol {
                @for section in &page.sections {
                    li { a href=(href(section.id)) { (plain(&section.heading)) } }
                }
                li { a href=(href(NOTES.0)) { (NOTES.1) } }
            }
        }
    }
}

/// Writes the remarks.
pub(super) fn notes(page: &Page, href: Href<'_>) -> Markup {
    html! {
        p { "Remarks of this record, numbered as they are pointed to above." }
        ol.notes {
            @for (number, note) in (1usize..).zip(&page.notes) {
                li id={ "note-" (number) } { (inline(note, href)) }
            }
        }
    }
}

/// Writes a part of a section.
pub(super) fn block(block: &Block, href: Href<'_>) -> Markup {
    html! {
        @match block {
            Block::Heading(heading) => h3 { (plain(heading)) },
            Block::Text(line) => p { (inline(line, href)) },
            Block::Aside(line) => p.aside { (inline(line, href)) },
            Block::List(lines) => ul { @for line in lines { li { (inline(line, href)) } } },
            Block::Dated(entries) => ol.dated {
                @for (date, line) in entries { li { span.date { (plain(date)) } div { (inline(line, href)) } } }
            },
            Block::Anchored(items) => ul.anchored {
                @for (anchor, line) in items { li id=(slug(anchor)) { (inline(line, href)) } }
            },
            Block::Table(table) => (self::table(table, href)),
            Block::Picture(picture) => figure { (PreEscaped(&picture.svg)) figcaption { (inline(&picture.caption, href)) } },
            Block::Fold(open, blocks) => details {
                summary { (inline(open, href)) }
                @for inner in blocks { (self::block(inner, href)) }
            },
        }
    }
}

fn table(table: &Table, href: Href<'_>) -> Markup {
    html! {
        div class=(shape(table)) tabindex="0" role="region" aria-label=(plain(&super::page::plain(&table.caption))) {
            table {
                caption { (inline(&table.caption, href)) }
                thead { tr { @for head in &table.heads { th scope="col" class=[set(head.set)] { (plain(&head.text)) } } } }
                tbody { @for row in &table.rows { (self::row(row, table, href)) } }
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

fn row(row: &Row, table: &Table, href: Href<'_>) -> Markup {
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
                @if index == 0 { th scope="row" class=[set] { (inline(cell, href)) } }
                @else { td class=[set] data-head=[is_card.then(|| plain(&head.text))] { (inline(cell, href)) } }
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
fn inline(line: &Line, href: Href<'_>) -> Markup {
    html! {
        @for piece in line {
            @match piece {
                Piece::Text(text) => (plain(text)),
                Piece::Strong(text) => strong { (plain(text)) },
                Piece::Quiet(text) => span.quiet { (plain(text)) },
                Piece::Foreign(language, text) => bdi lang=(plain(language)) { (plain(text)) },
                Piece::Entity(name, used) => span.entity title={ "as used by " (plain(used)) } { bdi { (plain(name)) } " " span.quiet { "as used by " (plain(used)) } },
                Piece::Cite(word, anchor) => a.cite href=(href(&slug(anchor))) { "[" (plain(word)) "]" },
                Piece::Note(number) => sup { a.note href=(href(&format!("note-{number}"))) { (number) } },
            }
        }
    }
}

/// Takes out what would turn the direction of the text around it; maud escapes the rest.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(safe).collect()
}
