//! Markdown as far as the corpus needs it: fenced blocks, links, headings.

use std::ops::Range;

/// A fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<'t> {
    /// The first word after the fence.
    pub language: &'t str,
    /// What `name=` gives.
    pub name: Option<&'t str>,
    /// Whether the word `escaped` says that `\\xNN`, `\\r`, `\\t` stand for bytes.
    pub is_escaped: bool,
    /// The line of the opening fence, from 1.
    pub line: usize,
    /// The bytes between the fences.
    pub body: Range<usize>,
    /// How many marks the fence has.
    pub marks: usize,
    /// What stands between the fences.
    pub text: &'t str,
}

/// A link of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'t> {
    /// Its line, from 1.
    pub line: usize,
    /// Where it leads.
    pub target: &'t str,
}

/// Returns the fenced blocks of a text, in order; one that is never closed runs to the end.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut open: Option<Block<'_>> = None;
    let mut at = 0_usize;
    for (line, row) in (1_usize..).zip(text.split_inclusive('\n')) {
        let next = at.saturating_add(row.len());
        let fence = fence(row);
        match (open.take(), fence) {
            (None, None) => {}
            (None, Some((marks, info))) => open = Some(begin(info, line, marks, next)),
            (Some(block), Some((marks, ""))) if marks >= block.marks => {
                found.push(end(block, text, at));
            }
            (Some(block), Some(_) | None) => open = Some(block),
        }
        at = next;
    }
    found.extend(open.map(|block| end(block, text, at)));
    found
}

fn fence(row: &str) -> Option<(usize, &str)> {
    let info = row.trim_start_matches('`');
    let marks = row.len().saturating_sub(info.len());
    (marks >= 3).then(|| (marks, info.trim()))
}

fn begin(info: &str, line: usize, marks: usize, body: usize) -> Block<'_> {
    let (mut name, mut is_escaped) = (None, false);
    let (language, rest) = info.split_once(' ').unwrap_or((info, ""));
    for word in rest.split_whitespace() {
        name = word.strip_prefix("name=").or(name);
        is_escaped |= word == "escaped";
    }
    Block { language, name, is_escaped, line, body: body..body, marks, text: "" }
}

fn end<'t>(block: Block<'t>, text: &'t str, at: usize) -> Block<'t> {
    let body = block.body.start..at;
    let inside = text.get(body.clone()).unwrap_or("");
    Block { body, text: inside, ..block }
}

/// Returns the lines outside fenced blocks, each with its number.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let fenced: Vec<Range<usize>> = blocks(text)
        .iter()
        .map(|block| {
            let lines = block.text.lines().count();
            block.line..block.line.saturating_add(lines).saturating_add(2)
        })
        .collect();
    (1_usize..)
        .zip(text.lines())
        .filter(move |(line, _)| !fenced.iter().any(|range| range.contains(line)))
}

/// Returns the links of a text, those in code left out.
pub fn links(text: &str) -> Vec<Link<'_>> {
    let mut found = Vec::new();
    for (line, row) in prose(text) {
        // Every second piece between backticks is code.
        for piece in row.split('`').step_by(2) {
            let ends = piece.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
            found.extend(ends.map(|(target, _)| Link { line, target }));
        }
    }
    found
}

/// Returns the anchors of a text: those of its headings, and those it sets with `<a id="…">`.
pub fn slugs(text: &str) -> Vec<String> {
    let headings = prose(text).filter(|(_, row)| row.starts_with('#'));
    let of_headings = headings.map(|(_, row)| slug(row.trim_start_matches('#').trim()));
    let set = text.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    of_headings.chain(set.map(str::to_owned)).collect()
}

fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# One `x` rule\n\n```charter name=a.charter\nservanda 1\n```\n\
        See [it](a.md#b) and `[not](it)`.\n````console\n```\n````\n";

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        let found = blocks(TEXT);
        let seen: Vec<_> = found.iter().map(|b| (b.language, b.name, b.line, b.text)).collect();
        let first = ("charter", Some("a.charter"), 3, "servanda 1\n");
        assert_eq!(seen, [first, ("console", None, 7, "```\n")]);
    }

    #[test]
    fn links_in_code_lead_nowhere() {
        assert_eq!(links(TEXT), [Link { line: 6, target: "a.md#b" }]);
        assert_eq!(slugs(TEXT), ["one-x-rule"]);
    }
}
