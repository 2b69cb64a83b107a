//! Judging papers of sessions: who may convene an organ, and who may speak in it (VCLT 7).

use super::Case;
use crate::effect::{Effect, Filed, Said};
use servanda_model::{
    Actor, ArticleId, BodyId, Call, Convener, Convening, Credentials, CredentialsStage, Day, Deed,
    Grade, LabelId, MemberStatus, Mention, Paper, PartyId, SessionForm, Signed, remark,
};

/// Judges a paper.
pub(super) fn file(case: &mut Case<'_, '_>, paper: &Paper) {
    match paper {
        Paper::Call(call) => convene(case, call),
        Paper::Agenda { of, .. } => drop(session_of(case, *of)),
        Paper::Minutes { of, revision } => minutes(case, *of, *revision),
        // It is received; whether it is enough is for whoever examines it.
        Paper::Credentials(_) => {
            file_as(case, Filed::Presented { of: case.placed.position });
        }
        Paper::Examination { of, stage, .. } => examine(case, *of, *stage),
    }
}

/// Looks at the items, at who sat in a session, and at who spoke during one.
pub(super) fn look(case: &mut Case<'_, '_>) {
    let Some(details) = case.placed.act.details.as_deref() else { return };
    for matter in details.items.iter().filter_map(|item| item.on) {
        let opened = case.placed.history.position_of(matter);
        if opened.is_none_or(|opened| !case.state.matters.contains_key(&opened)) {
            let said = remark!(NO_MATTER, label = case.label(matter));
            case.find(Grade::Orphan, None, said);
        }
    }
    if let Deed::Session { organ, .. } = case.placed.deed {
        details.present.iter().for_each(|sat| speaks(case, *organ, sat));
    }
    let Some(session) = details.during else { return };
    let Some(organ) = session_of(case, session).and_then(|at| organ_at(case, at)) else { return };
    if let Deed::State(speech) = case.placed.deed
        && let (Some(person), Some(_)) = (&speech.person, speech.party)
    {
        let (person, capacity) = (person.clone(), speech.capacity.clone());
        speaks(case, organ, &Signed { person, capacity, of: speech.party });
    }
}

/// Returns what the article says of an organ's sessions, and the article.
fn convening<'l>(case: &Case<'_, 'l>, organ: BodyId) -> (Option<&'l Convening>, Option<ArticleId>) {
    let row = case.code.body_on(organ, case.state, case.from);
    (row.and_then(|row| row.convening.as_deref()), row.and_then(|row| row.article))
}

/// An organ is called together by whom its article names, once for a day and form.
fn convene(case: &mut Case<'_, '_>, call: &Call) {
    let (rule, article) = convening(case, call.organ);
    let may = rule.and_then(|rule| rule.of_form(call.form));
    let holds = may.is_none_or(|who| who.iter().any(|one| is_convener(case, *one, call)));
    case.guard(article, holds, Said::Provided);
    let (organ, on, form) = (call.organ, call.on, call.form.counted());
    if !holds {
        let may = Mention::Conveners(may.unwrap_or_default().to_vec());
        let said = remark!(NO_CONVENER, who = caller(call), organ = organ, conveners = may);
        return case.find(Grade::Void, article, said);
    }
    if is_called(case, organ, on, form) {
        let word = Mention::Word(form.counted().word().unwrap_or_default());
        let said = remark!(CONVENED_ALREADY, organ = organ, form = word, day = on);
        return case.find(Grade::Void, article, said);
    }
    file_as(case, Filed::Call { organ, on, form });
}

fn is_convener(case: &Case<'_, '_>, convener: Convener, call: &Call) -> bool {
    match convener {
        Convener::Chair => {
            let mut taken = case.state.chairs.get(&call.organ).into_iter().flatten();
            let holder = taken.rfind(|turned| turned.from <= case.from);
            holder.is_some_and(|turned| call.parties == [turned.party])
        }
        Convener::Members(least) => {
            let is_member = |party: &&PartyId| {
                let status =
                    case.code.law.own.and_then(|own| case.state.member(own, **party, case.from));
                status == Some(MemberStatus::Member)
            };
            let mut members: Vec<PartyId> =
                call.parties.iter().filter(is_member).copied().collect();
            members.sort_unstable();
            members.dedup();
            u32::try_from(members.len()).is_ok_and(|count| count >= least)
        }
        Convener::Organ(organ) => call.body == Some(organ),
        Convener::Office(office) => call.office == Some(office),
    }
}

fn caller(call: &Call) -> Mention {
    let other = call.body.map(Actor::Organ).or_else(|| call.office.map(Actor::Office));
    other.map_or_else(|| Mention::Parties(call.parties.clone()), Mention::Actor)
}

fn is_called(case: &Case<'_, '_>, organ: BodyId, on: Day, form: SessionForm) -> bool {
    is_filed(case, Filed::Call { organ, on, form })
}

fn is_filed(case: &Case<'_, '_>, paper: Filed) -> bool {
    case.state.papers.iter().any(|filing| filing.paper == paper && filing.from <= case.from)
}

fn file_as(case: &mut Case<'_, '_>, paper: Filed) {
    let (from, why) = (case.from, case.why(None));
    case.effects.push(Effect::File { paper, from, why });
}

