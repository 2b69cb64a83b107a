//! Parties, and exact sets of them.

use crate::history::SourceRef;
use crate::names::{Id as _, PartyId};
use crate::title::Titles;

/// Whether a party is a state to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    /// A state.
    State,
    /// An entity that not all recognise: never counted among states or members.
    Entity,
}

/// A state or entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its names.
    pub titles: Titles,
    /// Whether it is a state to all.
    pub kind: PartyKind,
    /// For an entity: who uses the name.
    pub as_used_by: Vec<SourceRef>,
}

/// A set of parties as bits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartySet {
    words: Vec<u64>,
}

impl PartySet {
    /// Makes an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a party.
    pub fn insert(&mut self, party: PartyId) {
        let (word, bit) = place(party);
        if self.words.len() <= word {
            self.words.resize(word.saturating_add(1), 0);
        }
        if let Some(slot) = self.words.get_mut(word) {
            *slot |= bit;
        }
    }

    /// Takes a party out.
    pub fn remove(&mut self, party: PartyId) {
        let (word, bit) = place(party);
        if let Some(slot) = self.words.get_mut(word) {
            *slot &= !bit;
        }
    }

    /// Tells whether a party is in the set.
    pub fn contains(&self, party: PartyId) -> bool {
        let (word, bit) = place(party);
        self.words.get(word).is_some_and(|slot| slot & bit != 0)
    }

    /// Returns how many parties are in the set.
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Tells whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Returns the parties that are in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self { words: self.words.iter().zip(&other.words).map(|(a, b)| a & b).collect() }
    }

    /// Returns the parties that are in one of the sets.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let (long, short) =
            if self.words.len() < other.words.len() { (other, self) } else { (self, other) };
        let theirs = short.words.iter().copied().chain(std::iter::repeat(0));
        Self { words: long.words.iter().zip(theirs).map(|(a, b)| a | b).collect() }
    }

    /// Returns the parties that are in this set and not in the other.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        let theirs = other.words.iter().copied().chain(std::iter::repeat(0));
        Self { words: self.words.iter().zip(theirs).map(|(a, b)| a & !b).collect() }
    }

    /// Returns the parties in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = PartyId> + '_ {
        (0u32..).zip(&self.words).flat_map(|(index, word)| {
            let bits = (0u32..64).filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| PartyId::of(index.saturating_mul(64).saturating_add(bit)))
        })
    }
}

impl FromIterator<PartyId> for PartySet {
    fn from_iter<T: IntoIterator<Item = PartyId>>(parties: T) -> Self {
        let mut set = Self::new();
        parties.into_iter().for_each(|party| set.insert(party));
        set
    }
}

fn place(party: PartyId) -> (usize, u64) {
    let ordinal = party.ordinal();
    ((ordinal / 64) as usize, 1u64 << (ordinal % 64))
}
