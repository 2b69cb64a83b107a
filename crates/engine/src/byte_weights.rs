//! A table of weights on one day, made ready so that a set is weighed by a look-up for eight
//! parties.

use crate::seats::Seats;
use servanda_model::{Day, Law, PartySet, WeightsId};

/// The weights of every set of eight neighbouring parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ByteWeights {
    pub(crate) table: WeightsId,
    /// The total the table declares.
    pub(crate) total: Option<u64>,
    /// For each word of bits, for each of its bytes, the weight of each set of eight.
    words: Vec<[[u64; 256]; 8]>,
}

impl ByteWeights {
    /// Makes a table ready for the parties of a set; none where the sum of all weights is too
    /// large to be counted.
    pub(crate) fn of_day(law: &Law, table: WeightsId, on: Day, seats: Seats) -> Option<Self> {
        let rows = law.weights(table);
        let mut weights = [[[0u64; 8]; 8]; 4];
        let mut sum = 0u64;
        for party in PartySet::from(seats).iter() {
            let weight = rows.map_or(0, |rows| rows.of(party, on));
            sum = sum.checked_add(weight)?;
            let ordinal = servanda_model::Id::ordinal(party) as usize;
            let slot = weights.get_mut(ordinal / 64).and_then(|word| word.get_mut(ordinal / 8 % 8));
            *slot.and_then(|byte| byte.get_mut(ordinal % 8))? = weight;
        }
        let used = seats.bits().iter().rposition(|word| *word != 0);
        let used = used.map_or(0, |last| last.saturating_add(1));
        let words = weights.iter().take(used).map(|word| word.map(of_sets)).collect();
        Some(Self { table, total: rows.and_then(|rows| rows.total), words })
    }

    /// Returns the weight of a set.
    pub(crate) fn of(&self, bits: [u64; 4]) -> u64 {
        let mut sum = 0u64;
        for (tables, word) in self.words.iter().zip(bits) {
            for (table, byte) in tables.iter().zip(word.to_le_bytes()) {
                // The sum of all weights was counted when the table was made ready.
                sum = sum.wrapping_add(table.get(usize::from(byte)).copied().unwrap_or(0));
            }
        }
        sum
    }
}

/// Returns the weight of each set of eight parties.
fn of_sets(weights: [u64; 8]) -> [u64; 256] {
    let weight = |set: usize| {
        let of = weights.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        of.map(|(_, weight)| *weight).fold(0, u64::wrapping_add)
    };
    std::array::from_fn(weight)
}
