//! Who was bound by an instrument, or a member of a body, and at the same time a member of another:
//! the ground for asking whether two obligations agree. Whether they do, an organ finds.

use crate::asking::Asking;
use crate::course::{Stretch, memberships, participations};
use crate::moment::Moment;
use servanda_engine::Derivation;
use servanda_model::{BodyId, Day, InstrumentId, MemberStatus, PartyId, Status};

/// One side of an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Those bound by an instrument.
    Bound(InstrumentId),
    /// The members of a body.
    Members(BodyId),
}

/// A day, or the days between which one lies that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// The earliest it can be.
    pub earliest: Day,
    /// The latest it can be.
    pub latest: Day,
}

impl Bound {
    /// Returns the day, where it is known.
    pub fn exact(self) -> Option<Day> {
        (self.earliest == self.latest).then_some(self.latest)
    }

    fn previous(self) -> Self {
        let open = self.earliest == Day::MIN;
        let earliest = if open { Day::MIN } else { self.earliest.previous() };
        Self { earliest, latest: self.latest.previous() }
    }

    fn join(self, other: Self, choose: fn(Day, Day) -> Day) -> Self {
        Self {
            earliest: choose(self.earliest, other.earliest),
            latest: choose(self.latest, other.latest),
        }
    }
}

/// Days on which a party stands in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first of them.
    pub from: Bound,
    /// The last of them, none where nothing on record ends them.
    pub until: Option<Bound>,
    /// Whether the party is suspended on them.
    pub is_suspended: bool,
}

/// Whether a party stood on both sides at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtOnce {
    /// On these days.
    On(Days),
    /// It depends on a day that is not known.
    Unknown,
    /// Never.
    Never,
}

/// A stretch of days in which a party stood on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The party.
    pub party: PartyId,
    /// The days on one side.
    pub first: Days,
    /// The days on the other side.
    pub second: Days,
    /// The days on both.
    pub both: AtOnce,
}

/// Answers who stood on both sides by a day, and who stood on both but never at once.
pub fn overlap(asking: &Asking<'_>, one: Side, other: Side, moment: &Moment) -> Vec<Overlap> {
    let (first, second) = (stretches(asking, one, moment), stretches(asking, other, moment));
    let mut found = Vec::new();
    for (party, first) in &first {
        for (_, second) in second.iter().filter(|(other, _)| other == party) {
            let (first, second) = (*first, *second);
            found.push(Overlap { party: *party, first, second, both: meet(first, second) });
        }
    }
    found.sort_by_key(|overlap| {
        (overlap.both == AtOnce::Never, overlap.party, overlap.first.from, overlap.second.from)
    });
    found
}

/// Lays two stretches over each other.
fn meet(one: Days, other: Days) -> AtOnce {
    let from = one.from.join(other.from, Ord::max);
    let until = match (one.until, other.until) {
        (Some(one), Some(other)) => Some(one.join(other, Ord::min)),
        (one, other) => one.or(other),
    };
    if until.is_some_and(|until| from.earliest > until.latest) {
        return AtOnce::Never;
    }
    if until.is_some_and(|until| from.latest > until.earliest) {
        return AtOnce::Unknown;
    }
    AtOnce::On(Days { from, until, is_suspended: one.is_suspended || other.is_suspended })
}

/// Returns the stretches in which each party stands on a side, the suspended ones apart, and those
/// that touch and are alike joined.
fn stretches(asking: &Asking<'_>, side: Side, moment: &Moment) -> Vec<(PartyId, Days)> {
    let mut found = Vec::new();
    match side {
        Side::Bound(instrument) => {
            for (party, course) in participations(asking, instrument, moment) {
                let stands = |status: Status| match status {
                    Status::Party => Some(false),
                    Status::Suspended => Some(true),
                    Status::Signatory
                    | Status::Contracting
                    | Status::Provisional
                    | Status::Former => None,
                };
                found.extend(days(asking, &course, moment, stands).map(|days| (party, days)));
            }
        }
        Side::Members(body) => {
            for (party, course) in memberships(asking, body, moment) {
                let stands = |status: MemberStatus| match status {
                    MemberStatus::Member => Some(false),
                    MemberStatus::Suspended => Some(true),
                    MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former => None,
                };
                found.extend(days(asking, &course, moment, stands).map(|days| (party, days)));
            }
        }
    }
    found
}

/// Returns the stretches of one party; `stands` says whether one counts, and whether suspended.
fn days<S: Copy>(
    asking: &Asking<'_>,
    course: &[Stretch<S>],
    moment: &Moment,
    stands: impl Fn(S) -> Option<bool>,
) -> impl Iterator<Item = Days> {
    let mut found: Vec<Days> = Vec::new();
    let mut touches = false;
    let afterwards = course.iter().skip(1).map(Some).chain([None]);
    for (one, next) in course.iter().zip(afterwards) {
        let Some(is_suspended) = stands(one.value) else {
            touches = false;
            continue;
        };
        let until = next.map(|next| bound(asking, next.from, &next.why, moment).previous());
        match found.last_mut().filter(|last| touches && last.is_suspended == is_suspended) {
            Some(last) => last.until = until,
            None => {
                let from = bound(asking, one.from, &one.why, moment);
                found.push(Days { from, until, is_suspended });
            }
        }
        touches = true;
    }
    found.into_iter()
}

/// Returns the days between which a change lies: its own, or as far before as its act may be.
pub(crate) fn bound(asking: &Asking<'_>, from: Day, why: &Derivation, moment: &Moment) -> Bound {
    if why.exact {
        return Bound { earliest: from, latest: from };
    }
    let placed = asking.place(why.position, moment, &[]);
    let open = Bound { earliest: Day::MIN, latest: from };
    placed.map_or(open, |placed| {
        let (earliest, latest) = (placed.when.earliest(), placed.when.latest());
        if earliest == Day::MIN || latest == Day::MAX {
            return open;
        }
        let width = latest.number().saturating_sub(earliest.number());
        Bound { earliest: from.plus_days(width.saturating_neg()), latest: from }
    })
}
