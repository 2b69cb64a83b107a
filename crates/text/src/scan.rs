//! From one line's bytes to its tokens.

use crate::diagnostic::Diagnostic;
use crate::token::{Kind, Span, Token};

const OTHER: u8 = 0;
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 3;
const JOIN: u8 = 4;
const DOT: u8 = 5;
const SPACE: u8 = 6;
const QUOTE: u8 = 7;
const COMMA: u8 = 8;
const EQUALS: u8 = 9;
const SEMI: u8 = 10;
const HASH: u8 = 11;

/// The class of each byte; everything outside ASCII begins no token.
static CLASS: [u8; 256] = classes();

#[expect(clippy::indexing_slicing, reason = "a table of 256 entries built at compile time")]
#[expect(clippy::arithmetic_side_effects, reason = "a counter below 256")]
#[expect(clippy::cast_possible_truncation, reason = "a counter below 256")]
const fn classes() -> [u8; 256] {
    let mut table = [OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'-' | b':' | b'/' | b'_' | b'+' | b'?' | b'~' | b'%' => JOIN,
            b'.' => DOT,
            b' ' => SPACE,
            b'"' => QUOTE,
            b',' => COMMA,
            b'=' => EQUALS,
            b';' => SEMI,
            b'#' => HASH,
            _ => OTHER,
        };
        byte += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, reason = "every byte has an entry")]
fn class(byte: u8) -> u8 {
    CLASS[usize::from(byte)]
}

/// Reads the tokens of one line and returns where its comment begins, if it has one.
pub(crate) fn tokens(
    bytes: &[u8],
    mut at: usize,
    end: usize,
    out: &mut Vec<Token>,
    faults: &mut Vec<Diagnostic>,
) -> Option<usize> {
    while at < end {
        let first = bytes.get(at).copied().unwrap_or(b' ');
        let start = at;
        let kind = match class(first) {
            SPACE => {
                at = at.saturating_add(1);
                continue;
            }
            LOWER => Kind::Word,
            UPPER => Kind::Code,
            DIGIT | DOT => Kind::Numeral,
            HASH => Kind::Label,
            COMMA => Kind::Comma,
            EQUALS => Kind::Equals,
            QUOTE => Kind::Quoted,
            SEMI => return Some(at),
            _ => {
                at = skip_unknown(bytes, at, end, faults);
                continue;
            }
        };
        at = match kind {
            Kind::Comma | Kind::Equals => at.saturating_add(1),
            Kind::Quoted => quoted(bytes, at, end, faults),
            Kind::Word | Kind::Code | Kind::Numeral | Kind::Label => run(bytes, at, end),
        };
        out.push(Token { kind, span: span(start, at) });
    }
    None
}

fn run(bytes: &[u8], start: usize, end: usize) -> usize {
    let rest = bytes.get(start.saturating_add(1)..end).unwrap_or(&[]);
    let joined = |byte: &u8| matches!(class(*byte), LOWER | UPPER | DIGIT | JOIN | DOT);
    let length = rest.iter().position(|byte| !joined(byte)).unwrap_or(rest.len());
    start.saturating_add(1).saturating_add(length)
}

fn quoted(bytes: &[u8], start: usize, end: usize, faults: &mut Vec<Diagnostic>) -> usize {
    let mut at = start.saturating_add(1);
    while at < end {
        match bytes.get(at) {
            Some(b'"') => return at.saturating_add(1),
            Some(b'\\') => {
                let next = at.saturating_add(1);
                if next < end && !matches!(bytes.get(next), Some(b'"' | b'\\')) {
                    faults.push(no_escape(at));
                }
                at = at.saturating_add(2);
            }
            _ => at = at.saturating_add(1),
        }
    }
    let fault = Diagnostic::new("T-QUOTE", span(start, end), "this quotation has no end");
    faults.push(fault.hint("close it with `\"` on the same line; inside it write `\\\"`"));
    end
}

fn no_escape(at: usize) -> Diagnostic {
    let place = span(at, at.saturating_add(1));
    Diagnostic::new("T-QUOTE", place, "`\\` stands before neither `\"` nor `\\`")
        .hint("write `\\\\` for a backslash")
}

fn skip_unknown(bytes: &[u8], start: usize, end: usize, faults: &mut Vec<Diagnostic>) -> usize {
    let rest = bytes.get(start..end).unwrap_or(&[]);
    let length = rest.iter().position(|byte| class(*byte) != OTHER).unwrap_or(rest.len());
    let stop = start.saturating_add(length.max(1));
    let unknown = bytes.get(start..stop).unwrap_or(&[]);
    // Control characters were reported when the line was read.
    if unknown.iter().all(|byte| *byte < 0x20) {
        return stop;
    }
    let shown = String::from_utf8_lossy(unknown).into_owned();
    let fault = Diagnostic::new(
        "T-TOKEN",
        span(start, stop),
        format!("`{shown}` begins no word, code, number, quotation or label"),
    );
    faults.push(fault.hint("put text of people and places between `\"`"));
    stop
}

/// Makes a span; files beyond four gigabytes are refused before this is called.
pub(crate) fn span(start: usize, end: usize) -> Span {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { start: narrow(start), end: narrow(end) }
}
