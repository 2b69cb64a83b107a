//! What the whole house must show: scenarios, book, reference pages, neutral words.

mod neutral;
mod program;
mod reference;
mod scenarios;
