//! The office of the depositary: it receives acts, verifies and judges them, keeps them in a log,
//! and proves what it keeps.
//!
//! Law, seals, trees and disks meet here and nowhere else. `receive` is the walk of an act.
#![warn(missing_docs)]

mod beside;
mod depositary;
mod door;
mod examine;
mod fault;
mod founding;
mod ledger;
mod prove;
mod receive;
mod refused;
mod tree;
mod writer;

pub use depositary::{Depositary, FORMAT};
pub use examine::{Examined, FirstFault, examine};
pub use fault::Fault;
pub use founding::{Founding, KeyPair, LANGUAGE, founding, seal};
pub use ledger::{Document, Ledger, Taken};
pub use receive::{Answer, Kept};
pub use refused::Refused;
pub use tree::Tree;
pub use writer::{Job, Reply, Writer};
