//! Sealed acts from outside: what is printed is what is parsed, and who signs what when.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that meets what it does not expect has failed"
)]

mod json;
mod key_ring;
mod sealed;
