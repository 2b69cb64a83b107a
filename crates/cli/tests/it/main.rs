//! The program's commands, run in process.

mod amiss;
mod authorities;
mod backup;
mod documents;
mod entrance;
mod forms;
mod key_faults;
mod locks;
mod many_rows;
mod profile;
mod rehearsal;
mod serve;
mod signing;
mod stage;
mod two;
mod witness;
