//! Who has the chair of an organ, what each reading of the rule expected, and who is next.

mod taken;

use crate::asking::Asking;
use crate::course::{Handover, handovers_in};
use crate::describe::named;
use crate::moment::Moment;
use crate::status::RowStatus;
use servanda_engine::{Derivation, Expected, State, Turned, expected_next, ring};
use servanda_model::{
    ArticleId, BodyId, Day, Decider, Deed, Mention, Order, PartyId, Remark, Turn, remark,
};
use taken::Taken;

/// The answer about a chair.
#[derive(Debug, Clone, PartialEq)]
pub struct Chair {
    /// The organ.
    pub organ: BodyId,
    /// Who has the chair.
    pub holder: Option<PartyId>,
    /// From which day, where exactly known.
    pub since: Option<Day>,
    /// Through which day, where another took it later.
    pub until: Option<Day>,
    /// The article of the reading that explains it.
    pub article: Option<ArticleId>,
    /// How the handover departs from the followed reading.
    pub deviation: Option<Remark>,
    /// Why a handover that looks out of turn is not.
    pub explained: Option<Remark>,
    /// What each reading expected at the handover.
    pub readings: Vec<ReadingAnswer>,
    /// Who is expected next, and from when.
    pub next: Vec<Foreseen>,
    /// The act behind it.
    pub why: Option<Derivation>,
    /// Whether the answer is left open, and how.
    pub open: Option<RowStatus>,
    /// What it depends on, where it is left open.
    pub note: Option<Remark>,
}

/// What one reading expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingAnswer {
    /// The name of the reading.
    pub name: String,
    /// Whom it expected.
    pub holder: Option<PartyId>,
    /// Its article.
    pub article: ArticleId,
}

impl ReadingAnswer {
    /// Returns what a reading expected, as it is told.
    pub(crate) fn of(reading: &Expected<'_>) -> Self {
        Self { name: reading.reading.to_owned(), holder: reading.party, article: reading.article }
    }
}

/// A turn that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreseen {
    /// Of whom.
    pub party: PartyId,
    /// From which day, where turns have a known length.
    pub from: Option<Day>,
}

/// The chair of an organ through a record, and every handover with what was expected at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chairs {
    /// Who has it on the day asked about.
    pub now: Chair,
    /// Every handover up to that day, with the answer on its own day.
    pub handovers: Vec<(Handover, Chair)>,
}

