//! What follows from a timer that is due: entries, withdrawals, ends of terms.

use crate::consequence::bound;
use crate::effect::{Derivation, Effect, Judgment, Through};
use crate::state::{Force, State};
use crate::timer::Timer;
use servanda_model::{ArticleId, Cause, Day, Event, InstrumentId};

/// Says what follows from a timer that is due on a day.
pub(crate) fn of_timer(state: &State, timer: Timer, day: Day) -> Judgment {
    let mut judgment = Judgment { against: state.applied, ..Judgment::default() };
    match timer {
        Timer::Entry { instrument, why } => {
            judgment.effects.push(Effect::InForce { instrument, from: day, why });
        }
        Timer::PartyEntry { instrument, party, why } => {
            if !state.in_force(instrument, day) {
                judgment.effects.push(Effect::InForce { instrument, from: day, why });
            }
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
        Timer::Expiry { instrument, number, article, why } => {
            expiry(state, instrument, (number, article, why), day, &mut judgment);
        }
        Timer::Effects { effects, .. } => judgment.effects = effects,
    }
    judgment
}

/// The term is over: whoever no extension binds is no longer a party.
fn expiry(
    state: &State,
    instrument: InstrumentId,
    (number, article, why): (u32, Option<ArticleId>, Derivation),
    day: Day,
    judgment: &mut Judgment,
) {
    let Some(treaty) = state.treaty(instrument) else {
        return;
    };
    if treaty.force.value(day) != Some(Force::InForce) {
        return;
    }
    let why = Derivation { article, through: Through::Expiry, ..why };
    for party in bound(state, instrument, day) {
        if !treaty.extended.contains(&party) {
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
    }
    let goes_on = treaty.terms.iter().any(|term| term.number > number && term.from <= day);
    if !goes_on {
        judgment.effects.push(Effect::OutOfForce { instrument, from: day, why });
    }
}
