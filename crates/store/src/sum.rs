//! The sum that every row carries, so that a bit that changed on a disk is found when it is read.
//!
//! It is CRC-32 as in gzip: it finds every single changed bit and every run of up to 32. It is no
//! proof against a person who changes the sum as well; signatures and the tree's root are.

/// The sum of a row, taken field by field.
#[derive(Clone)]
pub(crate) struct Sum(crc32fast::Hasher);

impl Sum {
    /// Begins with the name of the table, so that a row of one is none of another.
    pub(crate) fn of(table: &str) -> Self {
        Self(crc32fast::Hasher::new()).bytes(table.as_bytes())
    }

    /// Takes a number, as eight bytes with the highest first.
    pub(crate) fn number(mut self, number: u64) -> Self {
        self.0.update(&number.to_be_bytes());
        self
    }

    /// Takes bytes, after their length.
    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.0.update(&length.to_be_bytes());
        self.0.update(bytes);
        self
    }

    /// Returns the sum, as the tables keep it.
    pub(crate) fn end(self) -> i64 {
        i64::from(self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn the_sum_is_the_one_of_gzip() {
        // What Python's `zlib.crc32` gives for the same bytes.
        let sum = Sum::of("head").number(1).bytes(b"root").end();
        assert_eq!(
            sum,
            i64::from(crc32fast::hash(
                b"\0\0\0\0\0\0\0\x04head\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x04root",
            ))
        );
        assert_eq!(crc32fast::hash(b"123456789"), 0xcbf4_3926);
    }
}
