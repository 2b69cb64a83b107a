//! Judging whether the person who signs for a state represents it: by office, or with full powers
//! that were presented (VCLT 7, 67).

use super::Case;
use super::instrument::provision;
use crate::effect::{Filed, Said};
use servanda_model::{
    Deed, Details, Grade, InstrumentId, Paper, PartyId, Rule, Signed, Wording, remark,
};

/// Looks who signed for a party. Tells whether what it did has no effect of its own: at a door, where
/// nobody who signed represents the state and no full powers are on record. It may confirm it
/// (VCLT 8).
pub(super) fn are_missing(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
) -> bool {
    let Some(details) = case.placed.act.details.as_deref() else { return false };
    let mut signed = details.signed.iter().filter(|one| one.of.is_none_or(|of| of == party));
    let Some(first) = signed.clone().next() else { return is_of_another(case, details, party) };
    let clause = provision(case, instrument, |rule| {
        if let Rule::FullPowers(without) = rule { Some(without) } else { None }
    });
    let Some((provision, without)) = clause else { return false };
    let article = Some(provision.article);
    let speaks = |one: &Signed| {
        // In which capacity it was is not told of everybody.
        let by_office = one.capacity.as_ref().is_none_or(|capacity| without.contains(capacity));
        by_office || is_presented(case, &one.person, party)
    };
    let holds = signed.any(speaks);
    case.guard(article, holds, Said::Provided);
    if holds {
        return false;
    }
    let capacity = first.capacity.as_deref().unwrap_or_default();
    let mut missing =
        remark!(NO_FULL_POWERS, person = first.person.as_str(), capacity = capacity, party = party);
    let received = case.placed.history.is_received(case.placed.position);
    if received && provision.clause.breach == Grade::Void {
        missing.wording = Wording::NO_FULL_POWERS_RECEIVED;
        case.find(Grade::Void, article, missing);
        return true;
    }
    case.find(Grade::Unrecorded, article, missing);
    false
}

/// Looks whether those who signed all sign for states that do not act here. Tells whether what was
/// done has no effect of its own for that, as at a door.
pub(super) fn is_of_another(case: &mut Case<'_, '_>, details: &Details, party: PartyId) -> bool {
    let acting = case.placed.history.parties_of(case.placed.deed);
    let of_another = |one: &Signed| one.of.is_some_and(|of| !acting.contains(&of));
    let Some(first) = details.signed.first() else { return false };
    let Some(other) = first.of.filter(|_| details.signed.iter().all(of_another)) else {
        return false;
    };
    let person = first.person.as_str();
    let said = remark!(SIGNED_FOR_ANOTHER, person = person, other = other, party = party);
    let received = case.placed.history.is_received(case.placed.position);
    case.find(if received { Grade::Void } else { Grade::Unrecorded }, None, said);
    received
}

/// Tells whether a state presented full powers of a person by the day of an act.
fn is_presented(case: &Case<'_, '_>, person: &str, party: PartyId) -> bool {
    case.state.papers.iter().filter(|filing| filing.from <= case.placed.day).any(|filing| {
        let Filed::Presented { of } = filing.paper else { return false };
        let Some(Deed::Paper(paper)) = case.placed.history.act(of).map(|act| &act.deed) else {
            return false;
        };
        let Paper::Credentials(found) = &**paper else { return false };
        found.person == person && found.party == party
    })
}
