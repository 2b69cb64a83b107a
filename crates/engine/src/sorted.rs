//! A small map as one sorted list: less room than a tree and quicker to look up in, for maps that
//! seldom hold more than some hundred rows.

/// Rows in order of their keys.
///
/// INVARIANT (sorted): the keys rise strictly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted<K, V> {
    rows: Vec<(K, V)>,
}

impl<K: Copy + Ord, V: Default> Sorted<K, V> {
    /// Returns the value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.place(key).ok()?;
        self.rows.get(at).map(|(_, value)| value)
    }

    /// Returns the value of a key; a key that is not there yet gets the neutral one.
    #[expect(clippy::indexing_slicing, reason = "the place was just found or filled")]
    pub(crate) fn or_default(&mut self, key: K) -> &mut V {
        let at = self.place(&key).unwrap_or_else(|at| {
            if self.rows.len() == self.rows.capacity() {
                // Most agreements have two parties, and a longer list keeps little to spare.
                self.rows.reserve_exact((self.rows.len() / 4).max(2));
            }
            self.rows.insert(at, (key, V::default()));
            at
        });
        &mut self.rows[at].1
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        self.rows.binary_search_by_key(key, |(known, _)| *known)
    }
}

impl<K, V> Sorted<K, V> {
    /// Returns all keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.rows.iter().map(|(key, _)| key)
    }

    /// Returns all values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.rows.iter().map(|(_, value)| value)
    }

    /// Returns all rows in order.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// Returns how many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<'a, K, V> IntoIterator for &'a Sorted<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter().map(|(key, value)| (key, value))
    }
}
