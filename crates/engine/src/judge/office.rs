//! Judging acts about offices, and whose turn a chair or office was.

use super::Case;
use crate::effect::{Effect, Said};
use crate::rotation::expected_next;
use servanda_model::{
    Appointment, ArticleId, Decider, Grade, MemberStatus, Mention, Office, OfficeId, PartyId,
    Remark, Wording, remark,
};

/// Judges that an office fell vacant.
pub(super) fn vacate(case: &mut Case<'_, '_>, office: OfficeId, by: Option<PartyId>) {
    if is_recalled_by_another(case, office, by) {
        return;
    }
    let (from, why) = (case.from, case.why(established(case, office)));
    case.effects.push(Effect::Vacate { office, from, why });
}

/// Notices a recall by another state than the holder's, where only that one recalls; tells whether
/// the article denies it.
fn is_recalled_by_another(case: &mut Case<'_, '_>, office: OfficeId, by: Option<PartyId>) -> bool {
    let Some(row) = case.code.law.office(office).filter(|row| row.recalled_by_state) else {
        return false;
    };
    let mut held = case.state.offices.get(&office).into_iter().flatten();
    let holder = held.rfind(|holding| holding.from <= case.from).and_then(|last| last.party);
    let (Some(holder), Some(by)) = (holder, by) else { return false };
    case.guard(row.article, by == holder, Said::Provided);
    if by == holder {
        return false;
    }
    let said = remark!(RECALL_OF_ANOTHER, holder = holder, party = by);
    case.find(row.breach, row.article, said);
    row.breach == Grade::Void
}

fn established(case: &Case<'_, '_>, office: OfficeId) -> Option<ArticleId> {
    case.code.law.office(office).and_then(|row| row.article)
}

/// Judges that a person was appointed, or stands in.
pub(super) fn appoint(case: &mut Case<'_, '_>, appointment: &Appointment) {
    let Some(office) = case.code.law.office(appointment.office) else {
        return;
    };
    let article = office.article;
    if !appointment.acting {
        let departs = [bodies(case, appointment, office), citizen(case, appointment.of, office)];
        if office.breach == Grade::Void && departs.contains(&true) {
            return;
        }
        let turn = look_at_turn(case, Decider::Office(appointment.office), appointment.of, None);
        if turn.is_denied {
            return;
        }
    } else if citizen(case, appointment.of, office) && office.breach == Grade::Void {
        return;
    }
    let (from, why) = (case.from, case.why(article));
    let (office, party, acting) = (appointment.office, appointment.of, appointment.acting);
    case.effects.push(Effect::TakeOffice { office, party, acting, from, why });
}

/// Notices a decision or recommendation that the article asks for and the record lacks; tells
/// whether the act names another organ.
fn bodies(case: &mut Case<'_, '_>, appointment: &Appointment, office: &Office) -> bool {
    let article = office.article;
    let mut departs = false;
    let steps = [
        (office.appointed_by, appointment.by, Wording::ANOTHER_ORGAN, Wording::NO_DECISION_BY),
        (
            office.recommended_by,
            appointment.recommended_by,
            Wording::ANOTHER_RECOMMENDS,
            Wording::NO_RECOMMENDATION_BY,
        ),
    ];
    for (asked, given, by_another, by_none) in steps {
        let Some(asked) = asked else { continue };
        case.guard(article, given == Some(asked), Said::Organ(asked));
        match given {
            Some(other) if other != asked => {
                let said = Remark::new(
                    by_another,
                    [("organ", Mention::Body(asked)), ("other", Mention::Body(other))],
                );
                case.find(office.breach, article, said);
                departs = true;
            }
            Some(_) => {}
            None => {
                let said = Remark::new(by_none, [("organ", Mention::Body(asked))]);
                case.find(Grade::Unrecorded, article, said);
            }
        }
    }
    departs
}

/// Notices an appointment of a citizen of no member, where the office asks for one.
fn citizen(case: &mut Case<'_, '_>, party: PartyId, office: &Office) -> bool {
    let Some(own) = case.code.law.own.filter(|_| office.citizen_of_member) else {
        return false;
    };
    let members = case.state.members(own, case.from);
    // Before the organisation has members, the article has nobody to measure against.
    if members.is_empty() || case.state.member(own, party, case.from) == Some(MemberStatus::Member)
    {
        return false;
    }
    case.find(office.breach, office.article, remark!(CITIZEN_OF_NO_MEMBER, party = party));
    true
}

/// How an act stands to what the followed rotation expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Turn {
    /// The article of the rotation, where it is as expected.
    pub(super) article: Option<ArticleId>,
    /// Whether the rotation denies the turn to another than the one it expects.
    pub(super) is_denied: bool,
}

/// Looks at what the followed rotation expected.
pub(super) fn look_at_turn(
    case: &mut Case<'_, '_>,
    subject: Decider,
    party: PartyId,
    instead_of: Option<PartyId>,
) -> Turn {
    let expected = expected_next(case.code, case.state, subject, case.from);
    let Some(followed) = expected.into_iter().find(|reading| reading.is_followed) else {
        return Turn::default();
    };
    let Some(predicted) = followed.party else { return Turn::default() };
    let as_expected = predicted == party && instead_of.is_none();
    case.guard(Some(followed.article), as_expected, Said::Turn(Some(predicted)));
    if as_expected {
        return Turn { article: Some(followed.article), is_denied: false };
    }
    let (reading, due) = (followed.reading, predicted);
    let said = match instead_of {
        Some(absent) => {
            remark!(STANDS_IN, reading = reading, due = due, party = party, absent = absent)
        }
        None if followed.breach == Grade::Void => {
            remark!(TURN_DENIED, reading = reading, due = due, party = party)
        }
        None => remark!(TURN_OF_ANOTHER, reading = reading, due = due, party = party),
    };
    case.find(followed.breach, Some(followed.article), said);
    Turn { article: None, is_denied: followed.breach == Grade::Void }
}
