//! Answers that are given again: who sends a request twice with one key changed the log once.

use axum::body::Bytes;
use servanda_seal::Digest;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// The most answers that are kept; the oldest is forgotten first.
const KEPT_MAX: usize = 10_000;

/// An answer that was given once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    /// The digest of what was sent.
    pub(crate) sent: Digest,
    /// Where what was made stands.
    pub(crate) place: String,
    pub(crate) body: Bytes,
}

/// The answers of this server since it started, by path and key.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    shelf: Mutex<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    given: BTreeMap<String, Given>,
    order: VecDeque<String>,
}

impl Remembered {
    /// Returns the answer that a key had.
    pub(crate) fn find(&self, key: &str) -> Option<Given> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner).given.get(key).cloned()
    }

    /// Keeps the answer of a key; the first stays.
    pub(crate) fn keep(&self, key: &str, given: Given) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.given.contains_key(key) {
            return;
        }
        if shelf.order.len() >= KEPT_MAX
            && let Some(oldest) = shelf.order.pop_front()
        {
            shelf.given.remove(&oldest);
        }
        shelf.order.push_back(key.to_owned());
        shelf.given.insert(key.to_owned(), given);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_answer_stays_and_the_oldest_is_forgotten() {
        let remembered = Remembered::default();
        let given = |word: &str| Given {
            sent: Digest::of(word.as_bytes()),
            place: word.to_owned(),
            body: Bytes::new(),
        };
        remembered.keep("a", given("first"));
        remembered.keep("a", given("second"));
        assert_eq!(remembered.find("a"), Some(given("first")));
        for n in 0..KEPT_MAX {
            remembered.keep(&n.to_string(), given("x"));
        }
        assert_eq!(remembered.find("a"), None);
        assert!(remembered.find("0").is_some());
    }
}
