//! Conditions of the charter language: a closed vocabulary over exact counts.

use crate::day::Day;
use crate::names::{PartyId, WeightsId};
use crate::party::PartySet;

/// Who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those who consented to be bound.
    Depositing,
}

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Those who signed.
    Signatories,
    /// The members of the own organisation.
    Members,
    /// Those bound by the instrument that this one amends.
    Parties,
    /// Those who consented to be bound.
    Contracting,
}

impl Base {
    /// Returns the word of the charter language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Signatories => "signatories",
            Self::Members => "members",
            Self::Parties => "parties",
            Self::Contracting => "contracting",
        }
    }
}

/// An exact share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub numerator: u32,
    /// The whole, never zero.
    pub denominator: u32,
    /// Whether exactly this share is enough (`at least`) or not (`more than`).
    pub inclusive: bool,
}

impl Share {
    /// Tells whether `part` of `whole` reaches the share; nothing of nothing does not.
    pub fn is_reached(self, part: u64, whole: u64) -> bool {
        let left = u128::from(part).saturating_mul(u128::from(self.denominator));
        let right = u128::from(whole).saturating_mul(u128::from(self.numerator));
        whole > 0 && if self.inclusive { left >= right } else { left > right }
    }
}

/// What a weight is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// The total the table declares.
    Declared,
    /// The sum of the weights of a base.
    Of(Base),
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `all BASE WHO`
    All(Base, Who),
    /// `at least N WHO [in SET]`
    AtLeast(u32, Who, Option<PartySet>),
    /// `at least|more than N/D WHO of BASE [less SET]`
    Share(Share, Who, Base, Option<PartySet>),
    /// `fewer than N WHO`
    FewerThan(u32, Who),
    /// `none WHO [in SET]`
    None(Who, Option<PartySet>),
    /// `includes SET`
    Includes(PartySet),
    /// `weight TABLE of WHO at least|more than N/D of total|BASE`
    Weight(WeightsId, Who, Share, Total),
    /// `not COND`
    Not(Box<Condition>),
    /// `all of`
    AllOf(Vec<Condition>),
    /// `any of`
    AnyOf(Vec<Condition>),
}

impl Condition {
    /// Tells whether the condition looks at a base.
    pub fn uses(&self, base: Base) -> bool {
        match self {
            Self::All(own, _) | Self::Share(_, _, own, _) => *own == base,
            Self::Weight(_, _, _, Total::Of(own)) => *own == base,
            Self::Weight(_, _, _, Total::Declared)
            | Self::AtLeast(..)
            | Self::FewerThan(..)
            | Self::None(..)
            | Self::Includes(_) => false,
            Self::Not(inner) => inner.uses(base),
            Self::AllOf(all) | Self::AnyOf(all) => all.iter().any(|one| one.uses(base)),
        }
    }
}

/// A dated table of weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// What the weights measure.
    pub title: String,
    /// The total a share is measured against, where the law declares one.
    pub total: Option<u64>,
    /// Weight of a party from a day on.
    pub rows: Vec<(Option<Day>, PartyId, u64)>,
}

impl Weights {
    /// Returns the weight of a party on a day, zero where the table has none.
    pub fn of(&self, party: PartyId, on: Day) -> u64 {
        let counts = |(from, whose, _): &&(Option<Day>, PartyId, u64)| {
            *whose == party && from.is_none_or(|from| from <= on)
        };
        self.rows.iter().filter(counts).max_by_key(|(from, ..)| *from).map_or(0, |row| row.2)
    }
}
