//! Entity tags that are known before an answer is made: from what it is made of.

use crate::asked::Asked;
use crate::assets;
use crate::site::Site;
use servanda_seal::Digest;
use servanda_tlog::{Hash, TreeHead};

/// What this program was built from, so that another build gives other tags.
const BUILD: &str = env!("SERVANDA_BUILD");

/// Returns the tag of an answer: the same record, day, language and question have the same answer.
pub(crate) fn of_answer(site: &Site, asked: &Asked, question: &str) -> String {
    let (today, beside) = (site.today().to_string(), asked.neighbour().unwrap_or(""));
    let address = asked.address().unwrap_or("");
    let made_of = [BUILD, site.stamp(), &today, asked.tongue().tag, beside, address, question];
    assets::tag(made_of.join("\n").as_bytes())
}

/// Returns the tag of a log that stands at a head: its size and its root.
pub(crate) fn head_tag(head: &TreeHead) -> String {
    format!("\"{}.{}\"", head.size, Digest(head.root.0))
}

/// Reads the heads that a line of tags names; what names none is none of ours.
pub(crate) fn heads(line: &str) -> Vec<TreeHead> {
    let head = |tag: &str| {
        let (size, root) = tag.trim().strip_prefix('"')?.strip_suffix('"')?.split_once('.')?;
        let root = Digest::parse(root)?;
        Some(TreeHead { size: size.parse().ok()?, root: Hash(root.0) })
    };
    line.split(',').filter_map(head).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_of_a_head_is_read_back_and_nothing_else_is() {
        let head = TreeHead { size: 7, root: Hash([0xAB; 32]) };
        let tag = head_tag(&head);
        assert_eq!(heads(&tag), vec![head]);
        assert_eq!(heads(&format!("\"x\", {tag}")), vec![head]);
        // A weak tag does not stand for the same bytes (RFC 9110, section 13.1.1).
        for other in ["", "*", "7", &format!("W/{tag}"), "\"7.ab\"", "\"-1.\""] {
            assert!(heads(other).is_empty(), "{other}");
        }
    }
}
