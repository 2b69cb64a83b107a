//! An answer before it is printed: one JSON value, and the same as a table with notes.

use crate::exit::Exit;
use serde_json::Value;
use servanda_publish::columns::cell;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The JSON form.
    pub(crate) json: Value,
    /// What stands above the table.
    pub(crate) heading: Vec<String>,
    /// The headings of the table.
    pub(crate) columns: Vec<&'static str>,
    /// Its rows.
    pub(crate) rows: Vec<Vec<String>>,
    /// What stands below the table.
    pub(crate) notes: Vec<String>,
    /// How the command ends.
    pub(crate) exit: Exit,
}

impl Answer {
    /// Makes an answer whose table has one row for each object of a list, a cell for each key.
    pub(crate) fn of_list(json: Value, list: &Value, columns: &[(&'static str, &str)]) -> Self {
        let rows = list.as_array().into_iter().flatten();
        let rows =
            rows.map(|row| columns.iter().map(|(_, key)| cell(row.get(*key))).collect()).collect();
        let columns = columns.iter().map(|(heading, _)| *heading).collect();
        Self { json, heading: Vec::new(), columns, rows, notes: Vec::new(), exit: Exit::Yes }
    }
}
