//! Conditions of the charter language: a closed vocabulary over exact counts.

use crate::day::Day;
use crate::names::{PartyId, WeightsId};
use crate::party::PartySet;

/// Who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those who consented to be bound.
    Depositing,
    /// Those who voted for, and those counted as such.
    InFavour,
    /// Those who voted against or objected, and those counted as such.
    Against,
    /// Those who abstained, with a declaration or without.
    Abstaining,
    /// Those who abstained and declared that the decision is not to bind them.
    AbstainingDeclared,
    /// Those who were absent, or silent.
    Absent,
    /// Those who objected or voted against, and those counted as objecting.
    Objecting,
    /// Those who objected to the manner of deciding.
    ObjectingToFormat,
    /// Those who did anything but be absent or object to the manner of deciding, one that declares
    /// that it takes no part among them.
    AgreeingToFormat,
    /// Those who may vote and did not vote for.
    NotFor,
    /// Those who may vote and did not declare that they take no part.
    TakingPart,
    /// Those who voted for or against.
    Voting,
    /// Those who were there.
    Present,
}

impl Who {
    /// The words of the charter language for those counted in a decision.
    pub const OF_DECISIONS: [(&'static str, Self); 14] = [
        ("for", Self::InFavour),
        ("against", Self::Against),
        ("abstaining", Self::Abstaining),
        ("abstaining-declared", Self::AbstainingDeclared),
        ("absent", Self::Absent),
        ("silent", Self::Absent),
        ("objecting", Self::Objecting),
        ("objecting-to-format", Self::ObjectingToFormat),
        ("agreeing-to-format", Self::AgreeingToFormat),
        ("not-for", Self::NotFor),
        ("taking-part", Self::TakingPart),
        ("voting", Self::Voting),
        ("present", Self::Present),
        ("consenting", Self::InFavour),
    ];

    /// Returns the word of the charter language.
    pub fn word(self) -> &'static str {
        let mut words = Self::OF_DECISIONS.into_iter();
        words.find(|(_, who)| *who == self).map_or("depositing", |(word, _)| word)
    }
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
    /// Those who may vote.
    Electorate,
    /// Those who voted for or against.
    Voting,
    /// Those who were there.
    Present,
    /// Those who may vote and did not declare that they take no part.
    TakingPart,
}

impl Base {
    /// The bases of an entry into force.
    pub const OF_INSTRUMENTS: [Self; 4] =
        [Self::Signatories, Self::Members, Self::Parties, Self::Contracting];
    /// The bases of a decision.
    pub const OF_DECISIONS: [Self; 5] =
        [Self::Electorate, Self::Members, Self::Voting, Self::Present, Self::TakingPart];

    /// Returns the word of the charter language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Signatories => "signatories",
            Self::Members => "members",
            Self::Parties => "parties",
            Self::Contracting => "contracting",
            Self::Electorate => "electorate",
            Self::Voting => "voting",
            Self::Present => "present",
            Self::TakingPart => "taking-part",
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

    /// Returns the smallest part of a whole that reaches the share.
    pub fn needed(self, whole: u64) -> u64 {
        let product = u128::from(whole).saturating_mul(u128::from(self.numerator));
        let denominator = u128::from(self.denominator.max(1));
        let least = if self.inclusive {
            product.div_ceil(denominator)
        } else {
            product.checked_div(denominator).unwrap_or(0).saturating_add(1)
        };
        u64::try_from(least).unwrap_or(u64::MAX)
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
    /// Adds the tables by which the condition weighs.
    pub fn tables(&self, tables: &mut Vec<WeightsId>) {
        match self {
            Self::Weight(table, ..) => tables.push(*table),
            Self::Not(inner) => inner.tables(tables),
            Self::AllOf(all) | Self::AnyOf(all) => all.iter().for_each(|one| one.tables(tables)),
            Self::All(..)
            | Self::AtLeast(..)
            | Self::Share(..)
            | Self::FewerThan(..)
            | Self::None(..)
            | Self::Includes(_) => {}
        }
    }

    /// Tells whether the condition counts a group.
    pub fn counts(&self, who: Who) -> bool {
        match self {
            Self::All(_, own)
            | Self::Share(_, own, ..)
            | Self::Weight(_, own, ..)
            | Self::AtLeast(_, own, _)
            | Self::FewerThan(_, own)
            | Self::None(own, _) => *own == who,
            Self::Includes(_) => false,
            Self::Not(inner) => inner.counts(who),
            Self::AllOf(all) | Self::AnyOf(all) => all.iter().any(|one| one.counts(who)),
        }
    }

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
