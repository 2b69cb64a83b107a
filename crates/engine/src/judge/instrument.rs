//! Judging acts about instruments.

use super::Case;
use crate::code::Provision;
use crate::condition::measure;
use crate::effect::{Effect, Said};
use crate::state::State;
use servanda_model::{
    Accession, ArticleId, Bound, Cause, Condition, ConsentForm, Event, Grade, InstrumentId, List,
    Notice, PartyId, Rule, SignatureEffect, Status,
};

/// Judges what each party did about each instrument.
pub(super) fn each(
    case: &mut Case<'_, '_>,
    instruments: List,
    parties: List,
    step: impl Fn(&mut Case<'_, '_>, InstrumentId, PartyId),
) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        for party in history.parties(parties) {
            step(case, *instrument, *party);
        }
    }
}

/// Judges a source's word that instruments entered into force.
pub(super) fn enter_all(case: &mut Case<'_, '_>, instruments: List, parties: List) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        enter(case, *instrument, history.parties(parties));
    }
}

/// Judges a source's word that participation ended.
pub(super) fn end_all(case: &mut Case<'_, '_>, instruments: List, parties: List, cause: Cause) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        end(case, *instrument, history.parties(parties), cause);
    }
}

/// Judges reservations.
pub(super) fn reserve_all(case: &mut Case<'_, '_>, instruments: List) {
    let history = case.placed.history;
    history.instruments(instruments).iter().for_each(|instrument| reserve(case, *instrument));
}

/// Finds the first provision of an instrument that the closure takes.
pub(crate) fn provision<'l, T>(
    case: &Case<'_, 'l>,
    instrument: InstrumentId,
    take: impl Fn(&'l Rule) -> Option<T>,
) -> Option<(Provision<'l>, T)> {
    case.code
        .provisions(instrument, case.state, case.placed.day)
        .find_map(|provision| Some((provision, take(&provision.clause.rule)?)))
}

pub(super) fn standing(
    state: &State,
    case: &Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
) -> Option<Status> {
    state.standing(instrument, party, case.from).map(|standing| standing.status)
}

/// Puts an event on a participation, or notices that it changes nothing.
pub(super) fn happen(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
    event: Event,
    cause: Option<Cause>,
) {
    happen_under(case, instrument, party, (event, cause), None);
}

/// Puts an event on a participation that an article gives its effect.
fn happen_under(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
    (event, cause): (Event, Option<Cause>),
    article: Option<ArticleId>,
) {
    let before = standing(case.state, case, instrument, party);
    if event.next(before).is_none() {
        // What never began cannot end, be suspended or be resumed.
        let grade = if before.is_some() { Grade::Void } else { Grade::Orphan };
        return case.find(grade, None, Notice::ChangesNothing { instrument, party, before });
    }
    let (from, why) = (case.from, case.why(article));
    case.effects.push(Effect::Participation { instrument, party, event, cause, from, why });
}

pub(super) fn names(
    case: &Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
) -> (String, String) {
    let law = case.code.law;
    (law.instrument_names.word(instrument).to_owned(), law.party_names.word(party).to_owned())
}

pub(super) fn sign(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::Signature(effect) = rule { Some(*effect) } else { None }
    });
    let article = rule.map(|(provision, _)| provision.article);
    let event = match rule {
        Some((_, SignatureEffect::Definitive)) => Event::Consent,
        Some((_, SignatureEffect::SubjectToRatification)) | None => Event::Sign,
    };
    case.guard(article, true, Said::Signed(party));
    let before = standing(case.state, case, instrument, party);
    if event.next(before).is_none() {
        return happen(case, instrument, party, event, None);
    }
    let (from, why) = (case.from, case.why(article));
    if event == Event::Consent {
        // A definitive signature is both: the signature is kept, then the consent (VCLT 12).
        let signed = Event::Sign;
        case.effects.push(Effect::Participation {
            instrument,
            party,
            event: signed,
            cause: None,
            from,
            why,
        });
    }
    case.effects.push(Effect::Participation { instrument, party, event, cause: None, from, why });
    let from_signature = provision(case, instrument, |rule| {
        matches!(rule, Rule::ProvisionalFromSignature).then_some(())
    });
    if let Some((provision, ())) = from_signature {
        let why = case.why(Some(provision.article));
        let event = Event::ApplyProvisionally;
        case.effects.push(Effect::Participation {
            instrument,
            party,
            event,
            cause: None,
            from,
            why,
        });
    }
}

