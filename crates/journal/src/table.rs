//! Tables of sources, cell by cell.

use crate::entry::Desk;
use servanda_charter::{body, date, instrument, party, source_refs};
use servanda_model::{Asks, Cell, Column, Origin, Row, SourceTable};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

/// Reads `table NAME "Title"` with its columns and rows.
pub(crate) fn table(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
) -> Step<()> {
    cursor.bump();
    let (name, span) = cursor.take(Kind::Word, "the table's name")?;
    if let Some(first) = desk.history.tables.iter().find(|table| table.name == name) {
        let fault = Diagnostic::new("T-TWICE", span, format!("`table {name}` is said twice"));
        desk.faults.push_second(fault.hint("give one another name"), "first said at", first.origin);
    }
    let title = cursor.quoted("the table's title")?;
    cursor.end()?;
    let origin = Origin { file: desk.file, at: node.line().span.start };
    let mut table = SourceTable {
        name: name.to_owned(),
        title,
        of: Vec::new(),
        on: None,
        columns: Vec::new(),
        rows: Vec::new(),
        origin,
    };
    desk.faults.once(node, &["on"]);
    desk.faults.found_twice(node.said_twice(|line| first_two(line, "row")));
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        let (word, span) = cursor.take(Kind::Word, "`of`, `on`, `column` or `row`")?;
        match word {
            "of" => source_refs(&mut cursor, desk.law, &mut table.of)?,
            "on" => table.on = Some(date(&mut cursor)?),
            "column" => table.columns.push(column(desk, &mut cursor)?),
            "row" => {
                let row = row(desk, child, &mut cursor)?;
                fits(&row, &table, child)?;
                table.rows.push(row);
            }
            _ => {
                let fault =
                    Diagnostic::new("J-TABLE", span, format!("`{word}` means nothing in a table"));
                return Err(Box::new(fault.hint("`of`, `on`, `column` or `row`")));
            }
        }
        cursor.end()?;
    }
    desk.history.tables.push(table);
    Ok(())
}

/// Returns the first two words of a line that begins with a word.
fn first_two<'t>(line: Node<'_, 't>, word: &str) -> Option<&'t str> {
    (line.opening(1) == word).then(|| line.opening(2))
}

fn fits(row: &Row, table: &SourceTable, node: Node<'_, '_>) -> Step<()> {
    if row.cells.len() == table.columns.len() {
        return Ok(());
    }
    let message = format!(
        "this row has {} cells, the table {} columns",
        row.cells.len(),
        table.columns.len()
    );
    let fault = Diagnostic::new("J-TABLE", node.line().span, message);
    Err(Box::new(fault.hint("write one cell for each column, `\"\"` for an empty one")))
}

fn column(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Column> {
    let heading = cursor.quoted("the column's heading")?;
    cursor.word("asks")?;
    let (word, span) = cursor.take(Kind::Word, "what the column asks")?;
    let of_body =
        |cursor: &Cursor<'_, '_>| desk.law.instrument_names.find(cursor.peek_text()).is_none();
    let asks = match word {
        "membership" => Asks::Membership(body(cursor, desk.law)?),
        "entry-year" if of_body(cursor) => Asks::EntryYear(body(cursor, desk.law)?),
        "entry-year" => Asks::EntryYearOf(instrument(cursor, desk.law)?),
        "exit-year" if of_body(cursor) => Asks::ExitYear(body(cursor, desk.law)?),
        "exit-year" => Asks::ExitYearOf(instrument(cursor, desk.law)?),
        "figure" => Asks::Figure(cursor.take(Kind::Word, "a figure's name")?.0.to_owned()),
        "text" => Asks::Text,
        _ => {
            let fault =
                Diagnostic::new("J-TABLE", span, format!("`{word}` is nothing a column can ask"));
            return Err(Box::new(
                fault.hint("`membership`, `entry-year`, `exit-year`, `figure` or `text`"),
            ));
        }
    };
    Ok(Column { heading, asks })
}

fn row(desk: &mut Desk<'_>, node: Node<'_, '_>, cursor: &mut Cursor<'_, '_>) -> Step<Row> {
    let whose = party(cursor, desk.law)?;
    let name = cursor.quoted("the name the source gives")?;
    let mut of = Vec::new();
    if cursor.eat("at") {
        source_refs(cursor, desk.law, &mut of)?;
    }
    let (mut cells, mut differs) = (Vec::new(), Vec::new());
    desk.faults.found_twice(node.said_twice(|line| first_two(line, "differs")));
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("differs") {
            let column = cursor.number("a column's number")?;
            cursor.word("because")?;
            differs.push((column, cursor.quoted("why our reading differs")?));
        } else {
            servanda_charter::list(
                &mut cursor,
                |cursor| Ok(Cell(cursor.quoted("a cell between `\"`")?)),
                &mut cells,
            )?;
        }
        cursor.end()?;
    }
    Ok(Row { party: whose, name, of, cells, differs })
}
