//! What every drawn figure shares: integer lengths that cannot overflow, the width of a text as
//! the widest common sans-serif would set it, and lines broken to a width.
//! It draws nothing itself.

use std::num::Saturating;

/// A length or coordinate in units of the figure's own grid.
pub(crate) type Unit = Saturating<i32>;

/// The fonts of a figure's texts, none of which is loaded from anywhere.
pub(crate) const SANS: &str = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";
/// The fonts of a figure's heading.
pub(crate) const SERIF: &str = "Georgia, 'Noto Serif', 'DejaVu Serif', serif";

/// Returns a number of things as a length, the greatest length if it is beyond that.
pub(crate) fn unit(count: usize) -> Unit {
    Saturating(i32::try_from(count).unwrap_or(i32::MAX))
}

/// Returns half a length, rounded towards nothing.
pub(crate) fn half(length: Unit) -> Unit {
    Saturating(length.0 / 2)
}

/// Returns the room a text needs at a font size, rounded up.
pub(crate) fn text_width(text: &str, size: i32) -> Unit {
    let thousandths: i64 = text.chars().map(advance).sum();
    let width = thousandths.saturating_mul(i64::from(size)).saturating_add(999) / 1000;
    Saturating(i32::try_from(width).unwrap_or(i32::MAX))
}

/// Returns the advance of a character in thousandths of the font size.
fn advance(c: char) -> i64 {
    match c {
        'i' | 'l' | 'j' | 'I' | '|' | '\'' => 300,
        ' ' | '.' | ',' | ':' | ';' | 't' | 'f' | '-' | '(' | ')' | '/' => 380,
        'r' | 'J' | '–' => 450,
        'm' | 'M' | 'w' | 'W' | '—' | '%' | '@' => 960,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 590,
        'A'..='Z' | '=' | '+' | '<' | '>' => 740,
        c if c.is_ascii() => 635,
        '\u{300}'..='\u{36f}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffff}' => 1000,
        c if c.is_uppercase() => 800,
        c if u32::from(c) < 0x2e80 => 680,
        _ => 1000,
    }
}

/// Returns the text broken at spaces into lines of at most a width; a longer word stands alone.
pub(crate) fn lines(text: &str, size: i32, width: Unit) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(last) = lines.last_mut() {
            let longer = format!("{last} {word}");
            if text_width(&longer, size) <= width {
                *last = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// Returns the noun with its number: `1 state`, `6 states`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_generously_and_never_overflow() {
        assert_eq!(text_width("", 12), Saturating(0));
        assert!(text_width("Kazakhstan", 12) > text_width("Latvia", 12));
        assert_eq!(text_width(&"W".repeat(100_000), i32::MAX), Saturating(i32::MAX));
    }

    #[test]
    fn lines_break_at_spaces_and_keep_every_word() {
        let text = "Community for Democracy and Rights of Nations";
        let broken = lines(text, 11, Saturating(120));
        assert!(broken.len() > 1);
        assert_eq!(broken.join(" "), text);
        assert_eq!(lines("unbreakable", 11, Saturating(1)), ["unbreakable"]);
    }
}
