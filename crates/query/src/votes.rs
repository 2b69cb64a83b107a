//! Who has lost its vote in a body, since when, under which article.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{Derivation, State, Timeline, composition};
use servanda_model::{
    BodyId, BodyKind, Day, Deed, Mention, PartyId, Remark, Rival, VoteRight, Wording, remark,
};
use std::collections::BTreeMap;

/// How it stands with the vote of a member, where an act took it.
#[derive(Debug, Clone, PartialEq)]
pub struct LostVote {
    /// The member.
    pub party: PartyId,
    /// The body.
    pub body: BodyId,
    /// How it stands; none where undecided readings or open dates give different answers.
    pub right: Option<VoteRight>,
    /// From which day, where exactly known.
    pub since: Option<Day>,
    /// Whether another reading would change it.
    pub disputed: bool,
    /// Whether one that loses it stays among those who may vote.
    pub stays_in_electorate: bool,
    /// What it loses with it, in words of the article.
    pub also: Option<String>,
    /// The act and article behind it.
    pub why: Derivation,
}

/// The votes that are taken or permitted, since when and why.
type Rights = BTreeMap<PartyId, (VoteRight, Day, Derivation)>;

/// Lists the votes that are taken, or permitted although taken, in a body: in the organs of an
/// organisation, or in an organ and the whole of its organisation.
pub fn lost_votes(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Vec<LostVote> {
    let mut lost = Vec::new();
    for body in beside(asking, body, moment) {
        if asking.moves_votes(body) {
            lost.extend(lost_in(asking, body, moment));
        }
    }
    lost
}

/// Returns a body with its organs, or with its organisation.
fn beside(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Vec<BodyId> {
    let mut bodies = vec![body];
    let row = asking.body_at(body, moment);
    if row.is_some_and(|row| matches!(row.kind, BodyKind::Organ { .. })) {
        bodies.extend(row.and_then(|row| row.composed).map(|composed| composed.members_of));
        return bodies;
    }
    let organs = asking.law.body_names.iter().filter(|(organ, _)| {
        let composed = asking.body_at(*organ, moment).and_then(|row| row.composed);
        composed.is_some_and(|composed| composed.members_of == body)
    });
    bodies.extend(organs.map(|(organ, _)| organ));
    bodies
}

/// Lists the votes that are taken, or permitted although taken, in one body alone.
pub(crate) fn lost_in(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Vec<LostVote> {
    let mut lost = Vec::new();
    let slice = asking.about_decisions(body);
    let answers = asking.vary(&slice, moment, |state| rights(state, body, moment.on));
    let state = asking.fold(&slice, moment, &[]);
    let rule = asking.code.loss_of_vote(body, &state, moment.on);
    let rivals = || answers.rivals.iter().map(|(_, decided, other)| (*decided, other));
    let others = || rivals().map(|(_, other)| other).chain(&answers.placements);
    let parties: Vec<PartyId> =
        answers.base.keys().chain(others().flat_map(|other| other.keys())).copied().collect();
    let mut seen = Vec::new();
    for party in parties {
        if seen.contains(&party) {
            continue;
        }
        seen.push(party);
        let ours = answers.base.get(&party);
        let right = |row: Option<&(VoteRight, Day, Derivation)>| row.map(|row| row.0);
        let differs = |other: &Rights| right(other.get(&party)) != right(ours);
        let open = rivals().any(|(decided, other)| !decided && differs(other))
            || answers.placements.iter().any(differs)
            || !answers.untried.is_empty();
        let known = ours.or_else(|| others().find_map(|other| other.get(&party)));
        let Some((right, from, why)) = known.filter(|_| ours.is_some() || open) else { continue };
        lost.push(LostVote {
            party,
            body,
            right: (!open).then_some(*right),
            since: Some(*from).filter(|_| why.exact && !open),
            disputed: rivals().any(|(_, other)| differs(other)),
            stays_in_electorate: rule.is_some_and(|(_, loss, _)| loss.stays_in_electorate),
            also: rule.and_then(|(_, loss, _)| loss.also.clone()),
            why: *why,
        });
    }
    lost
}

/// Returns the votes that are taken or permitted in a body on a day.
pub(crate) fn rights(state: &State, body: BodyId, on: Day) -> Rights {
    let of_body = state.votes.iter().filter(|((of, _), _)| *of == body);
    let stands = |line: &Timeline<VoteRight>| {
        let span = line.at(on).filter(|span| span.value != VoteRight::Returned)?;
        Some((span.value, span.from, span.why))
    };
    of_body.filter_map(|((_, party), line)| Some((*party, stands(line)?))).collect()
}

/// Tells whether a member is without a vote in a body, whatever takes it: a clause or its class.
pub(crate) fn is_without_vote(
    asking: &Asking<'_>,
    state: &State,
    (body, party): (BodyId, PartyId),
    on: Day,
) -> bool {
    let seats = composition(&asking.code, state, body, on);
    seats.is_some_and(|seats| seats.without_voice().any(|(known, _)| known == party))
}

/// Says in one line who has no vote, since when, under which article.
pub(crate) fn told(lost: &LostVote) -> Remark {
    let stands = match lost.right {
        Some(VoteRight::Taken) => Mention::Form("taken", "has no vote"),
        Some(VoteRight::Permitted) => Mention::Form("permitted", "may vote all the same"),
        Some(VoteRight::Returned) => Mention::Form("returned", "has its vote again"),
        None if lost.disputed => Mention::Form("disputed", "may have no vote (disputed)"),
        None => {
            Mention::Form("undated", "may have no vote (it depends on a date that is not known)")
        }
    };
    let article = Mention::Under(lost.why.article);
    let mut said = remark!(
        VOTE_LOST,
        party = lost.party,
        stands = stands,
        body = lost.body,
        article = article
    );
    let also = lost.also.as_deref().filter(|_| lost.right == Some(VoteRight::Taken));
    said.wording = match (lost.since, also) {
        (None, None) => Wording::VOTE_LOST,
        (Some(_), None) => Wording::VOTE_LOST_SINCE,
        (None, Some(_)) => Wording::VOTE_LOST_AND,
        (Some(_), Some(_)) => Wording::VOTE_LOST_SINCE_AND,
    };
    said.mentions.extend(lost.since.map(|day| ("day", Mention::Day(day))));
    said.mentions.extend(also.map(|also| ("also", Mention::from(also))));
    said
}

impl Asking<'_> {
    /// Tells whether an act takes, permits or gives back a vote in a body.
    pub(crate) fn moves_votes(&self, body: BodyId) -> bool {
        self.acts_about(body).any(|deed| matches!(deed, Deed::VoteRight { .. }))
    }

    /// Returns what the acts about a body do, corrections and rival readings among them.
    fn acts_about(&self, body: BodyId) -> impl Iterator<Item = &Deed> {
        let acts = self.positions_about(body).iter().filter_map(|at| self.history.act(*at));
        acts.flat_map(|act| {
            let corrected =
                if let Deed::Correct { deed, .. } = &act.deed { Some(&**deed) } else { None };
            let details = act.details.iter().flat_map(|details| &details.readings);
            let rivals = details.filter_map(|reading| match &reading.rival {
                Rival::Deed(deed, _) => Some(&**deed),
                Rival::Date(_) => None,
            });
            std::iter::once(&act.deed).chain(corrected).chain(rivals)
        })
    }
}
