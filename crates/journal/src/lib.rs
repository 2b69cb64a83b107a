//! Journal text to acts: sources, readings, checks, tables, expected findings.
//!
//! This room reads; what follows from an act is the engine's business. `docs/formats/journal.md`
//! is its specification.
#![warn(missing_docs)]

mod about;
mod bodies;
mod book;
mod check;
mod claim;
mod coverage;
mod details;
mod entry;
mod instruments;
mod offices;
mod opening;
mod order;
mod others;
mod papers;
mod phrase;
mod print;
mod reading;
mod record;
mod supposition;
mod table;
mod wording;

pub use book::{Book, RECEIVED_FILE, Read};
pub use claim::claim_of_text;
pub use coverage::{Covered, coverage};
pub use entry::VERBS;
pub use opening::opening;
pub use print::print;
pub use record::{Fault, Record, RecordFile, read, read_then};
pub use servanda_text::nearest;
pub use supposition::{Supposition, suppose};
pub use wording::{Wording, wordings};

/// The codes of this room and what each means, for the reference in the book.
pub const CODES: &[(&str, &str)] = &[
    ("J-HEADER", "a journal does not begin with `journal ORGANISATION`"),
    ("J-VERB", "an entry's verb is not known"),
    ("J-LABEL", "a label is given twice, or none has it"),
    ("J-ORDER", "lines `after` and `before` go in a circle"),
    ("J-CHILD", "a line below an entry means nothing there"),
    ("J-CLAIM", "a claim cannot be read"),
    ("J-TABLE", "a table's rows and columns do not fit"),
    ("J-OWN", "the journal is not the own organisation's"),
    ("J-COVERAGE", "a coverage table points nowhere, or names a fact twice"),
    ("J-BOUNDARIES", "a line of a boundary file cannot be read"),
    ("J-ENTRY", "a top-level line begins no entry"),
    ("J-OPENING", "a date of an opening is no number of days from the day of the opening"),
];
