//! A row as a statement, with every escape that its reader needs and no other.

use super::{Literal, Row};

/// Prints a row as one statement with its semicolon.
pub fn print(row: &Row) -> String {
    let columns: Vec<String> = row.cells.iter().map(|(name, _)| quoted_name(name)).collect();
    let values: Vec<String> = row.cells.iter().map(|(_, literal)| value(literal)).collect();
    format!(
        "INSERT INTO {}({}) VALUES ({});\n",
        quoted_name(&row.table),
        columns.join(", "),
        values.join(", ")
    )
}

/// Quotes a name; a backtick within is doubled.
fn quoted_name(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

fn value(literal: &Literal) -> String {
    match literal {
        Literal::Null => "NULL".to_owned(),
        Literal::Number(digits) => digits.clone(),
        Literal::Text(text) => quoted(text),
    }
}

/// Quotes a string: a quote is doubled, a backslash and what no line should carry are escaped.
fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        match c {
            '\'' => out.push_str("''"),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0' => out.push_str("\\0"),
            '\u{8}' => out.push_str("\\b"),
            '\u{1a}' => out.push_str("\\Z"),
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}
