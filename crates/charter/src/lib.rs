//! Charter text to law, and amendment text to a law patch.
//!
//! Reading has two passes: `declare` learns every word, then the other modules read what each
//! line says, so that words may be used before they are declared. Nothing is judged here.
#![warn(missing_docs)]

mod article;
mod body;
mod breach;
mod clause;
mod condition;
mod convening;
mod decision;
mod declare;
mod faults;
mod instrument;
mod legal_day;
mod lint;
mod listed;
mod load;
mod loss;
mod mandate;
mod people;
mod procedure;
mod rotation;
mod signature;
mod source;
mod words;
mod yearly;

pub use article::patch;
pub use faults::{CODES, Faults};
pub use lint::lint;
pub use load::{CharterFile, load};
pub use words::{
    article, body, date, day, instrument, list, matter, office, party, period, place, procedure,
    source, source_refs, weight_of_evidence,
};
