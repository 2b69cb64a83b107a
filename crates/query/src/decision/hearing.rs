//! What an organ decides by one state of the record: who sits there, which votes count, what comes
//! of them under each reading of the rule.

use super::end::End;
use super::{ByReading, Cast, Motion, NotCounted, SetAside};
use crate::asking::Asking;
use servanda_engine::{
    Code, Composition, Decided, Put, State, composition, decide, followed, rivals, whatever,
};
use servanda_model::{
    ArticleId, BodyId, Day, InstrumentId, Matter, MatterId, Outcome, PartyId, PartyKind, PartySet,
    RuleId, Silence, Vote,
};

/// What of a state decides about a text: two equal ones decide alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bench {
    /// The organ.
    pub(super) organ: BodyId,
    /// The day whose law counts.
    pub(super) on: Day,
    /// Of whom the organ is made.
    seats: Composition,
    /// Whether the record says so.
    pub(super) is_known: bool,
    /// Which versions of the articles on voting count, and who is party where the parties vote.
    law: (Vec<Option<u16>>, Vec<Vec<PartyId>>),
}

impl Bench {
    pub(super) fn of(
        asking: &Asking<'_>,
        state: &State,
        organ: BodyId,
        motion: &Motion,
        on: Day,
    ) -> Self {
        let known = composition(&asking.code, state, organ, on);
        let is_known = known.is_some();
        let seats = known.unwrap_or_else(|| {
            let is_state = |party: &PartyId| {
                asking.law.party(*party).is_some_and(|row| row.kind == PartyKind::State)
            };
            let members = motion.votes.iter().map(|cast| cast.party).filter(is_state).collect();
            Composition { members, ..Composition::default() }
        });
        Self { organ, on, seats, is_known, law: asking.code.voting_law(state, on) }
    }
}

/// What comes of a text by one state.
pub(super) struct Heard<'r> {
    pub(super) readings: Vec<ByReading<'r>>,
    /// When silence ends under each reading.
    pub(super) ends: Vec<(End, Option<Silence>)>,
    pub(super) followed: Option<usize>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) outcome: Outcome,
}

impl Heard<'_> {
    /// Tells whether the votes adopt it, whether or not silence still runs.
    pub(super) fn is_adopted(&self) -> bool {
        outcome(&self.readings, self.followed) == Outcome::Adopted
    }
}

/// Hears a text under each reading of the rule of its matter.
pub(super) fn hear<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    bench: &Bench,
    kind: MatterId,
    motion: &Motion,
) -> Heard<'r> {
    let (code, seats, on) = (&asking.code, &bench.seats, bench.on);
    let mut matters: Vec<(ArticleId, &Matter)> =
        code.matters_on(bench.organ, kind, state, on).collect();
    matters.retain(|(article, _)| law_to_come(asking, *article, on).is_none());
    let (voting, days) = (seats.voting(), code.days_of_seat(bench.organ, state, on));
    let interested: PartySet = motion.interested.iter().copied().collect();
    let untold: PartySet = motion.untold.iter().copied().collect();
    let (mut readings, mut ends, mut set_aside) = (Vec::new(), Vec::new(), Vec::new());
    let mut first = followed(&matters, on);
    for (article, matter) in &matters {
        let silence = code.rule_on(matter.rule, state, on).and_then(|(_, rule)| rule.silence);
        let end = End::of(silence, motion, days);
        let (votes, aside) = counted(motion, seats, end);
        set_aside = aside;
        let put = Put {
            members: &seats.members,
            voting: &voting,
            votes: &votes,
            target: motion.target,
            interested: &interested,
            on,
            instead: None,
        };
        let decided = decide(code, state, matter.rule, &put);
        left_out(&decided, &votes, motion, &mut set_aside);
        let rivals = rivals(code, state, (bench.organ, on), &decided).map(|(read, mut all)| {
            all.retain(|(article, _)| law_to_come(asking, *article, on).is_none());
            (read, all)
        });
        let rivals = rivals.filter(|(_, all)| matters.len() == 1 && all.len() > 1);
        let own = (None, vec![(*article, *matter)]);
        let (read, read_as) = rivals.map_or(own, |(read, all)| {
            first = followed(&all, on);
            (Some(read), all)
        });
        for (article, reading) in read_as {
            let put = Put { instead: read.map(|read| (read, reading.rule)), ..put };
            ends.push((end, silence));
            readings.push(by_reading(
                (code, state),
                matter.rule,
                (article, reading),
                &put,
                &untold,
            ));
        }
    }
    let followed = first;
    let mut found = outcome(&readings, followed);
    if found == Outcome::Adopted && ends.last().is_some_and(|(end, _)| end.runs) {
        found = Outcome::Undetermined;
    }
    Heard { readings, ends, followed, set_aside, outcome: found }
}

/// Returns what a text's own rule gives, one reading being followed.
fn by_reading<'r>(
    (code, state): (&Code<'r>, &State),
    rule: RuleId,
    (article, reading): (ArticleId, &'r Matter),
    put: &Put<'_>,
    untold: &PartySet,
) -> ByReading<'r> {
    let decided = decide(code, state, rule, put);
    let surely = if untold.is_empty() {
        Some(decided.outcome)
    } else {
        whatever(code, state, rule, put, untold).map(|(outcome, _)| outcome)
    };
    ByReading { name: reading.reading.as_deref(), article, decided, surely }
}

/// Returns the instrument of an article and the day of the first act about it, where on the day asked
/// about there is none yet.
pub(super) fn law_to_come(
    asking: &Asking<'_>,
    article: ArticleId,
    on: Day,
) -> Option<(InstrumentId, Day)> {
    let instrument = asking.law.article(article)?.instrument;
    Some((instrument, asking.not_there_until(instrument, on)?))
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
