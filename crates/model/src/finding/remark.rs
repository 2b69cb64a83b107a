//! A sentence about an act or an answer, kept as what it is about, so that it is said in the reader's
//! language.

use super::{Mention, Wording};
use crate::law::Law;

/// A sentence, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The sentence.
    pub wording: Wording,
    /// What fills its gaps, under the names of the gaps.
    pub mentions: Vec<(&'static str, Mention)>,
}

impl Remark {
    /// Makes a sentence whose gaps are filled.
    pub fn new<const N: usize>(wording: Wording, mentions: [(&'static str, Mention); N]) -> Self {
        Self { wording, mentions: Vec::from(mentions) }
    }

    /// Returns the sentence in English, in the words of the record.
    pub fn english(&self, law: &Law) -> String {
        let mut pieces = self.wording.english.split('{');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (gap, rest) = piece.split_once('}').unwrap_or(("", piece));
            let filled = self.mentions.iter().find(|(name, _)| *name == gap);
            debug_assert!(filled.is_some(), "BUG: `{}` has no `{gap}`", self.wording.id);
            text.extend(filled.map(|(_, mention)| mention.words(law)));
            text.push_str(rest);
        }
        text
    }
}

/// Says something about an act: `remark!(NO_SEAT, party = id, organ = organ, day = on)`.
#[macro_export]
macro_rules! remark {
    ($wording:ident $(, $gap:ident = $mention:expr)* $(,)?) => {
        $crate::Remark::new(
            $crate::Wording::$wording,
            [$((stringify!($gap), $crate::Mention::from($mention))),*],
        )
    };
}

#[cfg(test)]
mod tests {
    use super::Wording;
    use std::collections::BTreeSet;

    #[test]
    fn every_sentence_has_a_name_of_its_own() {
        let names: BTreeSet<String> = Wording::all().map(Wording::message).collect();
        assert_eq!(names.len(), Wording::all().count());
        let texts: BTreeSet<&str> = Wording::all().map(|wording| wording.english).collect();
        assert_eq!(texts.len(), Wording::all().count());
    }
}
