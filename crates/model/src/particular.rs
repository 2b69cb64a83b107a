//! What single kinds of acts carry: decisions, appointments, speeches, figures, and their words.

use crate::condition::Who;
use crate::names::{BodyId, InstrumentId, LabelId, MatterId, OfficeId, PartyId};

/// How consent to be bound was given (VCLT 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentForm {
    /// Ratification.
    Ratification,
    /// Acceptance.
    Acceptance,
    /// Approval.
    Approval,
    /// Accession.
    Accession,
    /// Succession.
    Succession,
    /// Notification that domestic procedures are complete.
    Notification,
    /// Consent in another form.
    Consent,
}

impl ConsentForm {
    /// All forms.
    pub const ALL: [Self; 7] = [
        Self::Ratification,
        Self::Acceptance,
        Self::Approval,
        Self::Accession,
        Self::Succession,
        Self::Notification,
        Self::Consent,
    ];

    /// Returns the word of the journal language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ratification => "ratification",
            Self::Acceptance => "acceptance",
            Self::Approval => "approval",
            Self::Accession => "accession",
            Self::Succession => "succession",
            Self::Notification => "notification",
            Self::Consent => "consent",
        }
    }

    /// Returns the form a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// Returns the counted group a depositing state belongs to.
    pub fn who(self) -> Who {
        Who::Depositing
    }
}

/// How an organ met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionForm {
    /// One that is not told. It counts as a regular session and is not called one.
    Untold,
    /// A regular session.
    Regular,
    /// An extraordinary one.
    Extraordinary,
    /// One by remote means.
    Remote,
}

impl SessionForm {
    /// All forms that can be told.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Extraordinary, Self::Remote];

    /// Returns the word of the journal language, none where the form is not told.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Untold => None,
            Self::Regular => Some("regular"),
            Self::Extraordinary => Some("extraordinary"),
            Self::Remote => Some("remote"),
        }
    }

    /// Returns the form that counts: a session of which nothing else is told is a regular one.
    #[must_use]
    pub fn counted(self) -> Self {
        if self == Self::Untold { Self::Regular } else { self }
    }

    /// Returns the form a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == Some(word))
    }
}

/// What came of a text that was put to an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was adopted.
    Adopted,
    /// It was not adopted.
    NotAdopted,
    /// It was adopted and waits for what must come true first.
    Conditional,
    /// It would have been adopted but for a veto.
    Vetoed,
    /// Too few were there for anything to be decided.
    NoQuorum,
    /// It is not known.
    Undetermined,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Adopted,
        Self::NotAdopted,
        Self::Conditional,
        Self::Vetoed,
        Self::NoQuorum,
        Self::Undetermined,
    ];

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::NotAdopted => "not-adopted",
            Self::Conditional => "conditional",
            Self::Vetoed => "vetoed",
            Self::NoQuorum => "no-quorum",
            Self::Undetermined => "undetermined",
        }
    }

    /// Returns the outcome a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A decision of an organ as the sources report it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The organ.
    pub organ: BodyId,
    /// What came of it.
    pub outcome: Outcome,
    /// Those for it.
    pub in_favour: Vec<PartyId>,
    /// Those against it.
    pub against: Vec<PartyId>,
    /// Those who abstained.
    pub abstaining: Vec<PartyId>,
    /// Those who were absent.
    pub absent: Vec<PartyId>,
    /// Opinions attached.
    pub opinions: Vec<(PartyId, String)>,
    /// Instruments adopted by it.
    pub adopts: Vec<InstrumentId>,
    /// The condition it stands under.
    pub condition: Option<String>,
    /// The kind of matter, where it is told.
    pub matter: Option<MatterId>,
    /// The state it is about.
    pub target: Option<PartyId>,
    /// Those interested in the matter.
    pub interested: Vec<PartyId>,
    /// The conditional decision whose condition it finds met.
    pub fulfils: Option<LabelId>,
}

/// A number that a source gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub name: String,
    /// Of whom, where of a party.
    pub party: Option<PartyId>,
    /// Of whom, where of a body.
    pub body: Option<BodyId>,
    /// The number as written.
    pub number: String,
}

/// Words of a person, a state or a body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speech {
    /// The person.
    pub person: Option<String>,
    /// In which capacity on that day.
    pub capacity: Option<String>,
    /// The state spoken for or belonged to.
    pub party: Option<PartyId>,
    /// The body whose statement it is.
    pub body: Option<BodyId>,
}

/// In which way a party became a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// As a source tells it.
    Told,
    /// It was admitted.
    Admitted,
    /// Its membership was restored.
    Restored,
}

/// An appointment to an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The office.
    pub office: OfficeId,
    /// The person.
    pub person: String,
    /// Of which party.
    pub of: PartyId,
    /// Whether the person only stands in.
    pub acting: bool,
    /// The organ that appointed.
    pub by: Option<BodyId>,
    /// The organ that recommended.
    pub recommended_by: Option<BodyId>,
}
