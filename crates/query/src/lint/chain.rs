//! Rules that lead back to a rule already tried.

use super::{InForce, following, open};
use servanda_model::{Hole, HoleCode, RuleId};

/// Lists the chains of `otherwise` and `failing that` that come back to a rule already tried.
pub(super) fn returns(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    let mut told: Vec<RuleId> = Vec::new();
    for (article, rule) in &law.rules {
        let Some(path) = back_to(law, vec![rule.name]) else { continue };
        if path.iter().any(|name| told.contains(name)) {
            continue;
        }
        let words: Vec<String> =
            path.iter().map(|name| format!("`{}`", law.rule_word(*name))).collect();
        let message = format!("one rule leads to the next and back: {}", words.join(", "));
        let hint = "let one of the rules decide: take its `otherwise` or `failing that` out";
        holes.push(open(HoleCode::ChainReturns, *article, message, hint));
        told.extend(path);
    }
}

/// Follows a path of rules until it comes back to its first.
fn back_to(law: &InForce<'_, '_>, path: Vec<RuleId>) -> Option<Vec<RuleId>> {
    let (first, last) = (path.first()?, path.last()?);
    let (_, rule) = law.rule(*last)?;
    following(rule).find_map(|next| {
        let longer = [path.as_slice(), &[next]].concat();
        if next == *first {
            Some(longer)
        } else if path.contains(&next) {
            None
        } else {
            back_to(law, longer)
        }
    })
}
