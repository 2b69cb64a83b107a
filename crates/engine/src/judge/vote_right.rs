//! Judging that a member lost its vote, that it may vote all the same, that its vote came back.

use super::Case;
use crate::composition::composition;
use crate::effect::{Effect, Said};
use servanda_model::{ArticleId, BodyId, Grade, List, LossOfVote, PartyId, VoteRight, remark};

/// Judges what an act does to the votes of members in a body.
pub(super) fn change(
    case: &mut Case<'_, '_>,
    (body, parties): (BodyId, List),
    right: VoteRight,
    by: Option<BodyId>,
) {
    let rule = case.code.loss_of_vote(body, case.state, case.placed.day);
    if let Some((article, loss, breach)) = rule {
        if departs(case, (article, loss, breach), right, by) && breach == Grade::Void {
            return;
        }
    } else {
        case.guard(None, false, Said::Provided);
        case.find(Grade::Irregular, None, remark!(NO_LOSS_OF_VOTE, organ = body));
    }
    let article = rule.map(|(article, ..)| article);
    for party in case.placed.history.parties(parties) {
        of_one(case, (body, *party), right, article);
    }
}

/// Notices another organ than the one that the article asks for; tells whether there is one.
fn departs(
    case: &mut Case<'_, '_>,
    (article, loss, breach): (ArticleId, &LossOfVote, Grade),
    right: VoteRight,
    by: Option<BodyId>,
) -> bool {
    let asked = match right {
        VoteRight::Taken => loss.by,
        VoteRight::Permitted => loss.permitted_by,
        VoteRight::Returned => loss.returned_by,
    };
    let article = Some(article);
    let (grade, said) = match (asked, by) {
        (None, _) if right == VoteRight::Permitted => (breach, remark!(NO_LEAVE_TO_VOTE)),
        (Some(asked), Some(other)) if other != asked => {
            (breach, remark!(ANOTHER_ORGAN, organ = asked, other = other))
        }
        (Some(asked), None) => (Grade::Unrecorded, remark!(NO_DECISION_BY, organ = asked)),
        (Some(_) | None, _) => {
            case.guard(article, true, Said::Provided);
            return false;
        }
    };
    case.guard(article, false, asked.map_or(Said::Provided, Said::Organ));
    case.find(grade, article, said);
    by.is_some() || asked.is_none()
}

fn of_one(
    case: &mut Case<'_, '_>,
    (body, party): (BodyId, PartyId),
    right: VoteRight,
    article: Option<ArticleId>,
) {
    let seats = composition(case.code, case.state, body, case.from);
    let before = case.state.vote_right(body, party, case.from);
    let said = if seats.is_some_and(|seats| !seats.members.contains(party)) {
        remark!(NO_SEAT_THEN, party = party, organ = body)
    } else if right.follows(before) {
        let (from, why) = (case.from, case.why(article));
        return case.effects.push(Effect::VoteRight { body, party, right, from, why });
    } else if right == VoteRight::Taken {
        remark!(NO_VOTE_ALREADY, party = party, organ = body)
    } else {
        remark!(VOTE_NOT_TAKEN, party = party, organ = body)
    };
    case.find(Grade::Void, article, said);
}
