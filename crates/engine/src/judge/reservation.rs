//! Judging reservations: that they are made, hold up a consent to be bound, and are taken back.

use super::Case;
use super::instrument::{provision, standing};
use crate::code::Provision;
use crate::effect::{Effect, Said};
use crate::reservation::{Acceptance, Reserved, Reserving};
use servanda_model::{
    DecisionAsked, Deed, Event, Grade, InstrumentId, List, PartyId, Remark, Reservations, Rule,
    remark,
};

/// Judges reservations.
pub(super) fn all(case: &mut Case<'_, '_>, instruments: List, parties: List) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        reserve(case, *instrument, history.parties(parties));
    }
}

fn reserve(case: &mut Case<'_, '_>, instrument: InstrumentId, parties: &[PartyId]) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::Reservations(rule) = rule { Some(*rule) } else { None }
    });
    let Some((provision, rule)) = rule else { return };
    let article = Some(provision.article);
    match rule {
        Reservations::Allowed => case.guard(article, true, Said::Provided),
        Reservations::Prohibited => {
            case.guard(article, false, Said::Provided);
            let said = remark!(NO_RESERVATIONS, instrument = instrument);
            case.find(provision.clause.breach, article, said);
        }
        Reservations::ByConsent(asked) => {
            for party in parties {
                make(case, &provision, asked, (instrument, *party));
            }
        }
    }
}

/// A reservation waits for the organ; one that comes after the consent holds nothing up.
fn make(
    case: &mut Case<'_, '_>,
    provision: &Provision<'_>,
    asked: DecisionAsked,
    (instrument, party): (InstrumentId, PartyId),
) {
    let article = Some(provision.article);
    let consented = case.state.participation(instrument, party).and_then(|known| known.consented);
    case.guard(article, consented.is_none(), asked.by.map_or(Said::Provided, Said::Organ));
    if let Some(on) = consented {
        let said = remark!(RESERVED_LATE, party = party, instrument = instrument, day = on);
        return case.find(provision.clause.breach, article, said);
    }
    if provision.clause.breach != Grade::Void {
        let said = match asked.by {
            Some(organ) => remark!(NO_ACCEPTANCE_BY, organ = organ, party = party),
            None => remark!(NO_ACCEPTANCE, party = party),
        };
        return case.find(provision.clause.breach, article, said);
    }
    let position = case.placed.history.first_told(case.placed.position);
    let (article, acceptance) = (provision.article, Acceptance::Awaited);
    let reserved = Reserved { position, instrument, party, asked, article, acceptance };
    let (step, from, why) = (Reserving::Made(reserved), case.from, case.why(Some(article)));
    case.effects.push(Effect::Reservation(step, from, why));
}

/// Says what holds up a consent.
fn in_the_way(reserved: &Reserved) -> Remark {
    let Reserved { party, instrument: of, .. } = *reserved;
    match (reserved.acceptance, reserved.asked.by) {
        (Acceptance::Awaited | Acceptance::Given, Some(organ)) => {
            remark!(HELD_UP_BY, organ = organ, party = party, instrument = of)
        }
        (Acceptance::Awaited | Acceptance::Given, None) => {
            remark!(HELD_UP, party = party, instrument = of)
        }
        (Acceptance::Refused(on), Some(organ)) => {
            remark!(NOT_ACCEPTED_BY, party = party, instrument = of, organ = organ, day = on)
        }
        (Acceptance::Refused(on), None) => {
            remark!(NOT_ACCEPTED, party = party, instrument = of, day = on)
        }
    }
}

/// Looks whether a reservation that is not accepted holds up a consent to be bound. The consent is
/// received, and counts from the day on which nothing holds it up any more (VCLT 20(3)).
pub(super) fn holds_up(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) -> bool {
    let Some(reserved) = case.state.reservations.in_the_way(instrument, party).copied() else {
        return false;
    };
    if Event::Consent.next(standing(case.state, case, instrument, party)).is_none() {
        return false;
    }
    let (article, by) = (Some(reserved.article), reserved.asked.by);
    case.guard(article, false, by.map_or(Said::Provided, Said::Organ));
    case.find(Grade::Void, article, in_the_way(&reserved));
    let (from, why) = (case.from, case.why(article));
    let step = Reserving::HeldUp(instrument, party);
    case.effects.push(Effect::Reservation(step, from, why));
    true
}

/// A state takes back a reservation of its own, which it may at any time (VCLT 22). Tells whether any
/// held up a consent.
pub(super) fn take_back(case: &mut Case<'_, '_>, position: u32, by: &[PartyId]) -> bool {
    let position = case.placed.history.first_told(position);
    let kept = &case.state.reservations;
    let open: Vec<PartyId> =
        by.iter().copied().filter(|party| kept.is_open(position, *party)).collect();
    for party in &open {
        let (step, from) = (Reserving::TakenBack(position, *party), case.from);
        let why = case.why(None);
        case.effects.push(Effect::Reservation(step, from, why));
    }
    !open.is_empty()
}

/// Says whose a reservation is that another takes back. Tells whether an act is a reservation.
pub(super) fn is_one(case: &mut Case<'_, '_>, position: u32, by: &[PartyId]) -> bool {
    let history = case.placed.history;
    let first = history.act(history.first_told(position)).map(|act| &act.deed);
    let Some(Deed::Reserve { parties, .. }) = first else { return false };
    let made = history.parties(*parties);
    if let Some(other) = by.iter().find(|party| !made.contains(party)) {
        case.find(Grade::Void, None, remark!(RESERVATION_OF_ANOTHER, party = *other));
    }
    true
}
