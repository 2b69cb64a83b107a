//! What the law says of an organ on a day: an act that changes its article changes it from then on.

use crate::code::Code;
use crate::state::State;
use servanda_model::{ArticleId, Body, BodyId, BodyKind, Day, LegalDay};

impl<'l> Code<'l> {
    /// Returns an organ as the version of its article has it that counts on a day. An organisation
    /// has one wording; so has an organ while no version that names it counts: its first.
    pub fn body_on(&self, body: BodyId, state: &State, on: Day) -> Option<&'l Body> {
        let mut of_body = self.wordings.iter().filter(|(_, _, (of, _))| *of == body);
        let counts = of_body
            .rfind(|(article, version, _)| self.version(*article, state, on) == Some(*version));
        counts.map(|(_, _, (_, wording))| *wording).or_else(|| self.law.body(body))
    }

    /// Tells whether an article that sets a body up counts on a day: in the version that names it, or
    /// in a later one, under which the body goes on. What no article names depends on none.
    pub fn is_set_up(&self, body: BodyId, state: &State, on: Day) -> bool {
        let mut of_body = self.wordings.iter().filter(|(_, _, (of, _))| *of == body).peekable();
        let goes_on = |article: ArticleId, first: u16| {
            let counting = self.version(article, state, on).filter(|counting| *counting >= first);
            let versions = self.law.article(article).map(|row| &row.versions);
            let version = versions.zip(counting).and_then(|(all, it)| all.get(usize::from(it)));
            version.is_some_and(|version| !version.repeals)
        };
        of_body.peek().is_none() || of_body.any(|(article, first, _)| goes_on(*article, *first))
    }

    /// Returns the days of the seat of an organ: its own, else those of its organisation.
    pub fn days_of_seat(&self, organ: BodyId, state: &State, on: Day) -> Option<&'l LegalDay> {
        let row = self.body_on(organ, state, on)?;
        let whole = match row.kind {
            BodyKind::Organ { of } => of.and_then(|whole| self.law.body(whole)),
            BodyKind::Own | BodyKind::Observed => None,
        };
        let told = [Some(row), whole].into_iter().flatten().map(|row| &row.legal_day);
        told.into_iter().find(|days| !days.is_empty())
    }

    /// Returns every wording of an organ, in whatever version of an article.
    pub fn wordings(&self, organ: BodyId) -> impl Iterator<Item = &'l Body> + '_ {
        let of_organ = self.wordings.iter().filter(move |(_, _, (of, _))| *of == organ);
        of_organ.map(|(_, _, (_, wording))| *wording)
    }

    /// Tells whether it depends on the record how an organ is worded on a day.
    pub fn is_reworded(&self, organ: BodyId) -> bool {
        self.wordings(organ).nth(1).is_some()
    }
}
