//! What an organ decides on a matter when its members vote so: outcome, arithmetic, whom it binds.

mod end;
mod notes;

use crate::asking::Asking;
use crate::moment::Moment;
use crate::vary::Answers;
use end::End;
use notes::{nobody, nobody_came, not_in_force, universal, unusable};
use servanda_engine::{Composition, Decided, Put, State, composition, decide, followed};
use servanda_model::{
    ArticleId, BodyId, Day, Instant, Matter, MatterId, Outcome, PartyId, PartyKind, PartySet, Vote,
};

/// A vote that was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cast {
    /// By whom.
    pub party: PartyId,
    /// What.
    pub vote: Vote,
    /// When, where known.
    pub at: Option<Instant>,
}

/// A text that is put to an organ.
#[derive(Debug, Clone, Default)]
pub struct Motion {
    /// The votes cast, in the order in which they are known.
    pub votes: Vec<Cast>,
    /// The state the decision would be about.
    pub target: Option<PartyId>,
    /// Those interested in the matter.
    pub interested: Vec<PartyId>,
    /// When it was circulated, for a silence procedure.
    pub opened: Option<Instant>,
    /// When silence ends as the circulated text says, for a silence procedure.
    pub expires: Option<Instant>,
    /// The instant asked about: what came later is not counted.
    pub closed: Option<Instant>,
}

/// The answer about a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionAnswer<'l> {
    /// The organ.
    pub organ: BodyId,
    /// The kind of matter.
    pub kind: MatterId,
    /// What came of it, by the reading that practice follows.
    pub outcome: Outcome,
    /// The outcome by each reading of the rule.
    pub readings: Vec<ByReading<'l>>,
    /// The reading that practice follows, where there is one.
    pub followed: Option<usize>,
    /// Votes that are not counted, and why.
    pub set_aside: Vec<SetAside>,
    /// When silence ends or ended.
    pub expiry: Option<Instant>,
    /// What there is to say beside it.
    pub notes: Vec<String>,
}

/// The outcome by one reading of the rule.
#[derive(Debug, Clone, PartialEq)]
pub struct ByReading<'l> {
    /// The name of the reading.
    pub name: Option<&'l str>,
    /// The article that puts the matter under the rule.
    pub article: ArticleId,
    /// The decision.
    pub decided: Decided<'l>,
}

/// A vote that is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetAside {
    /// The vote.
    pub cast: Cast,
    /// Why.
    pub why: NotCounted,
    /// The article that says so.
    pub article: Option<ArticleId>,
}

/// Why a vote is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounted {
    /// It has no seat in the organ.
    NoSeat,
    /// It has a seat but no vote.
    NoVote,
    /// The rule leaves out the state the decision is about.
    Target,
    /// The rule leaves out those interested.
    Interested,
    /// It came after the end.
    Late,
    /// It came after the moment asked about.
    NotYet,
    /// A later one of the same state took its place.
    Replaced,
    /// The rule does not let it vote on this.
    OutsideElectorate,
}

impl NotCounted {
    /// Returns the reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoSeat => "it has no seat in the organ on that day",
            Self::NoVote => "it has a seat and no vote on that day",
            Self::Target => "the vote of the state concerned is not counted",
            Self::Interested => "those interested in the matter do not vote on it",
            Self::Late => "it came after the end",
            Self::NotYet => "it came after the moment asked about",
            Self::Replaced => "a later one of the same state takes its place",
            Self::OutsideElectorate => "the rule does not count it among those who vote",
        }
    }
}

/// Answers what an organ decides.
pub fn decision<'r>(
    asking: &'r Asking<'r>,
    organ: BodyId,
    kind: MatterId,
    motion: &Motion,
    moment: &Moment,
) -> DecisionAnswer<'r> {
    let slice = asking.about_decisions(organ);
    let state = asking.fold(&slice, moment, &[]);
    let mut answer = of_state(asking, &state, (organ, kind), motion, moment);
    let mut folds = asking.folds(&slice, moment);
    let others = asking.vary_from(vec![answer.outcome], &slice, moment, |choices| {
        vec![of_state(asking, &folds.state(choices), (organ, kind), motion, moment).outcome]
    });
    leave_open(asking, &mut answer, &others, 0);
    answer
}

