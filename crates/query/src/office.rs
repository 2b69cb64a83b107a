//! Who holds an office, and who is expected next.

use crate::asking::Asking;
use crate::chair::{Foreseen, ReadingAnswer, ahead, unless_told};
use crate::describe::named;
use crate::moment::Moment;
use crate::status::RowStatus;
use crate::vary::Answers;
use crate::votes::{lost_votes, told};
use servanda_engine::{Derivation, Expected, Holding, State, expected_next};
use servanda_model::{
    ArticleId, Day, Decider, Deed, Finding, Grade, Mention, OfficeId, PartyId, Period, Remark,
    VoteRight, remark,
};

/// The answer about an office.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// The office.
    pub office: OfficeId,
    /// The person who holds it.
    pub holder: Option<String>,
    /// The party of the holder.
    pub of: Option<PartyId>,
    /// Whether the holder only stands in.
    pub acting: bool,
    /// From which day, where exactly known.
    pub since: Option<Day>,
    /// Through which day: until another took it, else until the term ends.
    pub until: Option<Day>,
    /// The article behind it.
    pub article: Option<ArticleId>,
    /// How it departs from the article or the rotation.
    pub deviation: Option<Remark>,
    /// Why what looks out of turn is not.
    pub explained: Option<Remark>,
    /// What each reading of the rotation expected.
    pub readings: Vec<ReadingAnswer>,
    /// Who is expected next.
    pub next: Vec<Foreseen>,
    /// Members that lost more than their vote, posts among it, on that day.
    pub lost: Vec<Remark>,
    /// The act behind it.
    pub why: Option<Derivation>,
    /// Whether the answer is left open, and how.
    pub open: Option<RowStatus>,
    /// What it depends on, where it is left open.
    pub note: Option<Remark>,
}

/// Answers who holds an office.
pub fn office(asking: &Asking<'_>, id: OfficeId, moment: &Moment) -> Office {
    let slice = asking.about_office(id);
    let state = asking.fold(&slice, moment, &[]);
    let mut answer = settled(asking, &state, id, moment);
    let holder = |state: &State| held(state, id, moment.on).map(|it| (it.why.position, it.party));
    let mut folds = asking.folds(&slice, moment);
    let others =
        asking.vary_from(holder(&state), &slice, moment, |choices| holder(&folds.state(choices)));
    leave_open(asking, &mut answer, &others);
    answer.lost = lost(asking, moment);
    if moment.account.is_some() {
        let ours = office_as_followed(asking, id, &Moment { account: None, ..*moment });
        unless_told(&mut answer.next, answer.why, ours.why);
    }
    answer
}

/// Says which members lost more than their vote: who has a turn may have lost its post.
fn lost(asking: &Asking<'_>, moment: &Moment) -> Vec<Remark> {
    let Some(own) = asking.law.own else { return Vec::new() };
    let votes = lost_votes(asking, own, moment).into_iter();
    let more = votes.filter(|lost| lost.also.is_some() && lost.right != Some(VoteRight::Permitted));
    more.map(|lost| told(&lost)).collect()
}

/// Answers along the readings the record follows alone.
pub(crate) fn office_as_followed(asking: &Asking<'_>, id: OfficeId, moment: &Moment) -> Office {
    settled(asking, &asking.fold(&asking.about_office(id), moment, &[]), id, moment)
}

/// Returns who holds an office in a state of the record.
fn held(state: &State, id: OfficeId, on: Day) -> Option<Holding> {
    let taken = state.offices.get(&id)?;
    let at = taken.partition_point(|holding| holding.from <= on);
    at.checked_sub(1).and_then(|index| taken.get(index)).copied()
}

/// Leaves open what depends on a date that is not known, or on readings between which the record
/// does not decide.
fn leave_open(
    asking: &Asking<'_>,
    answer: &mut Office,
    others: &Answers<Option<(u32, Option<PartyId>)>>,
) {
    let rival = others.rivals.iter().find(|(_, decided, other)| !decided && *other != others.base);
    let open = match (others.deciding.is_empty(), rival) {
        (false, _) => RowStatus::Unknown,
        (true, Some(_)) => RowStatus::Disputed,
        (true, None) => return,
    };
    let acts = others.deciding.iter().copied().chain(rival.map(|(choice, ..)| choice.position));
    let acts: Vec<Mention> = acts.map(|act| named(asking, act)).collect();
    answer.note = Some(if open == RowStatus::Unknown {
        remark!(DEPENDS_ON_DATE, acts = acts)
    } else {
        remark!(DEPENDS_ON_READING, acts = acts)
    });
    answer.open = Some(open);
    (answer.holder, answer.of, answer.since, answer.until) = (None, None, None, None);
    (answer.deviation, answer.explained) = (None, None);
}

