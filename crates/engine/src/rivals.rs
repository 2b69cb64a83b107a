//! The readings under which a text is decided: those of the rule of its matter, and for each of them
//! those of a rule to which it leads.

use crate::code::Code;
use crate::decide::{Decided, followed};
use crate::state::State;
use servanda_model::{ArticleId, BodyId, Day, Matter, MatterId, RuleId};
use std::borrow::Cow;

/// A reading of the rule of a matter, with a reading of a rule to which that leads.
#[derive(Debug, Clone, Copy)]
pub struct Track<'l> {
    /// The article and the reading of the matter's own rule.
    pub own: (ArticleId, &'l Matter),
    /// The rule to which that leads, where it is read in rival ways: the article and the reading.
    pub later: Option<(RuleId, ArticleId, &'l Matter)>,
    /// Whether practice follows it, in everything that is read in rival ways.
    pub is_followed: bool,
    /// Whether practice follows no other in anything.
    pub may_count: bool,
    /// Whether the matter's own rule is read in rival ways.
    is_contested: bool,
}

impl<'l> Track<'l> {
    /// Returns the article of the reading that was taken last.
    pub fn article(&self) -> ArticleId {
        self.later.map_or(self.own.0, |(_, article, _)| article)
    }

    /// Returns the rule that is read in rival ways, and the one that takes its place.
    pub fn instead(&self) -> Option<(RuleId, RuleId)> {
        self.later.map(|(read, _, matter)| (read, matter.rule))
    }

    /// Returns the name of the reading: of both, where there are rivals of both.
    pub fn name(&self) -> Option<Cow<'l, str>> {
        let own = self.own.1.reading.as_deref();
        let Some((_, _, matter)) = self.later else { return own.map(Cow::Borrowed) };
        let later = matter.reading.as_deref();
        match (own.filter(|_| self.is_contested), later) {
            (Some(own), Some(later)) => Some(Cow::Owned(format!("{own}, {later}"))),
            (own, later) => later.or(own).map(Cow::Borrowed),
        }
    }
}

/// Returns each reading under which a text is decided that one of the readings of its matter decides
/// so: that alone, or one for each rival reading of the first rule, after its own, to which it came.
pub fn tracks<'l>(
    code: &Code<'l>,
    state: &State,
    (organ, on): (BodyId, Day),
    (matters, index): (&[(ArticleId, &'l Matter)], usize),
    decided: &Decided<'l>,
    is_law: impl Fn(ArticleId) -> bool,
) -> Vec<Track<'l>> {
    let Some(own) = matters.get(index).copied() else { return Vec::new() };
    let first = followed(matters, on);
    let (by_practice, by_none) = (first == Some(index), first.is_none());
    let alone = Track {
        own,
        later: None,
        is_followed: by_practice,
        may_count: by_practice || by_none,
        is_contested: matters.len() > 1,
    };
    let Some((rule, mut all)) = rivals(code, state, (organ, own.1.kind, on), decided) else {
        return vec![alone];
    };
    all.retain(|(article, _)| is_law(*article));
    if all.len() < 2 {
        return vec![alone];
    }
    let first = followed(&all, on);
    let read = |(index, (article, matter)): (usize, &(ArticleId, &'l Matter))| Track {
        later: Some((rule, *article, *matter)),
        is_followed: alone.is_followed && first == Some(index),
        may_count: alone.may_count && first.is_none_or(|first| first == index),
        ..alone
    };
    all.iter().enumerate().map(read).collect()
}

/// The readings of a matter beside each other, each with its article, and the rule they read.
type Rivals<'l> = (RuleId, Vec<(ArticleId, &'l Matter)>);

/// Returns the rival readings of the first rule, after the matter's own, to which a decision came:
/// those of another kind of matter that its organ decides under that rule, the organ's default first.
fn rivals<'l>(
    code: &Code<'l>,
    state: &State,
    (organ, own, on): (BodyId, MatterId, Day),
    decided: &Decided<'l>,
) -> Option<Rivals<'l>> {
    let first = code.default_kind(organ, state, on);
    let later = decided.applied.iter().skip(1);
    later.map(|applied| applied.rule.name).find_map(|rule| {
        let kinds = first.into_iter().chain(code.kinds_of(organ)).filter(|kind| *kind != own);
        let read = |kind| -> Vec<(ArticleId, &'l Matter)> {
            code.matters_on(organ, kind, state, on).collect()
        };
        let is_read = |all: &Vec<(ArticleId, &Matter)>| {
            all.len() > 1 && all.iter().any(|(_, matter)| matter.rule == rule)
        };
        kinds.map(read).find(is_read).map(|all| (rule, all))
    })
}
