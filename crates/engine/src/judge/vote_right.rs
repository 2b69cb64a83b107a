//! Judging that a member lost its vote, that it may vote all the same, that its vote came back.

use super::Case;
use crate::composition::composition;
use crate::effect::{Effect, Said};
use servanda_model::{ArticleId, BodyId, Grade, List, LossOfVote, PartyId, VoteRight};

/// Judges what an act does to the votes of members in a body.
pub(super) fn change(
    case: &mut Case<'_, '_>,
    (body, parties): (BodyId, List),
    right: VoteRight,
    by: Option<BodyId>,
) {
    let rule = case.code.loss_of_vote(body, case.state, case.placed.day);
    let organ = case.code.law.body_names.word(body);
    if let Some((article, loss, breach)) = rule {
        if departs(case, (article, loss, breach), right, by) && breach == Grade::Void {
            return;
        }
    } else {
        let message = format!("no article encoded here takes the vote of a member in `{organ}`");
        case.guard(None, false, Said::Provided);
        case.find(Grade::Irregular, None, message);
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
    let word = |body| case.code.law.body_names.word(body);
    let (grade, message) = match (asked, by) {
        (None, _) if right == VoteRight::Permitted => {
            (breach, "the article lets nobody permit a vote that is taken".to_owned())
        }
        (Some(asked), Some(other)) if other != asked => {
            let (asked, other) = (word(asked), word(other));
            (
                breach,
                format!("the article asks for a decision by `{asked}`; the act names `{other}`"),
            )
        }
        (Some(asked), None) => {
            let message = format!("no act found in this record: the decision by `{}`", word(asked));
            (Grade::Unrecorded, message)
        }
        (Some(_) | None, _) => {
            case.guard(article, true, Said::Provided);
            return false;
        }
    };
    case.guard(article, false, asked.map_or(Said::Provided, Said::Organ));
    case.find(grade, article, message);
    by.is_some() || asked.is_none()
}

fn of_one(
    case: &mut Case<'_, '_>,
    (body, party): (BodyId, PartyId),
    right: VoteRight,
    article: Option<ArticleId>,
) {
    let law = case.code.law;
    let (name, word) = (law.party_names.word(party), law.body_names.word(body));
    let seats = composition(case.code, case.state, body, case.from);
    let before = case.state.vote_right(body, party, case.from);
    let message = if seats.is_some_and(|seats| !seats.members.contains(party)) {
        format!("{name} has no seat in `{word}` on that day: the act changes nothing")
    } else if right.follows(before) {
        let (from, why) = (case.from, case.why(article));
        return case.effects.push(Effect::VoteRight { body, party, right, from, why });
    } else if right == VoteRight::Taken {
        format!("{name} has no vote in `{word}` already: the act changes nothing")
    } else {
        format!("the vote of {name} in `{word}` is not taken: the act changes nothing")
    };
    case.find(Grade::Void, article, message);
}
