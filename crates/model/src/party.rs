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
///
/// The first 256 parties of a law need no memory of their own, so that counting heads allocates
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartySet {
    near: [u64; NEAR],
    /// INVARIANT (trimmed): the last word is not zero.
    far: Vec<u64>,
}

/// The words of a set that stand in it.
const NEAR: usize = 4;

impl PartySet {
    /// Makes an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a set of the first 256 parties from its bits.
    pub fn of_bits(bits: [u64; NEAR]) -> Self {
        Self { near: bits, far: Vec::new() }
    }

    /// Returns the bits of the first 256 parties.
    pub fn bits(&self) -> [u64; NEAR] {
        self.near
    }

    /// Tells whether the set is of the first 256 parties only.
    pub fn is_near(&self) -> bool {
        self.far.is_empty()
    }

    /// Adds a party.
    pub fn insert(&mut self, party: PartyId) {
        let (word, bit) = place(party);
        let after = word.saturating_sub(NEAR);
        if word >= NEAR && self.far.len() <= after {
            self.far.resize(after.saturating_add(1), 0);
        }
        if let Some(slot) = self.slot(word) {
            *slot |= bit;
        }
    }

    /// Takes a party out.
    pub fn remove(&mut self, party: PartyId) {
        let (word, bit) = place(party);
        if let Some(slot) = self.slot(word) {
            *slot &= !bit;
        }
        self.trim();
    }

    /// Tells whether a party is in the set.
    pub fn contains(&self, party: PartyId) -> bool {
        let (word, bit) = place(party);
        let near = self.near.get(word);
        let slot = near.or_else(|| self.far.get(word.saturating_sub(NEAR)));
        slot.is_some_and(|slot| slot & bit != 0)
    }

    /// Returns how many parties are in the set.
    pub fn len(&self) -> u32 {
        self.words().map(u64::count_ones).sum()
    }

    /// Tells whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.words().all(|word| word == 0)
    }

    /// Returns the parties that are in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let far = self.far.iter().zip(&other.far).map(|(a, b)| a & b).collect();
        self.near_with(other, far, |a, b| a & b)
    }

    /// Returns the parties that are in one of the sets.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let (long, short) =
            if self.far.len() < other.far.len() { (other, self) } else { (self, other) };
        let theirs = short.far.iter().copied().chain(std::iter::repeat(0));
        let far = long.far.iter().zip(theirs).map(|(a, b)| a | b).collect();
        self.near_with(other, far, |a, b| a | b)
    }

    /// Returns the parties that are in this set and not in the other.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        let theirs = other.far.iter().copied().chain(std::iter::repeat(0));
        let far = self.far.iter().zip(theirs).map(|(a, b)| a & !b).collect();
        self.near_with(other, far, |a, b| a & !b)
    }

    /// Returns the parties in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = PartyId> + '_ {
        (0u32..).zip(self.words()).flat_map(|(index, word)| {
            let bits = (0u32..64).filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| PartyId::of(index.saturating_mul(64).saturating_add(bit)))
        })
    }

    fn words(&self) -> impl Iterator<Item = u64> + '_ {
        self.near.iter().chain(&self.far).copied()
    }

    fn slot(&mut self, word: usize) -> Option<&mut u64> {
        match word.checked_sub(NEAR) {
            None => self.near.get_mut(word),
            Some(word) => self.far.get_mut(word),
        }
    }

    /// Puts a far part beside what comes of the near ones.
    fn near_with(&self, other: &Self, far: Vec<u64>, joined: impl Fn(u64, u64) -> u64) -> Self {
        let mut near = self.near;
        for (mine, theirs) in near.iter_mut().zip(&other.near) {
            *mine = joined(*mine, *theirs);
        }
        let mut set = Self { near, far };
        set.trim();
        set
    }

    fn trim(&mut self) {
        while self.far.last() == Some(&0) {
            self.far.pop();
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ordinals: &[u32]) -> PartySet {
        ordinals.iter().map(|ordinal| PartyId::of(*ordinal)).collect()
    }

    #[test]
    fn near_and_far_parties_are_one_set() {
        let (a, b) = (set(&[0, 63, 255, 256, 700]), set(&[63, 256, 300]));
        assert_eq!(a.and(&b), set(&[63, 256]));
        assert_eq!(a.or(&b), set(&[0, 63, 255, 256, 300, 700]));
        assert_eq!(a.less(&b), set(&[0, 255, 700]));
        assert_eq!(b.less(&a), set(&[300]));
        assert_eq!(a.iter().collect::<PartySet>(), a);
        assert_eq!((a.len(), a.is_near(), set(&[255]).is_near()), (5, false, true));
        assert_eq!(PartySet::of_bits(set(&[3, 255]).bits()), set(&[3, 255]));
    }

    #[test]
    fn a_set_is_the_same_however_it_was_made() {
        let mut made = set(&[1, 900]);
        made.remove(PartyId::of(900));
        assert_eq!(made, set(&[1]));
        assert!(made.contains(PartyId::of(1)) && !made.contains(PartyId::of(257)));
    }
}
