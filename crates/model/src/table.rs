//! Tables as a source prints them, cell by cell, and what each column asks of the record.

use crate::history::{Origin, SourceRef};
use crate::names::{BodyId, InstrumentId, PartyId};
use crate::when::When;

/// A table of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceTable {
    /// Its word.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where the source prints it.
    pub of: Vec<SourceRef>,
    /// The day it is asked on, where not the source's own.
    pub on: Option<When>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Where it stands.
    pub origin: Origin,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading, as printed.
    pub heading: String,
    /// What it asks.
    pub asks: Asks,
}

/// What a column asks of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// The status in a body.
    Membership(BodyId),
    /// The year of entry into a body.
    EntryYear(BodyId),
    /// The year in which participation in an instrument began.
    EntryYearOf(InstrumentId),
    /// The year of leaving a body.
    ExitYear(BodyId),
    /// The year in which participation in an instrument ended.
    ExitYearOf(InstrumentId),
    /// A figure of this name.
    Figure(String),
    /// Nothing.
    Text,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Whom it is about.
    pub party: PartyId,
    /// How the source names it.
    pub name: String,
    /// Where the source prints it.
    pub of: Vec<SourceRef>,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Why our reading of a cell differs, with the cell's number from 1.
    pub differs: Vec<(u32, String)>,
}

/// A cell, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell(pub String);
