//! A sentence about an act, kept as what it is about, so that it is said in the reader's language.

use super::Wording;
use crate::day::Day;
use crate::law::Law;
use crate::names::{ArticleId, BodyId, InstrumentId, PartyId, ProcedureId};
use crate::paper::Convener;
use crate::period::Period;
use crate::procedure::{Actor, StepKind};
use crate::title::Titles;
use crate::when::When;

/// A sentence about an act, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The sentence.
    pub wording: Wording,
    /// What fills its gaps, under the names of the gaps.
    pub mentions: Vec<(&'static str, Mention)>,
}

/// What a sentence is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// A party.
    Party(PartyId),
    /// Parties.
    Parties(Vec<PartyId>),
    /// An instrument.
    Instrument(InstrumentId),
    /// A body.
    Body(BodyId),
    /// An article.
    Article(ArticleId),
    /// A procedure, by its word.
    Procedure(ProcedureId),
    /// A procedure, by its title on the day that counts.
    Titled(ProcedureId, String),
    /// What has a title in each language.
    Titles(Titles),
    /// Whose turn a step is.
    Actor(Actor),
    /// What is done in a step.
    Step(StepKind),
    /// Who may convene an organ.
    Conveners(Vec<Convener>),
    /// A day.
    Day(Day),
    /// A date as it is told.
    When(When),
    /// A length of time.
    Period(Period),
    /// A number that is read digit by digit, as a year.
    Number(u32),
    /// A word of the language, which chooses the form of the sentence.
    Word(&'static str),
    /// The label of an act.
    Label(String),
    /// Text of the record: the name of a person, of a reading, a claim.
    Text(String),
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

impl Mention {
    /// Returns it in the words of the record.
    pub fn words(&self, law: &Law) -> String {
        let party = |id: &PartyId| law.party_names.word(*id).to_owned();
        match self {
            Self::Party(id) => party(id),
            Self::Parties(ids) => ids.iter().map(party).collect::<Vec<_>>().join(", "),
            Self::Instrument(id) => law.instrument_names.word(*id).to_owned(),
            Self::Body(id) => law.body_names.word(*id).to_owned(),
            Self::Article(id) => law.article_names.word(*id).to_owned(),
            Self::Procedure(id) => law.procedure_names.word(*id).to_owned(),
            Self::Titles(titles) => titles.main.clone(),
            Self::Actor(by) => by.words(law),
            Self::Step(kind) => kind.word().to_owned(),
            Self::Conveners(all) => {
                all.iter().map(|one| one.words(law)).collect::<Vec<_>>().join(" or ")
            }
            Self::Day(day) => day.to_string(),
            Self::When(when) => when.to_string(),
            Self::Period(period) => period.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Word(word) => (*word).to_owned(),
            Self::Titled(_, text) | Self::Label(text) | Self::Text(text) => text.clone(),
        }
    }
}

impl From<PartyId> for Mention {
    fn from(id: PartyId) -> Self {
        Self::Party(id)
    }
}

impl From<InstrumentId> for Mention {
    fn from(id: InstrumentId) -> Self {
        Self::Instrument(id)
    }
}

impl From<BodyId> for Mention {
    fn from(id: BodyId) -> Self {
        Self::Body(id)
    }
}

impl From<Day> for Mention {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Actor> for Mention {
    fn from(by: Actor) -> Self {
        Self::Actor(by)
    }
}

impl From<&str> for Mention {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
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
        let names: BTreeSet<&str> = Wording::ALL.iter().map(|wording| wording.id).collect();
        assert_eq!(names.len(), Wording::ALL.len());
        let texts: BTreeSet<&str> = Wording::ALL.iter().map(|wording| wording.english).collect();
        assert_eq!(texts.len(), Wording::ALL.len());
    }
}
