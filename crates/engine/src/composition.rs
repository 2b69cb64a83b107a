//! Of whom an organ is made on a day, and who of them has a vote.

use crate::code::Code;
use crate::state::State;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, MemberStatus, PartyId, PartyKind, PartySet, VoteRight,
};

/// Those who have a seat in an organ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composition {
    /// All of them.
    pub members: PartySet,
    /// Those with a seat but without a vote, each with the article that takes it.
    pub without_vote: Vec<(PartyId, Option<ArticleId>)>,
    /// Those who stay among those who may vote and whose vote is taken, each with the article.
    pub unheard: Vec<(PartyId, Option<ArticleId>)>,
}

impl Composition {
    /// Returns those whose vote is not counted, each with the article that takes it.
    pub fn without_voice(&self) -> impl Iterator<Item = (PartyId, Option<ArticleId>)> + '_ {
        self.without_vote.iter().chain(&self.unheard).copied()
    }

    /// Returns those who may vote, as far as they are no more than absent.
    pub fn voting(&self) -> PartySet {
        let without: PartySet = self.without_vote.iter().map(|(party, _)| *party).collect();
        self.members.less(&without)
    }
}

/// Returns of whom an organ is made on a day, none where the record does not carry it: its own
/// members, or those of the organisation it belongs to.
pub fn composition(code: &Code<'_>, state: &State, organ: BodyId, on: Day) -> Option<Composition> {
    let mut found = seated(code, state, organ, on)?;
    if !state.votes.is_empty() {
        lose_votes(code, state, organ, on, &mut found);
    }
    Some(found)
}

/// Takes the votes that acts took under an article: in the organ, or in the whole organisation.
fn lose_votes(code: &Code<'_>, state: &State, organ: BodyId, on: Day, found: &mut Composition) {
    let row = code.body_on(organ, state, on);
    let whole = row.and_then(|row| row.composed).map(|of| of.members_of);
    for party in found.members.iter() {
        let line = |body: BodyId| state.votes.get(&(body, party))?.at(on).map(|span| (body, span));
        let (own, whole) = (line(organ), whole.and_then(line));
        let stands = own.filter(|(_, span)| span.value != VoteRight::Returned).or(whole);
        let taken = stands.filter(|(_, span)| span.value == VoteRight::Taken);
        let known = found.without_vote.iter().any(|(known, _)| *known == party);
        let Some((body, span)) = taken.filter(|_| !known) else { continue };
        let rule = code.loss_of_vote(body, state, on);
        let stays = rule.is_some_and(|(_, loss, _)| loss.stays_in_electorate);
        let list = if stays { &mut found.unheard } else { &mut found.without_vote };
        list.push((party, span.why.article));
    }
}

fn seated(code: &Code<'_>, state: &State, organ: BodyId, on: Day) -> Option<Composition> {
    let own = of_body(code, state, organ, on);
    if !own.members.is_empty() {
        return Some(own);
    }
    let composed = code.body_on(organ, state, on)?.composed?;
    let whole = of_body(code, state, composed.members_of, on);
    if !whole.members.is_empty() {
        return Some(whole);
    }
    let members: PartySet = state.parties(composed.before_that?, on).into_iter().collect();
    (!members.is_empty()).then(|| Composition { members, ..Composition::default() })
}

/// Returns the states that are members of a body, suspended ones among them.
pub(crate) fn of_body(code: &Code<'_>, state: &State, body: BodyId, on: Day) -> Composition {
    let mut found = Composition::default();
    let lines = state.bodies.get(&body).into_iter().flat_map(|body| &body.members);
    for (party, line) in lines {
        let is_state = code.law.party(*party).is_some_and(|row| row.kind == PartyKind::State);
        match line.value(on).filter(|_| is_state) {
            Some((MemberStatus::Member, _)) => found.members.insert(*party),
            Some((MemberStatus::Suspended, ground)) => {
                let class = class_rights(code, state, (MemberStatus::Suspended, ground), on);
                let (article, rights) = class.unzip();
                if is_without(rights, "seat") {
                    continue;
                }
                found.members.insert(*party);
                if is_without(rights, "vote") || !gives(rights, "vote") {
                    found.without_vote.push((*party, article));
                }
            }
            Some((MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former, _))
            | None => {}
        }
    }
    found
}

/// Tells whether a class takes a right: the words after `without`.
fn is_without(rights: Option<&[String]>, right: &str) -> bool {
    let words = rights.into_iter().flatten().skip_while(|word| *word != "without");
    words.skip(1).any(|word| word == right)
}

/// Tells whether a class gives a right, or says by what it takes that the others are kept.
fn gives(rights: Option<&[String]>, right: &str) -> bool {
    let has = |word: &str| rights.into_iter().flatten().any(|known| known == word);
    has(right) || has("without")
}

/// Returns what its class gives a member of some status on a day, as the charter writes it, and the
/// article that does. Who is suspended at its own request has the class of that ground where the
/// charter has one.
pub fn class_rights<'l>(
    code: &Code<'l>,
    state: &State,
    (status, ground): (MemberStatus, Option<Cause>),
    on: Day,
) -> Option<(ArticleId, &'l [String])> {
    let of = |word: &str| code.class(code.law.class_names.find(word)?, state, on);
    let own = ground.filter(|ground| *ground == Cause::SuspendedOwnRequest);
    own.and_then(|ground| of(ground.word())).or_else(|| of(status.word()))
}
