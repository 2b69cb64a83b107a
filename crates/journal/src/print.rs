//! Acts to journal text: what reading gives, printed so that reading gives it again.

mod act;
mod check;
mod paper;
mod table;

use crate::record::Record;
use servanda_model::RecordedRule;

/// Prints the history of a record as one journal.
///
/// Comments are the text's own and are not printed; acts, checks and tables are.
pub fn print(record: &Record) -> String {
    let mut out = String::new();
    let own = record.law.own.map_or("", |own| record.law.body_names.word(own));
    out.push_str(&format!("journal {own}\n"));
    if let Some(complete) = record.history.complete_to {
        out.push_str(&format!("  complete to {complete}\n"));
    }
    if let Some(origin) = &record.history.rehearses {
        out.push_str(&format!("  rehearses {}\n", quoted(origin)));
    }
    let mut recorded = record.history.recorded.iter().peekable();
    let mut checks = record.history.checks.iter().peekable();
    let mut told = None;
    for (position, act) in (0u32..).zip(&record.history.acts) {
        while let Some(check) = checks.next_if(|check| check.position <= position) {
            check::print(record, check, &mut out);
        }
        while let Some((_, rule)) = recorded.next_if(|(from, _)| *from <= position) {
            // Several files may say the same; once is enough.
            if told.replace(*rule) != Some(*rule) {
                out.push_str(&format!("{}\n", recorded_text(*rule)));
            }
        }
        act::print(record, act, &mut out);
    }
    checks.for_each(|check| check::print(record, check, &mut out));
    record.history.tables.iter().for_each(|table| table::print(record, table, &mut out));
    out
}

fn recorded_text(rule: RecordedRule) -> String {
    match rule {
        RecordedRule::OnTheDayDone => "recorded on the day done".to_owned(),
        RecordedRule::On(day) => format!("recorded {day}"),
        RecordedRule::Received(at, _) => format!("received {at}"),
    }
}

/// Quotes a text.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Writes one line at a depth.
fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}
