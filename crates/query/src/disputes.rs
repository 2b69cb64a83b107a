//! Acts that sources read differently, and what each other reading would change.

pub(crate) mod contested;

use crate::asking::{Asking, Choice, Slice};
use crate::describe::deed_sentence;
use crate::moment::{Known, Moment};
use servanda_engine::{Span, State};
use servanda_model::{
    BodyId, Day, InstrumentId, Law, MemberStatus, Mention, PartyId, Preference, Remark, Rival,
    SourceRef, remark,
};
use std::collections::BTreeSet;

/// An act that sources read differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispute {
    /// The position of the act.
    pub position: u32,
    /// The readings, the act as it stands first.
    pub readings: Vec<ReadingValue>,
    /// The reading the record follows, none where it does not decide.
    pub preferred: Option<usize>,
    /// Why.
    pub reason: Option<Remark>,
    /// What following another reading would change.
    pub changes: Vec<Change>,
}

/// One reading.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingValue {
    /// What it says.
    pub value: Remark,
    /// Who says so.
    pub sources: Vec<SourceRef>,
    /// Whether it only says less exactly what the act says.
    pub is_less_exact: bool,
}

/// A stretch of days for which an answer would differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The first day.
    pub from: Edge,
    /// The last day, none where it never ends.
    pub until: Option<Edge>,
    /// What differs.
    pub what: Remark,
}

/// The first or the last day of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The day; where it is not known, the one on which the record is ordered.
    pub day: Day,
    /// Whether it is exactly known.
    pub is_exact: bool,
}

impl Edge {
    /// Returns the day where it is known.
    pub fn known(self) -> Option<Day> {
        self.is_exact.then_some(self.day)
    }

    /// Returns the day on which the record is ordered, where it is not known.
    pub fn uncertain(self) -> Option<Day> {
        (!self.is_exact).then_some(self.day)
    }
}

/// Lists all acts with rival readings, known at a moment, and the decisions on which readings of
/// the rule differ.
pub fn disputes(asking: &Asking<'_>, moment: &Moment) -> Vec<Dispute> {
    let forever = Moment { on: Day::MAX, known: moment.known, account: None };
    let whole = asking.everything();
    let material = asking.rivals(&whole, &forever);
    let mut found = Vec::new();
    for position in &whole.positions {
        let Some(act) = asking.history.act(*position) else {
            continue;
        };
        let Some(details) = act.details.as_ref().filter(|details| !details.readings.is_empty())
        else {
            continue;
        };
        if !asking.is_known(*position, moment) {
            continue;
        }
        let own: Vec<Choice> = material
            .iter()
            .map(|(choice, _)| *choice)
            .filter(|choice| choice.position == *position)
            .collect();
        if own.is_empty() {
            continue;
        }
        let written = |reason: &String| Some(remark!(OWN_WORDS, text = reason.as_str()));
        let (preferred, reason) = match &details.preference {
            Preference::Undecided => (None, None),
            Preference::This(reason) => (Some(0), written(reason)),
            Preference::Rival(index, reason) => (Some(index.saturating_add(1)), written(reason)),
        };
        let changes =
            own.iter().flat_map(|choice| changes(asking, *choice, moment.known)).collect();
        found.push(Dispute {
            position: *position,
            readings: readings(asking, *position, &own),
            preferred,
            reason,
            changes: in_order(changes, asking.law),
        });
    }
    found.extend(contested::disputes(asking, moment));
    found.sort_by_key(|dispute| dispute.position);
    found
}

/// Sorts changes by their days and words, and tells each once.
fn in_order(mut changes: Vec<Change>, law: &Law) -> Vec<Change> {
    changes.sort_by_cached_key(|one| (one.from, one.until, one.what.english(law)));
    changes.dedup();
    changes
}

fn readings(asking: &Asking<'_>, position: u32, material: &[Choice]) -> Vec<ReadingValue> {
    let Some(act) = asking.history.act(position) else {
        return Vec::new();
    };
    let first = ReadingValue {
        value: remark!(
            ACT_READS,
            when = act.when,
            deed = Mention::Deed(position, deed_sentence(asking, &act.deed))
        ),
        sources: asking.history.sources(act.sources).to_vec(),
        is_less_exact: false,
    };
    let rivals = act.details.iter().flat_map(|details| &details.readings).enumerate();
    let others = rivals.map(|(index, reading)| ReadingValue {
        value: match &reading.rival {
            Rival::Date(when) => remark!(DATE_READS, when = *when),
            Rival::Deed(deed, when) => {
                let deed = Mention::Rival(position, index, deed_sentence(asking, deed));
                remark!(ACT_READS, when = when.unwrap_or(act.when), deed = deed)
            }
        },
        sources: reading.sources.clone(),
        is_less_exact: !material.iter().any(|choice| choice.reading == Some(index))
            && asking.followed(position) != Some(index),
    });
    std::iter::once(first).chain(others).collect()
}

