//! What is wrong with a text: place, code, message, hint.

use crate::token::Span;
use std::fmt::Write as _;

/// The codes of this room and what each means, for the reference in the book.
pub const CODES: &[(&str, &str)] = &[
    ("T-UTF8", "the bytes are not UTF-8"),
    ("T-BOM", "the file begins with a byte order mark"),
    ("T-CR", "a line ends with a carriage return"),
    ("T-TAB", "a tab stands in the text"),
    ("T-CONTROL", "a control character or a bidirectional override stands in the text"),
    ("T-LONG", "a line is longer than 65,536 bytes"),
    ("T-INDENT", "the indentation does not fit the line above"),
    ("T-DEEP", "the nesting is deeper than twelve levels"),
    (
        "T-QUOTE",
        "a quotation has no end on its line, or a `\\` in it stands before neither `\"` nor `\\`",
    ),
    ("T-TOKEN", "a character begins no token"),
    ("T-EXPECT", "something else was expected here"),
    ("T-EXTRA", "the line goes on after its end"),
    ("T-TWICE", "what may be said once is said twice"),
];

/// One fault of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, one of the tables `CODES` of the rooms that read text.
    pub code: &'static str,
    /// Where.
    pub span: Span,
    /// What is wrong: lower case, no full stop, the user's words in backticks.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// The article that bears on it, where one does.
    pub article: Option<String>,
}

impl Diagnostic {
    /// Makes a diagnostic without a hint.
    pub fn new(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), hint: None, article: None }
    }

    /// Adds the hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the article that bears on it.
    #[must_use]
    pub fn under(mut self, article: impl Into<String>) -> Self {
        self.article = Some(article.into());
        self
    }

    /// Renders the diagnostic as `path:line:col: error[code]: message` with the user's line.
    pub fn render(&self, path: &str, text: &str) -> String {
        self.render_at(path, text, Place::of(text, self.span.start))
    }

    /// Renders the diagnostic where its place is known already.
    pub fn render_at(&self, path: &str, text: &str, place: Place) -> String {
        let message: String = self.message.chars().map(visible).collect();
        let mut out = format!("{path}:{place}: error[{}]: {message}\n", self.code);
        let shown: String = place.excerpt(text).chars().take(160).map(visible).collect();
        if !shown.is_empty() {
            let width = usize::try_from(place.column).unwrap_or(1).saturating_sub(1).min(160);
            let under = self.span.of(text).lines().next().unwrap_or("").chars().count();
            let marks = "^".repeat(under.clamp(1, 60));
            let ignored = writeln!(out, "  | {shown}\n  | {}{marks}", " ".repeat(width));
            debug_assert!(ignored.is_ok(), "BUG: writing to a string failed");
        }
        if let Some(hint) = &self.hint {
            out.push_str("  hint: ");
            out.push_str(hint);
            out.push('\n');
        }
        out
    }
}

/// Returns a character as it may be shown: one that hides or turns round what stands beside it
/// is replaced, so that a faulty text cannot lie about itself.
fn visible(character: char) -> char {
    let hides = character.is_control()
        || matches!(character, '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if hides { char::REPLACEMENT_CHARACTER } else { character }
}

/// A line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
    start: usize,
}

impl Place {
    /// Returns the place of a byte in a text.
    pub fn of(text: &str, at: u32) -> Self {
        let at = (at as usize).min(text.len());
        let before = text.as_bytes().get(..at).unwrap_or(&[]);
        let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |n| n.saturating_add(1));
        let line = before.iter().filter(|b| **b == b'\n').count();
        let in_line = before.get(start..).unwrap_or(&[]);
        let column = in_line.iter().filter(|b| (**b & 0xC0) != 0x80).count();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Self { line: number(line), column: number(column), start }
    }

    fn excerpt(self, text: &str) -> &str {
        let rest = text.get(self.start..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("");
        let end = line.char_indices().nth(200).map_or(line.len(), |(at, _)| at);
        line.get(..end).unwrap_or("")
    }
}

/// Where the lines of a text begin, so that many places in it are found fast.
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at.saturating_add(1));
        Self { text, starts: std::iter::once(0).chain(starts).collect() }
    }

    /// Returns where a line stands, by its number from 1; a line that is not there, at the end.
    pub fn line(&self, number: u64) -> Span {
        let before = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        let start = self.starts.get(before).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(start.saturating_add(line.len())) }
    }

    /// Returns the place of a byte, as [`Place::of`] does.
    pub fn place(&self, at: u32) -> Place {
        let at = (at as usize).min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let in_line = self.text.as_bytes().get(start..at).unwrap_or(&[]);
        let column = in_line.iter().filter(|b| (**b & 0xC0) != 0x80).count();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { line: number(line), column: number(column).saturating_add(1), start }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_of_lines_gives_the_same_places() {
        let text = "a\n\u{416}b\n\nc";
        let lines = Lines::new(text);
        for at in 0..=8 {
            assert_eq!(lines.place(at), Place::of(text, at), "{at}");
        }
    }

    #[test]
    fn what_hides_in_a_line_is_shown_as_a_replacement() {
        let text = "say \u{202E}this\r\n";
        let fault = Diagnostic::new("T-CONTROL", Span { start: 4, end: 7 }, "`\t` stands here");
        let rendered = fault.render("x", text);
        assert!(
            rendered.contains("`\u{FFFD}` stands here\n  | say \u{FFFD}this\u{FFFD}\n"),
            "{rendered}"
        );
    }
}
