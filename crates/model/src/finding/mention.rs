//! What a sentence is about, so that each language can name it as it does.

use super::{Finding, Remark};
use crate::claim::Claim;
use crate::day::Day;
use crate::instant::Instant;
use crate::law::Law;
use crate::names::{ArticleId, BodyId, InstrumentId, OfficeId, PartyId, ProcedureId};
use crate::paper::Convener;
use crate::party::PartySet;
use crate::period::Period;
use crate::procedure::{Actor, StepKind};
use crate::title::Titles;
use crate::when::When;

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
    /// The article that a part of a sentence rests on, in parentheses; nothing where there is none.
    Under(Option<ArticleId>),
    /// A procedure, by its word.
    Procedure(ProcedureId),
    /// A procedure, by its title on the day that counts.
    Titled(ProcedureId, String),
    /// What has a title in each language.
    Titles(Titles),
    /// Whose turn a step is.
    Actor(Actor),
    /// Each of those whose turn a step is.
    Each(Actor),
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
    /// A number of something, which chooses the form of the sentence.
    Count(u64),
    /// An instant.
    Instant(Instant),
    /// An office.
    Office(OfficeId),
    /// A word of the language, which chooses the form of the sentence.
    Word(&'static str),
    /// Words that choose the form of the sentence, by what they are called, and as English has them.
    Form(&'static str, &'static str),
    /// The label of an act.
    Label(String),
    /// What the act at a position did, and how English says it.
    Deed(u32, String),
    /// What an act did as a rival reading of it says, by its place, and how English says it.
    Rival(u32, usize, String),
    /// The act at a position, by its name.
    Act(u32, String),
    /// What is claimed, and how a journal writes it.
    Claim(Box<Claim>, String),
    /// A sentence within a sentence.
    Remark(Box<Remark>),
    /// Several, with commas.
    List(Vec<Mention>),
    /// What was noticed about an act, with semicolons.
    Noticed(Vec<Finding>),
    /// A word of the record that is the same in every language, as the name of a rule.
    Code(String),
    /// Text of the record: the name of a person, of a reading, a claim.
    Text(String),
}

impl Mention {
    /// Mentions how many there are.
    pub fn count(number: usize) -> Self {
        Self::Count(u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// Returns it in the words of the record.
    pub fn words(&self, law: &Law) -> String {
        let party = |id: &PartyId| law.party_names.word(*id).to_owned();
        match self {
            Self::Party(id) => party(id),
            Self::Parties(ids) => ids.iter().map(party).collect::<Vec<_>>().join(", "),
            Self::Instrument(id) => law.instrument_names.word(*id).to_owned(),
            Self::Body(id) => law.body_names.word(*id).to_owned(),
            Self::Article(id) => law.article_names.word(*id).to_owned(),
            Self::Under(id) => {
                id.map(|id| format!(" ({})", law.article_names.word(id))).unwrap_or_default()
            }
            Self::Procedure(id) => law.procedure_names.word(*id).to_owned(),
            Self::Titles(titles) => titles.main.clone(),
            Self::Actor(by) => by.words(law),
            Self::Each(by) => {
                let words = by.words(law);
                words.strip_prefix("a ").map_or_else(|| words.clone(), str::to_owned)
            }
            Self::Step(kind) => kind.word().to_owned(),
            Self::Conveners(all) => {
                all.iter().map(|one| one.words(law)).collect::<Vec<_>>().join(" or ")
            }
            Self::Day(day) => day.to_string(),
            Self::When(when) => when.to_string(),
            Self::Period(period) => period.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Count(number) => number.to_string(),
            Self::Instant(instant) => instant.to_string(),
            Self::Office(id) => law.office_names.word(*id).to_owned(),
            Self::Word(word) | Self::Form(_, word) => (*word).to_owned(),
            Self::Remark(remark) => remark.english(law),
            Self::List(all) => all.iter().map(|one| one.words(law)).collect::<Vec<_>>().join(", "),
            Self::Noticed(all) => {
                all.iter().map(|one| one.message(law)).collect::<Vec<_>>().join("; ")
            }
            Self::Titled(_, text)
            | Self::Label(text)
            | Self::Deed(_, text)
            | Self::Rival(_, _, text)
            | Self::Act(_, text)
            | Self::Claim(_, text)
            | Self::Code(text)
            | Self::Text(text) => text.clone(),
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

impl From<ArticleId> for Mention {
    fn from(id: ArticleId) -> Self {
        Self::Article(id)
    }
}

impl From<OfficeId> for Mention {
    fn from(id: OfficeId) -> Self {
        Self::Office(id)
    }
}

impl From<Instant> for Mention {
    fn from(instant: Instant) -> Self {
        Self::Instant(instant)
    }
}

impl From<When> for Mention {
    fn from(when: When) -> Self {
        Self::When(when)
    }
}

impl From<Remark> for Mention {
    fn from(remark: Remark) -> Self {
        Self::Remark(Box::new(remark))
    }
}

impl From<&PartySet> for Mention {
    fn from(set: &PartySet) -> Self {
        Self::Parties(set.iter().collect())
    }
}

impl From<Vec<Mention>> for Mention {
    fn from(all: Vec<Mention>) -> Self {
        Self::List(all)
    }
}
