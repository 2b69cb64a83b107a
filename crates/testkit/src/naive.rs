//! The naive second interpreter: a book with one page for each day on which something happened.
//!
//! It is written from `docs/formats` and the order of a day in the design, to contradict
//! `servanda-engine`; it shares no code with it and is never linked into the program. It is slow
//! and plain on purpose: no timelines, no triggers, no derivations.
//!
//! The reading it follows:
//!
//! - A day goes so: changes of law, what is due, acts in log order, what became due meanwhile.
//!   After each of these all that follows from it is done, and then every condition of entry into
//!   force is looked at, one instrument after the other, until nothing changes.
//! - What counts from a later day waits for that day, and happens then if it still can. What counts
//!   from an earlier day is written on every page since, over what stood there.
//! - Who came or went is looked at on the day from which it counts; conditions are looked at on
//!   the day on which they are lived, never in the past.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the oracle asks for one rule or deed at a time; `cover` lists them all"
)]
mod after;
mod asked;
mod booth;
mod calendar;
mod consent;
mod count;
mod cover;
mod decision;
mod deed;
mod fault;
mod mandate;
mod matter;
mod membership;
mod miscount;
mod page;
mod paper;
mod powers;
mod procedure;
mod receipt;
mod reservation;
mod step;
mod term;
mod turn;
mod vote;
mod vote_right;
mod walk;
mod what;

pub use asked::{not_asked, words_of_poll, words_of_rule};
pub use cover::{
    CONDITION_WORDS, DEED_WORDS, RULE_WORDS, condition_words, deed_word, rule_word, uncovered,
    words_of,
};
pub use decision::{Count, count, decisions};
pub use fault::Fault;
pub use miscount::Miscount;
pub use page::{Notice, Page, Term, Values};
pub(crate) use paper::call_words;
pub use procedure::{Course, Stands};
pub use walk::Walk;

use servanda_model::{Day, History, Law};

/// Walks a history from its first day to a horizon, and tells how things stood on a day.
pub fn world(law: &Law, history: &History, on: Day, horizon: Day) -> Values {
    let mut walk = Walk::new(law, history, None);
    walk.to(horizon.max(on));
    walk.values(on)
}
