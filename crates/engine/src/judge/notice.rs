//! Judging notices of withdrawal, and that they are taken back.

use super::Case;
use super::instrument::{provision, standing};
use crate::code::Provision;
use crate::effect::{Effect, Said};
use crate::state::{Force, Pending};
use servanda_model::{
    Bound, Day, Grade, InstrumentId, LabelId, List, Mention, PartyId, Period, Rule, Status,
    Withdrawal, remark,
};

/// A notice of withdrawal is always received; the article says when it takes effect.
pub(super) fn notice(case: &mut Case<'_, '_>, instrument: InstrumentId, party: PartyId) {
    case.from = case.placed.day;
    let before = standing(case.state, case, instrument, party);
    if !before.is_some_and(Status::is_bound) {
        let said = remark!(NOT_BOUND, party = party, instrument = instrument);
        return case.find(Grade::Void, None, said);
    }
    let rule = provision(case, instrument, |rule| {
        if let Rule::Withdrawal(withdrawal) = rule { Some(*withdrawal) } else { None }
    });
    let article = rule.map(|(provision, _)| provision.article);
    let Some((provision, Withdrawal::Notice { notice, not_before, .. })) = rule else {
        return case.find(Grade::Void, article, remark!(NO_WITHDRAWAL, instrument = instrument));
    };
    if let Some(open) = not_before.and_then(|period| opens(case, instrument, period))
        && case.placed.day < open
    {
        case.guard(article, false, Said::Provided);
        let said = remark!(NOTICE_EARLY, instrument = instrument, day = open, party = party);
        case.find(provision.clause.breach, article, said);
        if provision.clause.breach == Grade::Void {
            return;
        }
    }
    let earliest = notice.anniversary(case.placed.day);
    let asked = case.placed.act.details.as_ref().and_then(|details| details.from);
    let mut on = asked.map_or(earliest, |from| from.order().max(earliest));
    if let Some(asked) = asked.map(servanda_model::When::order).filter(|asked| *asked < earliest) {
        case.guard(article, false, Said::Notice(earliest));
        let period = Mention::Period(notice);
        let said = remark!(NOTICE_SHORT, day = asked, period = period, earliest = earliest);
        case.find(provision.clause.breach, article, said);
        on = if provision.clause.breach == Grade::Void { earliest } else { asked };
    } else {
        case.guard(article, true, Said::Notice(earliest));
    }
    let why = case.why(article);
    case.effects.push(Effect::ScheduleWithdrawal { instrument, party, on, why });
}

/// Returns the day from which notice may be given: an instrument has been in force so long.
fn opens(case: &Case<'_, '_>, instrument: InstrumentId, period: Period) -> Option<Day> {
    let treaty = case.state.treaty(instrument)?;
    let span = treaty.force.at(case.placed.day).filter(|span| span.value == Force::InForce)?;
    Some(period.anniversary(span.from))
}

/// A party takes back its own notice, as long as it is pending and the article lets it (VCLT 68).
pub(super) fn revoke(case: &mut Case<'_, '_>, label: LabelId, parties: List) {
    let history = case.placed.history;
    let Some(position) = history.position_of(label) else {
        return;
    };
    let (notice, by) = (history.first_told(position), history.parties(parties));
    if super::reservation::take_back(case, position, by)
        || super::vote::take_back(case, position, by)
        || super::objection::take_back(case, position, by)
    {
        return;
    }
    let is_theirs = |pending: &Pending| {
        history.first_told(pending.position) == notice && by.contains(&pending.party)
    };
    let pending: Vec<Pending> = case.state.notices().filter(is_theirs).collect();
    for pending in &pending {
        take_back(case, pending);
    }
    if pending.is_empty() && !super::reservation::is_one(case, position, by) {
        let noticed = history.act(position).map(|act| history.instruments_of(&act.deed));
        let instrument = noticed.and_then(|instruments| instruments.first().copied());
        let rule = instrument.and_then(|instrument| revocation(case, instrument));
        let article = rule.map(|(provision, _)| provision.article);
        case.guard(article, false, Said::Provided);
        case.find(Grade::Void, article, remark!(NOTICE_NOT_PENDING));
    }
}

fn revocation<'l>(case: &Case<'_, 'l>, instrument: InstrumentId) -> Option<(Provision<'l>, Bound)> {
    provision(case, instrument, |rule| {
        if let Rule::Withdrawal(Withdrawal::Notice { revocation, .. }) = rule {
            Some(*revocation)
        } else {
            None
        }
    })
}

fn take_back(case: &mut Case<'_, '_>, pending: &Pending) {
    let Pending { position, instrument, party, .. } = *pending;
    let rule = revocation(case, instrument);
    case.guard(rule.map(|(provision, _)| provision.article), true, Said::Provided);
    if let Some((provision, Bound::Prohibited)) = rule {
        case.find(provision.clause.breach, Some(provision.article), remark!(NOTICE_STANDS));
        if provision.clause.breach == Grade::Void {
            return;
        }
    }
    case.effects.push(Effect::CancelNotice { position, instrument, party });
}
