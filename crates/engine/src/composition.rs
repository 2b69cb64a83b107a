//! Of whom an organ is made on a day, and who of them has a vote.

use crate::code::Code;
use crate::state::State;
use servanda_model::{
    ArticleId, BodyId, ClassId, Day, MemberStatus, PartyId, PartyKind, PartySet, Rule,
};

/// Those who have a seat in an organ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composition {
    /// All of them.
    pub members: PartySet,
    /// Those with a seat but without a vote, each with the article that takes it.
    pub without_vote: Vec<(PartyId, Option<ArticleId>)>,
}

impl Composition {
    /// Returns those with a vote.
    pub fn voting(&self) -> PartySet {
        let without: PartySet = self.without_vote.iter().map(|(party, _)| *party).collect();
        self.members.less(&without)
    }
}

/// Returns of whom an organ is made on a day, none where the record does not carry it: its own
/// members, or those of the organisation it belongs to.
pub fn composition(code: &Code<'_>, state: &State, organ: BodyId, on: Day) -> Option<Composition> {
    let own = of_body(code, state, organ, on);
    if !own.members.is_empty() {
        return Some(own);
    }
    let composed = code.law.body(organ)?.composed?;
    let whole = of_body(code, state, composed.members_of, on);
    if !whole.members.is_empty() {
        return Some(whole);
    }
    let members: PartySet = state.parties(composed.before_that?, on).into_iter().collect();
    (!members.is_empty()).then(|| Composition { members, without_vote: Vec::new() })
}

/// Returns the states that are members of a body, suspended ones among them.
fn of_body(code: &Code<'_>, state: &State, body: BodyId, on: Day) -> Composition {
    let mut found = Composition::default();
    let lines = state.bodies.get(&body).into_iter().flat_map(|body| &body.members);
    for (party, line) in lines {
        let is_state = code.law.party(*party).is_some_and(|row| row.kind == PartyKind::State);
        let status = line.value(on).map(|(status, _)| status).filter(|_| is_state);
        match status {
            Some(status @ (MemberStatus::Member | MemberStatus::Suspended)) => {
                found.members.insert(*party);
                if let Some(article) = vote_taken(code, state, status, on) {
                    found.without_vote.push((*party, article));
                }
            }
            Some(MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former) | None => {}
        }
    }
    found
}

/// Tells whether a class of membership is without a vote, and which article says so. A suspended
/// member has one only where its class says so.
fn vote_taken(
    code: &Code<'_>,
    state: &State,
    status: MemberStatus,
    on: Day,
) -> Option<Option<ArticleId>> {
    let class = code.law.class_names.find(status.word());
    let rights = class.and_then(|class| class_on(code, state, class, on));
    match (status, rights) {
        (MemberStatus::Suspended, None) => Some(None),
        (MemberStatus::Suspended, Some((article, rights))) => {
            let without = rights.iter().position(|word| word == "without");
            let taken = without.is_none_or(|at| rights.iter().skip(at).any(|word| word == "vote"));
            taken.then_some(Some(article))
        }
        _ => None,
    }
}

fn class_on<'l>(
    code: &Code<'l>,
    state: &State,
    class: ClassId,
    on: Day,
) -> Option<(ArticleId, &'l [String])> {
    code.law.clauses().find_map(|(article, clause)| {
        let Rule::Class { class: of, rights } = &clause.rule else { return None };
        let counts = *of == class && code.version(article, state, on).is_some();
        counts.then_some((article, rights.as_slice()))
    })
}
