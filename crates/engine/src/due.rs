//! What follows from a timer that is due: entries, withdrawals, ends of terms.

use crate::consequence::bound;
use crate::effect::{Derivation, Effect, Judgment, Through};
use crate::state::{Force, State, Treaty};
use crate::timer::{Timer, day_after};
use servanda_model::{ArticleId, Cause, Day, Event, InstrumentId, PartyId};

/// Says what follows from a timer that is due on a day.
pub(crate) fn of_timer(state: &State, timer: Timer, day: Day) -> Judgment {
    let mut judgment = Judgment { against: state.applied, ..Judgment::default() };
    match timer {
        Timer::Entry { instrument, why } => {
            let force = state.treaty(instrument).and_then(|treaty| treaty.force.value(day));
            if force.is_none() {
                judgment.effects.push(Effect::InForce { instrument, from: day, why });
                judgment.effects.push(Effect::BindAll { instrument, from: day, why });
            }
        }
        Timer::PartyEntry { instrument, party, why } => {
            let force = state.treaty(instrument).and_then(|treaty| treaty.force.value(day));
            if force != Some(Force::Ended) {
                judgment.effects.push(Effect::InForce { instrument, from: day, why });
                let event = Event::Enter;
                judgment.effects.push(Effect::Participation {
                    instrument,
                    party,
                    event,
                    cause: None,
                    from: day,
                    why,
                });
            }
        }
        Timer::Withdrawal { instrument, party, why } => {
            let why = Derivation { through: Through::NoticePeriod, ..why };
            let (event, cause) = (Event::End, Some(Cause::Withdrawn));
            judgment.effects.push(Effect::Participation {
                instrument,
                party,
                event,
                cause,
                from: day,
                why,
            });
        }
        Timer::Expiry { instrument, first, article, why } => {
            expiry(state, instrument, (first, article, why), day, &mut judgment);
        }
        Timer::Effects { effects, .. } => judgment.effects = effects,
    }
    judgment
}

/// The term that began on `first` is over, where no other took its place: whoever no instrument
/// keeps bound is no longer a party.
fn expiry(
    state: &State,
    instrument: InstrumentId,
    (first, article, why): (Day, Option<ArticleId>, Derivation),
    day: Day,
    judgment: &mut Judgment,
) {
    let Some(treaty) = state.treaty(instrument) else {
        return;
    };
    let ran = treaty.terms.iter().rfind(|term| term.from < day);
    let stands = ran.is_some_and(|ran| ran.from == first && day_after(ran.through()) == day);
    if !stands || treaty.force.value(day) != Some(Force::InForce) {
        return;
    }
    let why = Derivation { article, through: Through::Expiry, ..why };
    let mut goes_on = treaty.terms.iter().any(|term| term.from == day);
    for party in bound(state, instrument, day) {
        if is_extended(state, treaty, party, first, day) {
            goes_on = true;
            continue;
        }
        let (event, cause) = (Event::End, Some(Cause::ExpiredNotExtended));
        judgment.effects.push(Effect::Participation {
            instrument,
            party,
            event,
            cause,
            from: day,
            why,
        });
    }
    if !goes_on {
        judgment.effects.push(Effect::OutOfForce { instrument, from: day, why });
    }
}

/// Tells whether an instrument that binds a party keeps it bound beyond the term that began on
/// `first` and is over on a day.
fn is_extended(state: &State, treaty: &Treaty, party: PartyId, first: Day, day: Day) -> bool {
    treaty.extended.iter().any(|extended| {
        let standing = state.standing(extended.by, party, day);
        extended.party == party
            && first < extended.from
            && extended.from <= day
            && standing.is_some_and(|standing| standing.status.is_bound())
    })
}
