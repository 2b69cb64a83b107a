//! What follows from acts under a law: judge, admit or recite, apply, timers, fold.
//!
//! Pure: no text, clock, disk, network, randomness, threads, floats. `judge` says what follows;
//! `admit` (live) or `recite` (history, never refuses) gives the token; `apply` needs it; nothing
//! else changes state.
#![warn(missing_docs)]

mod admit;
mod apply;
mod ballot;
mod byte_weights;
mod cast;
mod code;
mod composition;
mod condition;
mod consequence;
mod decide;
mod docket;
mod docketing;
mod due;
mod effect;
mod fold;
mod judge;
mod mandates;
mod matters;
mod paged;
mod reach;
mod reservation;
mod rivals;
mod rotation;
mod ruling;
mod scale;
mod scales;
mod seats;
mod sorted;
mod stage;
mod state;
mod tally;
mod timeline;
mod timer;
mod untold;
mod weighing;
mod wording;

pub use admit::{Admitted, Refusal, admit, is_communication, recite};
pub use apply::apply;
pub use ballot::Ballot;
pub use cast::{CastVote, CastVotes, Forum, Voting};
pub use code::{Code, Provision};
pub use composition::{Composition, class_rights, composition};
pub use condition::{Measured, measure, weigh_entry};
pub use decide::{Applied, Decided, Put, Question, decide, followed};
pub use docket::{Docketed, Taken, is_actor};
pub use docketing::Docketing;
pub use effect::{Derivation, Effect, Filed, Guard, Judgment, Said, Through};
pub use fold::{Placed, advance, fold, settle};
pub use judge::judge;
pub use paged::Paged;
pub use reservation::{Acceptance, MadeReservations, Reserved, Reserving};
pub use rivals::{Track, tracks};
pub use rotation::{Expected, expected_next, ring};
pub use ruling::{Ruling, Subject};
pub use scales::Scales;
pub use sorted::Sorted;
pub use stage::{Stage, StepState};
pub use state::{
    BodyState, Extended, Filing, Force, Holding, Met, Participation, Pending, Running, Standing,
    State, Term, Treaty, Turned,
};
pub use tally::Tally;
pub use timeline::{Span, Timeline};
pub use untold::whatever;
pub use weighing::Weighing;
