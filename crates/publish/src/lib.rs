//! The record in other people's forms and back: JSON, CSV, the public profile.
//!
//! Pure: values to bytes and bytes to values.
#![warn(missing_docs)]

pub mod authentic;
pub mod calendar;
pub mod calendar_file;
pub mod columns;
pub mod deposits;
pub mod encyclopaedia;
pub mod euler;
pub mod feed;
mod figure;
pub mod json;
pub mod lines;
pub mod locator;
mod plain;
pub mod profile;
pub mod rehearsal;
pub mod rows;
pub mod sheet;
pub mod votes;
