//! A condition made ready: sets of fixed size, weights by look-up, fixed totals worked out.

use crate::byte_weights::ByteWeights;
use crate::seats::Seats;
use crate::tally::Tally;
use servanda_model::{
    Base, Condition, CountsAs, DecisionRule, PartySet, Share, Total, WeightsId, Who,
};

/// A condition made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scale {
    All(Base, Who),
    AtLeast(u32, Who, Option<Seats>),
    Share(Share, Who, Base, Seats),
    FewerThan(u32, Who),
    None(Who, Option<Seats>),
    Includes(Seats),
    /// The place of the table among those made ready, and what must be reached.
    Weight(usize, Who, Least),
    Not(Box<Scale>),
    AllOf(Vec<Scale>),
    AnyOf(Vec<Scale>),
}

/// What a weight must reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Least {
    /// What is the same for every ballot.
    Fixed(u64),
    /// A share of what depends on the votes.
    Of(Share, Base),
}

/// What conditions are made ready for.
pub(crate) struct Bench<'a> {
    pub(crate) tables: &'a [ByteWeights],
    pub(crate) members: Seats,
    pub(crate) electorate: Seats,
    /// Whether the electorate is the same whatever is voted.
    pub(crate) is_fixed: bool,
}

impl Scale {
    /// Makes a condition ready; none where it names a party beyond the first 256.
    pub(crate) fn of(condition: &Condition, bench: &Bench<'_>) -> Option<Self> {
        let all = |list: &[Condition]| {
            list.iter().map(|one| Self::of(one, bench)).collect::<Option<Vec<_>>>()
        };
        Some(match condition {
            Condition::All(base, who) => Self::All(*base, *who),
            Condition::AtLeast(count, who, set) => {
                Self::AtLeast(*count, *who, within(set.as_ref())?)
            }
            Condition::Share(share, who, base, less) => {
                let less = within(less.as_ref())?.unwrap_or_default();
                match bench.fixed(*base).map(|base| base.less(less)) {
                    Some(whole) => {
                        let least = least(*share, whole.len().into());
                        Self::AtLeast(u32::try_from(least).unwrap_or(u32::MAX), *who, Some(whole))
                    }
                    None => Self::Share(*share, *who, *base, less),
                }
            }
            Condition::FewerThan(count, who) => Self::FewerThan(*count, *who),
            Condition::None(who, set) => Self::None(*who, within(set.as_ref())?),
            Condition::Includes(set) => Self::Includes(Seats::of(set)?),
            Condition::Weight(table, who, share, total) => {
                let place = bench.place(*table)?;
                Self::Weight(place, *who, bench.least(place, *share, *total)?)
            }
            Condition::Not(inner) => Self::Not(Box::new(Self::of(inner, bench)?)),
            Condition::AllOf(list) => Self::AllOf(all(list)?),
            Condition::AnyOf(list) => Self::AnyOf(all(list)?),
        })
    }
}

fn within(set: Option<&PartySet>) -> Option<Option<Seats>> {
    set.map_or(Some(None), |set| Seats::of(set).map(Some))
}

impl Bench<'_> {
    fn place(&self, table: WeightsId) -> Option<usize> {
        self.tables.iter().position(|ready| ready.table == table)
    }

    /// Returns a base that is the same whatever is voted.
    fn fixed(&self, base: Base) -> Option<Seats> {
        match base {
            Base::Members => Some(self.members),
            Base::Electorate => self.is_fixed.then_some(self.electorate),
            Base::Signatories | Base::Parties | Base::Contracting => Some(Seats::default()),
            Base::Voting | Base::Present | Base::TakingPart => None,
        }
    }

    fn least(&self, place: usize, share: Share, total: Total) -> Option<Least> {
        let table = self.tables.get(place)?;
        let whole = match total {
            Total::Declared => table.total.unwrap_or(0),
            Total::Of(base) => match self.fixed(base) {
                Some(whole) => table.of(whole.bits()),
                None => return Some(Least::Of(share, base)),
            },
        };
        Some(Least::Fixed(least(share, whole)))
    }
}

/// Returns the smallest part of a whole that reaches a share; of nothing, none does.
fn least(share: Share, whole: u64) -> u64 {
    if whole == 0 { u64::MAX } else { share.needed(whole) }
}

