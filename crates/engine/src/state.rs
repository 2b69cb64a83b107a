//! The state: timelines of everything that counts, timers that are not due yet, findings.

use crate::cast::CastVotes;
use crate::docket::Docketed;
use crate::effect::{Derivation, Filed};
use crate::paged::Paged;
use crate::reservation::MadeReservations;
use crate::ruling::Ruling;
use crate::sorted::Sorted;
use crate::timeline::Timeline;
use crate::timer::{Timer, Turn};
use servanda_model::{
    ArticleId, BodyId, Cause, Day, Finding, InstrumentId, MemberStatus, OfficeId, OnExpiry,
    PartyId, Period, PlaceId, SessionForm, Status, TermEnd, VoteRight,
};
use std::collections::BTreeMap;

/// All that follows from the acts applied so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// Instruments of which anything is known.
    pub treaties: Paged<InstrumentId, Treaty>,
    /// Bodies with members.
    pub bodies: BTreeMap<BodyId, BodyState>,
    /// Chairs, in the order in which they were taken.
    pub chairs: BTreeMap<BodyId, Vec<Turned>>,
    /// Offices, in the order in which they were taken.
    pub offices: BTreeMap<OfficeId, Vec<Holding>>,
    /// Sessions, in order.
    pub sessions: BTreeMap<BodyId, Vec<Met>>,
    /// Papers of sessions, in the order in which they were filed.
    pub papers: Vec<Filing>,
    /// Versions of articles, where not the original counts.
    pub versions: BTreeMap<ArticleId, Timeline<Option<u16>>>,
    /// Matters, by the position of the act that opened each.
    pub matters: BTreeMap<u32, Docketed>,
    /// Votes that articles take, by body and member.
    pub votes: BTreeMap<(BodyId, PartyId), Timeline<VoteRight>>,
    /// Decisions of organs about states.
    pub rulings: Vec<Ruling>,
    /// Reservations that organs have to accept.
    pub reservations: MadeReservations,
    /// Votes that states gave by acts of their own.
    pub cast: CastVotes,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// The day up to which timers were done.
    pub day: Option<Day>,
    /// The day up to which conditions were looked at because the law dates a change.
    pub(crate) looked: Option<Day>,
    /// INVARIANT (admission): the number of judgments applied; a token made for another number
    /// is stale.
    pub(crate) applied: u64,
    pub(crate) timers: BTreeMap<(Day, Turn, u64), Timer>,
    pub(crate) timers_made: u64,
}

impl State {
    /// Returns what is known of an instrument.
    pub fn treaty(&self, instrument: InstrumentId) -> Option<&Treaty> {
        self.treaties.get(&instrument)
    }

    /// Returns what is known of a party's part in an instrument.
    pub fn participation(
        &self,
        instrument: InstrumentId,
        party: PartyId,
    ) -> Option<&Participation> {
        self.treaties.get(&instrument)?.parties.get(&party)
    }

    /// Returns how a party stands to an instrument on a day.
    pub fn standing(&self, instrument: InstrumentId, party: PartyId, on: Day) -> Option<Standing> {
        self.treaties.get(&instrument)?.parties.get(&party)?.line.value(on)
    }

    /// Returns how a party stands to a body on a day.
    pub fn member(&self, body: BodyId, party: PartyId, on: Day) -> Option<MemberStatus> {
        Some(self.bodies.get(&body)?.members.get(&party)?.value(on)?.0)
    }

    /// Returns how it stands with the vote of a member in a body, where an act took it.
    pub fn vote_right(&self, body: BodyId, party: PartyId, on: Day) -> Option<VoteRight> {
        self.votes.get(&(body, party))?.value(on)
    }

    /// Returns the full members of a body on a day, suspended ones left out.
    pub fn members(&self, body: BodyId, on: Day) -> Vec<PartyId> {
        let lines = self.bodies.get(&body).into_iter().flat_map(|body| &body.members);
        lines
            .filter(|(_, line)| line.value(on).is_some_and(|(s, _)| s == MemberStatus::Member))
            .map(|(party, _)| *party)
            .collect()
    }

    /// Returns the parties to an instrument on a day.
    pub fn parties(&self, instrument: InstrumentId, on: Day) -> Vec<PartyId> {
        let lines = self.treaties.get(&instrument).into_iter().flat_map(|treaty| &treaty.parties);
        lines
            .filter(|(_, p)| p.line.value(on).is_some_and(|s| s.status == Status::Party))
            .map(|(party, _)| *party)
            .collect()
    }

    /// Returns the notices of withdrawal whose period runs.
    pub fn notices(&self) -> impl Iterator<Item = Pending> + '_ {
        self.timers.iter().filter_map(|((on, ..), timer)| match timer {
            Timer::Withdrawal { instrument, party, why } => {
                let (position, instrument, party) = (why.position, *instrument, *party);
                Some(Pending { position, instrument, party, on: *on })
            }
            Timer::Entry { .. }
            | Timer::PartyEntry { .. }
            | Timer::Expiry { .. }
            | Timer::Effects { .. } => None,
        })
    }

    /// Returns the day on which a delay that runs brings an instrument into force, or else brings it
    /// into force for the first of these parties for which one runs.
    pub fn entry_due(&self, instrument: InstrumentId, parties: &[PartyId]) -> Option<Day> {
        let due = |is: &dyn Fn(&Timer) -> bool| {
            self.timers.iter().find(|(_, timer)| is(timer)).map(|((on, ..), _)| *on)
        };
        let common =
            due(&|timer| matches!(timer, Timer::Entry { instrument: of, .. } if *of == instrument));
        let of_party = |party: &PartyId| {
            due(&|timer| {
                matches!(timer, Timer::PartyEntry { instrument: of, party: whose, .. }
                    if *of == instrument && whose == party)
            })
        };
        common.or_else(|| parties.iter().find_map(of_party))
    }

    /// Tells whether an instrument is in force on a day.
    pub fn in_force(&self, instrument: InstrumentId, on: Day) -> bool {
        let force = self.treaties.get(&instrument).and_then(|treaty| treaty.force.value(on));
        force == Some(Force::InForce)
    }
}

