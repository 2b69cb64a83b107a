//! A decision on record, counted again: by the law and the seats of its day, or of the day on which
//! the matter was opened of which it is a step.

use super::hearing::{Bench, Heard, hear};
use super::{ByReading, Cast, Motion, NotCounted, SetAside};
use crate::arithmetic::Roster;
use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{Composition, State, composition};
use servanda_model::{
    ArticleId, BodyId, Day, Decision, Deed, LabelId, MatterId, PartyId, PartySet, Remark, Version,
    Vote,
};

/// A decision on record, counted again.
#[derive(Debug, Clone)]
pub struct Recount<'r> {
    /// The organ.
    pub organ: BodyId,
    /// The kind of matter: as the act or the step that it is says, else the only one of the organ.
    pub kind: Option<MatterId>,
    /// The day whose law and seats count.
    pub on: Day,
    /// The matter at whose opening they were settled.
    pub frozen_by: Option<LabelId>,
    /// Of whom the organ is made, where the record says so.
    pub seats: Option<Composition>,
    /// Those that may vote and of whom it is not told what they did.
    pub untold: Vec<PartyId>,
    /// What each reading of the rule gives.
    pub readings: Vec<ByReading<'r>>,
    /// The reading that practice follows.
    pub followed: Option<usize>,
    /// Votes that are not counted.
    pub set_aside: Vec<SetAside>,
    /// How each that may vote is counted, where votes were received.
    pub received: Option<Vec<(PartyId, Vote)>>,
    /// Why the organ was not there yet, where it was not.
    pub(crate) to_come: Option<Remark>,
    /// The state the matter is about, and those that the act tells to be interested in it.
    about: Option<PartyId>,
    interested: Vec<PartyId>,
    state: State,
}

/// One that has a vote in the organ, and none on this matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub party: PartyId,
    /// Why.
    pub why: NotCounted,
    /// The article of the rule that leaves it out.
    pub article: ArticleId,
}

impl<'r> Recount<'r> {
    /// Returns the wording of an article that counted.
    pub(crate) fn version(
        &self,
        asking: &'r Asking<'r>,
        article: ArticleId,
    ) -> Option<&'r Version> {
        let number = asking.code.version(article, &self.state, self.on)?;
        asking.law.article(article)?.versions.get(usize::from(number))
    }

    /// Finds who of a set stood there on the day that counts.
    pub fn roster(&self, asking: &Asking<'_>) -> Roster {
        Roster::by(asking, &self.state, self.organ, self.on)
    }

    /// Returns the article that says of whom the organ is made.
    pub(crate) fn organ_article(&self, asking: &Asking<'_>) -> Option<ArticleId> {
        asking.code.body_on(self.organ, &self.state, self.on)?.article
    }

    /// Lists those that have a vote in the organ and that the rule which decided leaves out: the
    /// state the matter is about, and those interested in it.
    pub fn left_out(&self, reading: &ByReading<'_>) -> Vec<LeftOut> {
        let Some((applied, seats)) = reading.decided.applied.last().zip(self.seats.as_ref()) else {
            return Vec::new();
        };
        let (wanted, voting, article) = (applied.rule.electorate, seats.voting(), applied.article);
        let about = self.about.filter(|_| wanted.less_target);
        let interested = self.interested.iter().filter(|_| wanted.less_interested);
        let all = about.into_iter().map(|party| (party, NotCounted::Target));
        let all = all.chain(interested.map(|party| (*party, NotCounted::Interested)));
        let mut found: Vec<LeftOut> = Vec::new();
        for (party, why) in all.filter(|(party, _)| voting.contains(*party)) {
            if found.iter().all(|known| known.party != party) {
                found.push(LeftOut { party, why, article });
            }
        }
        found
    }

    /// Tells whether every vote is told, so that it can be counted.
    pub fn is_told(&self) -> bool {
        self.is_sure() && self.untold.is_empty()
    }

    /// Tells whether each reading gives an outcome, whatever those did of whom nothing is told.
    pub fn is_sure(&self) -> bool {
        let mut all = self.readings.iter();
        self.seats.is_some() && !self.readings.is_empty() && all.all(|one| one.surely.is_some())
    }
}

