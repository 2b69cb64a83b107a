//! One suite for every store.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stderr,
    reason = "a test that meets what it does not expect has failed"
)]

mod appending;
mod batches;
mod bed;
mod beside;
mod damage;
mod disk;
mod founding;
mod kill;
mod lock;
mod postgres;
mod power;
mod reading;
mod server;
mod sqlite;
mod standby;
