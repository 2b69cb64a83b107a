//! Who was bound by an instrument, or a member of a body, and at the same time a member of another:
//! the ground for asking whether two obligations agree. Whether they do, an organ finds.

use crate::asking::Asking;
use crate::course::{memberships, participations};
use crate::moment::Moment;
use servanda_model::{BodyId, Day, InstrumentId, MemberStatus, PartyId, Status};

/// One side of an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Those bound by an instrument.
    Bound(InstrumentId),
    /// The members of a body.
    Members(BodyId),
}

/// A stretch of days in which a party stood on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The party.
    pub party: PartyId,
    /// The first day on one side, until the last.
    pub first: (Day, Option<Day>),
    /// The first day on the other side, until the last.
    pub second: (Day, Option<Day>),
    /// The days on both, none where the two never met.
    pub both: Option<(Day, Option<Day>)>,
    /// Whether both first days are exactly known; one that is not stands at the latest it can be.
    pub exact: bool,
}

/// Answers who stood on both sides by a day, and who stood on both but never at once.
pub fn overlap(asking: &Asking<'_>, one: Side, other: Side, moment: &Moment) -> Vec<Overlap> {
    let (first, second) = (stretches(asking, one, moment), stretches(asking, other, moment));
    let mut found = Vec::new();
    for (party, from, until, known) in &first {
        for (_, start, end, sure) in second.iter().filter(|(other, ..)| other == party) {
            let both = meet((*from, *until), (*start, *end));
            let (first, second) = ((*from, *until), (*start, *end));
            let exact = *known && *sure;
            found.push(Overlap { party: *party, first, second, both, exact });
        }
    }
    found.sort_by_key(|overlap| (overlap.both.is_none(), overlap.party, overlap.first.0));
    found
}

fn meet(one: (Day, Option<Day>), other: (Day, Option<Day>)) -> Option<(Day, Option<Day>)> {
    let from = one.0.max(other.0);
    let until = match (one.1, other.1) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    until.is_none_or(|until| from <= until).then_some((from, until))
}

/// Returns the stretches in which each party stands on a side, those that touch joined.
fn stretches(
    asking: &Asking<'_>,
    side: Side,
    moment: &Moment,
) -> Vec<(PartyId, Day, Option<Day>, bool)> {
    let mut found = Vec::new();
    let mut add = |party: PartyId, stands: bool, (from, until): (Day, Option<Day>), exact| {
        let last: Option<&mut (PartyId, Day, Option<Day>, bool)> = found.last_mut();
        match last {
            Some(last) if stands && last.0 == party && last.2.map(Day::next) == Some(from) => {
                last.2 = until;
            }
            _ if stands => found.push((party, from, until, exact)),
            _ => {}
        }
    };
    match side {
        Side::Bound(instrument) => {
            for (party, course) in participations(asking, instrument, moment) {
                for one in course {
                    let stands = matches!(one.value, Status::Party | Status::Suspended);
                    add(party, stands, (one.from, one.until), one.why.exact);
                }
            }
        }
        Side::Members(body) => {
            for (party, course) in memberships(asking, body, moment) {
                for one in course {
                    let stands =
                        matches!(one.value, MemberStatus::Member | MemberStatus::Suspended);
                    add(party, stands, (one.from, one.until), one.why.exact);
                }
            }
        }
    }
    found
}
