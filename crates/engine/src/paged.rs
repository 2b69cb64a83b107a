//! A large map from ids to rows: found by the id's ordinal, a page of few rows at a time, so that
//! a state that knows one row stays small.

use servanda_model::Id;

/// Rows on a page.
const ROWS: usize = 16;

type Page<K, V> = Vec<Option<(K, V)>>;

/// Rows in order of their ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Paged<K, V> {
    pages: Vec<Page<K, V>>,
}

impl<K: Id, V: Default> Paged<K, V> {
    /// Returns the row of an id.
    pub fn get(&self, id: &K) -> Option<&V> {
        let (page, at) = place(*id);
        self.pages.get(page)?.get(at)?.as_ref().map(|(_, row)| row)
    }

    /// Returns the row of an id; one that is not there yet is made.
    #[expect(clippy::indexing_slicing, reason = "the page was just made long enough")]
    pub(crate) fn or_default(&mut self, id: K) -> &mut V {
        let (page, at) = place(id);
        if self.pages.len() <= page {
            self.pages.resize_with(page.saturating_add(1), Vec::new);
        }
        let rows = &mut self.pages[page];
        if rows.is_empty() {
            rows.reserve_exact(ROWS);
            rows.resize_with(ROWS, || None);
        }
        &mut rows[at].get_or_insert_with(|| (id, V::default())).1
    }
}

fn place<K: Id>(id: K) -> (usize, usize) {
    let ordinal = id.ordinal() as usize;
    (ordinal / ROWS, ordinal % ROWS)
}

impl<K, V> Paged<K, V> {
    /// Returns all ids in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.into_iter().map(|(id, _)| id)
    }

    /// Returns all rows in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.into_iter().map(|(_, row)| row)
    }

    /// Returns all rows with their ids in order.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }
}

impl<K, V> Default for Paged<K, V> {
    fn default() -> Self {
        Self { pages: Vec::new() }
    }
}

type Slot<'a, K, V> = &'a Option<(K, V)>;
type Row<'a, K, V> = (&'a K, &'a V);
type Slots<'a, K, V> = std::iter::Flatten<std::slice::Iter<'a, Page<K, V>>>;

impl<'a, K, V> IntoIterator for &'a Paged<K, V> {
    type Item = Row<'a, K, V>;
    type IntoIter =
        std::iter::FilterMap<Slots<'a, K, V>, fn(Slot<'a, K, V>) -> Option<Row<'a, K, V>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.pages.iter().flatten().filter_map(|slot| slot.as_ref().map(|(id, row)| (id, row)))
    }
}
