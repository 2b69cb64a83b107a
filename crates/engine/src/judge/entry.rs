//! Judging a source's word that an instrument entered into force.

use super::Case;
use super::instrument::provision;
use crate::code::Provision;
use crate::condition::measure;
use crate::effect::{Effect, Said, Through};
use crate::state::Force;
use servanda_model::{
    ArticleId, Condition, Day, Event, Grade, InstrumentId, List, Mention, Notice, PartyId, Rule,
    remark,
};

/// Judges a source's word that instruments entered into force.
pub(super) fn enter_all(case: &mut Case<'_, '_>, instruments: List, parties: List) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        enter(case, *instrument, history.parties(parties));
    }
}

/// A source says that an instrument entered into force: what the article asks for is looked at,
/// and what the record lacks of it is noticed.
fn enter(case: &mut Case<'_, '_>, instrument: InstrumentId, listed: &[PartyId]) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::EntryIntoForce { when, .. } = rule { Some(when.as_ref()) } else { None }
    });
    let article = rule.map(|(provision, _)| provision.article);
    if let Some((provision, _)) = rule
        && is_early(case, &provision, instrument, listed)
        && provision.clause.breach == Grade::Void
    {
        return;
    }
    let was_in_force = case.state.in_force(instrument, case.from);
    let missing = missing_consent(case, instrument, listed);
    let mut reached = true;
    if let Some((_, Some(condition))) = rule {
        reached = was_in_force || look_at(case, instrument, article, condition);
    }
    if !missing.is_empty() || !reached {
        unrecorded_entry(case, instrument, article, &missing);
    }
    let (from, why) = (case.from, case.why(article));
    case.effects.push(Effect::InForce { instrument, from, why });
    if listed.is_empty() {
        case.effects.push(Effect::BindAll { instrument, from, why });
    }
    for party in listed {
        let event = Event::Enter;
        case.effects.push(Effect::Participation {
            instrument,
            party: *party,
            event,
            cause: None,
            from,
            why,
        });
    }
}

/// Says where the article gives another day than the one told; tells whether that day is still to
/// come, so that the entry into force told would come before it.
fn is_early(
    case: &mut Case<'_, '_>,
    provision: &Provision<'_>,
    instrument: InstrumentId,
    listed: &[PartyId],
) -> bool {
    let Some(day) = given_day(case, instrument, listed).filter(|day| *day != case.from) else {
        return false;
    };
    let said = remark!(ENTRY_ON_ANOTHER_DAY, day = day, instrument = instrument, told = case.from);
    let article = Some(provision.article);
    case.guard(article, false, Said::Notice(day));
    case.find(provision.clause.breach, article, said);
    day > case.from
}

/// Returns the day that the clause has given: the one that a delay which runs leads to, for the
/// instrument or for one of those listed, or the one on which the instrument came into force.
fn given_day(case: &Case<'_, '_>, instrument: InstrumentId, listed: &[PartyId]) -> Option<Day> {
    let due = case.state.entry_due(instrument, listed);
    due.or_else(|| {
        let treaty = case.state.treaty(instrument).filter(|_| listed.is_empty())?;
        let span = treaty.force.at(case.from)?;
        let by_clause = match span.why.through {
            Through::EntryIntoForce | Through::BaseShrank => true,
            Through::Act
            | Through::Expiry
            | Through::Extension
            | Through::NoticePeriod
            | Through::Membership
            | Through::OtherInstrument => false,
        };
        (span.value == Force::InForce && by_clause).then_some(span.from)
    })
}

/// Returns the listed parties whose consent is not on record and who are not bound already.
fn missing_consent(
    case: &Case<'_, '_>,
    instrument: InstrumentId,
    listed: &[PartyId],
) -> Vec<PartyId> {
    let parties = case.state.treaty(instrument).map(|treaty| &treaty.parties);
    let lacks = |party: &&PartyId| {
        let known = parties.and_then(|parties| parties.get(party));
        known.is_none_or(|p| p.consented.is_none())
    };
    listed.iter().filter(lacks).copied().collect()
}

fn look_at(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    article: Option<ArticleId>,
    condition: &Condition,
) -> bool {
    let measured = measure(case.code, case.state, instrument, condition, case.from);
    let counted = measured.counted.iter().collect();
    let missing = measured.base.less(&measured.counted).iter().collect();
    let said = Said::Counted { condition: condition.clone(), counted, missing };
    case.guard(article, measured.holds, said);
    measured.holds
}

fn unrecorded_entry(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    article: Option<ArticleId>,
    missing: &[PartyId],
) {
    if let [party] = missing {
        let notice = Notice::NoConsent { instrument, party: *party };
        return case.find(Grade::Unrecorded, article, notice);
    }
    let said = if missing.is_empty() {
        remark!(NO_CONSENTS, instrument = instrument)
    } else {
        let parties = Mention::Parties(missing.to_vec());
        remark!(NO_CONSENT_OF, instrument = instrument, parties = parties)
    };
    case.find(Grade::Unrecorded, article, said);
}
