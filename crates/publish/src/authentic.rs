//! An authentic text cut into its articles, as charter text a reader can put into a record.

/// One article of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Its number, as article ids write it: `16-1`.
    pub number: String,
    /// What stands after the number on its heading line.
    pub title: String,
    /// The line it begins on, from 1.
    pub line: u32,
    /// Its text, line by line.
    pub lines: Vec<String>,
}

/// A text cut into articles, and what was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Articles {
    /// The articles, in the order of the text.
    pub cuts: Vec<Cut>,
    /// What was left out, and why.
    pub left_out: Vec<String>,
}

/// The words that begin an article's heading, in the languages charters are made in.
const WORDS: [&str; 9] =
    ["Article", "ARTICLE", "Art.", "Статья", "СТАТЬЯ", "Артыкул", "Մաս", "Հոդված", "Моддаи"];
/// The longest line of a charter, less what indentation takes.
const LINE_BYTES: usize = 60_000;

/// Cuts a text where a line begins an article's heading.
pub fn cut(text: &str) -> Articles {
    let mut found = Articles::default();
    let mut preamble = 0u32;
    for (number, line) in (1u32..).zip(text.lines()) {
        if let Some((article, title)) = heading(line) {
            match found.cuts.iter().find(|known| known.number == article) {
                Some(known) => found.left_out.push(format!(
                    "line {number}: a second heading of article {article} (the first is on line {}); its text stays with the article before it",
                    known.line
                )),
                None => {
                    found.cuts.push(Cut { number: article, title, line: number, lines: Vec::new() });
                    continue;
                }
            }
        }
        let kept = clean(line, number, &mut found.left_out);
        match found.cuts.last_mut() {
            Some(cut) => cut.lines.extend(kept),
            None if line.trim().is_empty() => {}
            None => preamble = preamble.saturating_add(1),
        }
    }
    for cut in &mut found.cuts {
        while cut.lines.last().is_some_and(|line| line.is_empty()) {
            cut.lines.pop();
        }
        let blank = cut.lines.iter().take_while(|line| line.is_empty()).count();
        cut.lines.drain(..blank);
    }
    if preamble > 0 {
        found
            .left_out
            .push(format!("{preamble} lines before the first article: they belong to no article"));
    }
    found
}

/// Reads `Article 16-1. Title` into its number and title.
fn heading(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let rest = WORDS.iter().find_map(|word| line.strip_prefix(word))?;
    let rest = rest.strip_prefix(|c: char| c.is_whitespace())?.trim_start();
    let digits =
        rest.len().saturating_sub(rest.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let (digits, rest) = rest.split_at_checked(digits)?;
    let mut number: String = digits.trim_start_matches('0').to_owned();
    if number.is_empty() || number.len() > 4 {
        return None;
    }
    let mut rest = rest;
    let raised: String = rest.chars().map_while(superscript).collect();
    if raised.is_empty() {
        let part = rest.strip_prefix(['-', '.', '–']).unwrap_or("");
        let second: String = part.chars().take_while(char::is_ascii_digit).collect();
        if !second.is_empty() {
            rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
            number = format!("{number}-{second}");
        }
    } else {
        rest = rest.trim_start_matches(|c: char| superscript(c).is_some());
        number = format!("{number}-{raised}");
    }
    // A sentence that begins with a citation goes on in small letters; a heading does not.
    let title = rest.trim_start_matches(['.', ':', '–', '—', '-', ' ', '\u{a0}']).trim();
    let is_sentence = rest
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '('))
        || title.starts_with(char::is_lowercase);
    (!is_sentence).then(|| (number, title.to_owned()))
}

fn superscript(c: char) -> Option<char> {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let place = digits.iter().position(|known| *known == c)?;
    char::from_digit(u32::try_from(place).ok()?, 10)
}

/// Takes out what a charter file may not carry, and says so.
fn clean(line: &str, number: u32, left_out: &mut Vec<String>) -> Option<String> {
    if line.len() > LINE_BYTES {
        left_out.push(format!("line {number}: longer than a charter's line may be"));
        return None;
    }
    let spaced = line.replace(['\t', '\u{a0}'], " ");
    let kept: String = spaced.chars().filter(|c| !is_refused(*c)).collect();
    if kept.len() != spaced.len() {
        left_out.push(format!("line {number}: control characters, which a charter may not carry"));
    }
    Some(kept.trim().to_owned())
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Prints the articles as charter text under ids of an instrument.
pub fn print(
    instrument: &str,
    articles: &Articles,
    known: impl Fn(&str) -> Option<String>,
) -> String {
    let mut out = String::new();
    for cut in &articles.cuts {
        let id = format!("{instrument}.{}", cut.number);
        let title = known(&id).unwrap_or_else(|| cut.title.clone());
        let title = if title.is_empty() { format!("Article {}", cut.number) } else { title };
        let title: String = title.chars().filter(|c| !is_refused(*c)).collect();
        let title = title.replace('\\', "\\\\").replace('"', "\\\"");
        out.push_str(&format!("article {id} \"{title}\"\n  evidence official-text\n"));
        for line in &cut.lines {
            out.push_str(if line.is_empty() { "  |" } else { "  | " });
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_headings() {
        let text = "TREATY\nThe parties\n\nArticle 1\nFirst.\n\nSecond.\nArticle 2. Aims\nArticle 1 of this text applies.\nСтатья 16¹. Совет\nТекст\nСтатья 18.1\nЕщё\nArticle 1\nagain";
        let found = cut(text);
        let heads: Vec<_> = found
            .cuts
            .iter()
            .map(|cut| (cut.number.as_str(), cut.title.as_str(), cut.lines.len()))
            .collect();
        assert_eq!(heads, [("1", "", 3), ("2", "Aims", 1), ("16-1", "Совет", 1), ("18-1", "", 3)]);
        assert_eq!(found.left_out.len(), 2, "{:?}", found.left_out);
    }

    #[test]
    fn what_a_charter_may_not_carry_is_taken_out_and_said() {
        let found = cut("Article 3 – \"Name\"\n\u{202e}turned\ta\u{0}b\n");
        let printed = print("x", &found, |_| None);
        assert_eq!(
            printed,
            "article x.3 \"\\\"Name\\\"\"\n  evidence official-text\n  | turned ab\n\n"
        );
        assert!(found.left_out[0].contains("control characters"));
    }

    #[test]
    fn no_text_makes_it_panic() {
        for text in [
            "",
            "Article",
            "Article ",
            "Article 99999999999999999999",
            "Article 1¹²³",
            "Статья\u{a0}5",
            "Article 0",
            "Art. 5-",
            "Article 5.\u{301}",
        ] {
            let found = cut(text);
            assert!(found.cuts.len() <= 1, "{text}");
        }
    }
}
