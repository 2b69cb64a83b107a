//! Words that no person should read as ours: the record is told in neutral words.

/// A word that judges, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Its line, from 1.
    pub line: usize,
    /// The word.
    pub word: &'static str,
    /// The whole line.
    pub text: String,
}

const KEYWORD: [&str; 3] = ["\"grade\":\"void\"", "\"grade\": \"void\"", "`void`"];
const WORDS: [&str; 5] = ["illegal", "invalid", "void", "violated", "wrong"];

/// Returns the judging words of a text shown to people.
///
/// The keyword `void` of the language is left out where it is a value for programs
/// (`"grade":"void"`) or quoted as a keyword (between backticks), and so are lines that show the
/// user's own text in a diagnostic.
pub fn not_neutral(text: &str) -> Vec<Plain> {
    let mut found = Vec::new();
    for (line, row) in (1_usize..).zip(text.lines()) {
        if row.starts_with("  | ") {
            continue;
        }
        let shown = KEYWORD.iter().fold(row.to_owned(), |row, form| row.replace(form, ""));
        let lower = shown.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            if let Some(word) = WORDS.into_iter().find(|known| *known == word) {
                found.push(Plain { line, word, text: row.to_owned() });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_count_and_the_keyword_of_programs_does_not() {
        let text = "an Illegal act\nwrongly avoided\n{\"grade\":\"void\"}\n  | breach void\nsay `void`\nvoid";
        let seen: Vec<_> = not_neutral(text).iter().map(|plain| (plain.line, plain.word)).collect();
        assert_eq!(seen, [(1, "illegal"), (6, "void")]);
    }
}
