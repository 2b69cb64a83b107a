//! Judging a decision of an organ: what its rule gives on the votes that are told, and where some are
//! not, whatever those did.

use super::Case;
use super::silence::Runs;
use crate::composition::{Composition, composition};
use crate::decide::{Decided, Put, decide};
use crate::docket::Docketed;
use crate::effect::Said;
use crate::rivals::{Track, tracks};
use crate::untold::whatever;
use servanda_model::{
    ArticleId, BodyId, Day, Decision, Grade, Matter, MatterId, Mention, Outcome, PartyId, PartySet,
    RuleId, Vote, Voters, remark,
};

/// Judges a decision: what its rule gives, and what it says of a state.
pub(super) fn made(case: &mut Case<'_, '_>, decision: &Decision) {
    look(case, decision);
    super::mandate::rule(case, decision);
}

/// Looks at a decision where its matter is known.
fn look(case: &mut Case<'_, '_>, decision: &Decision) {
    let (code, state, on) = (case.code, case.state, law_of(case));
    let is_there = is_set_up(case, decision.organ, on);
    let seats = composition(code, state, decision.organ, on);
    let kind = of_another_kind(case, decision).or(decision.matter);
    let kind = kind.or_else(|| code.default_kind(decision.organ, state, on));
    seats.iter().for_each(|seats| told_without_vote(case, seats, decision, on));
    seats.iter().for_each(|seats| told_without_seat(case, (seats, on), kind, decision));
    told_twice(case, decision, on);
    let told = votes(decision);
    let counted = super::vote::counted(case, decision, &told, seats.as_ref());
    let Some(kind) = kind else { return };
    before_the_end(case, decision, kind, on);
    let Some(seats) = seats else { return };
    let unheard = |party: PartyId| seats.unheard.iter().any(|(known, _)| *known == party);
    let mut votes = counted.unwrap_or(told);
    votes.retain(|(party, _)| !unheard(*party));
    let untold = untold(&seats, &votes);
    let voting = seats.voting();
    let interested: PartySet = decision.interested.iter().copied().collect();
    let put = Put {
        members: &seats.members,
        voting: &voting,
        votes: &votes,
        target: target(case, decision),
        interested: &interested,
        on,
        instead: None,
    };
    let matters: Vec<(ArticleId, &Matter)> =
        code.matters_on(decision.organ, kind, state, on).collect();
    if matters.is_empty() && is_there {
        no_rule(case, decision.organ, kind, on);
    }
    for index in 0..matters.len() {
        for track in tracks_of(case, decision.organ, (&matters, index), &put) {
            let put = Put { instead: track.instead(), ..put };
            let Some(gives) = gives(case, track.own.1.rule, &put, &untold) else { continue };
            compare(case, decision.outcome, gives, track.name().as_deref(), track.may_count);
        }
    }
}

/// Tells whether an organ is set up on the day whose law counts or on that of its decision, and
/// notices a decision of one that is not.
fn is_set_up(case: &mut Case<'_, '_>, organ: BodyId, law_of: Day) -> bool {
    let (code, state, own) = (case.code, case.state, case.placed.done());
    let before = code.law.body(organ).and_then(|row| row.composed?.before_that);
    let is_there = [own, law_of].into_iter().any(|on| {
        code.is_set_up(organ, state, on) || before.is_some_and(|before| state.in_force(before, on))
    });
    if !is_there {
        let article = code.body_on(organ, state, law_of).and_then(|row| row.article);
        case.guard(article, false, Said::Provided);
        case.find(Grade::Irregular, article, remark!(NOT_SET_UP, body = organ, day = own));
    }
    is_there
}

