//! Judging reservations: that they are made, hold up a consent to be bound, and are taken back.

use super::Case;
use super::instrument::{names, provision, standing};
use crate::code::Provision;
use crate::effect::{Effect, Said};
use crate::reservation::{Acceptance, Reserved, Reserving};
use servanda_model::{
    BodyId, DecisionAsked, Deed, Event, Grade, InstrumentId, List, PartyId, Reservations, Rule,
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
            let word = case.code.law.instrument_names.word(instrument);
            let message =
                format!("`{word}` takes no reservations: it is received and put to the state");
            case.find(provision.clause.breach, article, message);
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
        let (word, name) = names(case, instrument, party);
        let message = format!(
            "{name} consented to be bound by `{word}` on {on}, before it made the reservation: it is received and put to the state"
        );
        return case.find(provision.clause.breach, article, message);
    }
    if provision.clause.breach != Grade::Void {
        let whose = whose(case, asked.by);
        let (_, name) = names(case, instrument, party);
        let message = format!(
            "no act found in this record: the acceptance{whose} of the reservation of {name}"
        );
        return case.find(provision.clause.breach, article, message);
    }
    let position = case.placed.history.first_told(case.placed.position);
    let (article, acceptance) = (provision.article, Acceptance::Awaited);
    let reserved = Reserved { position, instrument, party, asked, article, acceptance };
    let (step, from, why) = (Reserving::Made(reserved), case.from, case.why(Some(article)));
    case.effects.push(Effect::Reservation(step, from, why));
}

fn whose(case: &Case<'_, '_>, by: Option<BodyId>) -> String {
    by.map_or_else(String::new, |by| format!(" by `{}`", case.code.law.body_names.word(by)))
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
    let (word, name) = names(case, instrument, party);
    let whose = whose(case, by);
    let message = match reserved.acceptance {
        Acceptance::Awaited | Acceptance::Given => format!(
            "no act found in this record before it: the acceptance{whose} of the reservation of {name} to `{word}`; the consent is received and has no effect until then"
        ),
        Acceptance::Refused(on) => format!(
            "the reservation of {name} to `{word}` was not accepted{whose} on {on}: the consent is received and has no effect of its own"
        ),
    };
    case.guard(article, false, by.map_or(Said::Provided, Said::Organ));
    case.find(Grade::Void, article, message);
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
        let name = case.code.law.party_names.word(*other);
        let message = format!("the reservation is none of {name}: the act changes nothing");
        case.find(Grade::Void, None, message);
    }
    true
}
