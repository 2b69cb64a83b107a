//! From a file's bytes to lines, one top-level entry at a time or the whole file.

use crate::diagnostic::Diagnostic;
use crate::scan::{span, tokens};
use crate::token::Span;
use crate::tree::{Line, LineKind, Tree};
use crate::{DEPTH_MAX, LINE_BYTES_MAX};
use std::cell::Cell;

/// Reads bytes as UTF-8 text.
///
/// # Errors
/// Says at which byte the text stops being UTF-8, or that it is larger than four gigabytes.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    let huge = u32::try_from(bytes.len()).is_err();
    if huge {
        let message = "the file is larger than four gigabytes";
        return Err(Box::new(Diagnostic::new("T-LONG", Span::default(), message)));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let fault = Diagnostic::new("T-UTF8", span(at, at), "from here the bytes are not UTF-8");
        Box::new(fault.hint(format!("byte {at}; save the file as UTF-8")))
    })
}

/// Reads a text line by line.
#[derive(Debug)]
pub struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
    faults: Vec<Diagnostic>,
}

impl<'t> Reader<'t> {
    /// Begins at the start of a text.
    pub fn new(text: &'t str) -> Self {
        let mut reader = Self { text, at: 0, depth: 0, faults: Vec::new() };
        if text.starts_with('\u{feff}') {
            let fault =
                Diagnostic::new("T-BOM", span(0, 3), "the file begins with a byte order mark");
            reader.faults.push(fault.hint("save it as UTF-8 without one"));
            reader.at = 3;
        }
        reader
    }

    /// Begins at a byte where a line begins, as if nothing stood before it.
    pub fn from(text: &'t str, at: usize) -> Self {
        Self { text, at, depth: 0, faults: Vec::new() }
    }

    /// Reads the whole rest into one tree.
    pub fn whole(mut self) -> (Tree<'t>, Vec<Diagnostic>) {
        let mut tree = Tree::new(self.text);
        while self.line(&mut tree) {}
        (tree, self.faults)
    }

    /// Reads the next top-level entry with all that belongs to it; false at the end.
    pub fn entry(&mut self, tree: &mut Tree<'t>) -> bool {
        tree.lines.clear();
        tree.tokens.clear();
        tree.read.clear();
        let mut any = false;
        while self.at < self.text.len() && !(any && self.at_top_line()) {
            any |= self.line(tree) && tree.lines.last().is_some_and(|l| l.kind != LineKind::Empty);
        }
        any
    }

    /// Takes the faults found so far.
    pub fn faults(self) -> Vec<Diagnostic> {
        self.faults
    }

    fn at_top_line(&self) -> bool {
        !matches!(self.text.as_bytes().get(self.at), Some(b' ' | b'\n' | b';'))
    }

    /// Reads one line into the tree; false at the end of the text.
    fn line(&mut self, tree: &mut Tree<'t>) -> bool {
        let bytes = self.text.as_bytes();
        let Some(rest) = bytes.get(self.at..).filter(|rest| !rest.is_empty()) else {
            return false;
        };
        let length = line_length(rest);
        let (start, end) = (self.at, self.at.saturating_add(length));
        self.at = end.saturating_add(1);
        if length > LINE_BYTES_MAX {
            let message = format!("this line has {length} bytes");
            let fault = Diagnostic::new("T-LONG", span(start, start), message);
            self.faults.push(fault.hint(format!("a line holds at most {LINE_BYTES_MAX} bytes")));
            return true;
        }
        let line = rest.get(..length).unwrap_or(&[]);
        let end = self.check_bytes(line, start, end);
        self.split(tree, start, end);
        true
    }

