//! Texts of a record as other programs' forms can carry them.

/// Returns a text without characters that XML 1.0 or RFC 5545 cannot carry, and without those that
/// change the direction of what stands beside them; lines stay lines.
pub(crate) fn lines(text: &str) -> String {
    let plain = |character: char| match character {
        '\n' => '\n',
        '\t' => ' ',
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{061C}'
        | '\u{FFFE}'
        | '\u{FFFF}' => '\u{FFFD}',
        character if character.is_control() => '\u{FFFD}',
        character => character,
    };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

/// Returns the same on one line.
pub(crate) fn line(text: &str) -> String {
    lines(text).replace('\n', " ")
}