/// Answers who has the chair of an organ.
pub fn chair(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Chair {
    let mut found = answer(&mut Taken::of(asking, organ, moment), moment.on);
    if moment.account.is_some() {
        let ours = chair(asking, organ, &Moment { account: None, ..*moment });
        unless_told(&mut found.next, found.why, ours.why);
    }
    found
}

/// Foresees nothing from an account that does not tell who holds a seat on the day.
pub(crate) fn unless_told(
    next: &mut Vec<Foreseen>,
    told: Option<Derivation>,
    ours: Option<Derivation>,
) {
    let act = |why: Option<Derivation>| why.map(|why| why.position);
    if told.is_none() || act(told) != act(ours) {
        next.clear();
    }
}

/// Answers the same, and for every handover up to the day what each reading expected.
pub fn chairs(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Chairs {
    let mut taken = Taken::of(asking, organ, moment);
    let now = answer(&mut taken, moment.on);
    let turns = handovers_in(&taken.state, organ, moment.on);
    // Every handover lies within the record, so that the same was due for all of them.
    let mut then = turns.last().and_then(|last| taken.at(last.from)).unwrap_or(taken);
    let handovers = turns.into_iter().map(|turn| (turn, answer(&mut then, turn.from))).collect();
    Chairs { now, handovers }
}

/// Answers who has the chair on one of the days through which it was folded.
fn answer(taken: &mut Taken<'_, '_>, on: Day) -> Chair {
    let Taken { asking, organ, state, .. } = &*taken;
    let (asking, organ) = (*asking, *organ);
    let moment = taken.moment.at(on);
    let turns = state.chairs.get(&organ).map_or(&[][..], Vec::as_slice);
    let at = turns.partition_point(|turned| turned.from <= on);
    let subject = Decider::ChairOf(organ);
    let held = at.checked_sub(1).and_then(|index| turns.get(index)).copied();
    let follower = turns.get(at).filter(|turned| turned.why.exact);
    // An account that tells a part of the chairs lets nobody foresee from its last one.
    let last = held.map(|turned| turned.from).filter(|_| moment.account.is_none());
    let ahead = ahead(asking, state, subject, (on, last));
    let mut answer = Chair {
        organ,
        holder: held.map(|turned| turned.party),
        since: held.filter(|turned| turned.why.exact).map(|turned| turned.from),
        until: follower.map(|turned| turned.from.previous()),
        article: None,
        deviation: None,
        explained: None,
        readings: Vec::new(),
        next: ahead.next,
        why: held.map(|turned| turned.why),
        open: None,
        note: None,
    };
    let deciding = taken.deciding(&moment);
    if !deciding.is_empty() {
        let acts: Vec<Mention> = deciding.iter().map(|at| named(asking, *at)).collect();
        (answer.holder, answer.since, answer.until) = (None, None, None);
        answer.open = Some(RowStatus::Unknown);
        answer.note = Some(remark!(DEPENDS_ON_DATE, acts = acts));
        return answer;
    }
    undecided(taken, &mut answer, &moment);
    if let Some(turned) = held {
        let mut expected = expected_next(&asking.code, &taken.state, subject, turned.from);
        expected.retain(|reading| asking.is_law(reading.article, turned.from));
        explain(asking, &turned, &expected, &mut answer);
    }
    if moment.account.is_some() {
        // An account that tells a part of the chairs cannot show a turn out of order.
        answer.deviation = None;
    }
    if let Some(due) = ahead.due.filter(|_| answer.open.is_none()) {
        expect(&mut answer, (due, ahead.article));
    }
    answer
}

/// Leaves open what readings tell differently between which the record does not decide.
fn undecided(taken: &mut Taken<'_, '_>, answer: &mut Chair, moment: &Moment) {
    if moment.account.is_some() {
        return;
    }
    let asking = taken.asking;
    let rivals = asking.rivals(&taken.slice, moment);
    for (choice, _) in rivals.into_iter().filter(|(_, decided)| !decided) {
        let turns = taken.turns(&[choice]);
        let other = turns.iter().rev().find(|turned| turned.from <= moment.on).copied();
        if other.map(|turned| turned.party) != answer.holder {
            answer.open = Some(RowStatus::Disputed);
            answer.note = Some(remark!(
                POSITIONS_DIFFER,
                act = named(asking, choice.position),
                one = or_nobody(answer.holder),
                other = or_nobody(other.map(|turned| turned.party))
            ));
            (answer.holder, answer.since, answer.until) = (None, None, None);
            return;
        }
        answer.since = answer.since.filter(|since| other.map(|o| o.from) == Some(*since));
        let next = turns.iter().rev().take_while(|turned| turned.from > moment.on).last();
        let until = next.map(|turned| turned.from.previous());
        answer.until = answer.until.filter(|known| until == Some(*known));
    }
}

/// Says how a handover stands to each reading.
fn explain(asking: &Asking<'_>, turned: &Turned, expected: &[Expected<'_>], answer: &mut Chair) {
    answer.readings = expected.iter().map(ReadingAnswer::of).collect();
    let Some(followed) = expected.iter().find(|reading| reading.is_followed) else {
        return;
    };
    let explains = followed.party == Some(turned.party) && turned.instead_of.is_none();
    answer.article = (explains || followed.party.is_none()).then_some(followed.article);
    if explains {
        answer.explained = explanation(followed);
    } else if let Some(due) = followed.party {
        let reading = followed.reading;
        answer.deviation = Some(match turned.instead_of {
            Some(absent) => {
                remark!(STANDS_IN_FOR, party = turned.party, absent = absent, reading = reading)
            }
            None => remark!(ANOTHER_TOOK, reading = reading, due = due, party = turned.party),
        });
    }
    let before = expected.iter().find_map(|reading| {
        let from = reading.followed_from.filter(|from| turned.from < *from)?;
        Some((reading.reading, from))
    });
    if let Some((reading, from)) = before {
        answer.deviation = Some(match followed.party.filter(|due| *due != turned.party) {
            Some(due) => remark!(
                BEFORE_PRACTICE_TOOK,
                day = from,
                reading = reading,
                followed = followed.reading,
                due = due,
                party = turned.party
            ),
            None => {
                remark!(BEFORE_PRACTICE, day = from, reading = reading, followed = followed.reading)
            }
        });
    }
    answer.deviation =
        answer.deviation.take().map(|deviation| as_decided(asking, turned, deviation));
}

/// Adds the decision after which a turn was taken, where its act says that it came after one.
fn as_decided(asking: &Asking<'_>, turned: &Turned, deviation: Remark) -> Remark {
    let details = asking.history.act(turned.why.position).and_then(|act| act.details.as_deref());
    let mut after = details.into_iter().flat_map(|details| &details.after);
    let decided = after.find_map(|label| {
        let act = asking.history.act(asking.history.position_of(*label)?)?;
        let Deed::Decide(decision) = &act.deed else { return None };
        Some((decision.organ, act.when, asking.history.labels.word(*label).to_owned()))
    });
    let Some((organ, when, label)) = decided else { return deviation };
    let label = Mention::Label(label);
    remark!(AS_DECIDED, deviation = deviation, organ = organ, when = when, label = label)
}

fn explanation(followed: &Expected<'_>) -> Option<Remark> {
    if let Some(substitute) = followed.restored_after {
        return Some(remark!(COMES_BACK, party = substitute));
    }
    let passed: Vec<PartyId> = followed.passed_over.to_vec();
    (!passed.is_empty()).then(|| remark!(PASSED_OVER, parties = Mention::Parties(passed)))
}

/// Mentions a party, or nobody.
fn or_nobody(party: Option<PartyId>) -> Mention {
    party.map_or(Mention::Word("nobody"), Mention::Party)
}

/// The turns under the followed reading beyond what is on record.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ahead {
    /// The turn that is expected to run on the day, where the record no longer covers its beginning.
    pub(crate) due: Option<Foreseen>,
    /// The article of the reading.
    pub(crate) article: Option<ArticleId>,
    /// The turns after that.
    pub(crate) next: Vec<Foreseen>,
}