    /// Reports characters that may stand nowhere; returns the end without a carriage return.
    fn check_bytes(&mut self, line: &[u8], start: usize, end: usize) -> usize {
        let suspicious = line.iter().fold(false, |any, b| any | (*b < 0x20) | (*b == 0xE2));
        if !suspicious {
            return end;
        }
        let mut end = end;
        if line.last() == Some(&b'\r') {
            end = end.saturating_sub(1);
            let fault = Diagnostic::new("T-CR", span(end, end), "this line ends with CR LF");
            self.faults.push(fault.hint("lines end with LF alone"));
        }
        let mut run: Option<(u8, Span)> = None;
        for (offset, byte) in line.iter().enumerate() {
            let at = start.saturating_add(offset);
            if at >= end || !(*byte < 0x20 || is_override(line, offset)) {
                continue;
            }
            let here = span(at, at.saturating_add(1));
            match &mut run {
                Some((same, whole)) if *same == *byte && whole.end == here.start => {
                    whole.end = here.end;
                }
                Some((other, whole)) => {
                    self.faults.push(control(*other, *whole));
                    run = Some((*byte, here));
                }
                None => run = Some((*byte, here)),
            }
        }
        self.faults.extend(run.map(|(byte, whole)| control(byte, whole)));
        end
    }

    fn split(&mut self, tree: &mut Tree<'t>, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let line = bytes.get(start..end).unwrap_or(&[]);
        let indent = line.iter().position(|b| *b != b' ').unwrap_or(line.len());
        let content = start.saturating_add(indent);
        let first = tree.tokens.len();
        let mut comment = Span::default();
        let kind = match bytes.get(content).filter(|_| content < end) {
            None => LineKind::Empty,
            // Already reported; what it would mean cannot be told.
            Some(0..=0x1F) => LineKind::Empty,
            Some(b'|') => LineKind::Verbatim,
            Some(_) => {
                if let Some(at) = tokens(bytes, content, end, &mut tree.tokens, &mut self.faults) {
                    comment = span(at, end);
                }
                if tree.tokens.len() == first { LineKind::Empty } else { LineKind::Tokens }
            }
        };
        let depth = self.depth_of(kind, indent, content);
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (first, last) = (narrow(first), narrow(tree.tokens.len()));
        tree.read.push(Cell::new(0));
        tree.lines.push(Line { kind, depth, first, last, span: span(content, end), comment });
    }

    fn depth_of(&mut self, kind: LineKind, indent: usize, at: usize) -> u8 {
        let depth = u8::try_from(indent / 2).unwrap_or(u8::MAX);
        if kind == LineKind::Empty {
            return depth.min(self.depth.saturating_add(1));
        }
        if depth > DEPTH_MAX {
            let fault = Diagnostic::new("T-DEEP", span(at, at), "this line is nested too deeply");
            self.faults.push(fault.hint(format!("at most {DEPTH_MAX} levels of two spaces")));
        } else if indent % 2 == 1
            || depth > self.depth.saturating_add(1)
            || (at == indent && depth > 0)
        {
            let message = format!("{indent} spaces do not fit the line above");
            let fault = Diagnostic::new("T-INDENT", span(at, at), message);
            self.faults.push(fault.hint("two spaces for each level, one level at a time"));
        }
        self.depth = depth.min(self.depth.saturating_add(1));
        self.depth
    }
}

/// Returns where the first line ends; looks at sixteen bytes at once, which the processor can.
fn line_length(rest: &[u8]) -> usize {
    let (chunks, _) = rest.as_chunks::<16>();
    let has_end = |chunk: &[u8; 16]| chunk.iter().fold(false, |any, byte| any | (*byte == b'\n'));
    let whole = chunks.iter().position(has_end).unwrap_or(chunks.len()).saturating_mul(16);
    let tail = rest.get(whole..).unwrap_or(&[]);
    whole.saturating_add(tail.iter().position(|byte| *byte == b'\n').unwrap_or(tail.len()))
}

fn is_override(line: &[u8], at: usize) -> bool {
    match line.get(at..at.saturating_add(3)) {
        Some([0xE2, 0x80, last]) => (0xAA..=0xAE).contains(last),
        Some([0xE2, 0x81, last]) => (0xA6..=0xA9).contains(last),
        _ => false,
    }
}

fn control(byte: u8, place: Span) -> Diagnostic {
    match byte {
        b'\t' => Diagnostic::new("T-TAB", place, "a tab stands here").hint("use spaces"),
        0xE2 => Diagnostic::new("T-CONTROL", place, "a bidirectional override stands here")
            .hint("take it out: right-to-left text needs none"),
        _ => Diagnostic::new("T-CONTROL", place, format!("control character {byte} stands here"))
            .hint("take it out"),
    }
}
