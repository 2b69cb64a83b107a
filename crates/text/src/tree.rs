//! A tree of lines, kept flat: a line's children are the deeper lines that follow it.

use crate::diagnostic::Diagnostic;
use crate::token::{Span, Token};
use std::cell::Cell;

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Tokens, perhaps a comment after them.
    Tokens,
    /// `|` and authentic text.
    Verbatim,
    /// Nothing, or only a comment.
    Empty,
}

/// One line of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What stands on it.
    pub kind: LineKind,
    /// How deep it stands, 0 for a top line.
    pub depth: u8,
    /// The index of its first token.
    pub first: u32,
    /// The index after its last token.
    pub last: u32,
    /// The whole line without indentation and line end.
    pub span: Span,
    /// The comment, its `;` included; empty where there is none.
    pub comment: Span,
}

/// Lines and tokens of a text, or of one entry of it.
#[derive(Debug, Clone)]
pub struct Tree<'t> {
    /// The text that the spans speak of.
    pub text: &'t str,
    /// All lines in order.
    pub lines: Vec<Line>,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// For each line, up to which of its tokens a reading step has come.
    pub(crate) read: Vec<Cell<u32>>,
}

impl<'t> Tree<'t> {
    /// Makes an empty tree over a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, lines: Vec::new(), tokens: Vec::new(), read: Vec::new() }
    }

    /// Forgets what was read, so that another pass reads everything itself.
    pub fn forget_reading(&self) {
        self.read.iter().for_each(|mark| mark.set(0));
    }

    /// Returns a fault for each line that no reading step took to its end: nothing is lost in
    /// silence.
    pub fn unread(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.lines.iter().zip(&self.read).filter_map(|(line, mark)| {
            let rest = match line.kind {
                LineKind::Empty => return None,
                LineKind::Verbatim => (mark.get() == 0).then_some(line.span)?,
                LineKind::Tokens => {
                    let tokens = self.tokens.get(line.first as usize..line.last as usize)?;
                    let rest = tokens.get(mark.get() as usize..)?;
                    rest.first()?.span.to(rest.last()?.span)
                }
            };
            let said: String = rest.of(self.text).chars().take(60).collect();
            let fault = Diagnostic::new("T-EXTRA", rest, format!("`{said}` means nothing here"));
            Some(fault.hint("take it out, or write it where it belongs"))
        })
    }

    /// Returns the top lines.
    pub fn top(&self) -> impl Iterator<Item = Node<'_, 't>> {
        Children { tree: self, next: 0, depth: 0 }
    }
}

/// A line seen with its children.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a, 't> {
    tree: &'a Tree<'t>,
    index: usize,
    line: Line,
}

impl<'a, 't> Node<'a, 't> {
    /// Returns the line itself.
    #[inline]
    pub fn line(self) -> Line {
        self.line
    }

    /// Returns the tokens of the line.
    #[inline]
    pub fn tokens(self) -> &'a [Token] {
        let range = self.line.first as usize..self.line.last as usize;
        self.tree.tokens.get(range).unwrap_or(&[])
    }

    /// Returns the mark up to which the line was read.
    #[inline]
    pub(crate) fn read(self) -> Option<&'a Cell<u32>> {
        self.tree.read.get(self.index)
    }

    /// Returns the whole text the tree speaks of.
    pub fn text(self) -> &'t str {
        self.tree.text
    }

    /// Returns the line's authentic text, where it carries one.
    pub fn verbatim(self) -> Option<&'t str> {
        let text = self.line.span.of(self.tree.text).strip_prefix('|')?;
        self.read()?.set(1);
        (self.line.kind == LineKind::Verbatim).then(|| text.strip_prefix(' ').unwrap_or(text))
    }

    /// Returns the lines one level below this one, empty lines left out.
    #[inline]
    pub fn children(self) -> impl Iterator<Item = Node<'a, 't>> {
        Children {
            tree: self.tree,
            next: self.index.saturating_add(1),
            depth: self.line.depth.saturating_add(1),
        }
    }
}

struct Children<'a, 't> {
    tree: &'a Tree<'t>,
    next: usize,
    depth: u8,
}

impl<'a, 't> Iterator for Children<'a, 't> {
    type Item = Node<'a, 't>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = *self.tree.lines.get(self.next)?;
            let index = self.next;
            self.next = index.saturating_add(1);
            if line.kind == LineKind::Empty {
                continue;
            }
            if line.depth < self.depth {
                self.next = usize::MAX;
                return None;
            }
            if line.depth == self.depth {
                return Some(Node { tree: self.tree, index, line });
            }
        }
    }
}
