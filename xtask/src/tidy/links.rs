//! Links between the texts lead to a file, and to a heading where they name one.

use crate::tree::{File, Tree};
use servanda_testkit::{links, slugs};

/// Returns every link that leads nowhere.
pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| file.is_markdown()) {
        for link in links(&file.text) {
            if link.target.contains("://") || link.target.starts_with("mailto:") {
                continue;
            }
            if let Some(what) = broken(tree, file, link.target) {
                found.push(format!("{}:{}: {what}", file.path, link.line));
            }
        }
    }
    found
}

fn broken(tree: &Tree, file: &File, target: &str) -> Option<String> {
    let (path, anchor) =
        target.split_once('#').map_or((target, None), |(path, at)| (path, Some(at)));
    let path = if path.is_empty() { Some(file.path.clone()) } else { resolved(&file.path, path) };
    let Some(path) = path else {
        return Some(format!("`{target}` leads out of the repository"));
    };
    if !tree.root.join(&path).exists() {
        return Some(format!("`{target}` leads nowhere"));
    }
    let anchor = anchor?;
    let is_there =
        tree.text(&path).is_some_and(|text| slugs(text).iter().any(|slug| slug == anchor));
    (!is_there).then(|| format!("`{path}` has no heading `#{anchor}`"))
}

/// Returns a path from the root, for a link in a file.
fn resolved(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn links_are_read_from_the_file_they_stand_in() {
        assert_eq!(
            resolved("docs/book/a.md", "../formats/text.md").as_deref(),
            Some("docs/formats/text.md")
        );
        assert_eq!(resolved("README.md", "../x.md"), None);
    }
}