/// Answers along one state of the record.
fn settled(asking: &Asking<'_>, state: &State, id: OfficeId, moment: &Moment) -> Office {
    let taken = state.offices.get(&id).map_or(&[][..], Vec::as_slice);
    let at = taken.partition_point(|holding| holding.from <= moment.on);
    let held = at.checked_sub(1).and_then(|index| taken.get(index)).copied();
    let subject = Decider::Office(id);
    let row = asking.law.office(id);
    let last = held.filter(|held| !held.acting && held.party.is_some());
    let last = last.map(|held| held.from).filter(|_| moment.account.is_none());
    let ahead = ahead(asking, state, subject, (moment.on, last));
    let mut answer = Office {
        office: id,
        holder: None,
        of: held.and_then(|holding| holding.party),
        acting: held.is_some_and(|holding| holding.acting),
        since: held.filter(|holding| holding.why.exact).map(|holding| holding.from),
        until: taken.get(at).filter(|next| next.why.exact).map(|next| next.from.previous()),
        article: row.and_then(|row| row.article),
        deviation: None,
        explained: None,
        readings: Vec::new(),
        next: ahead.next,
        lost: Vec::new(),
        why: held.map(|holding| holding.why),
        open: None,
        note: None,
    };
    let Some(holding) = held else { return answer };
    answer.holder = person(asking, holding.why.position);
    let ends = term_end(&holding, row.and_then(|row| row.term));
    if answer.until.is_none() {
        answer.until = ends.filter(|_| holding.why.exact);
    }
    let recalled = recalled(asking, taken.get(..at).unwrap_or(&[]));
    answer.explained = recalled.map(|party| remark!(CALLED_BACK, party = party));
    if holding.party.is_none() {
        answer.next.iter_mut().for_each(|turn| turn.from = None);
    }
    let overdue = ends.filter(|ends| *ends < moment.on);
    let mut expected = expected_next(&asking.code, state, subject, holding.from);
    expected.retain(|reading| asking.is_law(reading.article, holding.from));
    departs(&mut answer, (&holding, overdue), &expected, moment);
    answer.readings = expected.iter().map(ReadingAnswer::of).collect();
    if let Some(due) = ahead.due {
        expect(&mut answer, (due, row.and_then(|row| row.term)));
    }
    answer
}

/// Returns the last day of the term of one who was appointed, and does not only stand in.
fn term_end(holding: &Holding, term: Option<Period>) -> Option<Day> {
    let term = term.filter(|_| !holding.acting && holding.party.is_some())?;
    Some(term.anniversary(holding.from).previous())
}

/// Returns a finding at each appointment whose term ended by a day of which the record is complete
/// before another act about the office is found.
pub(crate) fn findings(asking: &Asking<'_>, state: &State, on: Day) -> Vec<Finding> {
    let last = asking.history.complete_to.map_or(on, |complete| complete.min(on));
    let mut found = Vec::new();
    for (id, taken) in &state.offices {
        let Some(row) = asking.law.office(*id) else { continue };
        let follows = taken.iter().skip(1).map(|next| next.from.previous()).chain([last]);
        for (holding, until) in taken.iter().zip(follows) {
            if let Some(ends) = term_end(holding, row.term).filter(|ends| *ends < until) {
                found.push(Finding {
                    grade: Grade::Unrecorded,
                    position: holding.why.position,
                    article: row.article,
                    notice: remark!(NO_LATER_APPOINTMENT, day = Mention::Day(ends)).into(),
                });
            }
        }
    }
    found
}

/// Says how a holding departs from the article or the rotation.
fn departs(
    answer: &mut Office,
    (holding, overdue): (&Holding, Option<Day>),
    expected: &[Expected<'_>],
    moment: &Moment,
) {
    let followed = expected.iter().find(|reading| reading.is_followed);
    if let (true, Some(explained)) = (holding.acting, answer.explained.clone()) {
        answer.explained = Some(remark!(CALLED_BACK_UNTIL, explained = explained));
    } else if holding.acting {
        answer.deviation = Some(remark!(STANDS_IN_UNTIL));
    } else if let Some(ends) = overdue {
        answer.note = Some(remark!(TERM_ENDED, day = ends));
        answer.until = None;
    } else if let (Some(due), Some(party)) =
        (followed.and_then(|reading| reading.party), holding.party)
        && due != party
        // An account that tells a part of the holders cannot show a turn out of order.
        && moment.account.is_none()
    {
        answer.deviation = Some(remark!(ROTATION_EXPECTED, party = due));
    }
}

/// Puts in the place of the last holder on record the turn that the rule expects on the day. Who
/// the person is, no rule says.
fn expect(answer: &mut Office, (due, term): (Foreseen, Option<Period>)) {
    let last = answer.holder.as_deref().map_or(Mention::Word("nobody"), Mention::from);
    answer.note = Some(match answer.of {
        Some(of) => remark!(PERSON_EXPECTED_AFTER, party = due.party, holder = last, of = of),
        None => remark!(PERSON_EXPECTED, party = due.party, holder = last),
    });
    (answer.holder, answer.of, answer.since) = (None, Some(due.party), due.from);
    answer.until = due.from.zip(term).map(|(from, term)| term.anniversary(from).previous());
    (answer.deviation, answer.explained, answer.why) = (None, None, None);
    answer.readings = Vec::new();
    answer.open = Some(RowStatus::Unknown);
}

/// Returns the party that called the last full holder before this one back.
fn recalled(asking: &Asking<'_>, taken: &[Holding]) -> Option<PartyId> {
    let (last, before) = taken.split_last()?;
    let earlier = before.iter().rev();
    let mut gaps = earlier.chain([last].into_iter().filter(|holding| holding.party.is_none()));
    let gap = gaps.find(|holding| !holding.acting)?;
    let Deed::Vacate { by, .. } = &asking.history.act(gap.why.position)?.deed else {
        return None;
    };
    by.filter(|_| gap.party.is_none())
}

/// Returns the person an act appoints.
pub(crate) fn person(asking: &Asking<'_>, position: u32) -> Option<String> {
    let mut deed = &asking.history.act(position)?.deed;
    if let Deed::Correct { deed: corrected, .. } = deed {
        deed = corrected;
    }
    let Deed::Appoint(appointment) = deed else { return None };
    Some(appointment.person.clone())
}
