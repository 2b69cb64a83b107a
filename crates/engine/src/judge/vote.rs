//! Judging that states vote by acts of their own, and that a decision counts what was received.

use super::Case;
use super::decision::voters_beside;
use super::matter::matter_at;
use super::paper::{has_credentials, session_at};
use super::silence::Runs;
use crate::cast::{CastVote, Forum, Voting, closed};
use crate::composition::{Composition, composition};
use crate::docket::{Docketed, Taken};
use crate::docketing::Docketing;
use crate::effect::{Effect, Said};
use servanda_model::{
    Actor, ArticleId, BodyId, Day, Decision, Details, Grade, LabelId, List, MatterId, Mention,
    Notice, PartyId, PartySet, Procedure, Remark, StepKind, Vote, remark,
};

/// A text that is before an organ.
struct Motion {
    forum: Forum,
    organ: BodyId,
    /// The kind of matter, where a step of a procedure says it.
    kind: Option<MatterId>,
    /// The day whose law and electorate count.
    law_of: Day,
    /// The state the matter is about.
    about: Option<PartyId>,
}

/// Judges the votes of states on the text that the act names.
pub(super) fn cast(case: &mut Case<'_, '_>, vote: Vote, parties: List) {
    let Some(details) = case.placed.act.details.as_deref() else { return };
    let before = case.effects.len();
    let motion = match (details.on, details.during) {
        (Some((label, kind)), _) => in_matter(case, label, kind),
        (None, Some(label)) => in_session(case, details, label),
        (None, None) => None,
    };
    if let Some(motion) = &motion {
        // Named twice by one act, a state votes once.
        let whole: PartySet = case.placed.history.parties(parties).iter().copied().collect();
        for party in whole.iter() {
            if !super::powers::is_of_another(case, details, party) {
                one(case, details, motion, (party, vote));
            }
        }
    }
    let is_cast = case.effects.len() > before;
    beside(case, details, motion.filter(|_| is_cast));
}

/// Puts the act on the docket: below the step on which it votes, which it does not take.
fn beside(case: &mut Case<'_, '_>, details: &Details, motion: Option<Motion>) {
    let Some((label, _)) = details.on else { return };
    let Some(matter) = case.placed.history.position_of(label) else { return };
    let step = motion.and_then(|motion| match motion.forum {
        Forum::Matter(_, place) => Some(place),
        Forum::Session(..) => None,
    });
    let (position, on) = (case.placed.position, case.placed.day);
    let taken = Taken { step, position, on, goes_on: true, takes: false, back: None };
    case.effects.push(Effect::Docket(Docketing::Take { matter, taken, agreed: Vec::new() }));
}

/// Finds the step of a matter on which an organ votes, while it is open.
fn in_matter(case: &mut Case<'_, '_>, label: LabelId, kind: Option<StepKind>) -> Option<Motion> {
    let opened = case.placed.history.position_of(label);
    let known = opened.and_then(|opened| Some((opened, matter_at(case, opened)?.clone())));
    let Some((opened, matter)) = known else {
        case.find(Grade::Orphan, None, remark!(NO_MATTER, label = case.label(label)));
        return None;
    };
    let (article, procedure) = matter.law(case.code, case.state)?;
    let Some((place, organ)) = voting_step(&matter, procedure, kind) else {
        let titled = Mention::Titled(matter.procedure, procedure.titles.main.clone());
        case.find(Grade::Void, Some(article), remark!(NO_VOTING_STEP, procedure = titled));
        return None;
    };
    let forum = Forum::Matter(opened, place);
    let kind = procedure.steps.get(place).and_then(|step| step.matter);
    let law_of = if procedure.applies_to_pending { case.placed.day } else { matter.opened };
    if let Some(on) = matter.ended_before(procedure, Some(place), case.placed.day) {
        case.find(Grade::Irregular, Some(article), Notice::MatterEnded { on });
        return None;
    }
    if let Some(on) = closed(case.state, &forum) {
        is_closed(case, Some(article), on);
        return None;
    }
    let runs = Runs::of(case, &forum, (organ, kind), law_of);
    if let Some(runs) = runs.filter(|runs| runs.is_over()) {
        case.guard(Some(runs.article), false, Said::Provided);
        let said = remark!(VOTED_AFTER_SILENCE, end = runs.end.to_string().as_str());
        case.find(Grade::Void, Some(runs.article), said);
        return None;
    }
    for step in matter.missing_before(procedure, place) {
        let notice = Notice::StepNotFound { kind: step.kind, by: step.by, holds_up: true };
        case.find(Grade::Unrecorded, Some(article), notice);
    }
    Some(Motion { forum, organ, kind, law_of, about: matter.about })
}

