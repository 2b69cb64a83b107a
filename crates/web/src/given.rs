//! Answers that a site gave already: the same question about the same record, on the same day and
//! in the same language, has the same answer, and is not made twice.

use crate::respond::Whole;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Response};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// The most bytes of answers that are kept; the oldest go first.
const BYTES_MAX: usize = 8 << 20;
/// An answer of more bytes is not kept.
const ANSWER_MAX: usize = 256 << 10;

/// The answers of one site, each by its tag.
#[derive(Debug, Default)]
pub(crate) struct Given {
    shelf: Mutex<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    answers: BTreeMap<String, (HeaderMap, Bytes)>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Given {
    /// Returns the answer with a tag.
    pub(crate) fn find(&self, tag: &str) -> Option<Response<Body>> {
        let (headers, bytes) =
            self.shelf.lock().unwrap_or_else(PoisonError::into_inner).answers.get(tag)?.clone();
        let mut response = Response::new(Body::from(bytes));
        *response.headers_mut() = headers;
        Some(response)
    }

    /// Keeps an answer under its tag, where it is a whole one and not too long.
    pub(crate) fn keep(&self, tag: &str, response: &Response<Body>) {
        let whole = response.extensions().get().filter(|Whole(bytes)| bytes.len() <= ANSWER_MAX);
        if let Some(Whole(bytes)) = whole {
            let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
            shelf.put(tag, (response.headers().clone(), bytes.clone()));
        }
    }
}

impl Shelf {
    fn put(&mut self, tag: &str, answer: (HeaderMap, Bytes)) {
        if self.answers.contains_key(tag) {
            return;
        }
        self.bytes = self.bytes.saturating_add(answer.1.len());
        self.order.push_back(tag.to_owned());
        self.answers.insert(tag.to_owned(), answer);
        while self.bytes > BYTES_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            let gone = self.answers.remove(&oldest).map_or(0, |(_, bytes)| bytes.len());
            self.bytes = self.bytes.saturating_sub(gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(bytes: usize) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(Whole(Bytes::from(vec![b'x'; bytes])));
        response
    }

    #[test]
    fn the_oldest_answers_go_and_a_long_one_is_not_kept() {
        let given = Given::default();
        given.keep("long", &answer(ANSWER_MAX + 1));
        given.keep("none", &Response::new(Body::empty()));
        assert!(given.find("long").is_none() && given.find("none").is_none());
        let most = BYTES_MAX / ANSWER_MAX;
        for tag in 0..=most {
            given.keep(&tag.to_string(), &answer(ANSWER_MAX));
        }
        assert!(given.find("0").is_none());
        assert!(given.find("1").is_some() && given.find(&most.to_string()).is_some());
        assert_eq!(given.shelf.lock().unwrap().bytes, BYTES_MAX);
    }
}
