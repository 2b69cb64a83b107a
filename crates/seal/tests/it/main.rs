//! Sealed acts from outside: what is printed is what is parsed, and who signs what when.

mod json;
mod key_ring;
mod sealed;
