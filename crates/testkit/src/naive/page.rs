//! What counts on one day, and what is compared with the other engine.

use super::calendar::{over, times};
use super::fault::Fault;
use super::procedure::Course;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, InstrumentId, MemberStatus, OfficeId, OnExpiry, PartyId, Period,
    Status, TermEnd, TermRule, Vote, VoteRight,
};
use std::collections::BTreeMap;

/// Everything that counts on one day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// How parties stand to instruments, and why it ended or is suspended.
    pub standing: BTreeMap<(InstrumentId, PartyId), (Status, Option<Cause>)>,
    /// Instruments that are in force, and those that were.
    pub force: BTreeMap<InstrumentId, bool>,
    /// The term that runs, or that ran last.
    pub terms: BTreeMap<InstrumentId, Term>,
    /// How parties stand to bodies.
    pub members: BTreeMap<(BodyId, PartyId), (MemberStatus, Option<Cause>)>,
    /// Votes that were taken, permitted or given back.
    pub votes: BTreeMap<(BodyId, PartyId), VoteRight>,
    /// Versions of articles, where not the original counts.
    pub versions: BTreeMap<ArticleId, u16>,
}

/// A term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Its number, from 1.
    pub number: u32,
    /// Its first day.
    pub first: Day,
    /// Its last day, the renewals left out.
    pub last: Day,
    /// How long it is, the renewals left out.
    pub length: Period,
    /// Whether its anniversary is its last day.
    pub through: bool,
    /// What its end does.
    pub on_expiry: OnExpiry,
}

impl Term {
    pub(super) fn begin(rule: &TermRule, number: u32, first: Day, fault: Option<Fault>) -> Self {
        let anniversary = over(rule.length, first, fault);
        let swapped = fault == Some(Fault::ThroughAndUntilSwapped);
        let through = (rule.end == TermEnd::ThroughAnniversary) != swapped;
        let last = if through { anniversary } else { anniversary.previous() };
        Self { number, first, last, length: rule.length, through, on_expiry: rule.on_expiry }
    }

    /// Returns number, first and last day of the term or renewal that a day lies in.
    pub(super) fn on(&self, day: Day, fault: Option<Fault>) -> Option<(u32, Day, Day)> {
        let (mut number, mut first, mut last) = (self.number, self.first, self.last);
        let mut renewals = 0u32;
        while day > last {
            let OnExpiry::Renew(each) = self.on_expiry else { return None };
            renewals = renewals.saturating_add(1);
            if fault != Some(Fault::RenewalKeepsNumber) {
                number = number.saturating_add(1);
            }
            first = last.next();
            last = self.last_of(each, renewals, first, fault);
        }
        Some((number, first, last))
    }

    /// Returns the last day of a renewal that begins on a day: where term and renewals are counted
    /// in the same way, the term is as long as all of them.
    fn last_of(&self, each: Period, renewals: u32, first: Day, fault: Option<Fault>) -> Day {
        if fault == Some(Fault::RenewalsCreepAtMonthEnd) {
            return over(each, first, fault).previous();
        }
        let whole = match (self.length, times(each, renewals)) {
            (Period::Days(term), Period::Days(more)) => Period::Days(term.saturating_add(more)),
            (Period::Days(_), _) | (_, Period::Days(_)) => {
                return over(times(each, renewals), self.last.next(), fault).previous();
            }
            (term, more) => Period::Months(months(term).saturating_add(months(more))),
        };
        let anniversary = over(whole, self.first, fault);
        if self.through { anniversary } else { anniversary.previous() }
    }
}

fn months(period: Period) -> u32 {
    match period {
        Period::Days(_) => 0,
        Period::Months(months) => months,
        Period::Years(years) => years.saturating_mul(12),
    }
}

/// A notice of withdrawal that has not taken effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// From what.
    pub instrument: InstrumentId,
    /// Whose.
    pub party: PartyId,
    /// When it takes effect.
    pub on: Day,
}

/// The answers for one day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Values {
    /// Status and cause of every instrument and party.
    pub standing: BTreeMap<(InstrumentId, PartyId), (Status, Option<Cause>)>,
    /// Instruments in force.
    pub in_force: Vec<InstrumentId>,
    /// Number, first and last day of the terms that run.
    pub terms: BTreeMap<InstrumentId, (u32, Day, Day)>,
    /// How parties stand to bodies.
    pub members: BTreeMap<(BodyId, PartyId), (MemberStatus, Option<Cause>)>,
    /// Votes that were taken, permitted or given back.
    pub votes: BTreeMap<(BodyId, PartyId), VoteRight>,
    /// Members of each organ whose vote is not counted, and whether they may vote all the same.
    pub unheard: BTreeMap<(BodyId, PartyId), bool>,
    /// How every matter stands, by the position of the act that opened it.
    pub courses: BTreeMap<u32, Course>,
    /// Who has each chair.
    pub chairs: BTreeMap<BodyId, PartyId>,
    /// Whom each reading of each rotation expects, and whether practice follows it.
    pub expected: Vec<(ArticleId, String, Option<PartyId>, bool)>,
    /// Of which party the holder of each office is, and whether it only stands in.
    pub offices: BTreeMap<OfficeId, (PartyId, bool)>,
    /// The version of each article that counts.
    pub versions: BTreeMap<ArticleId, u16>,
    /// Notices of withdrawal whose period runs.
    pub notices: Vec<Notice>,
    /// Papers of sessions, in words.
    pub papers: Vec<String>,
    /// Votes that were received: on what, by whom, how.
    pub cast: Vec<(String, PartyId, Vote)>,
    /// How the decision at a position counted each that may vote.
    pub counted: BTreeMap<u32, BTreeMap<PartyId, Vote>>,
}
