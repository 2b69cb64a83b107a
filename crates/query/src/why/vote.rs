//! Why a member has a vote in a body, or has none.

use super::{Reason, article_sources, of_membership, reason};
use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::composition;
use servanda_model::{BodyId, Mention, PartyId, remark};

/// What was done about the vote of a member, and the class of membership that is without one.
pub(super) fn of_vote(
    asking: &Asking<'_>,
    body: BodyId,
    party: PartyId,
    moment: &Moment,
) -> Vec<Reason> {
    let state = asking.fold(&asking.about_decisions(body), moment, &[]);
    let row = asking.code.body_on(body, &state, moment.on);
    let composed = row.and_then(|row| row.composed);
    let bodies = [Some(body), composed.map(|composed| composed.members_of)];
    let mut reasons: Vec<Reason> = Vec::new();
    for of in bodies.into_iter().flatten() {
        let spans = state.votes.get(&(of, party)).into_iter().flat_map(|line| line.spans());
        for span in spans.filter(|span| span.from <= moment.on) {
            let mut reason = reason(asking, Some(span.from), &span.why);
            let right = Mention::Word(span.value.word());
            reason.text =
                remark!(VOTE_STANDS, party = party, right = right, body = of, act = reason.text);
            reasons.push(reason);
        }
    }
    let seats = composition(&asking.code, &state, body, moment.on);
    let taken = seats.iter().flat_map(|seats| seats.without_voice()).find(|(of, _)| *of == party);
    let Some((_, article)) = taken.filter(|_| reasons.is_empty()) else { return reasons };
    let whole = composed.map_or(body, |composed| composed.members_of);
    reasons = of_membership(asking, whole, party, moment);
    if let Some(last) = reasons.last_mut().filter(|_| article.is_some()) {
        last.article = article;
        last.sources.extend(article.into_iter().flat_map(|it| article_sources(asking, it)));
    }
    reasons
}