/// Returns each reading under which what is told is held against the rule.
fn tracks_of<'l>(
    case: &Case<'_, 'l>,
    organ: BodyId,
    (matters, index): (&[(ArticleId, &'l Matter)], usize),
    put: &Put<'_>,
) -> Vec<Track<'l>> {
    let (code, state, on) = (case.code, case.state, put.on);
    let rule = matters.get(index).map(|(_, matter)| matter.rule);
    let leads_on = |rule| code.rule_on(rule, state, on).is_some_and(|(_, rule)| rule.leads_on());
    let decided = rule.filter(|rule| leads_on(*rule));
    let decided = decided.map_or_else(Decided::open, |rule| decide(code, state, rule, put));
    tracks(code, state, (organ, on), (matters, index), &decided, |_| true)
}

/// Notices a decision of a kind for which the law has no rule on its day.
fn no_rule(case: &mut Case<'_, '_>, organ: BodyId, kind: MatterId, on: Day) {
    let article = case.code.body_on(organ, case.state, on).and_then(|row| row.article);
    let kind = case.code.law.matter_names.word(kind);
    let said = remark!(NO_RULE_FOR, kind = kind, organ = organ, day = on);
    case.guard(article, false, Said::Provided);
    case.find(Grade::Irregular, article, said);
}

/// Notices what is said to be adopted by a silence that had not ended when it was received.
fn before_the_end(case: &mut Case<'_, '_>, decision: &Decision, kind: MatterId, on: Day) {
    let Some(forum) = super::vote::forum_of(case, decision) else { return };
    let Some(runs) = Runs::of(case, &forum, (decision.organ, Some(kind)), on) else { return };
    let waits = runs.is_awaited_by(decision.outcome);
    case.guard(Some(runs.article), !waits, Said::Provided);
    if waits {
        let said = remark!(SILENCE_RUNS, end = runs.end.to_string().as_str());
        case.find(Grade::Irregular, Some(runs.article), said);
    }
}

/// Notices the vote of one whose vote is taken.
fn told_without_vote(case: &mut Case<'_, '_>, seats: &Composition, decision: &Decision, on: Day) {
    let organ = decision.organ;
    for (party, article) in seats.without_voice() {
        let cast = [&decision.in_favour, &decision.against, &decision.abstaining];
        if !cast.into_iter().any(|cast| cast.contains(&party)) {
            continue;
        }
        let loss = case.code.loss_of_vote(organ, case.state, on);
        let breach = loss.filter(|(of, ..)| article == Some(*of)).map(|(.., breach)| breach);
        let said = remark!(NO_VOTE_TOLD, party = party, organ = organ);
        case.guard(article, false, Said::Provided);
        case.find(breach.unwrap_or(Grade::Irregular), article, said);
    }
}

/// Notices the vote of one that has no seat in the organ and is none of those whom a rule lets vote
/// as parties to an instrument. It is not counted.
fn told_without_seat(
    case: &mut Case<'_, '_>,
    (seats, on): (&Composition, Day),
    kind: Option<MatterId>,
    decision: &Decision,
) {
    let (code, state, organ) = (case.code, case.state, decision.organ);
    let others = voters_beside(case, organ, kind, on);
    let cast = [&decision.in_favour, &decision.against, &decision.abstaining];
    let strangers: PartySet = cast
        .into_iter()
        .flatten()
        .filter(|party| !seats.members.contains(**party) && !others.contains(**party))
        .copied()
        .collect();
    let article = code.body_on(organ, state, on).and_then(|row| row.article);
    for party in strangers.iter() {
        let said = remark!(NO_SEAT_TOLD, party = party, organ = organ, day = on);
        case.guard(article, false, Said::Provided);
        case.find(Grade::Irregular, article, said);
    }
}

/// Returns those that a rule of an organ lets vote as parties to an instrument, with a seat or without.
pub(super) fn voters_beside(
    case: &Case<'_, '_>,
    organ: BodyId,
    kind: Option<MatterId>,
    on: Day,
) -> PartySet {
    let (code, state) = (case.code, case.state);
    let kinds = kind.map_or_else(|| code.kinds_of(organ), |kind| vec![kind]);
    let matters = kinds.into_iter().flat_map(|kind| code.matters_on(organ, kind, state, on));
    let rules = matters.filter_map(|(_, matter)| code.rule_on(matter.rule, state, on));
    let parties = rules.flat_map(|(_, rule)| match rule.electorate.of {
        Voters::PartiesTo(instrument) => state.parties(instrument, on),
        Voters::Members => Vec::new(),
    });
    parties.collect()
}

/// Notices a state of which an act tells more than once how it voted. Told twice alike it is counted
/// once, and told in two ways not at all.
fn told_twice(case: &mut Case<'_, '_>, decision: &Decision, on: Day) {
    let told = all_told(decision);
    let mut named = PartySet::new();
    let mut again = PartySet::new();
    for (party, _) in &told {
        if named.contains(*party) {
            again.insert(*party);
        }
        named.insert(*party);
    }
    let row = case.code.body_on(decision.organ, case.state, on);
    let article = row.and_then(|row| row.article);
    for party in again.iter() {
        let said = if in_two_ways(&told, party) {
            remark!(TOLD_IN_TWO_WAYS, party = party)
        } else {
            remark!(TOLD_TWICE, party = party)
        };
        case.guard(article, false, Said::Provided);
        case.find(Grade::Irregular, article, said);
    }
}

fn in_two_ways(told: &[(PartyId, Vote)], party: PartyId) -> bool {
    let mut ways = told.iter().filter(|(whose, _)| *whose == party).map(|(_, vote)| *vote);
    let first = ways.next();
    ways.any(|vote| Some(vote) != first)
}

/// Returns the day whose law and electorate count: of a decision in a matter the one on which the
/// matter was opened, unless its procedure applies to what is pending.
fn law_of(case: &Case<'_, '_>) -> Day {
    let own = case.placed.done();
    let Some(matter) = matter_of(case) else { return own };
    let law = matter.law(case.code, case.state);
    let is_frozen = law.is_some_and(|(_, procedure)| !procedure.applies_to_pending);
    if is_frozen { matter.opened } else { own }
}

/// Returns the kind of matter that the procedure names for the step this act is.
fn matter_of_step(case: &Case<'_, '_>, says: Option<MatterId>) -> Option<MatterId> {
    let (_, kind) = case.placed.act.details.as_deref()?.on?;
    let matter = matter_of(case)?;
    let (_, procedure) = matter.law(case.code, case.state)?;
    let kind = kind.unwrap_or(servanda_model::StepKind::Decide);
    let place = matter.place_of_decision(procedure, kind, says)?;
    procedure.steps.get(place)?.matter
}

/// Returns how each voted, as far as it is told once or alike.
fn votes(decision: &Decision) -> Vec<(PartyId, Vote)> {
    let told = all_told(decision);
    let mut votes: Vec<(PartyId, Vote)> = Vec::new();
    for (party, vote) in &told {
        if !in_two_ways(&told, *party) && !votes.contains(&(*party, *vote)) {
            votes.push((*party, *vote));
        }
    }
    votes
}

fn all_told(decision: &Decision) -> Vec<(PartyId, Vote)> {
    let lists = [
        (&decision.in_favour, Vote::Yes),
        (&decision.against, Vote::No),
        (&decision.abstaining, Vote::Abstain),
        (&decision.absent, Vote::Absent),
    ];
    lists.into_iter().flat_map(|(all, vote)| all.iter().map(move |one| (*one, vote))).collect()
}

/// Returns those that may vote and of whom the record does not say what they did.
fn untold(seats: &Composition, votes: &[(PartyId, Vote)]) -> PartySet {
    let unheard = seats.unheard.iter().map(|(party, _)| *party);
    let told = votes.iter().map(|(party, _)| *party);
    let told: PartySet = told.chain(unheard).collect();
    seats.voting().less(&told)
}

/// Returns the state that a decision is about: the one it names, else the one that its matter is about.
fn target(case: &Case<'_, '_>, decision: &Decision) -> Option<PartyId> {
    decision.target.or_else(|| matter_of(case)?.about)
}

/// Returns the matter in which an act is a step.
fn matter_of<'c>(case: &'c Case<'_, '_>) -> Option<&'c Docketed> {
    let (label, _) = case.placed.act.details.as_deref()?.on?;
    case.state.matters.get(&case.placed.history.position_of(label)?)
}