/// Flips one reading, folds what was known, and compares.
fn changes(asking: &Asking<'_>, choice: Choice, known: Known) -> Vec<Change> {
    let Some(act) = asking.history.act(choice.position) else {
        return Vec::new();
    };
    let mut deeds = vec![&act.deed];
    for reading in act.details.iter().flat_map(|details| &details.readings) {
        if let Rival::Deed(deed, _) = &reading.rival {
            deeds.push(deed);
        }
    }
    let instruments: BTreeSet<InstrumentId> =
        deeds.iter().flat_map(|deed| asking.history.instruments_of(deed)).copied().collect();
    let mut slice = Slice { positions: Vec::new() };
    for body in deeds.iter().filter_map(|deed| asking.history.body_of(deed)) {
        slice.positions.extend(asking.about_body(body).positions);
    }
    for instrument in &instruments {
        slice.positions.extend(asking.about_instrument(*instrument).positions);
        for dependent in asking.depending_on(*instrument) {
            slice.positions.extend(asking.about_instrument(dependent).positions);
        }
    }
    slice.positions.sort_unstable();
    slice.positions.dedup();
    let moment = Moment { on: horizon(asking), known, account: None };
    let ours = asking.fold(&slice, &moment, &[]);
    let theirs = asking.fold(&slice, &moment, &[choice]);
    differences(&ours, &theirs)
}

fn horizon(asking: &Asking<'_>) -> Day {
    let last = asking.history.acts.iter().map(|act| act.when.order()).max();
    last.unwrap_or(Day::MIN).plus_months(12)
}

/// Compares two states over all days.
fn differences(ours: &State, theirs: &State) -> Vec<Change> {
    let both = Both { ours, theirs };
    let mut changes = Vec::new();
    for (instrument, party) in both.keys(|state| {
        let treaties = state.treaties.iter();
        treaties.flat_map(|(i, treaty)| treaty.parties.keys().map(|party| (*i, *party))).collect()
    }) {
        let days = both.keys(|state| {
            let treaty = state.treaty(instrument);
            let spans = treaty.and_then(|treaty| treaty.parties.get(&party));
            spans.into_iter().flat_map(|p| p.line.spans()).map(began).collect()
        });
        both.stretches(
            &days,
            |state, day| participation(state, instrument, party, day),
            |stands, ours| {
                remark!(
                    PARTY_CHANGES,
                    party = party,
                    stands = stands,
                    instrument = instrument,
                    ours = ours
                )
            },
            &mut changes,
        );
    }
    for (body, party) in both.keys(|state| {
        let bodies = state.bodies.iter();
        bodies.flat_map(|(body, row)| row.members.keys().map(|party| (*body, *party))).collect()
    }) {
        let days = both.keys(|state| {
            let line = state.bodies.get(&body).and_then(|row| row.members.get(&party));
            line.into_iter().flat_map(|line| line.spans()).map(began).collect()
        });
        let stands = |status: MemberStatus| remark!(STANDS, status = Mention::Word(status.word()));
        let read = |state: &State, day| {
            state.member(body, party, day).map_or_else(|| remark!(NO_MEMBER), stands)
        };
        let what = |stands, ours| {
            remark!(MEMBER_CHANGES, party = party, stands = stands, body = body, ours = ours)
        };
        both.stretches(&days, read, what, &mut changes);
    }
    for organ in both.keys(|state| state.chairs.keys().copied().collect()) {
        let days = both.keys(|state| {
            let taken = state.chairs.get(&organ).into_iter().flatten();
            taken.map(|turned| (turned.from, turned.why.exact)).collect()
        });
        both.stretches(
            &days,
            |state, day| chair(state, organ, day),
            |holder, ours| remark!(CHAIR_CHANGES, holder = holder, organ = organ, ours = ours),
            &mut changes,
        );
    }
    changes
}

fn participation(state: &State, instrument: InstrumentId, party: PartyId, day: Day) -> Remark {
    let Some(standing) = state.standing(instrument, party, day) else {
        return remark!(NO_PARTICIPANT);
    };
    let stands = remark!(STANDS, status = Mention::Word(standing.status.word()));
    match standing.cause {
        Some(cause) => {
            let cause = remark!(CAUSE, cause = Mention::Word(cause.word()));
            remark!(WITH_DETAIL, told = stands, detail = cause)
        }
        None => stands,
    }
}

fn began<S>(span: &Span<S>) -> (Day, bool) {
    (span.from, span.why.exact)
}

fn chair(state: &State, organ: BodyId, day: Day) -> Mention {
    let mut taken = state.chairs.get(&organ).into_iter().flatten();
    let held = taken.rfind(|turned| turned.from <= day);
    held.map_or_else(|| remark!(NOBODY).into(), |turned| turned.party.into())
}

/// What follows along our reading, and along another.
struct Both<'s> {
    ours: &'s State,
    theirs: &'s State,
}

impl Both<'_> {
    /// Gathers something of both states, in order, each once.
    fn keys<K: Ord>(&self, of: impl Fn(&State) -> Vec<K>) -> BTreeSet<K> {
        of(self.ours).into_iter().chain(of(self.theirs)).collect()
    }

    /// Compares what is read from both on each of the days on which something begins, each with
    /// whether it is exactly known.
    fn stretches<T: PartialEq>(
        &self,
        days: &BTreeSet<(Day, bool)>,
        read: impl Fn(&State, Day) -> T,
        what: impl Fn(T, T) -> Remark,
        changes: &mut Vec<Change>,
    ) {
        // A day is as sure as the least sure of what begins on it, which is ordered first.
        let mut edges: Vec<Edge> =
            days.iter().map(|(day, is_exact)| Edge { day: *day, is_exact: *is_exact }).collect();
        edges.dedup_by_key(|edge| edge.day);
        let nexts = edges.iter().skip(1).map(Some).chain([None]);
        for (from, next) in edges.iter().zip(nexts) {
            let (ours, theirs) = (read(self.ours, from.day), read(self.theirs, from.day));
            if ours == theirs {
                continue;
            }
            let what = what(theirs, ours);
            let until = next.map(|next| Edge { day: next.day.previous(), ..*next });
            changes.push(Change { from: *from, until, what });
        }
    }
}
