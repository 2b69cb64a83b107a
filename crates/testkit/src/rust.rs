//! Rust source cut into code, comments and literals, for checks on what programs say.

/// A piece of a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Code.
    Code(&'t str),
    /// A comment, with its marks.
    Comment(&'t str),
    /// A string literal, with its quotation marks.
    Literal(&'t str),
}

impl<'t> Piece<'t> {
    /// Returns the text.
    pub fn text(self) -> &'t str {
        match self {
            Self::Code(text) | Self::Comment(text) | Self::Literal(text) => text,
        }
    }
}

/// Returns a source without the tests at its end.
pub fn without_tests(source: &str) -> &str {
    source.split("\n#[cfg(test)]\n").next().unwrap_or(source)
}

/// Cuts a source into pieces, in order, that together are the source.
pub fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = source;
    let mut code = 0_usize;
    while let Some(ahead) = rest.get(code..).filter(|ahead| !ahead.is_empty()) {
        let (length, make): (usize, fn(&str) -> Piece<'_>) = match special(ahead) {
            Some(found) => found,
            None => {
                code = code.saturating_add(step(ahead));
                continue;
            }
        };
        let (before, after) = rest.split_at_checked(code).unwrap_or((rest, ""));
        let (special, after) = after.split_at_checked(length).unwrap_or((after, ""));
        found.push(Piece::Code(before));
        found.push(make(special));
        (rest, code) = (after, 0);
    }
    found.push(Piece::Code(rest));
    found.retain(|piece| !piece.text().is_empty());
    found
}

/// Returns how far the next word, character literal or single character goes.
fn step(ahead: &str) -> usize {
    let word = ahead.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(ahead.len());
    if word > 0 {
        return word;
    }
    let first = ahead.chars().next().map_or(1, char::len_utf8);
    let Some(quoted) = ahead.strip_prefix('\'') else {
        return first;
    };
    // A quotation mark in a character literal begins no string; a lifetime has no end mark.
    let inside =
        if quoted.starts_with('\\') { 2 } else { quoted.chars().next().map_or(0, char::len_utf8) };
    match quoted.get(inside..) {
        Some(after) if after.starts_with('\'') => inside.saturating_add(2),
        Some(_) | None => first,
    }
}

type Make = fn(&str) -> Piece<'_>;

/// Returns the length and kind of a comment or string that begins here.
fn special(ahead: &str) -> Option<(usize, Make)> {
    if ahead.starts_with("//") {
        return Some((ahead.find('\n').unwrap_or(ahead.len()), |text| Piece::Comment(text)));
    }
    if ahead.starts_with("/*") {
        let end = ahead.find("*/").map_or(ahead.len(), |at| at.saturating_add(2));
        return Some((end, |text| Piece::Comment(text)));
    }
    if ahead.starts_with('"') {
        return Some((quoted(ahead), |text| Piece::Literal(text)));
    }
    let hashes = ahead.strip_prefix('r')?;
    let opening = hashes.trim_start_matches('#');
    let count = hashes.len().saturating_sub(opening.len());
    let inside = opening.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(count));
    let body = inside.find(&close).unwrap_or(inside.len());
    let length = body.saturating_add(count).saturating_add(count).saturating_add(3);
    Some((length.min(ahead.len()), |text| Piece::Literal(text)))
}

fn quoted(ahead: &str) -> usize {
    let mut escaped = false;
    for (at, character) in ahead.char_indices().skip(1) {
        match (escaped, character) {
            (false, '"') => return at.saturating_add(1),
            (false, '\\') => escaped = true,
            (true | false, _) => escaped = false,
        }
    }
    ahead.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_literals_and_code_are_told_apart() {
        let source =
            "let a = \"x // \\\" y\"; // says \"no\"\nlet q = '\"'; f::<'a>(r#\"b\"#, for_r);";
        let found = pieces(source);
        let literals: Vec<_> = found.iter().filter(|p| matches!(p, Piece::Literal(_))).collect();
        assert_eq!(literals, [&Piece::Literal("\"x // \\\" y\""), &Piece::Literal("r#\"b\"#")]);
        let comments = found.iter().filter(|p| matches!(p, Piece::Comment(_))).count();
        assert_eq!(comments, 1);
        let whole: String = found.iter().map(|piece| piece.text()).collect();
        assert_eq!(whole, source);
    }
}
