//! What the engine notices about an act, and how grave it is.

mod mention;
mod remark;
mod wording;

pub use mention::Mention;
pub use remark::Remark;
pub use wording::Wording;

use crate::day::Day;
use crate::law::Law;
use crate::names::{ArticleId, BodyId, InstrumentId, PartyId};
use crate::particular::ConsentForm;
use crate::procedure::{Actor, StepKind};
use crate::status::Status;

/// How an act stands to the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// An article denies it effect.
    Void,
    /// A positive act departs from an article; its effect stays in history.
    Irregular,
    /// A required step is not in the record.
    Unrecorded,
    /// Sources differ.
    Disputed,
    /// It refers to what does not exist.
    Orphan,
}

impl Grade {
    /// All grades.
    pub const ALL: [Self; 5] =
        [Self::Void, Self::Irregular, Self::Unrecorded, Self::Disputed, Self::Orphan];

    /// Returns the word that the texts of the record use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Void => "void",
            Self::Irregular => "irregular",
            Self::Unrecorded => "unrecorded",
            Self::Disputed => "disputed",
            Self::Orphan => "orphan",
        }
    }

    /// Returns the words that people read.
    pub fn neutral(self) -> &'static str {
        match self {
            Self::Void => "without effect under the article as encoded here",
            Self::Irregular => "departs from the article as encoded here",
            Self::Unrecorded => "no act found in this record",
            Self::Disputed => "positions differ",
            Self::Orphan => "refers to something this record does not have",
        }
    }

    /// Returns the grade a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.word() == word)
    }
}

/// Something noticed about the act at a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it stands to the law.
    pub grade: Grade,
    /// The position of the act.
    pub position: u32,
    /// The article looked at.
    pub article: Option<ArticleId>,
    /// What was noticed.
    pub notice: Notice,
}

/// What was noticed, as ids that become words when somebody reads them: a long record has many
/// findings and few readers, and each reader a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A sentence with what it is about; boxed, so that what few findings need does not make each
    /// larger.
    Remark(Box<Remark>),
    /// The act would change how a party stands to an instrument, and does not.
    ChangesNothing {
        /// The instrument.
        instrument: InstrumentId,
        /// The party.
        party: PartyId,
        /// How it stands.
        before: Option<Status>,
    },
    /// A signature that a form of consent follows is not on record.
    NoSignature {
        /// The instrument.
        instrument: InstrumentId,
        /// The party.
        party: PartyId,
        /// The form.
        form: ConsentForm,
    },
    /// A step that had to come before is not on record.
    StepNotFound {
        /// What.
        kind: StepKind,
        /// By whom.
        by: Actor,
        /// Whether what comes after it waits for it; what is only owed stays owed.
        holds_up: bool,
    },
    /// The time of a step that had to come before still runs.
    StepRuns {
        /// What.
        kind: StepKind,
        /// Until when.
        until: Day,
    },
    /// The matter of which the act is a step had ended.
    MatterEnded {
        /// When.
        on: Day,
    },
    /// No adopted decision about a party is on record, for which the article asks before the act.
    DecisionNotFound {
        /// The party.
        party: PartyId,
        /// By which organ; by any where the article names none.
        by: Option<BodyId>,
    },
    /// A party's consent to be bound is not on record.
    NoConsent {
        /// The instrument.
        instrument: InstrumentId,
        /// The party.
        party: PartyId,
    },
}

impl From<Remark> for Notice {
    fn from(remark: Remark) -> Self {
        Self::Remark(Box::new(remark))
    }
}

impl Finding {
    /// Renders what was noticed, in neutral words.
    pub fn message(&self, law: &Law) -> String {
        let word = |instrument: InstrumentId| law.instrument_names.word(instrument);
        let name = |party: PartyId| law.party_names.word(party);
        match &self.notice {
            Notice::Remark(remark) => remark.english(law),
            Notice::ChangesNothing { instrument, party, before } => {
                let (word, name) = (word(*instrument), name(*party));
                let status = before.map_or("no participant", Status::word);
                format!("{name} is {status} of `{word}`: the act changes nothing")
            }
            Notice::NoSignature { instrument, party, form } => {
                let (word, name, form) = (word(*instrument), name(*party), form.word());
                format!(
                    "no act found in this record: signature of `{word}` by {name} before its {form}"
                )
            }
            Notice::StepNotFound { kind, by, .. } => {
                let (kind, by) = (kind.word(), by.words(law));
                format!("no act found in this record before it: the step `{kind}`, by {by}")
            }
            Notice::StepRuns { kind, until } => {
                format!("the time for the step `{}` before it runs until {until}", kind.word())
            }
            Notice::MatterEnded { on } => {
                format!("the matter ended on {on}, before this act")
            }
            Notice::DecisionNotFound { party, by } => {
                let name = name(*party);
                by.map_or_else(
                    || format!("no act found in this record before it: a decision that lets {name} accede, as the article asks"),
                    |by| {
                        let organ = law.body_names.word(by);
                        format!("no act found in this record before it: a decision adopted by `{organ}` on {name}, as the article asks")
                    },
                )
            }
            Notice::NoConsent { instrument, party } => {
                let (word, name) = (word(*instrument), name(*party));
                format!("no act found in this record: consent to be bound by `{word}` of {name}")
            }
        }
    }
}
