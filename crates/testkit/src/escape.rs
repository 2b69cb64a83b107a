//! Bytes that a Markdown file cannot hold, written with marks.

/// Returns the bytes of an escaped text: `\xNN`, `\r`, `\t`, `\\` stand for one byte each.
///
/// # Errors
/// Says which mark means nothing.
pub(crate) fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let mut pieces = text.split('\\');
    let mut found = pieces.next().unwrap_or("").as_bytes().to_vec();
    while let Some(piece) = pieces.next() {
        let (byte, rest) = match piece.split_at_checked(1) {
            None => (b'\\', pieces.next().unwrap_or("")),
            Some(("r", rest)) => (b'\r', rest),
            Some(("t", rest)) => (b'\t', rest),
            Some(("x", rest)) => number(rest).ok_or_else(|| format!("`\\{piece}` is no byte"))?,
            Some(_) => return Err(format!("`\\{piece}` begins with no known mark")),
        };
        found.push(byte);
        found.extend(rest.as_bytes());
    }
    Ok(found)
}

fn number(rest: &str) -> Option<(u8, &str)> {
    let (digits, rest) = rest.split_at_checked(2)?;
    Some((u8::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn marks_become_bytes() {
        assert_eq!(bytes(r"a\xffb\r\t\\xc").unwrap(), b"a\xffb\r\t\\xc");
        assert!(bytes(r"\q").is_err());
        assert!(bytes(r"\xg0").is_err());
    }
}