pub(super) fn deposit(
    case: &mut Case<'_, '_>,
    form: ConsentForm,
    instrument: InstrumentId,
    party: PartyId,
) {
    let treaty = case.state.treaty(instrument);
    let signed =
        treaty.and_then(|treaty| treaty.parties.get(&party)).is_some_and(|p| p.signed.is_some());
    let article = match form {
        ConsentForm::Ratification | ConsentForm::Acceptance | ConsentForm::Approval => {
            case.guard(None, signed, Said::Signed(party));
            if !signed {
                let notice = Notice::NoSignature { instrument, party, form };
                case.find(Grade::Unrecorded, None, notice);
            }
            ratified_under(case, instrument)
        }
        ConsentForm::Accession => match accession(case, instrument, party) {
            Ok(article) => article,
            Err(Grade::Void) => return,
            // It has its effect in spite of the article, not by it.
            Err(Grade::Irregular | Grade::Unrecorded | Grade::Disputed | Grade::Orphan) => None,
        },
        ConsentForm::Succession | ConsentForm::Notification | ConsentForm::Consent => None,
    };
    happen_under(case, instrument, party, (Event::Consent, None), article);
}

/// Returns the article that asks for a ratification after the signature (VCLT 14).
fn ratified_under(case: &Case<'_, '_>, instrument: InstrumentId) -> Option<ArticleId> {
    let rule = provision(case, instrument, |rule| {
        matches!(rule, Rule::Signature(SignatureEffect::SubjectToRatification)).then_some(())
    });
    rule.map(|(provision, ())| provision.article)
}

/// Looks whether an instrument is open to accession; returns the article that says so, where one
/// does, or the grade of a departure from the one that closes it.
fn accession(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
) -> Result<Option<ArticleId>, Grade> {
    let rule = provision(case, instrument, |rule| {
        if let Rule::Accession(accession) = rule { Some(*accession) } else { None }
    });
    let Some((provision, Accession::Closed)) = rule else {
        return Ok(rule.map(|(provision, _)| provision.article));
    };
    let (word, name) = names(case, instrument, party);
    let message = format!("`{word}` is closed to accession; {name} accedes");
    case.guard(Some(provision.article), false, Said::Provided);
    case.find(provision.clause.breach, Some(provision.article), message);
    Err(provision.clause.breach)
}

pub(super) fn provisional(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    let rule = provision(case, instrument, |rule| {
        matches!(rule, Rule::ProvisionalByDeclaration | Rule::ProvisionalFromSignature)
            .then_some(())
    });
    let article = rule.map(|(provision, ())| provision.article);
    case.guard(article, rule.is_some(), Said::Provided);
    if rule.is_none() {
        let (word, name) = names(case, instrument, party);
        let message = format!(
            "no clause of `{word}` encoded here provides for provisional application; {name} declares it"
        );
        case.find(Grade::Unrecorded, None, message);
    }
    happen_under(case, instrument, party, (Event::ApplyProvisionally, None), article);
}

/// A source says that an instrument entered into force: what the article asks for is looked at,
/// and what the record lacks of it is noticed.
fn enter(case: &mut Case<'_, '_>, instrument: InstrumentId, listed: &[PartyId]) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::EntryIntoForce { when, .. } = rule { Some(when.as_ref()) } else { None }
    });
    let article = rule.map(|(provision, _)| provision.article);
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
    let law = case.code.law;
    let word = law.instrument_names.word(instrument);
    let who: Vec<&str> = missing.iter().map(|party| law.party_names.word(*party)).collect();
    let message = if who.is_empty() {
        format!("no act found in this record: the consents that bring `{word}` into force")
    } else {
        format!(
            "no act found in this record: consent to be bound by `{word}` of {}",
            who.join(", ")
        )
    };
    case.find(Grade::Unrecorded, article, message);
}

fn end(case: &mut Case<'_, '_>, instrument: InstrumentId, listed: &[PartyId], cause: Cause) {
    let parties: Vec<PartyId> = if listed.is_empty() {
        let all =
            case.state.treaty(instrument).into_iter().flat_map(|treaty| treaty.parties.keys());
        all.copied().collect()
    } else {
        listed.to_vec()
    };
    for party in &parties {
        happen(case, instrument, *party, Event::End, Some(cause));
    }
    if listed.is_empty() {
        let (from, why) = (case.from, case.why(None));
        case.effects.push(Effect::OutOfForce { instrument, from, why });
    }
}

fn reserve(case: &mut Case<'_, '_>, instrument: InstrumentId) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::Reservations(bound) = rule { Some(*bound) } else { None }
    });
    let Some((provision, bound)) = rule else {
        return;
    };
    case.guard(Some(provision.article), bound == Bound::Allowed, Said::Provided);
    if bound == Bound::Prohibited {
        let word = case.code.law.instrument_names.word(instrument);
        let message =
            format!("`{word}` takes no reservations: it is received and put to the state");
        case.find(provision.clause.breach, Some(provision.article), message);
    }
}
