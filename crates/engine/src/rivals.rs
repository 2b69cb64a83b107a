//! Rival readings of a rule that took the place of a matter's own.

use crate::code::Code;
use crate::decide::Decided;
use crate::state::State;
use servanda_model::{ArticleId, BodyId, Day, Matter, RuleId};

/// The readings of a matter beside each other, each with its article, and the rule they read.
type Rivals<'l> = (RuleId, Vec<(ArticleId, &'l Matter)>);

/// Returns the rival readings of the first rule, after the matter's own, to which a decision came:
/// those of the kind of matter that its organ decides under that rule, the organ's default first.
pub fn rivals<'l>(
    code: &Code<'l>,
    state: &State,
    (organ, on): (BodyId, Day),
    decided: &Decided<'l>,
) -> Option<Rivals<'l>> {
    let first = code.default_kind(organ, state, on);
    let later = decided.applied.iter().skip(1);
    later.map(|applied| applied.rule.name).find_map(|rule| {
        let kinds = first.into_iter().chain(code.kinds_of(organ));
        let read = |kind| -> Vec<(ArticleId, &'l Matter)> {
            code.matters_on(organ, kind, state, on).collect()
        };
        let is_read = |all: &Vec<(ArticleId, &Matter)>| {
            all.len() > 1 && all.iter().any(|(_, matter)| matter.rule == rule)
        };
        kinds.map(read).find(is_read).map(|all| (rule, all))
    })
}
