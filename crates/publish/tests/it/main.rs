//! The forms of a record that is not the reference organisation's.

mod profile;