/// Counts the decision at a position again.
pub fn recount<'r>(asking: &'r Asking<'r>, position: u32, moment: &Moment) -> Option<Recount<'r>> {
    let placed = asking.place(position, moment, &[])?;
    let Deed::Decide(decision) = placed.deed else { return None };
    let state = asking.fold(&asking.everything(), moment, &[]);
    let step = step_of(asking, &state, position);
    let frozen = step.filter(|step| step.is_frozen);
    let on = frozen.map_or(placed.done(), |step| step.opened);
    let kind = kind_of(asking, (&state, on), position, decision);
    let received = state.cast.counted.get(&position).cloned();
    let seats = composition(&asking.code, &state, decision.organ, on);
    // Where votes were received, it is known of each what it did.
    let told = seats.as_ref().filter(|_| received.is_none());
    let untold = told.map(|seats| untold(seats, decision)).unwrap_or_default();
    let about = decision.target.or_else(|| step.and_then(|step| step.about));
    let put = motion(decision, received.as_ref());
    let interested = decision.interested.clone();
    let motion = Motion { untold: untold.clone(), target: about, interested, ..put };
    let bench = Bench::of(asking, &state, decision.organ, &motion, on);
    let to_come = bench.to_come.clone();
    let heard = kind.map(|kind| hear(asking, &state, &bench, kind, &motion));
    let Heard { readings, followed, set_aside, .. } = heard.unwrap_or_else(Heard::open);
    // Of whom a rule leaves out nobody asks what it did.
    let asked = |party: &PartyId| {
        readings.is_empty()
            || readings.iter().any(|one| one.decided.ballot.electorate.contains(*party))
    };
    let untold = untold.into_iter().filter(asked).collect();
    let frozen_by = frozen.map(|step| step.matter);
    let organ = decision.organ;
    Some(Recount {
        organ,
        kind,
        on,
        frozen_by,
        seats,
        untold,
        readings,
        followed,
        set_aside,
        received,
        about,
        interested: decision.interested.clone(),
        to_come,
        state,
    })
}

/// Returns the kind of matter of a decision on record: as the step or the act that it is says, else
/// the only one that its organ decides, else the one that is its default on a day.
pub(crate) fn kind_of(
    asking: &Asking<'_>,
    (state, on): (&State, Day),
    position: u32,
    decision: &Decision,
) -> Option<MatterId> {
    let kind = step_of(asking, state, position).and_then(|step| step.kind).or(decision.matter);
    kind.or_else(|| only(asking, decision.organ))
        .or_else(|| asking.code.default_kind(decision.organ, state, on))
}

/// Returns the kind of matter that an organ decides, where it decides one alone.
fn only(asking: &Asking<'_>, organ: BodyId) -> Option<MatterId> {
    let mut kinds = asking.code.kinds_of(organ).into_iter();
    kinds.next().filter(|_| kinds.next().is_none())
}

/// The step of a matter that an act is.
#[derive(Debug, Clone, Copy)]
struct Step {
    matter: LabelId,
    opened: Day,
    kind: Option<MatterId>,
    /// The state the matter is about.
    about: Option<PartyId>,
    /// Whether law and electorate stay as at the opening.
    is_frozen: bool,
}

fn step_of(asking: &Asking<'_>, state: &State, position: u32) -> Option<Step> {
    let (matter, _) = asking.history.act(position)?.details.as_deref()?.on?;
    let docketed = state.matters.get(&asking.history.position_of(matter)?)?;
    let (_, procedure) = docketed.law(&asking.code, state)?;
    let taken = docketed.taken.iter().find(|taken| taken.position == position)?;
    let kind = taken.step.and_then(|place| procedure.steps.get(place)?.matter);
    let is_frozen = !procedure.applies_to_pending;
    Some(Step { matter, opened: docketed.opened, kind, about: docketed.about, is_frozen })
}

/// Returns the votes that a decision on record counts: those that were received, where some were,
/// else those that it names.
pub(crate) fn motion(decided: &Decision, received: Option<&Vec<(PartyId, Vote)>>) -> Motion {
    let target = decided.target;
    if let Some(received) = received {
        let cast = |(party, vote): &(PartyId, Vote)| Cast { party: *party, vote: *vote, at: None };
        let votes = received.iter().map(cast).collect();
        return Motion { votes, target, ..Motion::default() };
    }
    let cast = |vote: Vote| move |party: &PartyId| Cast { party: *party, vote, at: None };
    let votes = decided
        .in_favour
        .iter()
        .map(cast(Vote::Yes))
        .chain(decided.against.iter().map(cast(Vote::No)))
        .chain(decided.abstaining.iter().map(cast(Vote::Abstain)))
        .chain(decided.absent.iter().map(cast(Vote::Absent)));
    Motion { votes: votes.collect(), target, ..Motion::default() }
}

/// Returns those that have a vote and of whom the record does not say what they did.
fn untold(seats: &Composition, decided: &Decision) -> Vec<PartyId> {
    let lists = [&decided.in_favour, &decided.against, &decided.abstaining, &decided.absent];
    let told = lists.into_iter().flatten().copied();
    let unheard = seats.unheard.iter().map(|(party, _)| *party);
    let told: PartySet = told.chain(unheard).collect();
    seats.voting().less(&told).iter().collect()
}
