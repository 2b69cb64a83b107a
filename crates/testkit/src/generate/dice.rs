//! Dice that fall the same way for the same seed (splitmix64, S. Vigna, public domain).

/// A small source of numbers for tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// Makes dice for a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// Returns the next number.
    pub fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below a bound that is not zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.roll().checked_rem(bound).unwrap_or(0)
    }

    /// Returns a number from a least one to a most one.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        let width = most.saturating_sub(least).saturating_add(1);
        least.saturating_add(self.index(width))
    }

    /// Tells whether something of so many in a hundred happens.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Returns one of a list.
    ///
    /// # Panics
    /// Where the list is empty.
    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        let at = self.index(list.len());
        #[expect(clippy::expect_used, reason = "every list of the generator has an item")]
        list.get(at).expect("BUG: nothing to pick from").clone()
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.index(at.saturating_add(1));
            list.swap(at, other);
        }
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }
}
