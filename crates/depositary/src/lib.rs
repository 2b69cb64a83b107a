//! The office of the depositary: it receives acts, verifies and judges them, keeps them in a log,
//! and proves what it keeps.
//!
//! A witness does the same over a mirror of another's log, and says what it found.
//!
//! Law, seals, trees and disks meet here and nowhere else. `receive` is the walk of an act.
#![warn(missing_docs)]

mod arrivals;
mod beside;
mod contested;
mod cosigned;
mod deposit;
mod depositary;
mod divergence;
mod document;
mod door;
mod evidence;
mod examine;
mod fault;
mod founding;
mod front;
mod incoming;
mod ledger;
mod mirror;
mod opening;
mod papers;
mod prove;
mod reading;
mod rebuild;
mod receive;
mod refused;
mod rehearsal;
mod shelf;
mod shown;
mod snapshot;
mod standing;
#[cfg(test)]
mod stopping;
mod tree;
mod trust;
mod weigh;
mod witness;
mod writer;

pub use arrivals::{Among, Arrival, Arrivals};
pub use contested::ContestedActs;
pub use cosigned::Seen;
pub use deposit::{Deposit, Deposited, Erased, Shelved};
pub use depositary::{Depositary, FORMAT, Leaps};
pub use divergence::{DIVERGENCE, SPLIT_VIEW};
pub use document::{Document, Erasure};
pub use evidence::{NoEvidence, TwoHistories, two_histories};
pub use examine::{Examined, FirstFault, examine};
pub use fault::Fault;
pub use founding::{Founding, KeyPair, LANGUAGE, founding, seal};
pub use ledger::{Ledger, Taken};
pub use mirror::{Departure, Followed, Mirror};
pub use opening::Opened;
pub use rebuild::{Rebuilt, rebuild};
pub use receive::{Answer, Kept};
pub use refused::Refused;
pub use rehearsal::{Answered, Player, REHEARSAL_SUFFIX, forked, rehearsal_origin};
pub use shelf::Shelf;
pub use shown::{Source, Unanswered};
pub use snapshot::snapshot_again;
pub use tree::Tree;
pub use weigh::Weighed;
pub use witness::{Witness, WitnessAnswer, WitnessKeys};
pub use writer::{Job, Reply, Writer};
