//! In which capacity a person acts, in the reader's language where it is an office or one of the
//! capacities in which a person represents a state (VCLT 7), else as the record has it.

use crate::asked::Asked;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::Markup;

/// The capacities of which there is a word in every language of the pages.
const KNOWN: [&str; 6] = [
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "permanent-representative",
    "delegate",
];

/// Shows a capacity.
pub(crate) fn capacity(site: &Site, asked: &Asked, word: &str) -> Markup {
    if let Some(office) = site.record().law.office_names.find(word) {
        return named::office(site, asked, office);
    }
    match KNOWN.into_iter().find(|known| *known == word) {
        Some(known) => say!(asked, "deeds-capacity", capacity = Part::Word(known)),
        None => parts::written(asked, &word.replace('-', " ")),
    }
}
