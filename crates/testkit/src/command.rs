//! A command line as a reader would type it, cut into words.

/// Cuts a command line into words; `"…"` and `'…'` keep spaces.
///
/// # Errors
/// Says what a shell would do something else with.
pub fn words(line: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for character in line.chars() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => found.extend(word.take()),
            (None, '|' | '>' | '<' | '&' | ';' | '$' | '`' | '\\' | '*') => {
                return Err(format!("`{character}` outside quotation marks belongs to a shell"));
            }
            (Some(_) | None, _) => word.get_or_insert_default().push(character),
        }
    }
    found.extend(word);
    if quote.is_some() { Err("a quotation has no end".to_owned()) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_keep_spaces_and_empty_words() {
        let cut = words(r#"servanda why "GEO party cst" --on '' x"#).unwrap();
        assert_eq!(cut, ["servanda", "why", "GEO party cst", "--on", "", "x"]);
    }

    #[test]
    fn what_belongs_to_a_shell_is_named() {
        assert!(words("servanda check . > out").is_err());
        assert!(words("servanda why \"open").is_err());
    }
}
