//! One suite for every store.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stderr,
    reason = "a test that meets what it does not expect has failed"
)]

mod appending;
mod bed;
mod beside;
mod damage;
mod founding;
mod lock;
mod postgres;
mod reading;
mod server;
mod sqlite;
