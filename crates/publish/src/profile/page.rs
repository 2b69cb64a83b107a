//! A page before it is written: headings, lines, tables and pictures as plain values.
//!
//! HTML and Markdown are written from the same page, so that neither says more than the other.

use servanda_model::{Day, Evidence};

/// One page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Its title, the one heading of the first order.
    pub(crate) title: String,
    /// The day it tells of.
    pub(crate) day: Day,
    /// The last day for which the record is complete.
    pub(crate) complete_to: Option<Day>,
    /// The first sentences.
    pub(crate) lead: Vec<Line>,
    /// Where the members lie.
    pub(crate) map: Option<Block>,
    /// The box of facts: a heading and its lines.
    pub(crate) facts: Vec<(String, Vec<Line>)>,
    /// The sections.
    pub(crate) sections: Vec<Section>,
    /// Our remarks, numbered from 1.
    pub(crate) notes: Vec<Line>,
    /// How many statements rest on each kind of evidence.
    pub(crate) evidence: Vec<(Evidence, u32)>,
}

/// A section under its heading.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// The anchor.
    pub(crate) id: &'static str,
    /// The heading.
    pub(crate) heading: String,
    /// What stands in it.
    pub(crate) blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// A smaller heading.
    Heading(String),
    /// A paragraph.
    Text(Line),
    /// A quieter paragraph: how something was computed, what is not known.
    Aside(Line),
    /// A list.
    List(Vec<Line>),
    /// Dated entries in order.
    Dated(Vec<(String, Line)>),
    /// A table.
    Table(Table),
    /// A drawing.
    Picture(Picture),
    /// Something long, shut until opened.
    Fold(Line, Vec<Block>),
    /// A list whose items have anchors.
    Anchored(Vec<(String, Line)>),
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// What it shows.
    pub(crate) caption: Line,
    /// Its headings.
    pub(crate) heads: Vec<Head>,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
}

/// A heading of a table.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// The words.
    pub(crate) text: String,
    /// How its column is set.
    pub(crate) set: Set,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// Words, from the left.
    Words,
    /// Numbers, from the right.
    Numbers,
    /// Days, each on one line.
    Days,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Its cells.
    pub(crate) cells: Vec<Line>,
    /// Where its words come from.
    pub(crate) from: From,
}

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    /// The record.
    Record,
    /// Our own arithmetic.
    Derived,
}

/// A drawing.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    /// The SVG.
    pub(crate) svg: String,
    /// What it shows.
    pub(crate) caption: Line,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// Words that carry the line.
    Strong(String),
    /// Words that stand back.
    Quiet(String),
    /// A name in another language, with its tag.
    Foreign(String, String),
    /// An entity that not all recognise: its name and who uses it.
    Entity(String, String),
    /// A citation and the anchor it points to.
    Cite(String, String),
    /// A remark, by its number.
    Note(usize),
}

/// A line.
pub(crate) type Line = Vec<Piece>;

/// Makes a line of words.
pub(crate) fn words(text: impl Into<String>) -> Line {
    vec![Piece::Text(text.into())]
}

/// Makes a heading over words.
pub(crate) fn head(text: &str) -> Head {
    Head { text: text.to_owned(), set: Set::Words }
}

/// Makes a heading over days.
pub(crate) fn day_head(text: &str) -> Head {
    Head { text: text.to_owned(), set: Set::Days }
}

/// Makes a heading over numbers.
pub(crate) fn number_head(text: &str) -> Head {
    Head { text: text.to_owned(), set: Set::Numbers }
}

/// Makes a row of the record.
pub(crate) fn row(cells: Vec<Line>) -> Row {
    Row { cells, from: From::Record }
}

/// Begins a line with a capital letter.
pub(crate) fn capital(mut line: Line) -> Line {
    if let Some(Piece::Text(text)) = line.first_mut() {
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            *text = first.to_uppercase().chain(letters).collect();
        }
    }
    line
}

/// Puts lines one after the other with words between them.
pub(crate) fn join(lines: Vec<Line>, between: &str, last: &str) -> Line {
    let count = lines.len();
    let mut out = Vec::new();
    for (number, line) in (1usize..).zip(lines) {
        if number > 1 {
            let word = if number == count { last } else { between };
            out.push(Piece::Text(word.to_owned()));
        }
        out.extend(line);
    }
    out
}

/// Returns a line as words alone.
pub(crate) fn plain(line: &Line) -> String {
    let word = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Quiet(text) | Piece::Foreign(_, text) => {
            text.clone()
        }
        Piece::Entity(name, _) => name.clone(),
        Piece::Cite(..) | Piece::Note(_) => String::new(),
    };
    line.iter().map(word).collect()
}
