//! Acts that rest on an article which would not be there.

use super::Baseless;
use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{Derivation, State};
use servanda_model::{
    ArticleId, Day, Deed, InstrumentId, LawPatch, Mention, PartyId, Remark, Rule, VersionStart,
    remark,
};
use std::collections::BTreeSet;

/// Lists the acts that relied on an article, or had an effect by it, which would be repealed.
pub(super) fn lost(asking: &Asking<'_>, supposing: &Asking<'_>, moment: &Moment) -> Vec<Baseless> {
    let Some(repealed) = patch(supposing).map(repealed).filter(|list| !list.is_empty()) else {
        return Vec::new();
    };
    let before = asking.fold(&asking.everything(), moment, &[]);
    let after = supposing.fold(&supposing.everything(), moment, &[]);
    let gone = |article: ArticleId, on: Day| {
        repealed.contains(&article)
            && asking.code.version(article, &before, on).is_some()
            && supposing.code.version(article, &after, on).is_none()
    };
    let mut found = Vec::new();
    for position in asking.everything().positions {
        let Some(placed) = asking.place(position, moment, &[]) else { continue };
        let relied_on = placed.act.details.iter().flat_map(|details| &details.under);
        for article in relied_on.filter(|article| gone(**article, placed.day)) {
            let message = remark!(RELIES_ON, article = *article);
            found.push(Baseless { position, article: Some(*article), message });
        }
    }
    let kept: BTreeSet<(u32, Option<ArticleId>)> = effects(&after, moment.on).collect();
    let lost: BTreeSet<(u32, Option<ArticleId>)> = effects(&before, moment.on).collect();
    for (position, article) in lost.difference(&kept) {
        if let Some(article) = article.filter(|article| repealed.contains(article)) {
            let message = remark!(NO_EFFECT_BY, article = article);
            found.push(Baseless { position: *position, article: Some(article), message });
        }
    }
    let unextended = unextended(asking, (&before, &after), &repealed, moment.on);
    // What keeps nobody bound has no effect: that is said once.
    found.retain(|lost| {
        let same =
            |other: &Baseless| (other.position, other.article) == (lost.position, lost.article);
        !unextended.iter().any(same)
    });
    found.extend(unextended);
    found
}

/// Lists the acts of consent that would no longer keep their parties bound by another instrument.
fn unextended(
    asking: &Asking<'_>,
    (before, after): (&State, &State),
    repealed: &[ArticleId],
    on: Day,
) -> Vec<Baseless> {
    let extensions = asking.law.clauses().filter_map(|(article, clause)| {
        let Rule::Extends(other, _) = clause.rule else { return None };
        let by = asking.law.article(article)?.instrument;
        repealed.contains(&article).then_some((article, other, by))
    });
    let mut found = Vec::new();
    for (article, other, by) in extensions {
        let parties = before.treaty(other).into_iter().flat_map(|treaty| &treaty.parties);
        let bound = parties.map(|(party, _)| *party).filter(|party| {
            is_bound(before, other, *party, on) && !is_bound(after, other, *party, on)
        });
        let lost: Vec<PartyId> = bound.collect();
        for position in asking.about_instrument(by).positions {
            let Some(act) = asking.history.act(position) else { continue };
            let (Deed::Deposit { instruments, parties, .. }
            | Deed::EnterIntoForce { instruments, parties }) = &act.deed
            else {
                continue;
            };
            let parties = asking.history.parties(*parties).iter();
            let kept: Vec<PartyId> =
                parties.filter(|party| lost.contains(*party)).copied().collect();
            if kept.is_empty() || !asking.history.instruments(*instruments).contains(&by) {
                continue;
            }
            let kept = Mention::Parties(kept);
            let message = remark!(NO_LONGER_KEEPS, parties = kept, instrument = other);
            found.push(Baseless { position, article: Some(article), message });
        }
    }
    found
}

fn is_bound(state: &State, instrument: InstrumentId, party: PartyId, on: Day) -> bool {
    state.standing(instrument, party, on).is_some_and(|standing| standing.status.is_bound())
}

/// Returns the acts and articles from which what counts up to a day follows.
fn effects(state: &State, on: Day) -> impl Iterator<Item = (u32, Option<ArticleId>)> + '_ {
    let told =
        move |(from, why): (Day, Derivation)| (from <= on).then_some((why.position, why.article));
    let treaties = state.treaties.iter().map(|(_, treaty)| treaty);
    let of_treaties = treaties.flat_map(|treaty| {
        let force = treaty.force.spans().iter().map(|span| (span.from, span.why));
        let terms = treaty.terms.iter().map(|term| (term.from, term.why));
        let parties = treaty.parties.values().flat_map(|party| party.line.spans());
        force.chain(terms).chain(parties.map(|span| (span.from, span.why)))
    });
    let of_bodies = state.bodies.values().flat_map(|body| body.members.values());
    let of_bodies = of_bodies.flat_map(|line| line.spans()).map(|span| (span.from, span.why));
    of_treaties.chain(of_bodies).filter_map(told)
}

fn patch<'r>(supposing: &Asking<'r>) -> Option<&'r LawPatch> {
    let act = supposing.supposed().and_then(|position| supposing.history.act(position))?;
    let Deed::Amend { patch, .. } = &act.deed else { return None };
    Some(patch)
}

fn repealed(patch: &LawPatch) -> Vec<ArticleId> {
    let versions = patch.versions.iter().filter(|(_, version)| version.repeals);
    versions.map(|(article, _)| *article).collect()
}

/// Says which supposed versions give way to a later one on the day asked about.
pub(super) fn notes(supposing: &Asking<'_>, moment: &Moment) -> Vec<Remark> {
    let Some(patch) = patch(supposing) else { return Vec::new() };
    let state = supposing.fold(&supposing.everything(), moment, &[]);
    let mut notes = Vec::new();
    for (id, _) in &patch.versions {
        let number = supposing.code.version(*id, &state, moment.on);
        let versions = supposing.law.article(*id).map(|row| &row.versions);
        let counts = number.and_then(|number| versions?.get(usize::from(number)));
        let by = counts.and_then(|version| match version.start {
            VersionStart::WithInstrument(_, by) | VersionStart::From(_, by) => Some(by),
            VersionStart::Original | VersionStart::ByAct(_) => None,
        });
        if let Some(by) = by {
            notes.push(remark!(WORDED_LATER, day = moment.on, article = *id, by = by));
        }
    }
    notes
}
