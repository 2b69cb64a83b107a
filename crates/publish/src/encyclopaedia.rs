//! The encyclopaedia row: one `INSERT` statement, read as text and never run.
//!
//! Only the one form is read: `INSERT INTO table(columns) VALUES (literals)[, (literals)]…[;]`,
//! with strings, whole numbers and `NULL` as literals. A call, an expression or another statement
//! is a fault. What stands outside such statements is left out and said.

mod print;
mod scan;

pub use print::print;
pub use scan::parse;

/// A literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `NULL`, without quotes.
    Null,
    /// A string, its escapes resolved.
    Text(String),
    /// A whole number, as written.
    Number(String),
}

/// A row with the table and columns of its statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The table.
    pub table: String,
    /// Each column with its literal.
    pub cells: Vec<(String, Literal)>,
}

/// Something that was not taken in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The line it begins on, from 1.
    pub line: u32,
    /// What it is.
    pub what: String,
    /// Why it was left out.
    pub why: &'static str,
}

/// What a text holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// The rows.
    pub rows: Vec<Row>,
    /// What was not taken in.
    pub left_out: Vec<LeftOut>,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What was found and what would be read.
    pub message: String,
}

impl Row {
    /// Returns the literal of a column.
    pub fn cell(&self, column: &str) -> Option<&Literal> {
        self.cells.iter().find(|(name, _)| name == column).map(|(_, literal)| literal)
    }
}

/// Returns a page's name from its slug: underscores are spaces.
pub fn name_of_slug(slug: &str) -> String {
    slug.replace('_', " ")
}

/// Returns a page's slug from its name.
pub fn slug_of_name(name: &str) -> String {
    name.replace(' ', "_")
}

#[cfg(test)]
mod tests;
