//! Scenario runner, reference pages, neutral words and the naive second engine, for tests only.
//!
//! Nothing here is linked into the program. The runner does not know the program either: whoever
//! calls it hands in a function that runs one command, so that `xtask` can use this room without
//! building pages and servers.
#![warn(missing_docs)]

mod border;
mod cluster;
mod codes;
mod command;
mod compare;
mod corpus;
mod damage;
mod escape;
mod fault;
mod files;
mod generate;
mod markdown;
pub mod naive;
mod neutral;
mod outside;
mod recount;
mod reference;
mod rust;
mod scenario;

pub use border::{Borders, borders};
pub use cluster::Cluster;
pub use codes::gaps;
pub use command::words;
pub use compare::{
    Compared, Disagreement, Value, answers, compare, compare_record, compare_with, differs, placed,
};
pub use corpus::{Mode, Ran, Report, run};
pub use damage::{
    DAMAGED_COPIES, Damaged, complaint, damaged, one_long_line, reference_files, withstood,
};
pub use fault::Fault;
pub use files::{read, root, under, write};
pub use generate::{Chamber, Dice, Poll, Sample};
pub use markdown::{Block, Link, blocks, links, slugs};
pub use neutral::{Plain, not_neutral};
pub use outside::outside_data;
pub use recount::{Recount, Recounted, decisions, recount, recount_with, told, with_put};
pub use reference::{Page, pages, stale};
pub use rust::{Piece, pieces, without_tests};
pub use scenario::{Answer, Call, Difference, Outcome, Program, play};

use servanda_model::Day;

/// The day on which every scenario is asked.
///
/// # Panics
/// Never: the day exists.
pub fn today() -> Day {
    Day::civil(2026, 11, 22).unwrap_or(Day::MIN)
}