/// Tells whether an objection in a matter is a vote of one in an organ: where the matter asks for the
/// consent of none, or it is made in the step of an organ.
pub(super) fn is_of_organ(case: &Case<'_, '_>, label: LabelId, kind: Option<StepKind>) -> bool {
    let opened = case.placed.history.position_of(label);
    let matter = opened.and_then(|opened| case.state.matters.get(&opened));
    let law = matter.and_then(|matter| Some((matter, matter.law(case.code, case.state)?)));
    law.is_some_and(|(matter, (_, procedure))| {
        let asks = matter.place_of(procedure, StepKind::Consent).is_some();
        (kind.is_some() || !asks) && voting_step(matter, procedure, kind).is_some()
    })
}

/// Returns the place of a step on which an organ votes, and the organ.
fn voting_step(
    matter: &Docketed,
    procedure: &Procedure,
    kind: Option<StepKind>,
) -> Option<(usize, BodyId)> {
    let kind = kind.unwrap_or(StepKind::Decide);
    let votes = matches!(kind, StepKind::Decide | StepKind::Recommend | StepKind::Determine);
    of_organ(procedure, matter.place_of(procedure, kind).filter(|_| votes)?)
}

/// Returns the place of a step with the organ that takes it.
fn of_organ(procedure: &Procedure, place: usize) -> Option<(usize, BodyId)> {
    let Actor::Organ(organ) = procedure.steps.get(place)?.by else { return None };
    Some((place, organ))
}

fn in_session(case: &mut Case<'_, '_>, details: &Details, label: LabelId) -> Option<Motion> {
    let (position, organ) = session_at(case, label)?;
    let title = details.items.first().map(|item| item.title.clone());
    let forum = Forum::Session(position, title);
    if let Some(on) = closed(case.state, &forum) {
        let row = case.code.body_on(organ, case.state, case.placed.day);
        is_closed(case, row.and_then(|row| row.article), on);
        return None;
    }
    Some(Motion { forum, organ, kind: None, law_of: case.placed.day, about: None })
}

fn is_closed(case: &mut Case<'_, '_>, article: Option<ArticleId>, on: Day) {
    case.guard(article, false, Said::Provided);
    case.find(Grade::Void, article, remark!(VOTED_LATE, day = on));
}

/// One state votes: where it may, and has not yet.
fn one(
    case: &mut Case<'_, '_>,
    details: &Details,
    motion: &Motion,
    (party, vote): (PartyId, Vote),
) {
    let (article, barred) = barred(case, details, motion, party);
    case.guard(article, barred.is_none(), Said::Organ(motion.organ));
    if let Some((grade, said)) = barred {
        case.find(grade, article, said);
        if grade == Grade::Void {
            return;
        }
    }
    let position = case.placed.history.first_told(case.placed.position);
    let (forum, on) = (motion.forum.clone(), case.placed.day);
    let step = Voting::Cast(CastVote { forum, party, vote, on, position });
    case.effects.push(Effect::Voting(step, on));
}

/// Says what keeps a vote from being counted, and the article by which it does.
fn barred(
    case: &Case<'_, '_>,
    details: &Details,
    motion: &Motion,
    party: PartyId,
) -> (Option<ArticleId>, Option<(Grade, Remark)>) {
    let (code, state, on) = (case.code, case.state, motion.law_of);
    let organ = motion.organ;
    let own = code.body_on(motion.organ, state, on).and_then(|row| row.article);
    let void = |said: Remark| Some((Grade::Void, said));
    let seats = composition(code, state, motion.organ, on);
    if let Some(seats) = &seats {
        let beside = voters_beside(case, motion.organ, motion.kind, on);
        if !seats.members.contains(party) && !beside.contains(party) {
            return (own, void(remark!(NO_SEAT, party = party, organ = organ, day = on)));
        }
        let taken = seats.without_voice().find(|(known, _)| *known == party);
        if let Some((_, article)) = taken {
            return (article, void(remark!(NO_VOTE, party = party, organ = organ, day = on)));
        }
    }
    if let Some(article) = without_target(case, motion, party) {
        return (Some(article), void(remark!(TARGET_VOTES, party = party)));
    }
    if let Some(known) = state.cast.in_forum(&motion.forum).find(|cast| cast.party == party) {
        return (own, void(remark!(VOTED_BEFORE, party = party, day = known.on)));
    }
    let speaks = |signed: &servanda_model::Signed| {
        let of = signed.of.unwrap_or(party);
        of != party || has_credentials(case, motion.organ, signed, of)
    };
    if let Some(signed) = details.signed.iter().find(|signed| !speaks(signed)) {
        let said = remark!(NO_SPEAKER, person = signed.person.as_str(), party = party);
        let received = case.placed.history.is_received(case.placed.position);
        let grade = if received { Grade::Void } else { Grade::Unrecorded };
        return (own, Some((grade, said)));
    }
    (own, None)
}

