//! Acts: someone did something on a date, under an article, according to sources.

use crate::condition::Who;
use crate::finding::Grade;
use crate::history::List;
use crate::history::SourceRef;
use crate::law::LawPatch;
use crate::names::{ArticleId, BodyId, ClassId, InstrumentId, LabelId, OfficeId, PartyId, PlaceId};
use crate::status::{Cause, MemberStatus};
use crate::when::When;

/// An act at a position of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// When it was done.
    pub when: When,
    /// What was done.
    pub deed: Deed,
    /// Who says so, in the history's pool of source references.
    pub sources: List,
    /// Its label.
    pub label: Option<LabelId>,
    /// Where its text stands.
    pub origin: crate::history::Origin,
    /// What few acts carry.
    pub details: Option<Box<Details>>,
}

/// What few acts carry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// From when it counts, if not from the day it was done.
    pub from: Option<When>,
    /// Where it was done.
    pub place: Option<PlaceId>,
    /// The articles relied on.
    pub under: Vec<ArticleId>,
    /// What it was about, in our own words.
    pub what: Vec<String>,
    /// A cause or motive that the sources give.
    pub claims: Vec<String>,
    /// Our remarks.
    pub notes: Vec<String>,
    /// Who signed for a state.
    pub signed: Vec<Signed>,
    /// Acts that came before it.
    pub after: Vec<LabelId>,
    /// Acts that came after it.
    pub before: Vec<LabelId>,
    /// Rival readings.
    pub readings: Vec<Reading>,
    /// Which reading the record follows.
    pub preference: Preference,
    /// Findings that the record knows of.
    pub expected: Vec<Expectation>,
    /// Numbers the sources give with it.
    pub counts: Vec<Count>,
    /// The parties that took part or where it happened.
    pub taking_part: Vec<PartyId>,
    /// Further particulars in the order given.
    pub particulars: Vec<(String, String)>,
}

/// A signature by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The person.
    pub person: String,
    /// In which capacity.
    pub capacity: Option<String>,
    /// For which party.
    pub of: Option<PartyId>,
}

/// A number of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub of: String,
    /// The number as written.
    pub number: String,
}

/// Another reading of the same act.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What differs.
    pub rival: Rival,
    /// Who reads it so.
    pub sources: Vec<SourceRef>,
    /// Our remarks.
    pub notes: Vec<String>,
}

/// What differs in another reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Rival {
    /// The date.
    Date(When),
    /// The deed, and perhaps the date.
    Deed(Box<Deed>, Option<When>),
}

/// Which reading the record follows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Preference {
    /// None: the readings stand side by side.
    #[default]
    Undecided,
    /// The act as it stands, for a reason.
    This(String),
    /// The rival reading of this index, for a reason.
    Rival(usize, String),
}

/// A finding that the record knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Its grade.
    pub grade: Grade,
    /// The article, where one is named.
    pub article: Option<ArticleId>,
    /// Why it is as it is.
    pub reason: String,
    /// Where it stands.
    pub origin: crate::history::Origin,
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionForm {
    /// A regular session.
    Regular,
    /// An extraordinary one.
    Extraordinary,
    /// One by remote means.
    Remote,
}

impl SessionForm {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Extraordinary, Self::Remote];

    /// Returns the word of the journal language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Extraordinary => "extraordinary",
            Self::Remote => "remote",
        }
    }

    /// Returns the form a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// What came of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Adopted.
    Adopted,
    /// Not adopted.
    NotAdopted,
    /// Adopted under a condition.
    Conditional,
}

impl Outcome {
    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::NotAdopted => "not-adopted",
            Self::Conditional => "conditional",
        }
    }

    /// Returns the outcome a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Adopted, Self::NotAdopted, Self::Conditional]
            .into_iter()
            .find(|o| o.word() == word)
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

