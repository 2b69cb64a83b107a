//! Bytes of others, for `cargo fuzz`; `targets` says what is done with them.

mod targets;

pub use targets::*;
