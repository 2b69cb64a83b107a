//! What an organ decides by one state of the record: who sits there, which votes count, what comes
//! of them under each reading of the rule.

use super::end::End;
use super::{ByReading, Cast, Motion, NotCounted, SetAside};
use crate::asking::Asking;
use servanda_engine::{
    Code, Composition, Decided, Put, State, Track, composition, decide, tracks, whatever,
};
use servanda_model::{
    ArticleId, BodyId, Day, InstrumentId, Matter, MatterId, Mention, Outcome, PartyId, PartyKind,
    PartySet, Remark, Silence, Vote, remark,
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
    /// Why the organ is not there yet, where it is not.
    pub(super) to_come: Option<Remark>,
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
        let to_come = organ_to_come(asking, state, organ, on);
        Self { organ, on, seats, is_known, to_come, law: asking.code.voting_law(state, on) }
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
    /// What the votes give, whether or not silence still runs.
    by_practice: Outcome,
}

impl Heard<'_> {
    /// Begins with nothing heard.
    pub(super) fn open() -> Self {
        Self {
            readings: Vec::new(),
            ends: Vec::new(),
            followed: None,
            set_aside: Vec::new(),
            outcome: Outcome::Undetermined,
            by_practice: Outcome::Undetermined,
        }
    }

    /// Tells whether the votes adopt it, whether or not silence still runs.
    pub(super) fn is_adopted(&self) -> bool {
        self.by_practice == Outcome::Adopted
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
    let is_there = bench.to_come.is_none();
    matters.retain(|(article, _)| is_there && law_to_come(asking, *article, on).is_none());
    let (voting, days) = (seats.voting(), code.days_of_seat(bench.organ, state, on));
    let interested: PartySet = motion.interested.iter().copied().collect();
    let untold: PartySet = motion.untold.iter().copied().collect();
    let (mut heard, mut counting) = (Heard::open(), Vec::new());
    for (index, (_, matter)) in matters.iter().enumerate() {
        let silence = code.rule_on(matter.rule, state, on).and_then(|(_, rule)| rule.silence);
        let end = End::of(silence, motion, days);
        let (votes, aside) = counted(motion, seats, end);
        heard.set_aside = aside;
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
        left_out(&decided, &votes, motion, &mut heard.set_aside);
        let is_law = |article| law_to_come(asking, article, on).is_none();
        let read = (matters.as_slice(), index);
        for track in tracks(code, state, (bench.organ, on), read, &decided, is_law) {
            if track.is_followed {
                heard.followed = Some(heard.readings.len());
            }
            counting.push(track.may_count);
            heard.ends.push((end, silence));
            heard.readings.push(by_track((code, state), &track, put, &untold));
        }
    }
    heard.by_practice = outcome(heard.readings.iter().zip(counting));
    let still_runs = heard.ends.last().is_some_and(|(end, _)| end.runs);
    if heard.by_practice != Outcome::Adopted || !still_runs {
        heard.outcome = heard.by_practice;
    }
    heard
}

/// Returns what a text's own rule gives, one reading being taken.
fn by_track<'r>(
    (code, state): (&Code<'r>, &State),
    track: &Track<'r>,
    put: Put<'_>,
    untold: &PartySet,
) -> ByReading<'r> {
    let (rule, put) = (track.own.1.rule, Put { instead: track.instead(), ..put });
    let decided = decide(code, state, rule, &put);
    let surely = if untold.is_empty() {
        Some(decided.outcome)
    } else {
        whatever(code, state, rule, &put, untold).map(|(outcome, _)| outcome)
    };
    ByReading { name: track.name(), article: track.article(), decided, surely }
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

/// Says from when on an organ is there, where every instrument that sets it up is still to come, or
/// that no article sets it up where none of them counts.
pub(super) fn organ_to_come(
    asking: &Asking<'_>,
    state: &State,
    organ: BodyId,
    on: Day,
) -> Option<Remark> {
    let row = asking.law.body(organ)?;
    let before = row.composed.and_then(|composed| composed.before_that);
    let articles: Vec<ArticleId> =
        asking.code.wordings(organ).filter_map(|wording| wording.article).collect();
    let of = |article: &ArticleId| Some(asking.law.article(*article)?.instrument);
    let instruments = articles.iter().filter_map(of).chain(before);
    let to_come: Option<Vec<(Day, InstrumentId)>> = instruments
        .map(|instrument| Some((asking.not_there_until(instrument, on)?, instrument)))
        .collect();
    if let Some((first, instrument)) = to_come.and_then(|all| all.into_iter().min()) {
        let article = Mention::Under(articles.first().copied());
        return Some(remark!(
            ORGAN_TO_COME,
            organ = organ,
            article = article,
            day = first,
            instrument = instrument
        ));
    }
    let is_set_up = asking.code.is_set_up(organ, state, on)
        || before.is_some_and(|before| state.in_force(before, on));
    (!is_set_up).then(|| remark!(NOT_SET_UP, body = organ, day = on))
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

/// Returns the outcome on which all readings agree that practice follows, or may follow where it
/// follows none.
fn outcome<'a>(readings: impl Iterator<Item = (&'a ByReading<'a>, bool)>) -> Outcome {
    let mut counting = readings.filter(|(_, may_count)| *may_count);
    let mut outcomes = counting.by_ref().map(|(reading, _)| reading.decided.outcome);
    let first = outcomes.next().unwrap_or(Outcome::Undetermined);
    if outcomes.all(|other| other == first) { first } else { Outcome::Undetermined }
}
