//! What the whole house must show: scenarios, book, reference pages, neutral words.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test whose ground is missing fails at once"
)]

mod borders;
mod coverage;
mod damage;
mod messages;
mod naive;
mod neutral;
mod organisations;
mod program;
mod recount;
mod reference;
mod scales;
mod scenarios;
mod silence;
mod slices;
