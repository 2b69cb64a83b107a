//! Judging acts about instruments.

use super::Case;
use super::mandate::{self, Stands};
use super::reservation;
use crate::code::Provision;
use crate::effect::{Effect, Said};
use crate::state::State;
use servanda_model::{
    Accession, ArticleId, Cause, ConsentForm, DecisionAsked, Event, Grade, InstrumentId, List,
    Notice, PartyId, Rule, SignatureEffect, SignatureRule, Status, Wording, remark,
};

/// Judges what each party communicated about each instrument, where who signed represents it.
pub(super) fn each_signed(
    case: &mut Case<'_, '_>,
    instruments: List,
    parties: List,
    step: impl Fn(&mut Case<'_, '_>, InstrumentId, PartyId),
) {
    each(case, instruments, parties, |case, instrument, party| {
        if !super::powers::are_missing(case, instrument, party) {
            step(case, instrument, party);
        }
    });
}

/// Judges what each party did about each instrument.
fn each(
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

/// Judges a source's word that participation ended.
pub(super) fn end_all(case: &mut Case<'_, '_>, instruments: List, parties: List, cause: Cause) {
    let history = case.placed.history;
    for instrument in history.instruments(instruments) {
        end(case, *instrument, history.parties(parties), cause);
    }
}

/// Judges that participation was suspended.
pub(super) fn suspend_all(case: &mut Case<'_, '_>, instruments: List, parties: List, cause: Cause) {
    each(case, instruments, parties, |case, instrument, party| {
        happen(case, instrument, party, Event::Suspend, Some(cause));
    });
}

/// Judges that participation was resumed.
pub(super) fn resume(case: &mut Case<'_, '_>, instruments: List, parties: List) {
    each(case, instruments, parties, |case, instrument, party| {
        happen(case, instrument, party, Event::Resume, None);
    });
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

pub(super) fn sign(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    let rule = provision(case, instrument, |rule| {
        if let Rule::Signature(rule) = rule { Some(rule) } else { None }
    });
    if let Some((provision, rule)) = rule
        && is_closed(case, &provision, rule, instrument, party)
        && provision.clause.breach == Grade::Void
    {
        return;
    }
    let article = rule.map(|(provision, _)| provision.article);
    let event = match rule.map(|(_, rule)| rule.effect) {
        Some(SignatureEffect::Definitive) => Event::Consent,
        Some(SignatureEffect::SubjectToRatification) | None => Event::Sign,
    };
    case.guard(article, true, Said::Signed(party));
    let before = standing(case.state, case, instrument, party);
    if event.next(before).is_none() {
        return happen(case, instrument, party, event, None);
    }
    let (from, why) = (case.from, case.why(article));
    let held_up = event == Event::Consent && reservation::holds_up(case, instrument, party);
    let event = if held_up { Event::Sign } else { event };
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

/// Tells whether an instrument is not open to the signature of a party on that day, and says so.
fn is_closed(
    case: &mut Case<'_, '_>,
    provision: &Provision<'_>,
    rule: &SignatureRule,
    instrument: InstrumentId,
    party: PartyId,
) -> bool {
    let said = if let Some(last) = rule.through.filter(|last| *last < case.from) {
        let (of, on) = (instrument, case.from);
        remark!(SIGNATURE_CLOSED, instrument = of, last = last, party = party, day = on)
    } else if rule.open_to.as_ref().is_some_and(|open| !open.contains(party)) {
        remark!(SIGNATURE_OF_OTHERS, instrument = instrument, party = party)
    } else {
        return false;
    };
    let article = Some(provision.article);
    case.guard(article, false, Said::Provided);
    case.find(provision.clause.breach, article, said);
    true
}

pub(super) fn deposit(
    case: &mut Case<'_, '_>,
    form: ConsentForm,
    instrument: InstrumentId,
    party: PartyId,
) {
    let signed = case.state.participation(instrument, party).is_some_and(|p| p.signed.is_some());
    let article = match form {
        ConsentForm::Ratification | ConsentForm::Acceptance | ConsentForm::Approval => {
            case.guard(None, signed, Said::Signed(party));
            if !signed {
                let notice = Notice::NoSignature { instrument, party, form };
                case.find(Grade::Unrecorded, None, notice);
            } else {
                signature_is_spent(case, instrument, party);
            }
            ratified_under(case, instrument)
        }
        ConsentForm::Accession
        | ConsentForm::Succession
        | ConsentForm::Notification
        | ConsentForm::Consent => None,
    };
    // At a door, one that has not signed consents as one that accedes, whatever it calls it.
    let received = case.placed.history.is_received(case.placed.position);
    let accedes = form == ConsentForm::Accession || (received && !signed);
    let article = match accedes.then(|| accession(case, instrument, party)) {
        None => article,
        Some(Ok(by_accession)) => article.or(by_accession),
        Some(Err(Grade::Void)) => return,
        // It has its effect in spite of the article, not by it.
        Some(Err(Grade::Irregular | Grade::Unrecorded | Grade::Disputed | Grade::Orphan)) => None,
    };
    if !reservation::holds_up(case, instrument, party) {
        happen_under(case, instrument, party, (Event::Consent, None), article);
    }
}

/// Notices a ratification by a former party that has signed nothing since: its old signature was
/// followed by its first consent, and a state that did not sign consents by accession (VCLT 14, 15).
fn signature_is_spent(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    let known = case.state.participation(instrument, party);
    let signed = known.and_then(|known| known.signed);
    let span = known.and_then(|known| known.line.at(case.from));
    let ended = span.filter(|span| span.value.status == Status::Former).map(|span| span.from);
    let Some(day) = ended.filter(|ended| signed.is_some_and(|signed| signed <= *ended)) else {
        return;
    };
    let clause = provision(case, instrument, |rule| {
        if let Rule::Accession(accession) = rule { Some(*accession) } else { None }
    });
    let article = clause.map(|(provision, _)| provision.article);
    let is_open = clause.is_some_and(|(_, kind)| kind != Accession::Closed);
    let said = if is_open {
        remark!(SPENT_SIGNATURE_OPEN, party = party, instrument = instrument, day = day)
    } else {
        remark!(SPENT_SIGNATURE, party = party, instrument = instrument, day = day)
    };
    case.guard(article, false, Said::Signed(party));
    case.find(Grade::Unrecorded, article, said);
}

/// Returns the article that asks for a ratification after the signature (VCLT 14).
fn ratified_under(case: &Case<'_, '_>, instrument: InstrumentId) -> Option<ArticleId> {
    let rule = provision(case, instrument, |rule| {
        let Rule::Signature(rule) = rule else { return None };
        (rule.effect == SignatureEffect::SubjectToRatification).then_some(())
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
    let Some((provision, kind)) = rule else { return without_clause(case, instrument, party) };
    match kind {
        Accession::Open => return Ok(Some(provision.article)),
        Accession::ByConsent(asked) => {
            return by_consent(case, &provision, &asked, instrument, party);
        }
        Accession::Closed => {}
    }
    let said = remark!(ACCESSION_CLOSED, instrument = instrument, party = party);
    case.guard(Some(provision.article), false, Said::Provided);
    case.find(provision.clause.breach, Some(provision.article), said);
    Err(provision.clause.breach)
}

/// Looks whether the decision that lets a state accede is on record (VCLT 15). An accession that was
/// received at a door without it has no effect of its own where a departure has none; history may
/// only lack the decision.
fn by_consent(
    case: &mut Case<'_, '_>,
    provision: &Provision<'_>,
    asked: &DecisionAsked,
    instrument: InstrumentId,
    party: PartyId,
) -> Result<Option<ArticleId>, Grade> {
    let (article, breach) = (provision.article, provision.clause.breach);
    let line = case.state.participation(instrument, party).map(|known| &known.line);
    let since = line.and_then(|line| line.at(case.from)).map(|span| span.from);
    let stands = mandate::stands(case, asked, party, since);
    let received = case.placed.history.is_received(case.placed.position);
    if stands == Stands::NotFound && received && breach == Grade::Void {
        let said = remark!(NO_LEAVE_TO_ACCEDE, party = party, instrument = instrument);
        case.guard(Some(article), false, asked.by.map_or(Said::Provided, Said::Organ));
        case.find(Grade::Void, Some(article), said);
        return Err(Grade::Void);
    }
    if mandate::is_denied(case, (article, breach), asked, party, stands) {
        return Err(Grade::Void);
    }
    if stands == Stands::Adopted { Ok(Some(article)) } else { Err(Grade::Unrecorded) }
}

/// Where no clause lets a state accede, none does at a door (VCLT 15); in history the clause may only
/// be missing here.
fn without_clause(
    case: &mut Case<'_, '_>,
    instrument: InstrumentId,
    party: PartyId,
) -> Result<Option<ArticleId>, Grade> {
    let mut said = remark!(NO_ACCESSION, instrument = instrument, party = party);
    case.guard(None, false, Said::Provided);
    if case.placed.history.is_received(case.placed.position) {
        said.wording = Wording::NO_ACCESSION_RECEIVED;
        case.find(Grade::Void, None, said);
        return Err(Grade::Void);
    }
    case.find(Grade::Unrecorded, None, said);
    Ok(None)
}

pub(super) fn provisional(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    let rule = provision(case, instrument, |rule| {
        matches!(rule, Rule::ProvisionalByDeclaration | Rule::ProvisionalFromSignature)
            .then_some(rule)
    });
    let article = rule.map(|(provision, _)| provision.article);
    let signed = case.state.participation(instrument, party).is_some_and(|p| p.signed.is_some());
    let departs =
        rule.filter(|(_, rule)| matches!(rule, Rule::ProvisionalFromSignature) && !signed);
    case.guard(article, rule.is_some() && departs.is_none(), Said::Provided);
    if rule.is_none() {
        let said = remark!(NO_PROVISIONAL, instrument = instrument, party = party);
        case.find(Grade::Unrecorded, None, said);
    }
    if let Some((provision, _)) = departs {
        let breach = provision.clause.breach;
        let said = remark!(PROVISIONAL_UNSIGNED, instrument = instrument, party = party);
        case.find(breach, article, said);
        if breach == Grade::Void {
            return;
        }
    }
    let article = article.filter(|_| departs.is_none());
    happen_under(case, instrument, party, (Event::ApplyProvisionally, None), article);
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
