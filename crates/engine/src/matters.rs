//! Which kinds of matters an organ decides.

use crate::code::Code;
use crate::state::State;
use servanda_model::{ArticleId, BodyId, Day, Matter, MatterId};

impl<'l> Code<'l> {
    /// Returns the kind of matter that a decision of an organ is of on a day where none is told.
    pub fn default_kind(&self, organ: BodyId, state: &State, on: Day) -> Option<MatterId> {
        let counts = |(article, version, matter): &&(ArticleId, u16, &'l Matter)| {
            matter.by_default
                && matter.organs.contains(&organ)
                && self.version(*article, state, on) == Some(*version)
        };
        self.matters.iter().find(counts).map(|(_, _, matter)| matter.kind)
    }

    /// Returns the kinds of matters an organ decides, in whatever version of an article.
    pub fn kinds_of(&self, organ: BodyId) -> Vec<MatterId> {
        let of = self.matters.iter().filter(|(_, _, matter)| matter.organs.contains(&organ));
        let mut kinds: Vec<MatterId> = of.map(|(_, _, matter)| matter.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}
