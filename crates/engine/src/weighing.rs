//! Conditions, weighed by exact counting: what was counted, against what, and whether it holds.

use servanda_model::{Base, Condition, PartySet, Total, WeightsId, Who};

/// Who is who when a condition is weighed.
pub(crate) trait Roll {
    /// Returns those counted.
    fn who(&self, who: Who) -> PartySet;
    /// Returns those who consent: by deposit to an instrument, by vote to a text.
    fn consenting(&self) -> PartySet;
    /// Returns a base.
    fn base(&self, base: Base) -> PartySet;
    /// Returns the weight of a set by a table.
    fn weight(&self, table: WeightsId, of: &PartySet) -> u64;
    /// Returns the total that a table declares.
    fn total(&self, table: WeightsId) -> u64;
}

/// A condition with its arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighing<'l> {
    /// The condition.
    pub condition: &'l Condition,
    /// Whether it holds.
    pub holds: bool,
    /// How many, or how much, was counted.
    pub part: u64,
    /// Of how many, or how much, where it is a share.
    pub whole: Option<u64>,
    /// Those counted.
    pub counted: PartySet,
    /// The conditions it is made of.
    pub inner: Vec<Weighing<'l>>,
}

impl Weighing<'_> {
    /// Returns how many, or how much, the condition asks for; none where its base is empty, which
    /// fulfils no share.
    pub fn needed(&self) -> Option<u64> {
        match self.condition {
            Condition::AtLeast(count, ..) | Condition::FewerThan(count, _) => {
                Some(u64::from(*count))
            }
            Condition::Share(share, ..) | Condition::Weight(_, _, share, _) => {
                self.whole.filter(|whole| *whole > 0).map(|whole| share.needed(whole))
            }
            Condition::All(..)
            | Condition::None(..)
            | Condition::Includes(_)
            | Condition::Not(_)
            | Condition::AllOf(_)
            | Condition::AnyOf(_) => None,
        }
    }
}

/// Tells whether a condition holds.
pub(crate) fn holds(roll: &impl Roll, condition: &Condition) -> bool {
    match condition {
        Condition::All(base, who) => {
            let base = roll.base(*base);
            !base.is_empty() && base.less(&roll.who(*who)).is_empty()
        }
        Condition::AtLeast(count, who, set) => counted(roll, *who, set.as_ref()).len() >= *count,
        Condition::Share(share, who, base, less) => {
            let (part, whole) = share_of(roll, *who, *base, less.as_ref());
            share.is_reached(u64::from(part.len()), u64::from(whole.len()))
        }
        Condition::FewerThan(count, who) => roll.who(*who).len() < *count,
        Condition::None(who, set) => counted(roll, *who, set.as_ref()).is_empty(),
        Condition::Includes(set) => set.less(&roll.consenting()).is_empty(),
        Condition::Weight(table, who, share, total) => {
            let part = roll.weight(*table, &roll.who(*who));
            share.is_reached(part, whole_of(roll, *table, *total))
        }
        Condition::Not(inner) => !holds(roll, inner),
        Condition::AllOf(all) => all.iter().all(|one| holds(roll, one)),
        Condition::AnyOf(any) => any.iter().any(|one| holds(roll, one)),
    }
}

/// Weighs a condition, and keeps the arithmetic.
pub(crate) fn weigh<'l>(roll: &impl Roll, condition: &'l Condition) -> Weighing<'l> {
    match condition {
        Condition::All(base, who) => {
            let base = roll.base(*base);
            let counted = base.and(&roll.who(*who));
            let (part, whole) = (counted.len(), base.len());
            weighed(condition, whole > 0 && part == whole, counted, Some(whole.into()))
        }
        Condition::AtLeast(count, who, set) => {
            let counted = counted(roll, *who, set.as_ref());
            weighed(condition, counted.len() >= *count, counted, None)
        }
        Condition::Share(share, who, base, less) => {
            let (part, whole) = share_of(roll, *who, *base, less.as_ref());
            let whole = u64::from(whole.len());
            weighed(condition, share.is_reached(part.len().into(), whole), part, Some(whole))
        }
        Condition::FewerThan(count, who) => {
            let counted = roll.who(*who);
            weighed(condition, counted.len() < *count, counted, None)
        }
        Condition::None(who, set) => {
            let counted = counted(roll, *who, set.as_ref());
            weighed(condition, counted.is_empty(), counted, None)
        }
        Condition::Includes(set) => {
            let counted = set.and(&roll.consenting());
            weighed(condition, counted.len() == set.len(), counted, None)
        }
        Condition::Weight(table, who, share, total) => {
            let counted = roll.who(*who);
            let (part, whole) = (roll.weight(*table, &counted), whole_of(roll, *table, *total));
            let holds = share.is_reached(part, whole);
            Weighing { condition, holds, part, whole: Some(whole), counted, inner: Vec::new() }
        }
        Condition::Not(inner) => {
            let inner = weigh(roll, inner);
            let not = weighed(condition, !inner.holds, PartySet::new(), None);
            Weighing { inner: vec![inner], ..not }
        }
        Condition::AllOf(all) => {
            let inner: Vec<Weighing<'l>> = all.iter().map(|one| weigh(roll, one)).collect();
            let holds = inner.iter().all(|one| one.holds);
            Weighing { inner, ..weighed(condition, holds, PartySet::new(), None) }
        }
        Condition::AnyOf(any) => {
            let inner: Vec<Weighing<'l>> = any.iter().map(|one| weigh(roll, one)).collect();
            let holds = inner.iter().any(|one| one.holds);
            Weighing { inner, ..weighed(condition, holds, PartySet::new(), None) }
        }
    }
}

/// Returns a condition of which heads were counted.
fn weighed(
    condition: &Condition,
    holds: bool,
    counted: PartySet,
    whole: Option<u64>,
) -> Weighing<'_> {
    let part = counted.len().into();
    Weighing { condition, holds, part, whole, counted, inner: Vec::new() }
}

fn counted(roll: &impl Roll, who: Who, set: Option<&PartySet>) -> PartySet {
    let all = roll.who(who);
    set.map_or_else(|| all.clone(), |set| all.and(set))
}

/// Returns those counted within a base, and the base.
fn share_of(
    roll: &impl Roll,
    who: Who,
    base: Base,
    less: Option<&PartySet>,
) -> (PartySet, PartySet) {
    let mut whole = roll.base(base);
    if let Some(less) = less {
        whole = whole.less(less);
    }
    (roll.who(who).and(&whole), whole)
}

fn whole_of(roll: &impl Roll, table: WeightsId, total: Total) -> u64 {
    match total {
        Total::Declared => roll.total(table),
        Total::Of(base) => roll.weight(table, &roll.base(base)),
    }
}
