//! Sets of the first 256 parties of a law, of fixed size.

use servanda_model::PartySet;

/// A set of parties as four words of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Seats([u64; 4]);

impl Seats {
    /// Returns the same set, where none of it lies beyond the first 256 parties.
    pub(crate) fn of(set: &PartySet) -> Option<Self> {
        set.is_near().then(|| Self(set.bits()))
    }

    /// Returns the bits.
    pub(crate) fn bits(self) -> [u64; 4] {
        self.0
    }

    /// Returns the parties that are in both.
    pub(crate) fn and(self, other: Self) -> Self {
        self.joined(other, |mine, theirs| mine & theirs)
    }

    /// Returns the parties that are in one of them.
    pub(crate) fn or(self, other: Self) -> Self {
        self.joined(other, |mine, theirs| mine | theirs)
    }

    /// Returns the parties that are in this one only.
    pub(crate) fn less(self, other: Self) -> Self {
        self.joined(other, |mine, theirs| mine & !theirs)
    }

    /// Returns how many there are.
    pub(crate) fn len(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Tells whether there is none.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == [0; 4]
    }

    fn joined(mut self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine = join(*mine, theirs);
        }
        self
    }

    /// Adds the party of an ordinal; tells whether it is one of the first 256.
    pub(crate) fn insert(&mut self, ordinal: u32) -> bool {
        let slot = self.0.get_mut((ordinal / 64) as usize);
        slot.map(|slot| *slot |= 1u64 << (ordinal % 64)).is_some()
    }
}

impl From<Seats> for PartySet {
    fn from(seats: Seats) -> Self {
        Self::of_bits(seats.0)
    }
}
