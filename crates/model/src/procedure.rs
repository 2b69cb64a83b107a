//! Procedures: the steps through which a matter goes, who takes each, and what its end does.

use crate::law::Law;
use crate::names::{AreaId, BodyId, InstrumentId, MatterId, OfficeId, PartyId, ProcedureId};
use crate::period::Period;
use crate::title::Titles;

/// A procedure that an article lays down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// Its name.
    pub name: ProcedureId,
    /// Its titles.
    pub titles: Titles,
    /// Who may open it.
    pub opened_by: Actor,
    /// In which capacities a person can speak for the state that opens it; none where the article
    /// does not say.
    pub signed_by: Vec<String>,
    /// The message that opens it, by the name of an exchange format, where one fits.
    pub message: Option<String>,
    /// The areas of common effort to which its matters can belong; one belongs to all of them.
    pub areas: Vec<AreaId>,
    /// Whether a decision in it counts by the law and the electorate of its own day, and not by
    /// those of the day on which the matter was opened.
    pub applies_to_pending: bool,
    /// Its steps, in order.
    pub steps: Vec<ProcedureStep>,
}

/// A step of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureStep {
    /// What is done.
    pub kind: StepKind,
    /// By whom.
    pub by: Actor,
    /// Whether each of those that may take it has to, and it is taken with the last of them.
    pub of_all: bool,
    /// The kind of matter under whose rule it is decided.
    pub matter: Option<MatterId>,
    /// How long after the step before it.
    pub within: Option<Period>,
    /// What the end of that time does.
    pub on_expiry: StepExpiry,
    /// Whether the procedure goes on without it.
    pub optional: bool,
    /// The message that takes it, by the name of an exchange format, where one fits.
    pub message: Option<String>,
}

impl ProcedureStep {
    /// Tells whether each of several is asked and silence is consent when the time has passed: what
    /// one of them says takes the step for all only where it objects.
    pub fn awaits_each(&self) -> bool {
        self.kind == StepKind::Consent
            && self.by == Actor::EachOtherMember
            && self.within.is_some()
            && self.on_expiry == StepExpiry::Consents
    }

    /// Returns who takes it, in words.
    pub fn whose(&self, law: &Law) -> String {
        let words = self.by.words(law);
        match words.strip_prefix("a ").filter(|_| self.of_all) {
            Some(one) => format!("each {one}"),
            None => words,
        }
    }
}

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// Something is proposed.
    Propose,
    /// Those concerned consult.
    Consult,
    /// An organ recommends.
    Recommend,
    /// An organ finds that something is the case.
    Determine,
    /// An organ decides.
    Decide,
    /// Somebody is told.
    Notify,
    /// Those asked consent.
    Consent,
    /// A text is circulated.
    Circulate,
    /// Time passes.
    Wait,
    /// An instrument is deposited.
    Deposit,
    /// Members offer or give what was asked.
    Contribute,
    /// A report is due.
    Report,
    /// What was decided is carried out.
    CarryOut,
    /// It ends.
    End,
}

impl StepKind {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Propose,
        Self::Consult,
        Self::Recommend,
        Self::Determine,
        Self::Decide,
        Self::Notify,
        Self::Consent,
        Self::Circulate,
        Self::Wait,
        Self::Deposit,
        Self::Contribute,
        Self::Report,
        Self::CarryOut,
        Self::End,
    ];

    /// Returns the word of both languages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::Consult => "consult",
            Self::Recommend => "recommend",
            Self::Determine => "determine",
            Self::Decide => "decide",
            Self::Notify => "notify",
            Self::Consent => "consent",
            Self::Circulate => "circulate",
            Self::Wait => "wait",
            Self::Deposit => "deposit",
            Self::Contribute => "contribute",
            Self::Report => "report",
            Self::CarryOut => "carry-out",
            Self::End => "end",
        }
    }

    /// Returns the kind a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A member of the own organisation.
    Member,
    /// Any state.
    State,
    /// The state that opened it.
    Opener,
    /// The state it is about.
    Target,
    /// Each member but the one that opened it.
    EachOtherMember,
    /// A party to an instrument.
    PartyTo(InstrumentId),
    /// An organ.
    Organ(BodyId),
    /// The holder of an office.
    Office(OfficeId),
    /// Nobody: time passes, or the article does not say.
    Nobody,
}

impl Actor {
    /// Returns the actor in words.
    pub fn words(self, law: &Law) -> String {
        match self {
            Self::Member => "a member".to_owned(),
            Self::State => "a state".to_owned(),
            Self::Opener => "the state that opened it".to_owned(),
            Self::Target => "the state it is about".to_owned(),
            Self::EachOtherMember => "each other member".to_owned(),
            Self::PartyTo(instrument) => {
                format!("a party to `{}`", law.instrument_names.word(instrument))
            }
            Self::Organ(body) => format!("`{}`", law.body_names.word(body)),
            Self::Office(office) => format!("`{}`", law.office_names.word(office)),
            Self::Nobody => "anyone".to_owned(),
        }
    }
}

/// What the end of the time for a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepExpiry {
    /// The step counts as taken: silence is consent.
    Consents,
    /// The matter lapses.
    Lapses,
    /// The step is still owed.
    StillOwed,
}

/// That an act opens a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Under which procedure.
    pub procedure: ProcedureId,
    /// The state it is about, where not the one that opens it.
    pub about: Option<PartyId>,
    /// The area of common effort to which it belongs, where the act says.
    pub area: Option<AreaId>,
}
