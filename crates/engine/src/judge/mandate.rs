//! Judging who decides on a membership or an accession, and whether the decision is on record.

use super::Case;
use crate::effect::{Effect, Said};
use crate::ruling::{Ruling, ruled};
use servanda_model::{
    ArticleId, BodyId, Change, Day, Decision, DecisionAsked, Grade, MemberStatus, Notice, PartyId,
};

/// How the decision stands for which an article asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// It was adopted.
    Adopted,
    /// It was not adopted.
    NotAdopted(Day),
    /// The record has none.
    NotFound,
}

/// Keeps what a decision says of a state.
pub(super) fn rule(case: &mut Case<'_, '_>, decision: &Decision) {
    let (law, placed) = (case.code.law, case.placed);
    let (from, position, exact) = (case.from, placed.position, case.why(None).exact);
    for (subject, adopted) in ruled(law, placed.history, placed.act, decision) {
        let ruling = Ruling { subject, adopted, from, position, exact };
        case.effects.push(Effect::Rule { ruling });
    }
}

/// Returns how the decision stands that an article asks for: the last one about a state that was
/// made after a day.
pub(super) fn stands(
    case: &Case<'_, '_>,
    asked: &DecisionAsked,
    party: PartyId,
    since: Option<Day>,
) -> Stands {
    let counts = |ruling: &&Ruling| {
        ruling.subject.about == party
            && ruling.subject.meets(asked)
            && ruling.from <= case.from
            && since.is_none_or(|since| ruling.from > since)
    };
    let last = case.state.rulings.iter().filter(counts);
    match last.max_by_key(|ruling| (ruling.from, ruling.position)) {
        Some(ruling) if ruling.adopted => Stands::Adopted,
        Some(ruling) => Stands::NotAdopted(ruling.from),
        None => Stands::NotFound,
    }
}

/// Looks who decides on a change of membership, and whether the decision is on record; returns
/// those to whom it happens, each with the article by which it does.
pub(super) fn decided(
    case: &mut Case<'_, '_>,
    (change, body): (Change, BodyId),
    by: Option<BodyId>,
    parties: &[PartyId],
) -> Vec<(PartyId, Option<ArticleId>)> {
    let found = case.code.mandate(change, body, case.state, case.placed.day);
    let Some((article, mandate, breach)) = found else {
        without_mandate(case, change, body, by);
        return parties.iter().map(|party| (*party, None)).collect();
    };
    let word = |body: BodyId| case.code.law.body_names.word(body).to_owned();
    if let (Some(asked), Some(other)) = (mandate.asked.by, by)
        && asked != other
    {
        let (asked_word, other) = (word(asked), word(other));
        let message =
            format!("the article asks for a decision by `{asked_word}`; the act names `{other}`");
        case.guard(Some(article), false, Said::Organ(asked));
        case.find(breach, Some(article), message);
        let stay = if breach == Grade::Void { &[][..] } else { parties };
        return stay.iter().map(|party| (*party, None)).collect();
    }
    let mut happens = Vec::new();
    for party in parties {
        let since = since(case, change, body, *party);
        let stands = stands(case, &mandate.asked, *party, since);
        if !is_denied(case, (article, breach), &mandate.asked, *party, stands) {
            let article = (stands == Stands::Adopted).then_some(article);
            happens.push((*party, article));
        }
    }
    happens
}

/// Says where the decision that an article asks for was not adopted or is not on record; tells
/// whether the article denies the act.
pub(super) fn is_denied(
    case: &mut Case<'_, '_>,
    (article, breach): (ArticleId, Grade),
    asked: &DecisionAsked,
    party: PartyId,
    stands: Stands,
) -> bool {
    let said = asked.by.map_or(Said::Provided, Said::Organ);
    case.guard(Some(article), stands == Stands::Adopted, said);
    match stands {
        Stands::Adopted => false,
        Stands::NotAdopted(on) => {
            let law = case.code.law;
            let name = law.party_names.word(party);
            let whose = asked
                .by
                .map_or_else(String::new, |by| format!(" of `{}`", law.body_names.word(by)));
            let message = format!(
                "the decision{whose} on {name} for which the article asks was not adopted on {on}"
            );
            case.find(breach, Some(article), message);
            breach == Grade::Void
        }
        Stands::NotFound => {
            let notice = Notice::DecisionNotFound { party, by: asked.by };
            case.find(Grade::Unrecorded, Some(article), notice);
            false
        }
    }
}

/// Returns the day after which a decision must have been made: that from which the party stands to
/// the body as it does, or for an expulsion is in it. An older one was about another time.
fn since(case: &Case<'_, '_>, change: Change, body: BodyId, party: PartyId) -> Option<Day> {
    let line = case.state.bodies.get(&body)?.members.get(&party)?;
    let spans = line.spans().iter().rev().filter(|span| span.from <= case.from);
    let is_in = |status| matches!(status, MemberStatus::Member | MemberStatus::Suspended);
    let last = match change {
        Change::Expulsion => spans.clone().take_while(|span| is_in(span.value.0)).last(),
        Change::Admission(_) | Change::Restoration | Change::Suspension(_) => None,
    };
    last.or_else(|| spans.clone().next()).map(|span| span.from)
}

/// The own organisation decides who is a member: where no article says which organ does, a decision
/// that is not named is noticed in history, and at the door nobody decides it.
fn without_mandate(case: &mut Case<'_, '_>, change: Change, body: BodyId, by: Option<BodyId>) {
    if case.code.law.own != Some(body) {
        return;
    }
    let what = match change {
        Change::Admission(_) => "an admission to",
        Change::Restoration => "a restoration to",
        Change::Suspension(_) => "a suspension in",
        Change::Expulsion => "an expulsion from",
    };
    if case.placed.history.is_received(case.placed.position) {
        let organisation = case.code.law.body_names.word(body);
        let message =
            format!("no article encoded here says who decides on {what} `{organisation}`");
        case.guard(None, false, Said::Provided);
        return case.find(Grade::Irregular, None, message);
    }
    match by {
        Some(organ) => case.guard(None, true, Said::Organ(organ)),
        None => {
            let message = "no act found in this record: the decision of an organ".to_owned();
            case.find(Grade::Unrecorded, None, message);
        }
    }
}
