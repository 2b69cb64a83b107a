//! Papers of an organ's sessions: calls, agendas, minutes, credentials; and who may call it.

use crate::day::Day;
use crate::law::Law;
use crate::names::{BodyId, LabelId, OfficeId, PartyId, PlaceId};
use crate::particular::SessionForm;

/// A paper of an organ's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// It was convened.
    Call(Call),
    /// Its agenda was settled.
    Agenda {
        /// Of which session or call.
        of: LabelId,
        /// How far it was settled.
        stage: AgendaStage,
    },
    /// Its minutes were filed.
    Minutes {
        /// Of which session or call.
        of: LabelId,
        /// Which revision, from 1.
        revision: u32,
    },
    /// A state presented credentials, or full powers, of a person (VCLT 7).
    Credentials(Credentials),
    /// Credentials were looked at.
    Examination {
        /** Which. */
        of: LabelId,
        /** By which organ. */
        by: BodyId,
        /** What came of it. */
        stage: CredentialsStage,
    },
}

impl Paper {
    /// Returns the word of the journal language.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Call(_) => "convene",
            Self::Agenda { .. } => "agenda",
            Self::Minutes { .. } => "minutes",
            Self::Credentials(_) => "credentials",
            Self::Examination { .. } => "credentials of a label",
        }
    }

    /// Returns the act it speaks of, where it speaks of one.
    pub fn of(&self) -> Option<LabelId> {
        match self {
            Self::Agenda { of, .. } | Self::Minutes { of, .. } | Self::Examination { of, .. } => {
                Some(*of)
            }
            Self::Call(_) | Self::Credentials(_) => None,
        }
    }
}

/// That an organ was convened: a session is told apart by organ, day and form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The organ.
    pub organ: BodyId,
    /// Where it is to meet.
    pub place: Option<PlaceId>,
    /// How.
    pub form: SessionForm,
    /// On which day.
    pub on: Day,
    /// The states that convened it.
    pub parties: Vec<PartyId>,
    /// The organ that did.
    pub body: Option<BodyId>,
    /// The office whose holder did.
    pub office: Option<OfficeId>,
}

/// How far an agenda was settled; the first stage is the call itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgendaStage {
    /// As the call invites to it.
    Invited,
    /// As the session adopted it.
    Adopted,
    /// As it was held.
    Held,
}

impl AgendaStage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Invited, Self::Adopted, Self::Held];

    /// Returns the word of the journal language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Adopted => "adopted",
            Self::Held => "held",
        }
    }
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub title: String,
    /// The matter it belongs to.
    pub on: Option<LabelId>,
}

/// The credentials of a person for the sessions of an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The person.
    pub person: String,
    /// In which capacity.
    pub capacity: Option<String>,
    /// For which state.
    pub party: PartyId,
    /// To which organ.
    pub to: BodyId,
}

/// What came of credentials after they were received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CredentialsStage {
    /// They were examined.
    Examined,
    /// They were accepted.
    Accepted,
}

impl CredentialsStage {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Examined, Self::Accepted];

    /// Returns the word of the journal language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Examined => "examined",
            Self::Accepted => "accepted",
        }
    }
}

/// What an article says of the sessions of an organ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Convening {
    /// Who may convene it: for sessions of one form, or of all that no other line speaks of.
    pub by: Vec<(Option<SessionForm>, Vec<Convener>)>,
    /// Whether regular sessions go from one member to another.
    pub hosted_in_alternation: bool,
    /// The capacities in which a person speaks for a state without full powers, where all others
    /// need them.
    pub full_powers: Option<Vec<String>>,
}

impl Convening {
    /// Returns who may convene a session of a form; nothing where the article does not say.
    pub fn of_form(&self, form: SessionForm) -> Option<&[Convener]> {
        let own = self.by.iter().find(|(of, _)| *of == Some(form));
        let general = || self.by.iter().find(|(of, _)| of.is_none());
        own.or_else(general).map(|(_, who)| who.as_slice())
    }
}

/// Who may convene an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Convener {
    /// The state that has its chair.
    Chair,
    /// So many members together.
    Members(u32),
    /// An organ.
    Organ(BodyId),
    /// The holder of an office.
    Office(OfficeId),
}

impl Convener {
    /// Says who may convene it.
    pub fn words(self, law: &Law) -> String {
        match self {
            Self::Chair => "its chair".to_owned(),
            Self::Members(1) => "a member".to_owned(),
            Self::Members(count) => format!("any {count} members together"),
            Self::Organ(organ) => format!("`{}`", law.body_names.word(organ)),
            Self::Office(office) => format!("`{}`", law.office_names.word(office)),
        }
    }
}
