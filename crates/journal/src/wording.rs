//! The wordings of an article, as they stand in the texts of a record, ready to be supposed.

use crate::record::Record;
use servanda_text::{Kind, Node, Reader, Span};

/// One wording of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What words it so: an article, or the first word of an act; none for the article itself.
    pub by: Option<String>,
    /// It as a supposition: `replaces ARTICLE "Title"`, with its own lines below.
    pub lines: String,
}

/// Returns every wording of an article, first the one it was made with.
pub fn wordings(record: &Record, article: &str) -> Vec<Wording> {
    let mut found = Vec::new();
    for (_, text) in record.files.iter().filter(|(_, text)| text.contains(article)) {
        let (tree, _) = Reader::new(text).whole();
        for node in tree.top() {
            if node.opening(1) == "article" && word(node, 1) == article {
                found.push(Wording { by: None, lines: supposed(node, article) });
            }
            let others =
                node.children().filter(|child| words(*child) && word(*child, 1) == article);
            let by = if node.opening(1) == "article" { word(node, 1) } else { word(node, 0) };
            found.extend(
                others.map(|child| Wording {
                    by: Some(by.to_owned()),
                    lines: supposed(child, article),
                }),
            );
        }
    }
    found.sort_by_key(|wording| wording.by.is_some());
    found
}

/// Tells whether a line words another article.
fn words(node: Node<'_, '_>) -> bool {
    matches!(node.opening(1), "replaces" | "inserts")
}

fn word<'t>(node: Node<'_, 't>, index: usize) -> &'t str {
    node.tokens().get(index).map_or("", |token| token.span.of(node.text()))
}

fn supposed(node: Node<'_, '_>, article: &str) -> String {
    let title = node.tokens().iter().find(|token| token.kind == Kind::Quoted);
    let title = title.map_or("\"\"", |token| token.span.of(node.text()));
    let mut lines = format!("replaces {article} {title}\n");
    below(node, 1, &mut lines);
    lines
}

/// Writes what stands below a line, without comments and without what words other articles.
fn below(node: Node<'_, '_>, depth: usize, lines: &mut String) {
    for child in node.children() {
        if words(child) || child.opening(1) == "repeals" {
            continue;
        }
        let line = child.line();
        let end =
            if line.comment.start < line.comment.end { line.comment.start } else { line.span.end };
        let own = Span { start: line.span.start, end }.of(node.text());
        lines.push_str(&"  ".repeat(depth));
        lines.push_str(own.trim_end());
        lines.push('\n');
        below(child, depth.saturating_add(1), lines);
    }
}
