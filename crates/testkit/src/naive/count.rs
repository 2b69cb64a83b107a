//! Whether a condition holds, by counting heads.

use super::fault::Fault;
use super::walk::Walk;
use servanda_model::{
    Base, Condition, Day, InstrumentId, MemberStatus, PartyId, PartyKind, PartySet, Share, Status,
    Total, WeightsId, Who,
};
use std::collections::BTreeSet;

type Heads = BTreeSet<PartyId>;

impl Walk<'_> {
    /// Tells whether a condition of an instrument holds on a day.
    pub(super) fn holds(&self, of: InstrumentId, condition: &Condition, on: Day) -> bool {
        match condition {
            Condition::All(base, who) => {
                let (base, who) = (self.base(of, *base, on), self.who(of, *who));
                (!base.is_empty() || self.is(Fault::EmptyBaseFulfils)) && base.is_subset(&who)
            }
            Condition::AtLeast(count, who, set) => {
                let counted = self.within(self.who(of, *who), set.as_ref()).len();
                if self.is(Fault::AtLeastNeedsMore) {
                    counted > *count as usize
                } else {
                    counted >= *count as usize
                }
            }
            Condition::Share(share, who, base, less) => {
                let mut base = self.base(of, *base, on);
                if let Some(less) = less.as_ref().filter(|_| !self.is(Fault::LessIgnored)) {
                    base.retain(|party| !less.contains(*party));
                }
                let part = self.who(of, *who).intersection(&base).count();
                self.reaches(share, part as u64, base.len() as u64)
            }
            Condition::FewerThan(count, who) => self.who(of, *who).len() < *count as usize,
            Condition::None(who, set) => self.within(self.who(of, *who), set.as_ref()).is_empty(),
            Condition::Includes(set) => {
                set.iter().all(|party| self.who(of, Who::Depositing).contains(&party))
            }
            Condition::Weight(table, who, share, total) => {
                let part = self.weigh(*table, &self.who(of, *who), on);
                let whole = match total {
                    Total::Declared => {
                        self.law.weights(*table).and_then(|table| table.total).unwrap_or(0)
                    }
                    Total::Of(base) => self.weigh(*table, &self.base(of, *base, on), on),
                };
                self.reaches(share, part, whole)
            }
            Condition::Not(inner) => self.is(Fault::NotIgnored) == self.holds(of, inner, on),
            Condition::AllOf(all) if self.is(Fault::AllOfIsAnyOf) => {
                all.iter().any(|one| self.holds(of, one, on))
            }
            Condition::AllOf(all) => all.iter().all(|one| self.holds(of, one, on)),
            Condition::AnyOf(any) => any.iter().any(|one| self.holds(of, one, on)),
        }
    }

    fn who(&self, of: InstrumentId, who: Who) -> Heads {
        match who {
            Who::Depositing => {
                let mine = self.consented.keys().filter(|(instrument, _)| *instrument == of);
                mine.map(|(_, party)| *party).collect()
            }
            _ => Heads::new(),
        }
    }

    fn within(&self, mut heads: Heads, set: Option<&PartySet>) -> Heads {
        if let Some(set) = set.filter(|_| !self.is(Fault::SetIgnored)) {
            heads.retain(|party| set.contains(*party));
        }
        heads
    }

    fn base(&self, of: InstrumentId, base: Base, on: Day) -> Heads {
        match base {
            Base::Signatories => {
                let signed = self.signed.iter().filter(|(instrument, _)| *instrument == of);
                let left = |party: PartyId| self.status(of, party, on) == Some(Status::Former);
                let stays =
                    |party: &PartyId| self.is(Fault::SignatoriesWhoLeftCount) || !left(*party);
                signed.map(|(_, party)| *party).filter(stays).collect()
            }
            Base::Members => {
                let of_own = self
                    .page(on)
                    .members
                    .iter()
                    .filter(|((body, _), _)| Some(*body) == self.law.own);
                let counts = |status| match status {
                    MemberStatus::Member => true,
                    MemberStatus::Suspended => self.is(Fault::SuspendedMembersCount),
                    MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former => false,
                };
                let members =
                    of_own.filter(|(_, (status, _))| counts(*status)).map(|((_, party), _)| *party);
                members.filter(|party| self.is_state(*party)).collect()
            }
            Base::Parties => {
                let amended = self.law.instrument(of).and_then(|row| row.amends);
                let standing = self.page(on).standing.iter();
                let theirs = standing.filter(|((other, _), _)| Some(*other) == amended);
                theirs
                    .filter(|(_, (status, _))| *status == Status::Party)
                    .map(|((_, party), _)| *party)
                    .collect()
            }
            Base::Contracting => self.who(of, Who::Depositing),
            Base::Electorate | Base::Voting | Base::Present | Base::TakingPart => Heads::new(),
        }
    }

    pub(super) fn is_state(&self, party: PartyId) -> bool {
        let kind = self.law.party(party).map(|row| row.kind);
        kind != Some(PartyKind::Entity) || self.is(Fault::EntitiesCount)
    }

    fn weigh(&self, table: WeightsId, heads: &Heads, on: Day) -> u64 {
        let Some(table) = self.law.weights(table) else { return 0 };
        if self.is(Fault::WeightsCountHeads) {
            return heads.len() as u64;
        }
        let of = |party: &PartyId| {
            let mut weight = (None, 0);
            for (from, whose, row) in &table.rows {
                let counts =
                    from.is_none_or(|from| from <= on && !self.is(Fault::WeightsNeverChange));
                if whose == party && counts && *from >= weight.0 {
                    weight = (*from, *row);
                }
            }
            weight.1
        };
        heads.iter().map(of).sum()
    }

    /// Tells whether a part of a whole is at least, or more than, a share; nothing of nothing is not.
    fn reaches(&self, share: &Share, part: u64, whole: u64) -> bool {
        if whole == 0 {
            return self.is(Fault::EmptyBaseFulfils);
        }
        if self.is(Fault::CountInsteadOfShare) {
            return part >= u64::from(share.numerator);
        }
        let takes_equal = if share.inclusive {
            !self.is(Fault::AtLeastNeedsMore)
        } else {
            self.is(Fault::MoreThanTakesEqual)
        };
        let (mine, needed) = (
            part.saturating_mul(share.denominator.into()),
            whole.saturating_mul(share.numerator.into()),
        );
        mine > needed || (takes_equal && mine == needed)
    }
}
