//! The depositary from outside: acts arrive signed, are judged at the door, are kept, and count.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect has failed"
)]

mod copies;
mod forms;
mod hall;
mod kept;
mod kill;
mod mirror;
mod place;
mod raw;
mod reference;
mod rehearsal;
mod snapshot;
mod split;
mod tiles;
mod vectors;
mod verifier;
mod walk;
mod witness;
mod witness_answers;
