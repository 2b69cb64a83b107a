//! The formatter: one way to set out a text, losing nothing but superfluous space.

use crate::LINE_BYTES_MAX;
use crate::token::Kind;
use crate::tree::{Line, LineKind, Tree};

/// Sets out a text that was read without faults; formatting twice changes nothing more.
pub fn format(tree: &Tree<'_>) -> String {
    let mut out = String::with_capacity(tree.text.len().saturating_add(16));
    let mut blank_due = false;
    for (index, line) in tree.lines.iter().enumerate() {
        let is_blank = line.kind == LineKind::Empty && line.comment.start == line.comment.end;
        if is_blank {
            blank_due = !out.is_empty();
            continue;
        }
        if blank_due {
            out.push('\n');
            blank_due = false;
        }
        let depth =
            if line.kind == LineKind::Empty { depth_below(tree, index) } else { line.depth };
        let start = out.len();
        for _ in 0..depth {
            out.push_str("  ");
        }
        write_line(tree, line, &mut out);
        if out.len().saturating_sub(start) > LINE_BYTES_MAX {
            // A line that would grow too long to be read again stays as it was.
            out.truncate(start);
            out.push_str(as_written(tree, line));
        }
        out.push('\n');
    }
    out
}

/// Returns a line with its own indentation.
fn as_written<'t>(tree: &Tree<'t>, line: &Line) -> &'t str {
    let text = tree.text;
    let before = text.get(..line.span.start as usize).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
    text.get(start..line.span.end as usize).unwrap_or("")
}

/// A comment on a line of its own stands as deep as the line that follows it.
fn depth_below(tree: &Tree<'_>, index: usize) -> u8 {
    let later = tree.lines.iter().skip(index).find(|line| line.kind != LineKind::Empty);
    later.map_or(0, |line| line.depth)
}

fn write_line(tree: &Tree<'_>, line: &Line, out: &mut String) {
    match line.kind {
        LineKind::Verbatim => out.push_str(line.span.of(tree.text).trim_end_matches(' ')),
        LineKind::Tokens | LineKind::Empty => {
            let tokens = tree.tokens.get(line.first as usize..line.last as usize).unwrap_or(&[]);
            for (index, token) in tokens.iter().enumerate() {
                if index > 0 && token.kind != Kind::Comma {
                    out.push(' ');
                }
                out.push_str(token.span.of(tree.text));
            }
            let comment = line.comment.of(tree.text).trim_end_matches(' ');
            if !comment.is_empty() {
                out.push_str(if tokens.is_empty() { "" } else { "  " });
                out.push_str(comment);
            }
        }
    }
}
