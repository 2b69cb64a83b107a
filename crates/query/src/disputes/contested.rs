//! Decisions that another reading of their rule does not adopt, and what states held on them.

use crate::asking::Asking;
use crate::decision::recount::{Recount, recount};
use crate::describe::{deed_of, named};
use crate::disputes::{Change, Dispute, Edge, ReadingValue};
use crate::moment::Moment;
use servanda_model::{
    Act, ArticleId, Decision, Deed, LabelId, Mention, Outcome, PartyId, Remark, remark,
};

/// A decision on record on which readings of its rule differ.
pub(crate) struct Contested<'r> {
    /// Its position.
    pub(crate) position: u32,
    /// The decision.
    pub(crate) decision: &'r Decision,
    /// What each reading gives.
    pub(crate) count: Recount<'r>,
    /// The acts that tell what states held on it.
    pub(crate) positions: Vec<u32>,
}

impl Contested<'_> {
    /// Tells whether a state stands on one side of the contest: it was not for the decision, or
    /// said what it holds of it.
    pub(crate) fn concerns(&self, asking: &Asking<'_>, party: PartyId) -> bool {
        let decision = self.decision;
        let lists = [&decision.absent, &decision.against, &decision.abstaining];
        lists.into_iter().any(|list| list.contains(&party))
            || decision.opinions.iter().any(|(whose, _)| *whose == party)
            || self.held(asking).any(|(whose, _)| whose == Some(party))
    }

    /// Returns who held what, with the position of the act.
    pub(crate) fn held<'s>(
        &'s self,
        asking: &'s Asking<'_>,
    ) -> impl Iterator<Item = (Option<PartyId>, u32)> + 's {
        self.positions.iter().map(|position| (whose(asking, *position), *position))
    }
}

/// Lists the decisions made by a day of which the readings of the rule give different outcomes.
pub(crate) fn contested<'r>(asking: &'r Asking<'r>, moment: &Moment) -> Vec<Contested<'r>> {
    let mut found = Vec::new();
    if moment.account.is_some() {
        return found;
    }
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        let Deed::Decide(decision) = &act.deed else { continue };
        let by_now = asking.place(position, moment, &[]).is_some_and(|it| it.day <= moment.on);
        // Where nobody is told to be for it, the votes are not told.
        if !by_now || (decision.in_favour.is_empty() && !is_voted_on(asking, act)) {
            continue;
        }
        let Some(count) = recount(asking, position, moment).filter(Recount::is_told) else {
            continue;
        };
        let outcomes: Vec<Outcome> =
            count.readings.iter().map(|reading| reading.decided.outcome).collect();
        if outcomes.iter().all(|outcome| outcomes.first() == Some(outcome)) {
            continue;
        }
        let articles: Vec<ArticleId> =
            count.readings.iter().map(|reading| reading.article).collect();
        let positions =
            act.label.map(|label| held_on(asking, (label, position), &articles, moment));
        let positions = positions.unwrap_or_default();
        found.push(Contested { position, decision, count, positions });
    }
    found
}

/// Lists the acts by which states said what they hold of a decision, by a day: a statement that
/// names it by `after` or `before`, an objection to it, or a statement of the same day that relies
/// on an article by which its rule is read.
pub(crate) fn held_on(
    asking: &Asking<'_>,
    (label, decided): (LabelId, u32),
    articles: &[ArticleId],
    moment: &Moment,
) -> Vec<u32> {
    let day = asking.history.act(decided).and_then(|act| act.when.exact());
    let is_about = |act: &Act| {
        let Some(details) = act.details.as_deref() else { return false };
        let names = details.after.contains(&label) || details.before.contains(&label);
        let relies = details.under.iter().any(|article| articles.contains(article));
        names || (relies && day.is_some() && act.when.exact() == day)
    };
    let acts = (0u32..).zip(&asking.history.acts).filter(|(position, act)| {
        let objects = matches!(&act.deed, Deed::Object { label: to, .. } if *to == label);
        let says = matches!(&act.deed, Deed::State(speech) if speech.party.is_some());
        let by_now = asking.place(*position, moment, &[]).is_some_and(|it| it.day <= moment.on);
        by_now && (objects || (says && is_about(act)))
    });
    acts.map(|(position, _)| position).collect()
}

