//! What a page leaves out of a day before the record ends: what no act of that time is about.

use super::desk::Desk;
use servanda_model::{ArticleId, Day, InstrumentId, InstrumentKind, Rule};
use servanda_query::docket;
use std::collections::BTreeSet;

/// What is told on the day of a page.
pub(crate) struct Era {
    /// Whether the record goes on after the day.
    pub(crate) is_past: bool,
    /// The articles on which an act by the day rests, or that say from when they are followed.
    rests: BTreeSet<ArticleId>,
}

impl Era {
    /// Looks at the day of a page.
    pub(crate) fn of(desk: &Desk<'_, '_>) -> Self {
        let (asking, on) = (desk.asking, desk.moment.on);
        let acts = &asking.history.acts;
        let last = acts.iter().map(|act| act.when.order()).max();
        let is_past = asking.history.complete_to.or(last).is_some_and(|end| on < end);
        let done = acts.iter().filter(|act| act.when.order() <= on);
        let under = done.filter_map(|act| act.details.as_deref()).flat_map(|d| &d.under).copied();
        let followed = asking.law.clauses().filter(|(_, clause)| is_followed(&clause.rule, on));
        let mut rests: BTreeSet<ArticleId> = under.chain(followed.map(|(id, _)| id)).collect();
        rests.extend(docket(asking, &desk.moment).iter().map(|matter| matter.article));
        Self { is_past, rests }
    }

    /// Tells whether an instrument is there: an act by the day is about it, or rests on it.
    pub(crate) fn has(&self, desk: &Desk<'_, '_>, id: InstrumentId) -> bool {
        let first = first_day(desk, id);
        let rests = || {
            let articles = desk.asking.law.instrument(id).map(|row| &row.articles);
            articles.into_iter().flatten().any(|article| self.rests.contains(article))
        };
        !self.is_past || first <= desk.moment.on || (first == Day::MAX && rests())
    }

    /// Tells whether an article of an instrument that is there is told: of practice, and of what no
    /// act adopts, only what something rests on by the day.
    pub(crate) fn has_article(&self, desk: &Desk<'_, '_>, id: ArticleId) -> bool {
        let of = desk.asking.law.article(id).map(|row| row.instrument);
        let adopted = of.is_some_and(|of| first_day(desk, of) <= desk.moment.on);
        let kind = of.and_then(|of| desk.asking.law.instrument(of)).map(|row| row.kind);
        let by_treaty = matches!(kind, Some(InstrumentKind::Treaty | InstrumentKind::Protocol));
        !self.is_past || adopted || by_treaty || self.rests.contains(&id)
    }
}

/// Tells whether a rule says that it is followed by a day: a rotation from one on, a yearly duty.
fn is_followed(rule: &Rule, on: Day) -> bool {
    if let Rule::Rotation(rotation) = rule {
        return rotation.followed_from.is_some_and(|from| from <= on);
    }
    let Rule::EachYear(yearly) = rule else { return false };
    i32::try_from(yearly.from).is_ok_and(|year| year <= on.parts().0)
}

/// Returns the day of the first act about an instrument; those without any come last.
pub(crate) fn first_day(desk: &Desk<'_, '_>, id: InstrumentId) -> Day {
    let history = desk.asking.history;
    let about = history.acts.iter().filter(|act| history.instruments_of(&act.deed).contains(&id));
    about.map(|act| act.when.order()).min().unwrap_or(Day::MAX)
}
