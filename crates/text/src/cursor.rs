//! Reading a line's tokens from left to right, with faults that say what was expected.

use crate::diagnostic::Diagnostic;
use crate::token::{Kind, Span, Token};
use crate::tree::Node;
use std::cell::Cell;

/// A place in a line's tokens.
#[derive(Debug, Clone)]
pub struct Cursor<'a, 't> {
    text: &'t str,
    tokens: &'a [Token],
    at: usize,
    end: Span,
    read: Option<&'a Cell<u32>>,
}

/// What a reading step gives: a value, or the fault that stops this line.
pub type Step<T> = Result<T, Box<Diagnostic>>;

impl<'a, 't> Cursor<'a, 't> {
    /// Begins at the first token of a line.
    #[inline]
    pub fn new(node: Node<'a, 't>) -> Self {
        let whole = node.line().span;
        let tokens = node.tokens();
        let stop = tokens.last().map_or(whole.end, |token| token.span.end);
        let end = Span { start: stop, end: stop };
        Self { text: node.text(), tokens, at: 0, end, read: node.read() }
    }

    /// Returns the next token without taking it.
    #[inline]
    pub fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// Returns the kind of the next token.
    #[inline]
    pub fn peek_kind(&self) -> Option<Kind> {
        self.peek().map(|token| token.kind)
    }

    /// Returns the next token's text, empty at the end of the line.
    #[inline]
    pub fn peek_text(&self) -> &'t str {
        self.peek().map_or("", |token| token.span.of(self.text))
    }

    /// Returns the place of the next token, or of the line's end.
    #[inline]
    pub fn span(&self) -> Span {
        self.peek().map_or(self.end, |token| token.span)
    }

    /// Tells whether all tokens are taken.
    pub fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Takes the next token of any kind.
    #[inline]
    pub fn bump(&mut self) -> Option<Token> {
        let token = self.peek();
        self.step();
        token
    }

    #[inline]
    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
        let at = u32::try_from(self.at).unwrap_or(u32::MAX);
        if let Some(mark) = self.read {
            mark.set(mark.get().max(at));
        }
    }

    /// Takes the next token if it is this word.
    #[inline]
    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.peek_text() == word && self.peek_kind() == Some(Kind::Word);
        if found {
            self.step();
        }
        found
    }

    /// Takes the next token if it is of this kind.
    #[inline]
    pub fn eat_kind(&mut self, kind: Kind) -> Option<(&'t str, Span)> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.step();
        Some((token.span.of(self.text), token.span))
    }

    /// Takes this word.
    ///
    /// # Errors
    /// Says that the word was expected.
    #[inline]
    pub fn word(&mut self, word: &str) -> Step<()> {
        if self.eat(word) { Ok(()) } else { Err(self.expected(&format!("`{word}`"))) }
    }

    /// Takes a token of this kind.
    ///
    /// # Errors
    /// Says what was expected.
    #[inline]
    pub fn take(&mut self, kind: Kind, what: &str) -> Step<(&'t str, Span)> {
        self.eat_kind(kind).ok_or_else(|| self.expected(what))
    }

    /// Takes quoted text and returns what it says.
    ///
    /// # Errors
    /// Says that quoted text was expected.
    pub fn quoted(&mut self, what: &str) -> Step<String> {
        let (raw, _) = self.take(Kind::Quoted, what)?;
        Ok(unquote(raw))
    }

    /// Takes a whole number.
    ///
    /// # Errors
    /// Says that a number was expected.
    pub fn number(&mut self, what: &str) -> Step<u32> {
        let span = self.span();
        let (raw, _) = self.take(Kind::Numeral, what)?;
        raw.parse().map_err(|cause: std::num::ParseIntError| {
            let fault =
                Diagnostic::new("T-EXPECT", span, format!("`{raw}` is not {what}: {cause}"));
            Box::new(fault.hint("write a whole number in digits, without separators"))
        })
    }

    /// Ends the line.
    ///
    /// # Errors
    /// Says that the line goes on.
    #[inline]
    pub fn end(&self) -> Step<()> {
        let Some(token) = self.peek() else {
            return Ok(());
        };
        let said = token.span.of(self.text);
        let fault = Diagnostic::new(
            "T-EXTRA",
            token.span,
            format!("`{said}` is more than this line takes"),
        );
        Err(Box::new(fault.hint("the line should end before it")))
    }

    /// Makes the fault that something else was expected here.
    pub fn expected(&self, what: &str) -> Box<Diagnostic> {
        let found = match self.peek() {
            Some(token) => format!("`{}`", token.span.of(self.text)),
            None => "the line ends".to_owned(),
        };
        let message = format!("expected {what}, found {found}");
        let fault = Diagnostic::new("T-EXPECT", self.span(), message);
        Box::new(fault.hint(format!("write {what} here")))
    }
}

/// Takes the quotes and escapes away.
fn unquote(raw: &str) -> String {
    let inner = raw.strip_prefix('"').unwrap_or(raw);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' { chars.next().unwrap_or('\\') } else { c });
    }
    out
}