/// Answers what came of several texts put to an organ up to a moment, each on its day, for each
/// kind of matter that the organ decides: one list for each text.
pub(crate) fn decisions<'r>(
    asking: &'r Asking<'r>,
    organ: BodyId,
    motions: &[(Day, Motion)],
    moment: &Moment,
) -> Vec<Vec<DecisionAnswer<'r>>> {
    let kinds = asking.code.kinds_of(organ);
    let slice = asking.about_decisions(organ);
    let of_all = |state: &State| -> Vec<DecisionAnswer<'r>> {
        let put = motions.iter().flat_map(|motion| kinds.iter().map(move |kind| (motion, *kind)));
        let answers = put.map(|((day, motion), kind)| {
            of_state(asking, state, (organ, kind), motion, &moment.at(*day))
        });
        answers.collect()
    };
    let outcomes = |answers: &[DecisionAnswer<'_>]| -> Vec<Outcome> {
        answers.iter().map(|answer| answer.outcome).collect()
    };
    let mut answers = of_all(&asking.fold(&slice, moment, &[]));
    let days: Vec<Day> = motions.iter().map(|(day, _)| *day).collect();
    let mut folds = asking.folds(&slice, moment);
    let others = asking.vary_between(outcomes(&answers), &slice, (moment, &days), |choices| {
        outcomes(&of_all(&folds.state(choices)))
    });
    if !others.untried.is_empty() && motions.len() > 1 {
        // What is too much for all of them may be tried for each.
        return motions.chunks(1).flat_map(|one| decisions(asking, organ, one, moment)).collect();
    }
    for (index, answer) in answers.iter_mut().enumerate() {
        leave_open(asking, answer, &others, index);
    }
    let mut answers = answers.into_iter();
    motions.iter().map(|_| answers.by_ref().take(kinds.len()).collect()).collect()
}

/// Leaves an outcome open where other readings or days give another one.
fn leave_open(
    asking: &Asking<'_>,
    answer: &mut DecisionAnswer<'_>,
    others: &Answers<Vec<Outcome>>,
    index: usize,
) {
    let base = others.base.get(index);
    let differs = |other: &Vec<Outcome>| other.get(index) != base;
    let open = others.rivals.iter().any(|(_, decided, other)| !decided && differs(other));
    let moves = others.placements.iter().any(differs);
    if open {
        answer.notes.push("readings between which the record does not decide differ".to_owned());
    }
    for position in others.deciding.iter().filter(|_| moves) {
        let act = crate::describe::act_name(asking, *position);
        answer.notes.push(format!("depends on the date of {act}"));
    }
    if open || moves || !others.untried.is_empty() {
        answer.outcome = Outcome::Undetermined;
    }
}

