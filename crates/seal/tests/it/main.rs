//! Sealed acts from outside: what is printed is what is parsed, and who signs what when.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that meets what it does not expect has failed"
)]

#[path = "../../../note/tests/it/corpus.rs"]
mod corpus;
mod foreign;
mod json;
mod key_ring;
mod sealed;
