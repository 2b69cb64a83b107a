//! Judging acts about bodies: membership, sessions, chairs.

use super::Case;
use super::instrument::provision;
use super::mandate::decided;
use crate::effect::{Effect, Said};
use servanda_model::{
    ArticleId, BodyId, BodyKind, Cause, Change, Decider, Grade, Joining, List, MemberStatus,
    PartyId, PlaceId, Rule, SessionForm, remark,
};

/// Judges how parties became members of a body.
pub(super) fn join(
    case: &mut Case<'_, '_>,
    (body, parties): (BodyId, List),
    status: MemberStatus,
    by: Option<BodyId>,
    how: Joining,
) {
    let history = case.placed.history;
    let change = match how {
        Joining::Told | Joining::Admitted => Change::Admission(Some(status)),
        Joining::Restored => Change::Restoration,
    };
    for (party, article) in decided(case, (change, body), by, history.parties(parties)) {
        member(case, body, party, (status, None), article);
    }
}

/// Judges how parties left a body.
pub(super) fn leave(
    case: &mut Case<'_, '_>,
    body: BodyId,
    parties: List,
    cause: Cause,
    by: Option<BodyId>,
) {
    let history = case.placed.history;
    if cause == Cause::Expelled {
        let change = (Change::Expulsion, body);
        let departs_from = relied_on(case, change.0, body);
        for (party, article) in decided(case, change, by, history.parties(parties)) {
            leave_one(case, body, party, (cause, article.or(departs_from)));
        }
        return;
    }
    for party in history.parties(parties) {
        if !is_without_notice(case, body, *party) {
            leave_one(case, body, *party, (cause, None));
        }
    }
}

/// Judges that an organ met.
pub(super) fn meet(
    case: &mut Case<'_, '_>,
    organ: BodyId,
    place: Option<PlaceId>,
    form: SessionForm,
) {
    super::paper::was_called(case, organ, form.counted());
    let (on, why) = (case.from, case.why(None));
    case.effects.push(Effect::Meet { organ, place, form, on, why });
}

fn is_own(case: &Case<'_, '_>, body: BodyId) -> bool {
    case.code.law.body(body).is_some_and(|row| row.kind == BodyKind::Own)
}

/// Looks whether a member leaves the own organisation by the notice that an instrument asks for,
/// whose party it is; one that leaves at the door without has not left.
fn is_without_notice(case: &mut Case<'_, '_>, body: BodyId, party: PartyId) -> bool {
    let (code, state, from) = (case.code, case.state, case.from);
    let through = code.member_through(body, party, state, from).filter(|_| is_own(case, body));
    let Some(instrument) = through else { return false };
    let clause =
        provision(case, instrument, |rule| matches!(rule, Rule::Withdrawal(_)).then_some(()));
    let Some((provision, ())) = clause else { return false };
    let article = Some(provision.article);
    case.guard(article, false, Said::Provided);
    if case.placed.history.is_received(case.placed.position) {
        let said = remark!(MEMBER_AS_PARTY, party = party, body = body, instrument = instrument);
        case.find(Grade::Void, article, said);
        return true;
    }
    let said = remark!(NO_NOTICE, instrument = instrument, party = party);
    case.find(Grade::Unrecorded, article, said);
    false
}

fn member(
    case: &mut Case<'_, '_>,
    body: BodyId,
    party: PartyId,
    (status, cause): (MemberStatus, Option<Cause>),
    article: Option<ArticleId>,
) {
    let (from, why) = (case.from, case.why(article));
    case.effects.push(Effect::Member { body, party, status, cause, from, why });
}

fn leave_one(
    case: &mut Case<'_, '_>,
    body: BodyId,
    party: PartyId,
    (cause, article): (Cause, Option<ArticleId>),
) {
    let before = case.state.member(body, party, case.from);
    match before {
        None => case.find(Grade::Orphan, None, remark!(NEVER_MEMBER, party = party)),
        Some(MemberStatus::Former) => {
            case.find(Grade::Void, None, remark!(MEMBER_NO_LONGER, party = party));
        }
        Some(
            MemberStatus::Member
            | MemberStatus::Suspended
            | MemberStatus::Observer
            | MemberStatus::Partner,
        ) => {
            member(case, body, party, (MemberStatus::Former, Some(cause)), article);
        }
    }
}

/// Judges that membership was suspended.
pub(super) fn suspend(
    case: &mut Case<'_, '_>,
    body: BodyId,
    parties: List,
    cause: Cause,
    by: Option<BodyId>,
) {
    let history = case.placed.history;
    let change = Change::Suspension(Some(cause));
    let relied_on = relied_on(case, change, body);
    let happens = decided(case, (change, body), by, history.parties(parties));
    if is_own(case, body) {
        relies_on(case, relied_on, cause);
    }
    for (party, _) in happens {
        let before = case.state.member(body, party, case.from);
        if before == Some(MemberStatus::Member) {
            member(case, body, party, (MemberStatus::Suspended, Some(cause)), relied_on);
        } else {
            case.find(Grade::Void, None, remark!(NO_FULL_MEMBER, party = party));
        }
    }
}

/// Returns the article that an act names first, else the one that says who decides on the change.
fn relied_on(case: &Case<'_, '_>, change: Change, body: BodyId) -> Option<ArticleId> {
    let named = case.placed.act.details.as_ref().and_then(|d| d.under.first().copied());
    let mandate = case.code.mandate(change, body, case.state, case.placed.day);
    named.or_else(|| mandate.map(|(article, ..)| article))
}

/// Says where no article is named for a suspension, and none provides for it.
fn relies_on(case: &mut Case<'_, '_>, article: Option<ArticleId>, cause: Cause) {
    case.guard(article, article.is_some(), Said::Provided);
    if article.is_some() {
        return;
    }
    let said = if cause == Cause::SuspendedOwnRequest {
        remark!(NO_ARTICLE_AT_REQUEST)
    } else {
        remark!(NO_ARTICLE_TO_SUSPEND)
    };
    case.find(Grade::Irregular, None, said);
}

/// Whoever takes the chair has it; what the followed rotation expected is looked at.
pub(super) fn chair(
    case: &mut Case<'_, '_>,
    organ: BodyId,
    party: PartyId,
    instead_of: Option<PartyId>,
) {
    let subject = Decider::ChairOf(organ);
    let turn = super::office::look_at_turn(case, subject, party, instead_of);
    if turn.is_denied {
        return;
    }
    let (from, why) = (case.from, case.why(turn.article));
    case.effects.push(Effect::TakeChair { organ, party, instead_of, from, why });
}