/// A tally as one rule reads it.
pub(crate) struct Sides<'a> {
    tables: &'a [ByteWeights],
    rule: &'a DecisionRule,
    pub(crate) tally: &'a Tally,
    members: Seats,
    pub(crate) electorate: Seats,
    /// Those of the electorate that were absent, or silent.
    pub(crate) absent: Seats,
    /// Those for, and those counted as such.
    in_favour: Seats,
}

impl<'a> Sides<'a> {
    /// Reads a tally as a rule does.
    pub(crate) fn new(
        (rule, tables): (&'a DecisionRule, &'a [ByteWeights]),
        tally: &'a Tally,
        members: Seats,
        mut electorate: Seats,
    ) -> Self {
        if rule.electorate.less_not_taking_part {
            electorate = electorate.less(tally.not_participating);
        }
        let absent = electorate.less(tally.acting());
        let in_favour = Seats::default();
        let mut sides = Self { tables, rule, tally, members, electorate, absent, in_favour };
        sides.in_favour = sides.with(tally.in_favour, CountsAs::InFavour);
        sides
    }

    /// Tells whether a condition holds.
    pub(crate) fn holds(&self, scale: &Scale) -> bool {
        match scale {
            Scale::All(base, who) => {
                let base = self.base(*base);
                !base.is_empty() && base.less(self.who(*who)).is_empty()
            }
            Scale::AtLeast(count, who, set) => self.within(*who, *set).len() >= *count,
            Scale::Share(share, who, base, less) => {
                let whole = self.base(*base).less(*less);
                let part = self.who(*who).and(whole);
                share.is_reached(part.len().into(), whole.len().into())
            }
            Scale::FewerThan(count, who) => self.who(*who).len() < *count,
            Scale::None(who, set) => self.within(*who, *set).is_empty(),
            Scale::Includes(set) => set.less(self.in_favour).is_empty(),
            Scale::Weight(place, who, least) => self.tables.get(*place).is_some_and(|table| {
                let part = table.of(self.who(*who).bits());
                match least {
                    Least::Fixed(least) => part >= *least,
                    Least::Of(share, base) => {
                        share.is_reached(part, table.of(self.base(*base).bits()))
                    }
                }
            }),
            Scale::Not(inner) => !self.holds(inner),
            Scale::AllOf(all) => all.iter().all(|one| self.holds(one)),
            Scale::AnyOf(any) => any.iter().any(|one| self.holds(one)),
        }
    }

    fn within(&self, who: Who, set: Option<Seats>) -> Seats {
        let all = self.who(who);
        set.map_or(all, |set| all.and(set))
    }

    /// Returns those of the electorate who did something, and whom the rule counts as such.
    fn with(&self, did: Seats, counted_as: CountsAs) -> Seats {
        let mut did = did;
        if self.rule.abstaining == counted_as {
            did = did.or(self.tally.abstaining);
        }
        did = did.and(self.electorate);
        if self.rule.absent == counted_as { did.or(self.absent) } else { did }
    }

    fn against(&self) -> Seats {
        self.with(self.tally.against.or(self.tally.objecting), CountsAs::Against)
    }

    fn taking_part(&self) -> Seats {
        self.electorate.less(self.tally.not_participating)
    }

    fn who(&self, who: Who) -> Seats {
        match who {
            Who::InFavour => self.in_favour,
            Who::Against => self.against(),
            Who::Objecting => {
                self.with(self.tally.against.or(self.tally.objecting), CountsAs::Objecting)
            }
            Who::Abstaining => self.tally.abstaining.and(self.electorate),
            Who::AbstainingDeclared => self.tally.abstaining_declared.and(self.electorate),
            Who::AgreeingToFormat => {
                let came = self.electorate.less(self.absent).less(self.tally.objecting_to_format);
                let declared = self.members.or(self.electorate);
                came.or(self.tally.not_participating.and(declared))
            }
            Who::Absent => self.absent,
            Who::ObjectingToFormat => self.tally.objecting_to_format.and(self.electorate),
            Who::NotFor => self.taking_part().less(self.in_favour),
            Who::TakingPart => self.taking_part(),
            Who::Voting => self.in_favour.or(self.against()),
            Who::Present => self.taking_part().less(self.absent),
            Who::Depositing => Seats::default(),
        }
    }

    fn base(&self, base: Base) -> Seats {
        match base {
            Base::Electorate => self.electorate,
            Base::Members => self.members,
            Base::Voting => self.who(Who::Voting),
            Base::Present => self.who(Who::Present),
            Base::TakingPart => self.taking_part(),
            Base::Signatories | Base::Parties | Base::Contracting => Seats::default(),
        }
    }
}