/// Answers for one state of the record.
fn of_state<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    (organ, kind): (BodyId, MatterId),
    motion: &Motion,
    moment: &Moment,
) -> DecisionAnswer<'r> {
    let code = &asking.code;
    let mut notes = Vec::new();
    let known = composition(code, state, organ, moment.on);
    let seats = known.unwrap_or_else(|| {
        notes.push("the record does not say of whom the organ is made on that day: the states of the votes are taken as its members".to_owned());
        let is_state = |party: &PartyId| {
            asking.law.party(*party).is_some_and(|row| row.kind == PartyKind::State)
        };
        let members = motion.votes.iter().map(|cast| cast.party).filter(is_state).collect();
        Composition { members, ..Composition::default() }
    });
    let matters: Vec<(ArticleId, &Matter)> =
        code.matters_on(organ, kind, state, moment.on).collect();
    let mut readings: Vec<ByReading<'_>> = Vec::new();
    let (mut set_aside, mut expiry, mut runs) = (Vec::new(), None, false);
    for (article, matter) in &matters {
        let silence = code.rule_on(matter.rule, state, moment.on);
        let silence = silence.and_then(|(_, rule)| rule.silence);
        let end = End::of(silence, motion);
        (expiry, runs) = (end.expiry, end.runs);
        notes.extend(end.note(silence));
        notes.extend(universal(silence));
        notes.extend(not_in_force(asking, state, *article, moment));
        let (votes, aside) = counted(motion, &seats, end);
        set_aside = aside;
        let voting = seats.voting();
        let interested: PartySet = motion.interested.iter().copied().collect();
        let put = Put {
            members: &seats.members,
            voting: &voting,
            votes: &votes,
            target: motion.target,
            interested: &interested,
            on: moment.on,
        };
        let decided = decide(code, state, matter.rule, &put);
        notes.extend(unusable(asking, &decided));
        notes.extend(nobody(asking, &decided).or_else(|| nobody_came(asking, &decided)));
        left_out(&decided, &votes, motion, &mut set_aside);
        readings.push(ByReading { name: matter.reading.as_deref(), article: *article, decided });
    }
    let followed = followed(&matters, moment.on);
    let mut outcome = outcome(&readings, followed);
    if runs && outcome == Outcome::Adopted {
        notes.push("the silence still runs".to_owned());
        outcome = Outcome::Undetermined;
    }
    if readings.is_empty() {
        let kind = asking.law.matter_names.word(kind);
        notes.push(format!("no rule for `{kind}` counts on {}", moment.on));
    }
    if followed.is_none() && outcome == Outcome::Undetermined && readings.len() > 1 {
        notes.push("practice follows none of the readings on that day".to_owned());
    }
    DecisionAnswer { organ, kind, outcome, readings, followed, set_aside, expiry, notes }
}

/// Sorts out the votes that cannot count: late ones, replaced ones, those without seat or vote.
fn counted(
    motion: &Motion,
    seats: &Composition,
    end: End,
) -> (Vec<(PartyId, Vote)>, Vec<SetAside>) {
    let mut aside = Vec::new();
    let mut stands: Vec<Cast> = Vec::new();
    for cast in &motion.votes {
        let without = seats.without_voice().find(|(party, _)| *party == cast.party);
        let (why, article) = if cast.at.is_some_and(|at| end.is_late(at)) {
            (Some(if end.runs { NotCounted::NotYet } else { NotCounted::Late }), None)
        } else if !seats.members.contains(cast.party) {
            (Some(NotCounted::NoSeat), None)
        } else if let Some((_, article)) = without {
            (Some(NotCounted::NoVote), article)
        } else {
            (None, None)
        };
        if let Some(why) = why {
            aside.push(SetAside { cast: *cast, why, article });
            continue;
        }
        let earlier = stands.iter().position(|known| known.party == cast.party);
        if let Some(earlier) = earlier {
            let replaced = stands.remove(earlier);
            aside.push(SetAside { cast: replaced, why: NotCounted::Replaced, article: None });
        }
        stands.push(*cast);
    }
    (stands.into_iter().map(|cast| (cast.party, cast.vote)).collect(), aside)
}

/// Adds the votes of members whom the rule that decided leaves out.
fn left_out(
    decided: &Decided<'_>,
    votes: &[(PartyId, Vote)],
    motion: &Motion,
    set_aside: &mut Vec<SetAside>,
) {
    let Some(applied) = decided.applied.last() else { return };
    let wanted = applied.rule.electorate;
    for (party, vote) in votes {
        if decided.ballot.electorate.contains(*party) || *vote == Vote::NotParticipating {
            continue;
        }
        let why = if wanted.less_target && motion.target == Some(*party) {
            NotCounted::Target
        } else if wanted.less_interested && motion.interested.contains(party) {
            NotCounted::Interested
        } else {
            NotCounted::OutsideElectorate
        };
        let cast = Cast { party: *party, vote: *vote, at: None };
        set_aside.push(SetAside { cast, why, article: Some(applied.article) });
    }
}

/// Returns the outcome of the followed reading, or the one on which all agree.
fn outcome(readings: &[ByReading<'_>], followed: Option<usize>) -> Outcome {
    if let Some(reading) = followed.and_then(|index| readings.get(index)) {
        return reading.decided.outcome;
    }
    let mut outcomes = readings.iter().map(|reading| reading.decided.outcome);
    let first = outcomes.next().unwrap_or(Outcome::Undetermined);
    if outcomes.all(|other| other == first) { first } else { Outcome::Undetermined }
}
