//! Judging a decision of an organ: what its rule gives on the votes that are told.

use super::Case;
use crate::composition::{Composition, composition};
use crate::decide::{Decided, Put, decide, followed};
use crate::effect::Said;
use servanda_model::{
    ArticleId, Decision, Grade, Matter, MatterId, Outcome, PartyId, PartySet, Vote,
};

/// Looks at a decision where its matter is known and every vote is told.
pub(super) fn look(case: &mut Case<'_, '_>, decision: &Decision) {
    let (code, state, on) = (case.code, case.state, case.placed.done());
    let seats = composition(code, state, decision.organ, on);
    seats.iter().for_each(|seats| told_without_vote(case, seats, decision));
    let Some(kind) = decision.matter.or_else(|| matter_of_step(case)) else { return };
    let Some(seats) = seats else { return };
    let unheard = |party: PartyId| seats.unheard.iter().any(|(known, _)| *known == party);
    let mut votes = votes(decision);
    votes.retain(|(party, _)| !unheard(*party));
    if !is_told(&seats, &votes, decision) {
        return;
    }
    let voting = seats.voting();
    let put = Put {
        members: &seats.members,
        voting: &voting,
        votes: &votes,
        target: decision.target,
        interested: &PartySet::new(),
        on,
    };
    let matters: Vec<(ArticleId, &Matter)> =
        code.matters_on(decision.organ, kind, state, on).collect();
    let first = followed(&matters, on);
    for (index, (_, matter)) in matters.iter().enumerate() {
        let decided = decide(code, state, matter.rule, &put);
        let by_practice = first.is_none_or(|first| first == index);
        compare(case, decision.outcome, &decided, matter.reading.as_deref(), by_practice);
    }
}

/// Notices the vote of one whose vote is taken.
fn told_without_vote(case: &mut Case<'_, '_>, seats: &Composition, decision: &Decision) {
    let (law, organ) = (case.code.law, decision.organ);
    let word = law.body_names.word(organ);
    for (party, article) in seats.without_voice() {
        let cast = [&decision.in_favour, &decision.against, &decision.abstaining];
        if !cast.into_iter().any(|cast| cast.contains(&party)) {
            continue;
        }
        let loss = case.code.loss_of_vote(organ, case.state, case.placed.done());
        let breach = loss.filter(|(of, ..)| article == Some(*of)).map(|(.., breach)| breach);
        let name = law.party_names.word(party);
        let message = format!("{name} has no vote in `{word}` on that day; the act tells one");
        case.guard(article, false, Said::Provided);
        case.find(breach.unwrap_or(Grade::Irregular), article, message);
    }
}

/// Returns the kind of matter that the procedure names for the step this act is.
fn matter_of_step(case: &Case<'_, '_>) -> Option<MatterId> {
    let (label, kind) = case.placed.act.details.as_deref()?.on?;
    let matter = case.state.matters.get(&case.placed.history.position_of(label)?)?;
    let (_, procedure) = matter.law(case.code, case.state)?;
    let place = matter.place_of(procedure, kind.unwrap_or(servanda_model::StepKind::Decide))?;
    procedure.steps.get(place)?.matter
}

fn votes(decision: &Decision) -> Vec<(PartyId, Vote)> {
    let lists = [
        (&decision.in_favour, Vote::Yes),
        (&decision.against, Vote::No),
        (&decision.abstaining, Vote::Abstain),
        (&decision.absent, Vote::Absent),
    ];
    lists.into_iter().flat_map(|(all, vote)| all.iter().map(move |one| (*one, vote))).collect()
}

/// Tells whether the record says of each that may vote what it did.
fn is_told(seats: &Composition, votes: &[(PartyId, Vote)], decision: &Decision) -> bool {
    let unheard = seats.unheard.iter().map(|(party, _)| *party);
    let told = votes.iter().map(|(party, _)| *party).chain(decision.target);
    let told: PartySet = told.chain(unheard).collect();
    seats.voting().less(&told).is_empty()
}

/// Says where what the record tells is not what the rule gives.
fn compare(
    case: &mut Case<'_, '_>,
    told: Outcome,
    decided: &Decided<'_>,
    reading: Option<&str>,
    by_practice: bool,
) {
    let article = decided.applied.last().map(|applied| applied.article);
    // A record that says that a text was not adopted says no more of the way in which it was not.
    let same = decided.outcome == told
        || (decided.outcome == Outcome::Adopted && told == Outcome::Conditional)
        || (matches!(decided.outcome, Outcome::Vetoed | Outcome::NoQuorum)
            && told == Outcome::NotAdopted);
    case.guard(article, same, Said::Provided);
    if same {
        return;
    }
    let (gives, says) = (decided.outcome.word(), told.word());
    let by = reading.map(|name| format!(", read as `{name}`,")).unwrap_or_default();
    let message = format!("the rule{by} gives {gives} on the votes told; the record says {says}");
    let grade = if by_practice { Grade::Irregular } else { Grade::Disputed };
    case.find(grade, article, message);
}