/// What was done. Lists lie in the history's pools.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Parties signed instruments.
    Sign {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Parties consented to be bound.
    Deposit {
        /** How. */
        form: ConsentForm,
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An act of domestic law.
    Ratify {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Parties refused.
    Refuse {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// A source says that instruments entered into force, for these or for all who consented.
    EnterIntoForce {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// Provisional application was declared.
    Provisional {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// A notice of withdrawal was received.
    GiveNotice {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An earlier notice or reservation was taken back.
    Revoke {
        /** Of which act. */
        label: LabelId,
        /** By whom. */
        parties: List,
    },
    /// A source says that participation ended.
    End {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
    },
    /// Participation was suspended.
    Suspend {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
    },
    /// Participation was resumed.
    Resume {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
    },
    /// An instrument was registered.
    Register {
        /** Instruments. */
        instruments: List,
        /** With whom. */
        with: Box<str>,
    },
    /// A reservation was made.
    Reserve {
        /** Instruments. */
        instruments: List,
        /** Parties. */
        parties: List,
        /** What. */
        text: Box<str>,
    },
    /// An objection to an act was made.
    Object {
        /** To which act. */
        label: LabelId,
        /** By whom. */
        parties: List,
        /** What. */
        text: Box<str>,
    },
    /// Parties became members of a body.
    Join {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** As what. */
        status: MemberStatus,
        /** The class. */
        class: Option<ClassId>,
        /** Decided by. */
        by: Option<BodyId>,
        /** In which way. */
        how: Joining,
    },
    /// Parties left a body.
    Leave {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
        /** Decided by. */
        by: Option<BodyId>,
    },
    /// Membership of a body was suspended.
    SuspendMember {
        /** The body. */
        body: BodyId,
        /** Parties. */
        parties: List,
        /** Why. */
        cause: Cause,
        /** Decided by. */
        by: Option<BodyId>,
    },
    /// An organ met.
    Session {
        /** The organ. */
        organ: BodyId,
        /** Where. */
        place: Option<PlaceId>,
        /** How. */
        form: SessionForm,
    },
    /// An organ decided.
    Decide(Box<Decision>),
    /// A party took the chair.
    Chair {
        /** The organ. */
        organ: BodyId,
        /** The party. */
        party: PartyId,
        /** For whom it stands in. */
        instead_of: Option<PartyId>,
    },
    /// A person was appointed to an office.
    Appoint(Box<Appointment>),
    /// An office became vacant, the turn spent.
    Vacate {
        /** The office. */
        office: OfficeId,
        /** Recalled by. */
        by: Option<PartyId>,
    },
    /// Somebody asked for something.
    Request {
        /** For what. */
        what: Box<str>,
        /** Parties. */
        parties: List,
        /** The body asked. */
        body: Option<BodyId>,
        /** The state asked. */
        party: Option<PartyId>,
    },
    /// Somebody said something.
    State(Box<Speech>),
    /// Something happened.
    Happen {
        /** What. */
        what: Box<str>,
    },
    /// An exercise was held.
    Exercise {
        /** Its name. */
        name: Box<str>,
        /** Where. */
        parties: List,
    },
    /// A source gives a number.
    Figure(Box<Figure>),
    /// A state took a position on an entity.
    Position {
        /** Who. */
        party: PartyId,
        /** On whom. */
        on: PartyId,
        /** Which. */
        position: Box<str>,
    },
    /// A body made an agreement with another.
    Agree {
        /** What. */
        title: Box<str>,
        /** Bodies. */
        body: BodyId,
    },
    /// An earlier act was corrected.
    Correct {
        /** Which. */
        label: LabelId,
        /** What it should have been. */
        deed: Box<Deed>,
        /** When. */
        when: When,
    },
    /// The law was changed, or its transcription corrected.
    Amend {
        /** How. */
        patch: Box<LawPatch>,
        /** Which instrument. */
        instrument: InstrumentId,
        /** Whether only the transcription. */
        transcription: bool,
    },
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