/// Returns the kind of matter that the procedure names for the step that an act is, and notices one
/// that says another: the step goes before.
fn of_another_kind(case: &mut Case<'_, '_>, decision: &Decision) -> Option<MatterId> {
    let of_step = matter_of_step(case, decision.matter)?;
    let says = decision.matter.filter(|says| *says != of_step);
    let law = matter_of(case).and_then(|matter| matter.law(case.code, case.state));
    let article = law.map(|(article, _)| article);
    if let Some(says) = says {
        case.guard(article, false, Said::Provided);
        let names = &case.code.law.matter_names;
        let (step, says) = (names.word(of_step), names.word(says));
        let said = remark!(STEP_OF_ANOTHER_KIND, step = step, says = says);
        case.find(Grade::Irregular, article, said);
    }
    Some(of_step)
}

/// Returns what a rule gives on the votes that are told, with the article of the last one that was
/// tried; none where that depends on the votes that are not.
fn gives(
    case: &Case<'_, '_>,
    rule: RuleId,
    put: &Put<'_>,
    untold: &PartySet,
) -> Option<(Outcome, Option<ArticleId>)> {
    if !untold.is_empty() {
        let (outcome, article) = whatever(case.code, case.state, rule, put, untold)?;
        return Some((outcome, Some(article)));
    }
    let decided = decide(case.code, case.state, rule, put);
    Some((decided.outcome, decided.applied.last().map(|applied| applied.article)))
}

/// Says where what the record tells is not what the rule gives.
fn compare(
    case: &mut Case<'_, '_>,
    told: Outcome,
    (gives, article): (Outcome, Option<ArticleId>),
    reading: Option<&str>,
    by_practice: bool,
) {
    // A record that says that a text was not adopted says no more of the way in which it was not.
    let same = gives == told
        || (gives == Outcome::Adopted && told == Outcome::Conditional)
        || (matches!(gives, Outcome::Vetoed | Outcome::NoQuorum) && told == Outcome::NotAdopted);
    case.guard(article, same, Said::Provided);
    if same {
        return;
    }
    let (gives, says) = (gives.word(), told.word());
    let (gives, says) = (Mention::Word(gives), Mention::Word(says));
    let said = match reading {
        Some(reading) => remark!(READING_GIVES, reading = reading, gives = gives, says = says),
        None => remark!(RULE_GIVES, gives = gives, says = says),
    };
    let grade = if by_practice { Grade::Irregular } else { Grade::Disputed };
    case.find(grade, article, said);
}
