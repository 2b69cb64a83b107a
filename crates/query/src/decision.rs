//! What an organ decides on a matter when its members vote so: outcome, arithmetic, whom it binds.

mod end;
mod hearing;
mod notes;
pub(crate) mod recount;

use crate::asking::Asking;
use crate::moment::Moment;
use crate::vary::Answers;
use hearing::{Bench, hear};
use notes::{
    goes_before, nobody, nobody_came, not_in_force, of_days, set_up_by_none_in_force, to_come,
    unusable,
};
use servanda_engine::{Decided, State};
use servanda_model::{
    ArticleId, BodyId, Day, Instant, MatterId, Mention, Outcome, PartyId, Remark, Vote, remark,
};
use std::borrow::Cow;

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
    /// Those that may vote and of whom it is not told what they did.
    pub untold: Vec<PartyId>,
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
    pub notes: Vec<Remark>,
}

/// The outcome by one reading of the rule.
#[derive(Debug, Clone, PartialEq)]
pub struct ByReading<'l> {
    /// The name of the reading.
    pub name: Option<Cow<'l, str>>,
    /// The article that puts the matter under the rule.
    pub article: ArticleId,
    /// The decision, those of whom nothing is told being absent.
    pub decided: Decided<'l>,
    /// What comes of it whatever those did of whom nothing is told; none where it depends on them.
    pub surely: Option<Outcome>,
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
    /// Returns what programs and messages call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoSeat => "no-seat",
            Self::NoVote => "no-vote",
            Self::Target => "target",
            Self::Interested => "interested",
            Self::Late => "late",
            Self::NotYet => "not-yet",
            Self::Replaced => "replaced",
            Self::OutsideElectorate => "outside",
        }
    }

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

impl DecisionAnswer<'_> {
    /// Tells whether a rule that was tried leaves out the state the decision is about, of which
    /// nothing was said.
    pub fn lacks_target(&self, motion: &Motion) -> bool {
        let applied = self.readings.iter().flat_map(|reading| &reading.decided.applied);
        let mut rules = applied.map(|applied| applied.rule);
        motion.target.is_none() && rules.any(|rule| rule.electorate.less_target)
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
    let bench = Bench::of(asking, &state, organ, motion, moment.on);
    let mut answer = of_state(asking, &state, &bench, kind, motion);
    let mut folds = asking.folds(&slice, moment);
    let others = asking.vary_from(vec![answer.outcome], &slice, moment, |choices| {
        let state = folds.state(choices);
        let bench = Bench::of(asking, &state, organ, motion, moment.on);
        vec![hear(asking, &state, &bench, kind, motion).outcome]
    });
    leave_open(asking, &mut answer, &others, 0);
    answer.notes.extend(goes_before(asking, &state, kind, moment.on));
    answer
}

impl Asking<'_> {
    /// Answers why an organ is not there on a day, where it is not: from when on it is, or that no
    /// article sets it up.
    pub fn not_there(&self, organ: BodyId, moment: &Moment) -> Option<Remark> {
        let state = self.fold(&self.about_decisions(organ), moment, &[]);
        hearing::organ_to_come(self, &state, organ, moment.on)
    }
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
    let state = asking.fold(&slice, moment, &[]);
    let mut answers: Vec<DecisionAnswer<'r>> = Vec::new();
    for (day, motion) in motions {
        let bench = Bench::of(asking, &state, organ, motion, *day);
        let of_kind = |kind: &MatterId| of_state(asking, &state, &bench, *kind, motion);
        answers.extend(kinds.iter().map(of_kind));
    }
    let base: Vec<Outcome> = answers.iter().map(|answer| answer.outcome).collect();
    let days: Vec<Day> = motions.iter().map(|(day, _)| *day).collect();
    let mut folds = asking.folds(&slice, moment);
    let mut heard: Vec<Vec<(Bench, Vec<Outcome>)>> = motions.iter().map(|_| Vec::new()).collect();
    let others = asking.vary_between(base, &slice, (moment, &days), |choices| {
        let state = folds.state(choices);
        let mut outcomes = Vec::new();
        for ((day, motion), heard) in motions.iter().zip(&mut heard) {
            let bench = Bench::of(asking, &state, organ, motion, *day);
            // What is decided follows from the bench alone.
            let known = heard.iter().find(|(known, _)| *known == bench);
            if let Some((_, known)) = known {
                outcomes.extend(known.iter().copied());
                continue;
            }
            let of_kind = |kind: &MatterId| hear(asking, &state, &bench, *kind, motion).outcome;
            let found: Vec<Outcome> = kinds.iter().map(of_kind).collect();
            outcomes.extend(found.iter().copied());
            heard.push((bench, found));
        }
        outcomes
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
        answer.notes.push(remark!(READINGS_DIFFER));
    }
    for position in others.deciding.iter().filter(|_| moves) {
        let acts = vec![crate::describe::named(asking, *position)];
        answer.notes.push(remark!(DEPENDS_ON_DATE, acts = acts));
    }
    if open || moves || !others.untried.is_empty() {
        answer.outcome = Outcome::Undetermined;
    }
}

/// Answers for one state of the record.
fn of_state<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    bench: &Bench,
    kind: MatterId,
    motion: &Motion,
) -> DecisionAnswer<'r> {
    let heard = hear(asking, state, bench, kind, motion);
    let mut notes = Vec::new();
    if !bench.is_known && bench.to_come.is_none() {
        notes.push(remark!(NO_ORGAN));
    }
    for (reading, (end, silence)) in heard.readings.iter().zip(&heard.ends) {
        notes.extend(end.note(*silence));
        notes.extend(of_days(end, *silence));
        notes.extend(not_in_force(asking, state, reading.article, bench.on));
        let decided = &reading.decided;
        notes.extend(unusable(asking, decided));
        notes.extend(nobody(asking, decided).or_else(|| nobody_came(asking, decided)));
    }
    if bench.to_come.is_none() {
        let lacking = set_up_by_none_in_force(asking, state, bench.organ, bench.on);
        notes.extend(lacking.filter(|lacking| !notes.contains(lacking)));
    }
    let last = heard.ends.last();
    if last.is_some_and(|(end, _)| end.runs) && heard.is_adopted() {
        notes.push(remark!(SILENCE_STILL));
    }
    if let Some(to_come) = &bench.to_come {
        notes.push(to_come.clone());
    } else if heard.readings.is_empty() {
        let word = Mention::Code(asking.law.matter_names.word(kind).to_owned());
        notes.push(remark!(NO_RULE, kind = word, day = bench.on));
        let carried = asking.code.matters_on(bench.organ, kind, state, bench.on);
        notes.extend(carried.filter_map(|(article, _)| to_come(asking, article, bench.on)));
    }
    let open = heard.outcome == Outcome::Undetermined && heard.readings.len() > 1;
    if heard.followed.is_none() && open {
        notes.push(remark!(NONE_FOLLOWED));
    }
    DecisionAnswer {
        organ: bench.organ,
        kind,
        outcome: heard.outcome,
        expiry: last.and_then(|(end, _)| end.expiry),
        readings: heard.readings,
        followed: heard.followed,
        set_aside: heard.set_aside,
        notes,
    }
}