/// Whether an instrument is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// It is.
    InForce,
    /// It no longer is.
    Ended,
}

/// An instrument's state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Treaty {
    /// Whether it is in force.
    pub force: Timeline<Force>,
    /// How parties stand to it.
    pub parties: Sorted<PartyId, Participation>,
    /// Its terms, in order.
    pub terms: Vec<Term>,
    /// The day on which its condition was reached, where a delay runs or ran from then on.
    pub reached: Option<Day>,
    /// Parties that another instrument keeps bound although a term ends.
    pub extended: Vec<Extended>,
}

/// A notice of withdrawal whose period runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// The position of the act.
    pub position: u32,
    /// The instrument.
    pub instrument: InstrumentId,
    /// The party.
    pub party: PartyId,
    /// The day on which it takes effect.
    pub on: Day,
}

/// A party that another instrument keeps bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extended {
    /// The party.
    pub party: PartyId,
    /// The instrument that extends.
    pub by: InstrumentId,
    /// From when.
    pub from: Day,
}

impl Treaty {
    /// Numbers the terms, each after the period before its first day.
    pub(crate) fn number_terms(&mut self) {
        let mut before: Option<Term> = None;
        for term in &mut self.terms {
            let eve = term.from.previous();
            let last = before
                .map_or(0, |before| before.period_on(eve).map_or(before.number, |p| p.number));
            term.number = last.saturating_add(1);
            before = Some(*term);
        }
    }

    /// Returns the term or renewal that a day lies in.
    pub fn period_on(&self, day: Day) -> Option<Running> {
        self.terms.iter().rfind(|term| term.from <= day)?.period_on(day)
    }
}

/// How a party stands to an instrument.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Participation {
    /// Its statuses.
    pub line: Timeline<Standing>,
    /// When it signed.
    pub signed: Option<Day>,
    /// When it consented to be bound.
    pub consented: Option<Day>,
}

/// A status, and why it ended where it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// The cause.
    pub cause: Option<Cause>,
}

/// The term or renewal that a day lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    /// Its number, from 1.
    pub number: u32,
    /// Its first day.
    pub from: Day,
    /// Its last day, none where that lies after the last day of the calendar.
    pub through: Option<Day>,
}

/// A term of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its number, from 1.
    pub number: u32,
    /// Its first day.
    pub from: Day,
    /// Its length.
    pub length: Period,
    /// Which day is its last.
    pub end: TermEnd,
    /// What its end does.
    pub on_expiry: OnExpiry,
    /// Why.
    pub why: Derivation,
}

impl Term {
    /// Returns the last day of the term.
    pub fn through(&self) -> Day {
        last_day(self.length.anniversary(self.from), self.end)
    }

    /// Returns the term or renewal that a day lies in.
    pub fn period_on(&self, day: Day) -> Option<Running> {
        if day < self.from {
            return None;
        }
        let mut from = self.from;
        let mut through = self.length.known_anniversary(from).map(|day| last_day(day, self.end));
        let mut count = 0_u32;
        // A period of no length would never come to the day.
        while through.is_some_and(|last| last < day && last >= from) {
            let OnExpiry::Renew(each) = self.on_expiry else {
                return None;
            };
            from = through.map_or(from, Day::next);
            count = count.saturating_add(1);
            through = self.through_renewal(each, count);
        }
        through.is_none_or(|last| last >= day).then(|| Running {
            number: self.number.saturating_add(count),
            from,
            through,
        })
    }

    /// Returns the last day of a renewal, none where the calendar has ended by then. All are
    /// counted from the first day of the term, not one after the other: a clamped month end does
    /// not creep.
    fn through_renewal(&self, each: Period, count: u32) -> Option<Day> {
        match self.length.plus(each.times(count)) {
            Some(whole) => Some(last_day(whole.known_anniversary(self.from)?, self.end)),
            None => Some(each.times(count).known_anniversary(self.through().next())?.previous()),
        }
    }
}

fn last_day(anniversary: Day, end: TermEnd) -> Day {
    match end {
        TermEnd::ThroughAnniversary => anniversary,
        TermEnd::UntilAnniversary => anniversary.previous(),
    }
}

/// A body's members.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodyState {
    /// How parties stand to it.
    pub members: BTreeMap<PartyId, Timeline<(MemberStatus, Option<Cause>)>>,
}

/// A chair that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned {
    /// By whom.
    pub party: PartyId,
    /// For whom, where as a substitute.
    pub instead_of: Option<PartyId>,
    /// From when.
    pub from: Day,
    /// Why.
    pub why: Derivation,
}

/// An office that was taken or fell vacant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// The party of the holder, none for a vacancy.
    pub party: Option<PartyId>,
    /// Whether the holder only stood in.
    pub acting: bool,
    /// From when.
    pub from: Day,
    /// Why: the act that names the person.
    pub why: Derivation,
}

/// A session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// When.
    pub on: Day,
    /// Where.
    pub place: Option<PlaceId>,
    /// How.
    pub form: SessionForm,
    /// The act.
    pub why: Derivation,
}

/// A paper of a session that was filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filing {
    /// What.
    pub paper: Filed,
    /// From when.
    pub from: Day,
    /// The act.
    pub why: Derivation,
}
