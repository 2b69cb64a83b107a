//! An opening: acts dated in days from the day on which a rehearsal opens, made into acts of days.

use crate::record::Fault;
use servanda_model::Day;
use servanda_text::{Diagnostic, Span, pieces};

/// The furthest from the day of the opening that a date may be.
const DAYS_MAX: i32 = 36_525;

/// Returns the acts of an opening on a day, each as the text of one entry.
///
/// Every `{N}` of the text stands for the day that lies N days after the opening, `{-N}` for one
/// before it; comments are the text's own.
///
/// # Errors
/// Every date that is no such number.
pub fn opening(path: &str, text: &str, first: Day) -> Result<Vec<String>, Vec<Fault>> {
    let mut dated = String::with_capacity(text.len());
    let mut faults = Vec::new();
    let (mut rest, mut at) = (text, 0_usize);
    while let Some((before, after)) = rest.split_once('{') {
        let (word, later) = after.split_once('}').unwrap_or((after, ""));
        let start = at.saturating_add(before.len());
        dated.push_str(before);
        match days(word).map(|days| first.plus_days(days)) {
            Some(day) => dated.push_str(&day.to_string()),
            None => faults.push(unread(path, text, (start, word))),
        }
        at = text.len().saturating_sub(later.len());
        rest = later;
    }
    dated.push_str(rest);
    if !faults.is_empty() {
        return Err(faults);
    }
    let entries = pieces(&dated).into_iter().map(without_comments);
    Ok(entries.filter(|entry| !entry.is_empty()).collect())
}

fn days(word: &str) -> Option<i32> {
    let is_plain = word == "0" || !word.trim_start_matches('-').starts_with(['0', '+']);
    let days: i32 = word.parse().ok().filter(|_| is_plain)?;
    (-DAYS_MAX..=DAYS_MAX).contains(&days).then_some(days)
}

fn unread(path: &str, text: &str, (start, word): (usize, &str)) -> Fault {
    let line = word.lines().next().unwrap_or("");
    let end = start.saturating_add(line.len()).saturating_add(1);
    let place = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let span = Span { start: place(start), end: place(end.min(text.len())) };
    let message = format!("`{line}` is no number of days from the opening");
    let fault = Diagnostic::new("J-OPENING", span, message);
    Fault::new(path, text, fault.hint("`{0}` is the day of the opening, `{-3}` three days before"))
}

/// Leaves out the comments and empty lines before an entry and after it.
fn without_comments(piece: &str) -> String {
    let lines = piece.lines().filter(|line| !line.is_empty() && !line.starts_with(';'));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "; A comment.\n\n{-2} event \"a\"\n  note \"{0}\"\n; another\n{0} event \"b\"\n";

    #[test]
    fn days_are_counted_over_29_february_and_the_end_of_a_year() {
        let on = |year, month, day| {
            let first = Day::civil(year, month, day).unwrap();
            opening("x", TEXT, first).unwrap()
        };
        let leap = on(2024, 3, 1);
        assert_eq!(
            leap,
            ["2024-02-28 event \"a\"\n  note \"2024-03-01\"\n", "2024-03-01 event \"b\"\n"]
        );
        assert!(on(2025, 3, 1)[0].starts_with("2025-02-27 "));
        assert!(on(2026, 1, 1)[0].starts_with("2025-12-30 "));
    }

    #[test]
    fn every_date_that_is_no_number_is_told_in_its_place() {
        let text = "{-2} event \"a\"\n{+1} event \"b\"\n{01} event \"c\"\n{99999999999}\n{-0\n";
        let faults = opening("x", text, Day::MIN).unwrap_err();
        let places: Vec<_> = faults.iter().map(|fault| fault.place).collect();
        assert_eq!(places, [(2, 1), (3, 1), (4, 1), (5, 1)]);
    }
}