/// Returns the state that said what it holds.
fn whose(asking: &Asking<'_>, position: u32) -> Option<PartyId> {
    let act = asking.history.act(position)?;
    if let Deed::State(speech) = &act.deed {
        return speech.party;
    }
    asking.history.parties_of(&act.deed).first().copied()
}

/// Mentions what a state said, in the words of the record.
pub(crate) fn said(asking: &Asking<'_>, position: u32) -> Mention {
    let act = asking.history.act(position);
    let what = act.and_then(|act| act.details.as_deref()).and_then(|all| all.what.first());
    what.map_or_else(|| deed_of(asking, position), |what| Mention::from(what.as_str()))
}

/// Says which state holds what.
pub(crate) fn holds(asking: &Asking<'_>, (whose, position): (Option<PartyId>, u32)) -> Remark {
    let said = said(asking, position);
    match whose {
        Some(party) => remark!(HOLDS, party = party, said = said),
        None => remark!(HOLDS_UNNAMED, said = said),
    }
}

/// Mentions what came of a count.
pub(crate) fn came(outcome: Outcome) -> Remark {
    remark!(OUTCOME, outcome = Mention::Word(outcome.word()))
}

/// Tells the contested decisions as disputes: the readings of the rule, and what was held.
pub(crate) fn disputes(asking: &Asking<'_>, moment: &Moment) -> Vec<Dispute> {
    contested(asking, moment).iter().map(|found| dispute(asking, found)).collect()
}

fn dispute(asking: &Asking<'_>, found: &Contested<'_>) -> Dispute {
    let law = asking.law;
    let readings = found.count.readings.iter().map(|reading| {
        let version = law.article(reading.article).and_then(|article| article.versions.first());
        let (article, outcome) = (reading.article, came(reading.decided.outcome));
        let value = match reading.name.as_deref() {
            Some(name) => {
                remark!(READING_COMES, reading = name, article = article, outcome = outcome)
            }
            None => remark!(RULE_COMES, article = article, outcome = outcome),
        };
        ReadingValue {
            value,
            sources: version.map(|version| version.sources.clone()).unwrap_or_default(),
            is_less_exact: false,
        }
    });
    let held = found.held(asking).map(|(whose, position)| {
        let act = asking.history.act(position);
        ReadingValue {
            value: holds(asking, (whose, position)),
            sources: act
                .map(|act| asking.history.sources(act.sources).to_vec())
                .unwrap_or_default(),
            is_less_exact: false,
        }
    });
    let readings: Vec<ReadingValue> = readings.chain(held).collect();
    let followed = found.count.followed;
    let ours = followed.and_then(|index| found.count.readings.get(index));
    let ours = ours.map_or(Outcome::Undetermined, |reading| reading.decided.outcome);
    let others = found.count.readings.iter().filter(|reading| reading.decided.outcome != ours);
    let dated = asking.history.act(found.position).and_then(|act| act.when.exact());
    let from = Edge { day: found.count.on, is_exact: dated.is_some() };
    let changes = others.map(|reading| Change {
        from,
        until: None,
        what: remark!(
            OUTCOME_CHANGES,
            act = named(asking, found.position),
            outcome = came(reading.decided.outcome),
            ours = came(ours)
        ),
    });
    Dispute {
        position: found.position,
        readings,
        preferred: followed,
        reason: followed.map(|_| remark!(PRACTICE_FOLLOWS)),
        changes: changes.collect(),
    }
}

/// Tells whether states may have voted by acts of their own on what a decision decides.
fn is_voted_on(asking: &Asking<'_>, act: &Act) -> bool {
    let details = act.details.as_deref();
    let is_before_an_organ = details.is_some_and(|it| it.on.is_some() || it.during.is_some());
    let mut acts = asking.history.acts.iter();
    is_before_an_organ && acts.any(|act| matches!(act.deed, Deed::Vote { .. }))
}