/// Returns the article by which the state that a matter is about has no vote on it: that of a rule of
/// which every reading leaves it out.
fn without_target(case: &Case<'_, '_>, motion: &Motion, party: PartyId) -> Option<ArticleId> {
    let (code, state, on) = (case.code, case.state, motion.law_of);
    let kind = motion.kind.or_else(|| code.default_kind(motion.organ, state, on))?;
    motion.about.filter(|about| *about == party)?;
    let readings = code.matters_on(motion.organ, kind, state, on);
    let mut rules = readings.map(|(_, matter)| code.rule_on(matter.rule, state, on));
    let (article, first) = rules.next()??;
    let leaves = first.electorate.less_target
        && rules.all(|rule| rule.is_some_and(|(_, rule)| rule.electorate.less_target));
    leaves.then_some(article)
}

/// A state takes back its vote while nothing is decided. Tells whether the act it names is a vote.
pub(super) fn take_back(case: &mut Case<'_, '_>, position: u32, by: &[PartyId]) -> bool {
    let position = case.placed.history.first_told(position);
    let cast: Vec<CastVote> =
        case.state.cast.cast.iter().filter(|cast| cast.position == position).cloned().collect();
    if cast.is_empty() {
        return false;
    }
    for party in by {
        let own = cast.iter().find(|cast| cast.party == *party);
        let is_open = own.is_some_and(|own| closed(case.state, &own.forum).is_none());
        if is_open {
            let step = Voting::TakenBack(position, *party);
            case.effects.push(Effect::Voting(step, case.placed.day));
        } else {
            case.find(Grade::Void, None, remark!(NO_VOTE_TO_TAKE_BACK, party = *party));
        }
    }
    true
}

/// Returns where the text was put on which an organ decides.
pub(super) fn forum_of(case: &Case<'_, '_>, decision: &Decision) -> Option<Forum> {
    let details = case.placed.act.details.as_deref()?;
    if let Some((label, kind)) = details.on {
        let opened = case.placed.history.position_of(label)?;
        let matter = case.state.matters.get(&opened)?;
        let (_, procedure) = matter.law(case.code, case.state)?;
        let place =
            matter.place_of_decision(procedure, kind.unwrap_or(StepKind::Decide), decision.matter);
        let (place, organ) = of_organ(procedure, place?)?;
        return (organ == decision.organ).then_some(Forum::Matter(opened, place));
    }
    let position = case.placed.history.position_of(details.during?)?;
    let title = details.items.first().map(|item| item.title.clone());
    Some(Forum::Session(position, title))
}

/// Lets a decision count the votes that were received, and those that it tells of others; whoever
/// may vote and did nothing was absent. Returns how each is counted, none where none was received.
pub(super) fn counted(
    case: &mut Case<'_, '_>,
    decision: &Decision,
    told: &[(PartyId, Vote)],
    seats: Option<&Composition>,
) -> Option<Vec<(PartyId, Vote)>> {
    let forum = forum_of(case, decision)?;
    let received: Vec<CastVote> = case.state.cast.in_forum(&forum).cloned().collect();
    for cast in &received {
        let said = told.iter().find(|(party, _)| *party == cast.party);
        if let Some((party, said)) = said.filter(|(_, said)| *said != cast.vote) {
            let (told, counts) = (said.cast_word(), cast.vote.cast_word());
            let said = remark!(
                VOTE_TOLD_OTHERWISE,
                party = *party,
                told = Mention::Word(told),
                day = cast.on,
                counts = Mention::Word(counts),
            );
            let row = case.code.body_on(decision.organ, case.state, case.placed.day);
            case.find(Grade::Irregular, row.and_then(|row| row.article), said);
        }
    }
    let mut votes: Vec<(PartyId, Vote)> =
        received.iter().map(|cast| (cast.party, cast.vote)).collect();
    if !votes.is_empty() {
        let is_new = |party: PartyId| received.iter().all(|cast| cast.party != party);
        votes.extend(told.iter().filter(|(party, _)| is_new(*party)));
        let voting = seats.map(Composition::voting).unwrap_or_default();
        let silent = voting.iter().filter(|party| votes.iter().all(|(known, _)| known != party));
        let silent: Vec<(PartyId, Vote)> = silent.map(|party| (party, Vote::Absent)).collect();
        votes.extend(silent);
    }
    let is_counted = !votes.is_empty();
    if is_counted || matches!(forum, Forum::Session(..)) {
        let step = Voting::Counted(case.placed.position, forum, votes.clone());
        case.effects.push(Effect::Voting(step, case.placed.day));
    }
    is_counted.then_some(votes)
}
