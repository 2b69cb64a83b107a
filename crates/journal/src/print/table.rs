//! Printing a table of a source.

use super::act::source_list;
use super::{line, quoted};
use crate::record::Record;
use servanda_model::{Asks, SourceTable};

/// Prints a table with its columns and rows.
pub(super) fn print(record: &Record, table: &SourceTable, out: &mut String) {
    line(out, 0, &format!("table {} {}", table.name, quoted(&table.title)));
    if !table.of.is_empty() {
        line(out, 1, &format!("of {}", source_list(record, &table.of)));
    }
    if let Some(on) = table.on {
        line(out, 1, &format!("on {on}"));
    }
    for column in &table.columns {
        let asks = asks(record, &column.asks);
        line(out, 1, &format!("column {} asks {asks}", quoted(&column.heading)));
    }
    for row in &table.rows {
        let party = record.law.party_names.word(row.party);
        let at = if row.of.is_empty() {
            String::new()
        } else {
            format!(" at {}", source_list(record, &row.of))
        };
        line(out, 1, &format!("row {party} {}{at}", quoted(&row.name)));
        let cells: Vec<String> = row.cells.iter().map(|cell| quoted(&cell.0)).collect();
        line(out, 2, &cells.join(", "));
        for (column, reason) in &row.differs {
            line(out, 2, &format!("differs {column} because {}", quoted(reason)));
        }
    }
}

fn asks(record: &Record, asks: &Asks) -> String {
    let law = &record.law;
    match asks {
        Asks::Membership(body) => format!("membership {}", law.body_names.word(*body)),
        Asks::EntryYear(body) => format!("entry-year {}", law.body_names.word(*body)),
        Asks::EntryYearOf(id) => format!("entry-year {}", law.instrument_names.word(*id)),
        Asks::ExitYear(body) => format!("exit-year {}", law.body_names.word(*body)),
        Asks::ExitYearOf(id) => format!("exit-year {}", law.instrument_names.word(*id)),
        Asks::Figure(name) => format!("figure {name}"),
        Asks::Text => "text".to_owned(),
    }
}
