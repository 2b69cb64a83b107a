//! Judging who decides on a membership or an accession, and whether the decision is on record.

use super::Case;
use crate::effect::{Effect, Said};
use crate::ruling::{Ruling, ruled};
use servanda_model::{
    ArticleId, BodyId, Change, Day, Decision, DecisionAsked, Grade, MemberStatus, Notice, PartyId,
    remark,
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
    if let (Some(asked), Some(other)) = (mandate.asked.by, by)
        && asked != other
    {
        let said = remark!(ANOTHER_ORGAN, organ = asked, other = other);
        case.guard(Some(article), false, Said::Organ(asked));
        case.find(breach, Some(article), said);
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
            let said = match asked.by {
                Some(organ) => remark!(NOT_ADOPTED_BY, organ = organ, party = party, day = on),
                None => remark!(NOT_ADOPTED, party = party, day = on),
            };
            case.find(breach, Some(article), said);
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
    let said = match change {
        Change::Admission(_) => remark!(NOBODY_ADMITS, body = body),
        Change::Restoration => remark!(NOBODY_RESTORES, body = body),
        Change::Suspension(_) => remark!(NOBODY_SUSPENDS, body = body),
        Change::Expulsion => remark!(NOBODY_EXPELS, body = body),
    };
    if case.placed.history.is_received(case.placed.position) {
        case.guard(None, false, Said::Provided);
        return case.find(Grade::Irregular, None, said);
    }
    match by {
        Some(organ) => case.guard(None, true, Said::Organ(organ)),
        None => case.find(Grade::Unrecorded, None, remark!(NO_DECISION)),
    }
}