/// Foresees the turns from a day on. The ring goes on from the last turn on record: what begins
/// after the record's last complete day, and by the day asked about, has begun as far as the rule
/// says.
pub(crate) fn ahead(
    asking: &Asking<'_>,
    state: &State,
    subject: Decider,
    (on, last): (Day, Option<Day>),
) -> Ahead {
    let expected = expected_next(&asking.code, state, subject, on.next());
    let Some(followed) = expected.into_iter().find(|reading| reading.is_followed) else {
        return Ahead::default();
    };
    let rotations = asking.code.rotations_on(subject, state, on);
    let rotation = rotations.map(|(_, rotation)| rotation).find(|r| r.reading == followed.reading);
    let (Some(rotation), Some(first)) = (rotation, followed.party) else {
        return Ahead::default();
    };
    let Order::Alphabet { language, of } = &rotation.order else {
        // Who hosts the next regular session is not known before it.
        return Ahead::default();
    };
    let ring = ring(&asking.code, state, *of, language, on);
    let takes: Vec<PartyId> =
        ring.iter().filter(|(_, takes)| *takes).map(|(party, _)| *party).collect();
    let start = takes.iter().position(|party| *party == first).unwrap_or(0);
    // A record that is complete to a later day than the last turn had no turn between.
    let complete = asking.history.complete_to.filter(|complete| *complete < on);
    let base = complete.zip(last).map_or(on, |(complete, last)| complete.max(last).min(on));
    let mut from = rotation.turn.and_then(|turn| turn_after(turn, base));
    let mut ahead = Ahead { due: None, article: Some(followed.article), next: Vec::new() };
    for party in takes.iter().cycle().skip(start) {
        let turn = Foreseen { party: *party, from };
        if from.is_some_and(|from| from <= on) {
            ahead.due = Some(turn);
        } else {
            ahead.next.push(turn);
        }
        if ahead.next.len() >= 2.min(takes.len()) {
            break;
        }
        let after = from.zip(rotation.turn).map(|(day, turn)| turn.length.anniversary(day));
        if after.is_some() && after == from {
            // The last day of the calendar: no turn begins after it.
            break;
        }
        from = after;
    }
    ahead
}

/// Puts in the place of the last turn on record the one that the rule expects on the day.
fn expect(answer: &mut Chair, (due, article): (Foreseen, Option<ArticleId>)) {
    let last = or_nobody(answer.holder);
    answer.note = Some(match answer.since {
        Some(day) => remark!(EXPECTED_SINCE, party = last, day = day),
        None => remark!(EXPECTED, party = last),
    });
    (answer.holder, answer.since, answer.until) = (Some(due.party), due.from, None);
    (answer.article, answer.deviation, answer.explained) = (article, None, None);
    (answer.readings, answer.why) = (Vec::new(), None);
}

/// Returns the first day of the first turn of known length that begins after a day; none where
/// that is more than one turn away, because the turns before it had no known length.
fn turn_after(turn: Turn, on: Day) -> Option<Day> {
    if turn.from > turn.length.anniversary(on) {
        return None;
    }
    let count = (0u32..10_000).find(|n| turn.length.times(*n).anniversary(turn.from) > on)?;
    Some(turn.length.times(count).anniversary(turn.from))
}
