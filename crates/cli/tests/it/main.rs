//! The program's commands, run in process.

mod forms;
mod profile;
mod serve;
mod stage;
mod two;
mod witness;