/// Says where the article names who convenes an organ and the call is not on record.
pub(super) fn was_called(case: &mut Case<'_, '_>, organ: BodyId, form: SessionForm) {
    let (rule, article) = convening(case, organ);
    if rule.is_none_or(|rule| rule.of_form(form).is_none()) {
        return;
    }
    let holds = is_called(case, organ, case.from, form);
    case.guard(article, holds, Said::Provided);
    if !holds {
        case.find(Grade::Unrecorded, article, remark!(NO_CALL));
    }
}

/// Returns the position of the session or call that a label names.
fn session_of(case: &mut Case<'_, '_>, label: LabelId) -> Option<u32> {
    let position = case.placed.history.position_of(label);
    let is_session = |position: &u32| organ_at(case, *position).is_some();
    let found = position.filter(is_session);
    if found.is_none() {
        let said = remark!(NO_SESSION, label = case.label(label));
        case.find(Grade::Orphan, None, said);
    }
    found
}

fn organ_at(case: &Case<'_, '_>, position: u32) -> Option<BodyId> {
    let history = case.placed.history;
    history.organ_that_met(&history.act(position)?.deed)
}

/// A revision takes the place of the one before it; both are kept.
fn minutes(case: &mut Case<'_, '_>, of: LabelId, revision: u32) {
    let Some(of) = session_of(case, of) else { return };
    if is_filed(case, Filed::Minutes { of, revision }) {
        let said = remark!(MINUTES_ALREADY, number = Mention::Number(revision));
        return case.find(Grade::Void, None, said);
    }
    let before = revision.saturating_sub(1);
    if before > 0 && !is_filed(case, Filed::Minutes { of, revision: before }) {
        let said = remark!(NO_MINUTES, number = Mention::Number(before));
        case.find(Grade::Unrecorded, None, said);
    }
    file_as(case, Filed::Minutes { of, revision });
}

fn examine(case: &mut Case<'_, '_>, label: LabelId, stage: CredentialsStage) {
    let position = case.placed.history.position_of(label);
    let Some(of) = position.filter(|at| credentials_at(case, *at).is_some()) else {
        let said = remark!(NO_CREDENTIALS, label = case.label(label));
        return case.find(Grade::Orphan, None, said);
    };
    let examined = Filed::Credentials { of, stage: CredentialsStage::Examined };
    if stage == CredentialsStage::Accepted && !is_filed(case, examined) {
        case.find(Grade::Unrecorded, None, remark!(NO_EXAMINATION));
    }
    file_as(case, Filed::Credentials { of, stage });
}

fn credentials_at<'a>(case: &Case<'a, '_>, position: u32) -> Option<&'a Credentials> {
    let Deed::Paper(paper) = &case.placed.history.act(position)?.deed else { return None };
    let Paper::Credentials(credentials) = &**paper else { return None };
    Some(credentials)
}

/// Says where the article asks for full powers and none were accepted.
fn speaks(case: &mut Case<'_, '_>, organ: BodyId, sat: &Signed) {
    let (rule, article) = convening(case, organ);
    let (Some(_), Some(party)) = (rule.and_then(|rule| rule.full_powers.as_ref()), sat.of) else {
        return;
    };
    if sat.capacity.as_ref().is_some_and(|capacity| is_by_office(case, organ, capacity)) {
        return;
    }
    let holds = has_credentials(case, organ, sat, party);
    case.guard(article, holds, Said::Provided);
    if !holds {
        let said = remark!(NO_SPEAKER, person = sat.person.as_str(), party = party);
        case.find(Grade::Unrecorded, article, said);
    }
}

fn is_by_office(case: &Case<'_, '_>, organ: BodyId, capacity: &String) -> bool {
    let (rule, _) = convening(case, organ);
    rule.and_then(|rule| rule.full_powers.as_ref())
        .is_some_and(|without| without.contains(capacity))
}

/// Tells whether a person speaks for a state in an organ: by office, or with credentials that were
/// accepted, where the article asks for them (VCLT 7).
pub(super) fn has_credentials(
    case: &Case<'_, '_>,
    organ: BodyId,
    sat: &Signed,
    party: PartyId,
) -> bool {
    let (rule, _) = convening(case, organ);
    let asks = rule.is_some_and(|rule| rule.full_powers.is_some());
    let by_office = sat.capacity.as_ref().is_some_and(|word| is_by_office(case, organ, word));
    if !asks || by_office {
        return true;
    }
    let filed = case.state.papers.iter().filter(|filing| filing.from <= case.from);
    let accepted = filed.filter_map(|filing| match filing.paper {
        Filed::Credentials { of, stage: CredentialsStage::Accepted } => Some(of),
        Filed::Credentials { .. }
        | Filed::Call { .. }
        | Filed::Minutes { .. }
        | Filed::Presented { .. }
        | Filed::Discharge { .. } => None,
    });
    let mut accepted = accepted.filter_map(|of| credentials_at(case, of));
    accepted.any(|found| found.person == sat.person && found.party == party && found.to == organ)
}

/// Returns the position of the session or call that a label names, and its organ.
pub(super) fn session_at(case: &mut Case<'_, '_>, label: LabelId) -> Option<(u32, BodyId)> {
    let position = session_of(case, label)?;
    Some((position, organ_at(case, position)?))
}
