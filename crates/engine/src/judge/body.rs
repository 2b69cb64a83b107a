//! Judging acts about bodies: membership, sessions, chairs.

use super::Case;
use crate::effect::{Effect, Said};
use servanda_model::{
    BodyId, BodyKind, Cause, Decider, Grade, Joining, List, MemberStatus, PartyId, PlaceId,
    SessionForm,
};

/// Judges how parties became members of a body.
pub(super) fn join(
    case: &mut Case<'_, '_>,
    (body, parties): (BodyId, List),
    status: MemberStatus,
    by: Option<BodyId>,
    how: Joining,
) {
    decided(case, body, by, how);
    for party in case.placed.history.parties(parties) {
        member(case, body, *party, status, None);
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
    if cause == Cause::Expelled {
        decided(case, body, by, Joining::Admitted);
    }
    for party in case.placed.history.parties(parties) {
        leave_one(case, body, *party, cause);
    }
}

/// Judges that an organ met.
pub(super) fn meet(
    case: &mut Case<'_, '_>,
    organ: BodyId,
    place: Option<PlaceId>,
    form: SessionForm,
) {
    super::paper::was_called(case, organ, form);
    let (on, why) = (case.from, case.why(None));
    case.effects.push(Effect::Meet { organ, place, form, on, why });
}

fn is_own(case: &Case<'_, '_>, body: BodyId) -> bool {
    case.code.law.body(body).is_some_and(|row| row.kind == BodyKind::Own)
}

/// The own organisation takes members by a decision; one that is not on record is noticed.
fn decided(case: &mut Case<'_, '_>, body: BodyId, by: Option<BodyId>, how: Joining) {
    if !is_own(case, body) {
        return;
    }
    if let Some(organ) = by {
        case.guard(None, true, Said::Organ(organ));
        return;
    }
    let message = match how {
        Joining::Told => "no act found in this record: what made it a member",
        Joining::Admitted | Joining::Restored => {
            "no act found in this record: the decision of an organ"
        }
    };
    case.find(Grade::Unrecorded, None, message.to_owned());
}

fn member(
    case: &mut Case<'_, '_>,
    body: BodyId,
    party: PartyId,
    status: MemberStatus,
    cause: Option<Cause>,
) {
    let (from, why) = (case.from, case.why(None));
    case.effects.push(Effect::Member { body, party, status, cause, from, why });
}

fn leave_one(case: &mut Case<'_, '_>, body: BodyId, party: PartyId, cause: Cause) {
    let before = case.state.member(body, party, case.from);
    match before {
        None => {
            let name = case.code.law.party_names.word(party);
            let message = format!("{name} was never a member: the act changes nothing");
            case.find(Grade::Orphan, None, message);
        }
        Some(MemberStatus::Former) => {
            let name = case.code.law.party_names.word(party);
            let message = format!("{name} is no longer a member: the act changes nothing");
            case.find(Grade::Void, None, message);
        }
        Some(
            MemberStatus::Member
            | MemberStatus::Suspended
            | MemberStatus::Observer
            | MemberStatus::Partner,
        ) => {
            member(case, body, party, MemberStatus::Former, Some(cause));
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
    let relied_on = case.placed.act.details.as_ref().and_then(|d| d.under.first().copied());
    if is_own(case, body) {
        decided(case, body, by, Joining::Admitted);
        case.guard(relied_on, relied_on.is_some(), Said::Provided);
        if relied_on.is_none() {
            let what = if cause == Cause::SuspendedOwnRequest {
                "suspension at a member's own request"
            } else {
                "this suspension"
            };
            let message = format!(
                "the act names no article for {what}, and none encoded here provides for it"
            );
            case.find(Grade::Irregular, None, message);
        }
    }
    for party in case.placed.history.parties(parties) {
        let before = case.state.member(body, *party, case.from);
        if before == Some(MemberStatus::Member) {
            let (from, why) = (case.from, case.why(relied_on));
            let status = MemberStatus::Suspended;
            case.effects.push(Effect::Member {
                body,
                party: *party,
                status,
                cause: Some(cause),
                from,
                why,
            });
        } else {
            let name = case.code.law.party_names.word(*party);
            let message = format!("{name} is no full member on that day: the act changes nothing");
            case.find(Grade::Void, None, message);
        }
    }
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
